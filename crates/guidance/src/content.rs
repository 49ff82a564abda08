//! The content files, read once.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Lang;

/// A text in both languages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    nl: String,
    en: String,
}

impl Both {
    fn says(&self, lang: Lang) -> String {
        match lang {
            Lang::Nl => self.nl.clone(),
            Lang::En => self.en.clone(),
        }
    }
}

/// Where a fact comes from and when that was last looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Fact {
    /// Page of the Routekaart, or the address of an official page.
    pub source: String,
    /// The day on which somebody looked.
    #[ts(type = "string")]
    pub checked: NaiveDate,
}

#[derive(Debug, Deserialize)]
struct NumberFile {
    number: Vec<NumberEntry>,
}

#[derive(Debug, Deserialize)]
struct NumberEntry {
    id: String,
    organisation: String,
    shown: String,
    dial: String,
    when: Both,
    #[serde(flatten)]
    fact: Fact,
}

/// A national telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
#[ts(rename = "PhoneNumber")]
pub struct Number {
    /// Its id: `emergency`, `police`, `veilig-thuis`, `shn`.
    pub id: String,
    /// The organisation: an id of `organisation-…` in `words.ftl`.
    pub organisation: String,
    /// As people read it.
    pub shown: String,
    /// As a telephone dials it.
    pub dial: String,
    /// When to call it.
    pub when: String,
    /// Its source.
    pub fact: Fact,
}

#[derive(Debug, Deserialize)]
struct LineEntry {
    id: String,
    text: Both,
    #[serde(flatten)]
    fact: Fact,
}

impl LineEntry {
    fn says(&self, lang: Lang) -> Line {
        Line { id: self.id.clone(), text: self.text.says(lang), fact: self.fact.clone() }
    }
}

/// One thing to know or to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// The text.
    pub text: String,
    /// Its source.
    pub fact: Fact,
}

#[derive(Debug, Deserialize)]
struct ContactFile {
    expect: Vec<LineEntry>,
    ask: Vec<AskEntry>,
    tell: Vec<LineEntry>,
}

#[derive(Debug, Deserialize)]
struct AskEntry {
    organisation: String,
    text: Both,
    #[serde(flatten)]
    fact: Fact,
}

/// The sentence to ask an organisation for a fixed contact person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Question {
    /// The organisation: an id of `organisation-…` in `words.ftl`.
    pub organisation: String,
    /// The sentence to say.
    pub text: String,
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
}

#[derive(Debug, Deserialize)]
struct EmergencyFile {
    say: Vec<LineEntry>,
}

/// What the emergency panel shows without any logbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct EmergencyPanel {
    /// Numbers, the one for danger first.
    pub numbers: Vec<Number>,
    /// What to say when calling.
    pub say: Vec<Line>,
    /// About contact persons.
    pub contact_persons: Advice,
}

// That the files can be read is held by `tests::every_file_is_read`: they are part of the program.
static NUMBERS: LazyLock<NumberFile> = LazyLock::new(|| read(include_str!("../content/numbers.toml")));
static CONTACTS: LazyLock<ContactFile> = LazyLock::new(|| read(include_str!("../content/contact-persons.toml")));
static EMERGENCY: LazyLock<EmergencyFile> = LazyLock::new(|| read(include_str!("../content/emergency.toml")));

fn read<T: for<'a> Deserialize<'a>>(text: &str) -> T {
    toml::from_str(text).unwrap_or_else(|error| panic!("a content file is broken: {error}"))
}

/// The one list of telephone numbers, the one for danger first.
pub fn numbers(lang: Lang) -> Vec<Number> {
    NUMBERS
        .number
        .iter()
        .map(|entry| Number {
            id: entry.id.clone(),
            organisation: entry.organisation.clone(),
            shown: entry.shown.clone(),
            dial: entry.dial.clone(),
            when: entry.when.says(lang),
            fact: entry.fact.clone(),
        })
        .collect()
}

/// The Routekaart's principles on contact persons.
pub fn contact_advice(lang: Lang) -> Advice {
    Advice {
        expect: CONTACTS.expect.iter().map(|line| line.says(lang)).collect(),
        ask: CONTACTS
            .ask
            .iter()
            .map(|ask| Question {
                organisation: ask.organisation.clone(),
                text: ask.text.says(lang),
                fact: ask.fact.clone(),
            })
            .collect(),
        tell: CONTACTS.tell.iter().map(|line| line.says(lang)).collect(),
    }
}

/// What the emergency panel shows without any logbook.
pub fn emergency(lang: Lang) -> EmergencyPanel {
    EmergencyPanel {
        numbers: numbers(lang),
        say: EMERGENCY.say.iter().map(|line| line.says(lang)).collect(),
        contact_persons: contact_advice(lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words in a sentence that B1 readers still follow.
    const LONGEST_SENTENCE: usize = 20;

    fn every_text(lang: Lang) -> Vec<(String, Fact)> {
        let panel = emergency(lang);
        let advice = panel.contact_persons;
        let numbers = panel.numbers.into_iter().map(|number| (number.when, number.fact));
        let lines = panel.say.into_iter().chain(advice.expect).chain(advice.tell).map(|line| (line.text, line.fact));
        let asks = advice.ask.into_iter().map(|ask| (ask.text, ask.fact));
        numbers.chain(lines).chain(asks).collect()
    }

    #[test]
    fn every_file_is_read_and_every_fact_has_its_source() {
        for lang in Lang::ALL {
            let texts = every_text(lang);
            assert!(texts.len() > 15, "{}", texts.len());
            for (text, fact) in texts {
                assert!(!text.trim().is_empty());
                let sourced = fact.source.starts_with("https://") || fact.source.starts_with("Routekaart, p. ");
                assert!(sourced, "{text}: {}", fact.source);
                assert!(fact.checked >= NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(), "{text}");
            }
        }
    }

    #[test]
    fn danger_comes_first() {
        assert_eq!(numbers(Lang::Nl)[0].dial, "112");
    }

    #[test]
    fn sentences_are_short() {
        for lang in Lang::ALL {
            for (text, _) in every_text(lang) {
                for sentence in text.split(['.', '?', ':']) {
                    let words = sentence.split_whitespace().count();
                    assert!(words <= LONGEST_SENTENCE, "{words} words: {sentence}");
                }
                assert!(!text.contains('!'), "{text}");
            }
        }
    }

    #[test]
    fn numbers_stand_in_one_list_only() {
        let listed: Vec<String> = numbers(Lang::Nl).into_iter().map(|number| number.shown).collect();
        let elsewhere = [include_str!("../content/contact-persons.toml"), include_str!("../content/emergency.toml")];
        for text in elsewhere {
            for number in &listed {
                let spoken = text.lines().filter(|line| !line.trim_start().starts_with("source"));
                assert!(spoken.into_iter().all(|line| !line.contains(number.as_str())), "{number}");
            }
        }
    }
}
