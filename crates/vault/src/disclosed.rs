//! What others get to see of the log: a record's body and the proof that it is in there. Reading them needs no logbook.

use zeroize::Zeroizing;

use crate::anchor::{PROOF, hash, number};
use crate::merkle::{self, Hash};
use crate::ports::Moment;
use crate::record::{self, Origin, RecordId};

/// A record as it was handed over.
pub struct Disclosed {
    /// Device that wrote it.
    pub origin: Origin,
    /// Its place in that device's log.
    pub seq: u64,
    /// When it was written down, by that device's clock.
    pub recorded: Moment,
    /// What was written down.
    pub payload: Zeroizing<Vec<u8>>,
    /// Its leaf in the log.
    pub leaf: [u8; 32],
}

impl Disclosed {
    /// Reads a body; `None` if it is none.
    pub fn read(body: &[u8]) -> Option<Self> {
        let record = record::decode(RecordId(0), body)?;
        let leaf = merkle::leaf(body);
        Some(Self { origin: record.origin, seq: record.seq, recorded: record.recorded, payload: record.payload, leaf })
    }
}

/// A C2SP tlog-proof. Whether its anchor is signed is for `open_anchor` to say.
pub struct Proof {
    /// Place of the record in the log.
    pub index: u64,
    /// The anchor that it leads to, word for word.
    pub anchor: String,
    path: Vec<Hash>,
}

impl Proof {
    /// Reads a proof; `None` if it is none.
    pub fn read(text: &str) -> Option<Self> {
        let (path, anchor) = text.split_once("\n\n")?;
        let mut lines = path.lines();
        (lines.next()? == PROOF).then_some(())?;
        let index = number(lines.next()?.strip_prefix("index ")?)?;
        let path = lines.map(hash).collect::<Option<Vec<Hash>>>()?;
        Some(Self { index, anchor: anchor.to_owned(), path })
    }

    /// Does it show that the log of this size and root has this leaf at its place?
    pub fn shows(&self, leaf: &[u8; 32], size: u64, root: &[u8; 32]) -> bool {
        merkle::includes(leaf, self.index, size, root, &self.path)
    }
}
