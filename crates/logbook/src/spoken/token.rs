//! The pieces of what was typed: words, numbers, times and dates in figures.

use crate::book::fold;

/// More is no time any more.
const LONGEST: usize = 200;

/// One piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Letters, folded.
    Word(String),
    /// Up to four figures, and how many there are.
    Number(u32, usize),
    /// "3e", "3rd".
    Ordinal(u32),
    /// "10.30", "9:30", "14u30". With two figures for the hour it is the clock of 24 hours.
    Clock { hour: u32, minute: u32, certain: bool },
    /// "2026-03-03", "3-3-2026", "3/3".
    Date { year: Option<u32>, month: u32, day: u32 },
    /// Between two times or days.
    Dash,
}

/// The pieces of a text; none if it is too long or holds figures that are neither time nor date.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    if text.len() > LONGEST {
        return None;
    }
    let folded = fold(text);
    let chars: Vec<char> = folded.chars().collect();
    let (mut at, mut found) = (0, Vec::new());
    while let Some(&c) = chars.get(at) {
        if c.is_ascii_digit() {
            at = figures(&chars, at, &mut found)?;
        } else if c.is_alphabetic() {
            let end = end_of(&chars, at, |c| c.is_alphabetic() || c == '\'' || c == '’' || c == '.');
            let word: String = chars[at..end].iter().filter(|c| c.is_alphabetic()).collect();
            found.push(Token::Word(word));
            at = end;
        } else {
            match c {
                '-' | '–' | '—' => found.push(Token::Dash),
                '±' | '~' => found.push(Token::Word("circa".into())),
                _ => {}
            }
            at += 1;
        }
    }
    Some(found)
}

fn end_of(chars: &[char], from: usize, is: impl Fn(char) -> bool) -> usize {
    chars[from..].iter().position(|c| !is(*c)).map_or(chars.len(), |length| from + length)
}

/// A group of figures with what joins them, such as "3-3-2026" or "14u30".
fn figures(chars: &[char], at: usize, found: &mut Vec<Token>) -> Option<usize> {
    let group = |from: usize| -> Option<(u32, usize)> {
        let end = end_of(chars, from, |c| c.is_ascii_digit());
        let number: String = chars[from..end].iter().collect();
        (1..=4).contains(&number.len()).then(|| number.parse().ok()).flatten().map(|number| (number, end))
    };
    let joined = |end: usize, with: &[char]| -> Option<(char, u32, usize, usize)> {
        let mark = *chars.get(end).filter(|c| with.contains(c))?;
        chars.get(end + 1).filter(|c| c.is_ascii_digit())?;
        let (number, after) = group(end + 1)?;
        Some((mark, number, end + 1, after))
    };
    let (first, end) = group(at)?;
    let length = end - at;
    if let Some((mark, second, from, after)) = joined(end, &['-', '/', '.', ':', 'u', 'h']) {
        if matches!(mark, '-' | '/' | '.')
            && let Some((_, third, year, last)) = joined(after, &[mark])
        {
            found.push(if length == 4 {
                Token::Date { year: Some(first), month: second, day: third }
            } else {
                let short = if last - year == 2 { 2000 } else { 0 };
                Token::Date { year: Some(third + short), month: second, day: first }
            });
            return Some(last);
        }
        if matches!(mark, '.' | ':' | 'u' | 'h') && after - from == 2 {
            found.push(Token::Clock { hour: first, minute: second, certain: length == 2 });
            return Some(after);
        }
        if mark == '/' || (mark == '-' && !is_hours(chars, after)) {
            // Between two times it is a dash: "22-23 uur", "22:00-23:00".
            if mark == '/' || (chars.get(after).is_none_or(|c| *c != ':' && *c != '.') && second <= 12) {
                found.push(Token::Date { year: None, month: second, day: first });
                return Some(after);
            }
        }
    }
    let end_of_suffix = end_of(chars, end, char::is_alphabetic);
    let suffix: String = chars[end..end_of_suffix].iter().collect();
    if matches!(suffix.as_str(), "e" | "de" | "ste" | "st" | "nd" | "rd" | "th") {
        found.push(Token::Ordinal(first));
        return Some(end_of_suffix);
    }
    found.push(Token::Number(first, length));
    Some(end)
}

/// Do hours follow?
fn is_hours(chars: &[char], at: usize) -> bool {
    let rest: String = chars[at..].iter().take(8).collect();
    let rest = rest.trim_start();
    ["u", "h", "am", "pm", "a.m", "p.m", "o'"].iter().any(|start| rest.starts_with(start))
}
