//! The system's file dialogs: they start in a neutral place, and what was chosen in them is not remembered.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// A dialog that starts where everybody's documents are, never where the last one ended.
fn neutral(app: &AppHandle) -> FileDialogBuilder<tauri::Wry> {
    let paths = app.path();
    let folder = paths.document_dir().ok().filter(|folder| folder.is_dir()).or_else(|| paths.home_dir().ok());
    let dialog = app.dialog().file();
    match folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}

/// Lets the person choose files; none if they chose none.
pub(crate) fn pick_files(app: &AppHandle) -> Vec<PathBuf> {
    let chosen = neutral(app).blocking_pick_files().unwrap_or_default();
    let paths: Vec<PathBuf> = chosen.into_iter().filter_map(|file| file.into_path().ok()).collect();
    forget(app, paths.clone());
    paths
}

/// Lets the person choose a folder.
pub(crate) fn pick_folder(app: &AppHandle) -> Option<PathBuf> {
    let path = neutral(app).blocking_pick_folder()?.into_path().ok()?;
    forget(app, vec![path.clone()]);
    Some(path)
}

/// Lets the person choose one file.
pub(crate) fn pick_file(app: &AppHandle) -> Option<PathBuf> {
    let path = neutral(app).blocking_pick_file()?.into_path().ok()?;
    forget(app, vec![path.clone()]);
    Some(path)
}

/// Lets the person choose where to save a file, of the only sort there is if one is given; a name without an ending
/// gets that of the sort.
pub(crate) fn save(app: &AppHandle, name: &str, sort: Option<(&str, &str)>) -> Option<PathBuf> {
    let mut dialog = neutral(app).set_file_name(name);
    if let Some((label, ending)) = sort {
        dialog = dialog.add_filter(label, &[ending]);
    }
    let mut path = dialog.blocking_save_file()?.into_path().ok()?;
    forget(app, vec![path.clone()]);
    if let Some((_, ending)) = sort
        && path.extension().is_none()
    {
        path.set_extension(ending);
    }
    Some(path)
}

/// The name of a chosen file, to tell the person.
pub(crate) fn name(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// GTK's dialogs put what was chosen on the list of recent files, which other programs show. It is taken off again
/// before the list is written.
#[cfg(target_os = "linux")]
fn forget(app: &AppHandle, paths: Vec<PathBuf>) {
    use gtk::prelude::RecentManagerExt;
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
fn forget(_: &AppHandle, _: Vec<PathBuf>) {}
