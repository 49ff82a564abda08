//! What is too much, too early or too late: checked in one place, and nothing is cut off silently.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

use super::{Contact, ContactMoment, Incident, Measure, When};

/// The longest text in one field, in bytes of UTF-8.
pub const MAX_TEXT: usize = 100_000;
/// The most links of one incident to others.
pub const MAX_LINKS: usize = 1_000;
/// The most kinds, witnesses, reports or measures of one incident.
pub const MAX_LIST: usize = 200;
/// The most incidents of one contact moment: more than any logbook here was measured with.
pub(super) const MAX_TOLD: usize = 100_000;
/// The first and the last year that a date may have.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// Why something cannot be written down as it is. The field's name is that of the JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Invalid {
    /// There is nothing in it.
    #[error("say what it is about")]
    Nothing,
    /// A kind that this version does not know, in a new incident.
    #[error("`kind` holds a kind that does not exist; docs/command-line.md lists them")]
    UnknownKind,
    /// A text is too long.
    #[error(
        "`{field}` has {length} bytes; at most {MAX_TEXT} fit. Put the rest in a second entry or attach it as a file"
    )]
    TextTooLong {
        /// Which field.
        field: &'static str,
        /// Its length in bytes.
        length: usize,
    },
    /// A list is too long.
    #[error("`{field}` has {count} items; at most {limit} fit")]
    TooMany {
        /// Which field.
        field: &'static str,
        /// How many there are.
        count: usize,
        /// How many fit.
        limit: usize,
    },
    /// A date outside 1900 to 2200.
    #[error("`{field}` has the year {year}; it must lie between 1900 and 2200")]
    Year {
        /// Which field.
        field: &'static str,
        /// The year.
        year: i32,
    },
    /// A stretch of time that ends before it begins.
    #[error("`{field}` ends before it begins")]
    EndBeforeStart {
        /// Which field.
        field: &'static str,
    },
    /// A number outside its range.
    #[error("`{field}` must lie between {low} and {high}")]
    Range {
        /// Which field.
        field: &'static str,
        /// Lowest.
        low: i64,
        /// Highest.
        high: i64,
    },
}

/// Something that can be checked before it is written.
pub(crate) trait Check {
    /// Says what is wrong first.
    fn check(&self) -> Result<(), Invalid>;
}

fn text(field: &'static str, text: &str) -> Result<(), Invalid> {
    if text.len() <= MAX_TEXT { Ok(()) } else { Err(Invalid::TextTooLong { field, length: text.len() }) }
}

fn list<T>(field: &'static str, items: &[T], limit: usize) -> Result<(), Invalid> {
    if items.len() <= limit { Ok(()) } else { Err(Invalid::TooMany { field, count: items.len(), limit }) }
}

fn year(field: &'static str, year: i32) -> Result<(), Invalid> {
    if YEARS.contains(&year) { Ok(()) } else { Err(Invalid::Year { field, year }) }
}

fn moment(field: &'static str, at: DateTime<FixedOffset>) -> Result<(), Invalid> {
    year(field, at.year())
}

fn day(field: &'static str, day: Option<NaiveDate>) -> Result<(), Invalid> {
    day.map_or(Ok(()), |day| year(field, day.year()))
}

fn when(field: &'static str, when: &When) -> Result<(), Invalid> {
    match when {
        When::Exact(at) | When::About(at) | When::Since(at) => moment(field, *at),
        When::Day(date) => year(field, date.year()),
        When::Period { from, to } => {
            moment(field, *from)?;
            moment(field, *to)?;
            if from <= to { Ok(()) } else { Err(Invalid::EndBeforeStart { field }) }
        }
    }
}

fn in_order(field: &'static str, first: Option<NaiveDate>, last: Option<NaiveDate>) -> Result<(), Invalid> {
    match (first, last) {
        (Some(first), Some(last)) if last < first => Err(Invalid::EndBeforeStart { field }),
        _ => Ok(()),
    }
}

/// Is `value` finite and at most `limit` away from nought?
fn degrees(field: &'static str, value: f64, limit: i32) -> Result<(), Invalid> {
    if value.is_finite() && value.abs() <= f64::from(limit) {
        Ok(())
    } else {
        Err(Invalid::Range { field, low: i64::from(-limit), high: i64::from(limit) })
    }
}

impl Check for Incident {
    fn check(&self) -> Result<(), Invalid> {
        when("when", &self.when)?;
        for (field, value) in [
            ("what", &self.what),
            ("exact_words", &self.exact_words),
            ("where", &self.place),
            ("who.name", &self.who.name),
            ("who.recognised_by", &self.who.recognised_by),
            ("channel", &self.channel),
            ("reaction", &self.reaction),
            ("effect.description", &self.effect.description),
            ("effect.injury", &self.effect.injury),
            ("effect.damage", &self.effect.damage),
            ("private_note", &self.private_note),
        ] {
            text(field, value)?;
        }
        list("kind", &self.kind, MAX_LIST)?;
        list("witnesses", &self.witnesses, MAX_LIST)?;
        list("reported", &self.reported, MAX_LIST)?;
        list("breached", &self.breached, MAX_LIST)?;
        list("links", &self.links, MAX_LINKS)?;
        for witness in &self.witnesses {
            text("witnesses.name", &witness.name)?;
            text("witnesses.contact", &witness.contact)?;
        }
        for report in &self.reported {
            if let Some(at) = &report.when {
                when("reported.when", at)?;
            }
            for (field, value) in [
                ("reported.to", &report.to),
                ("reported.number", &report.number),
                ("reported.officer", &report.officer),
                ("reported.agreed", &report.agreed),
            ] {
                text(field, value)?;
            }
        }
        for link in &self.links {
            text("links.reason", &link.reason)?;
        }
        if self.effect.fear.is_some_and(|fear| fear > 10) {
            return Err(Invalid::Range { field: "effect.fear", low: 0, high: 10 });
        }
        if self.how_often.is_some_and(|count| !(1..=1_000_000).contains(&count)) {
            return Err(Invalid::Range { field: "how_often", low: 1, high: 1_000_000 });
        }
        if let Some(place) = self.coordinates {
            degrees("coordinates.latitude", place.latitude, 90)?;
            degrees("coordinates.longitude", place.longitude, 180)?;
        }
        Ok(())
    }
}

impl Check for Contact {
    fn check(&self) -> Result<(), Invalid> {
        if self.organisation.trim().is_empty() && self.name.trim().is_empty() {
            return Err(Invalid::Nothing);
        }
        for (field, value) in [
            ("organisation", &self.organisation),
            ("name", &self.name),
            ("role", &self.role),
            ("phone", &self.phone),
            ("email", &self.email),
            ("hours", &self.hours),
            ("case_number", &self.case_number),
            ("predecessor", &self.predecessor),
            ("remark", &self.remark),
        ] {
            text(field, value)?;
        }
        day("since", self.since)?;
        day("until", self.until)?;
        in_order("until", self.since, self.until)
    }
}

impl Check for Measure {
    fn check(&self) -> Result<(), Invalid> {
        if self.kind.trim().is_empty() {
            return Err(Invalid::Nothing);
        }
        for (field, value) in [
            ("kind", &self.kind),
            ("conditions", &self.conditions),
            ("decided_by", &self.decided_by),
            ("number", &self.number),
        ] {
            text(field, value)?;
        }
        list("documents", &self.documents, MAX_LIST)?;
        day("start", self.start)?;
        day("end", self.end)?;
        in_order("end", self.start, self.end)
    }
}

impl Check for ContactMoment {
    fn check(&self) -> Result<(), Invalid> {
        when("when", &self.when)?;
        if self.organisation.trim().is_empty() {
            return Err(Invalid::Nothing);
        }
        for (field, value) in [
            ("organisation", &self.organisation),
            ("person", &self.person),
            ("how", &self.how),
            ("told", &self.told),
            ("agreed", &self.agreed),
            ("next_step", &self.next_step),
        ] {
            text(field, value)?;
        }
        list("incidents", &self.incidents, MAX_TOLD)?;
        day("next_on", self.next_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    fn incident() -> Incident {
        Incident { kind: vec![Kind::Calls], ..Incident::at("2026-03-03".parse().unwrap()) }
    }

    #[test]
    fn a_hundred_kilobytes_fit_and_one_byte_more_does_not() {
        let fits = Incident { what: "a".repeat(MAX_TEXT), ..incident() };
        assert_eq!(fits.check(), Ok(()));
        let long = Incident { what: "a".repeat(MAX_TEXT + 1), ..incident() };
        assert_eq!(long.check(), Err(Invalid::TextTooLong { field: "what", length: MAX_TEXT + 1 }));
    }

    #[test]
    fn a_moment_is_enough_and_the_rest_can_come_later() {
        let silent = Incident { kind: vec![], what: String::new(), ..incident() };
        assert_eq!(silent.check(), Ok(()));
    }

    #[test]
    fn dates_lie_between_1900_and_2200() {
        let early = Incident { when: "1899-12-31".parse().unwrap(), ..incident() };
        assert_eq!(early.check(), Err(Invalid::Year { field: "when", year: 1899 }));
        let last = Incident { when: "2200-12-31".parse().unwrap(), ..incident() };
        assert_eq!(last.check(), Ok(()));
    }

    #[test]
    fn a_period_does_not_end_before_it_begins() {
        let backwards = When::Period {
            from: "2026-03-04T02:00:00+01:00".parse().unwrap(),
            to: "2026-03-03T22:00:00+01:00".parse().unwrap(),
        };
        assert_eq!(Incident { when: backwards, ..incident() }.check(), Err(Invalid::EndBeforeStart { field: "when" }));
    }

    #[test]
    fn fear_goes_up_to_ten() {
        let mut afraid = incident();
        afraid.effect.fear = Some(10);
        assert_eq!(afraid.check(), Ok(()));
        afraid.effect.fear = Some(11);
        assert_eq!(afraid.check(), Err(Invalid::Range { field: "effect.fear", low: 0, high: 10 }));
    }
}
