//! `amend`

use std::path::Path;

use houvast_logbook::model::Incident;

use super::record::name_unknown_fields;
use super::{incident_id, saved};
use crate::ask;
use crate::failure::Failure;
use crate::session::Session;

/// Fields that are given replace the present ones; the others stay as they are.
pub(crate) fn amend(session: &Session, incident: &str, input: &Path, reason: &str) -> Result<(), Failure> {
    let id = incident_id(incident)?;
    let book = session.open()?;
    let present = book.borrow().incident(&id)?.incident;
    let mut fields = serde_json::to_value(&present).unwrap_or_default();
    let given = ask::json(input)?;
    let [serde_json::Value::Object(given)] = given.as_slice() else {
        return Err(Failure::Words("cli-not-an-object", input.display().to_string()));
    };
    if let Some(fields) = fields.as_object_mut() {
        fields.extend(given.clone());
    }
    let amended: Incident =
        serde_json::from_value(fields).map_err(|error| Failure::Words("cli-bad-entry", format!("1: {error}")))?;
    name_unknown_fields(session, &amended);
    book.borrow_mut().amend(&id, amended, reason)?;
    saved(session, incident);
    Ok(())
}
