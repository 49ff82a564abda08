//! Days, and stretches of days.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

use super::said::{Dates, Reader, Take, set};
use super::token::Token;
use super::words::{self, Part, Unit};
use crate::model::YEARS;

impl Reader<'_> {
    /// "3 maart 2026", "March 3rd", "3-3-2026", "de 3e", "maart 2025", "eind maart".
    pub(super) fn date(&mut self) -> Option<Take> {
        match self.token(0)? {
            Token::Date { year, month, day } => {
                let (year, month, day) = (*year, *month, *day);
                let date = self.dated(year, month, day)?;
                return set(&mut self.said.days, Dates::One(date)).map(|()| Take::Of(1));
            }
            Token::Ordinal(day) => {
                let day = *day;
                let of = usize::from(self.word(1) == "of" || self.word(1) == "van");
                if let Some(month) = words::month(self.word(1 + of)) {
                    return self.day_of_month(day, month, 2 + of);
                }
                let date = (0..12).find_map(|back| {
                    let month = self.today.with_day(1)?.checked_sub_months(Months::new(back))?;
                    month.with_day(day).filter(|date| *date <= self.today)
                })?;
                return set(&mut self.said.days, Dates::One(date)).map(|()| Take::Of(1));
            }
            _ => {}
        }
        if let Some(day) = self.number(0)
            && let Some(month) = words::month(self.word(1))
        {
            return self.day_of_month(day, month, 2);
        }
        // "half maart" is its middle, "begin" and "eind" its first and last days.
        let third = if self.word(0) == "half" { Some(Third::Middle) } else { Third::of(self.word(0)) };
        let skip = usize::from(third.is_some());
        let skip = skip + usize::from(skip > 0 && matches!(self.word(skip), "of" | "van"));
        let Some(month) = words::month(self.word(skip)) else { return Some(Take::Not) };
        if third.is_none()
            && let Some(day) = match self.token(1) {
                Some(Token::Ordinal(day)) => Some(*day),
                Some(Token::Number(day, length)) if *length <= 2 => Some(*day),
                _ => None,
            }
        {
            return self.day_of_month(day, month, 2);
        }
        let (year, taken) = self.year(skip + 1);
        let year = year.or_else(|| {
            let this = self.today.year();
            Some(if month > self.today.month() { this - 1 } else { this })
        })?;
        let first = NaiveDate::from_ymd_opt(Some(year).filter(|year| YEARS.contains(year))?, month, 1)?;
        let Dates::Span(_, last) = month_of(first)? else { return None };
        let span = match third {
            Some(third) => third.of_month(first)?,
            None => (first, last),
        };
        set(&mut self.said.days, Dates::Span(span.0, span.1)).map(|()| Take::Of(skip + 1 + taken))
    }

    /// Days that have a name.
    pub(super) fn named_day(&mut self) -> Option<Take> {
        let eve = usize::from(self.word(1) == "eve");
        let (month, day, part, taken) = match self.word(0) {
            "kerst" | "christmas" if eve == 0 => {
                let first = self.dated(None, 12, 25)?;
                return set(&mut self.said.days, Dates::Span(first, first.succ_opt()?)).map(|()| Take::Of(1));
            }
            "kerstavond" => (12, 24, Some(Part::Evening), 1),
            "christmas" => (12, 24, Some(Part::Evening), 2),
            "sinterklaas" | "pakjesavond" => (12, 5, None, 1),
            "oudejaarsavond" | "oudjaarsavond" => (12, 31, Some(Part::Evening), 1),
            "nieuwjaarsdag" => (1, 1, None, 1),
            "nieuwjaarsnacht" => (1, 1, Some(Part::Night), 1),
            "new" if self.word(1) == "years" && self.word(2) == "eve" => (12, 31, Some(Part::Evening), 3),
            "new" if self.word(1) == "years" && self.word(2) == "day" => (1, 1, None, 3),
            _ => return Some(Take::Not),
        };
        let date = self.dated(None, month, day)?;
        set(&mut self.said.days, Dates::One(date))?;
        if let Some(part) = part {
            set(&mut self.said.part, part)?;
        }
        Some(Take::Of(taken))
    }

    fn day_of_month(&mut self, day: u32, month: u32, taken: usize) -> Option<Take> {
        let (year, more) = self.year(taken);
        let date = self.dated(year.and_then(|year| u32::try_from(year).ok()), month, day)?;
        set(&mut self.said.days, Dates::One(date)).map(|()| Take::Of(taken + more))
    }

    /// A year of four figures, if one stands there.
    fn year(&self, ahead: usize) -> (Option<i32>, usize) {
        match self.token(ahead) {
            Some(Token::Number(year, 4)) => (i32::try_from(*year).ok(), 1),
            _ => (None, 0),
        }
    }

    /// Without a year the last time that there was such a day.
    fn dated(&self, year: Option<u32>, month: u32, day: u32) -> Option<NaiveDate> {
        if let Some(year) = year {
            return NaiveDate::from_ymd_opt(i32::try_from(year).ok().filter(|year| YEARS.contains(year))?, month, day);
        }
        (0..9).find_map(|back| {
            NaiveDate::from_ymd_opt(self.today.year() - back, month, day).filter(|date| *date <= self.today)
        })
    }

    /// "vandaag", "gisteren", "eergisteren", "vannacht", "gisteravond", "tonight", "last night", "zojuist".
    pub(super) fn special_day(&mut self) -> Option<Take> {
        let back = |days: u64| self.today.checked_sub_days(Days::new(days)).map(Dates::One);
        let word = self.word(0);
        if words::now(word) || ((word == "net" || word == "just") && self.tokens.len() == 1) {
            return set(&mut self.said.ago, 0).map(|()| Take::Of(1));
        }
        let (days, part, taken) = match word {
            "vandaag" | "today" => (back(0)?, None, 1),
            "gisteren" | "gister" | "yesterday" => (back(1)?, None, 1),
            "eergisteren" => (back(2)?, None, 1),
            "day" if self.word(1) == "before" && self.word(2) == "yesterday" => (back(2)?, None, 3),
            "tonight" => (back(0)?, Some(Part::Evening), 1),
            "vannacht" => (back(0)?, Some(Part::Night), 1),
            "afgelopen" | "vorige" if self.word(1) == "nacht" => (back(0)?, Some(Part::Night), 2),
            "night" if self.word(1) == "before" && self.word(2) == "last" => (back(2)?, Some(Part::Overnight), 3),
            "last" if self.word(1) == "night" => (back(1)?, Some(Part::Overnight), 2),
            "last" if self.word(1) == "evening" => (back(1)?, Some(Part::Evening), 2),
            "this" | "deze" if words::part(self.word(1)).is_some() => (back(0)?, words::part(self.word(1)), 2),
            _ => match words::compound(word) {
                Some(("van", part)) => (back(0)?, Some(part), 1),
                Some(("gister" | "gisteren", part)) => (back(1)?, Some(part), 1),
                Some(("eergister" | "eergisteren", part)) => (back(2)?, Some(part), 1),
                Some((day, part)) => {
                    let Some(weekday) = words::weekday(day) else { return Some(Take::Not) };
                    set(&mut self.said.weekday, weekday)?;
                    return set(&mut self.said.part, part).map(|()| Take::Of(1));
                }
                None => return Some(Take::Not),
            },
        };
        set(&mut self.said.days, days)?;
        if let Some(part) = part {
            set(&mut self.said.part, part)?;
        }
        Some(Take::Of(taken))
    }

    /// "eind vorige week", "begin deze maand", "midden vorig jaar", "the beginning of the week".
    fn third_of_span(&mut self) -> Option<Take> {
        let Some(third) = Third::of(self.word(0)) else { return Some(Take::Not) };
        let mut at = 1;
        at += usize::from(matches!(self.word(at), "of" | "van"));
        let previous = words::previous(self.word(at)) || words::recent(self.word(at));
        if !previous && !words::this(self.word(at)) && !matches!(self.word(at), "de" | "het" | "the") {
            return Some(Take::Not);
        }
        let span = match words::unit(self.word(at + 1)) {
            Some(Unit::Week) => {
                let monday = monday_of(self.today)?;
                third.of_week(if previous { monday.checked_sub_days(Days::new(7))? } else { monday })?
            }
            Some(Unit::Month) => {
                let first = self.today.with_day(1)?;
                third.of_month(if previous { first.checked_sub_months(Months::new(1))? } else { first })?
            }
            Some(Unit::Year) => third.of_year(self.today.year() - i32::from(previous))?,
            _ => return Some(Take::Not),
        };
        set(&mut self.said.days, Dates::Span(span.0, span.1)).map(|()| Take::Of(at + 2))
    }

    /// "vorige week", "deze maand", "het afgelopen weekend", "last year", "in 2025".
    pub(super) fn span(&mut self) -> Option<Take> {
        if let Take::Of(taken) = self.third_of_span()? {
            return Some(Take::Of(taken));
        }
        let (previous, recent, this) =
            (words::previous(self.word(0)), words::recent(self.word(0)), words::this(self.word(0)));
        let monday = monday_of(self.today)?;
        if let (Some(year), _) = self.year(0) {
            return set(&mut self.said.days, year_of(year)?).map(|()| Take::Of(1));
        }
        if self.word(0) == "weekend" || ((previous || recent || this) && self.word(1) == "weekend") {
            let saturday = if self.today.weekday().num_days_from_monday() >= 5 && !previous {
                monday.checked_add_days(Days::new(5))?
            } else {
                monday.checked_sub_days(Days::new(2))?
            };
            let sunday = saturday.checked_add_days(Days::new(1))?;
            let taken = usize::from(self.word(0) != "weekend") + 1;
            return set(&mut self.said.days, Dates::Span(saturday, sunday)).map(|()| Take::Of(taken));
        }
        // "van de week": this one, as far as it has come.
        if self.word(0) == "van" && self.word(1) == "de" && self.word(2) == "week" {
            return set(&mut self.said.days, Dates::Span(monday, self.today)).map(|()| Take::Of(3));
        }
        if self.said.whole && self.word(0) == "week" {
            return set(&mut self.said.days, Dates::Span(monday, self.today)).map(|()| Take::Of(1));
        }
        let Some(unit) = words::unit(self.word(1)).filter(|_| previous || recent || this) else {
            return Some(Take::Not);
        };
        let first_of_month = self.today.with_day(1)?;
        let days = match (unit, previous, recent) {
            (Unit::Week, true, _) => {
                let first = monday.checked_sub_days(Days::new(7))?;
                Dates::Span(first, monday.pred_opt()?)
            }
            (Unit::Week, _, true) => Dates::Span(self.today.checked_sub_days(Days::new(7))?, self.today),
            (Unit::Week, ..) => Dates::Span(monday, self.today),
            (Unit::Month, true, _) => month_of(first_of_month.pred_opt()?)?,
            (Unit::Month, _, true) => Dates::Span(self.today.checked_sub_months(Months::new(1))?, self.today),
            (Unit::Month, ..) => Dates::Span(first_of_month, self.today),
            (Unit::Year, true, _) => year_of(self.today.year() - 1)?,
            (Unit::Year, _, true) => Dates::Span(self.today.checked_sub_months(Months::new(12))?, self.today),
            (Unit::Year, ..) => Dates::Span(NaiveDate::from_ymd_opt(self.today.year(), 1, 1)?, self.today),
            _ => return Some(Take::Not),
        };
        set(&mut self.said.days, days).map(|()| Take::Of(2))
    }

    /// "'s avonds", "in the morning", "in de nacht van maandag op dinsdag".
    pub(super) fn part_of_day(&mut self) -> Option<Take> {
        if self.word(0) == "nacht" && self.word(1) == "van" && self.word(3) == "op" {
            let (first, second) = (words::weekday(self.word(2)), words::weekday(self.word(4)));
            if let (Some(first), Some(second)) = (first, second)
                && first.succ() == second
            {
                set(&mut self.said.weekday, second)?;
                return set(&mut self.said.part, Part::Night).map(|()| Take::Of(5));
            }
        }
        if self.word(0) == "morgen" {
            self.said.morgen = true;
            return Some(Take::Of(1));
        }
        if (self.word(0), self.word(1), self.word(2)) == ("tussen", "de", "middag") {
            return set(&mut self.said.part, Part::Lunch).map(|()| Take::Of(3));
        }
        if self.word(0) == "lunch" && matches!(self.word(1), "time" | "break" | "hour") {
            return set(&mut self.said.part, Part::Lunch).map(|()| Take::Of(2));
        }
        let Some(mut part) = words::part(self.word(0)) else { return Some(Take::Not) };
        // The third of March at two in the night is on the third.
        if part == Part::EitherNight
            && matches!(self.said.days, Some(Dates::One(_)))
            && !self.before().starts_with("gister")
        {
            part = Part::Night;
        }
        set(&mut self.said.part, part).map(|()| Take::Of(1))
    }

    /// "maandag", "vorige maandag", "di" before a date.
    pub(super) fn weekday(&mut self) -> Option<Take> {
        let marked = words::previous(self.word(0)) || words::recent(self.word(0)) || words::this(self.word(0));
        if let Some(weekday) = words::weekday(self.word(usize::from(marked))) {
            self.said.before_today |= marked && !words::this(self.word(0));
            return set(&mut self.said.weekday, weekday).map(|()| Take::Of(1 + usize::from(marked)));
        }
        if marked
            && let Some((day, part)) = words::compound(self.word(1))
            && let Some(weekday) = words::weekday(day)
        {
            self.said.before_today = true;
            set(&mut self.said.weekday, weekday)?;
            return set(&mut self.said.part, part).map(|()| Take::Of(2));
        }
        if let Some(weekday) = words::short_weekday(self.word(0))
            && matches!(self.token(1), Some(Token::Number(..) | Token::Ordinal(_) | Token::Date { .. }))
            && (words::month(self.word(2)).is_some() || !matches!(self.token(1), Some(Token::Number(..))))
        {
            return set(&mut self.said.weekday, weekday).map(|()| Take::Of(1));
        }
        Some(Take::Not)
    }
}

/// The beginning, the middle or the end of a stretch of days. Where one goes over into the other nobody can say, so those of
/// a week share a day.
#[derive(Clone, Copy)]
enum Third {
    Begin,
    Middle,
    End,
}

impl Third {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "begin" | "beginning" | "start" | "early" => Self::Begin,
            "midden" | "medio" | "mid" | "middle" | "halverwege" | "halfway" => Self::Middle,
            "eind" | "einde" | "end" | "late" => Self::End,
            _ => return None,
        })
    }

    fn of_week(self, monday: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let day = |number: u64| monday.checked_add_days(Days::new(number));
        Some(match self {
            Self::Begin => (monday, day(2)?),
            Self::Middle => (day(1)?, day(3)?),
            Self::End => (day(3)?, day(6)?),
        })
    }

    fn of_month(self, first: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let Dates::Span(_, last) = month_of(first)? else { return None };
        Some(match self {
            Self::Begin => (first, first.with_day(10)?),
            Self::Middle => (first.with_day(11)?, first.with_day(20)?),
            Self::End => (first.with_day(21)?, last),
        })
    }

    fn of_year(self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        let (from, to) = match self {
            Self::Begin => (1, 4),
            Self::Middle => (5, 8),
            Self::End => (9, 12),
        };
        let Dates::Span(_, last) = month_of(NaiveDate::from_ymd_opt(year, to, 1)?)? else { return None };
        Some((NaiveDate::from_ymd_opt(year, from, 1)?, last))
    }
}

/// The Monday of the week that a day is in.
fn monday_of(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())))
}

pub(super) fn month_of(day: NaiveDate) -> Option<Dates> {
    let first = day.with_day(1)?;
    Some(Dates::Span(first, first.checked_add_months(Months::new(1))? - TimeDelta::days(1)))
}

pub(super) fn year_of(year: i32) -> Option<Dates> {
    let year = Some(year).filter(|year| YEARS.contains(year))?;
    Some(Dates::Span(NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
}
