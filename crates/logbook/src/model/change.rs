//! A change: the one thing that is ever written. What the book holds is what one gets by replaying them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Contact, ContactId, ContactMoment, Evidence, EvidenceId, Incident, IncidentId, Measure, MeasureId, MomentId,
};

/// One change, as it stands in a record's payload: `{"v": 1, "change": "incident-recorded", …}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Version of the payload's schema.
    pub v: u32,
    /// What changed.
    #[serde(flatten)]
    pub body: ChangeBody,
}

impl Change {
    /// The schema's version that this code writes.
    pub const VERSION: u32 = 1;

    /// Reads a payload. The derived way keeps everything aside until it knows what changed; for what nearly every
    /// payload is, as this code writes it, this looks first. A test holds the two against each other.
    ///
    /// # Errors
    /// When it is no JSON object.
    pub fn read(json: &[u8]) -> Result<Self, serde_json::Error> {
        // What it does not know is for the other way to judge.
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Told {
            #[serde(rename = "change")]
            _change: serde::de::IgnoredAny,
            v: u32,
            id: IncidentId,
            incident: Box<Incident>,
            #[serde(default)]
            reason: String,
        }
        let begins = |name: &str| {
            let behind = json.strip_prefix(br#"{"v":1,"change":""#.as_slice());
            behind.and_then(|rest| rest.strip_prefix(name.as_bytes())).is_some_and(|rest| rest.starts_with(b"\""))
        };
        let (recorded, amended) = (begins("incident-recorded"), begins("incident-amended"));
        if (recorded || amended)
            && let Ok(Told { v, id, incident, reason, .. }) = serde_json::from_slice(json)
        {
            let body = if recorded {
                ChangeBody::IncidentRecorded { id, incident }
            } else {
                ChangeBody::IncidentAmended { id, incident, reason }
            };
            return Ok(Self { v, body });
        }
        serde_json::from_slice(json)
    }
}

impl From<ChangeBody> for Change {
    fn from(body: ChangeBody) -> Self {
        Self { v: Self::VERSION, body }
    }
}

/// What changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum ChangeBody {
    /// An incident was written down.
    IncidentRecorded {
        /// Its id, from now on.
        id: IncidentId,
        /// What was written.
        incident: Box<Incident>,
    },
    /// An incident was corrected; the earlier text stays in the history.
    IncidentAmended {
        /// Which.
        id: IncidentId,
        /// The whole incident as it reads now.
        incident: Box<Incident>,
        /// Why, if the person said so.
        #[serde(default)]
        reason: String,
    },
    /// What a person noted about an incident for herself alone. It has a record of its own, so that the incident's can be
    /// handed over as it is.
    PrivateNoteSet {
        /// The incident.
        id: IncidentId,
        /// The note as it reads now; empty if it was removed.
        #[serde(default)]
        text: String,
        /// Why, if the person said so and nothing else was changed.
        #[serde(default)]
        reason: String,
    },
    /// An incident was withdrawn: hidden, kept, and said so.
    IncidentWithdrawn {
        /// Which.
        id: IncidentId,
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// A withdrawn incident counts again.
    IncidentRestored {
        /// Which.
        id: IncidentId,
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// A file was kept as evidence.
    EvidenceKept {
        /// All that is known of it.
        evidence: Box<Evidence>,
        /// The incident that it belongs with; without one it waits in the inbox.
        #[serde(default)]
        incident: Option<IncidentId>,
    },
    /// Evidence was put with an incident, or back in the inbox.
    EvidenceLinked {
        /// Which.
        id: EvidenceId,
        /// The incident.
        #[serde(default)]
        incident: Option<IncidentId>,
    },
    /// A caption or a transcript was written.
    EvidenceDescribed {
        /// Which.
        id: EvidenceId,
        /// What it shows.
        #[serde(default)]
        caption: String,
        /// What is said or written in it.
        #[serde(default)]
        transcript: String,
    },
    /// Evidence was withdrawn: hidden, kept, and said so.
    EvidenceWithdrawn {
        /// Which.
        id: EvidenceId,
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// Withdrawn evidence counts again.
    EvidenceRestored {
        /// Which.
        id: EvidenceId,
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// A contact person was added or changed.
    ContactSet {
        /// Which.
        id: ContactId,
        /// As it reads now.
        contact: Contact,
    },
    /// A measure was added or changed.
    MeasureSet {
        /// Which.
        id: MeasureId,
        /// As it reads now.
        measure: Measure,
    },
    /// A contact person was added by mistake: hidden, kept, and said so. One who is no longer there has an end instead.
    ContactWithdrawn {
        /// Which.
        id: ContactId,
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// A measure was added by mistake: hidden, kept, and said so. One that is over has an end instead.
    MeasureWithdrawn {
        /// Which.
        id: MeasureId,
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// A contact moment was written down or corrected.
    MomentSet {
        /// Which.
        id: MomentId,
        /// As it reads now.
        moment: Box<ContactMoment>,
    },
    /// A contact moment was withdrawn: hidden, kept, and said so. What it told counts as untold.
    MomentWithdrawn {
        /// Which.
        id: MomentId,
        /// Why.
        #[serde(default)]
        reason: String,
    },
    /// Who the logbook is about, for the report's first page.
    CaseSet {
        /// The victim's name.
        #[serde(default)]
        victim: String,
        /// The suspect's name.
        #[serde(default)]
        suspect: String,
        /// The victim's own address.
        #[serde(default)]
        address: String,
        /// Children and others at risk, by name.
        #[serde(default)]
        children: String,
        /// Fields that a newer version wrote.
        #[serde(flatten)]
        extra: Map<String, Value>,
    },
    /// An anchor was given to somebody to keep.
    AnchorGiven {
        /// To whom.
        #[serde(default)]
        to: String,
        /// The anchor, word for word.
        anchor: String,
    },
    /// A report or a package was given to somebody.
    ReportGiven {
        /// To whom.
        #[serde(default)]
        to: String,
        /// The anchor of then, word for word.
        #[serde(default)]
        anchor: String,
        /// The incidents that were in it.
        #[serde(default)]
        incidents: Vec<IncidentId>,
    },
    /// An incident was erased for good; this is the trace of it.
    IncidentErased {
        /// Which.
        id: IncidentId,
        /// Its files, if they were erased with it; else they are in the inbox.
        #[serde(default)]
        evidence: Vec<EvidenceId>,
        /// Why, if the person said so.
        #[serde(default)]
        reason: String,
    },
    /// A file was erased for good; this is the trace of it.
    EvidenceErased {
        /// Which.
        id: EvidenceId,
        /// Why, if the person said so.
        #[serde(default)]
        reason: String,
    },
    /// A change that a newer version wrote. It stays in the vault as it is.
    #[serde(untagged)]
    Unknown(Map<String, Value>),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_way_reads_what_the_derived_way_reads() {
        let incident = r#"{"when":{"day":"2026-03-03"},"what":"tekst","later":{"a":1}}"#;
        let id = "252cvbn1m5";
        for json in [
            format!(r#"{{"v":1,"change":"incident-recorded","id":"{id}","incident":{incident}}}"#),
            format!(r#"{{"v":1,"change":"incident-amended","id":"{id}","incident":{incident},"reason":"ja"}}"#),
            format!(r#"{{"v":1,"change":"incident-amended","id":"{id}","incident":{incident}}}"#),
            format!(r#"{{"v":1,"change":"incident-recorded","id":"{id}","incident":{incident},"new":true}}"#),
            format!(r#"{{"change":"incident-recorded","v":1,"id":"{id}","incident":{incident}}}"#),
            format!(r#"{{"v":1,"change":"incident-recorded","id":"no id","incident":{incident}}}"#),
            format!(r#"{{"v":1,"change":"incident-recorded-2","id":"{id}","incident":{incident}}}"#),
            format!(r#"{{"v":1,"change":"incident-withdrawn","id":"{id}","reason":"nee"}}"#),
            format!(r#"{{"v":1,"change":"private-note-set","id":"{id}","text":"voor mij"}}"#),
            r#"{"v":2,"change":"something-new","x":[1,2]}"#.to_owned(),
        ] {
            let derived: Change = serde_json::from_str(&json).unwrap();
            assert_eq!(Change::read(json.as_bytes()).unwrap(), derived, "{json}");
            assert_eq!(
                matches!(derived.body, ChangeBody::Unknown(_)),
                json.contains("no id") || json.contains("-2") || json.contains("something-new")
            );
        }
        assert!(Change::read(b"[]").is_err());
        let half = format!(r#"{{"v":1,"change":"incident-recorded","id":"{id}","incident":{incident},"x":"\ud800"}}"#);
        assert!(Change::read(half.as_bytes()).is_err());
    }

    #[test]
    fn who_it_is_about_reads_from_an_older_logbook_without_address_and_children() {
        let change = Change::read(br#"{"v":1,"change":"case-set","victim":"Sanne","suspect":"Mark"}"#).unwrap();
        let ChangeBody::CaseSet { victim, address, children, .. } = change.body else { panic!("{change:?}") };
        assert_eq!((victim.as_str(), address.as_str(), children.as_str()), ("Sanne", "", ""));
    }
}
