//! One file a command.

pub(crate) mod amend;
pub(crate) mod anchor;
pub(crate) mod attach;
pub(crate) mod backup;
pub(crate) mod check;
pub(crate) mod contacts;
pub(crate) mod create;
pub(crate) mod demo;
pub(crate) mod erase;
pub(crate) mod extract;
pub(crate) mod guide;
pub(crate) mod key_sheet;
pub(crate) mod keys;
pub(crate) mod list;
pub(crate) mod package;
pub(crate) mod put;
pub(crate) mod record;
pub(crate) mod report;
pub(crate) mod show;
pub(crate) mod verify;

use std::str::FromStr;

use houvast_logbook::model::{EvidenceId, IncidentId};

use crate::failure::Failure;

/// Reads an id.
fn id<T: FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::Words("cli-bad-id", text.to_owned()))
}

/// Reads an incident's id.
fn incident_id(text: &str) -> Result<IncidentId, Failure> {
    id(text)
}

/// Reads an evidence id.
fn evidence_id(text: &str) -> Result<EvidenceId, Failure> {
    id(text)
}
