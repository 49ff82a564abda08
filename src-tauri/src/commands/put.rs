//! Writing while locked: what is put in cannot be read until the logbook is opened.

use std::ops::ControlFlow;
use std::sync::atomic::Ordering;

use houvast_guidance::texts::Texts;
use houvast_logbook::{LockedRecording, put_note, put_stream, take_inbox};
use serde::Serialize;
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::backup::progress;
use super::{Answer, Refused, TheDesk};
use crate::awake::Awake;
use crate::chosen::Chosen;
use crate::desk::held;
use crate::dialogs;
use crate::error::AppError;

/// What became of files that were to be put in.
#[derive(Default, Serialize, ts_rs::TS)]
pub(crate) struct Put {
    /// How many were put in.
    pub count: usize,
    /// The others, and why.
    pub refused: Vec<Refused>,
}

/// Puts a note into the locked logbook.
#[tauri::command(async)]
pub(crate) fn put_in_note(desk: TheDesk<'_>, text: String) -> Answer<()> {
    let text = Zeroizing::new(text);
    let name = Texts::new(desk.preferences().language).get("put-note-name");
    Ok(put_note(&desk.path(), &desk.ports, &name, &text)?)
}

/// Puts a photo that was just taken into the locked logbook.
#[tauri::command(async)]
pub(crate) fn put_in_photo(desk: TheDesk<'_>, name: String, bytes: Vec<u8>) -> Answer<()> {
    let bytes = Zeroizing::new(bytes);
    let size = Some(bytes.len() as u64);
    let go_on = &mut |_, _| ControlFlow::Continue(());
    Ok(put_stream(&desk.path(), &desk.ports, &name, &mut bytes.as_slice(), size, go_on)?)
}

/// Puts files that the person chooses into the locked logbook.
#[tauri::command(async)]
pub(crate) fn put_in_files(app: AppHandle, desk: TheDesk<'_>) -> Put {
    let files = dialogs::pick_files(&app);
    put(&app, &desk, &files)
}

/// Puts the files that were dropped on the window into the locked logbook.
#[tauri::command(async)]
pub(crate) fn put_in_dropped(app: AppHandle, desk: TheDesk<'_>) -> Put {
    let paths = std::mem::take(&mut *held(&desk.dropped));
    put(&app, &desk, &paths.into_iter().map(Chosen::from).collect::<Vec<_>>())
}

/// Begins a sound in the locked logbook. One that is still going on is ended, and is kept.
#[tauri::command(async)]
pub(crate) fn start_put_sound(desk: TheDesk<'_>, name: String) -> Answer<()> {
    desk.leave_put_sound();
    let recording = LockedRecording::start(&desk.path(), &desk.ports, &name)?;
    *held(&desk.put_sound) = Some(recording);
    Ok(())
}

/// The next part of it.
#[tauri::command(async)]
pub(crate) fn add_put_sound(desk: TheDesk<'_>, bytes: Vec<u8>) -> Answer<()> {
    let bytes = Zeroizing::new(bytes);
    match held(&desk.put_sound).as_mut() {
        Some(recording) => Ok(recording.write(&bytes)?),
        None => Err(AppError::new("recording-ended")),
    }
}

/// Ends it, if there is one. It cannot be listened to until the logbook is opened.
#[tauri::command(async)]
pub(crate) fn end_put_sound(desk: TheDesk<'_>) -> Answer<()> {
    match held(&desk.put_sound).take() {
        Some(recording) => Ok(recording.leave()?),
        None => Ok(()),
    }
}

/// Throws it away.
#[tauri::command(async)]
pub(crate) fn drop_put_sound(desk: TheDesk<'_>) -> Answer<()> {
    match held(&desk.put_sound).take() {
        Some(recording) => Ok(recording.discard()?),
        None => Ok(()),
    }
}

fn put(app: &AppHandle, desk: &TheDesk<'_>, files: &[Chosen]) -> Put {
    desk.stop_work.store(false, Ordering::Relaxed);
    let _awake = Awake::new(app);
    let mut all = Put::default();
    for file in files {
        let name = file.name(app);
        let done = file.open(app).and_then(|(mut source, size)| {
            put_stream(&desk.path(), &desk.ports, &name, &mut source, size, &mut |done, total| {
                progress(app, "put-progress", &desk.stop_work, done, total)
            })
        });
        match done {
            Ok(()) => all.count += 1,
            Err(error) => {
                let error = AppError::from(error);
                let stop = matches!(error.code.as_str(), "cancelled" | "full-disk" | "inbox-full" | "in-use");
                all.refused.push(Refused { name: houvast_intake::safe_name(&name), error });
                if stop {
                    break;
                }
            }
        }
    }
    all
}

/// Takes in what was put in while the logbook was locked; answers with how many there were.
#[tauri::command(async)]
pub(crate) fn take_in(app: AppHandle, desk: TheDesk<'_>) -> Answer<usize> {
    desk.stop_work.store(false, Ordering::Relaxed);
    let _awake = Awake::new(&app);
    let taken = take_inbox(&**desk, &mut |done, total| {
        desk.touch();
        progress(&app, "take-progress", &desk.stop_work, done as u64, total as u64)
    })?;
    Ok(taken.len())
}
