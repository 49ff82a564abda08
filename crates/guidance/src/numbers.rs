//! The one list of telephone numbers and figures. Everywhere else they are named by their ids, in braces.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::content::{Both, Fact, read};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    number: Vec<NumberEntry>,
    #[serde(default)]
    figure: Vec<FigureEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NumberEntry {
    id: String,
    organisation: String,
    shown: String,
    dial: String,
    when: Both,
    hours: Option<Both>,
    cost: Option<Both>,
    site: Option<String>,
    #[serde(default)]
    more: bool,
    source: String,
    checked: NaiveDate,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureEntry {
    id: String,
    shown: Both,
    source: String,
    checked: NaiveDate,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("numbers.toml", include_str!("../content/numbers.toml")));

/// A national telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "PhoneNumber")]
pub struct Number {
    /// Its id: `emergency`, `police`, `veilig-thuis`, `shn` and others.
    pub id: String,
    /// The organisation: an id of `organisation-…` in `words.ftl`.
    pub organisation: String,
    /// As people read it.
    pub shown: String,
    /// As a telephone dials it.
    pub dial: String,
    /// When to call it.
    pub when: String,
    /// At what hours somebody answers.
    pub hours: Option<String>,
    /// What a call costs.
    pub cost: Option<String>,
    /// A page to read on, or to chat.
    pub site: Option<String>,
    /// Its source.
    pub fact: Fact,
}

impl NumberEntry {
    fn says(&self, lang: Lang) -> Number {
        Number {
            id: self.id.clone(),
            organisation: self.organisation.clone(),
            shown: self.shown.clone(),
            dial: self.dial.clone(),
            when: self.when.says(lang),
            hours: self.hours.as_ref().map(|hours| hours.says(lang)),
            cost: self.cost.as_ref().map(|cost| cost.says(lang)),
            site: self.site.clone(),
            fact: Fact::new(&self.source, self.checked),
        }
    }
}

/// A figure that texts name: how many, how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Its id.
    pub id: String,
    /// As people read it.
    pub shown: String,
    /// Its source.
    pub fact: Fact,
}

/// The numbers for the first panel, the one for danger first.
pub fn numbers(lang: Lang) -> Vec<Number> {
    FILE.number.iter().filter(|entry| !entry.more).map(|entry| entry.says(lang)).collect()
}

/// The other numbers.
pub fn more_numbers(lang: Lang) -> Vec<Number> {
    FILE.number.iter().filter(|entry| entry.more).map(|entry| entry.says(lang)).collect()
}

/// The figures that texts name.
pub fn figures(lang: Lang) -> Vec<Figure> {
    FILE.figure
        .iter()
        .map(|entry| Figure {
            id: entry.id.clone(),
            shown: entry.shown.raw(lang).to_owned(),
            fact: Fact::new(&entry.source, entry.checked),
        })
        .collect()
}

/// The numbers that a line lists or that its text names, in the order of the list.
pub(crate) fn named(lang: Lang, listed: &[String], raw: &str) -> Vec<Number> {
    FILE.number
        .iter()
        .filter(|entry| listed.contains(&entry.id) || raw.contains(&braced(&entry.id)))
        .map(|entry| entry.says(lang))
        .collect()
}

/// Puts numbers and figures in the place of their ids.
pub(crate) fn fill(raw: &str, lang: Lang) -> String {
    if !raw.contains('{') {
        return raw.to_owned();
    }
    let numbers = FILE.number.iter().map(|entry| (&entry.id, entry.shown.as_str()));
    let figures = FILE.figure.iter().map(|entry| (&entry.id, entry.shown.raw(lang)));
    numbers.chain(figures).fold(raw.to_owned(), |text, (id, shown)| text.replace(&braced(id), shown))
}

fn braced(id: &str) -> String {
    format!("{{{id}}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danger_comes_first() {
        assert_eq!(numbers(Lang::Nl)[0].dial, "112");
    }

    #[test]
    fn a_text_shows_the_number_that_it_names() {
        assert_eq!(fill("Bel {emergency}, of {police}.", Lang::Nl), "Bel 112, of 0900-8844.");
        assert_eq!(fill("Bel {nobody}.", Lang::Nl), "Bel {nobody}.");
    }

    #[test]
    fn a_line_brings_the_numbers_that_it_lists_and_those_that_its_text_names() {
        let ids = |listed: &[String], raw| -> Vec<String> {
            named(Lang::En, listed, raw).into_iter().map(|number| number.id).collect()
        };
        assert_eq!(ids(&["police".to_owned()], "Call {emergency}."), ["emergency", "police"]);
        assert!(ids(&[], "Call somebody.").is_empty());
    }
}
