//! Photos and sound that are made with the app: they go straight into the logbook, and are in no file before.

use std::ops::ControlFlow;

use houvast_logbook::model::{Arrival, IncidentId};
use houvast_logbook::view::EvidenceView;
use houvast_logbook::{Keep, Recording};
use zeroize::Zeroizing;

use super::{Answer, TheDesk};
use crate::desk::held;
use crate::error::AppError;

/// Keeps a photo.
#[tauri::command(async)]
pub(crate) fn keep_photo(
    desk: TheDesk<'_>,
    name: String,
    bytes: Vec<u8>,
    incident: Option<IncidentId>,
) -> Answer<EvidenceView> {
    let bytes = Zeroizing::new(bytes);
    let keep = Keep { name: &name, arrival: Arrival::RecordedHere, incident: incident.as_ref() };
    let size = bytes.len() as u64;
    let id = keep.bytes(&**desk, &mut bytes.as_slice(), size, &mut |_, _| ControlFlow::Continue(()))?;
    desk.with(|book| book.one_evidence(&id))
}

/// Begins a sound. One that is still going on is ended; it becomes evidence at the next opening.
#[tauri::command(async)]
pub(crate) fn start_recording(desk: TheDesk<'_>, name: String) -> Answer<()> {
    desk.leave_recording();
    let recording = desk.with(|book| Recording::start(book, &name))?;
    *held(&desk.recording) = Some(recording);
    Ok(())
}

/// The next part of the sound. While one is being recorded the logbook does not lock by itself.
#[tauri::command(async)]
pub(crate) fn add_recording(desk: TheDesk<'_>, bytes: Vec<u8>) -> Answer<()> {
    let bytes = Zeroizing::new(bytes);
    desk.touch();
    match held(&desk.recording).as_mut() {
        Some(recording) => desk.with(|book| recording.write(book, &bytes)),
        None => Err(AppError::new("locked")),
    }
}

/// Ends the sound and makes evidence of it.
#[tauri::command(async)]
pub(crate) fn end_recording(desk: TheDesk<'_>, incident: Option<IncidentId>) -> Answer<EvidenceView> {
    let recording = held(&desk.recording).take().ok_or_else(|| AppError::new("locked"))?;
    let id = recording.take(&**desk)?;
    desk.with(|book| {
        if incident.is_some() {
            book.link_evidence(&id, incident)?;
        }
        book.one_evidence(&id)
    })
}

/// Throws the sound away.
#[tauri::command(async)]
pub(crate) fn drop_recording(desk: TheDesk<'_>) -> Answer<()> {
    match held(&desk.recording).take() {
        Some(recording) => desk.with(|book| recording.discard(book)),
        None => Ok(()),
    }
}
