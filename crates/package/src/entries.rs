//! The timeline held against the records of the log: does it say what was written down then?

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use houvast_vault::Disclosed;
use serde::Deserialize;
use serde_json::Value;

use crate::error::{Problem, What};
use crate::manifest::FileEntry;

/// What is known of an entry of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number on paper.
    pub number: u64,
    /// The day or time that it tells of, as it stands in the timeline.
    pub when: String,
    /// The beginning of what it tells.
    pub what: String,
    /// What the log shows of it.
    pub state: State,
}

/// What the log shows of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Every word of it was written down then.
    Full,
    /// It was written down then; something in it was not handed over, so its words cannot be held against the log.
    Partly,
    /// It says something else than was written down.
    Differs,
    /// The package does not show that it is in the log.
    Unproved,
}

impl State {
    /// Its name: `verify-state-<name>` in `verify.ftl`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partly => "partly",
            Self::Differs => "differs",
            Self::Unproved => "unproved",
        }
    }
}

#[derive(Deserialize)]
pub(crate) struct Timeline {
    incidents: Vec<Told>,
}

#[derive(Deserialize)]
struct Told {
    id: String,
    number: u64,
    withdrawn: Option<String>,
    history: Vec<Step>,
    #[serde(default)]
    evidence: Vec<Piece>,
    /// As it reads now: the incident's own fields stand beside the others.
    #[serde(flatten)]
    said: serde_json::Map<String, Value>,
}

#[derive(Deserialize)]
struct Step {
    seq: u64,
    #[serde(rename = "step")]
    done: String,
    at: String,
    #[serde(default)]
    reason: String,
    incident: Option<Value>,
}

#[derive(Deserialize)]
struct Piece {
    id: String,
    number: u64,
    seq: u64,
    name: String,
    #[serde(rename = "type")]
    media_type: String,
    size: u64,
    sha256: String,
}

/// Which records the timeline tells in full, so that disclosing them tells nothing more of what was written.
pub struct ToldInFull {
    /// The steps by their places in the log, each with its incident's id.
    steps: HashMap<u64, (String, Step)>,
}

impl ToldInFull {
    /// Reads a timeline; `None` if it is none.
    pub fn of(timeline_json: &[u8]) -> Option<Self> {
        let timeline: Timeline = serde_json::from_slice(timeline_json).ok()?;
        let steps = timeline.incidents.into_iter().flat_map(|told| {
            let id = told.id;
            told.history.into_iter().map(move |step| (step.seq, (id.clone(), step)))
        });
        Some(Self { steps: steps.collect() })
    }

    /// Does the timeline say all that this record of an incident says?
    pub fn step(&self, record: &Disclosed) -> bool {
        let known = ["v", "change", "id", "incident", "reason"];
        is_made_of(&record.payload, &known) && self.steps.get(&record.seq).is_some_and(|(id, step)| step.is(record, id))
    }
}

/// Has this payload these fields at most?
fn is_made_of(payload: &[u8], known: &[&str]) -> bool {
    serde_json::from_slice::<serde_json::Map<String, Value>>(payload)
        .is_ok_and(|fields| fields.keys().all(|name| known.contains(&name.as_str())))
}

/// A record that was proved to be in the log.
pub(crate) struct Record {
    /// What it says, if that was handed over.
    pub(crate) said: Option<Disclosed>,
    /// What it is about by the manifest, of which nothing else is known if it says nothing.
    pub(crate) about: About,
}

/// The incident or the piece of evidence that a record is about.
#[derive(PartialEq, Eq)]
pub(crate) struct About {
    pub(crate) incident: Option<String>,
    pub(crate) evidence: Option<String>,
}

/// The records that were proved, by their place in the log.
pub(crate) type Records = HashMap<u64, Record>;

/// Holds every entry and every piece of evidence against the records, and the pieces against their `files`, by the
/// pieces' ids.
pub(crate) fn compare(
    timeline: &Timeline,
    records: &Records,
    files: &HashMap<&str, Option<&FileEntry>>,
    problems: &mut Vec<Problem>,
) -> Vec<Entry> {
    timeline
        .incidents
        .iter()
        .map(|told| {
            let state = told.state(records);
            match state {
                State::Differs => problems.push(Problem::number(What::EntryDiffers, told.number)),
                State::Unproved => problems.push(Problem::number(What::EntryUnproved, told.number)),
                State::Full | State::Partly => {}
            }
            for piece in &told.evidence {
                problems.extend(piece.problem(records, files.get(piece.id.as_str()).copied().flatten()));
            }
            told.entry(state)
        })
        .collect()
}

impl Told {
    fn entry(&self, state: State) -> Entry {
        let said = |name: &str| self.said.get(name).unwrap_or(&Value::Null);
        let what = said("what").as_str().unwrap_or_default().chars().take(80).collect();
        Entry { number: self.number, when: first_text(said("when")).to_owned(), what, state }
    }

    fn state(&self, records: &Records) -> State {
        if self.history.is_empty() {
            return State::Unproved;
        }
        let mut state = State::Full;
        for step in &self.history {
            let Some(record) = records.get(&step.seq) else { return State::Unproved };
            match &record.said {
                None if record.about.incident.as_ref() != Some(&self.id) => return State::Unproved,
                None => state = State::Partly,
                Some(said) if step.is(said, &self.id) => {}
                Some(_) => return State::Differs,
            }
        }
        // As it reads now is as it was last written down.
        let last = self.history.iter().rev().find_map(|step| step.incident.as_ref());
        let withdrawn = self.history.iter().rev().find(|step| step.done == "withdrawn" || step.done == "restored");
        let reason = withdrawn.filter(|step| step.done == "withdrawn").map(|step| step.reason.as_str());
        if last.is_none_or(|last| bare(last) != bare(&self.now())) || reason != self.withdrawn.as_deref() {
            return State::Differs;
        }
        state
    }
}

impl Told {
    /// The incident's own fields, as it reads now.
    fn now(&self) -> Value {
        let about = ["seq", "recorded", "days_later"];
        let fields = self.said.iter().filter(|(name, _)| !about.contains(&name.as_str()));
        Value::Object(fields.map(|(name, field)| (name.clone(), field.clone())).collect())
    }
}

/// The text itself, or the first one inside: a time in any of its exactnesses.
fn first_text(value: &Value) -> &str {
    match value {
        Value::Object(fields) => fields.values().map(first_text).find(|text| !text.is_empty()).unwrap_or_default(),
        other => other.as_str().unwrap_or_default(),
    }
}

impl Step {
    fn is(&self, record: &Disclosed, id: &str) -> bool {
        let Ok(change) = serde_json::from_slice::<Value>(&record.payload) else { return false };
        change["change"].as_str() == Some(&format!("incident-{}", self.done))
            && change["id"].as_str() == Some(id)
            && change["reason"].as_str().unwrap_or_default() == self.reason
            && is_moment(&self.at, record)
            && bare(&change["incident"]) == self.incident.as_ref().and_then(bare)
    }
}

impl Piece {
    fn problem(&self, records: &Records, file: Option<&FileEntry>) -> Option<Problem> {
        let record = records.get(&self.seq);
        let what = match record.map(|record| &record.said) {
            None => What::EvidenceUnproved,
            Some(None) if record.is_some_and(|record| record.about.evidence.as_ref() != Some(&self.id)) => {
                What::EvidenceUnproved
            }
            Some(Some(said)) if !self.is(said) => What::EvidenceDiffers,
            Some(_) if file.is_some_and(|file| file.size != self.size || file.sha256 != self.sha256) => {
                What::EvidenceDiffers
            }
            Some(_) => return None,
        };
        Some(Problem::number(what, self.number))
    }

    fn is(&self, record: &Disclosed) -> bool {
        let Ok(change) = serde_json::from_slice::<Value>(&record.payload) else { return false };
        let kept = &change["evidence"];
        change["change"] == "evidence-kept"
            && kept["id"].as_str() == Some(&self.id)
            && kept["name"].as_str() == Some(&self.name)
            && kept["media_type"].as_str() == Some(&self.media_type)
            && kept["size"].as_u64() == Some(self.size)
            && kept["sha256"].as_str() == Some(&self.sha256)
    }
}

/// Is this text the moment at which the record was written down, to the second?
fn is_moment(at: &str, record: &Disclosed) -> bool {
    let Ok(at) = DateTime::parse_from_rfc3339(at) else { return false };
    let recorded = DateTime::<Utc>::from_timestamp_micros(record.recorded.utc_micros).unwrap_or_default();
    at.timestamp() == recorded.timestamp() && at.offset().local_minus_utc() == record.recorded.offset_seconds
}

/// Without what is empty; none if nothing is left.
fn bare(value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) if text.is_empty() => None,
        Value::Array(items) => {
            (!items.is_empty()).then(|| Value::Array(items.iter().map(|item| bare(item).unwrap_or_default()).collect()))
        }
        Value::Object(fields) => {
            let fields: serde_json::Map<String, Value> =
                fields.iter().filter_map(|(name, field)| Some((name.clone(), bare(field)?))).collect();
            (!fields.is_empty()).then_some(Value::Object(fields))
        }
        other => Some(other.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_empty_counts_as_not_being_there() {
        let full = json!({"a": "", "b": null, "c": [], "d": {"e": {}}, "f": false, "g": [{"h": ""}], "i": 0});
        assert_eq!(bare(&full), Some(json!({"f": false, "g": [null], "i": 0})));
        assert_eq!(bare(&json!({"a": {"b": ""}})), None);
    }
}
