//! Contact moments: who was spoken to, what was told, what was agreed and what happens next.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{ContactId, IncidentId, When};

/// One conversation, call or letter with an organisation. Only [`when`](Self::when) and
/// [`organisation`](Self::organisation) are needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct ContactMoment {
    /// When it was.
    pub when: When,
    /// Which organisation: an id of `organisation-…` in `locales/…/words.ftl`, or free text.
    pub organisation: String,
    /// The contact person, if it was one of those in the logbook.
    #[serde(default)]
    pub contact: Option<ContactId>,
    /// Who it was otherwise.
    #[serde(default)]
    pub person: String,
    /// How: an id of `means-…` in `locales/…/words.ftl`, or free text.
    #[serde(default)]
    pub how: String,
    /// What was told, in the person's own words.
    #[serde(default)]
    pub told: String,
    /// The incidents that were told.
    #[serde(default)]
    pub incidents: Vec<IncidentId>,
    /// What was agreed.
    #[serde(default)]
    pub agreed: String,
    /// What happens next, and who does it.
    #[serde(default)]
    pub next_step: String,
    /// By when.
    #[serde(default)]
    pub next_on: Option<NaiveDate>,
    /// Has that been done?
    #[serde(default)]
    pub done: bool,
    /// Fields that a newer version wrote.
    #[serde(flatten)]
    #[ts(skip)]
    pub extra: Map<String, Value>,
}

impl ContactMoment {
    /// Is something still to happen?
    pub fn is_open(&self) -> bool {
        !self.done && !self.next_step.trim().is_empty()
    }
}
