//! Anchors: given away, and held against the logbook later.

use std::fmt::Write as _;

use houvast_logbook::Agreement;
use houvast_logbook::view::AnchorView;
use serde::Serialize;
use tauri::AppHandle;

use super::{Answer, TheDesk};
use crate::dialogs;
use crate::error::AppError;

/// An anchor as it is shown to be handed over.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct GivenAnchor {
    /// Word for word.
    pub text: String,
    /// Modules along a side of the QR code, without its margin.
    pub qr_side: usize,
    /// The dark modules as an SVG path, one unit a module.
    pub qr_path: String,
}

/// How the logbook agrees with an anchor.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct AgreementView {
    /// `agreement-<code>` in the texts.
    pub code: String,
    /// Records that the anchor covers.
    #[ts(type = "number")]
    pub covers: u64,
    /// Records since then.
    #[ts(type = "number")]
    pub later: u64,
    /// Records that are here.
    #[ts(type = "number")]
    pub here: u64,
}

#[tauri::command(async)]
pub(crate) fn give_anchor(desk: TheDesk<'_>, to: String) -> Answer<GivenAnchor> {
    let text = desk.with(|book| book.give_anchor(&to))?;
    // An anchor has some 250 bytes, and the largest QR code takes over 2,000.
    let code = qrcode::QrCode::new(text.as_bytes()).map_err(|_| AppError::new("internal"))?;
    let side = code.width();
    let mut path = String::new();
    for (place, colour) in code.to_colors().into_iter().enumerate() {
        if colour == qrcode::Color::Dark {
            // Writing to a String cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", place % side, place / side);
        }
    }
    Ok(GivenAnchor { text, qr_side: side, qr_path: path })
}

#[tauri::command(async)]
pub(crate) fn list_anchors(desk: TheDesk<'_>) -> Answer<Vec<AnchorView>> {
    desk.with(|book| Ok::<_, AppError>(book.anchors()))
}

/// Writes an anchor where the person chooses; answers with the file's name, or `null` if they chose none.
#[tauri::command(async)]
pub(crate) fn save_anchor(app: AppHandle, text: String) -> Answer<Option<String>> {
    let Some(chosen) = dialogs::save(&app, "ijkpunt.txt", None) else { return Ok(None) };
    chosen.write::<std::io::Error>(&app, |file| file.write_all(text.as_bytes()))?;
    Ok(Some(chosen.place(&app)))
}

#[tauri::command(async)]
pub(crate) fn compare_anchor(desk: TheDesk<'_>, text: String) -> Answer<AgreementView> {
    let agreement = desk.with(|book| book.agrees_with(&text))?;
    let (covers, later, here) = match agreement {
        Agreement::Holds { covers, later } => (covers, later, covers + later),
        Agreement::Older { covers, here } => (covers, 0, here),
        _ => (0, 0, 0),
    };
    Ok(AgreementView { code: agreement.code().to_owned(), covers, later, here })
}
