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

    /// For each anchor that was given before, once: the proof that the log grew from it. An anchor that it did not grow
    /// from gets one that does not verify, so that whoever kept it sees so; one that covers more than there is gets none.
    ///
    /// # Errors
    /// When one of the log's records is missing or damaged.
    pub fn grown_from_anchors(&self) -> Result<Vec<Grown>, Error> {
        let key = self.verifier_key();
        let mut given: Vec<(u64, [u8; 32])> = Vec::new();
        for anchor in &self.shelf.anchors {
            if let Some((_, size, root)) = houvast_vault::open_anchor(&anchor.anchor, &key)
                && !given.contains(&(size, root))
            {
                given.push((size, root));
            }
        }
        if given.is_empty() {
            return Ok(Vec::new());
        }
        let sizes: Vec<u64> = given.iter().map(|(size, _)| *size).collect();
        let paths = self.vault.consistency_all(&sizes)?;
        let grown =
            given.into_iter().zip(paths).filter_map(|((size, root), path)| Some(Grown { size, root, path: path? }));
        Ok(grown.collect())
    }
}
