//! A time in words that leave no doubt, and that are understood again when they are typed.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike};

use super::Language;
use super::words::{DAYS, MONTHS, row};
use crate::model::When;

/// "dinsdag 24 november 2026, rond 10.00 uur", "Tuesday 24 November 2026, around 10:00".
pub fn say(when: &When, language: Language) -> String {
    let day = |day: NaiveDate| in_words(day, language);
    let time = |at: &DateTime<FixedOffset>| match language {
        Language::Dutch => format!("{:02}.{:02}", at.hour(), at.minute()),
        Language::English => format!("{:02}:{:02}", at.hour(), at.minute()),
    };
    let both = |at: &DateTime<FixedOffset>| match language {
        Language::Dutch => format!("{}, {} uur", day(at.date_naive()), time(at)),
        Language::English => format!("{}, {}", day(at.date_naive()), time(at)),
    };
    let (about, some, since, from, to, hour) = match language {
        Language::Dutch => ("rond", "ergens op", "sinds", "van", "tot", " uur"),
        Language::English => ("around", "some time on", "since", "from", "to", ""),
    };
    match when {
        When::Exact(at) => both(at),
        When::About(at) => format!("{}, {about} {}{hour}", day(at.date_naive()), time(at)),
        When::Day(on) => format!("{some} {}", day(*on)),
        When::Period { from: first, to: last } if first.date_naive() == last.date_naive() => {
            format!("{}, {from} {} {to} {}{hour}", day(first.date_naive()), time(first), time(last))
        }
        When::Period { from: first, to: last } => format!("{from} {} {to} {}", both(first), both(last)),
        When::Since(at) if at.time() == NaiveTime::MIN => format!("{since} {}", day(at.date_naive())),
        When::Since(at) => format!("{since} {}", both(at)),
    }
}

fn in_words(day: NaiveDate, language: Language) -> String {
    let row = row(language);
    let weekday = DAYS[row][day.weekday().num_days_from_monday() as usize];
    format!("{weekday} {} {} {}", day.day(), MONTHS[row][day.month0() as usize], day.year())
}
