//! The safe: one encrypted, tamper-evident file of records and blobs.

mod age;
mod anchor;
mod backup;
mod blob;
mod check;
mod container;
mod cursor;
mod disclosed;
mod erase;
mod error;
mod folder;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
pub mod guard;
mod header;
mod hex;
mod inbox;
mod kdf;
mod keys;
mod log;
mod merkle;
mod note;
mod padme;
mod pin;
mod ports;
mod record;
mod recovery;
mod sealing;
pub mod system;
mod table;
mod vault;
#[cfg(test)]
mod vectors;

pub use anchor::{Agreement, open_anchor, verify_consistency, verify_note, verify_proof};
pub use backup::{Backup, Batch};
pub use blob::{BlobId, BlobKey, BlobReader, BlobRef, BlobWriter, CHUNK, SealedChunks, StagedBlob};
pub use check::ChunkCheck;
pub use container::{journal_of, settle};
pub use disclosed::{Disclosed, Proof};
pub use error::{Error, ImportError, Place, Problem, ProblemKind};
pub use folder::{folder_of, sync_folder};
pub use hex::hex;
pub use inbox::{Inbox, ItemId, ItemKey, ItemReader, ItemWriter, OpenItem, OpenedItem};
pub use kdf::KdfCost;
pub use pin::{PinError, PinLock};
pub use ports::{Clock, Entropy, Moment, Ports};
pub use record::{Head, Origin, Record, RecordId};
pub use recovery::{RecoveryKey, RecoveryKeyError};
pub use vault::{Opened, Unlock, Vault, WithProof};
