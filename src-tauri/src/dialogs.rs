//! The system's file dialogs: they start in a neutral place, and what was chosen in them is not remembered.

use std::path::PathBuf;

use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

use crate::away::Asked;
use crate::chosen::Chosen;

/// A dialog that starts where everybody's documents are, never where the last one ended.
#[cfg(desktop)]
fn neutral(app: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    use tauri::Manager;

    let paths = app.path();
    let folder = paths.document_dir().ok().filter(|folder| folder.is_dir()).or_else(|| paths.home_dir().ok());
    let dialog = app.dialog().file();
    match folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}

/// A phone's chooser starts where it likes. On iOS it must not copy what is chosen into the app's folder.
#[cfg(mobile)]
fn neutral(app: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    app.dialog().file().set_file_access_mode(tauri_plugin_dialog::FileAccessMode::Scoped)
}

/// Closes those that are open, as if the person chose nothing: the logbook was locked, or is to be out of sight.
#[cfg(target_os = "linux")]
pub(crate) fn dismiss(app: &AppHandle) {
    use gtk::prelude::{Cast, DialogExt};

    let close = || {
        for window in gtk::Window::list_toplevels() {
            if let Ok(dialog) = window.downcast::<gtk::Dialog>() {
                dialog.response(gtk::ResponseType::Cancel);
            }
        }
    };
    // An app that is ending shows none.
    let _ = app.run_on_main_thread(close);
}

/// Elsewhere the system keeps them to itself.
#[cfg(not(target_os = "linux"))]
pub(crate) fn dismiss(_: &AppHandle) {}

/// Lets the person choose files; none if they chose none.
pub(crate) fn pick_files(app: &AppHandle) -> Vec<Chosen> {
    let _asked = Asked::new(app);
    let chosen = neutral(app).blocking_pick_files().unwrap_or_default();
    let chosen: Vec<Chosen> = chosen.into_iter().filter_map(Chosen::from_dialog).collect();
    forget(app, &chosen);
    chosen
}

/// Lets the person choose a folder.
#[cfg(desktop)]
pub(crate) fn pick_folder(app: &AppHandle) -> Option<PathBuf> {
    let path = neutral(app).blocking_pick_folder()?.into_path().ok()?;
    forget(app, &[path.clone().into()]);
    Some(path)
}

/// A phone hands over files, and no folders.
#[cfg(mobile)]
pub(crate) fn pick_folder(_: &AppHandle) -> Option<PathBuf> {
    None
}

/// Lets the person choose one file.
pub(crate) fn pick_file(app: &AppHandle) -> Option<Chosen> {
    let _asked = Asked::new(app);
    let chosen = Chosen::from_dialog(neutral(app).blocking_pick_file()?)?;
    forget(app, std::slice::from_ref(&chosen));
    Some(chosen)
}

/// Lets the person choose where to save a file, of the only sort there is if one is given; a name without an ending
/// gets that of the sort.
pub(crate) fn save(app: &AppHandle, name: &str, sort: Option<(&str, &str)>) -> Option<Chosen> {
    let _asked = Asked::new(app);
    let mut dialog = neutral(app).set_file_name(name);
    if let Some((label, ending)) = sort {
        dialog = dialog.add_filter(label, &[ending]);
    }
    let answer = dialog.blocking_save_file();
    sweep(app, name);
    let mut chosen = Chosen::from_dialog(answer?)?;
    forget(app, std::slice::from_ref(&chosen));
    if let (Some((_, ending)), Chosen::Path(path)) = (sort, &mut chosen)
        && path.extension().is_none()
    {
        path.set_extension(ending);
    }
    Some(chosen)
}

/// iOS can only move a file to where the person chooses, so the dialog makes an empty one of that name first. If nothing was
/// chosen it would stay, and its name with it.
#[cfg(target_os = "ios")]
fn sweep(app: &AppHandle, name: &str) {
    use tauri::Manager;

    let Ok(folder) = app.path().document_dir() else { return };
    let empty = folder.join(name);
    if empty.metadata().is_ok_and(|about| about.is_file() && about.len() == 0) {
        // The next one of that name takes its place.
        let _ = std::fs::remove_file(empty);
    }
}

/// Elsewhere nothing is made before it is chosen.
#[cfg(not(target_os = "ios"))]
fn sweep(_: &AppHandle, _: &str) {}

/// GTK's dialogs put what was chosen on the list of recent files, which other programs show. It is taken off again
/// before the list is written.
#[cfg(target_os = "linux")]
fn forget(app: &AppHandle, chosen: &[Chosen]) {
    use gtk::prelude::RecentManagerExt;

    let paths: Vec<PathBuf> = chosen
        .iter()
        .filter_map(|chosen| match chosen {
            Chosen::Path(path) => Some(path.clone()),
            Chosen::Address(_) => None,
        })
        .collect();
    // Without a main loop there was no dialog either.
    let _ = app.run_on_main_thread(move || {
        let Some(recent) = gtk::RecentManager::default() else { return };
        for path in paths {
            if let Ok(address) = gtk::glib::filename_to_uri(&path, None) {
                // It may not be on the list.
                let _ = recent.remove_item(&address);
            }
        }
    });
}

/// Other systems keep their lists by what a program opens, and that is not told to them.
#[cfg(not(target_os = "linux"))]
fn forget(_: &AppHandle, _: &[Chosen]) {}
