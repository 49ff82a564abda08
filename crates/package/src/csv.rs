//! A table for spreadsheets: no cell starts a formula.

use std::fmt::Write as _;

/// A table in the making.
pub struct Csv {
    text: String,
    separator: char,
}

impl Csv {
    /// A table with these headings. Excel takes the separator from the reader's language: `;` in Dutch.
    pub fn new(separator: char, headings: &[String]) -> Self {
        // The mark tells spreadsheets that this is UTF-8.
        let mut table = Self { text: "\u{feff}".into(), separator };
        table.row(headings);
        table
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[String]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.text.push(self.separator);
            }
            let quote = if starts_formula(cell) { "'" } else { "" };
            // Writing to a String cannot fail.
            let _ = write!(self.text, "\"{quote}{}\"", cell.replace('"', "\"\""));
        }
        self.text.push_str("\r\n");
    }

    /// The table's bytes.
    pub fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

/// Would a spreadsheet take this for a formula? White space in front does not stop some of them.
fn starts_formula(cell: &str) -> bool {
    let first = cell.trim_start_matches([' ', '\n', '\u{a0}', '\u{feff}']).chars().next();
    matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_are_text() {
        let mut table = Csv::new(';', &["wat".into(), "waar".into()]);
        table.row(&["zei \"ik\";\nen ging".into(), "=HYPERLINK(\"x\")".into()]);
        for text in ["+31 6", "-1", "@a", "\t=1", "\r=1", "\n=1", "  =1", "＝1"] {
            table.row(&[text.into(), "Zoë".into()]);
        }
        let text = String::from_utf8(table.finish()).unwrap();
        assert!(
            text.starts_with("\u{feff}\"wat\";\"waar\"\r\n\"zei \"\"ik\"\";\nen ging\";\"'=HYPERLINK(\"\"x\"\")\"\r\n")
        );
        assert_eq!(text.matches("\"'").count(), 9);
        assert!(text.contains("\"Zoë\""));
    }
}
