//! What a logbook says, in a form that can be compared; and what it must say after an operation.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use houvast_logbook::model::EvidenceId;
use houvast_logbook::view::{Filter, IncidentView};
use houvast_logbook::{Book, Error};
use sha2::{Digest, Sha256};

use crate::operation::Operation;

/// The forms whose drafts are looked at.
pub(crate) const FORMS: [&str; 2] = ["nieuw", "later"];

/// Everything that was promised to stand in a logbook, or that stands there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct State {
    /// By first text: every step, in order.
    pub(crate) entries: BTreeMap<String, Vec<String>>,
    /// By name.
    pub(crate) pieces: BTreeMap<String, Piece>,
    /// To whom anchors were given.
    pub(crate) anchors: Vec<String>,
    /// By form; that of a correction is named after its entry.
    pub(crate) drafts: BTreeMap<String, String>,
    /// What is told of everything that was erased.
    pub(crate) erased: Vec<String>,
    /// What was put in and not yet taken in, in order.
    pub(crate) waiting: Vec<(String, Piece)>,
    /// Was a backup ever made?
    pub(crate) backed_up: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Of the bytes as they come out again.
    pub(crate) sha256: String,
    pub(crate) with: Option<String>,
    pub(crate) size: usize,
    /// False if it is the beginning of what was being put in.
    pub(crate) whole: bool,
}

impl State {
    /// Reads it all from the book, and says what went wrong with the parts that do not come out.
    pub(crate) fn of(book: &Book) -> (Self, Vec<Error>) {
        Self::having_taken(book, &[])
    }

    /// The same, as it was before these were taken in.
    pub(crate) fn having_taken(book: &Book, taken: &[EvidenceId]) -> (Self, Vec<Error>) {
        let mut state = Self::default();
        let mut errors = Vec::new();
        let mut names = BTreeMap::new();
        for view in book.incidents_in_full(&Filter { withdrawn: true, ..Filter::default() }) {
            let first = first_text(&view).unwrap_or_default().to_owned();
            names.insert(view.id.clone(), first.clone());
            let steps = view.history.iter().map(|version| {
                let text = version.incident.as_ref().map_or(&version.reason, |incident| &incident.what);
                format!("{:?}: {text}", version.step)
            });
            let form = format!("amend/{}", view.id);
            state.draft(book, &form, format!("amend/{first}"), &mut errors);
            state.entries.insert(first, steps.collect());
        }
        for view in book.evidence() {
            let mut bytes = Vec::new();
            let whole = book.extract(&view.id, &mut bytes, &mut |_| ControlFlow::Continue(()));
            let with = view.incident.map(|id| names.get(&id).cloned().unwrap_or_default());
            match whole.and_then(|()| book.thumbnail(&view.id)) {
                Ok(_) => {
                    let sha256 = hex(&Sha256::digest(&bytes));
                    let whole = view.put_in.is_none_or(|put_in| put_in.whole);
                    let piece = Piece { sha256, with, size: bytes.len(), whole };
                    let mut name = view.name;
                    if taken.contains(&view.id) {
                        state.waiting.push((name, piece));
                    } else {
                        // Nothing is given the same name twice: a second one must not go unseen.
                        while state.pieces.contains_key(&name) {
                            name.push_str(" again");
                        }
                        state.pieces.insert(name, piece);
                    }
                }
                Err(error) => errors.push(error),
            }
        }
        state.anchors = book.anchors().into_iter().map(|anchor| anchor.to).collect();
        for form in FORMS {
            state.draft(book, form, form.to_owned(), &mut errors);
        }
        let erased = book.erased().into_iter();
        state.erased = erased.map(|gone| format!("{} {}: {}", gone.file, gone.files, gone.reason)).collect();
        match book.last_backup() {
            Ok(backup) => state.backed_up = backup.last.is_some(),
            Err(error) => errors.push(error),
        }
        (state, errors)
    }

    fn draft(&mut self, book: &Book, form: &str, name: String, errors: &mut Vec<Error>) {
        match book.draft(form) {
            Ok(Some(serde_json::Value::String(text))) => {
                self.drafts.insert(name, text);
            }
            Ok(_) => {}
            Err(error) => errors.push(error),
        }
    }

    /// What it must be after this; `None` if this cannot be done to it.
    pub(crate) fn after(&self, operation: &Operation) -> Option<Self> {
        let mut state = self.clone();
        match operation {
            Operation::Record { what } => state.begin(what),
            Operation::RecordMany { whats } => whats.iter().for_each(|what| state.begin(what)),
            Operation::Amend { which, what } => state.step(which, "Amended", what)?,
            Operation::Withdraw { which, reason } => state.step(which, "Withdrawn", reason)?,
            Operation::Restore { which, reason } => state.step(which, "Restored", reason)?,
            Operation::Keep { name, file, with } => {
                state.entry(with.as_ref())?;
                state.pieces.insert(name.clone(), Piece { with: with.clone(), ..Piece::of(&file.bytes()) });
            }
            Operation::Move { name, with } => {
                state.entry(with.as_ref())?;
                state.pieces.get_mut(name)?.with.clone_from(with);
            }
            Operation::GiveAnchor { to } => state.anchors.push(to.clone()),
            Operation::SetDraft { form, text: Some(text) } => {
                state.entry(form.strip_prefix("amend/").map(str::to_owned).as_ref())?;
                state.drafts.insert(form.clone(), text.clone());
            }
            Operation::SetDraft { form, text: None } => {
                state.drafts.remove(form);
            }
            Operation::EraseEntry { which, files, reason } => {
                state.entries.remove(which)?;
                state.drafts.remove(&format!("amend/{which}"));
                let before = state.pieces.len();
                if *files {
                    state.pieces.retain(|_, piece| piece.with.as_ref() != Some(which));
                }
                state.erased.push(format!("false {}: {reason}", before - state.pieces.len()));
                state.pieces.values_mut().filter(|piece| piece.with.as_ref() == Some(which)).for_each(|piece| {
                    piece.with = None;
                });
            }
            Operation::EraseFile { name, reason } => {
                state.pieces.remove(name)?;
                state.erased.push(format!("true 1: {reason}"));
            }
            Operation::PutIn { name, file } => state.waiting.push((name.clone(), Piece::of(&file.bytes()))),
            Operation::TakeIn => {
                let waiting = std::mem::take(&mut state.waiting);
                state.pieces.extend(waiting);
            }
            Operation::BackUp { .. }
            | Operation::PutBack { .. }
            | Operation::Make { .. }
            | Operation::Open { .. }
            | Operation::ChangePassphrase { .. }
            | Operation::ReplaceRecoveryKey => {}
        }
        Some(state)
    }

    fn begin(&mut self, what: &str) {
        self.entries.insert(what.to_owned(), vec![format!("Recorded: {what}")]);
    }

    fn step(&mut self, which: &str, step: &str, text: &str) -> Option<()> {
        self.entries.get_mut(which)?.push(format!("{step}: {text}"));
        Some(())
    }

    fn entry(&self, which: Option<&String>) -> Option<()> {
        which.is_none_or(|which| self.entries.contains_key(which)).then_some(())
    }

    /// Does everything here stand in one of the others too, as it stands there or as it stood before? Then it is no
    /// wrong answer, though there may be more.
    pub(crate) fn is_part_of(&self, others: &[&Self]) -> bool {
        // An entry whose own record is gone goes by the text that came after.
        let entries = self
            .entries
            .values()
            .all(|part| others.iter().flat_map(|other| other.entries.values()).any(|whole| is_among(part, whole)));
        let pieces = self.pieces.iter().all(|(name, part)| {
            others.iter().filter_map(|other| other.pieces.get(name)).any(|whole| whole.sha256 == part.sha256)
        });
        let drafts =
            self.drafts.iter().all(|(form, text)| others.iter().any(|other| other.drafts.get(form) == Some(text)));
        entries && pieces && drafts && others.iter().any(|other| is_among(&self.anchors, &other.anchors))
    }
}

/// Are these among those, in the same order?
fn is_among(part: &[String], whole: &[String]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|step| rest.any(|other| other == step))
}

/// The text with which an entry began.
pub(crate) fn first_text(view: &IncidentView) -> Option<&str> {
    view.history.iter().find_map(|version| Some(version.incident.as_ref()?.what.as_str()))
}

impl Piece {
    /// Of these bytes, with no entry.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self { sha256: hex(&Sha256::digest(bytes)), with: None, size: bytes.len(), whole: true }
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
