//! What is handed over: the PDF, the package, and a look at the pages before.

use std::ops::ControlFlow;
use std::sync::atomic::Ordering;

use houvast_guidance::Lang;
use houvast_guidance::texts::Texts;
use houvast_logbook::model::IncidentId;
use houvast_logbook::view::{Filter, GivenView};
use houvast_report::{Options, Pattern, Pick, Picked, Step};
use serde::Serialize;
use tauri::{AppHandle, Emitter};
use zeroize::Zeroizing;

use super::{Answer, TheDesk};
use crate::desk::held;
use crate::error::AppError;
use crate::{apart, dialogs, window};

/// Letters and digits of a password that nobody reads wrong.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Groups of a password and letters of a group: a hundred bits.
const GROUPS: (usize, usize) = (5, 4);

/// What a report would hold.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct ReportSummary {
    /// Incidents.
    pub incidents: usize,
    /// Pieces of evidence.
    pub evidence: usize,
    /// Incidents that do not go along because the words stand in their private notes alone.
    pub private: usize,
}

/// How far a report is.
#[derive(Clone, Serialize, ts_rs::TS)]
pub(crate) struct ReportProgress {
    /// What is being done.
    pub step: Step,
    /// Steps done, or bytes.
    #[ts(type = "number")]
    pub done: u64,
    /// All steps, or bytes.
    #[ts(type = "number")]
    pub total: u64,
}

/// Pages of a preview that can be shown.
#[derive(Clone, Serialize, ts_rs::TS)]
pub(crate) struct PreviewPages {
    /// Which preview: a new one for every choice.
    #[ts(type = "number")]
    pub preview: u64,
    /// Pages that can be shown.
    pub shown: usize,
    /// All pages.
    pub total: usize,
}

/// What was saved.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct SavedReport {
    /// Where it is: its name, on a PC behind that of its folder.
    pub name: String,
    /// Evidence that could not be read and is missing: number and name.
    pub missing: Vec<(usize, String)>,
}

/// What was last saved, until it is said to whom it was given.
pub(crate) struct Saved {
    anchor: String,
    incidents: Vec<IncidentId>,
}

#[tauri::command(async)]
pub(crate) fn report_summary(desk: TheDesk<'_>, options: Options) -> Answer<ReportSummary> {
    let filter = options.filter();
    desk.with(|book| {
        let incidents = book.incidents(&filter);
        let evidence = incidents.iter().map(|incident| incident.evidence.len()).sum();
        let private = if filter.search.is_empty() {
            0
        } else {
            book.incidents(&Filter { without_notes: false, ..filter.clone() }).len() - incidents.len()
        };
        Ok::<_, AppError>(ReportSummary { incidents: incidents.len(), evidence, private })
    })
}

/// The pattern of the whole logbook, in this language.
#[tauri::command(async)]
pub(crate) fn show_pattern(desk: TheDesk<'_>, language: Lang) -> Answer<Pattern> {
    Ok(houvast_report::pattern(&**desk, language, &desk.ports.clock.now())?)
}

/// The incidents behind a bar or a row of it.
#[tauri::command(async)]
pub(crate) fn pick_pattern(desk: TheDesk<'_>, pick: Pick) -> Answer<Vec<Picked>> {
    Ok(houvast_report::picked(&**desk, &pick, &desk.ports.clock.now())?)
}

/// Draws the pages. They are at `vault://localhost/preview/<preview>-<page>` as soon as `preview-pages` says so; a newer
/// preview ends this one.
#[tauri::command(async)]
pub(crate) fn preview_report(app: AppHandle, desk: TheDesk<'_>, options: Options) -> Answer<PreviewPages> {
    let preview = desk.previews.fetch_add(1, Ordering::SeqCst) + 1;
    held(&desk.pages).clear();
    let input = houvast_report::gather_quickly(&**desk, &options, &desk.ports.clock.now())?;
    let program = apart::program()?;
    let mut at = PreviewPages { preview, shown: 0, total: 0 };
    houvast_report::child::preview(program.as_deref(), &input, &mut |total, svg| {
        let mut pages = held(&desk.pages);
        // Under the lock, so that no page of an old choice comes after those of a new one, or after locking.
        if desk.previews.load(Ordering::SeqCst) != preview || !desk.is_open() {
            return ControlFlow::Break(());
        }
        pages.push(svg);
        at = PreviewPages { preview, shown: pages.len(), total };
        drop(pages);
        // A window that is closing no longer listens.
        let _ = app.emit_to(window::LABEL, "preview-pages", at.clone());
        ControlFlow::Continue(())
    })?;
    Ok(at)
}

/// Makes the PDF where the person chooses; answers with `null` if they chose none.
#[tauri::command(async)]
pub(crate) fn save_report(app: AppHandle, desk: TheDesk<'_>, options: Options) -> Answer<Option<SavedReport>> {
    desk.stop_report.store(false, Ordering::Relaxed);
    let name = Texts::new(options.language).get("report-file-name");
    let Some(chosen) = dialogs::save(&app, &name, Some(("PDF", "pdf"))) else { return Ok(None) };
    let input = houvast_report::gather(&**desk, &options, &desk.ports.clock.now())?;
    let program = apart::program()?;
    let pdf = houvast_report::child::render(program.as_deref(), &input, &mut |step, done, total| {
        going_on(&app, &desk, step, done, total)
    })?;
    chosen.write::<std::io::Error>(&app, |file| file.write_all(&pdf))?;
    let anchor = desk.with(|book| Ok::<_, AppError>(book.anchor()))?;
    let incidents = input.incidents.into_iter().map(|told| told.id).collect();
    *held(&desk.saved) = Some(Saved { anchor, incidents });
    Ok(Some(SavedReport { name: chosen.place(&app), missing: Vec::new() }))
}

/// Makes the package where the person chooses; answers with `null` if they chose none.
#[tauri::command(async)]
pub(crate) fn save_package(
    app: AppHandle,
    desk: TheDesk<'_>,
    options: Options,
    password: Option<String>,
) -> Answer<Option<SavedReport>> {
    let password = password.map(Zeroizing::new);
    desk.stop_report.store(false, Ordering::Relaxed);
    let name = Texts::new(options.language).get("package-file-name");
    let Some(chosen) = dialogs::save(&app, &name, Some(("ZIP", "zip"))) else { return Ok(None) };
    let program = apart::program()?;
    let made = desk.ports.clock.now();
    let mut package = None;
    chosen.write::<houvast_report::Error>(&app, |file| {
        let password = password.as_ref().map(|password| password.as_str());
        let progress = &mut |step, done, total| going_on(&app, &desk, step, done, total);
        package =
            Some(houvast_report::package(&**desk, program.as_deref(), &options, &made, password, file, progress)?);
        Ok(())
    })?;
    let Some(package) = package else { return Err(AppError::new("report-failed")) };
    *held(&desk.saved) = Some(Saved { anchor: package.anchor, incidents: package.incidents });
    Ok(Some(SavedReport { name: chosen.place(&app), missing: package.missing }))
}

/// Tells the window how far it is, and stops if the person said so.
fn going_on(app: &AppHandle, desk: &TheDesk<'_>, step: Step, done: u64, total: u64) -> ControlFlow<()> {
    desk.touch();
    // A window that is closing no longer listens.
    let _ = app.emit_to(window::LABEL, "report-progress", ReportProgress { step, done, total });
    if desk.stop_report.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
}

#[tauri::command]
pub(crate) fn cancel_report(desk: TheDesk<'_>) {
    desk.stop_report.store(true, Ordering::Relaxed);
}

/// A password that can be read out over the telephone.
#[tauri::command]
pub(crate) fn make_password(desk: TheDesk<'_>) -> String {
    let mut random = Zeroizing::new([0_u8; GROUPS.0 * GROUPS.1]);
    desk.ports.entropy.fill(&mut *random);
    let groups: Vec<String> = random
        .chunks(GROUPS.1)
        // A byte has eight times as many values as there are letters, so each is as likely.
        .map(|group| group.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
        .collect();
    groups.join("-")
}

/// Notes to whom what was last saved is given.
#[tauri::command(async)]
pub(crate) fn note_given(desk: TheDesk<'_>, to: String) -> Answer<()> {
    let Some(Saved { anchor, incidents }) = held(&desk.saved).take() else {
        return Err(AppError::new("nothing-saved"));
    };
    let noted = desk.with(|book| book.give_report(&to, &anchor, incidents.clone()));
    if noted.is_err() {
        // It can be tried again.
        *held(&desk.saved) = Some(Saved { anchor, incidents });
    }
    noted
}

/// To whom something was given, the latest last.
#[tauri::command(async)]
pub(crate) fn list_given(desk: TheDesk<'_>) -> Answer<Vec<GivenView>> {
    desk.with(|book| Ok::<_, AppError>(book.given()))
}
