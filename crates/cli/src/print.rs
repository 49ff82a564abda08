//! Printing: data on standard output, everything else on standard error. The one place that prints.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::io::{IsTerminal, Write};

use serde::Serialize;

/// A line of data or for reading. A closed pipe ends it quietly.
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{}", plain(text));
}

/// Data as JSON, on one line.
pub(crate) fn json(data: &impl Serialize) {
    // Views hold text keys and finite numbers only; a closed pipe ends it quietly.
    if let Ok(text) = serde_json::to_string(data) {
        let _ = writeln!(std::io::stdout().lock(), "{text}");
    }
}

/// A remark that is no data.
pub(crate) fn remark(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", plain(text));
}

/// One sentence about what went wrong.
pub(crate) fn error(sentence: &str) {
    let _ = writeln!(std::io::stderr().lock(), "houvast: {}", plain(sentence).replace('\n', " "));
}

/// Shows how far it is, on a terminal only.
pub(crate) fn progress(name: &str, done: u64, total: u64) {
    if std::io::stderr().is_terminal() {
        let percent = (done.saturating_mul(100)).checked_div(total).unwrap_or(100);
        let _ = write!(std::io::stderr().lock(), "\r{} {percent:3} %", plain(name));
        if done >= total {
            let _ = writeln!(std::io::stderr().lock());
        }
    }
}

/// What somebody else wrote cannot move the cursor, colour the terminal or turn the text around.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            c if c.is_control() => '\u{fffd}',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => '\u{fffd}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_bidi_overrides_do_not_reach_the_terminal() {
        assert_eq!(plain("a\u{1b}[31mb\u{202e}c\nd"), "a\u{fffd}[31mb\u{fffd}c\nd");
    }
}
