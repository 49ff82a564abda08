//! Backups, and putting one back.

use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use houvast_logbook::view::{BackupView, Filter, Missing};
use houvast_logbook::{Book, Problem, RecoveryKey, Restore, Unlock};
use houvast_phone::PhoneExt;
use serde::Serialize;
use tauri::{AppHandle, Emitter};
use zeroize::Zeroizing;

use super::{Answer, TheDesk};
use crate::awake::Awake;
use crate::chosen::Chosen;
use crate::desk::{Desk, held};
use crate::dialogs;
use crate::error::AppError;
use crate::window;

/// Bytes that must stay free on a phone when something large is put beside the logbook.
const SPARE: u64 = 64 << 20;
/// Bytes that are handed over at a time.
const PART: usize = 1 << 20;

/// How far something long is.
#[derive(Clone, Serialize, ts_rs::TS)]
pub(crate) struct WorkProgress {
    /// Parts done.
    #[ts(type = "number")]
    pub done: u64,
    /// All parts.
    #[ts(type = "number")]
    pub total: u64,
}

/// A backup that was read and checked, and waits to be put back.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct RestoreView {
    /// The backup's file.
    pub name: String,
    /// Incidents in it.
    pub incidents: usize,
    /// Files in it.
    pub evidence: usize,
    /// When the last of its incidents was written down (RFC 3339).
    pub newest: Option<String>,
    /// What does not hold in it.
    pub problems: Vec<Problem>,
    /// The logbook that is here.
    pub here: Here,
}

/// The logbook that a backup would replace.
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Here {
    /// There is none.
    None,
    /// It does not open with the same passphrase, so it cannot be compared.
    Unknown,
    /// What it holds and the backup lacks.
    Lacks(Missing),
}

/// Tells the page how far something long is, unless somebody asked to stop it.
pub(super) fn progress(
    app: &AppHandle,
    event: &'static str,
    stop: &AtomicBool,
    done: u64,
    total: u64,
) -> ControlFlow<()> {
    // A window that is closing no longer listens.
    let _ = app.emit_to(window::LABEL, event, WorkProgress { done, total });
    if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

#[tauri::command]
pub(crate) fn last_backup(desk: TheDesk<'_>) -> Answer<BackupView> {
    desk.with(|book| book.last_backup())
}

/// Makes a backup where the person chooses; answers with the file's name, or `null` if they chose none.
#[tauri::command(async)]
pub(crate) fn make_backup(app: AppHandle, desk: TheDesk<'_>) -> Answer<Option<String>> {
    desk.stop_work.store(false, Ordering::Relaxed);
    let now = desk.ports.clock.now();
    let name = houvast_logbook::backup_name(&now);
    let Some(chosen) = dialogs::save(&app, &name, None) else { return Ok(None) };
    let _awake = Awake::new(&app);
    let told = &mut |done, total| {
        desk.touch();
        progress(&app, "backup-progress", &desk.stop_work, done, total)
    };
    match &chosen {
        Chosen::Path(path) => houvast_logbook::backup(&**desk, path, told)?,
        Chosen::Address(_) => by_way_of(&app, &desk, &chosen, told)?,
    }
    Ok(Some(chosen.place(&app)))
}

/// At an address there is no file that a database could be made in. So it is made beside the logbook, sealed as it is, and
/// handed over from there. On the device's own storage that takes room for two, which is asked for before anything is done.
fn by_way_of(
    app: &AppHandle,
    desk: &Desk,
    chosen: &Chosen,
    told: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Answer<()> {
    let size = std::fs::metadata(desk.path()).map_or(0, |about| about.len());
    let copies = if chosen.takes_room_here() { 2 } else { 1 };
    if app.phone().free_space().is_ok_and(|free| free < copies * size + SPARE) {
        return Err(AppError::new("full-disk"));
    }
    let beside = Beside(desk.on_the_way());
    houvast_logbook::backup(desk, &beside.0, &mut |done, total| told(done, 2 * total))?;
    let mut made = std::fs::File::open(&beside.0)?;
    let size = made.metadata()?.len();
    chosen.write(app, |out| {
        let mut done = 0;
        let mut part = vec![0; PART];
        loop {
            let count = match io::Read::read(&mut made, &mut part) {
                Ok(0) => return Ok(()),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            out.write_all(&part[..count])?;
            done += count as u64;
            if told(size + done, 2 * size).is_break() {
                return Err(io::ErrorKind::Interrupted.into());
            }
        }
    })
}

/// However this ends, the copy beside the logbook goes. One that a kill left goes at the next start.
struct Beside(PathBuf);

impl Drop for Beside {
    fn drop(&mut self) {
        // It may not have been made.
        let _ = std::fs::remove_file(&self.0);
    }
}

#[tauri::command]
pub(crate) fn cancel_work(desk: TheDesk<'_>) {
    desk.stop_work.store(true, Ordering::Relaxed);
}

/// Lets the person choose a backup, reads and checks it, and compares it with the logbook that is here. `secret` is the
/// backup's passphrase, or its recovery key.
#[tauri::command(async)]
pub(crate) fn read_backup(
    app: AppHandle,
    desk: TheDesk<'_>,
    secret: String,
    by_key: bool,
) -> Answer<Option<RestoreView>> {
    let secret = Zeroizing::new(secret);
    if desk.is_open() {
        return Err(AppError::new("in-use"));
    }
    let key = by_key.then(|| RecoveryKey::parse(&secret)).transpose()?;
    let unlock = key.as_ref().map_or(Unlock::Passphrase(&secret), Unlock::RecoveryKey);
    desk.stop_work.store(false, Ordering::Relaxed);
    desk.leave_put_sound();
    *held(&desk.restore) = None;
    let Some(from) = dialogs::pick_file(&app) else { return Ok(None) };
    let _awake = Awake::new(&app);
    let told = &mut |done, total| progress(&app, "restore-progress", &desk.stop_work, done, total);
    let restore = match &from {
        Chosen::Path(path) => Restore::read(path, &desk.path(), &unlock, desk.ports.clone(), told)?,
        Chosen::Address(_) => {
            let (mut source, size) = from.open(&app)?;
            let size = size.unwrap_or(0);
            if app.phone().free_space().is_ok_and(|free| free < size + SPARE) {
                return Err(AppError::new("full-disk"));
            }
            Restore::read_from(&mut source, size, &desk.path(), &unlock, desk.ports.clone(), told)?
        }
    };
    let view = view(&desk, from.name(&app), &restore, &unlock)?;
    *held(&desk.restore) = Some(restore);
    Ok(Some(view))
}

fn view(desk: &Desk, name: String, restore: &Restore, unlock: &Unlock<'_>) -> Answer<RestoreView> {
    let book = restore.book();
    let incidents = book.incidents(&Filter { withdrawn: true, ..Filter::default() });
    let here = if desk.path().exists() {
        match Book::open(&desk.path(), unlock, desk.ports.clone()) {
            Ok(here) => Here::Lacks(restore.lacks(&here)?),
            Err(_) => Here::Unknown,
        }
    } else {
        Here::None
    };
    Ok(RestoreView {
        name,
        incidents: incidents.len(),
        evidence: book.evidence().len(),
        newest: incidents.iter().map(|incident| incident.recorded.clone()).max(),
        problems: restore.problems().to_vec(),
        here,
    })
}

/// Puts the backup that was read in the logbook's place; answers with the new name of the logbook that was there.
#[tauri::command(async)]
pub(crate) fn put_backup(desk: TheDesk<'_>) -> Answer<Option<String>> {
    let Some(restore) = held(&desk.restore).take() else { return Err(AppError::new("cancelled")) };
    let aside: Option<PathBuf> = restore.put()?;
    // They were for the logbook that was here.
    desk.end_other_ways();
    Ok(aside.and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned())))
}

/// Throws away the backup that was read.
#[tauri::command]
pub(crate) fn drop_backup(desk: TheDesk<'_>) {
    *held(&desk.restore) = None;
}
