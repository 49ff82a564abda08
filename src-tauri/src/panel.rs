//! What the emergency panel shows of a person while the logbook is locked. Only if they chose that: it lies in a file
//! of its own beside the settings, in clear. The file is the choice; without it nothing personal is shown.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use houvast_logbook::Book;
use houvast_logbook::model::{Contact, Measure};
use serde::{Deserialize, Serialize};

use crate::beside;

/// The name of the file beside the logbook.
const FILE: &str = "panel.json";
/// The measures that change what one says when calling.
const SAID: [&str; 2] = ["aol", "aware"];

/// What lies in the file. Days are in it so that what is over is not shown, although nobody opened the logbook.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Kept {
    contacts: Vec<KeptContact>,
    measures: Vec<KeptMeasure>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct KeptContact {
    #[serde(flatten)]
    who: PanelContact,
    until: Option<NaiveDate>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct KeptMeasure {
    kind: String,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
}

/// A contact person, as far as the locked panel shows one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub(crate) struct PanelContact {
    /// Which organisation.
    pub organisation: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: String,
    /// Telephone number.
    pub phone: String,
}

/// A person's own part of the locked panel.
#[derive(Debug, PartialEq, Eq, Serialize, ts_rs::TS)]
pub(crate) struct OwnPanel {
    /// The contact persons of today.
    pub contacts: Vec<PanelContact>,
    /// Which of `aol` and `aware` are in force.
    pub measures: Vec<String>,
}

impl Kept {
    /// What the panel would show of this book.
    pub(crate) fn of(book: &Book, today: NaiveDate) -> Self {
        let contacts = book.contacts().into_iter().filter(|view| view.stands).map(|view| kept_contact(view.contact));
        let measures = book.measures().into_iter().filter_map(|view| kept_measure(view.measure, today));
        Self { contacts: contacts.collect(), measures: measures.collect() }
    }

    /// Reads the file. One that cannot be read is there all the same, so the choice stands: the next opening of the
    /// logbook fills it anew.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        let bytes = match std::fs::read(path(folder)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
            read => read.unwrap_or_default(),
        };
        Some(serde_json::from_slice(&bytes).unwrap_or_default())
    }

    /// Writes the file in the place of the one before, which is overwritten.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        beside::write(&path(folder), self)
    }

    /// What is shown of it on a day.
    pub(crate) fn on(&self, day: NaiveDate) -> OwnPanel {
        let contacts = self.contacts.iter().filter(|one| one.until.is_none_or(|until| day <= until));
        let measures = self
            .measures
            .iter()
            .filter(|one| one.start.is_none_or(|start| start <= day) && one.end.is_none_or(|end| day <= end));
        OwnPanel {
            contacts: contacts.map(|one| one.who.clone()).collect(),
            measures: measures.map(|one| one.kind.clone()).collect(),
        }
    }
}

fn kept_contact(contact: Contact) -> KeptContact {
    let Contact { organisation, name, role, phone, until, .. } = contact;
    KeptContact { who: PanelContact { organisation, name, role, phone }, until }
}

fn kept_measure(measure: Measure, today: NaiveDate) -> Option<KeptMeasure> {
    let Measure { kind, start, end, .. } = measure;
    let over = end.is_some_and(|end| end < today);
    (SAID.contains(&kind.as_str()) && !over).then_some(KeptMeasure { kind, start, end })
}

/// Overwrites the file and removes it.
pub(crate) fn remove(folder: &Path) -> io::Result<()> {
    beside::remove(&path(folder))
}

fn path(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn kept() -> Kept {
        let contact = |name: &str, until: Option<&str>| {
            kept_contact(Contact {
                organisation: "police".into(),
                name: name.into(),
                phone: "06 12 34 56 78".into(),
                remark: "Alleen voor mij".into(),
                until: until.map(day),
                ..Contact::default()
            })
        };
        let measure = Measure { kind: "aol".into(), end: Some(day("2026-03-10")), ..Measure::default() };
        Kept {
            contacts: vec![contact("A. Bakker", Some("2026-03-05")), contact("C. Dekker", None)],
            measures: vec![kept_measure(measure, day("2026-03-01")).unwrap()],
        }
    }

    #[test]
    fn what_is_over_is_not_shown() {
        let names = |shown: &OwnPanel| shown.contacts.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        let early = kept().on(day("2026-03-05"));
        assert_eq!(names(&early), ["A. Bakker", "C. Dekker"]);
        assert_eq!(early.measures, ["aol"]);
        let late = kept().on(day("2026-03-11"));
        assert_eq!(names(&late), ["C. Dekker"]);
        assert!(late.measures.is_empty());
    }

    #[test]
    fn only_what_the_panel_shows_is_written() {
        let measure = |kind: &str, end: Option<&str>| {
            kept_measure(Measure { kind: kind.into(), end: end.map(day), ..Measure::default() }, day("2026-03-11"))
        };
        assert!(measure("contactverbod", None).is_none());
        assert!(measure("aol", Some("2026-03-10")).is_none());
        assert!(measure("aware", None).is_some());
        let folder = tempfile::tempdir().unwrap();
        kept().write(folder.path()).unwrap();
        let text = std::fs::read_to_string(path(folder.path())).unwrap();
        assert!(text.contains("C. Dekker") && !text.contains("Alleen voor mij"), "{text}");
        assert_eq!(Kept::read(folder.path()), Some(kept()));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_still_the_choice() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::File::create(path(folder.path())).unwrap();
        assert_eq!(Kept::read(folder.path()), Some(Kept::default()));
        remove(folder.path()).unwrap();
        remove(folder.path()).unwrap();
    }
}
