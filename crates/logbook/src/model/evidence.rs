//! Evidence: files exactly as they came, and what is known about them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::EvidenceId;
pub use houvast_intake::{Claims, Family, Note};

/// A piece of evidence: everything that was learnt when it came in. What people add later (a caption, the
/// incident that it belongs with) is in changes of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// The name that it came with, made safe to show and to write.
    pub name: String,
    /// Its type, read from its bytes.
    pub media_type: String,
    /// What sort of file that is.
    pub family: Family,
    /// Length in bytes.
    pub size: u64,
    /// SHA-256 of the original, in lower-case hexadecimal digits.
    pub sha256: String,
    /// Where its bytes are.
    pub blob: BlobAddress,
    /// A small picture of it, if it could be drawn.
    #[serde(default)]
    pub thumbnail: Option<Thumbnail>,
    /// Width and height as shown, in pixels.
    #[serde(default)]
    pub dimensions: Option<(u32, u32)>,
    /// What the file says of itself; not verified.
    #[serde(default)]
    pub claims: Claims,
    /// What was found odd while looking at it.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// How it came in.
    pub arrival: Arrival,
    /// When it was put in while the logbook was locked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub put_in: Option<PutIn>,
    /// Fields that a newer version wrote.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// How a file came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Arrival {
    /// Chosen in a file dialog.
    Picked,
    /// Dropped on the window.
    Dropped,
    /// Pasted from the clipboard.
    Pasted,
    /// From the command line.
    CommandLine,
    /// Put in while the logbook was locked.
    WhileLocked,
    /// Taken out of an e-mail that was kept.
    FromMail,
    /// A photo or a sound that was recorded with this program.
    RecordedHere,
    /// Another app on the phone handed it over.
    Shared,
}

/// When something was put in while the logbook was locked, and whether all of it arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct PutIn {
    /// RFC 3339 with the device's offset.
    pub at: String,
    /// The device's zone; empty if it told none.
    #[serde(default)]
    pub zone: String,
    /// False if the device stopped in the middle: what was kept is its beginning.
    pub whole: bool,
}

/// Where a blob is in the vault, and the key that opens it. It stands only inside sealed records.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlobAddress {
    /// Sixteen bytes, in hexadecimal digits.
    pub id: String,
    /// Thirty-two bytes, in hexadecimal digits.
    pub key: String,
    /// Length of the opened bytes.
    pub size: u64,
}

impl std::fmt::Debug for BlobAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BlobAddress").field("id", &self.id).field("size", &self.size).finish_non_exhaustive()
    }
}

impl Drop for BlobAddress {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.key);
    }
}

/// A small picture, sealed like the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thumbnail {
    /// Where its JPEG bytes are.
    pub blob: BlobAddress,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}
