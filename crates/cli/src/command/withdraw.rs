//! `withdraw` and `bring-back`

use super::{Either, either, incident_id, saved};
use crate::failure::Failure;
use crate::session::Session;

pub(crate) fn withdraw(session: &Session, id: &str, reason: &str) -> Result<(), Failure> {
    // What is no id is said before anything is typed.
    incident_id(id)?;
    let book = session.open()?;
    let mut book = book.borrow_mut();
    match either(&book, id)? {
        Either::Incident(id) => book.withdraw(&id, reason)?,
        Either::Evidence(id) => book.withdraw_evidence(&id, reason)?,
    }
    saved(session, id);
    Ok(())
}

pub(crate) fn bring_back(session: &Session, id: &str, reason: &str) -> Result<(), Failure> {
    incident_id(id)?;
    let book = session.open()?;
    let mut book = book.borrow_mut();
    match either(&book, id)? {
        Either::Incident(id) => book.restore(&id, reason)?,
        Either::Evidence(id) => book.restore_evidence(&id, reason)?,
    }
    saved(session, id);
    Ok(())
}
