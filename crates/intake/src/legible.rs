//! Text that somebody else wrote, made such that a person sees all of it and nothing in it turns the rest around.

use std::fmt::Write as _;

use unicode_normalization::char::is_combining_mark;

/// Opens a code point that is shown as such, as in the report.
const OPEN: char = '\u{27e6}';
/// Closes it.
const CLOSE: char = '\u{27e7}';
/// Combining marks that may follow one another; more would cover the lines above.
const MARKS: usize = 4;

/// Shows what cannot be seen, and what would turn text around, as its code point. Lines end as everywhere.
pub fn legible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut marks = 0;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        match c {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push('\n'),
            '\n' | '\t' => shown.push(c),
            c if marks > MARKS || c.is_control() || is_unseen(c) => {
                shown.push(OPEN);
                // A `String` takes everything.
                let _ = write!(shown, "U+{:04X}", u32::from(c));
                shown.push(CLOSE);
            }
            c => shown.push(c),
        }
    }
    shown
}

/// The same on one line.
pub(crate) fn line(text: &str) -> String {
    legible(text).split(['\n', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}'
            | '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{2060}'..='\u{2065}'
            | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_text_around_or_hides_is_named() {
        assert_eq!(legible("brief\u{202e}fdp.exe"), "brief⟦U+202E⟧fdp.exe");
        assert_eq!(legible("a\u{0}b\u{200b}c\u{1b}[31m"), "a⟦U+0000⟧b⟦U+200B⟧c⟦U+001B⟧[31m");
        assert_eq!(legible("é\u{301}\u{301}\u{301}\u{301}\u{301}"), "é\u{301}\u{301}\u{301}\u{301}⟦U+0301⟧");
    }

    #[test]
    fn ordinary_text_stays_as_it_is() {
        let text = "één\tregel\n👩‍👧 ❤️ مرحبا";
        assert_eq!(legible(text), text);
        assert_eq!(legible("een\r\ntwee\rdrie\u{2028}vier"), "een\ntwee\ndrie\nvier");
        assert_eq!(line(" een\r\n\ttwee "), "een twee");
    }
}
