//! From what was said to the moments that it can mean.

use chrono::{Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::said::{Clock, Dates, Said, Side};
use super::words::Part;
use super::{Heard, Here};
use crate::model::When;

/// The most answers that are asked about.
const MOST: usize = 4;

/// What one stretch of words means.
pub(super) fn one(mut said: Said, here: &Here<'_>) -> Option<Heard> {
    if said.future || (said.morgen && said.days.is_none() && said.weekday.is_none()) {
        return Some(Heard::Future);
    }
    tidy(&mut said)?;
    let now = here.local();
    if let Some((first, last)) = said.some {
        let ends = here.minutes_ago(first).zip(here.minutes_ago(last));
        return ends.and_then(|(from, to)| here.period(from, to)).map(Heard::When);
    }
    if said.ago.is_some() || said.lately.is_some() {
        let alone = said.days.is_none() && said.weekday.is_none() && said.part.is_none() && said.clock.is_none();
        return alone.then(|| until_now(&said, here)).flatten().map(Heard::When);
    }
    let days = match days(&said, here) {
        Found::Unsaid => None,
        Found::Days(days) => Some(days),
        Found::Span(first, last) => {
            let alone = said.clock.is_none() && said.part.is_none();
            let found =
                || if said.since { since(midnight(first), here) } else { here.period(midnight(first), end(last)) };
            return alone.then(|| found().map_or(Heard::Future, Heard::When));
        }
        Found::Coming => return Some(Heard::Future),
        Found::Wrong => return None,
    };
    if let (Some(clock), Some(side)) = (said.clock, said.side) {
        let on = |day: NaiveDate| beside(day, said.part, clock, side, here);
        let found = match days {
            Some(days) => days.into_iter().flat_map(on).collect(),
            None => recent(here, on),
        };
        return Some(Heard::of(found));
    }
    if said.side.is_some() {
        return None;
    }
    if let Some(clock) = said.clock {
        let on = |days: &[NaiveDate]| -> Vec<NaiveDateTime> {
            days.iter().flat_map(|day| moments(*day, said.part, clock)).filter(|at| *at <= now).collect()
        };
        let whole = |at: NaiveDateTime| match (said.since, said.about) {
            (true, _) => here.since(at),
            (_, true) => When::About(here.at(at)),
            _ => When::Exact(here.at(at)),
        };
        let found = match &days {
            Some(days) => on(days),
            // Without a day it was the last time that the clock stood there.
            None => recent(here, |day| on(&[day])),
        };
        let possible =
            days.as_deref().unwrap_or(&[now.date()]).iter().any(|day| !moments(*day, said.part, clock).is_empty());
        return possible.then(|| Heard::of(found.into_iter().map(whole).collect()));
    }
    if let Some(part) = said.part {
        let of = |day: NaiveDate| -> Vec<When> {
            let stretches = stretches(day, part);
            let made = stretches
                .into_iter()
                .filter_map(|(from, to)| if said.since { since(from, here) } else { here.period(from, to) });
            made.collect()
        };
        return Some(Heard::of(match days {
            Some(days) => days.into_iter().flat_map(of).collect(),
            None => recent(here, of),
        }));
    }
    let days = match days {
        Some(days) => days,
        None if said.whole => vec![now.date()],
        None => return None,
    };
    let found = days.into_iter().filter(|day| *day <= now.date()).filter_map(|day| match () {
        () if said.since => since(midnight(day), here),
        () if said.whole => here.period(midnight(day), end(day)),
        // "rond 3 maart" is no more exact than a day before or after.
        () if said.about => here.period(midnight(day.pred_opt()?), end(day.succ_opt()?)),
        () => Some(When::Day(day)),
    });
    Some(Heard::of(found.collect()))
}

/// From one to the other: "tussen 22 en 23 uur", "van maandag tot woensdag".
pub(super) fn range(mut first: Said, mut last: Said, here: &Here<'_>) -> Option<Heard> {
    if first.future || last.future {
        return Some(Heard::Future);
    }
    // "tussen 3 en 5 maart": the first is a day of the same month.
    if let (Some(day), None, None, Some(Dates::One(other)), None) =
        (first.bare, first.days, first.clock, last.days, last.clock)
        && last.bare.is_none()
    {
        use chrono::Datelike;
        first.days = Some(Dates::One(other.with_day(day)?));
        first.bare = None;
    }
    for said in [&mut first, &mut last] {
        if let Some(hour) = said.bare.take().filter(|hour| *hour <= 24) {
            if said.clock.is_some() {
                return None;
            }
            said.clock = Some(Clock { hour, minute: 0, certain: false });
        }
        tidy(said)?;
    }
    let shared = (first.days.is_none() && first.weekday.is_none()) || (last.days.is_none() && last.weekday.is_none());
    for (to, from) in [(true, last), (false, first)] {
        let said = if to { &mut first } else { &mut last };
        if said.days.is_none() && said.weekday.is_none() {
            (said.days, said.weekday, said.before_today) = (from.days, from.weekday, from.before_today);
        }
        if said.part.is_none() && said.clock.is_some() {
            said.part = from.part;
        }
    }
    if last.ago == Some(0) {
        let found = one(first, here)?;
        return Some(match found {
            Heard::When(when) => here.period(when.start_local(), here.local()).map_or(Heard::Future, Heard::When),
            other => other,
        });
    }
    let odd = |said: &Said| said.ago.is_some() || said.lately.is_some() || said.some.is_some() || said.side.is_some();
    if odd(&first) || odd(&last) {
        return None;
    }
    let on = |day: Option<NaiveDate>| -> Vec<When> {
        let begin: Vec<NaiveDateTime> = match (&day, days(&first, here)) {
            (Some(day), _) => starts(&[*day], &first),
            (None, Found::Days(days)) => starts(&days, &first),
            (None, Found::Span(day, _)) => vec![midnight(day)],
            _ => return Vec::new(),
        };
        begin.into_iter().filter_map(|from| here.period(from, ends(from, &last, shared, here)?)).collect()
    };
    let found = match days(&first, here) {
        Found::Unsaid if first.clock.is_some() || first.part.is_some() => recent(here, |day| on(Some(day))),
        Found::Unsaid | Found::Wrong => return None,
        Found::Coming => return Some(Heard::Future),
        _ => on(None),
    };
    Some(Heard::of(found))
}

/// "gisteren morgen" is a morning; "gisteravond 10" is a time.
fn tidy(said: &mut Said) -> Option<()> {
    if said.morgen {
        if said.part.is_some() {
            return None;
        }
        said.part = Some(Part::Morning);
    }
    if let Some(hour) = said.bare.take() {
        if said.clock.is_some() || hour > 24 || !(said.part.is_some() || said.about) {
            return None;
        }
        said.clock = Some(Clock { hour, minute: 0, certain: false });
    }
    Some(())
}

fn until_now(said: &Said, here: &Here<'_>) -> Option<When> {
    let back = |minutes: u32| here.minutes_ago(minutes);
    if let Some(minutes) = said.ago {
        let at = back(minutes)?;
        return Some(match minutes {
            _ if said.since => here.since(at),
            0 if !said.about => When::Exact(here.at(at)),
            _ => When::About(here.at(at)),
        });
    }
    let minutes = said.lately?;
    let from = back(minutes)?;
    // Days are said as days, not by the minute at which it is written down.
    let from = if minutes >= 24 * 60 { midnight(from.date()) } else { from };
    if said.since { since(from, here) } else { here.period(from, here.local()) }
}

fn since(from: NaiveDateTime, here: &Here<'_>) -> Option<When> {
    (from <= here.local()).then(|| here.since(from))
}

/// Which days were said.
enum Found {
    Unsaid,
    Days(Vec<NaiveDate>),
    Span(NaiveDate, NaiveDate),
    /// Still to come.
    Coming,
    /// They contradict each other.
    Wrong,
}

fn days(said: &Said, here: &Here<'_>) -> Found {
    use chrono::Datelike;
    let today = here.today();
    match (said.days, said.weekday) {
        (None, None) => Found::Unsaid,
        (Some(Dates::One(day)), None) => Found::Days(vec![day]),
        (Some(Dates::Span(first, last)), None) => Found::Span(first, last),
        (Some(Dates::One(day)), Some(weekday)) if day.weekday() == weekday => Found::Days(vec![day]),
        (Some(Dates::One(_)), Some(_)) => Found::Wrong,
        (Some(Dates::Span(first, last)), Some(weekday)) => {
            let found: Vec<NaiveDate> = first
                .iter_days()
                .take_while(|day| *day <= last)
                .take(8)
                .filter(|day| day.weekday() == weekday)
                .collect();
            match found.len() {
                1 => Found::Days(found),
                0 if last == today => Found::Coming,
                _ => Found::Wrong,
            }
        }
        (None, Some(weekday)) => {
            let back = today.weekday().days_since(weekday);
            let before = |days: u32| today.checked_sub_days(Days::new(u64::from(days)));
            let found = match (back, said.before_today) {
                (0, true) => vec![before(7)],
                (0, false) => vec![before(0), before(7)],
                _ => vec![before(back)],
            };
            Found::Days(found.into_iter().flatten().collect())
        }
    }
}

/// What there was today, or else yesterday.
fn recent<T>(here: &Here<'_>, on: impl Fn(NaiveDate) -> Vec<T>) -> Vec<T> {
    let today = on(here.today());
    if !today.is_empty() {
        return today;
    }
    here.today().pred_opt().map_or_else(Vec::new, on)
}

pub(super) fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

/// The last minute of a day.
fn end(day: NaiveDate) -> NaiveDateTime {
    midnight(day) + TimeDelta::minutes(24 * 60 - 1)
}

/// When the clock stood there on this day, or in this part of it.
fn moments(day: NaiveDate, part: Option<Part>, clock: Clock) -> Vec<NaiveDateTime> {
    let Clock { hour, minute, certain } = clock;
    let at = |days: i64, hour: u32| {
        (midnight(day) + TimeDelta::days(days)).with_hour(hour % 24).and_then(|at| at.with_minute(minute))
    };
    let found = match (part, hour) {
        (None, 24) if !certain => vec![at(0, 0), at(1, 0)],
        (_, 24) if part.is_none() => vec![at(1, 0)],
        (None, 12) if !certain && minute == 0 => vec![at(0, 12), at(1, 0)],
        (None, 12) if !certain => vec![at(0, 12), at(0, 0)],
        (None, 1..=11) if !certain => vec![at(0, hour), at(0, hour + 12)],
        (None, _) => vec![at(0, hour)],
        (Some(Part::Morning), 0..=11) => vec![at(0, hour)],
        (Some(Part::Morning), 12) => vec![at(0, 0)],
        (Some(Part::Afternoon), 12..=18) => vec![at(0, hour)],
        (Some(Part::Afternoon), 1..=6) => vec![at(0, hour + 12)],
        (Some(Part::Evening | Part::Overnight | Part::EitherNight), 7..=11) => vec![at(0, hour + 12)],
        (Some(Part::Evening | Part::Overnight), 5..=6) if part == Some(Part::Evening) => vec![at(0, hour + 12)],
        (Some(Part::Evening | Part::Overnight | Part::EitherNight), 17..=23) => vec![at(0, hour)],
        // "gisteravond om één uur" is after midnight.
        (Some(Part::Evening | Part::Overnight), 0..=6) => vec![at(1, hour)],
        (Some(Part::Evening | Part::Overnight), 12 | 24) => vec![at(1, 0)],
        (Some(Part::EitherNight), 0..=6) => vec![at(0, hour), at(1, hour)],
        (Some(Part::EitherNight), 12 | 24) => vec![at(0, 0), at(1, 0)],
        (Some(Part::Night), 0..=6) => vec![at(0, hour)],
        (Some(Part::Night), 7..=11) => vec![at(-1, hour + 12)],
        (Some(Part::Night), 12 | 24) => vec![at(0, 0)],
        (Some(Part::Night), 17..=23) => vec![at(-1, hour)],
        // "half een" is said of the hour before.
        (Some(Part::Lunch), 0..=2) => vec![at(0, hour + 12)],
        (Some(Part::Lunch), 11..=14) => vec![at(0, hour)],
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

/// From when till when a part of this day lasts; the same parts as in the report.
fn stretches(day: NaiveDate, part: Part) -> Vec<(NaiveDateTime, NaiveDateTime)> {
    let at = |hour: i64| midnight(day) + TimeDelta::hours(hour);
    match part {
        Part::Night => vec![(at(0), at(6))],
        Part::Morning => vec![(at(6), at(12))],
        Part::Afternoon => vec![(at(12), at(18))],
        Part::Evening => vec![(at(18), end(day))],
        Part::Overnight => vec![(at(18), at(30))],
        Part::EitherNight => vec![(at(0), at(6)), (at(24), at(30))],
        Part::Lunch => vec![(at(12), at(14))],
    }
}

/// Before or after a time of the clock, within its part of the day or else its day.
fn beside(day: NaiveDate, part: Option<Part>, clock: Clock, side: Side, here: &Here<'_>) -> Vec<When> {
    let within: Vec<_> = part.map_or_else(Vec::new, |part| stretches(day, part));
    let of = |at: NaiveDateTime| match side {
        Side::After => {
            let to = within.iter().map(|(_, to)| *to).filter(|to| *to > at).min();
            here.period(at, to.unwrap_or_else(|| end(at.date())))
        }
        Side::Before => {
            let from = within.iter().map(|(from, _)| *from).filter(|from| *from < at).max();
            here.period(from.unwrap_or_else(|| midnight(at.date())), at)
        }
    };
    moments(day, part, clock).into_iter().filter_map(of).collect()
}

fn starts(days: &[NaiveDate], said: &Said) -> Vec<NaiveDateTime> {
    let on = |day: &NaiveDate| match (said.clock, said.part) {
        (Some(clock), part) => moments(*day, part, clock),
        (None, Some(part)) => stretches(*day, part).into_iter().map(|(from, _)| from).collect(),
        (None, None) => vec![midnight(*day)],
    };
    days.iter().flat_map(on).collect()
}

/// The first end after this beginning.
fn ends(from: NaiveDateTime, said: &Said, shared: bool, here: &Here<'_>) -> Option<NaiveDateTime> {
    let next = from.date().succ_opt()?;
    if shared && let Some(clock) = said.clock {
        let candidates = [from.date(), next].into_iter().flat_map(|day| moments(day, None, clock));
        return candidates.filter(|to| *to >= from).min();
    }
    let days = match days(said, here) {
        Found::Days(days) => days,
        Found::Span(_, last) => return Some(end(last)),
        Found::Unsaid => vec![from.date()],
        Found::Coming | Found::Wrong => return None,
    };
    let on = |day: NaiveDate| -> Vec<NaiveDateTime> {
        match (said.clock, said.part) {
            (Some(clock), part) => moments(day, part, clock),
            (None, Some(part)) => stretches(day, part).into_iter().map(|(_, to)| to).collect(),
            (None, None) => vec![end(day)],
        }
    };
    days.into_iter().flat_map(on).filter(|to| *to >= from).min()
}

impl Heard {
    /// Nothing was left: it is all still to come.
    fn of(mut found: Vec<When>) -> Self {
        found.sort_by_key(When::start_local);
        found.dedup();
        found.truncate(MOST);
        match found.len() {
            0 => Self::Future,
            1 => found.pop().map_or(Self::Nothing, Self::When),
            _ => Self::Which(found),
        }
    }
}

impl When {
    /// When it began, as the clock there stood.
    fn start_local(&self) -> NaiveDateTime {
        match self {
            Self::Exact(at) | Self::About(at) | Self::Since(at) => at.naive_local(),
            Self::Period { from, .. } => from.naive_local(),
            Self::Day(day) => midnight(*day),
        }
    }
}

impl Here<'_> {
    pub(super) fn today(&self) -> NaiveDate {
        self.local().date()
    }

    /// Now, to the minute.
    pub(super) fn local(&self) -> NaiveDateTime {
        let now = self.now.naive_local();
        now.with_second(0).and_then(|now| now.with_nanosecond(0)).unwrap_or(now)
    }

    /// What the clock stood at then, a change to summer time in between included.
    fn minutes_ago(&self, minutes: u32) -> Option<NaiveDateTime> {
        let then = self.now.checked_sub_signed(TimeDelta::minutes(i64::from(minutes)))?;
        let near = then.naive_local();
        // Across a change of the clocks the offset of then is the one that tells the same of itself.
        let offsets = [near - TimeDelta::hours(3), near].map(|local| (self.offset)(local));
        let local = |offset: &FixedOffset| then.with_timezone(offset).naive_local();
        let true_to_itself = offsets.iter().find(|offset| (self.offset)(local(offset)) == **offset);
        let there = true_to_itself.map_or(near, local);
        there.with_second(0)?.with_nanosecond(0)
    }

    fn at(&self, local: NaiveDateTime) -> chrono::DateTime<chrono::FixedOffset> {
        use chrono::TimeZone;
        let offset = (self.offset)(local);
        // A fixed offset maps every local time to exactly one moment.
        offset.from_local_datetime(&local).single().unwrap_or_else(|| offset.from_utc_datetime(&local))
    }

    fn since(&self, from: NaiveDateTime) -> When {
        When::Since(self.at(from))
    }

    /// No later than now; none if it is all still to come.
    fn period(&self, from: NaiveDateTime, to: NaiveDateTime) -> Option<When> {
        (from <= self.local() && from <= to)
            .then(|| When::Period { from: self.at(from), to: self.at(to.min(self.local())) })
    }
}
