//! The Routekaart's principles on fixed contact persons, turned for the victim.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::content::{Both, Fact, Line, LineEntry, read, say};
use crate::{Lang, RiskLevel};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    expect: Vec<LineEntry>,
    ask: Vec<AskEntry>,
    tell: Vec<LineEntry>,
    #[serde(default)]
    silent: Vec<LineEntry>,
    #[serde(default)]
    ask_risk: Vec<LineEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AskEntry {
    organisation: String,
    text: Both,
    #[serde(default)]
    levels: Vec<RiskLevel>,
    why: Option<Both>,
    #[serde(default)]
    lines: Vec<String>,
    source: String,
    checked: NaiveDate,
}

static FILE: LazyLock<File> =
    LazyLock::new(|| read("contact-persons.toml", include_str!("../content/contact-persons.toml")));

/// The sentence to ask an organisation for a fixed contact person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Question {
    /// The organisation: an id of `organisation-…` in `words.ftl`.
    pub organisation: String,
    /// The sentence to say.
    pub text: String,
    /// The levels of risk at which one may expect a contact person here; none: the source does not say.
    pub levels: Vec<RiskLevel>,
    /// Why one may expect it.
    pub why: Option<String>,
    /// Its source.
    pub fact: Fact,
}

/// The Routekaart's principles on contact persons, turned for the victim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Advice {
    /// What one may expect.
    pub expect: Vec<Line>,
    /// What one can ask, per organisation.
    pub ask: Vec<Question>,
    /// What to tell them.
    pub tell: Vec<Line>,
    /// What to do when they do not answer.
    pub silent: Vec<Line>,
    /// How to ask which risk was assessed.
    pub ask_risk: Vec<Line>,
}

impl AskEntry {
    fn says(&self, lang: Lang) -> Question {
        Question {
            organisation: self.organisation.clone(),
            text: self.text.says(lang),
            levels: self.levels.clone(),
            why: self.why.as_ref().map(|why| why.says(lang)),
            fact: Fact::new(&self.source, self.checked),
        }
    }
}

/// Lines of the Routekaart that the advice makes use of, each with where.
pub(crate) fn uses() -> impl Iterator<Item = (String, &'static String)> {
    let groups = [&FILE.expect, &FILE.tell, &FILE.silent, &FILE.ask_risk];
    let lines = groups.into_iter().flatten().map(|line| (&line.id, &line.lines));
    let asks = FILE.ask.iter().map(|ask| (&ask.organisation, &ask.lines));
    lines.chain(asks).flat_map(|(id, lines)| lines.iter().map(move |used| (format!("contact-persons/{id}"), used)))
}

/// The Routekaart's principles on contact persons.
pub fn contact_advice(lang: Lang) -> Advice {
    Advice {
        expect: say(&FILE.expect, lang),
        ask: FILE.ask.iter().map(|ask| ask.says(lang)).collect(),
        tell: say(&FILE.tell, lang),
        silent: say(&FILE.silent, lang),
        ask_risk: say(&FILE.ask_risk, lang),
    }
}
