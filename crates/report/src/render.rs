//! Laying the report out.

use std::collections::HashSet;
use std::ops::ControlFlow;

use chrono::{Datelike, Timelike};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::consultation::{BACKS, Back, FRONTS, Front, Room};
use crate::input::Form;
use crate::safe::{self, Care};
use crate::world::Desk;
use crate::{Error, Input, sheet};

const TEMPLATE: &str = include_str!("report.typ");

/// How far the report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ReportStep")]
pub enum Step {
    /// The text is being prepared.
    Preparing,
    /// The pages are being laid out.
    LayingOut,
    /// The PDF is being written.
    Writing,
    /// The originals are being put into the package, in bytes.
    Packing,
}

/// Makes the PDF. The same input gives the same bytes.
///
/// # Errors
/// When it is stopped, or the layout fails.
pub fn render(input: &Input, progress: &mut dyn FnMut(Step, u64, u64) -> ControlFlow<()>) -> Result<Vec<u8>, Error> {
    let pdf = carefully(|care| attempt(input, care, progress));
    // Without this every report would leave its text and pictures in a cache.
    comemo::evict(0);
    pdf
}

/// Tries with the usual care, and where that fails with the utmost: a shaper can ask for a glyph that no font has although
/// it has the characters. The text arrives all the same.
pub(crate) fn carefully<T>(mut attempt: impl FnMut(Care) -> Result<T, Error>) -> Result<T, Error> {
    match attempt(Care::Usual) {
        Err(Error::Layout(_)) => attempt(Care::Utmost),
        other => other,
    }
}

fn attempt(
    input: &Input,
    care: Care,
    progress: &mut dyn FnMut(Step, u64, u64) -> ControlFlow<()>,
) -> Result<Vec<u8>, Error> {
    let document = laid_out(input, care, progress)?;
    step(progress, Step::Writing)?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{}/{}/{}", input.root, input.log_size, input.made.to_rfc3339())),
        creator: Smart::Custom(Some(input.generator.clone())),
        timestamp: timestamp(input),
        standards: standards()?,
        ..PdfOptions::default()
    };
    written(&document, &options)
}

/// Lays the pages out.
pub(crate) fn laid_out(
    input: &Input,
    care: Care,
    progress: &mut dyn FnMut(Step, u64, u64) -> ControlFlow<()>,
) -> Result<PagedDocument, Error> {
    step(progress, Step::Preparing)?;
    match input.options.form {
        Form::Full => {
            let desk = desk(input, care, None);
            step(progress, Step::LayingOut)?;
            pages(&desk)
        }
        Form::Consultation => {
            step(progress, Step::LayingOut)?;
            two_pages(input, care)
        }
    }
}

/// Lays out a consultation with as much in it as two pages hold: first as much as the first page takes, then the other.
fn two_pages(input: &Input, care: Care) -> Result<PagedDocument, Error> {
    let fits = |front: Front, back: Back| -> Result<Option<PagedDocument>, Error> {
        let document = pages(&desk(input, care, Some(Room { front, back })))?;
        Ok(Some(document).filter(|document| document.pages().len() <= 2))
    };
    let (mut front, least) = (FRONTS[FRONTS.len() - 1], BACKS[BACKS.len() - 1]);
    for wanted in FRONTS {
        if fits(wanted, least)?.is_some() {
            front = wanted;
            break;
        }
    }
    for back in BACKS {
        if let Some(document) = fits(front, back)? {
            return Ok(document);
        }
    }
    pages(&desk(input, care, Some(Room { front, back: least })))
}

/// Everything that the template asks for.
fn desk(input: &Input, care: Care, room: Option<Room>) -> Desk {
    let drawn: HashSet<&str> = input.pictures.iter().map(|picture| picture.id.as_str()).collect();
    let sheet::Written { sheet, drawings } = sheet::of(input, &drawn, room);
    let mut data: Value = serde_json::to_value(sheet).unwrap_or_default();
    safe::value(&mut data, care);
    let mut files = vec![
        ("data.json".to_owned(), data.to_string().into_bytes()),
        ("weeks.svg".to_owned(), drawings.weeks.into_bytes()),
        ("hours.svg".to_owned(), drawings.hours.into_bytes()),
        ("kinds.svg".to_owned(), drawings.kinds.into_bytes()),
    ];
    // Two pages to talk from hand over those two pages alone.
    if input.options.form == Form::Full {
        files.push(("timeline.json".to_owned(), crate::timeline_json(input)));
    }
    for picture in &input.pictures {
        files.push((format!("small/{}.jpg", picture.id), picture.small.clone()));
        files.push((format!("large/{}.jpg", picture.id), picture.large.clone()));
    }
    Desk::new(TEMPLATE, files)
}

/// Lays out what is on the desk.
pub(crate) fn pages(desk: &Desk) -> Result<PagedDocument, Error> {
    let Warned { output, .. } = typst::compile::<PagedDocument>(desk);
    output.map_err(|errors| layout(&errors))
}

/// To be kept for decades, and read by everybody.
pub(crate) fn standards() -> Result<PdfStandards, Error> {
    PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|error| Error::Layout(error.message().to_string()))
}

/// Writes the pages as PDF.
pub(crate) fn written(document: &PagedDocument, options: &PdfOptions) -> Result<Vec<u8>, Error> {
    typst_pdf::pdf(document, options).map_err(|errors| layout(&errors))
}

fn step(progress: &mut dyn FnMut(Step, u64, u64) -> ControlFlow<()>, step: Step) -> Result<(), Error> {
    let done = step as u64;
    if progress(step, done, Step::Writing as u64 + 1).is_break() { Err(Error::Cancelled) } else { Ok(()) }
}

fn timestamp(input: &Input) -> Option<Timestamp> {
    let made = &input.made;
    // Every part is in range for a byte: months, days, hours, minutes, seconds.
    let part = |value: u32| u8::try_from(value).unwrap_or(0);
    let local = Datetime::from_ymd_hms(
        made.year(),
        part(made.month()),
        part(made.day()),
        part(made.hour()),
        part(made.minute()),
        part(made.second()),
    )?;
    Timestamp::new_local(local, made.offset().local_minus_utc() / 60)
}

/// What went wrong, without what was laid out: Typst's messages about glyphs quote the text.
fn layout(errors: &[SourceDiagnostic]) -> Error {
    let first = errors.first().map_or("no reason was given", |error| error.message.as_str());
    Error::Layout(first.split(['`', '"']).next().unwrap_or_default().to_owned())
}
