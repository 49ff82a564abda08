//! Making, opening, locking; settings; what the locked emergency panel shows.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use houvast_logbook::{Book, KdfCost, Problem, RecoveryKey, Unlock};
use houvast_phone::PhoneExt;
use serde::Serialize;
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::backup::progress;
use super::{Answer, TheDesk};
use crate::away;
use crate::desk::Desk;
use crate::error::AppError;
use crate::panel::OwnPanel;
use crate::preferences::Preferences;
use crate::strength;
use crate::ways_in::KeyUse;
use crate::window;

/// How long one try at the passphrase should take on this device.
const TRY_MILLIS: u64 = 500;
/// The weakest passphrase that is taken, on zxcvbn's scale of 0 to 4: beyond a throttled guesser with the file.
const STRONG_ENOUGH: u8 = 3;

/// How things stand when the page is loaded.
#[derive(Serialize, ts_rs::TS)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own")]
pub(crate) struct Status {
    /// Is there a logbook, and is it open?
    pub state: LogbookState,
    /// What was set.
    pub preferences: Preferences,
    /// Can this system keep the window out of screenshots and shared screens?
    pub can_protect: bool,
    /// Is this a phone? It hands over files and no folders, and has no window to drop them on.
    pub phone: bool,
    /// Can the webview record a film? `WebKitGTK` 2.50 says that it can, and gives nothing.
    pub films: bool,
    /// Where the logbook is, or will be.
    pub path: String,
    /// Did the person choose to show contact persons on the locked emergency panel?
    pub panel_shown: bool,
    /// Those contact persons; only while the logbook is locked. With the rest, so that nothing of the panel waits longer.
    pub panel: Option<OwnPanel>,
    /// How many tries there are at the PIN; `null` if none holds.
    pub pin_tries: Option<u8>,
    /// Does a key that this device keeps open the logbook?
    pub device_key: KeyUse,
}

/// Is there a logbook, and is it open?
#[derive(Serialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogbookState {
    /// There is none yet.
    None,
    /// It is locked.
    Locked,
    /// It is open.
    Open,
}

/// How hard a passphrase is to guess.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct Strength {
    /// 0 to 4.
    pub score: u8,
    /// Is it taken?
    pub enough: bool,
}

/// A recovery key, shown once.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct ShownOnce {
    /// Eight groups of six digits.
    pub recovery_key: String,
}

/// What `check_logbook` found; it tells how far it is by `check-progress`.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct Checked {
    /// Everything holds.
    pub ok: bool,
    /// What does not.
    pub problems: Vec<Problem>,
}

/// About the file.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct VaultInfo {
    /// Where it is.
    pub path: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// Incidents in it.
    pub incidents: usize,
    /// Files in it.
    pub evidence: usize,
    /// Found wrong when it was opened.
    pub problems: Vec<Problem>,
    /// The app's version.
    pub version: &'static str,
}

#[tauri::command]
pub(crate) fn status(desk: TheDesk<'_>) -> Status {
    let path = desk.path();
    let state = match (desk.is_open(), path.exists()) {
        (true, _) => LogbookState::Open,
        (false, true) => LogbookState::Locked,
        (false, false) => LogbookState::None,
    };
    let panel = desk.panel();
    let panel_shown = panel.is_some();
    let panel = panel.filter(|_| matches!(state, LogbookState::Locked));
    Status {
        state,
        preferences: desk.preferences(),
        can_protect: window::CAN_PROTECT,
        phone: cfg!(mobile),
        films: !cfg!(target_os = "linux"),
        path: path.display().to_string(),
        panel_shown,
        panel,
        pin_tries: desk.pin_tries(),
        device_key: desk.key_use(),
    }
}

#[tauri::command]
pub(crate) fn set_preferences(app: AppHandle, desk: TheDesk<'_>, preferences: Preferences) -> Answer<()> {
    window::dress(&app, &preferences);
    desk.set_preferences(preferences)
}

/// Shows contact persons on the locked emergency panel too, or no longer.
#[tauri::command(async)]
pub(crate) fn show_on_panel(desk: TheDesk<'_>, shown: bool) -> Answer<()> {
    desk.set_panel(shown)
}

fn strength(passphrase: &str, names: &[String]) -> Strength {
    let score = strength::score(passphrase, names);
    Strength { score, enough: score >= STRONG_ENOUGH }
}

/// The names in an open logbook; of a locked one none are known.
fn names(desk: &TheDesk<'_>) -> Vec<String> {
    let case = desk.with(|book| Ok::<_, AppError>(book.case())).unwrap_or_default();
    strength::words(&[&case.victim, &case.suspect, &case.address, &case.children])
}

#[tauri::command(async)]
pub(crate) fn passphrase_strength(desk: TheDesk<'_>, passphrase: String) -> Strength {
    strength(&Zeroizing::new(passphrase), &names(&desk))
}

fn strong(passphrase: &str, names: &[String]) -> Answer<()> {
    if strength(passphrase, names).enough { Ok(()) } else { Err(AppError::new("weak-passphrase")) }
}

/// What a try is to cost here: a phone spends as much memory as it can spare, a PC as much as a phone can open.
fn cost(app: &AppHandle) -> KdfCost {
    let most = match app.phone().memory() {
        Ok(memory) => KdfCost::most_on(memory.total, memory.low),
        // Nothing is known of a phone that does not answer.
        Err(_) if cfg!(mobile) => KdfCost::most_on(0, true),
        Err(_) => KdfCost::CALIBRATED_MOST,
    };
    let begin = Instant::now();
    KdfCost::calibrate(TRY_MILLIS, most, &mut || begin.elapsed())
}

#[tauri::command(async)]
pub(crate) fn create_logbook(app: AppHandle, desk: TheDesk<'_>, passphrase: String) -> Answer<ShownOnce> {
    let passphrase = Zeroizing::new(passphrase);
    strong(&passphrase, &[])?;
    // What was chosen for another logbook does not hold for this one.
    desk.set_panel(false)?;
    desk.end_other_ways();
    let (book, key) = Book::create(&desk.path(), &passphrase, cost(&app), desk.ports.clone())?;
    desk.put(book, desk.ways.since())?;
    Ok(ShownOnce { recovery_key: key.to_string() })
}

#[tauri::command(async)]
pub(crate) fn unlock(desk: TheDesk<'_>, passphrase: String) -> Answer<()> {
    let passphrase = Zeroizing::new(passphrase);
    desk.open_with_passphrase(&passphrase)
}

#[tauri::command(async)]
pub(crate) fn unlock_with_recovery_key(
    app: AppHandle,
    desk: TheDesk<'_>,
    key: String,
    new_passphrase: String,
) -> Answer<()> {
    let (key, passphrase) = (Zeroizing::new(key), Zeroizing::new(new_passphrase));
    let key = RecoveryKey::parse(&key)?;
    strong(&passphrase, &[])?;
    desk.leave_put_sound();
    let since = desk.ways.since();
    let mut book = Book::open(&desk.path(), &Unlock::RecoveryKey(&key), desk.ports.clone())?;
    book.change_passphrase(&passphrase, cost(&app))?;
    desk.end_other_ways();
    desk.put(book, since)
}

#[tauri::command]
pub(crate) fn lock(app: AppHandle, desk: TheDesk<'_>) {
    away::then(&app, &desk, |desk| {
        desk.lock();
        desk.leave_put_sound();
    });
}

#[tauri::command]
pub(crate) fn quick_exit(app: AppHandle, desk: TheDesk<'_>) {
    // Out of sight first.
    window::hide(&app);
    away::then(&app, &desk, Desk::leave);
}

#[tauri::command]
pub(crate) fn activity(desk: TheDesk<'_>) {
    desk.touch();
    // Who uses it has it in front, whatever the system told.
    desk.away.came_back();
}

/// Who sits at an open logbook must still know the passphrase to change the ways in.
pub(super) fn must_know(desk: &TheDesk<'_>, passphrase: &str) -> Answer<()> {
    desk.with(|book| book.verify_passphrase(passphrase))
}

#[tauri::command(async)]
pub(crate) fn change_passphrase(app: AppHandle, desk: TheDesk<'_>, current: String, new: String) -> Answer<()> {
    let (current, new) = (Zeroizing::new(current), Zeroizing::new(new));
    must_know(&desk, &current)?;
    strong(&new, &names(&desk))?;
    let cost = cost(&app);
    desk.with(|book| book.change_passphrase(&new, cost))?;
    desk.end_other_ways();
    Ok(())
}

#[tauri::command(async)]
pub(crate) fn new_recovery_key(desk: TheDesk<'_>, passphrase: String) -> Answer<ShownOnce> {
    must_know(&desk, &Zeroizing::new(passphrase))?;
    let key = desk.with(houvast_logbook::Book::replace_recovery_key)?;
    Ok(ShownOnce { recovery_key: key.to_string() })
}

#[tauri::command(async)]
pub(crate) fn check_logbook(app: AppHandle, desk: TheDesk<'_>) -> Answer<Checked> {
    desk.stop_work.store(false, Ordering::Relaxed);
    let asked = Arc::clone(&desk);
    let stop = move || asked.stop_work.load(Ordering::Relaxed);
    let told = &mut |done, total| progress(&app, "check-progress", &desk.stop_work, done, total);
    let problems = houvast_logbook::check(&**desk.inner(), stop, told)?;
    desk.touch();
    Ok(Checked { ok: problems.is_empty(), problems })
}

#[tauri::command]
pub(crate) fn vault_info(desk: TheDesk<'_>) -> Answer<VaultInfo> {
    let path = desk.path();
    let size = std::fs::metadata(&path).map_or(0, |about| about.len());
    desk.with(|book| {
        Ok::<_, AppError>(VaultInfo {
            path: path.display().to_string(),
            size,
            incidents: book.count(),
            evidence: book.evidence().len(),
            problems: book.problems(),
            version: env!("CARGO_PKG_VERSION"),
        })
    })
}
