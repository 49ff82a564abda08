//! Why a package could not be written, and what is wrong with one.

use serde::Serialize;

/// Why a package could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The disk refused, or a file could not be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The ZIP could not be written.
    #[error("the ZIP could not be written: {0}")]
    Zip(zip::result::ZipError),
    /// Two files would have had the same name. This is a mistake in the program.
    #[error("there is a file {0} already")]
    SameName(String),
}

impl From<zip::result::ZipError> for Error {
    fn from(error: zip::result::ZipError) -> Self {
        match error {
            zip::result::ZipError::Io(error) => Self::Io(error),
            other => Self::Zip(other),
        }
    }
}

/// What is wrong. docs/package-format.md says when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
#[allow(missing_docs, reason = "the format's page says when each is found")]
pub enum What {
    NoPackage,
    ZipAmbiguous,
    WrongPassword,
    Newer,
    ManifestDamaged,
    ManifestUnsigned,
    ManifestChanged,
    ManifestOther,
    FileMissing,
    FileChanged,
    FileUnreadable,
    FileAdded,
    CheckpointForged,
    ProofOtherTree,
    ProofWrong,
    RecordChanged,
    EntryDiffers,
    EntryUnproved,
    EvidenceDiffers,
    EvidenceUnproved,
    AnchorOtherLogbook,
    AnchorForged,
    AnchorUnknown,
    AnchorDiffers,
}

impl What {
    /// Does it only say that something cannot be shown, and contradict nothing?
    pub fn is_doubt(self) -> bool {
        matches!(
            self,
            Self::FileUnreadable | Self::FileAdded | Self::EntryUnproved | Self::EvidenceUnproved | Self::AnchorUnknown
        )
    }

    /// Its name, as in the format's page; the sentence for people is `verify-problem-<name>`.
    pub fn name(self) -> String {
        serde_json::to_value(self).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub what: What,
    /// The file, if it is about one.
    pub name: Option<String>,
    /// The number on paper of the entry or the piece, if it is about one.
    pub number: Option<u64>,
}

impl Problem {
    pub(crate) fn of(what: What) -> Self {
        Self { what, name: None, number: None }
    }

    pub(crate) fn file(what: What, name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..Self::of(what) }
    }

    pub(crate) fn number(what: What, number: u64) -> Self {
        Self { number: Some(number), ..Self::of(what) }
    }
}
