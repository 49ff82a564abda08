//! What stands in the words, piece by piece and before it is known which moment they mean.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use super::token::Token;
use super::words::{self, Part, Unit};
use super::{Here, Language};
use crate::model::YEARS;

/// A time of the clock as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// 0 to 24.
    pub(super) hour: u32,
    pub(super) minute: u32,
    /// Of the clock of 24 hours; else it may be in the morning or in the evening.
    pub(super) certain: bool,
}

/// A day or a stretch of days as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dates {
    One(NaiveDate),
    /// From the first to the last.
    Span(NaiveDate, NaiveDate),
}

/// Everything that was said.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub(super) days: Option<Dates>,
    pub(super) weekday: Option<Weekday>,
    /// "vorige maandag": not today.
    pub(super) before_today: bool,
    pub(super) part: Option<Part>,
    pub(super) clock: Option<Clock>,
    /// A number that stands alone: an hour or a day, by what stands beside it.
    pub(super) bare: Option<u32>,
    /// A time before now, in minutes.
    pub(super) ago: Option<u32>,
    /// Until now, from this many minutes ago.
    pub(super) lately: Option<u32>,
    /// "morgen", which is the morning only with a day beside it.
    pub(super) morgen: bool,
    pub(super) about: bool,
    pub(super) since: bool,
    pub(super) whole: bool,
    pub(super) future: bool,
}

/// Fills a slot that must still be empty.
fn set<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.is_none().then(|| *slot = Some(value))
}

/// What this part of the tokens says; none if anything in it means nothing here.
pub(super) fn read(tokens: &[Token], here: &Here<'_>, language: Language) -> Option<Said> {
    let mut reader = Reader { tokens, at: 0, today: here.today(), language, said: Said::default() };
    while reader.at < tokens.len() {
        let taken = reader.step()?;
        reader.at += taken.max(1);
    }
    Some(reader.said)
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    today: NaiveDate,
    language: Language,
    said: Said,
}

impl Reader<'_> {
    fn token(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn word(&self, ahead: usize) -> &str {
        match self.token(ahead) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    /// The word just before this place.
    fn before(&self) -> &str {
        match self.at.checked_sub(1).and_then(|at| self.tokens.get(at)) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    /// A number in figures or words.
    fn number(&self, ahead: usize) -> Option<u32> {
        match self.token(ahead)? {
            Token::Number(number, length) => (*length <= 2).then_some(*number),
            Token::Word(word) => words::number(word),
            _ => None,
        }
    }

    /// Takes what stands here, and says how many tokens that were.
    fn step(&mut self) -> Option<usize> {
        for take in [
            Self::length,
            Self::date,
            Self::clock,
            Self::special_day,
            Self::span,
            Self::part_of_day,
            Self::weekday,
            Self::mark,
            Self::alone,
        ] {
            if let Some(taken) = take(self)? {
                return Some(taken);
            }
        }
        None
    }

    /// "een uur geleden", "anderhalf uur geleden", "al drie weken", "de laatste twee dagen".
    #[allow(clippy::unnecessary_wraps, reason = "one of a list of ways")]
    fn length(&mut self) -> Option<Option<usize>> {
        let start = self.length_at(0);
        let Some((minutes, unit, taken)) = start else { return Some(None) };
        if matches!(self.word(taken), "geleden" | "terug" | "ago") {
            return Some(self.long_ago(minutes, unit).map(|()| taken + 1));
        }
        let before = self.before();
        if words::recent(before) || (before == "last" && self.number(0).is_some_and(|number| number > 1)) {
            return Some(set(&mut self.said.lately, minutes).map(|()| taken));
        }
        if matches!(before, "al" | "for") || (before == "sinds" && unit != Unit::Hour) {
            self.said.since = true;
            return Some(set(&mut self.said.lately, minutes).map(|()| taken));
        }
        if matches!(before, "over" | "in") && matches!(unit, Unit::Minute | Unit::Quarter | Unit::Hour) && taken > 1 {
            self.said.future = true;
            return Some(Some(taken));
        }
        Some(None)
    }

    /// A length of time from here: minutes, its unit, and how many tokens.
    fn length_at(&self, ahead: usize) -> Option<(u32, Unit, usize)> {
        let words: Vec<&str> = (0..6).map(|more| self.word(ahead + more)).collect();
        let fixed: [(&[&str], u32, Unit); 11] = [
            (&["anderhalf", "uur"], 90, Unit::Hour),
            (&["anderhalve", "dag"], 36 * 60, Unit::Hour),
            (&["een", "half", "uur"], 30, Unit::Hour),
            (&["half", "uur"], 30, Unit::Hour),
            (&["halfuur"], 30, Unit::Hour),
            (&["een", "halfuur"], 30, Unit::Hour),
            (&["half", "an", "hour"], 30, Unit::Hour),
            (&["an", "hour", "and", "a", "half"], 90, Unit::Hour),
            (&["a", "quarter", "of", "an", "hour"], 15, Unit::Quarter),
            (&["een", "paar", "minuten"], 5, Unit::Minute),
            (&["a", "few", "minutes"], 5, Unit::Minute),
        ];
        for (wanted, minutes, unit) in fixed {
            if words.starts_with(wanted) {
                return Some((minutes, unit, wanted.len()));
            }
        }
        let unit_at = |at: usize| words::unit(self.word(ahead + at)).map(|unit| (unit, at + 1));
        let (count, (unit, taken)) = match self.number(ahead) {
            Some(count) => (count, unit_at(1)?),
            None => (1, unit_at(0)?),
        };
        let minutes = match unit {
            Unit::Minute => 1,
            Unit::Quarter => 15,
            Unit::Hour => 60,
            Unit::Day => 24 * 60,
            Unit::Week => 7 * 24 * 60,
            Unit::Month => 30 * 24 * 60,
            Unit::Year => 365 * 24 * 60,
        };
        Some((count * minutes, unit, taken))
    }

    /// A day, a month or a year is as exact as it was said.
    fn long_ago(&mut self, minutes: u32, unit: Unit) -> Option<()> {
        let days = u64::from(minutes / (24 * 60));
        match unit {
            Unit::Minute | Unit::Quarter | Unit::Hour => set(&mut self.said.ago, minutes),
            Unit::Day | Unit::Week => {
                set(&mut self.said.days, Dates::One(self.today.checked_sub_days(Days::new(days))?))
            }
            Unit::Month => {
                let day = self.today.checked_sub_months(Months::new(u32::try_from(days / 30).ok()?))?;
                set(&mut self.said.days, month_of(day)?)
            }
            Unit::Year => {
                let year = self.today.year().checked_sub(i32::try_from(days / 365).ok()?)?;
                set(&mut self.said.days, year_of(year)?)
            }
        }
    }

    /// "3 maart 2026", "March 3rd", "3-3-2026", "de 3e", "maart 2025", "eind maart".
    fn date(&mut self) -> Option<Option<usize>> {
        match self.token(0)? {
            Token::Date { year, month, day } => {
                let (year, month, day) = (*year, *month, *day);
                let date = self.dated(year, month, day)?;
                return set(&mut self.said.days, Dates::One(date)).map(|()| Some(1));
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
                return set(&mut self.said.days, Dates::One(date)).map(|()| Some(1));
            }
            _ => {}
        }
        if let Some(day) = self.number(0)
            && let Some(month) = words::month(self.word(1))
        {
            return self.day_of_month(day, month, 2);
        }
        // "half maart" is its middle, "begin" and "eind" its first and last days.
        let (third, skip) = match self.word(0) {
            "begin" | "early" => (Some(0), 1),
            "half" | "midden" | "medio" | "mid" | "middle" => (Some(1), 1),
            "eind" | "einde" | "late" | "end" => (Some(2), 1),
            _ => (None, 0),
        };
        let skip = skip + usize::from(skip > 0 && self.word(skip) == "of");
        let Some(month) = words::month(self.word(skip)) else { return Some(None) };
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
            Some(0) => (first, first.with_day(10)?),
            Some(1) => (first.with_day(11)?, first.with_day(20)?),
            Some(_) => (first.with_day(21)?, last),
            None => (first, last),
        };
        set(&mut self.said.days, Dates::Span(span.0, span.1)).map(|()| Some(skip + 1 + taken))
    }

    fn day_of_month(&mut self, day: u32, month: u32, taken: usize) -> Option<Option<usize>> {
        let (year, more) = self.year(taken);
        let date = self.dated(year.and_then(|year| u32::try_from(year).ok()), month, day)?;
        set(&mut self.said.days, Dates::One(date)).map(|()| Some(taken + more))
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

    /// "half tien", "kwart voor tien", "vijf over half tien", "10 uur", "3 pm", "twelve o'clock".
    fn clock(&mut self) -> Option<Option<usize>> {
        let Some((clock, taken)) = self.clock_at() else { return Some(None) };
        set(&mut self.said.clock, clock).map(|()| Some(taken))
    }

    fn clock_at(&mut self) -> Option<(Clock, usize)> {
        let may_be =
            |hour: u32, minute: u32| (hour <= 24 && minute < 60).then_some(Clock { hour, minute, certain: false });
        if let Token::Clock { hour, minute, certain } = *self.token(0)? {
            let clock = Clock { certain, ..may_be(hour, minute)? };
            return Some(self.with_half_of_day(clock, 1));
        }
        match self.word(0) {
            "middernacht" | "midnight" => return Some((Clock { hour: 24, minute: 0, certain: false }, 1)),
            "noon" | "midday" => return Some((Clock { hour: 12, minute: 0, certain: true }, 1)),
            "half" => {
                if let (Some(hour), past) = (self.number(2), self.word(1) == "past")
                    && past
                {
                    return Some(self.with_half_of_day(may_be(hour, 30)?, 3));
                }
                if let Some(hour) = words::rounded(self.word(1)) {
                    self.said.about = true;
                    return Some((may_be(before_hour(hour), 30)?, 2));
                }
                let hour = self.number(1)?;
                let english = match self.token(1) {
                    // "half ten" is half past ten, "half tien" half past nine; of "half 10" the language decides.
                    Some(Token::Number(..)) => self.language == Language::English,
                    _ => is_english(self.word(1)),
                };
                let hour = if english { hour } else { before_hour(hour) };
                return Some(self.with_half_of_day(may_be(hour, 30)?, 2));
            }
            // "een uur of tien"
            "een" if self.word(1) == "uur" && self.word(2) == "of" => {
                self.said.about = true;
                return Some(self.with_half_of_day(may_be(self.number(3)?, 0)?, 4));
            }
            "a" | "an" => return None,
            _ => {}
        }
        if let Some(hour) = words::rounded(self.word(0)) {
            self.said.about = true;
            return Some((may_be(hour, 0)?, 1));
        }
        // "kwart over tien", "5 voor half 10", "ten past nine".
        let minutes = if matches!(self.word(0), "kwart" | "quarter") { Some(15) } else { self.number(0) };
        let skip = 1 + usize::from(matches!(self.word(1), "minuten" | "minutes" | "min"));
        let later = match self.word(skip) {
            "over" | "past" | "after" => Some(true),
            "voor" | "to" | "before" => Some(false),
            _ => None,
        };
        if let (Some(minutes), Some(later)) = (minutes, later) {
            let half = self.word(skip + 1) == "half";
            if let Some(hour) = self.number(skip + 1 + usize::from(half))
                && minutes < 30
                && hour <= 24
            {
                let from = if half { before_hour(hour) * 60 + 30 } else { hour * 60 };
                let whole = if later { from + minutes } else { (from + 24 * 60) - minutes } % (24 * 60);
                // "kwart voor een" is in the hour of twelve, of day or night.
                let hour = if whole / 60 == 0 && hour == 1 { 12 } else { whole / 60 };
                return Some(self.with_half_of_day(may_be(hour, whole % 60)?, skip + 2 + usize::from(half)));
            }
        }
        let hour = self.number(0)?;
        let two_figures = matches!(self.token(0), Some(Token::Number(_, 2)));
        if matches!(self.word(1), "uur" | "u" | "oclock" | "h") {
            let minute = match self.token(2) {
                Some(Token::Number(minute, 2)) if words::month(self.word(3)).is_none() => Some(*minute),
                _ => None,
            };
            let clock = Clock { certain: two_figures && hour < 10, ..may_be(hour, minute.unwrap_or(0))? };
            return Some(self.with_half_of_day(clock, if minute.is_some() { 3 } else { 2 }));
        }
        let said = matches!(self.word(1), "am" | "pm" | "ish")
            || (words::part(self.word(1)).is_some() && self.word(1) != "nacht")
            || (self.word(1) == "s" && words::part(self.word(2)).is_some())
            || (matches!(self.word(1), "in" | "at") && !self.word(2).is_empty() && self.said.clock.is_none())
            || words::before_clock(self.before());
        if said && words::month(self.word(1)).is_none() && words::unit(self.word(1)).is_none() {
            // "nine thirty"
            let minute = self.number(1).filter(|minute| !two_figures && (10..60).contains(minute) && hour <= 12);
            let clock = may_be(hour, minute.unwrap_or(0))?;
            return Some(self.with_half_of_day(clock, 1 + usize::from(minute.is_some())));
        }
        None
    }

    /// With "am" or "pm" behind it, if that stands there.
    fn with_half_of_day(&self, clock: Clock, taken: usize) -> (Clock, usize) {
        let taken = taken + usize::from(matches!(self.word(taken), "uur" | "oclock" | "u") && taken > 0);
        match self.word(taken) {
            "am" if clock.hour <= 12 => (Clock { hour: clock.hour % 12, certain: true, ..clock }, taken + 1),
            "pm" if clock.hour <= 12 => (Clock { hour: clock.hour % 12 + 12, certain: true, ..clock }, taken + 1),
            _ => (clock, taken),
        }
    }

    /// "vandaag", "gisteren", "eergisteren", "vannacht", "gisteravond", "tonight", "last night", "zojuist".
    fn special_day(&mut self) -> Option<Option<usize>> {
        let back = |days: u64| self.today.checked_sub_days(Days::new(days)).map(Dates::One);
        let word = self.word(0);
        if words::now(word) || ((word == "net" || word == "just") && self.tokens.len() == 1) {
            return set(&mut self.said.ago, 0).map(|()| Some(1));
        }
        let (days, part, taken) = match word {
            "vandaag" | "today" => (back(0)?, None, 1),
            "gisteren" | "gister" | "yesterday" => (back(1)?, None, 1),
            "eergisteren" => (back(2)?, None, 1),
            "day" if self.word(1) == "before" && self.word(2) == "yesterday" => (back(2)?, None, 3),
            "tonight" => (back(0)?, Some(Part::Evening), 1),
            "vannacht" => (back(0)?, Some(Part::Night), 1),
            "afgelopen" | "vorige" if self.word(1) == "nacht" => (back(0)?, Some(Part::Night), 2),
            "last" if self.word(1) == "night" => (back(1)?, Some(Part::Overnight), 2),
            "last" if self.word(1) == "evening" => (back(1)?, Some(Part::Evening), 2),
            "this" if words::part(self.word(1)).is_some() => (back(0)?, words::part(self.word(1)), 2),
            "deze" if words::part(self.word(1)).is_some() => (back(0)?, words::part(self.word(1)), 2),
            _ => match words::compound(word) {
                Some(("van", part)) => (back(0)?, Some(part), 1),
                Some(("gister" | "gisteren", part)) => (back(1)?, Some(part), 1),
                Some(("eergister" | "eergisteren", part)) => (back(2)?, Some(part), 1),
                Some((day, part)) => {
                    let Some(weekday) = words::weekday(day) else { return Some(None) };
                    set(&mut self.said.weekday, weekday)?;
                    return set(&mut self.said.part, part).map(|()| Some(1));
                }
                None => return Some(None),
            },
        };
        set(&mut self.said.days, days)?;
        if let Some(part) = part {
            set(&mut self.said.part, part)?;
        }
        Some(Some(taken))
    }

    /// "vorige week", "deze maand", "het afgelopen weekend", "last year", "in 2025".
    fn span(&mut self) -> Option<Option<usize>> {
        let (previous, recent, this) =
            (words::previous(self.word(0)), words::recent(self.word(0)), words::this(self.word(0)));
        let monday = self.today.checked_sub_days(Days::new(u64::from(self.today.weekday().num_days_from_monday())))?;
        if let (Some(year), _) = self.year(0) {
            return set(&mut self.said.days, year_of(year)?).map(|()| Some(1));
        }
        if self.word(0) == "weekend" || ((previous || recent || this) && self.word(1) == "weekend") {
            let saturday = if self.today.weekday().num_days_from_monday() >= 5 && !previous {
                monday.checked_add_days(Days::new(5))?
            } else {
                monday.checked_sub_days(Days::new(2))?
            };
            let sunday = saturday.checked_add_days(Days::new(1))?;
            let taken = usize::from(self.word(0) != "weekend") + 1;
            return set(&mut self.said.days, Dates::Span(saturday, sunday)).map(|()| Some(taken));
        }
        // "van de week": this one, as far as it has come.
        if self.word(0) == "van" && self.word(1) == "de" && self.word(2) == "week" {
            return set(&mut self.said.days, Dates::Span(monday, self.today)).map(|()| Some(3));
        }
        if self.said.whole && self.word(0) == "week" {
            return set(&mut self.said.days, Dates::Span(monday, self.today)).map(|()| Some(1));
        }
        let Some(unit) = words::unit(self.word(1)).filter(|_| previous || recent || this) else {
            return Some(None);
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
            _ => return Some(None),
        };
        set(&mut self.said.days, days).map(|()| Some(2))
    }

    /// "'s avonds", "in the morning", "in de nacht van maandag op dinsdag".
    fn part_of_day(&mut self) -> Option<Option<usize>> {
        if self.word(0) == "nacht" && self.word(1) == "van" && self.word(3) == "op" {
            let (first, second) = (words::weekday(self.word(2)), words::weekday(self.word(4)));
            if let (Some(first), Some(second)) = (first, second)
                && first.succ() == second
            {
                set(&mut self.said.weekday, second)?;
                return set(&mut self.said.part, Part::Night).map(|()| Some(5));
            }
        }
        if self.word(0) == "morgen" {
            self.said.morgen = true;
            return Some(Some(1));
        }
        let Some(mut part) = words::part(self.word(0)) else { return Some(None) };
        // The third of March at two in the night is on the third.
        if part == Part::EitherNight
            && matches!(self.said.days, Some(Dates::One(_)))
            && !self.before().starts_with("gister")
        {
            part = Part::Night;
        }
        set(&mut self.said.part, part).map(|()| Some(1))
    }

    /// "maandag", "vorige maandag", "di" before a date.
    fn weekday(&mut self) -> Option<Option<usize>> {
        let marked = words::previous(self.word(0)) || words::recent(self.word(0)) || words::this(self.word(0));
        if let Some(weekday) = words::weekday(self.word(usize::from(marked))) {
            self.said.before_today |= marked && !words::this(self.word(0));
            return set(&mut self.said.weekday, weekday).map(|()| Some(1 + usize::from(marked)));
        }
        if marked
            && let Some((day, part)) = words::compound(self.word(1))
            && let Some(weekday) = words::weekday(day)
        {
            self.said.before_today = true;
            set(&mut self.said.weekday, weekday)?;
            return set(&mut self.said.part, part).map(|()| Some(2));
        }
        if let Some(weekday) = words::short_weekday(self.word(0))
            && matches!(self.token(1), Some(Token::Number(..) | Token::Ordinal(_) | Token::Date { .. }))
            && (words::month(self.word(2)).is_some() || !matches!(self.token(1), Some(Token::Number(..))))
        {
            return set(&mut self.said.weekday, weekday).map(|()| Some(1));
        }
        Some(None)
    }

    /// "rond", "sinds", "de hele dag", "gaat nog door", "morgen", and words that change nothing.
    #[allow(clippy::unnecessary_wraps, reason = "one of a list of ways")]
    fn mark(&mut self) -> Option<Option<usize>> {
        let word = self.word(0).to_owned();
        if word.is_empty() {
            return Some(None);
        }
        let going_on: [&[&str]; 5] = [
            &["gaat", "nog", "door"],
            &["gaat", "door"],
            &["nog", "steeds"],
            &["still", "going", "on"],
            &["going", "on"],
        ];
        for wanted in going_on {
            if (0..wanted.len()).all(|ahead| self.word(ahead) == wanted[ahead]) {
                self.said.since = true;
                return Some(Some(wanted.len()));
            }
        }
        if matches!(word.as_str(), "hele" | "heel" | "whole" | "all") {
            self.said.whole = true;
            return Some(Some(1));
        }
        if self.said.whole && matches!(word.as_str(), "dag" | "day") {
            return Some(Some(1));
        }
        if words::since(&word) {
            self.said.since = true;
        } else if words::about(&word) {
            self.said.about = true;
        } else if words::coming(&word) {
            self.said.future = true;
            return Some(Some(1 + usize::from(words::unit(self.word(1)).is_some())));
        } else if word == "over" {
            // "over een uur" is still to come.
            let (_, _, taken) = self.length_at(1)?;
            self.said.future = true;
            return Some(Some(1 + taken));
        } else if words::recent(&word) || (word == "last" && self.number(1).is_some()) || word == "for" {
            // A length of time must follow.
            self.at += 1;
            let length = self.length_at(0);
            self.at -= 1;
            return Some(length.map(|_| 1));
        } else if !words::filler(&word) {
            return Some(None);
        }
        // "net na tien", "just after ten": about that time.
        if matches!(word.as_str(), "net" | "iets" | "even" | "kort" | "just")
            && matches!(self.word(1), "na" | "voor" | "after" | "before")
        {
            self.said.about = true;
            return Some(Some(2));
        }
        Some(Some(1))
    }

    /// A number that stands alone.
    fn alone(&mut self) -> Option<Option<usize>> {
        let Some(number) = self.number(0) else { return Some(None) };
        set(&mut self.said.bare, number).map(|()| Some(1))
    }
}

/// The hour before on a dial: "half een" is half past twelve.
fn before_hour(hour: u32) -> u32 {
    match hour {
        0 => 23,
        1 => 12,
        _ => hour - 1,
    }
}

fn is_english(word: &str) -> bool {
    matches!(
        word,
        "one" | "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "eleven" | "twelve"
    )
}

fn month_of(day: NaiveDate) -> Option<Dates> {
    let first = day.with_day(1)?;
    Some(Dates::Span(first, first.checked_add_months(Months::new(1))? - TimeDelta::days(1)))
}

fn year_of(year: i32) -> Option<Dates> {
    let year = Some(year).filter(|year| YEARS.contains(year))?;
    Some(Dates::Span(NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
}
