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
pub(crate) mod relocate;
pub(crate) mod report;
pub(crate) mod show;
pub(crate) mod verify;
pub(crate) mod withdraw;

use std::str::FromStr;

use houvast_logbook::Book;
use houvast_logbook::model::{EvidenceId, IncidentId};

use crate::failure::Failure;
use crate::print;
use crate::session::Session;

/// An incident or a piece of evidence. The two sorts of ids look alike, and are random enough never to be the same.
enum Either {
    Incident(IncidentId),
    Evidence(EvidenceId),
}

/// Which of the two an id names. What is in the book as neither counts as an incident, and is refused as such.
fn either(book: &Book, text: &str) -> Result<Either, Failure> {
    let evidence = evidence_id(text)?;
    if book.one_evidence(&evidence).is_ok() {
        Ok(Either::Evidence(evidence))
    } else {
        incident_id(text).map(Either::Incident)
    }
}

/// Says that it is saved; with `--json` by the id.
fn saved(session: &Session, id: &str) {
    if session.json {
        print::json(&serde_json::json!({ "id": id }));
    } else {
        print::remark(&session.texts.get("cli-saved"));
    }
}

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
