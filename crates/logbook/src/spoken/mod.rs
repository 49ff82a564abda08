//! Times as people say them: "gisteren rond 10 uur", "vannacht", "last night around ten".
//!
//! A frightened person does not reckon dates. What was understood is said back in words that leave no doubt; where it
//! can mean two things both are named, and nothing is ever guessed to be more exact than it was said. Everything lies in
//! the past. Parts of the day are those of the report: the night is from 0 to 6 hours, the morning until 12, the
//! afternoon until 18, the evening until 24.

mod clock;
mod day;
mod often;
mod resolve;
mod said;
mod say;
#[cfg(test)]
mod table;
mod token;
mod words;

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::model::When;
use said::Said;
use token::Token;

pub use say::say;

/// The language whose habits decide: "half 10" is half past nine in Dutch. The words of both are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// Dutch.
    Dutch,
    /// English.
    English,
}

/// Now, and where one is.
pub struct Here<'a> {
    /// The device's clock.
    pub now: DateTime<FixedOffset>,
    /// The offset that a local time has here. Of a time that the clocks have twice it is the first, and of one that they
    /// skip it is the one after.
    pub offset: &'a dyn Fn(NaiveDateTime) -> FixedOffset,
}

/// What was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// This.
    When(When),
    /// One of these, the earliest first: "10 uur" can be in the morning or in the evening.
    Which(Vec<When>),
    /// It happened again and again, which no time can say: only the stretch in which it did, if that was said.
    Often(Option<When>),
    /// It is still to come.
    Future,
    /// None of it, or not all of it.
    Nothing,
}

/// Understands a time that was said in words. Words that mean nothing here make the whole mean nothing.
pub fn hear(text: &str, here: &Here<'_>, language: Language) -> Heard {
    let Some(tokens) = token::tokens(text).filter(|tokens| !tokens.is_empty()) else { return Heard::Nothing };
    if let Some(often) = often::often(&tokens, here, language) {
        return often;
    }
    let heard = match split(&tokens) {
        Some((first, last)) => {
            let (first, last) = (said::read(&first, here, language), said::read(&last, here, language));
            first.zip(last).and_then(|(first, last)| resolve::range(first, last, here))
        }
        None => said::read(&tokens, here, language).and_then(|said: Said| resolve::one(said, here)),
    };
    heard.unwrap_or(Heard::Nothing)
}

/// Two ends, if there are two: "tussen … en …", "van … tot …", "… - …".
fn split(tokens: &[Token]) -> Option<(Vec<Token>, Vec<Token>)> {
    let is = |at: usize, word: &str| matches!(tokens.get(at), Some(Token::Word(found)) if found == word);
    let find = |words: &[&str], from: usize| (from..tokens.len()).find(|at| words.iter().any(|word| is(*at, word)));
    let cut = |without: Option<usize>, at: usize, length: usize| {
        let first = tokens[..at].iter().enumerate().filter(|(place, _)| Some(*place) != without);
        let first: Vec<Token> = first.map(|(_, token)| token.clone()).collect();
        Some((first, tokens[at + length..].to_vec())).filter(|(first, last)| !first.is_empty() && !last.is_empty())
    };
    if let Some(between) = find(&["tussen", "between"], 0) {
        return cut(Some(between), find(&["en", "and"], between + 2)?, 1);
    }
    let from = find(&["van", "from"], 0);
    if let Some(to) = find(&["tot", "until", "till"], 0) {
        return cut(from.filter(|from| *from < to), to, if is(to + 1, "en") && is(to + 2, "met") { 3 } else { 1 });
    }
    if let Some(to) = (0..tokens.len()).find(|at| is(*at, "t") && is(at + 1, "m")) {
        return cut(from.filter(|from| *from < to), to, 2);
    }
    if let Some(from) = from.filter(|from| is(*from, "from")) {
        return cut(Some(from), find(&["to"], from)?, 1);
    }
    let mut dashes = (0..tokens.len()).filter(|at| tokens[*at] == Token::Dash);
    match (dashes.next(), dashes.next()) {
        (Some(dash), None) => cut(None, dash, 1),
        _ => None,
    }
}
