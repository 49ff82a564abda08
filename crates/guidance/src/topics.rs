//! Topics to read: one file each in `content/topics`.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::content::{Both, BothWords, Fact, read};
use crate::numbers::{self, Number};

const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/topics.rs"));

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TopicEntry {
    pub(crate) id: String,
    order: u32,
    title: Both,
    lead: Both,
    #[serde(default)]
    words: BothWords,
    section: Vec<SectionEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionEntry {
    id: String,
    title: Both,
    line: Vec<TopicLineEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicLineEntry {
    id: String,
    kind: LineKind,
    text: Both,
    #[serde(default)]
    numbers: Vec<String>,
    #[serde(default)]
    lines: Vec<String>,
    #[serde(default)]
    region: bool,
    source: String,
    checked: NaiveDate,
}

static ENTRIES: LazyLock<Vec<TopicEntry>> = LazyLock::new(|| {
    let mut entries: Vec<TopicEntry> = FILES.iter().map(|(name, text)| read(name, text)).collect();
    entries.sort_by(|one, other| (one.order, &one.id).cmp(&(other.order, &other.id)));
    entries
});

/// What a line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum LineKind {
    /// Good to know.
    Know,
    /// Something to do.
    Do,
    /// Something better not done.
    Avoid,
    /// A sentence to ask somebody.
    Ask,
    /// A sentence to say to somebody.
    Say,
}

/// A topic to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What one finds here, in a sentence.
    pub lead: String,
    /// Its parts.
    pub sections: Vec<Section>,
}

/// A part of a topic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What it says.
    pub lines: Vec<TopicLine>,
}

/// One thing that a topic says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct TopicLine {
    /// Its id, unique in the topic.
    pub id: String,
    /// What it is for.
    pub kind: LineKind,
    /// The text.
    pub text: String,
    /// The telephone numbers that belong to it.
    pub numbers: Vec<Number>,
    /// Does practice differ from region to region?
    pub region: bool,
    /// Its source.
    pub fact: Fact,
}

impl TopicEntry {
    pub(crate) fn words(&self, lang: Lang) -> &[String] {
        self.words.says(lang)
    }

    pub(crate) fn says(&self, lang: Lang) -> Topic {
        Topic {
            id: self.id.clone(),
            title: self.title.says(lang),
            lead: self.lead.says(lang),
            sections: self.section.iter().map(|section| section.says(lang)).collect(),
        }
    }
}

impl SectionEntry {
    fn says(&self, lang: Lang) -> Section {
        Section {
            id: self.id.clone(),
            title: self.title.says(lang),
            lines: self.line.iter().map(|line| line.says(lang)).collect(),
        }
    }
}

impl TopicLineEntry {
    fn says(&self, lang: Lang) -> TopicLine {
        TopicLine {
            id: self.id.clone(),
            kind: self.kind,
            text: self.text.says(lang),
            numbers: numbers::named(lang, &self.numbers, self.text.raw(lang)),
            region: self.region,
            fact: Fact::new(&self.source, self.checked),
        }
    }
}

pub(crate) fn entries() -> &'static [TopicEntry] {
    &ENTRIES
}

/// Lines of the Routekaart that topics make use of, each with where.
pub(crate) fn uses() -> impl Iterator<Item = (String, &'static String)> {
    ENTRIES.iter().flat_map(|topic| {
        topic
            .section
            .iter()
            .flat_map(|section| &section.line)
            .flat_map(move |line| line.lines.iter().map(move |used| (format!("topics/{}/{}", topic.id, line.id), used)))
    })
}

/// Every topic, in the order of reading.
pub fn topics(lang: Lang) -> Vec<Topic> {
    ENTRIES.iter().map(|topic| topic.says(lang)).collect()
}

/// One topic.
pub fn topic(lang: Lang, id: &str) -> Option<Topic> {
    ENTRIES.iter().find(|topic| topic.id == id).map(|topic| topic.says(lang))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_file_in_the_folder_is_read_and_bears_the_name_of_its_topic() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/content/topics");
        let files: BTreeSet<String> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        let topics: BTreeSet<String> = ENTRIES.iter().map(|topic| format!("{}.toml", topic.id)).collect();
        assert_eq!(files, topics);
    }

    #[test]
    fn no_two_topics_have_the_same_place() {
        let places: BTreeSet<u32> = ENTRIES.iter().map(|topic| topic.order).collect();
        assert_eq!(places.len(), ENTRIES.len());
    }
}
