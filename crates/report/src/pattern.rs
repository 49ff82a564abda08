//! The pattern for the screen: the very drawings and sentences of the report's first two pages, and which incidents are
//! behind each bar.

use std::collections::HashSet;

use houvast_guidance::Lang;
use houvast_logbook::Lend;
use houvast_vault::Moment;
use serde::Serialize;

use crate::input::{Input, Options};
use crate::picked::{Pick, Picked, picks};
use crate::{Error, gather_quickly, sheet};

/// Incidents from which on charts say something.
pub(crate) const ENOUGH: usize = 4;

/// What stands out in the logbook, and its charts. With very few incidents there are none: a chart of two bars is no
/// pattern.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Pattern {
    /// How many incidents there are.
    pub incidents: usize,
    /// How many there must be for charts.
    pub enough: usize,
    /// Numbers to see at once, each with what was counted.
    pub figures: Vec<(String, String)>,
    /// A label and lines, each with a head that stands out and what follows it.
    pub points: Vec<(String, Vec<(String, String)>)>,
    /// Incidents per week.
    pub weeks: Option<Chart>,
    /// Stretches of four weeks, the last ones; none if everything lies in the last four, or nothing in any of them.
    pub trend: Option<Chart>,
    /// Days and hours; none if no hour is known.
    pub hours: Option<Chart>,
    /// Kinds; none if no kind was said.
    pub kinds: Option<Chart>,
    /// Breaches by measure; none if nothing was broken.
    pub breaches: Option<Chart>,
    /// Incidents that were linked; none without links.
    pub chains: Option<Chart>,
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
    pub rows: Vec<ChartRow>,
    /// Where the drawing can be touched, in the order in which one reads it.
    pub spots: Vec<Spot>,
}

/// A row of a chart's table.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct ChartRow {
    /// What stands in it.
    pub cells: Vec<String>,
    /// The incidents that it counts, and what to call them; none if it counts none.
    pub of: Option<Named>,
}

/// Incidents that were counted together, and what they are called.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Named {
    /// "Week van 3 maart 2026: 7 incidenten".
    pub name: String,
    /// How many there are.
    pub count: usize,
    /// Which.
    pub pick: Pick,
}

/// A part of a drawing, as parts of its width and height.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Spot {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// The incidents behind it.
    pub of: Named,
}

/// The pattern of the whole logbook, withdrawn entries left out.
///
/// # Errors
/// When the book is locked.
pub fn pattern(book: &impl Lend, language: Lang, now: &Moment) -> Result<Pattern, Error> {
    Ok(sheet::pattern(&everything(book, language, now)?, &HashSet::new()))
}

/// The incidents behind a bar or a row, the latest first.
///
/// # Errors
/// When the book is locked.
pub fn picked(book: &impl Lend, pick: &Pick, now: &Moment) -> Result<Vec<Picked>, Error> {
    Ok(picks(&everything(book, Lang::default(), now)?, pick))
}

fn everything(book: &impl Lend, language: Lang, now: &Moment) -> Result<Input, Error> {
    let options = Options { language, pictures: false, ..Options::default() };
    gather_quickly(book, &options, now)
}
