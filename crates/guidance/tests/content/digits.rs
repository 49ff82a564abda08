//! Numbers stand in one list. A wrong telephone number in some text would go unseen until somebody calls it.

use std::collections::BTreeSet;

use crate::files::{Text, texts};
use crate::messages::messages;

/// A digit string from this length on is a telephone number, a year or a figure.
const TOO_LONG: usize = 3;
/// What people write between the digits of one number, and how much of it.
const BETWEEN: &str = " -.–‑/()\u{a0}\u{202f}";
const BETWEEN_AT_MOST: usize = 3;

/// A name with digits in it.
const NAMES: &[&str] = &["SHA-256"];
/// Messages with digit strings of their own, none of them a fact about the world.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("cli-bad-time", "shows how to write a time"),
    ("invalid-text-too-long", "a limit of the logbook"),
    ("invalid-year", "a limit of the logbook"),
    ("package-csv-fear", "a scale of 0 to 10"),
    ("report-check-files", "names a program and its option"),
];

/// Digit strings of three and more, with what stands between the digits left out.
fn long_numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut digits = String::new();
    let mut between = 0;
    for c in text.chars().chain(std::iter::once('\n')) {
        if c.is_ascii_digit() {
            digits.push(c);
            between = 0;
        } else if BETWEEN.contains(c) && between < BETWEEN_AT_MOST {
            between += 1;
        } else {
            if digits.len() >= TOO_LONG {
                found.push(digits.clone());
            }
            digits.clear();
            between = 0;
        }
    }
    found
}

/// A text without the ids in braces.
fn without_ids(text: &str) -> String {
    let mut left = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '{' => inside = true,
            '}' => inside = false,
            c if !inside => left.push(c),
            _ => {}
        }
    }
    left
}

#[test]
fn numbers_are_found_however_they_are_written() {
    for text in ["Bel 112.", "0900-8844", "06 12 34 56 78", "(013) 4", "225.000", "a 1 - 2 - 3 b", "9.00"] {
        assert_eq!(long_numbers(text).len(), 1, "{text}");
    }
    for text in ["binnen 8 dagen", "van 7 tot 22 uur", "de eerste 2, daarna 4 en 5", "3RO"] {
        assert!(long_numbers(text).is_empty(), "{text}");
    }
    assert_eq!(without_ids("Bel {a-112} of 8."), "Bel  of 8.");
}

#[test]
fn no_text_of_the_content_holds_a_number_of_its_own() {
    let mut faults = Vec::new();
    for text in texts().iter().filter(|text| text.file != "numbers.toml") {
        for (lang, said) in text.both() {
            for number in long_numbers(&without_ids(said)) {
                faults.push(format!("{}.{lang}: {number}", text.at()));
            }
        }
    }
    assert!(faults.is_empty(), "put them in numbers.toml and name them by their id:\n{}", faults.join("\n"));
}

#[test]
fn no_message_holds_a_number_that_is_not_named_here() {
    let mut faults = Vec::new();
    let mut needed: BTreeSet<String> = BTreeSet::new();
    for message in ["nl", "en"].into_iter().flat_map(messages) {
        let text = NAMES.iter().fold(message.text, |text, name| text.replace(name, ""));
        for number in long_numbers(&text) {
            if EXCEPTIONS.iter().any(|(id, _)| *id == message.id) {
                needed.insert(message.id.clone());
            } else {
                faults.push(format!("{}, {}: {number}", message.file, message.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for (id, reason) in EXCEPTIONS {
        assert!(needed.contains(*id), "{id} ({reason}) is no exception any more");
    }
}

/// What must be the same in both languages: digits and ids.
fn facts(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in without_ids(text).split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()) {
        found.push(part.to_owned());
    }
    found.extend(crate::facts::placeholders(text).into_iter().map(|id| format!("{{{id}}}")));
    found.sort();
    found
}

#[test]
fn both_languages_give_the_same_numbers() {
    let differs = |text: &&Text| facts(&text.nl) != facts(&text.en);
    let faults: Vec<String> =
        texts().iter().filter(differs).map(|t| format!("{}: {:?}, {:?}", t.at(), facts(&t.nl), facts(&t.en))).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
