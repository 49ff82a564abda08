//! What a report is made from: plain data, without keys and without private notes.

use chrono::{DateTime, FixedOffset, NaiveDate};
use houvast_guidance::Lang;
use houvast_logbook::model::{Contact, EvidenceId, Incident, IncidentId, Measure};
use houvast_logbook::view::{Case, EvidenceView, IncidentView, Version};
use serde::{Deserialize, Serialize};

/// What the person chose to hand over. Private notes are never in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// First day; all if left out.
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
    /// Last day; all if left out.
    #[ts(type = "string | null")]
    pub to: Option<NaiveDate>,
    /// Language of the report, independent of the app's.
    pub language: Lang,
    /// Pictures, small in the timeline and larger in an annex.
    pub pictures: bool,
    /// What it did to the person.
    pub effects: bool,
    /// Names of witnesses and how to reach them.
    pub witnesses: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { from: None, to: None, language: Lang::Nl, pictures: true, effects: true, witnesses: true }
    }
}

/// Everything that goes into one report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Input {
    /// What was chosen.
    pub options: Options,
    /// Who it is about.
    pub case: Case,
    /// When it is made.
    pub made: DateTime<FixedOffset>,
    /// The incidents in order of time.
    pub incidents: Vec<Told>,
    /// Contact persons.
    pub contacts: Vec<Contact>,
    /// Measures with their ids.
    pub measures: Vec<(String, Measure)>,
    /// Entries and files that were erased for good.
    pub erased: usize,
    /// Records in the log.
    pub log_size: u64,
    /// Root of the log, in hexadecimal digits.
    pub root: String,
    /// The program and its version.
    pub generator: String,
    /// Pictures, in the order of the evidence. They travel beside the JSON.
    #[serde(skip)]
    pub pictures: Vec<Drawn>,
}

/// An incident as it is handed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// Its id.
    pub id: IncidentId,
    /// When it was written down (RFC 3339).
    pub recorded: String,
    /// As it reads now, without the private note.
    pub incident: Incident,
    /// Days between the incident and its being written down.
    pub days_later: Option<i64>,
    /// The reason, if it was withdrawn.
    pub withdrawn: Option<String>,
    /// Earlier texts and steps, oldest first.
    pub history: Vec<Past>,
    /// Evidence.
    pub evidence: Vec<Piece>,
}

/// A step in an incident's history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// `recorded`, `amended`, `withdrawn` or `restored`.
    pub step: String,
    /// RFC 3339.
    pub at: String,
    /// Why.
    pub reason: String,
    /// The text from then on.
    pub incident: Option<Incident>,
}

/// A piece of evidence as it is handed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// Its id.
    pub id: EvidenceId,
    /// Name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Family id.
    pub family: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
    /// When it came in (RFC 3339).
    pub recorded: String,
    /// What it shows.
    pub caption: String,
    /// What is said in it.
    pub transcript: String,
    /// What the file says of itself, as label ids and values.
    pub claims: Vec<(String, String)>,
    /// Ids of notes.
    pub notes: Vec<String>,
}

/// Pictures of one piece of evidence, as JPEG without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Whose.
    pub id: EvidenceId,
    /// For the timeline.
    pub small: Vec<u8>,
    /// For the annex.
    pub large: Vec<u8>,
}

/// Removes what is only for the person.
fn public(mut incident: Incident, options: &Options) -> Incident {
    incident.private_note = String::new();
    // What a newer version wrote may be private for all that this one knows.
    incident.extra.clear();
    if !options.effects {
        incident.effect = houvast_logbook::model::Effect::default();
    }
    if !options.witnesses {
        incident.witnesses.clear();
    }
    incident
}

impl Told {
    pub(crate) fn of(view: IncidentView, options: &Options) -> Self {
        Self {
            id: view.id,
            recorded: view.recorded,
            incident: public(view.incident, options),
            days_later: view.days_later,
            withdrawn: view.withdrawn,
            history: view.history.into_iter().map(|version| Past::of(version, options)).collect(),
            evidence: view.evidence.into_iter().map(Piece::of).collect(),
        }
    }
}

impl Past {
    fn of(version: Version, options: &Options) -> Self {
        use houvast_logbook::view::Step;
        let step = match version.step {
            Step::Recorded => "recorded",
            Step::Amended => "amended",
            Step::Withdrawn => "withdrawn",
            Step::Restored => "restored",
        };
        Self {
            step: step.into(),
            at: version.recorded.at,
            reason: version.reason,
            incident: version.incident.map(|incident| public(incident, options)),
        }
    }
}

impl Piece {
    fn of(view: EvidenceView) -> Self {
        let claims = view.claims;
        let mut said = Vec::new();
        for (label, value) in
            [("taken", claims.taken), ("maker", claims.maker), ("model", claims.model), ("software", claims.software)]
        {
            said.extend(value.map(|value| (label.to_owned(), value)));
        }
        if let (Some(latitude), Some(longitude)) = (claims.latitude, claims.longitude) {
            said.push(("place".to_owned(), format!("{latitude:.5}, {longitude:.5}")));
        }
        Self {
            id: view.id,
            name: view.name,
            media_type: view.media_type,
            family: view.family.id().to_owned(),
            size: view.size,
            sha256: view.sha256,
            recorded: view.recorded.at,
            caption: view.caption,
            transcript: view.transcript,
            claims: said,
            notes: view.notes.into_iter().map(|note| note.id().to_owned()).collect(),
        }
    }
}
