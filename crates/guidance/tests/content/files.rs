//! The content files as they stand on the disk.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

/// A text in both languages, and where it stands.
pub(crate) struct Text {
    /// `topics/evidence.toml`
    pub(crate) file: String,
    /// Ids from the outside to the inside, and the key.
    pub(crate) place: String,
    /// The key: `text`, `title`, `lead` and so on.
    pub(crate) key: String,
    pub(crate) nl: String,
    pub(crate) en: String,
}

impl Text {
    pub(crate) fn both(&self) -> [(&'static str, &str); 2] {
        [("nl", &self.nl), ("en", &self.en)]
    }

    /// Is it read as sentences, and not as a name or a heading?
    pub(crate) fn is_prose(&self) -> bool {
        !matches!(self.key.as_str(), "title" | "words" | "shown")
    }

    /// Where it is, for somebody who has to mend it.
    pub(crate) fn at(&self) -> String {
        format!("{}, {}", self.file, self.place)
    }
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// Every file by its name, with what it says.
pub(crate) fn files() -> Vec<(String, Table)> {
    let mut found = Vec::new();
    for (prefix, folder) in [("", folder()), ("topics/", folder().join("topics"))] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
                let text = fs::read_to_string(&path).unwrap();
                let table = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
                found.push((name, table));
            }
        }
    }
    found.sort_by(|one: &(String, Table), other| one.0.cmp(&other.0));
    assert!(found.len() > 8, "the content is there");
    found
}

/// Every text of every file.
pub(crate) fn texts() -> Vec<Text> {
    let mut texts = Vec::new();
    for (name, table) in files() {
        each_table(&table, &mut |place, table| {
            for (key, value) in table {
                if let Value::Table(both) = value
                    && (both.contains_key("nl") || both.contains_key("en"))
                {
                    let said = |lang: &str| match both.get(lang) {
                        Some(Value::String(text)) => text.clone(),
                        Some(Value::Array(words)) => {
                            words.iter().map(|word| word.as_str().unwrap()).collect::<Vec<_>>().join("\n")
                        }
                        _ => panic!("{name}, {place}: {key}.{lang} is missing"),
                    };
                    let (nl, en) = (said("nl"), said("en"));
                    texts.push(Text { file: name.clone(), place: format!("{place}/{key}"), key: key.clone(), nl, en });
                }
            }
        });
    }
    texts
}

/// Calls `then` with every table in a file, and the ids on the way to it.
pub(crate) fn each_table(table: &Table, then: &mut dyn FnMut(&str, &Table)) {
    walk(table, "", then);
}

fn walk(table: &Table, place: &str, then: &mut dyn FnMut(&str, &Table)) {
    let name = ["id", "organisation"].iter().find_map(|key| table.get(*key)?.as_str());
    let place = format!("{place}/{}", name.unwrap_or_default());
    let place = place.trim_matches('/');
    then(place, table);
    for value in table.values() {
        match value {
            Value::Table(inner) => walk(inner, place, then),
            Value::Array(values) => {
                values.iter().filter_map(Value::as_table).for_each(|inner| walk(inner, place, then));
            }
            _ => {}
        }
    }
}
