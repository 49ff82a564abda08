//! Evidence to look at: what the page cannot read by itself is read here.

use std::io::Cursor;
use std::ops::ControlFlow;

use houvast_intake::Apart;
use houvast_intake::pdf::{self, PdfError};
use houvast_intake::{MOST_MAIL, text_piece};
use houvast_logbook::Keep;
use houvast_logbook::model::{Arrival, EvidenceId, Family, IncidentId};
use houvast_logbook::view::EvidenceView;
use serde::Serialize;
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::{Answer, TheDesk};
use crate::desk::{Desk, held};
use crate::error::AppError;
use crate::{apart, dialogs, protocol};

/// How sound and films are played here.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct Playing {
    /// The page fetches the whole of it in pieces of so many bytes: this webview plays nothing from our own address. `null`
    /// if it does.
    #[ts(type = "number | null")]
    pub piece: Option<u64>,
    /// Largest file that is played, in bytes; `null` if any is.
    #[ts(type = "number | null")]
    pub most: Option<u64>,
}

/// A piece of a text.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct TextShown {
    /// What stands there, with what cannot be seen made visible.
    pub text: String,
    /// Where the next piece begins; `null` if this was the last.
    #[ts(type = "number | null")]
    pub next: Option<u64>,
}

/// An e-mail to look at. Nothing in it was checked.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct MailShown {
    /// Who sent it, as it says.
    pub from: String,
    /// To whom.
    pub to: String,
    /// Who else got it.
    pub cc: String,
    /// When it was sent, as it says: RFC 3339, if that can be read.
    pub date: Option<String>,
    /// What it is about.
    pub subject: String,
    /// Every field in front of it.
    pub fields: Vec<(String, String)>,
    /// What it says.
    pub text: String,
    /// There is more text than that.
    pub cut: bool,
    /// What came with it: name and bytes.
    #[ts(type = "[string, number][]")]
    pub attachments: Vec<(String, u64)>,
}

#[tauri::command]
pub(crate) fn how_played() -> Playing {
    if cfg!(target_os = "linux") {
        Playing { piece: Some(protocol::PIECE), most: Some(protocol::PLAYED) }
    } else {
        Playing { piece: None, most: None }
    }
}

/// A piece of a text, from the byte that the piece before named.
#[tauri::command(async)]
pub(crate) fn read_text(desk: TheDesk<'_>, id: EvidenceId, from: u64) -> Answer<TextShown> {
    let mut reader = desk.with(|book| book.reader(&id, &**desk))?;
    let piece = text_piece(&mut reader, from).map_err(|_| AppError::new("not-shown"))?;
    Ok(TextShown { text: piece.text, next: piece.next })
}

#[tauri::command(async)]
pub(crate) fn read_mail(desk: TheDesk<'_>, id: EvidenceId) -> Answer<MailShown> {
    let bytes = whole(&desk, &id, MOST_MAIL)?;
    let mail = houvast_intake::mail(&bytes).ok_or_else(|| AppError::new("not-shown"))?;
    Ok(MailShown {
        from: mail.from,
        to: mail.to,
        cc: mail.cc,
        date: mail.date,
        subject: mail.subject,
        fields: mail.fields,
        text: mail.text,
        cut: mail.cut,
        attachments: mail.attachments.into_iter().map(|attachment| (attachment.name, attachment.size)).collect(),
    })
}

/// Keeps what came with an e-mail as evidence of its own, beside the e-mail.
#[tauri::command(async)]
pub(crate) fn keep_attachment(desk: TheDesk<'_>, id: EvidenceId, number: usize) -> Answer<EvidenceView> {
    let incident: Option<IncidentId> = desk.with(|book| book.one_evidence(&id))?.incident;
    let (name, bytes) = attachment(&desk, &id, number)?;
    let keep = Keep { name: &name, arrival: Arrival::FromMail, incident: incident.as_ref() };
    let mut source = Cursor::new(bytes.as_slice());
    let id = keep.bytes(&**desk, &mut source, bytes.len() as u64, &mut |_, _| ControlFlow::Continue(()))?;
    desk.with(|book| book.one_evidence(&id))
}

/// Writes what came with an e-mail where the person chooses; answers with the file's name, or `null` if they chose none.
#[tauri::command(async)]
pub(crate) fn save_attachment(
    app: AppHandle,
    desk: TheDesk<'_>,
    id: EvidenceId,
    number: usize,
) -> Answer<Option<String>> {
    let (name, bytes) = attachment(&desk, &id, number)?;
    let Some(chosen) = dialogs::save(&app, &name, None) else { return Ok(None) };
    chosen.write::<std::io::Error>(&app, |file| file.write_all(&bytes))?;
    Ok(Some(chosen.place(&app)))
}

fn attachment(desk: &Desk, id: &EvidenceId, number: usize) -> Answer<(String, Zeroizing<Vec<u8>>)> {
    let mail = whole(desk, id, MOST_MAIL)?;
    let (name, bytes) = houvast_intake::attachment(&mail, number).ok_or_else(|| AppError::new("not-shown"))?;
    Ok((name, Zeroizing::new(bytes)))
}

/// Width and height of each page of a PDF, in points.
#[tauri::command(async)]
pub(crate) fn pdf_pages(desk: TheDesk<'_>, id: EvidenceId) -> Answer<Vec<(f32, f32)>> {
    let sizes = with_pdf(&desk, &id, |apart, pdf| pdf::child::sizes(apart, pdf))?;
    Ok(sizes.iter().map(|size| (size.width, size.height)).collect())
}

/// The text of a page of a PDF, counted from 0; empty if it has none, as a scan.
#[tauri::command(async)]
pub(crate) fn pdf_text(desk: TheDesk<'_>, id: EvidenceId, page: usize) -> Answer<String> {
    with_pdf(&desk, &id, |apart, pdf| pdf::child::text(apart, pdf, page))
}

/// Asks something of a PDF, apart from everything else.
pub(crate) fn with_pdf<T>(
    desk: &Desk,
    id: &EvidenceId,
    ask: impl FnOnce(Apart<'_>, &[u8]) -> Result<T, PdfError>,
) -> Answer<T> {
    if desk.with(|book| book.one_evidence(id))?.family != Family::Pdf {
        return Err(AppError::new("not-shown"));
    }
    let _alone = held(&desk.drawing);
    let bytes = whole(desk, id, pdf::MOST_PDF)?;
    let program = apart::program()?;
    ask(program.as_deref().into(), &bytes).map_err(|error| {
        AppError::new(match error {
            PdfError::Locked => "pdf-locked",
            PdfError::TooMuch => "pdf-too-much",
            _ => "not-shown",
        })
    })
}

/// All of a piece of evidence, if it is not larger than that.
fn whole(desk: &Desk, id: &EvidenceId, most: u64) -> Answer<Zeroizing<Vec<u8>>> {
    houvast_logbook::whole(desk, id, most).map_err(|error| match error.code() {
        "too-large" => AppError::new("too-large-to-show"),
        _ => error.into(),
    })
}
