//! The pattern for the screen: the very drawings and sentences of the report's first two pages.

use std::collections::HashSet;

use houvast_guidance::Lang;
use houvast_logbook::Lend;
use houvast_vault::Moment;
use serde::Serialize;

use crate::input::Options;
use crate::{Error, gather_quickly, sheet};

/// What stands out in the logbook, and its charts.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Pattern {
    /// Numbers to see at once, each with what was counted.
    pub figures: Vec<(String, String)>,
    /// A label and lines, each with a head that stands out and what follows it.
    pub points: Vec<(String, Vec<(String, String)>)>,
    /// Incidents per week; none without incidents.
    pub weeks: Option<Chart>,
    /// Days and hours; none if no hour is known.
    pub hours: Option<Chart>,
    /// Kinds; none if no kind was said.
    pub kinds: Option<Chart>,
}

/// A chart: the drawing, and the same in words and numbers.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Chart {
    /// Its heading.
    pub title: String,
    /// What it shows, in a sentence.
    pub says: String,
    /// The drawing, as SVG without words.
    pub svg: String,
    /// What its tones and marks mean.
    pub legend: Vec<String>,
    /// What stands along the bottom: where, as a part of the width, and what.
    pub ticks: Vec<(f64, String)>,
    /// The table's headings.
    pub head: Vec<String>,
    /// The table.
    pub rows: Vec<Vec<String>>,
}

/// The pattern of the whole logbook, withdrawn entries left out.
///
/// # Errors
/// When the book is locked.
pub fn pattern(book: &impl Lend, language: Lang, now: &Moment) -> Result<Pattern, Error> {
    let options = Options { language, pictures: false, ..Options::default() };
    let input = gather_quickly(book, &options, now)?;
    Ok(sheet::pattern(&input, &HashSet::new()))
}
