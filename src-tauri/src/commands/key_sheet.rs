//! The recovery key on a page, to be printed.

use houvast_logbook::RecoveryKey;
use houvast_report::{KeySheet, child};
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::{Answer, TheDesk};
use crate::error::AppError;
use crate::{apart, dialogs};

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
    let Some(chosen) = dialogs::save(&app, &name, Some(("PDF", "pdf"))) else { return Ok(None) };
    desk.touch();
    let sheet = KeySheet::new(&key, explained, language);
    let program = apart::program()?;
    let pdf = child::key_sheet(program.as_deref(), &sheet).map_err(|_| AppError::new("key-sheet-failed"))?;
    chosen.write::<std::io::Error>(&app, |file| file.write_all(&pdf))?;
    Ok(Some(chosen.place(&app)))
}
