//! Incidents per week, as a drawing, a table's worth of numbers and a sentence that says the same.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::Input;

/// Incidents per week.
pub(crate) struct Weeks {
    /// The drawing. It holds no text: that stands beside it, in the page's own fonts.
    pub(crate) svg: String,
    /// Each week's Monday and its number of incidents, without gaps.
    pub(crate) counts: Vec<(NaiveDate, usize)>,
}

/// Most bars that fit on a page's width; longer periods are drawn by groups of weeks.
const BARS: usize = 106;
/// Width and height of the drawing, in its own units.
const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 180.0;

/// Counts the incidents that stand, by the week in which each began.
pub(crate) fn weeks(input: &Input) -> Weeks {
    let days: Vec<NaiveDate> =
        input.incidents.iter().filter(|told| told.withdrawn.is_none()).map(|told| told.incident.when.day()).collect();
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else {
        return Weeks { svg: draw(&[]), counts: Vec::new() };
    };
    let monday = |day: NaiveDate| day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()));
    let (first, last) = (monday(*first), monday(*last));
    let weeks = (last - first).num_weeks() + 1;
    let mut counts: Vec<(NaiveDate, usize)> = (0..weeks).map(|week| (first + TimeDelta::weeks(week), 0)).collect();
    for day in days {
        // Every day lies between the first and the last Monday.
        let place = usize::try_from((monday(day) - first).num_weeks()).unwrap_or(0);
        if let Some((_, count)) = counts.get_mut(place) {
            *count += 1;
        }
    }
    let group = counts.len().div_ceil(BARS).max(1);
    let bars: Vec<usize> = counts.chunks(group).map(|weeks| weeks.iter().map(|(_, count)| count).sum()).collect();
    Weeks { svg: draw(&bars), counts }
}

/// Bars on a line, darker than anything that a grey printer loses.
#[allow(clippy::cast_precision_loss)] // Counts of incidents are far below 2^52.
fn draw(bars: &[usize]) -> String {
    let most = bars.iter().copied().max().unwrap_or(0).max(1) as f64;
    let pitch = WIDTH / bars.len().max(1) as f64;
    let mut svg =
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\"><g fill=\"#1f5a5e\">");
    for (place, count) in bars.iter().enumerate() {
        let height = *count as f64 / most * (HEIGHT - 10.0);
        let width = (pitch * 0.72).min(60.0);
        let x = place as f64 * pitch + (pitch - width) / 2.0;
        // Writing to a String cannot fail.
        let _ = write!(
            svg,
            "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>",
            HEIGHT - 2.0 - height
        );
    }
    let _ = write!(svg, "</g><rect y=\"{:.1}\" width=\"{WIDTH}\" height=\"2\" fill=\"#555\"/></svg>", HEIGHT - 2.0);
    svg
}
