//! Erasing for good: the content goes, its leaf stays, so that the log still adds up and anchors still hold.

use rusqlite::params;

use crate::blob::BlobId;
use crate::container::told;
use crate::error::{Error, Place};
use crate::log;
use crate::record::{self, Record, RecordId};
use crate::vault::Vault;

impl Vault {
    /// Erases what the rows held, the blobs, and the small values under these names, for good; `payloads` are the trace, appended in the same transaction. A
    /// row that was erased before stays as it is. The old bytes are overwritten in the file; see docs/threat-model.md
    /// for what a disk may still hold.
    ///
    /// # Errors
    /// [`Error::Damaged`] for a row that does not open, whose leaf nobody knows; or when it cannot be written. Then
    /// nothing has changed.
    pub fn erase(
        &mut self,
        rows: &[RecordId],
        blobs: &[BlobId],
        states: &[&str],
        payloads: &[&[u8]],
    ) -> Result<Vec<Record>, Error> {
        let state_rows: Vec<u64> = states.iter().filter_map(|name| self.states.0.get(*name).copied()).collect();
        let appended = self.append_with(payloads, |writing| {
            for row in rows {
                let damaged = || Error::Damaged(Place::Record(*row));
                let place = log::place(writing.transaction, writing.keys, *row)?.ok_or_else(damaged)?;
                let body = record::encode_erased(&place);
                let sealed = writing.keys.record.seal(row.0, &body, writing.ports).ok_or(Error::TooLarge)?;
                writing
                    .transaction
                    .execute("UPDATE record SET sealed = ?2 WHERE id = ?1", params![row.0, sealed])
                    .map_err(told)?;
            }
            for blob in blobs {
                writing.transaction.execute("DELETE FROM chunk WHERE blob = ?1", [blob.to_bytes()]).map_err(told)?;
            }
            for row in &state_rows {
                writing.transaction.execute("DELETE FROM state WHERE id = ?1", [row]).map_err(told)?;
            }
            Ok(())
        })?;
        for name in states {
            self.states.0.remove(*name);
        }
        // The pages as they were stood in the journal; it was cut to nothing with the commit. What the database keeps
        // in memory of them goes too.
        self.connection.release_memory().map_err(told)?;
        Ok(appended)
    }
}
