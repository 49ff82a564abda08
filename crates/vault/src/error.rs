//! What can go wrong. No variant ever holds content, names of files or key material.

use std::io;

use crate::blob::BlobId;
use crate::record::RecordId;

/// Why a vault could not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The header is whole, and this passphrase opens none of its slots.
    #[error("the passphrase does not open this logbook")]
    WrongPassphrase,
    /// The header is whole, and this recovery key, though well-formed, opens none of its slots.
    #[error("the recovery key does not open this logbook")]
    WrongRecoveryKey,
    /// The header is whole, and the key that this device keeps opens none of its slots: it was taken back.
    #[error("the key that this device keeps does not open this logbook")]
    WrongDeviceKey,
    /// The file is something else. It was not touched.
    #[error("the file is not a logbook")]
    NotALogbook,
    /// A newer version of the app wrote this file. It was not touched.
    #[error("the logbook has format {found}, which is newer than this program")]
    NewerFormat {
        /// The format number that stands in the file.
        found: u32,
    },
    /// A part that cannot be done without does not verify.
    #[error("the logbook is damaged: {0}")]
    Damaged(Place),
    /// There is a file where the logbook should be made. It was not touched.
    #[error("there is a file of that name already")]
    AlreadyExists,
    /// There is no file there.
    #[error("there is no file of that name")]
    NotFound,
    /// Another program, or another window of this one, has the logbook open.
    #[error("the logbook is open elsewhere")]
    InUse,
    /// No room on the disk. What was being written is undone; the logbook can be used on.
    #[error("the disk is full")]
    Full,
    /// The file or its disk can be read but not written.
    #[error("the logbook cannot be written")]
    ReadOnly,
    /// The system does not allow opening the file or its folder.
    #[error("the system does not allow access to the logbook")]
    Denied,
    /// The header asks for more work than any logbook of ours needs; no memory was taken for it.
    #[error("the header asks for {memory_kib} KiB, {passes} passes and {lanes} lanes of key derivation")]
    ExcessiveKdf {
        /// Memory that the header asks for, in KiB.
        memory_kib: u32,
        /// Passes over that memory.
        passes: u32,
        /// Lanes.
        lanes: u32,
    },
    /// There is not enough free memory to derive the key as the logbook asks.
    #[error("not enough memory to derive the key")]
    OutOfMemory,
    /// More than the format can hold: a record or state over 16 MiB, or a blob over 256 TiB.
    #[error("too large for a logbook")]
    TooLarge,
    /// The blob is not waiting to be committed: committed already, discarded, or never staged here.
    #[error("the blob is not waiting to be committed")]
    NotStaged,
    /// More waits in the inbox already than may: the logbook must be opened first.
    #[error("the inbox is full until the logbook is opened")]
    InboxFull,
    /// A chunk behind the end of the blob was asked for.
    #[error("the blob has no chunk of that number")]
    NoSuchChunk,
    /// Reading or writing failed in the system or the hardware.
    #[error("reading or writing failed")]
    Io(#[source] io::Error),
    /// The container answered with something that none of the above says.
    #[error("the container failed")]
    Container(#[source] rusqlite::Error),
}

/// Where in the file something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Place {
    /// The container itself: its pages and tables.
    File,
    /// The header and its slots, which stand in clear.
    Header,
    /// The sealed head of the log.
    Head,
    /// A row of the log.
    Record(RecordId),
    /// The record with this sequence number (from 0) in the log, wherever its row is or was.
    Seq(u64),
    /// A small sealed value.
    State,
    /// A chunk of a blob.
    Blob {
        /// Which blob.
        id: BlobId,
        /// Which of its chunks, from 0.
        chunk: u32,
    },
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File => f.write_str("the file"),
            Self::Header => f.write_str("the header"),
            Self::Head => f.write_str("the head of the log"),
            Self::Record(id) => write!(f, "row {}", id.0),
            Self::Seq(seq) => write!(f, "record number {seq}"),
            Self::State => f.write_str("a small value"),
            Self::Blob { id, chunk } => write!(f, "blob {id}, chunk {chunk}"),
        }
    }
}

/// What is wrong with a part of a vault that opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProblemKind {
    /// Something that the log or a reference names is not there.
    Missing,
    /// It is there, but it is not what was written.
    Altered,
    /// A record that was written is there, but not where it was written.
    Moved,
    /// The log as it stands does not give the tree head that was written down.
    LogDiffers,
    /// There is more than the log accounts for: records put in, or the head put back.
    Surplus,
    /// The device could not read it.
    Unreadable,
}

impl std::fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Missing => "missing",
            Self::Altered => "altered",
            Self::Moved => "not in its place",
            Self::LogDiffers => "differs from what the log accounts for",
            Self::Surplus => "more than the log accounts for",
            Self::Unreadable => "unreadable",
        })
    }
}

/// One thing that is wrong, and where. Holds no content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Problem {
    /// What is wrong.
    pub what: ProblemKind,
    /// Where.
    pub place: Place,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// Why an import ended without a blob. Whatever was staged is gone again.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The source could not be read.
    #[error("the source could not be read")]
    Read(#[source] io::Error),
    /// `progress` said stop.
    #[error("stopped on request")]
    Cancelled,
    /// The vault could not take it.
    #[error(transparent)]
    Vault(#[from] Error),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_says_what_and_where() {
        let problem = Problem { what: ProblemKind::Missing, place: Place::Seq(3) };
        assert_eq!(problem.to_string(), "record number 3: missing");
    }
}
