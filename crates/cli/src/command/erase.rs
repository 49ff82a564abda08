//! `erase`

use super::{evidence_id, incident_id};
use crate::failure::Failure;
use crate::print;
use crate::session::Session;

pub(crate) fn run(session: &Session, id: &str, keep_files: bool, reason: &str, for_good: bool) -> Result<(), Failure> {
    let (incident, evidence) = (incident_id(id)?, evidence_id(id)?);
    // Said before anything is typed.
    if !for_good {
        return Err(Failure::Words("cli-erase-for-good", id.to_owned()));
    }
    let book = session.open()?;
    let mut book = book.borrow_mut();
    // The two sorts of ids look alike, and are random enough never to be the same.
    if book.one_evidence(&evidence).is_ok() {
        book.erase_evidence(&evidence, reason)?;
    } else {
        book.erase_incident(&incident, !keep_files, reason)?;
    }
    print::remark(&session.texts.get("cli-erased"));
    Ok(())
}
