//! A change: the one thing that is ever written. What the book holds is what one gets by replaying them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Contact, ContactId, Evidence, EvidenceId, Incident, IncidentId, Measure, MeasureId};

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
    /// Who the logbook is about, for the report's first page.
    CaseSet {
        /// The victim's name.
        #[serde(default)]
        victim: String,
        /// The suspect's name.
        #[serde(default)]
        suspect: String,
        /// Fields that a newer version wrote.
        #[serde(flatten)]
        extra: Map<String, Value>,
    },
    /// A change that a newer version wrote. It stays in the vault as it is.
    #[serde(untagged)]
    Unknown(Map<String, Value>),
}
