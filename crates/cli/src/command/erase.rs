//! `erase`

use super::{Either, either, incident_id};
use crate::failure::Failure;
use crate::print;
use crate::session::Session;

pub(crate) fn run(session: &Session, id: &str, keep_files: bool, reason: &str, for_good: bool) -> Result<(), Failure> {
    incident_id(id)?;
    // Said before anything is typed.
    if !for_good {
        return Err(Failure::Words("cli-erase-for-good", id.to_owned()));
    }
    let book = session.open()?;
    let mut book = book.borrow_mut();
    match either(&book, id)? {
        Either::Incident(id) => book.erase_incident(&id, !keep_files, reason)?,
        Either::Evidence(id) => book.erase_evidence(&id, reason)?,
    }
    print::remark(&session.texts.get("cli-erased"));
    Ok(())
}
