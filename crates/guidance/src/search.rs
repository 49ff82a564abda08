//! Finding topics and measures by words.

use std::sync::LazyLock;

use serde::Serialize;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::texts::Texts;
use crate::{Lang, measures, topics};

/// Shorter words are looked for at the start of a word only: "om" stands inside half of all words.
const ANYWHERE: usize = 4;
/// What an ending is taken from has at least so many letters.
const STEM: usize = 4;
/// Endings that do not matter.
const ENDINGS: [&str; 3] = ["'s", "en", "s"];

/// What a word weighs by where it stands.
const IN_TITLE: u32 = 8;
const IN_WORDS: u32 = 6;
const IN_LEAD: u32 = 3;
const IN_LINE: u32 = 2;
/// What it weighs that all words stand in one line.
const TOGETHER: u32 = 3;

/// Sort of page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum FoundKind {
    /// A topic.
    Topic,
    /// A protective measure.
    Measure,
}

/// A page with all the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Found {
    /// Is it a topic or a measure?
    pub kind: FoundKind,
    /// The topic's or the measure's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The lines with most of the words; none if only the title says it.
    pub lines: Vec<FoundLine>,
}

/// A line with the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct FoundLine {
    /// Its id in the topic or the measure.
    pub id: String,
    /// The text.
    pub text: String,
}

/// A page, folded.
struct Page {
    kind: FoundKind,
    id: String,
    title: String,
    folded_title: String,
    words: String,
    lead: String,
    lines: Vec<PageLine>,
}

struct PageLine {
    id: String,
    text: String,
    folded: String,
}

static DUTCH: LazyLock<Vec<Page>> = LazyLock::new(|| pages(Lang::Nl));
static ENGLISH: LazyLock<Vec<Page>> = LazyLock::new(|| pages(Lang::En));

fn pages(lang: Lang) -> Vec<Page> {
    let texts = Texts::new(lang);
    let topics = topics::entries().iter().map(|entry| {
        let topic = entry.says(lang);
        let lines = topic.sections.into_iter().flat_map(|section| {
            let title = section.title;
            section.lines.into_iter().map(move |line| {
                let folded = fold(&format!("{title} {}", line.text));
                PageLine { id: line.id, folded, text: line.text }
            })
        });
        Page {
            kind: FoundKind::Topic,
            id: topic.id,
            folded_title: fold(&topic.title),
            title: topic.title,
            words: fold(&entry.words(lang).join(" ")),
            lead: fold(&topic.lead),
            lines: lines.collect(),
        }
    });
    let measures = measures::measure_guides(lang).into_iter().map(|guide| {
        let title = texts.named("measure", &guide.id);
        let lines = guide.lines().map(|line| PageLine {
            id: line.id.clone(),
            folded: fold(&line.text),
            text: line.text.clone(),
        });
        Page {
            kind: FoundKind::Measure,
            folded_title: fold(&title),
            title,
            words: fold(&guide.id),
            lead: String::new(),
            lines: lines.collect(),
            id: guide.id,
        }
    });
    topics.chain(measures).collect()
}

/// Topics and measures with all these words, the best first.
pub fn search(lang: Lang, words: &str) -> Vec<Found> {
    let pages = match lang {
        Lang::Nl => &DUTCH,
        Lang::En => &ENGLISH,
    };
    find(pages, words)
}

fn find(pages: &[Page], words: &str) -> Vec<Found> {
    let folded = fold(words);
    let wanted: Vec<Vec<&str>> = folded
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(forms)
        .collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(u32, Found)> = pages.iter().filter_map(|page| page.holds(&wanted)).collect();
    // Stable: pages that weigh the same stay in the order of reading.
    found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    found.into_iter().map(|(_, found)| found).collect()
}

impl Page {
    /// Its weight and its lines, if every word stands somewhere on it.
    fn holds(&self, wanted: &[Vec<&str>]) -> Option<(u32, Found)> {
        let counts: Vec<usize> =
            self.lines.iter().map(|line| wanted.iter().filter(|forms| says(&line.folded, forms)).count()).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let mut weight = if most == wanted.len() { TOGETHER } else { 0 };
        for forms in wanted {
            weight += [
                (IN_TITLE, says(&self.folded_title, forms)),
                (IN_WORDS, says(&self.words, forms)),
                (IN_LEAD, says(&self.lead, forms)),
                (IN_LINE, self.lines.iter().any(|line| says(&line.folded, forms))),
            ]
            .into_iter()
            .find_map(|(weight, says)| says.then_some(weight))?;
        }
        let lines = self
            .lines
            .iter()
            .zip(&counts)
            .filter(|(_, count)| most > 0 && **count == most)
            .map(|(line, _)| FoundLine { id: line.id.clone(), text: line.text.clone() })
            .collect();
        Some((weight, Found { kind: self.kind, id: self.id.clone(), title: self.title.clone(), lines }))
    }
}

/// A word, and what stays of it without an ending.
fn forms(word: &str) -> Vec<&str> {
    let stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    std::iter::once(word).chain(stems.filter(|stem| stem.chars().count() >= STEM)).collect()
}

fn says(text: &str, forms: &[&str]) -> bool {
    forms.iter().any(|form| {
        if form.chars().count() >= ANYWHERE {
            text.contains(form)
        } else {
            text.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(form))
        }
    })
}

/// Case, accents and the shape of an apostrophe do not matter.
fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '’' | '‘' | 'ʼ' | '`' | '´') { '\'' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(id: &str, title: &str, words: &str, lines: &[(&str, &str)]) -> Page {
        Page {
            kind: FoundKind::Topic,
            id: id.to_owned(),
            title: title.to_owned(),
            folded_title: fold(title),
            words: fold(words),
            lead: String::new(),
            lines: lines
                .iter()
                .map(|(id, text)| PageLine { id: (*id).to_owned(), text: (*text).to_owned(), folded: fold(text) })
                .collect(),
        }
    }

    fn pages() -> Vec<Page> {
        vec![
            page(
                "stalking",
                "Wat is stalking?",
                "",
                &[("all", "Bewaar je bewijs."), ("photo", "Maak foto’s van sporen.")],
            ),
            page(
                "evidence",
                "Bewijs veiligstellen",
                "voicemail",
                &[("photo", "Bewaar de foto's zelf."), ("ask", "Vraag de coördinator."), ("ban", "Het contactverbod.")],
            ),
        ]
    }

    fn ids(words: &str) -> Vec<String> {
        find(&pages(), words).into_iter().map(|found| found.id).collect()
    }

    fn lines(words: &str, id: &str) -> Vec<String> {
        let found = find(&pages(), words).into_iter().find(|found| found.id == id).unwrap();
        found.lines.into_iter().map(|line| line.id).collect()
    }

    #[test]
    fn one_of_many_is_found_and_many_of_one() {
        for words in ["foto", "foto's", "FOTO’S", "fotos"] {
            assert_eq!(ids(words), ["stalking", "evidence"], "{words}");
            assert_eq!(lines(words, "evidence"), ["photo"], "{words}");
        }
    }

    #[test]
    fn accents_do_not_matter() {
        assert_eq!(lines("coordinator", "evidence"), ["ask"]);
        assert_eq!(lines("COÖRDINATOR", "evidence"), ["ask"]);
    }

    #[test]
    fn a_part_of_a_long_word_finds_it_and_a_short_word_only_the_start_of_one() {
        assert_eq!(lines("verbod", "evidence"), ["ban"]);
        assert!(ids("oto").is_empty());
        assert_eq!(lines("fot", "evidence"), ["photo"]);
    }

    #[test]
    fn every_word_must_be_there() {
        assert_eq!(ids("foto coördinator"), ["evidence"]);
        assert_eq!(ids("bewijs voicemail foto"), ["evidence"]);
        assert!(ids("foto olifant").is_empty());
        assert!(ids("  – ? ").is_empty());
    }

    #[test]
    fn the_title_weighs_most() {
        assert_eq!(ids("bewijs"), ["evidence", "stalking"]);
        assert!(lines("bewijs", "evidence").is_empty(), "only the title says it");
    }

    #[test]
    fn what_people_type_finds_what_is_there() {
        for (lang, words) in [(Lang::Nl, "foto"), (Lang::En, "photo"), (Lang::Nl, "aware"), (Lang::Nl, "112")] {
            assert!(!search(lang, words).is_empty(), "{words}");
        }
        let measures = search(Lang::Nl, "aware");
        assert!(measures.iter().any(|found| found.kind == FoundKind::Measure && found.id == "aware"));
    }
}
