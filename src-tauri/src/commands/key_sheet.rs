//! The recovery key on a page, to be printed.

use houvast_logbook::RecoveryKey;
use houvast_logbook::outside::write_file;
use houvast_report::{KeySheet, child};
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;
use zeroize::Zeroizing;

use super::{Answer, TheDesk};
use crate::error::AppError;

/// Writes the page where the person chooses; answers with the file's name, or `null` if they chose none. The key
/// comes from the page that shows it: the logbook itself cannot say it again.
#[tauri::command(async)]
pub(crate) fn save_key_sheet(
    app: AppHandle,
    desk: TheDesk<'_>,
    key: String,
    explained: bool,
) -> Answer<Option<String>> {
    let key = RecoveryKey::parse(&Zeroizing::new(key))?;
    let language = desk.preferences().language;
    let name = KeySheet::file_name(language);
    let chosen = app.dialog().file().add_filter("PDF", &["pdf"]).set_file_name(name).blocking_save_file();
    let Some(mut path) = chosen.and_then(|file| file.into_path().ok()) else { return Ok(None) };
    if path.extension().is_none() {
        path.set_extension("pdf");
    }
    desk.touch();
    let sheet = KeySheet::new(&key, explained, language);
    let program = std::env::current_exe()?;
    let pdf = child::key_sheet(&program, &sheet).map_err(|_| AppError::new("key-sheet-failed"))?;
    write_file::<std::io::Error>(&path, |file| file.write_all(&pdf))?;
    Ok(path.file_name().map(|name| name.to_string_lossy().into_owned()))
}
