//! Which incidents a bar, a square or a row of the pattern counts.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate, TimeDelta, Timelike};
use houvast_logbook::model::{Incident, IncidentId, Kind, MeasureId, When};
use serde::{Deserialize, Serialize};

use crate::chart::breaking;
use crate::input::{Input, Told};
use crate::overview::{excerpt, said};

/// Characters of what happened in a list.
const LENGTH: usize = 160;

/// What was touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Pick {
    /// Those that began on one of these days.
    Days {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// Those that began on this day of the week, 0 for Monday, with a known time.
    Weekday {
        /// The day of the week.
        day: u32,
    },
    /// The same in this hour.
    Hour {
        /// The day of the week.
        day: u32,
        /// 0 to 23.
        hour: u32,
    },
    /// Those of this kind.
    Kind {
        /// The kind.
        kind: Kind,
    },
    /// Those that broke this measure, or those of which was not said which one they broke.
    Breach {
        /// The measure.
        measure: Option<MeasureId>,
    },
    /// Those that are linked with this one, itself included.
    Chain {
        /// One of them.
        of: IncidentId,
    },
}

/// An incident in a list.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Picked {
    /// Its id.
    pub id: IncidentId,
    /// When it happened.
    pub when: When,
    /// What sort of thing it was.
    pub kind: Vec<Kind>,
    /// The beginning of what happened.
    pub what: String,
}

/// These incidents, the latest first.
pub(crate) fn picks(input: &Input, pick: &Pick) -> Vec<Picked> {
    let mut found: Vec<Picked> = found(input, pick)
        .into_iter()
        .map(|told| Picked {
            id: told.id.clone(),
            when: told.incident.when.clone(),
            kind: told.incident.kind.clone(),
            what: excerpt(said(&told.incident), LENGTH),
        })
        .collect();
    found.reverse();
    found
}

/// How many these are.
pub(crate) fn how_many(input: &Input, pick: &Pick) -> usize {
    found(input, pick).len()
}

fn found<'a>(input: &'a Input, pick: &Pick) -> Vec<&'a Told> {
    let stands = input.incidents.iter().filter(|told| told.withdrawn.is_none());
    match pick {
        Pick::Chain { of } => {
            let all = chains(stands);
            all.into_iter().find(|chain| chain.iter().any(|told| told.id == *of)).unwrap_or_default()
        }
        _ => stands.filter(|told| counts(pick, &told.incident)).collect(),
    }
}

fn counts(pick: &Pick, incident: &Incident) -> bool {
    let (day, time) = (incident.when.day(), incident.when.time());
    match pick {
        Pick::Days { from, to } => (from..=to).contains(&&day),
        Pick::Weekday { day: weekday } => time.is_some() && day.weekday().num_days_from_monday() == *weekday,
        Pick::Hour { day: weekday, hour } => {
            time.is_some_and(|time| time.hour() == *hour) && day.weekday().num_days_from_monday() == *weekday
        }
        Pick::Kind { kind } => incident.kind.contains(kind),
        Pick::Breach { measure: Some(measure) } => incident.breached.contains(measure),
        Pick::Breach { measure: None } => breaking(incident) && incident.breached.is_empty(),
        Pick::Chain { .. } => false,
    }
}

/// Incidents that are linked with each other, directly or by way of others: each chain in order of time, the longest
/// first.
pub(crate) fn chains<'a>(stands: impl Iterator<Item = &'a Told>) -> Vec<Vec<&'a Told>> {
    let all: Vec<&Told> = stands.collect();
    let places: HashMap<&IncidentId, usize> = all.iter().enumerate().map(|(place, told)| (&told.id, place)).collect();
    // Each points at one that came before it, and at last at the first of its chain.
    let mut first: Vec<usize> = (0..all.len()).collect();
    let find = |first: &mut Vec<usize>, mut place: usize| {
        while first[place] != place {
            first[place] = first[first[place]];
            place = first[place];
        }
        place
    };
    for (place, told) in all.iter().enumerate() {
        for other in told.incident.links.iter().filter_map(|link| places.get(&link.to)) {
            let (one, two) = (find(&mut first, place), find(&mut first, *other));
            first[one.max(two)] = one.min(two);
        }
    }
    let mut chains: HashMap<usize, Vec<&Told>> = HashMap::new();
    for (place, told) in all.iter().enumerate() {
        chains.entry(find(&mut first, place)).or_default().push(told);
    }
    let mut chains: Vec<Vec<&Told>> = chains.into_values().filter(|chain| chain.len() > 1).collect();
    chains.sort_by_key(|chain| (std::cmp::Reverse(chain.len()), chain[0].number));
    chains
}

/// The last day of a week, or of some weeks that stand together.
pub(crate) fn end_of(monday: NaiveDate, weeks: usize) -> NaiveDate {
    monday + TimeDelta::weeks(i64::try_from(weeks).unwrap_or(1)) - TimeDelta::days(1)
}
