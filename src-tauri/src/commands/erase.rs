//! Erasing for good.

use houvast_logbook::model::{EvidenceId, IncidentId};
use houvast_logbook::view::ErasedView;

use super::{Answer, TheDesk};
use crate::error::AppError;

#[tauri::command(async)]
pub(crate) fn erase_incident(desk: TheDesk<'_>, id: IncidentId, with_evidence: bool, reason: String) -> Answer<()> {
    desk.with(|book| book.erase_incident(&id, with_evidence, &reason))
}

#[tauri::command(async)]
pub(crate) fn erase_evidence(desk: TheDesk<'_>, id: EvidenceId, reason: String) -> Answer<()> {
    desk.with(|book| book.erase_evidence(&id, &reason))
}

#[tauri::command]
pub(crate) fn list_erased(desk: TheDesk<'_>) -> Answer<Vec<ErasedView>> {
    desk.with(|book| Ok::<_, AppError>(book.erased()))
}
