//! Why a command did not do what was asked, its exit status and its sentence.

use houvast_guidance::texts::Texts;
use houvast_logbook::{Error, KeepError, RecoveryKeyError};

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The book said no.
    Book(Error),
    /// A piece of evidence was not kept.
    Keep(KeepError),
    /// Something was checked and does not hold; it was printed already.
    DoesNotHold,
    /// The words are wrong: the message id in `cli.ftl`, and what it names.
    Words(&'static str, String),
    /// What was named is not among the choices: the message id in `cli.ftl`, what was named, and the choices.
    Choice(&'static str, String, String),
    /// What was typed is no recovery key.
    RecoveryKey(RecoveryKeyError),
    /// A file of the caller's could not be read or written: the message id in `cli.ftl`, its name, and the reason.
    File(&'static str, String, std::io::Error),
    /// The report could not be made.
    Report(houvast_report::Error),
    /// The page with the recovery key could not be made.
    KeySheet(houvast_report::Error),
    /// The logbook has so many changes that the backup lacks, and it was not said to put that in its place all the same.
    Lacks(u64),
    /// The entry at this place of the input, counted from one, is invalid.
    Entry(usize, Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Book(error)
    }
}

impl From<KeepError> for Failure {
    fn from(error: KeepError) -> Self {
        match error {
            KeepError::Book(error) => Self::Book(error),
            error => Self::Keep(error),
        }
    }
}

impl From<houvast_report::Error> for Failure {
    fn from(error: houvast_report::Error) -> Self {
        Self::Report(error)
    }
}

impl Failure {
    /// The exit status that docs/command-line.md promises.
    pub(crate) fn status(&self) -> u8 {
        match self {
            // The words are right; what they ask for would lose something.
            Self::Words("cli-restore-blind", _) => 1,
            Self::Words(..) | Self::Choice(..) => 2,
            Self::RecoveryKey(_) => 3,
            Self::Book(error) if matches!(error.code(), "wrong-passphrase" | "wrong-recovery-key") => 3,
            Self::Book(error) if error.is_damage() => 4,
            _ => 1,
        }
    }

    /// One sentence that says what to do next; `None` if everything was said already.
    pub(crate) fn sentence(&self, texts: &Texts) -> Option<String> {
        Some(match self {
            Self::DoesNotHold => return None,
            Self::Book(error) => book_sentence(texts, error),
            Self::Keep(error) => texts.get(&format!("error-{}", error.code())),
            Self::Words(id, what) => texts.format(id, &[("what", what.as_str().into())]),
            Self::Choice(id, what, choices) => {
                texts.format(id, &[("what", what.as_str().into()), ("choices", choices.as_str().into())])
            }
            Self::RecoveryKey(RecoveryKeyError::WrongGroup(group)) => {
                texts.format("error-recovery-key-group", &[("group", (*group).into())])
            }
            Self::RecoveryKey(RecoveryKeyError::WrongLength { found }) => {
                texts.format("error-recovery-key-length", &[("found", (*found).into())])
            }
            Self::RecoveryKey(_) => texts.get("error-recovery-key-digits"),
            Self::File(id, name, error) => {
                texts.format(id, &[("name", name.as_str().into()), ("reason", error.to_string().into())])
            }
            // The detail says where in the template, never what was written.
            Self::Report(error) => format!("{} ({error})", texts.get("error-report-failed")),
            Self::KeySheet(error) => format!("{} ({error})", texts.get("error-key-sheet-failed")),
            Self::Lacks(changes) => texts.format("cli-restore-lacks", &[("changes", (*changes).into())]),
            Self::Entry(place, error) => {
                let sentence = book_sentence(texts, error);
                texts.format("cli-entry", &[("place", place.to_string().into()), ("sentence", sentence.into())])
            }
        })
    }
}

/// The sentence for an error of the book, with the field that it is about.
pub(crate) fn book_sentence(texts: &Texts, error: &Error) -> String {
    match error {
        Error::Invalid(invalid) => {
            let field = invalid.field().unwrap_or_default();
            texts.format(&format!("invalid-{}", invalid.reason()), &[("field", field.into())])
        }
        error => texts.get(&format!("error-{}", error.code())),
    }
}
