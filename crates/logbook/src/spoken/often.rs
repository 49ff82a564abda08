//! What happened again and again: "elke nacht", "every evening this week".
//!
//! A time says once. How often it was stands beside it, and each occasion that one still knows is an incident of its own:
//! so what is said here is at most the stretch in which it happened, and the person is asked.

use super::said::{self, Said};
use super::token::Token;
use super::words;
use super::{Heard, Here, Language, resolve, split};
use crate::model::When;

/// Understands it, if it says that something happened again and again.
pub(super) fn often(tokens: &[Token], here: &Here<'_>, language: Language) -> Option<Heard> {
    let (at, length) = (0..tokens.len()).find_map(|at| Some((at, again(&tokens[at..])?)))?;
    let rest = [&tokens[..at], &tokens[at + length..]].concat();
    Some(stretch(&rest, here, language).unwrap_or(Heard::Nothing))
}

/// How many tokens from here say that it happened again and again.
fn again(tokens: &[Token]) -> Option<usize> {
    let word = |at: usize| match tokens.get(at) {
        Some(Token::Word(word)) => word.as_str(),
        _ => "",
    };
    if matches!(word(0), "dagelijks" | "wekelijks" | "daily" | "nightly" | "weekly") {
        return Some(1);
    }
    if (word(0), word(1), word(2)) == ("om", "de", "dag") {
        return Some(3);
    }
    if !matches!(word(0), "elke" | "elk" | "iedere" | "ieder" | "alle" | "every" | "each") {
        return None;
    }
    let counted = usize::from(match tokens.get(1) {
        Some(Token::Number(..)) => true,
        Some(Token::Word(word)) => word == "other" || word == "single" || words::number(word).is_some(),
        _ => false,
    });
    let what = word(1 + counted);
    let one = what.strip_suffix("en").or_else(|| what.strip_suffix('s')).unwrap_or(what);
    let known = |what: &str| {
        words::unit(what).is_some()
            || words::part(what).is_some()
            || words::weekday(what).is_some()
            || what == "weekend"
            || words::compound(what).is_some_and(|(day, _)| words::weekday(day).is_some())
    };
    if !known(what) && !known(one) {
        return None;
    }
    // "every Monday night"
    let more = words::weekday(what).is_some() && words::part(word(2 + counted)).is_some();
    Some(2 + counted + usize::from(more))
}

/// The stretch that the other words say. A time of the clock or a part of the day is that of each occasion.
fn stretch(rest: &[Token], here: &Here<'_>, language: Language) -> Option<Heard> {
    let read = |tokens: &[Token]| said::read(tokens, here, language).map(without_clock);
    let found = if let Some((first, last)) = split(rest) {
        let (first, last) = (read(&first)?, read(&last)?);
        if !says_when(&first) && !says_when(&last) {
            return Some(Heard::Often(None));
        }
        resolve::range(first, last, here)?
    } else {
        let said = read(rest)?;
        if !says_when(&said) {
            return Some(Heard::Often(None));
        }
        resolve::one(said, here)?
    };
    Some(match found {
        Heard::When(when @ (When::Period { .. } | When::Day(_) | When::Since(_))) => Heard::Often(Some(when)),
        // A moment is no stretch, and which of two it was is not worth asking.
        Heard::When(_) | Heard::Which(_) => Heard::Often(None),
        other => other,
    })
}

fn without_clock(said: Said) -> Said {
    Said { part: None, clock: None, bare: None, side: None, about: false, morgen: false, ..said }
}

/// Does it say any day, or how long ago?
fn says_when(said: &Said) -> bool {
    let length = said.lately.is_some() || said.ago.is_some() || said.some.is_some();
    said.days.is_some() || said.weekday.is_some() || length || said.whole || said.future
}
