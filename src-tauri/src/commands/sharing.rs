//! What other apps share, and the way back to them.

use houvast_phone::{Error, PhoneExt, Shared};
use tauri::{AppHandle, Emitter, Url};

use super::backup::progress;
use super::{Put, TheDesk};
use crate::awake::Awake;
use crate::chosen::Chosen;
use crate::desk::{Desk, held};
use crate::{sharing, window};

/// Tells the page when another app shares something.
pub(crate) fn listen(app: &AppHandle) {
    let told = app.clone();
    // On a PC nothing ever is.
    let _ = app.phone().on_shared(move || {
        // A page that is being loaded asks by itself.
        let _ = told.emit_to(window::LABEL, "shared", ());
    });
}

/// Takes in what was shared; `null` if nothing was.
#[tauri::command(async)]
pub(crate) fn take_shared(app: AppHandle, desk: TheDesk<'_>) -> Option<Put> {
    // One page may ask twice: at its beginning, and because it was told.
    let _alone = held(&desk.taking);
    let shared = match app.phone().shared() {
        Ok(shared) => shared,
        Err(Error::NotHere) => shared_by_a_test(&desk),
        Err(_) => Vec::new(),
    };
    if shared.is_empty() {
        return None;
    }
    let open = |address: &str| {
        let address = Url::parse(address).map_err(|_| houvast_logbook::KeepError::Vanished)?;
        Chosen::Address(address).open(&app)
    };
    let done = |address: &str| {
        // A copy that stays is taken away at the next start.
        let _ = app.phone().done_with(address);
    };
    let _awake = Awake::new(&app);
    Some(sharing::take(&desk, shared, &open, &done, &mut |done, total| {
        progress(&app, "put-progress", &desk.stop_work, done, total)
    }))
}

/// Goes back to the app that shared something. False where there is no way to: the person knows it.
#[tauri::command(async)]
pub(crate) fn back_to_other_app(app: AppHandle, desk: TheDesk<'_>) -> bool {
    // As going to the background, in case that is not told.
    if desk.preferences().lock_hidden && desk.is_open() {
        crate::away::lock(&app, &desk);
    }
    app.phone().back_to_other_app().is_ok()
}

/// Opens the dialler with this number in it. False where there is none, as on a PC: the person needs a telephone.
#[tauri::command(async)]
pub(crate) fn dial(app: AppHandle, number: String) -> bool {
    app.phone().dial(&number).is_ok()
}

/// The page has kept its drafts: the logbook may be locked.
#[tauri::command]
pub(crate) fn drafts_kept(desk: TheDesk<'_>) {
    desk.away.kept();
}

/// The page asks the system for the camera or the microphone, or that is over. A phone's question for that puts the app into
/// the background.
#[tauri::command]
pub(crate) fn asking_system(desk: TheDesk<'_>, asking: bool) {
    desk.away.ask(asking);
}

/// The files that a test names, once: no PC shares anything.
fn shared_by_a_test(desk: &Desk) -> Vec<Shared> {
    if !window::is_driven_by_a_test() || std::mem::replace(&mut *held(&desk.shared_once), true) {
        return Vec::new();
    }
    let named = std::env::var_os("HOUVAST_SHARED").unwrap_or_default();
    std::env::split_paths(&named)
        .filter_map(|path| Url::from_file_path(&path).ok().map(|address| (path, address)))
        .map(|(path, address)| Shared {
            uri: Some(address.into()),
            name: path.file_name().map(|name| name.to_string_lossy().into_owned()),
            kind: None,
            text: None,
            size: None,
        })
        .collect()
}
