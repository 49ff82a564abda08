//! Charts, drawn once for paper and screen: a drawing without words, the numbers as rows, and what a sentence needs.
//!
//! The words stand beside the drawing, in the fonts of the page or the screen. Two tones are far enough apart for a
//! grey printer.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate, TimeDelta, Timelike};
use houvast_logbook::model::{Incident, Kind};
use serde::Serialize;

/// For what is to stand out.
const DARK: &str = "#16464a";
/// For everything else.
const MIDDLE: &str = "#7a989a";
/// For lines behind it.
const LINE: &str = "#d9d5cd";
/// For the line that bars stand on.
const AXIS: &str = "#55524c";

/// An incident as the charts need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    /// The day on which it began, where it happened.
    pub day: NaiveDate,
    /// The hour at which it began, 0 to 23, if it is known.
    pub hour: Option<u32>,
    /// With a threat, violence or a weapon, as it was told.
    pub grave: bool,
    /// A measure was broken.
    pub breach: bool,
}

impl Dot {
    /// What the charts need of an incident.
    pub fn of(incident: &Incident) -> Self {
        Self {
            day: incident.when.day(),
            hour: incident.when.time().map(|time| time.hour()),
            grave: threatened(incident) || violent(incident) || armed(incident),
            breach: breaking(incident),
        }
    }
}

pub(crate) fn threatened(incident: &Incident) -> bool {
    incident.threat == Some(true) || incident.kind.contains(&Kind::Threat)
}

pub(crate) fn violent(incident: &Incident) -> bool {
    incident.violence == Some(true) || incident.kind.contains(&Kind::Violence)
}

pub(crate) fn armed(incident: &Incident) -> bool {
    incident.weapon == Some(true)
}

pub(crate) fn breaking(incident: &Incident) -> bool {
    !incident.breached.is_empty() || incident.kind.contains(&Kind::Breach)
}

/// A number of incidents from which something is said to occur most often. Two can be chance, and a reader would hear a pattern.
const MOST_FROM: usize = 3;

/// The place of the count that is larger than every other, if it is one of which that can be said.
pub(crate) fn clear_most(counts: &[usize]) -> Option<usize> {
    let most = *counts.iter().max()?;
    let mut places = (0..counts.len()).filter(|place| counts[*place] == most);
    let first = places.next()?;
    (most >= MOST_FROM && places.next().is_none()).then_some(first)
}

/// Incidents per week.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[ts(rename = "ChartWeeks")]
pub struct Weeks {
    /// The drawing: a bar a week, its lower part dark for what was grave, and below it a diamond for breaches.
    pub svg: String,
    /// Every week without gaps.
    pub rows: Vec<Week>,
    /// Weeks in one bar; more than one where the bars would become too thin.
    pub group: usize,
    /// The first week with the most incidents.
    pub busiest: Option<Week>,
    /// Weeks without any.
    pub quiet: usize,
    /// First days of months and where they stand, as a part of the width.
    pub ticks: Vec<(f64, NaiveDate)>,
    /// The lines behind the bars: where they stand, as a part of the height from the top, and for how many incidents.
    pub lines: Vec<(f64, usize)>,
}

/// One week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ChartWeek")]
pub struct Week {
    /// Its first day.
    pub monday: NaiveDate,
    /// Incidents.
    pub incidents: usize,
    /// Those with a threat, violence or a weapon.
    pub grave: usize,
    /// Those that broke a measure.
    pub breaches: usize,
}

/// Incidents per hour of the day and day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ChartHours")]
pub struct Hours {
    /// The drawing: a square for each hour, its area for how many.
    pub svg: String,
    /// Monday to Sunday, each with its 24 hours.
    pub rows: [[usize; 24]; 7],
    /// The same by part of the day: 0–6, 6–12, 12–18, 18–24 hours.
    pub parts: [usize; 4],
    /// Incidents of which the hour is not known.
    pub without: usize,
}

/// How often each of some things occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "ChartKinds")]
pub struct Kinds {
    /// The drawing: a bar for each, all of the same height.
    pub svg: String,
    /// The names and their numbers, most first.
    pub rows: Vec<(String, usize)>,
}

/// Most bars that fit on a page's width.
const BARS: usize = 106;
/// Width of the drawing of weeks, in its own units; height of its bars; height with the diamonds.
const WIDTH: f64 = 1000.0;
const PLOT: f64 = 160.0;
const HEIGHT: f64 = 190.0;

/// Counts by the week in which each began, from the first until the week of `until`, or the last if that is later.
pub fn weeks(dots: &[Dot], until: NaiveDate) -> Weeks {
    let monday = |day: NaiveDate| day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()));
    let days = || dots.iter().map(|dot| dot.day);
    let Some(first) = days().min().map(monday) else {
        return Weeks {
            svg: draw_weeks(&[], 1, &[], &[]),
            rows: Vec::new(),
            group: 1,
            busiest: None,
            quiet: 0,
            ticks: Vec::new(),
            lines: Vec::new(),
        };
    };
    let last = days().max().map_or(first, monday).max(monday(until));
    let mut rows: Vec<Week> = (0..=(last - first).num_weeks())
        .map(|week| Week { monday: first + TimeDelta::weeks(week), incidents: 0, grave: 0, breaches: 0 })
        .collect();
    for dot in dots {
        // Every day lies between the first and the last Monday.
        let place = usize::try_from((monday(dot.day) - first).num_weeks()).unwrap_or(0);
        if let Some(week) = rows.get_mut(place) {
            week.incidents += 1;
            week.grave += usize::from(dot.grave);
            week.breaches += usize::from(dot.breach);
        }
    }
    let group = rows.len().div_ceil(BARS).max(1);
    let bars: Vec<Week> = rows
        .chunks(group)
        .map(|part| Week {
            monday: part[0].monday,
            incidents: part.iter().map(|week| week.incidents).sum(),
            grave: part.iter().map(|week| week.grave).sum(),
            breaches: part.iter().map(|week| week.breaches).sum(),
        })
        .collect();
    let most = bars.iter().map(|bar| bar.incidents).max().unwrap_or(0);
    let step = step(most);
    let top = most.div_ceil(step).max(1) * step;
    let lines: Vec<(f64, usize)> =
        (0..=top / step).map(|n| (PLOT * (1.0 - real(n * step) / real(top)) / HEIGHT, n * step)).collect();
    let span = real(bars.len() * group * 7);
    let ticks = ticks(first, last + TimeDelta::days(6), span);
    Weeks {
        svg: draw_weeks(&bars, top, &lines, &ticks),
        group,
        busiest: rows.iter().copied().max_by_key(|week| (week.incidents, std::cmp::Reverse(week.monday))),
        quiet: rows.iter().filter(|week| week.incidents == 0).count(),
        rows,
        ticks,
        lines,
    }
}

/// A step of 1, 2 or 5 times a power of ten, so that at most four lines stand behind the bars.
fn step(most: usize) -> usize {
    let mut tens = 1;
    loop {
        for step in [tens, 2 * tens, 5 * tens] {
            if most <= 4 * step {
                return step;
            }
        }
        tens *= 10;
    }
}

/// First days of months between the two: every month of a year, else fewer.
fn ticks(first: NaiveDate, last: NaiveDate, span: f64) -> Vec<(f64, NaiveDate)> {
    let months = (last.year() - first.year()) * 12 + i32::try_from(last.month0()).unwrap_or(0)
        - i32::try_from(first.month0()).unwrap_or(0);
    let every = match months {
        ..=14 => 1,
        15..=42 => 3,
        43..=200 => 12,
        _ => 120,
    };
    let start = first.year() * 12 + i32::try_from(first.month0()).unwrap_or(0);
    (start..=start + months)
        .filter(|month| month % every == 0)
        .filter_map(|month| {
            let day = NaiveDate::from_ymd_opt(month.div_euclid(12), u32::try_from(month.rem_euclid(12)).ok()? + 1, 1)?;
            (day >= first).then(|| (f64::from(i32::try_from((day - first).num_days()).unwrap_or(0)) / span, day))
        })
        .collect()
}

#[allow(clippy::cast_precision_loss)] // Counts of incidents are far below 2^52.
fn real(count: usize) -> f64 {
    count as f64
}

/// A drawing of this size with these parts.
fn drawing(width: f64, height: f64, parts: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\">{parts}</svg>")
}

// Writing to a String cannot fail, here and below.
fn rect(svg: &mut String, x: f64, y: f64, width: f64, height: f64, fill: &str) {
    let _ =
        write!(svg, "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{fill}\"/>");
}

fn draw_weeks(bars: &[Week], top: usize, lines: &[(f64, usize)], ticks: &[(f64, NaiveDate)]) -> String {
    let mut svg = String::new();
    for (y, _) in lines {
        rect(&mut svg, 0.0, y * HEIGHT - 0.5, WIDTH, 1.0, LINE);
    }
    for (x, _) in ticks {
        rect(&mut svg, x * WIDTH, PLOT, 1.5, 8.0, AXIS);
    }
    let pitch = WIDTH / real(bars.len().max(1));
    let width = (pitch * 0.76).min(30.0);
    for (place, bar) in bars.iter().enumerate() {
        let x = real(place) * pitch + (pitch - width) / 2.0;
        let height = |count: usize| real(count) / real(top.max(1)) * PLOT;
        let (all, grave) = (height(bar.incidents), height(bar.grave));
        if bar.incidents > bar.grave {
            rect(&mut svg, x, PLOT - all, width, all - grave, MIDDLE);
        }
        if bar.grave > 0 {
            rect(&mut svg, x, PLOT - grave, width, grave, DARK);
        }
        if bar.breaches > 0 {
            let (middle, y) = (x + width / 2.0, PLOT + 20.0);
            let _ = write!(svg, "<path d=\"M{middle:.1} {:.1}l6 7l-6 7l-6 -7z\" fill=\"#000\"/>", y - 7.0);
        }
    }
    rect(&mut svg, 0.0, PLOT - 0.75, WIDTH, 1.5, AXIS);
    drawing(WIDTH, HEIGHT, &svg)
}

/// The side of one hour in the drawing of hours.
const CELL: f64 = 40.0;

/// Counts by the hour and the day of the week at which each began.
pub fn hours(dots: &[Dot]) -> Hours {
    let mut rows = [[0; 24]; 7];
    let mut parts = [0; 4];
    let mut without = 0;
    for dot in dots {
        let day = dot.day.weekday().num_days_from_monday() as usize;
        match dot.hour.and_then(|hour| usize::try_from(hour).ok()).filter(|hour| *hour < 24) {
            Some(hour) => {
                rows[day][hour] += 1;
                parts[hour / 6] += 1;
            }
            None => without += 1,
        }
    }
    let most = rows.iter().flatten().copied().max().unwrap_or(0).max(1);
    let mut svg = String::new();
    for hour in 0..=24_usize {
        let (width, fill) = if hour.is_multiple_of(6) { (2.0, AXIS) } else { (1.0, LINE) };
        rect(&mut svg, (real(hour) * CELL - width / 2.0).clamp(0.0, 24.0 * CELL - width), 0.0, width, 7.0 * CELL, fill);
    }
    for day in 0..=7_usize {
        rect(&mut svg, 0.0, (real(day) * CELL - 0.5).clamp(0.0, 7.0 * CELL - 1.0), 24.0 * CELL, 1.0, LINE);
    }
    for (day, hours) in rows.iter().enumerate() {
        for (hour, count) in hours.iter().enumerate().filter(|(_, count)| **count > 0) {
            let side = (real(*count) / real(most)).sqrt() * (CELL - 6.0);
            let edge = (CELL - side) / 2.0;
            rect(&mut svg, real(hour) * CELL + edge, real(day) * CELL + edge, side, side, DARK);
        }
    }
    Hours { svg: drawing(24.0 * CELL, 7.0 * CELL, &svg), rows, parts, without }
}

/// Bars for numbers of things by name, most first; equal ones in the order in which they came.
pub fn kinds(counts: &[(String, usize)]) -> Kinds {
    let mut rows = counts.to_vec();
    rows.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let numbers: Vec<usize> = rows.iter().map(|(_, count)| *count).collect();
    Kinds { svg: bars(&numbers), rows }
}

/// A bar for each number, all of the same height.
pub fn bars(counts: &[usize]) -> String {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let mut svg = String::new();
    for (place, count) in counts.iter().enumerate() {
        rect(&mut svg, 0.0, real(place) * 20.0 + 5.0, real(*count) / real(most) * 400.0, 10.0, DARK);
    }
    drawing(400.0, real(counts.len().max(1)) * 20.0, &svg)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(day: &str, hour: Option<u32>) -> Dot {
        Dot { day: day.parse().unwrap(), hour, grave: false, breach: false }
    }

    #[test]
    fn quiet_weeks_are_counted_until_the_day_of_the_report() {
        let dots = [dot("2026-03-02", None), dot("2026-03-08", None), dot("2026-03-17", None)];
        let weeks = weeks(&dots, "2026-03-30".parse().unwrap());
        let counts: Vec<usize> = weeks.rows.iter().map(|week| week.incidents).collect();
        assert_eq!(counts, [2, 0, 1, 0, 0]);
        assert_eq!(weeks.quiet, 3);
        assert_eq!(weeks.busiest.unwrap().monday.to_string(), "2026-03-02");
    }

    #[test]
    fn a_century_still_has_bars_that_can_be_seen() {
        let dots = [dot("1926-03-02", None), dot("2026-03-02", None)];
        let weeks = weeks(&dots, "2026-03-02".parse().unwrap());
        assert!(weeks.svg.matches("<rect").count() < 40 && weeks.rows.len() > 5_000);
        assert!(weeks.ticks.len() < 13);
    }

    #[test]
    fn only_what_stands_out_occurs_most_often() {
        assert_eq!(clear_most(&[1, 4, 3]), Some(1));
        assert_eq!(clear_most(&[4, 4, 3]), None, "two of them do");
        assert_eq!(clear_most(&[0, 2, 0]), None, "two incidents are no pattern");
        assert_eq!(clear_most(&[]), None);
    }

    #[test]
    fn every_hour_has_its_place_and_what_has_none_is_said() {
        let hours = hours(&[dot("2026-03-02", Some(0)), dot("2026-03-08", Some(23)), dot("2026-03-08", None)]);
        assert_eq!((hours.rows[0][0], hours.rows[6][23], hours.without), (1, 1, 1));
        assert_eq!(hours.parts, [1, 0, 0, 1]);
    }

    #[test]
    fn at_most_four_lines_stand_behind_the_bars() {
        for (most, wanted) in [(0, 1), (4, 1), (5, 2), (9, 5), (21, 10), (90, 50)] {
            assert_eq!(step(most), wanted, "{most}");
        }
    }

    #[test]
    fn most_comes_first() {
        let counts = [("a".to_owned(), 1), ("b".to_owned(), 3), ("c".to_owned(), 3)];
        let names: Vec<String> = kinds(&counts).rows.into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["b", "c", "a"]);
    }
}
