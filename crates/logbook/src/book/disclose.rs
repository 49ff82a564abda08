//! What others get of the log when something is handed over.

use houvast_vault::{Error as VaultError, Place, WithProof};

use super::{Book, Error};

/// An anchor that was given before, and the proof that the log grew from it.
pub struct Grown {
    /// Records that it covers.
    pub size: u64,
    /// Its root.
    pub root: [u8; 32],
    /// Hashes of an RFC 9162 consistency proof to the present head.
    pub path: Vec<[u8; 32]>,
}

impl Book {
    /// The anchor of now, as [`give_anchor`](Self::give_anchor) gives it, without noting that it was given.
    pub fn anchor(&self) -> String {
        self.vault.anchor()
    }

    /// The key that checks anchors, notes and proofs of this logbook, as C2SP writes it.
    pub fn verifier_key(&self) -> String {
        self.vault.verifier_key()
    }

    /// The bodies of these records, in this order, each with a C2SP tlog-proof that it is in the log.
    ///
    /// # Errors
    /// When one of the log's records is missing or damaged: then nothing can be proved.
    pub fn disclose(&self, seqs: &[u64]) -> Result<Vec<WithProof>, Error> {
        Ok(self.vault.disclose_all(seqs)?)
    }

    /// Signs a text with the logbook's key: a C2SP signed note.
    ///
    /// # Errors
    /// When it is no text of a note, or could be taken for an anchor.
    pub fn sign_note(&self, text: &str) -> Result<String, Error> {
        self.vault.sign_note(text).ok_or(Error::Vault(VaultError::Damaged(Place::Head)))
    }

    /// For each anchor that was given before: that the log grew from it. One that it did not grow from is left out.
    ///
    /// # Errors
    /// When one of the log's records is missing or damaged.
    pub fn grown_from_anchors(&self) -> Result<Vec<Grown>, Error> {
        let key = self.verifier_key();
        let mut grown: Vec<Grown> = Vec::new();
        for given in self.anchors() {
            let Some((_, size, root)) = houvast_vault::open_anchor(&given.anchor, &key) else { continue };
            if grown.iter().any(|other| other.size == size && other.root == root) {
                continue;
            }
            if let Some(path) = self.vault.consistency(size)? {
                grown.push(Grown { size, root, path });
            }
        }
        Ok(grown)
    }
}
