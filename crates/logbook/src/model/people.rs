//! Contact persons and protective measures.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::EvidenceId;

/// A contact person at an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct Contact {
    /// Which organisation: an id of `organisation-…` in `locales/…/words.ftl`, or free text.
    pub organisation: String,
    /// Name.
    pub name: String,
    /// Role: vaste contactpersoon, casusregisseur, wijkagent, …
    pub role: String,
    /// Telephone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// When they can be reached.
    pub hours: String,
    /// Number of the case there.
    pub case_number: String,
    /// Whom they took over from.
    pub predecessor: String,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// The last day on which this was the contact person; `None` while it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional, as = "Option<_>")]
    pub until: Option<NaiveDate>,
    /// Anything else.
    pub remark: String,
    /// Fields that a newer version wrote.
    #[serde(flatten)]
    #[ts(skip)]
    pub extra: Map<String, Value>,
}

/// A protective measure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct Measure {
    /// Which measure: an id of `measure-…` in `locales/…/words.ftl`, or free text.
    pub kind: String,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Last day.
    pub end: Option<NaiveDate>,
    /// What it says.
    pub conditions: String,
    /// Who decided.
    pub decided_by: String,
    /// Number of the decision or the case.
    pub number: String,
    /// The decision itself, kept as evidence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<_>")]
    pub documents: Vec<EvidenceId>,
    /// Fields that a newer version wrote.
    #[serde(flatten)]
    #[ts(skip)]
    pub extra: Map<String, Value>,
}

impl Contact {
    /// Is this the contact person on this day? One that begins later is known already, and counts.
    pub fn stands_on(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

impl Measure {
    /// Is it in force on this day? A missing end means: until further notice.
    pub fn in_force_on(&self, day: NaiveDate) -> bool {
        self.start.is_none_or(|start| start <= day) && self.end.is_none_or(|end| day <= end)
    }
}
