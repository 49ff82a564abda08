//! Keeping files, and giving them back.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use houvast_logbook::Keep;
use houvast_logbook::model::{Arrival, EvidenceId, IncidentId};
use houvast_logbook::outside::write_file;
use houvast_logbook::view::EvidenceView;
use serde::Serialize;
use tauri::{AppHandle, Emitter};

use super::{Answer, TheDesk};
use crate::desk::held;
use crate::dialogs;
use crate::error::AppError;
use crate::window;

/// What became of files that were to be kept.
#[derive(Default, Serialize, ts_rs::TS)]
pub(crate) struct Import {
    /// The kept ones.
    pub kept: Vec<EvidenceView>,
    /// The others, and why.
    pub refused: Vec<Refused>,
}

/// A file that was not kept.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct Refused {
    /// Its name.
    pub name: String,
    /// Why.
    pub error: AppError,
}

/// How far an import is.
#[derive(Clone, Serialize, ts_rs::TS)]
pub(crate) struct ImportProgress {
    /// The file.
    pub name: String,
    /// Which of them, from 1.
    pub index: usize,
    /// How many there are.
    pub count: usize,
    /// Bytes done of this one.
    #[ts(type = "number")]
    pub done: u64,
    /// Bytes of this one.
    #[ts(type = "number")]
    pub total: u64,
}

/// Bytes between two reports of progress.
const STEP: u64 = 4 << 20;

fn keep(
    app: &AppHandle,
    desk: &TheDesk<'_>,
    paths: &[PathBuf],
    arrival: Arrival,
    incident: Option<&IncidentId>,
) -> Import {
    desk.stop_import.store(false, Ordering::Relaxed);
    let mut import = Import::default();
    for (index, path) in paths.iter().enumerate() {
        let name = dialogs::name(path).unwrap_or_default();
        let mut told = 0;
        let kept = Keep { name: &name, arrival, incident }.file(&***desk, path, &mut |done, total| {
            desk.touch();
            if done == total || done - told >= STEP {
                told = done;
                let progress = ImportProgress { name: name.clone(), index: index + 1, count: paths.len(), done, total };
                // A window that is closing no longer listens.
                let _ = app.emit_to(window::LABEL, "import-progress", progress);
            }
            if desk.stop_import.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        match kept.map_err(AppError::from).and_then(|id| desk.with(|book| book.one_evidence(&id))) {
            Ok(view) => import.kept.push(view),
            Err(error) => {
                let stop = matches!(error.code.as_str(), "cancelled" | "full-disk" | "locked");
                import.refused.push(Refused { name: houvast_intake::safe_name(&name), error });
                if stop {
                    break;
                }
            }
        }
    }
    import
}

#[tauri::command(async)]
pub(crate) fn pick_evidence(app: AppHandle, desk: TheDesk<'_>, incident: Option<IncidentId>) -> Import {
    let paths = dialogs::pick_files(&app);
    keep(&app, &desk, &paths, Arrival::Picked, incident.as_ref())
}

#[tauri::command(async)]
pub(crate) fn import_dropped(app: AppHandle, desk: TheDesk<'_>, incident: Option<IncidentId>) -> Import {
    let paths = std::mem::take(&mut *held(&desk.dropped));
    keep(&app, &desk, &paths, Arrival::Dropped, incident.as_ref())
}

/// A pasted picture: its bytes come from the page.
#[tauri::command(async)]
pub(crate) fn import_bytes(
    desk: TheDesk<'_>,
    name: String,
    bytes: Vec<u8>,
    incident: Option<IncidentId>,
) -> Answer<EvidenceView> {
    let keep = Keep { name: &name, arrival: Arrival::Pasted, incident: incident.as_ref() };
    let id = keep.bytes(&**desk, &mut bytes.as_slice(), bytes.len() as u64, &mut |_, _| ControlFlow::Continue(()))?;
    desk.with(|book| book.one_evidence(&id))
}

#[tauri::command]
pub(crate) fn cancel_import(desk: TheDesk<'_>) {
    desk.stop_import.store(true, Ordering::Relaxed);
}

#[tauri::command(async)]
pub(crate) fn inbox(desk: TheDesk<'_>) -> Answer<Vec<EvidenceView>> {
    desk.with(|book| Ok::<_, AppError>(book.inbox()))
}

#[tauri::command(async)]
pub(crate) fn link_evidence(desk: TheDesk<'_>, id: EvidenceId, incident: Option<IncidentId>) -> Answer<EvidenceView> {
    desk.with(|book| {
        book.link_evidence(&id, incident)?;
        book.one_evidence(&id)
    })
}

#[tauri::command(async)]
pub(crate) fn describe_evidence(
    desk: TheDesk<'_>,
    id: EvidenceId,
    caption: String,
    transcript: String,
) -> Answer<EvidenceView> {
    desk.with(|book| {
        book.describe_evidence(&id, caption, transcript)?;
        book.one_evidence(&id)
    })
}

#[tauri::command(async)]
pub(crate) fn withdraw_evidence(desk: TheDesk<'_>, id: EvidenceId, reason: String) -> Answer<EvidenceView> {
    desk.with(|book| {
        book.withdraw_evidence(&id, &reason)?;
        book.one_evidence(&id)
    })
}

/// Writes the original where the person chooses; answers with the file's name, or `null` if they chose none.
#[tauri::command(async)]
pub(crate) fn save_evidence(app: AppHandle, desk: TheDesk<'_>, id: EvidenceId) -> Answer<Option<String>> {
    let name = desk.with(|book| book.one_evidence(&id))?.name;
    let Some(path) = dialogs::save(&app, &name, None) else { return Ok(None) };
    desk.with(|book| {
        write_file(&path, |file| {
            book.extract(&id, file, &mut |_| ControlFlow::Continue(())).map_err(std::io::Error::other)
        })
    })?;
    Ok(dialogs::name(&path))
}
