//! What every content file is made of: texts in both languages, facts with their source, lines.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::numbers::{self, Number};

/// A text in both languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Both {
    nl: String,
    en: String,
}

impl Both {
    /// As it is written, with numbers and figures still named by their ids.
    pub(crate) fn raw(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }

    /// As people read it.
    pub(crate) fn says(&self, lang: Lang) -> String {
        numbers::fill(self.raw(lang), lang)
    }
}

/// Words to be found by, in both languages.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BothWords {
    nl: Vec<String>,
    en: Vec<String>,
}

impl BothWords {
    pub(crate) fn says(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Nl => &self.nl,
            Lang::En => &self.en,
        }
    }
}

/// Where a fact comes from and when that was last looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Fact {
    /// Page of the Routekaart, or the address of an official page.
    pub source: String,
    /// The day on which somebody looked.
    #[ts(type = "string")]
    pub checked: NaiveDate,
}

impl Fact {
    pub(crate) fn new(source: &str, checked: NaiveDate) -> Self {
        Self { source: source.to_owned(), checked }
    }
}

/// A line as it stands in a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LineEntry {
    pub(crate) id: String,
    text: Both,
    #[serde(default)]
    numbers: Vec<String>,
    #[serde(default)]
    pub(crate) lines: Vec<String>,
    #[serde(default)]
    region: bool,
    source: String,
    checked: NaiveDate,
}

impl LineEntry {
    pub(crate) fn says(&self, lang: Lang) -> Line {
        Line {
            id: self.id.clone(),
            text: self.text.says(lang),
            numbers: numbers::named(lang, &self.numbers, self.text.raw(lang)),
            region: self.region,
            fact: Fact::new(&self.source, self.checked),
        }
    }
}

/// One thing to know or to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// The text.
    pub text: String,
    /// The telephone numbers that belong to it.
    pub numbers: Vec<Number>,
    /// Does practice differ from region to region?
    pub region: bool,
    /// Its source.
    pub fact: Fact,
}

/// Every line in one language.
pub(crate) fn say(lines: &[LineEntry], lang: Lang) -> Vec<Line> {
    lines.iter().map(|line| line.says(lang)).collect()
}

/// Reads a content file. They are part of the program; the tests read every one of them.
pub(crate) fn read<T: for<'a> Deserialize<'a>>(name: &str, text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("the content file {name} is broken: {error}"))
}
