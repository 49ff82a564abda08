//! An incident: what a person wants to be able to tell later.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{IncidentId, Kind, MeasureId, When};

/// One incident, in the person's own words. Only [`when`](Self::when) is needed: the rest can come later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Incident {
    /// When it happened, as exact as memory is.
    pub when: When,
    /// What sort of thing it was: any number of kinds.
    #[serde(default)]
    pub kind: Vec<Kind>,
    /// The facts, in the person's own words.
    #[serde(default)]
    pub what: String,
    /// Words said or written, exactly.
    #[serde(default)]
    pub exact_words: String,
    /// Where, in free text.
    #[serde(default, rename = "where")]
    pub place: String,
    /// Where on earth; only if the person asked for it.
    #[serde(default)]
    pub coordinates: Option<Coordinates>,
    /// How many times in this period (43 calls); `None` means once.
    #[serde(default)]
    pub how_often: Option<u32>,
    /// Who did it.
    #[serde(default)]
    pub who: Who,
    /// Number, account, e-mail address, platform or number plate.
    #[serde(default)]
    pub channel: String,
    /// People who saw or heard it.
    #[serde(default)]
    pub witnesses: Vec<Witness>,
    /// What the person did or answered; nothing is an answer too.
    #[serde(default)]
    pub reaction: String,
    /// What it did to the person.
    #[serde(default)]
    pub effect: Effect,
    /// Was there a threat? `None` means: not said.
    #[serde(default)]
    pub threat: Option<bool>,
    /// Was there violence?
    #[serde(default)]
    pub violence: Option<bool>,
    /// Was there a weapon?
    #[serde(default)]
    pub weapon: Option<bool>,
    /// Were children present?
    #[serde(default)]
    pub children: Option<bool>,
    /// Measures that this broke, as the person confirmed.
    #[serde(default)]
    pub breached: Vec<MeasureId>,
    /// To whom it was reported.
    #[serde(default)]
    pub reported: Vec<Report>,
    /// Other incidents that belong with it.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Only for oneself: never in any report or package, and kept in a record of its own. Older logbooks have it here.
    #[serde(default)]
    pub private_note: String,
    /// Fields that a newer version wrote.
    #[serde(flatten)]
    #[ts(skip)]
    pub extra: Map<String, Value>,
}

impl Incident {
    /// An incident at this moment of which nothing has been said yet.
    pub fn at(when: When) -> Self {
        Self {
            when,
            kind: Vec::new(),
            what: String::new(),
            exact_words: String::new(),
            place: String::new(),
            coordinates: None,
            how_often: None,
            who: Who::default(),
            channel: String::new(),
            witnesses: Vec::new(),
            reaction: String::new(),
            effect: Effect::default(),
            threat: None,
            violence: None,
            weapon: None,
            children: None,
            breached: Vec::new(),
            reported: Vec::new(),
            links: Vec::new(),
            private_note: String::new(),
            extra: Map::new(),
        }
    }
}

/// A place on earth in WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ts_rs::TS)]
pub struct Coordinates {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
}

/// Who did it, and how the person knows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(from = "WhoForm")]
pub struct Who {
    /// Name or description, in free text.
    pub name: String,
    /// Known, unknown, or through someone else.
    pub known: HowKnown,
    /// How they were recognised.
    pub recognised_by: String,
}

/// How sure it is who did it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum HowKnown {
    /// Nothing was said about it.
    #[default]
    NotSaid,
    /// The person knows who it was.
    Known,
    /// Nobody was recognised.
    Unknown,
    /// Somebody else acted for the stalker.
    ThroughSomeoneElse,
}

/// On the command line a bare name is enough.
#[derive(Deserialize)]
#[serde(untagged)]
enum WhoForm {
    Name(String),
    Full {
        #[serde(default)]
        name: String,
        #[serde(default)]
        known: HowKnown,
        #[serde(default)]
        recognised_by: String,
    },
}

impl From<WhoForm> for Who {
    fn from(form: WhoForm) -> Self {
        match form {
            WhoForm::Name(name) => Self { name, known: HowKnown::Known, recognised_by: String::new() },
            WhoForm::Full { name, known, recognised_by } => Self { name, known, recognised_by },
        }
    }
}

/// Someone who saw or heard it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(from = "WitnessForm")]
pub struct Witness {
    /// Name.
    pub name: String,
    /// How to reach them.
    pub contact: String,
    /// Willing to make a statement? `None` means: not said.
    pub statement: Option<bool>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WitnessForm {
    Name(String),
    Full {
        #[serde(default)]
        name: String,
        #[serde(default)]
        contact: String,
        #[serde(default)]
        statement: Option<bool>,
    },
}

impl From<WitnessForm> for Witness {
    fn from(form: WitnessForm) -> Self {
        match form {
            WitnessForm::Name(name) => Self { name, ..Self::default() },
            WitnessForm::Full { name, contact, statement } => Self { name, contact, statement },
        }
    }
}

/// What it did to the person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct Effect {
    /// Fear from 0 to 10.
    pub fear: Option<u8>,
    /// What it did to sleep, work, home, children.
    pub description: String,
    /// Injury.
    pub injury: String,
    /// Damage.
    pub damage: String,
    /// The damage in euro cents.
    #[ts(type = "number | null")]
    pub damage_cents: Option<u64>,
}

/// To whom it was reported.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct Report {
    /// Organisation or person.
    pub to: String,
    /// When.
    pub when: Option<When>,
    /// Number of the report.
    pub number: String,
    /// Name of the officer or employee.
    pub officer: String,
    /// What was agreed.
    pub agreed: String,
}

/// A link to another incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Link {
    /// The other incident.
    pub to: IncidentId,
    /// Why they belong together.
    #[serde(default)]
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_fields_are_enough_and_the_rest_is_empty() {
        let incident: Incident = serde_json::from_str(r#"{"when":{"day":"2026-03-03"},"kind":["calls"]}"#).unwrap();
        assert_eq!(
            incident,
            Incident { kind: vec![Kind::Calls], ..Incident::at(When::Day("2026-03-03".parse().unwrap())) }
        );
    }

    #[test]
    fn fields_from_a_newer_version_survive() {
        let json = r#"{"when":{"day":"2026-03-03"},"what":"x","weather":"rain"}"#;
        let incident: Incident = serde_json::from_str(json).unwrap();
        let back = serde_json::to_value(&incident).unwrap();
        assert_eq!(back["weather"], "rain");
    }

    #[test]
    fn a_bare_name_is_enough_for_a_person() {
        let json = r#"{"when":{"day":"2026-03-03"},"what":"x","who":"Mark","witnesses":["Els",{"name":"Jan","statement":true}]}"#;
        let incident: Incident = serde_json::from_str(json).unwrap();
        assert_eq!(incident.who.name, "Mark");
        assert_eq!(incident.witnesses[0].name, "Els");
        assert_eq!(incident.witnesses[1].statement, Some(true));
    }
}
