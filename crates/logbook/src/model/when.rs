//! When something happened, never more exact than the memory is.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A moment, a day or a stretch of time, as exact as the person remembers it.
///
/// In JSON: an RFC 3339 text with its offset for an exact time; else an object, `{"about": "…"}`,
/// `{"day": "2026-03-03"}`, `{"from": "…", "to": "…"}` or `{"since": "…"}`.
#[derive(Debug, Clone, PartialEq, Eq, ts_rs::TS)]
#[ts(type = "string | { about: string } | { day: string } | { from: string, to: string } | { since: string }")]
pub enum When {
    /// At this minute.
    Exact(DateTime<FixedOffset>),
    /// Around this time.
    About(DateTime<FixedOffset>),
    /// Some time on this day.
    Day(NaiveDate),
    /// Between two moments.
    Period {
        /// The first moment.
        from: DateTime<FixedOffset>,
        /// The last moment.
        to: DateTime<FixedOffset>,
    },
    /// It began then and still goes on.
    Since(DateTime<FixedOffset>),
}

impl When {
    /// The earliest moment that it can have been. A day starts at midnight in `home`, the zone that the
    /// logbook uses for days.
    pub fn start(&self, home: FixedOffset) -> DateTime<FixedOffset> {
        match self {
            Self::Exact(at) | Self::About(at) | Self::Since(at) => *at,
            Self::Period { from, .. } => *from,
            Self::Day(day) => midnight(*day, home),
        }
    }

    /// The latest moment that it can have been, and `None` if it still goes on.
    pub fn end(&self, home: FixedOffset) -> Option<DateTime<FixedOffset>> {
        match self {
            Self::Exact(at) | Self::About(at) => Some(*at),
            Self::Period { to, .. } => Some(*to),
            Self::Day(day) => Some(midnight(*day, home) + chrono::TimeDelta::days(1) - chrono::TimeDelta::seconds(1)),
            Self::Since(_) => None,
        }
    }

    /// The calendar day on which it began, where it happened.
    pub fn day(&self) -> NaiveDate {
        match self {
            Self::Exact(at) | Self::About(at) | Self::Since(at) => at.date_naive(),
            Self::Period { from, .. } => from.date_naive(),
            Self::Day(day) => *day,
        }
    }

    /// The time of day at which it began, where it happened, if one is known.
    pub fn time(&self) -> Option<NaiveTime> {
        match self {
            Self::Exact(at) | Self::About(at) | Self::Since(at) => Some(at.time()),
            Self::Period { from, .. } => Some(from.time()),
            Self::Day(_) => None,
        }
    }
}

fn midnight(day: NaiveDate, home: FixedOffset) -> DateTime<FixedOffset> {
    let local = NaiveDateTime::new(day, NaiveTime::MIN);
    // A fixed offset maps every local time to exactly one moment.
    home.from_local_datetime(&local).single().unwrap_or_else(|| home.from_utc_datetime(&local))
}

/// The object forms. One struct with optional fields gives better sentences than an untagged enum.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    about: Option<DateTime<FixedOffset>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<DateTime<FixedOffset>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<DateTime<FixedOffset>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<DateTime<FixedOffset>>,
}

const NOTHING: Parts = Parts { about: None, day: None, from: None, to: None, since: None };

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Exact(at) => serializer.serialize_str(&at.to_rfc3339()),
            Self::About(at) => Parts { about: Some(*at), ..NOTHING }.serialize(serializer),
            Self::Day(day) => Parts { day: Some(*day), ..NOTHING }.serialize(serializer),
            Self::Period { from, to } => Parts { from: Some(*from), to: Some(*to), ..NOTHING }.serialize(serializer),
            Self::Since(at) => Parts { since: Some(*at), ..NOTHING }.serialize(serializer),
        }
    }
}

const EXPECTED: &str = "`when` is a time with its offset such as \"2026-03-03T21:30:00+01:00\", or \
    {\"about\": time}, {\"day\": \"2026-03-03\"}, {\"from\": time, \"to\": time} or {\"since\": time}";

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        Self::from_json(value).ok_or_else(|| D::Error::custom(EXPECTED))
    }
}

impl When {
    fn from_json(value: serde_json::Value) -> Option<Self> {
        Self::parts_from_json(value).filter(Self::has_a_year_of_four_digits)
    }

    /// RFC 3339 has no others, and a calendar that ends must not be reckoned beyond.
    fn has_a_year_of_four_digits(&self) -> bool {
        let (first, last) = match self {
            Self::Exact(at) | Self::About(at) | Self::Since(at) => (at.year(), at.year()),
            Self::Day(day) => (day.year(), day.year()),
            Self::Period { from, to } => (from.year(), to.year()),
        };
        [first, last].iter().all(|year| (1..=9999).contains(year))
    }

    fn parts_from_json(value: serde_json::Value) -> Option<Self> {
        if let Some(text) = value.as_str() {
            return text.parse().ok();
        }
        let parts: Parts = serde_json::from_value(value).ok()?;
        match parts {
            Parts { about: Some(at), day: None, from: None, to: None, since: None } => Some(Self::About(at)),
            Parts { about: None, day: Some(day), from: None, to: None, since: None } => Some(Self::Day(day)),
            Parts { about: None, day: None, from: Some(from), to: Some(to), since: None } => {
                Some(Self::Period { from, to })
            }
            Parts { about: None, day: None, from: None, to: None, since: Some(at) } => Some(Self::Since(at)),
            _ => None,
        }
    }
}

/// Why a text is no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write a time with its offset such as 2026-03-03T21:30:00+01:00, or a day such as 2026-03-03")]
pub struct NotATime;

impl std::str::FromStr for When {
    type Err = NotATime;

    /// Reads an RFC 3339 time, or a bare day.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let text = text.trim();
        if let Ok(day) = text.parse::<NaiveDate>() {
            return Ok(Self::Day(day));
        }
        DateTime::parse_from_rfc3339(text).map(Self::Exact).map_err(|_| NotATime)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both_ways(json: &str) -> When {
        let when: When = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&when).unwrap(), json);
        when
    }

    #[test]
    fn every_exactness_reads_and_writes_the_same() {
        assert!(matches!(both_ways("\"2026-03-03T21:30:00+01:00\""), When::Exact(_)));
        assert!(matches!(both_ways("{\"about\":\"2026-03-03T21:30:00+01:00\"}"), When::About(_)));
        assert!(matches!(both_ways("{\"day\":\"2026-03-03\"}"), When::Day(_)));
        assert!(matches!(
            both_ways("{\"from\":\"2026-03-03T22:00:00+01:00\",\"to\":\"2026-03-04T02:00:00+01:00\"}"),
            When::Period { .. }
        ));
        assert!(matches!(both_ways("{\"since\":\"2026-03-03T22:00:00+01:00\"}"), When::Since(_)));
    }

    #[test]
    fn a_wrong_time_is_told_how_to_write_one() {
        for json in [
            "\"yesterday\"",
            "{\"day\":\"2026-13-03\"}",
            "{\"day\":\"+262142-12-31\"}",
            "\"+262142-12-31T23:59:59-12:00\"",
            "{}",
            "7",
            "{\"from\":\"2026-03-03T22:00:00Z\"}",
        ] {
            let error = serde_json::from_str::<When>(json).unwrap_err().to_string();
            assert!(error.contains("2026-03-03T21:30:00+01:00"), "{json}: {error}");
        }
    }

    #[test]
    fn a_day_lasts_a_day_where_the_logbook_is_at_home() {
        let home = FixedOffset::east_opt(3600).unwrap();
        let when = When::Day("2026-03-03".parse().unwrap());
        assert_eq!(when.start(home).to_rfc3339(), "2026-03-03T00:00:00+01:00");
        assert_eq!(when.end(home).unwrap().to_rfc3339(), "2026-03-03T23:59:59+01:00");
    }
}
