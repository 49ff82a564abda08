//! The recovery key on a page, to be printed.

use houvast_logbook::RecoveryKey;
use houvast_logbook::outside::write_file;
use houvast_report::{KeySheet, child};
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::{Answer, TheDesk};
use crate::dialogs;
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
    let Some(path) = dialogs::save(&app, &name, Some(("PDF", "pdf"))) else { return Ok(None) };
    desk.touch();
    let sheet = KeySheet::new(&key, explained, language);
    let program = std::env::current_exe()?;
    let pdf = child::key_sheet(&program, &sheet).map_err(|_| AppError::new("key-sheet-failed"))?;
    write_file::<std::io::Error>(&path, |file| file.write_all(&pdf))?;
    Ok(dialogs::name(&path))
}
