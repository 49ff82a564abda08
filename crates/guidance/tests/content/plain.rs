//! Plain words: short sentences, no words from offices, no shouting. For somebody with little Dutch, at night.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Deserialize;

use crate::files::texts;
use crate::messages::messages;

/// Words in a sentence that B1 readers still follow.
const LONGEST_SENTENCE: usize = 20;
/// Words in a sentence of a file, on average.
const MEAN_SENTENCE: usize = 12;
/// Letters of a word that need no reason.
const LONGEST_WORD: usize = 16;

/// Messages of the app with a sentence that is longer.
const LONG_MESSAGES: &[(&str, &str)] = &[];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WordList {
    avoid: Vec<Avoid>,
    term: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Avoid {
    word: String,
    instead: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    word: String,
    why: String,
}

pub(crate) fn word_list() -> WordList {
    toml::from_str(include_str!("../../content/b1.toml")).unwrap()
}

/// Sentences, each as its words.
fn sentences(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut words = Vec::new();
    for part in text.split_whitespace() {
        let word = part.trim_matches(|c: char| !c.is_alphanumeric() && !"{}\u{fffc}".contains(c));
        if !word.is_empty() {
            words.push(word.to_lowercase());
        }
        if part.trim_end_matches(['"', '\'', '”', '’', ')']).ends_with(['.', '?', '!', ':', ';', '…']) {
            found.push(std::mem::take(&mut words));
        }
    }
    found.push(words);
    found.retain(|words| !words.is_empty());
    found
}

/// What is not plain in a text.
pub(crate) fn faults(text: &str, list: &WordList) -> Vec<String> {
    let mut faults = Vec::new();
    if text.contains('!') {
        faults.push("an exclamation mark".to_owned());
    }
    for words in sentences(text) {
        if words.len() > LONGEST_SENTENCE {
            faults.push(format!("{} words: {}", words.len(), words.join(" ")));
        }
        for avoid in &list.avoid {
            let parts: Vec<&str> = avoid.word.split(' ').collect();
            if words.windows(parts.len()).any(|here| here == parts) {
                faults.push(format!("\"{}\": write \"{}\"", avoid.word, avoid.instead));
            }
        }
        for word in words.iter().flat_map(|word| word.split(['-', '/', '\'', '’'])) {
            let long = word.chars().filter(|c| c.is_alphabetic()).count() > LONGEST_WORD;
            if long && !list.term.iter().any(|term| term.word == word) {
                faults.push(format!("a long word: {word}"));
            }
        }
    }
    faults
}

#[test]
fn what_is_not_plain_is_found() {
    let list = WordList {
        avoid: vec![
            Avoid { word: "indien".into(), instead: "als".into() },
            Avoid { word: "ten behoeve van".into(), instead: "voor".into() },
        ],
        term: vec![Term { word: "vrijheidsbeperkende".into(), why: "a name".into() }],
    };
    let found = |text: &str| faults(text, &list).len();
    assert_eq!(found("Bel de politie. Zeg waar je bent."), 0);
    assert_eq!(found("Indien nodig."), 1);
    assert_eq!(found("Dit is ten behoeve van jou."), 1);
    assert_eq!(found("Bel nu!"), 1);
    assert_eq!(found("Vrijheidsbeperkende maatregel, veiligheidsbeoordeling."), 1);
    assert_eq!(found(&"woord ".repeat(21)), 1);
    assert_eq!(found(&format!("{}. {}", "woord ".repeat(20).trim(), "woord ".repeat(20))), 0);
}

#[test]
fn the_content_is_plain() {
    let list = word_list();
    let mut found = Vec::new();
    let mut lengths: BTreeMap<(String, &str), Vec<usize>> = BTreeMap::new();
    for text in texts() {
        for (lang, said) in text.both() {
            found.extend(faults(said, &list).into_iter().map(|what| format!("{}.{lang}: {what}", text.at())));
            if text.is_prose() {
                let here = lengths.entry((text.file.clone(), lang)).or_default();
                here.extend(sentences(said).iter().map(Vec::len));
            }
        }
    }
    for ((file, lang), lengths) in lengths {
        let words: usize = lengths.iter().sum();
        if words > MEAN_SENTENCE * lengths.len() {
            found.push(format!("{file}, {lang}: {words} words in {} sentences", lengths.len()));
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_app_is_plain() {
    let list = word_list();
    let mut found = Vec::new();
    let mut needed = BTreeSet::new();
    for message in messages("nl").into_iter().filter(|message| message.file == "nl/app.ftl") {
        for what in faults(&message.text, &list) {
            if LONG_MESSAGES.iter().any(|(id, _)| *id == message.id) {
                needed.insert(message.id.clone());
            } else {
                found.push(format!("{}: {what}", message.id));
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
    for (id, reason) in LONG_MESSAGES {
        assert!(needed.contains(*id), "{id} ({reason}) is no exception any more");
    }
}

#[test]
fn the_word_list_says_what_to_write_and_why() {
    let list = word_list();
    for avoid in &list.avoid {
        assert_eq!(avoid.word, avoid.word.to_lowercase());
        assert!(!avoid.instead.trim().is_empty(), "{}", avoid.word);
    }
    for term in &list.term {
        assert_eq!(term.word, term.word.to_lowercase());
        assert!(!term.why.trim().is_empty(), "{}", term.word);
        assert!(!list.avoid.iter().any(|avoid| avoid.word == term.word), "{} is to be avoided", term.word);
    }
}
