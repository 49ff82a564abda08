//! Times of the clock, as Dutch and English say them.

use super::Language;
use super::said::{Clock, Reader, Take, set};
use super::token::Token;
use super::words;

impl Reader<'_> {
    /// "half tien", "kwart voor tien", "vijf over half tien", "10 uur", "3 pm", "twelve o'clock".
    pub(super) fn clock(&mut self) -> Option<Take> {
        let Some((clock, taken)) = self.clock_at() else { return Some(Take::Not) };
        set(&mut self.said.clock, clock).map(|()| Take::Of(taken))
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
            "middaguur" => {
                self.said.about = true;
                return Some((Clock { hour: 12, minute: 0, certain: true }, 1));
            }
            // "rond de middag"
            "middag" if self.before() == "de" && self.back(2) == "rond" => {
                return Some((Clock { hour: 12, minute: 0, certain: true }, 1));
            }
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
