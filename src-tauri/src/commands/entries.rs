//! Incidents, who it is about, drafts.

use houvast_logbook::model::{EvidenceId, Incident, IncidentId};
use houvast_logbook::view::{Case, Filter, FoundIncident, IncidentSummary, IncidentView, Linked, Timeline};

use super::{Answer, TheDesk};
use crate::error::AppError;

#[tauri::command(async)]
pub(crate) fn list_incidents(desk: TheDesk<'_>, filter: Filter) -> Answer<Vec<IncidentSummary>> {
    desk.with(|book| Ok::<_, AppError>(book.incidents(&filter)))
}

/// Incidents to choose from, the newest first, in one line each.
#[tauri::command(async)]
pub(crate) fn find_incidents(desk: TheDesk<'_>, filter: Filter, most: usize) -> Answer<Vec<FoundIncident>> {
    desk.with(|book| Ok::<_, AppError>(book.find_incidents(&filter, most)))
}

/// These incidents in one line each.
#[tauri::command(async)]
pub(crate) fn incident_lines(desk: TheDesk<'_>, ids: Vec<IncidentId>) -> Answer<Vec<FoundIncident>> {
    desk.with(|book| Ok::<_, AppError>(book.incident_lines(&ids)))
}

/// The timeline; its lines only if they are not those of this revision. Nothing if they are and this filter was asked for
/// then, as when somebody comes back to it: it would be the same.
#[tauri::command(async)]
pub(crate) fn show_timeline(
    desk: TheDesk<'_>,
    filter: Filter,
    known: Option<u64>,
    again: bool,
) -> Answer<Option<Timeline>> {
    desk.with(|book| {
        let is_same = again && known == Some(book.revision());
        Ok::<_, AppError>((!is_same).then(|| book.timeline(&filter, known)))
    })
}

/// The same with the newest lines only, for the first look.
#[tauri::command(async)]
pub(crate) fn begin_timeline(desk: TheDesk<'_>, filter: Filter, most: usize) -> Answer<Timeline> {
    desk.with(|book| Ok::<_, AppError>(book.beginning_of_timeline(&filter, most)))
}

#[tauri::command(async)]
pub(crate) fn get_incident(desk: TheDesk<'_>, id: IncidentId) -> Answer<IncidentView> {
    desk.with(|book| book.incident(&id))
}

#[tauri::command(async)]
pub(crate) fn linked_incidents(desk: TheDesk<'_>, id: IncidentId) -> Answer<Vec<Linked>> {
    desk.with(|book| book.linked(&id))
}

#[tauri::command(async)]
pub(crate) fn record_incident(
    desk: TheDesk<'_>,
    incident: Incident,
    evidence: Vec<EvidenceId>,
) -> Answer<IncidentView> {
    desk.with(|book| {
        let id = book.record(incident, &evidence)?;
        book.incident(&id)
    })
}

#[tauri::command(async)]
pub(crate) fn amend_incident(
    desk: TheDesk<'_>,
    id: IncidentId,
    incident: Incident,
    reason: String,
) -> Answer<IncidentView> {
    desk.with(|book| {
        book.amend(&id, incident, &reason)?;
        book.incident(&id)
    })
}

#[tauri::command(async)]
pub(crate) fn withdraw_incident(desk: TheDesk<'_>, id: IncidentId, reason: String) -> Answer<IncidentView> {
    desk.with(|book| {
        book.withdraw(&id, &reason)?;
        book.incident(&id)
    })
}

#[tauri::command(async)]
pub(crate) fn restore_incident(desk: TheDesk<'_>, id: IncidentId, reason: String) -> Answer<IncidentView> {
    desk.with(|book| {
        book.restore(&id, &reason)?;
        book.incident(&id)
    })
}

#[tauri::command(async)]
pub(crate) fn get_case(desk: TheDesk<'_>) -> Answer<Case> {
    desk.with(|book| Ok::<_, AppError>(book.case()))
}

#[tauri::command(async)]
pub(crate) fn set_case(desk: TheDesk<'_>, case: Case) -> Answer<()> {
    desk.with(|book| book.set_case(case))
}

#[tauri::command(async)]
pub(crate) fn save_draft(desk: TheDesk<'_>, form: String, draft: Option<serde_json::Value>) -> Answer<()> {
    desk.with(|book| book.set_draft(&form, draft.as_ref()))
}

#[tauri::command(async)]
pub(crate) fn load_draft(desk: TheDesk<'_>, form: String) -> Answer<Option<serde_json::Value>> {
    desk.with(|book| book.draft(&form))
}
