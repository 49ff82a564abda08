//! What stands in the words, piece by piece and before it is known which moment they mean.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::day::{month_of, year_of};
use super::token::Token;
use super::words::{self, Part, Unit};
use super::{Here, Language};

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

/// On which side of a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// Everything that was said.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools)] // Each is a word of its own.
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
    /// Some hours ago: between so many minutes ago and so many.
    pub(super) some: Option<(u32, u32)>,
    /// Before the time of the clock, or after it.
    pub(super) side: Option<Side>,
    /// "morgen", which is the morning only with a day beside it.
    pub(super) morgen: bool,
    pub(super) about: bool,
    pub(super) since: bool,
    pub(super) whole: bool,
    pub(super) future: bool,
}

/// Fills a slot that must still be empty.
pub(super) fn set<T>(slot: &mut Option<T>, value: T) -> Option<()> {
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

/// What one of the ways to read took.
pub(super) enum Take {
    /// So many tokens.
    Of(usize),
    /// Nothing that it knows stands here. That what stands here makes no sense is none at all.
    Not,
}

pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    at: usize,
    pub(super) today: NaiveDate,
    pub(super) language: Language,
    pub(super) said: Said,
}

impl Reader<'_> {
    pub(super) fn token(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    pub(super) fn word(&self, ahead: usize) -> &str {
        match self.token(ahead) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    /// The word just before this place.
    pub(super) fn before(&self) -> &str {
        self.back(1)
    }

    pub(super) fn back(&self, words: usize) -> &str {
        match self.at.checked_sub(words).and_then(|at| self.tokens.get(at)) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    /// A number in figures or words.
    pub(super) fn number(&self, ahead: usize) -> Option<u32> {
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
            Self::named_day,
            Self::date,
            Self::clock,
            Self::special_day,
            Self::span,
            Self::part_of_day,
            Self::weekday,
            Self::mark,
            Self::alone,
        ] {
            if let Take::Of(taken) = take(self)? {
                return Some(taken);
            }
        }
        None
    }

    /// "een uur geleden", "anderhalf uur geleden", "al drie weken", "de laatste twee dagen".
    fn length(&mut self) -> Option<Take> {
        if let Some(taken) = self.some_ago() {
            return Some(Take::Of(taken));
        }
        let start = self.length_at(0);
        let Some((minutes, unit, taken)) = start else { return Some(Take::Not) };
        if matches!(self.word(taken), "geleden" | "terug" | "ago") {
            return self.long_ago(minutes, unit).map(|()| Take::Of(taken + 1));
        }
        let before = self.before();
        if words::recent(before) || (before == "last" && self.number(0).is_some_and(|number| number > 1)) {
            return set(&mut self.said.lately, minutes).map(|()| Take::Of(taken));
        }
        if matches!(before, "al" | "for") || (before == "sinds" && unit != Unit::Hour) {
            self.said.since = true;
            return set(&mut self.said.lately, minutes).map(|()| Take::Of(taken));
        }
        if matches!(before, "over" | "in") && matches!(unit, Unit::Minute | Unit::Quarter | Unit::Hour) && taken > 1 {
            self.said.future = true;
            return Some(Take::Of(taken));
        }
        Some(Take::Not)
    }

    /// A length of time from here: minutes, its unit, and how many tokens.
    pub(super) fn length_at(&self, ahead: usize) -> Option<(u32, Unit, usize)> {
        let words: Vec<&str> = (0..6).map(|more| self.word(ahead + more)).collect();
        let fixed: [(&[&str], u32, Unit); 9] = [
            (&["anderhalf", "uur"], 90, Unit::Hour),
            (&["anderhalve", "dag"], 36 * 60, Unit::Hour),
            (&["een", "half", "uur"], 30, Unit::Hour),
            (&["half", "uur"], 30, Unit::Hour),
            (&["halfuur"], 30, Unit::Hour),
            (&["een", "halfuur"], 30, Unit::Hour),
            (&["half", "an", "hour"], 30, Unit::Hour),
            (&["an", "hour", "and", "a", "half"], 90, Unit::Hour),
            (&["a", "quarter", "of", "an", "hour"], 15, Unit::Quarter),
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

    /// "een paar dagen geleden" is between two and five of them.
    fn some_ago(&mut self) -> Option<usize> {
        let skip = usize::from(matches!(self.word(0), "een" | "a"));
        if !matches!(self.word(skip), "paar" | "enkele" | "few" | "couple") {
            return None;
        }
        let at = skip + 1 + usize::from(self.word(skip + 1) == "of");
        let unit = words::unit(self.word(at))?;
        if !matches!(self.word(at + 1), "geleden" | "terug" | "ago") {
            return None;
        }
        let days = |back: u64| self.today.checked_sub_days(Days::new(back));
        let months = |back: u32| self.today.checked_sub_months(Months::new(back)).and_then(month_of);
        match unit {
            Unit::Minute => set(&mut self.said.ago, 5)?,
            Unit::Hour => set(&mut self.said.some, (5 * 60, 2 * 60))?,
            Unit::Day => set(&mut self.said.days, Dates::Span(days(5)?, days(2)?))?,
            Unit::Week => set(&mut self.said.days, Dates::Span(days(35)?, days(14)?))?,
            Unit::Month => {
                let (Dates::Span(first, _), Dates::Span(_, last)) = (months(5)?, months(2)?) else { return None };
                set(&mut self.said.days, Dates::Span(first, last))?;
            }
            Unit::Quarter | Unit::Year => return None,
        }
        Some(at + 2)
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

    /// "rond", "sinds", "de hele dag", "gaat nog door", "morgen", and words that change nothing.
    fn mark(&mut self) -> Option<Take> {
        let word = self.word(0).to_owned();
        if word.is_empty() {
            return Some(Take::Not);
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
                return Some(Take::Of(wanted.len()));
            }
        }
        if matches!(word.as_str(), "hele" | "heel" | "whole" | "all") {
            self.said.whole = true;
            return Some(Take::Of(1));
        }
        if self.said.whole && matches!(word.as_str(), "dag" | "day") {
            return Some(Take::Of(1));
        }
        let side = match word.as_str() {
            "na" | "after" => Some(Side::After),
            "voor" | "before" => Some(Side::Before),
            _ => None,
        };
        if let Some(side) = side {
            set(&mut self.said.side, side)?;
        } else if words::since(&word) {
            self.said.since = true;
        } else if words::about(&word) {
            self.said.about = true;
        } else if words::coming(&word) {
            self.said.future = true;
            return Some(Take::Of(1 + usize::from(words::unit(self.word(1)).is_some())));
        } else if word == "over" {
            // "over een uur" is still to come.
            let (_, _, taken) = self.length_at(1)?;
            self.said.future = true;
            return Some(Take::Of(1 + taken));
        } else if words::recent(&word) || (word == "last" && self.number(1).is_some()) || word == "for" {
            // A length of time must follow.
            self.at += 1;
            let length = self.length_at(0);
            self.at -= 1;
            return length.map(|_| Take::Of(1));
        } else if !words::filler(&word) {
            return Some(Take::Not);
        }
        // "net na tien", "just after ten": about that time.
        if matches!(word.as_str(), "net" | "iets" | "even" | "kort" | "just")
            && matches!(self.word(1), "na" | "voor" | "after" | "before")
        {
            self.said.about = true;
            return Some(Take::Of(2));
        }
        Some(Take::Of(1))
    }

    /// A number that stands alone.
    fn alone(&mut self) -> Option<Take> {
        let Some(number) = self.number(0) else { return Some(Take::Not) };
        set(&mut self.said.bare, number).map(|()| Take::Of(1))
    }
}
