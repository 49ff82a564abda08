//! What a worker can be told to do. The master knows from this alone what it must find afterwards.

use serde::{Deserialize, Serialize};

use crate::chance::Chance;

/// Entries are named by their first text and files by their name: both are given once only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Operation {
    /// Makes the logbook, unless it is open already.
    Make {
        passphrase: String,
    },
    /// Opens it, closing it before if it is open.
    Open {
        way: Way,
    },
    Record {
        what: String,
    },
    RecordMany {
        whats: Vec<String>,
    },
    Amend {
        which: String,
        what: String,
    },
    Withdraw {
        which: String,
        reason: String,
    },
    Restore {
        which: String,
        reason: String,
    },
    Keep {
        name: String,
        file: File,
        with: Option<String>,
    },
    Move {
        name: String,
        with: Option<String>,
    },
    GiveAnchor {
        to: String,
    },
    SetDraft {
        form: String,
        text: Option<String>,
    },
    ChangePassphrase {
        new: String,
    },
    ReplaceRecoveryKey,
    /// For good, with its files or without.
    EraseEntry {
        which: String,
        files: bool,
        reason: String,
    },
    EraseFile {
        name: String,
        reason: String,
    },
    /// Puts something in while the logbook is locked; it is closed before, and stays so.
    PutIn {
        name: String,
        file: File,
    },
    /// Takes everything out of the inbox.
    TakeIn,
    /// Makes a backup of this name, beside the logbook.
    BackUp {
        name: String,
    },
    /// Puts that backup in the logbook's place, which is closed before and stays so.
    PutBack {
        name: String,
        way: Way,
    },
}

/// A way into the logbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Way {
    Passphrase(String),
    /// Needs no slow derivation.
    RecoveryKey(String),
}

/// Bytes that worker and master both make by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum File {
    /// As no compression can shorten.
    Noise { seed: u64, size: usize },
    /// A picture of one colour, so that a small picture is stored beside it.
    Picture { colour: [u8; 3] },
    /// A note, when it is put in.
    Note(String),
}

impl File {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Noise { seed, size } => Chance::new(*seed).bytes(*size),
            Self::Picture { colour } => crate::files::picture(90, 60, *colour),
            Self::Note(text) => text.clone().into_bytes(),
        }
    }
}

/// The kinds in which kills are counted, each with how to make one; `Make` and `Open` begin every script.
pub(crate) const KINDS: &[&str] = &[
    "record",
    "record-many",
    "amend",
    "withdraw",
    "restore",
    "keep",
    "move",
    "give-anchor",
    "set-draft",
    "change-passphrase",
    "replace-recovery-key",
    "erase-entry",
    "erase-file",
    "put-in",
    "take-in",
    "back-up",
    "put-back",
];

impl Operation {
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Make { .. } => "make",
            Self::Open { .. } => "open",
            Self::Record { .. } => "record",
            Self::RecordMany { .. } => "record-many",
            Self::Amend { .. } => "amend",
            Self::Withdraw { .. } => "withdraw",
            Self::Restore { .. } => "restore",
            Self::Keep { .. } => "keep",
            Self::Move { .. } => "move",
            Self::GiveAnchor { .. } => "give-anchor",
            Self::SetDraft { .. } => "set-draft",
            Self::ChangePassphrase { .. } => "change-passphrase",
            Self::ReplaceRecoveryKey => "replace-recovery-key",
            Self::EraseEntry { .. } => "erase-entry",
            Self::EraseFile { .. } => "erase-file",
            Self::PutIn { .. } => "put-in",
            Self::TakeIn => "take-in",
            Self::BackUp { .. } => "back-up",
            Self::PutBack { .. } => "put-back",
        }
    }
}

/// What a worker says, a line of JSON each, at once.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Said {
    Begun(usize),
    /// So many bytes were put in.
    Upto(usize, u64),
    /// Now it is promised. What was handed out: a recovery key, an anchor, or that a backup was remembered.
    Done(usize, Option<String>),
    /// It was refused, with the code of the sentence that a person would read.
    Failed(usize, String),
}
