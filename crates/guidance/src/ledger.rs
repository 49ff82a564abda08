//! The ledger of the Routekaart: each of its lines, and what became of it. A line is used by some content, or it says
//! why it is not for the victim. So nothing of the source is left out unseen.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::content::read;
use crate::{contacts, emergency, expect, measures, tips, topics};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    line: Vec<SourceEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceEntry {
    id: String,
    page: u8,
    says: String,
    organisation: Option<String>,
    step: Option<String>,
    reason: Option<String>,
    unsure: Option<String>,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("routekaart.toml", include_str!("../content/routekaart.toml")));

/// A line of the Routekaart and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine {
    /// Its id.
    pub id: String,
    /// The page on which it stands.
    pub page: u8,
    /// A few of its words.
    pub says: String,
    /// Whose column it stands in.
    pub organisation: Option<String>,
    /// At which step it stands.
    pub step: Option<String>,
    /// Why it is not for the victim.
    pub reason: Option<String>,
    /// What is not certain about its place.
    pub unsure: Option<String>,
    /// Where the content makes use of it.
    pub used_by: Vec<String>,
}

/// Every use that the content makes of a line: where, and the line's id.
pub fn uses() -> Vec<(String, String)> {
    topics::uses()
        .chain(measures::uses())
        .chain(expect::uses())
        .chain(contacts::uses())
        .chain(emergency::uses())
        .chain(tips::uses())
        .map(|(place, line)| (place, line.clone()))
        .collect()
}

/// Every line of the Routekaart, and what became of it.
pub fn ledger() -> Vec<SourceLine> {
    let uses = uses();
    FILE.line
        .iter()
        .map(|entry| SourceLine {
            id: entry.id.clone(),
            page: entry.page,
            says: entry.says.clone(),
            organisation: entry.organisation.clone(),
            step: entry.step.clone(),
            reason: entry.reason.clone(),
            unsure: entry.unsure.clone(),
            used_by: uses.iter().filter(|(_, line)| *line == entry.id).map(|(place, _)| place.clone()).collect(),
        })
        .collect()
}
