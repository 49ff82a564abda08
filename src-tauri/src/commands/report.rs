//! The PDF.

use std::ops::ControlFlow;
use std::sync::atomic::Ordering;

use houvast_guidance::texts::Texts;
use houvast_logbook::outside::write_file;
use houvast_logbook::view::Filter;
use houvast_report::{Options, Step};
use serde::Serialize;
use tauri::{AppHandle, Emitter};

use super::{Answer, TheDesk};
use crate::dialogs;
use crate::error::AppError;
use crate::window;

/// What a report would hold.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct ReportSummary {
    /// Incidents.
    pub incidents: usize,
    /// Pieces of evidence.
    pub evidence: usize,
}

/// How far a report is.
#[derive(Clone, Serialize, ts_rs::TS)]
pub(crate) struct ReportProgress {
    /// What is being done.
    pub step: Step,
    /// Steps done.
    #[ts(type = "number")]
    pub done: u64,
    /// All steps.
    #[ts(type = "number")]
    pub total: u64,
}

#[tauri::command(async)]
pub(crate) fn report_summary(desk: TheDesk<'_>, options: Options) -> Answer<ReportSummary> {
    let filter = Filter { from: options.from, to: options.to, kinds: options.kinds, ..Filter::default() };
    desk.with(|book| {
        let incidents = book.incidents(&filter);
        let evidence = incidents.iter().map(|incident| incident.evidence.len()).sum();
        Ok::<_, AppError>(ReportSummary { incidents: incidents.len(), evidence })
    })
}

/// Makes the PDF where the person chooses; answers with the file's name, or `null` if they chose none.
#[tauri::command(async)]
pub(crate) fn save_report(app: AppHandle, desk: TheDesk<'_>, options: Options) -> Answer<Option<String>> {
    desk.stop_report.store(false, Ordering::Relaxed);
    let name = Texts::new(options.language).get("report-file-name");
    let Some(mut path) = dialogs::save(&app, &name, Some(("PDF", "pdf"))) else { return Ok(None) };
    if path.extension().is_none() {
        path.set_extension("pdf");
    }
    let input = houvast_report::gather(&**desk, &options, &desk.ports.clock.now())?;
    let program = std::env::current_exe()?;
    let pdf = houvast_report::child::render(&program, &input, &mut |step, done, total| {
        desk.touch();
        // A window that is closing no longer listens.
        let _ = app.emit_to(window::LABEL, "report-progress", ReportProgress { step, done, total });
        if desk.stop_report.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })?;
    write_file::<std::io::Error>(&path, |file| file.write_all(&pdf))?;
    Ok(dialogs::name(&path))
}

#[tauri::command]
pub(crate) fn cancel_report(desk: TheDesk<'_>) {
    desk.stop_report.store(true, Ordering::Relaxed);
}
