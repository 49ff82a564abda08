//! `manifest.json`: what is in a package.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The manifest's name.
pub const MANIFEST: &str = "manifest.json";
/// The name of the signature over it.
pub const NOTE: &str = "manifest.note";
/// What a manifest calls itself.
pub(crate) const FORMAT: &str = "houvast-package";
/// The version that this code writes and reads.
pub(crate) const VERSION: u32 = 1;

/// What is in a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always `houvast-package`.
    pub format: String,
    /// Of the format.
    pub version: u32,
    /// When it was made (RFC 3339).
    pub made: String,
    /// The program and its version.
    pub generator: String,
    /// Language of what people read: `nl` or `en`.
    pub language: String,
    /// The key of the logbook, as C2SP writes it: what checkpoint and manifest are signed with.
    pub verifier_key: String,
    /// Every file but the manifest and its signature, in order of name.
    pub files: Vec<FileEntry>,
    /// Records of the log that say something of what the timeline tells, in order of `seq`.
    pub records: Vec<Proved>,
    /// Where the originals are.
    pub evidence: Vec<Original>,
    /// Anchors that were given before.
    pub anchors: Vec<Anchor>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// Name with `/`.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 in lower-case hexadecimal digits.
    pub sha256: String,
}

/// A record and the proof that it is in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proved {
    /// Its place in the log.
    pub seq: u64,
    /// Its leaf hash in hexadecimal digits.
    pub leaf: String,
    /// The file with the proof.
    pub proof: String,
    /// The file with its body, or none if something in it was not to be handed over.
    pub body: Option<String>,
    /// The incident that it says something of.
    pub incident: Option<String>,
    /// The piece of evidence that it says something of.
    pub evidence: Option<String>,
}

/// Where an original is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// The piece's id.
    pub id: String,
    /// Its number on paper.
    pub number: usize,
    /// The file, or none if it could not be read or was left out.
    pub file: Option<String>,
}

/// An anchor that was given before, and that the log grew from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Records that it covers.
    pub size: u64,
    /// Its root, in base64.
    pub root: String,
    /// Hashes of an RFC 9162 consistency proof, in base64.
    pub consistency: Vec<String>,
}

/// What the logbook's key signs: which package, and the SHA-256 of its manifest. `origin` is a checkpoint's first line.
pub fn signed_text(origin: &str, manifest: &[u8]) -> String {
    format!("{origin}/package\n{}\n", STANDARD.encode(Sha256::digest(manifest)))
}
