//! The pages for users in docs/users: the same in both languages, plain, with sources, and true to what the app says.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::messages::messages;
use crate::plain::{faults, word_list};

/// A page in one language.
struct Page {
    lang: &'static str,
    name: String,
    text: String,
}

impl Page {
    fn at(&self) -> String {
        format!("docs/users/{}/{}", self.lang, self.name)
    }

    /// The lines before the sources.
    fn body(&self) -> Vec<&str> {
        self.text.lines().take_while(|line| !matches!(*line, "## Bronnen" | "## Sources")).collect()
    }

    /// The sources: what stands behind each number.
    fn sources(&self) -> Vec<&str> {
        self.text.lines().skip(self.body().len() + 1).filter(|line| !line.is_empty()).collect()
    }

    /// What the lines look like from afar: how deep each heading is, what is listed, how many paragraphs.
    fn shape(&self) -> Vec<String> {
        let mut shape = Vec::new();
        let mut before = "";
        for line in self.text.lines() {
            let mark = line.split(' ').next().unwrap_or_default();
            if matches!(mark, "#" | "##" | "###" | "-") || mark.trim_end_matches('.').parse::<u8>().is_ok() {
                shape.push(mark.to_owned());
            } else if before.is_empty() && !line.is_empty() && !line.starts_with(' ') {
                shape.push("paragraph".into());
            }
            before = line;
        }
        shape
    }
}

fn folder(lang: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/users").join(lang)
}

fn pages() -> Vec<Page> {
    let mut found = Vec::new();
    for lang in ["nl", "en"] {
        for entry in fs::read_dir(folder(lang)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            found.push(Page { lang, name, text: fs::read_to_string(path).unwrap() });
        }
    }
    assert!(found.len() > 8, "the pages are there");
    found
}

/// The text between two marks.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    text.split(open).skip(1).filter_map(|rest| rest.split_once(close).map(|(inside, _)| inside)).collect()
}

#[test]
fn both_languages_have_the_same_pages_with_the_same_headings_and_lists() {
    let pages = pages();
    let names = |lang: &str| -> BTreeSet<&str> {
        pages.iter().filter(|page| page.lang == lang).map(|page| page.name.as_str()).collect()
    };
    assert_eq!(names("nl"), names("en"));
    for dutch in pages.iter().filter(|page| page.lang == "nl") {
        let english = pages.iter().find(|page| page.lang == "en" && page.name == dutch.name).unwrap();
        assert_eq!(dutch.shape(), english.shape(), "{}", dutch.name);
        let numbers =
            |page: &Page| page.sources().iter().map(|line| line.split(' ').take(2).collect()).collect::<Vec<String>>();
        // What is an address is the same one.
        let addresses = |page: &Page| numbers(page).into_iter().filter(|line| line.contains('<')).collect::<Vec<_>>();
        assert_eq!(addresses(dutch), addresses(english), "{}", dutch.name);
    }
}

#[test]
fn every_mark_has_a_source_that_was_looked_at_and_every_source_a_mark() {
    for page in pages() {
        let marks: BTreeSet<usize> =
            between(&page.body().join("\n"), "[", "]").iter().filter_map(|inside| inside.parse().ok()).collect();
        let sources = page.sources();
        assert_eq!(marks, (1..=sources.len()).collect(), "{}", page.at());
        for source in sources {
            let looked = ["(bekeken op 20", "(looked at on 20"].iter().any(|words| source.contains(words));
            assert!(looked, "{}: when was it looked at? {source}", page.at());
        }
    }
}

/// What is read as sentences: a heading and a piece of a list end where the next begins; what is typed in a terminal and where a
/// link leads are no words.
fn prose(page: &Page) -> String {
    let mut prose = String::new();
    for line in page.body().into_iter().filter(|line| !line.starts_with("    ")) {
        if line.is_empty() || line.starts_with(['-', '#']) {
            prose += " . ";
        }
        prose += line.trim_start_matches(['#', '-', ' ']);
        prose += "\n";
    }
    for typed in between(&prose.clone(), "`", "`") {
        prose = prose.replace(&format!("`{typed}`"), "x");
    }
    for address in between(&prose.clone(), "](", ")") {
        prose = prose.replace(&format!("]({address})"), "");
    }
    prose
}

#[test]
fn the_pages_are_plain() {
    let list = word_list();
    for page in pages() {
        let found = faults(&prose(&page), &list);
        assert!(found.is_empty(), "{}: {found:#?}", page.at());
    }
}

#[test]
fn what_is_bold_is_a_sentence_or_stands_like_that_in_the_app() {
    for page in pages() {
        let said: BTreeSet<String> = messages(page.lang).into_iter().map(|message| message.text).collect();
        let all = page.body().join("\n");
        // Between the first and the second mark, the third and the fourth, and so on.
        for label in all.split("**").skip(1).step_by(2).filter(|text| !text.ends_with('.')) {
            assert!(said.contains(label), "{}: the app has no “{label}”", page.at());
        }
    }
}

#[test]
fn telephone_numbers_are_those_of_the_content() {
    let numbers = include_str!("../../content/numbers.toml");
    for page in pages() {
        let body = page.body().join("\n");
        for word in body.split([' ', ',', '\n', '.']) {
            let digits = word.chars().filter(char::is_ascii_digit).count();
            let is_number = digits >= 3 && word.chars().all(|c| c.is_ascii_digit() || c == '-');
            assert!(!is_number || numbers.contains(&format!("shown = \"{word}\"")), "{}: {word}", page.at());
        }
    }
}

#[test]
fn links_lead_to_pages() {
    for page in pages() {
        for link in between(&page.text, "](", ")") {
            assert!(folder(page.lang).join(link).exists(), "{}: {link}", page.at());
        }
    }
}
