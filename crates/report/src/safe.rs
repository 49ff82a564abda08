//! Making every text printable without losing any of it.
//!
//! PDF/A does not allow a character without a glyph, and Typst then refuses the whole document. So each
//! character that cannot be printed as it is becomes its code point between white brackets, which the template
//! draws in a box. Characters that turn text around are shown the same way, so that nobody's message can change how
//! the rest of the page reads.

use serde_json::Value;

use crate::fonts;

/// Opens a code point that is printed as such.
const OPEN: char = '\u{27e6}';
/// Closes it.
const CLOSE: char = '\u{27e7}';
/// Combining marks that may follow one another; more would cover the lines above.
const MARKS: usize = 4;

/// Where a word that is too long for a line may break. What people wrote never has it: theirs is named.
const BREAK: char = '\u{200b}';
/// Characters of a word after which it may break anywhere, and then again after each so many.
const LONG: usize = 32;
const AGAIN: usize = 16;

/// How careful to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Care {
    /// What some bundled font has is printed as it is.
    Usual,
    /// Only what the main font has by itself is printed as it is: for texts whose shaping asks for glyphs that no
    /// font has although it has the characters.
    Utmost,
}

/// Makes every text in a JSON value printable.
pub(crate) fn value(value: &mut Value, care: Care) {
    match value {
        Value::String(text) => {
            if let Some(safe) = text_if_changed(text, care) {
                *text = safe;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| self::value(item, care)),
        Value::Object(fields) => fields.values_mut().for_each(|field| self::value(field, care)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn text_if_changed(text: &str, care: Care) -> Option<String> {
    let mut run = 0;
    let plain = text.bytes().all(|byte| {
        run = if byte == b' ' || byte == b'\n' { 0 } else { run + 1 };
        run <= LONG && ((b' '..=b'~').contains(&byte) || byte == b'\n')
    });
    (!plain).then(|| broken(&self::text(text, care)))
}

/// Makes one text printable.
pub(crate) fn text(text: &str, care: Care) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut marks = 0;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        marks = if unicode_normalization::char::is_combining_mark(c) { marks + 1 } else { 0 };
        match c {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => safe.push('\n'),
            '\n' => safe.push('\n'),
            '\t' => safe.push_str("    "),
            // Only says whether the emoji before it is drawn in colour; these are not.
            '\u{fe0e}' | '\u{fe0f}' => {}
            c if marks > MARKS || !is_printable(c, care) => name(&mut safe, c),
            c => safe.push(c),
        }
    }
    safe
}

/// Lets words that are longer than a line break, between whole characters. Scripts that need no spaces have their own
/// places.
fn broken(text: &str) -> String {
    let mut broken = String::with_capacity(text.len() + text.len() / AGAIN);
    let mut run = 0;
    let mut before = ' ';
    for c in text.chars() {
        run = if c.is_whitespace() || c >= '\u{e00}' { 0 } else { run + 1 };
        let whole = !unicode_normalization::char::is_combining_mark(c) && before != '\u{200d}' && c != '\u{200d}';
        if run > LONG && whole {
            broken.push(BREAK);
            run = LONG - AGAIN;
        }
        broken.push(c);
        before = c;
    }
    broken
}

fn is_printable(c: char, care: Care) -> bool {
    let turns = matches!(
        c,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}'
    );
    let private = matches!(
        u32::from(c),
        0xe000..=0xf8ff | 0xf_0000..=0x10_ffff
    );
    let invisible = matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
            | '\u{fff0}'..='\u{ffff}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
    );
    if turns || private || invisible || c.is_control() {
        return false;
    }
    match care {
        Care::Usual => fonts::has(c),
        Care::Utmost => {
            fonts::FONTS.faces.first().is_some_and(|main| main.info().coverage.contains(u32::from(c)))
                && !unicode_normalization::char::is_combining_mark(c)
        }
    }
}

fn name(text: &mut String, c: char) {
    use std::fmt::Write as _;
    // Writing to a String cannot fail.
    let _ = write!(text, "{OPEN}U+{:04X}{CLOSE}", u32::from(c));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_printed_stays_as_it_is() {
        for kept in ["#let x = 1 * $y$ @z \\ `a`", "één\n  twee", "😡 漢字 عربي עברית", "e\u{301}"] {
            assert_eq!(text(kept, Care::Usual), kept);
        }
    }

    #[test]
    fn what_cannot_is_named_and_never_dropped() {
        assert_eq!(text("a\0b\u{7}", Care::Usual), "a⟦U+0000⟧b⟦U+0007⟧");
        assert_eq!(text("\u{202e}evil", Care::Usual), "⟦U+202E⟧evil");
        assert_eq!(text("\u{e000}\u{13000}", Care::Usual), "⟦U+E000⟧⟦U+13000⟧");
    }

    #[test]
    fn a_flood_of_marks_is_stopped() {
        let flood = format!("a{}", "\u{301}".repeat(6));
        assert_eq!(text(&flood, Care::Usual), format!("a{}⟦U+0301⟧⟦U+0301⟧", "\u{301}".repeat(4)));
    }

    #[test]
    fn a_word_without_end_may_break_and_another_may_not() {
        assert_eq!(broken("aansprakelijkheidsverzekering en verder"), "aansprakelijkheidsverzekering en verder");
        let long = broken(&"e\u{301}".repeat(40));
        assert!(long.contains(BREAK) && !long.contains("\u{200b}\u{301}"));
        assert_eq!(long.replace(BREAK, ""), "e\u{301}".repeat(40));
    }

    #[test]
    fn lines_of_every_system_break() {
        assert_eq!(text("a\r\nb\rc\u{2028}d", Care::Usual), "a\nb\nc\nd");
    }
}
