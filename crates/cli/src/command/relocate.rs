//! `move`

use houvast_logbook::model::EvidenceId;

use super::{evidence_id, incident_id};
use crate::failure::Failure;
use crate::print;
use crate::session::Session;

/// Puts evidence that is in the logbook with an incident, or without one back in the inbox: all of it or none.
pub(crate) fn run(session: &Session, evidence: &[String], incident: Option<&str>) -> Result<(), Failure> {
    let ids: Vec<EvidenceId> = evidence.iter().map(|id| evidence_id(id)).collect::<Result<_, _>>()?;
    let incident = incident.map(incident_id).transpose()?;
    session.open()?.borrow_mut().link_all(&ids, incident.as_ref())?;
    if session.json {
        print::json(&serde_json::json!({ "ids": ids, "incident": incident }));
    } else {
        print::remark(&session.texts.get("cli-saved"));
    }
    Ok(())
}
