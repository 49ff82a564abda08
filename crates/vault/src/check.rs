//! Checking all of a vault, in steps between which it may be used: first what stands in the file beside blobs, then the
//! blobs chunk by chunk.

use std::ops::ControlFlow;

use zeroize::{Zeroize as _, Zeroizing};

use crate::blob::{self, BlobRef};
use crate::container;
use crate::error::{Error, Place, Problem, ProblemKind};
use crate::header::Header;
use crate::log;
use crate::vault::Vault;

/// Chunks of one blob that cannot be had, after which no more of them are looked for: its size may be any number.
const MOST_LOST: u32 = 4096;
/// Steps of SQLite's between two questions whether to stop: pages, or less.
const STEPS: i32 = 1000;

impl Vault {
    /// Reads everything again: the container's pages, every record, every chunk of the given blobs. `progress` gets
    /// the chunks done and all chunks.
    ///
    /// # Errors
    /// When the file cannot be read at all; or [`Error::Io`] of kind `Interrupted` if `progress` said stop.
    pub fn check(
        &self,
        blobs: &[BlobRef],
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Vec<Problem>, Error> {
        let mut problems = self.check_file()?;
        let mut chunks = ChunkCheck::of(blobs.to_vec());
        while let Some(checked) = chunks.next(self) {
            problems.extend(checked.err());
            if progress(chunks.done(), chunks.total()).is_break() {
                return Err(stopped());
            }
        }
        Ok(problems)
    }

    /// Reads again what stands in the file beside blobs: the container's pages, the header, every record, the small values.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn check_file(&self) -> Result<Vec<Problem>, Error> {
        let mut problems = Vec::new();
        let whole: String =
            self.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).unwrap_or_default();
        if container::is_for_reading(&self.connection)? {
            problems.push(Problem { what: ProblemKind::Missing, place: Place::File });
        }
        let header = Header::read(&self.connection);
        if !header.is_ok_and(|(header, whole)| whole && header.is_authentic(&self.keys.header)) {
            problems.push(Problem { what: ProblemKind::Altered, place: Place::Header });
        }
        if whole != "ok" {
            problems.push(Problem { what: ProblemKind::Altered, place: Place::File });
        }
        problems.extend(log::read(&self.connection, &self.keys, &self.ports)?.problems);
        if !log::states(&self.connection, &self.keys).is_ok_and(|states| states.whole) {
            problems.push(Problem { what: ProblemKind::Unreadable, place: Place::State });
        }
        Ok(problems)
    }

    /// The same, which ends soon once `stop` says so: it reads every page of the file, those of blobs too, in one go.
    ///
    /// # Errors
    /// As [`check_file`](Self::check_file), and [`Error::Io`] of kind `Interrupted` if `stop` said so.
    pub fn check_file_until(
        &mut self,
        stop: impl Fn() -> bool + Clone + Send + 'static,
    ) -> Result<Vec<Problem>, Error> {
        self.connection.progress_handler(STEPS, Some(stop.clone())).map_err(container::told)?;
        let checked = self.check_file();
        self.connection.progress_handler(0, None::<fn() -> bool>).map_err(container::told)?;
        if stop() { Err(stopped()) } else { checked }
    }
}

fn stopped() -> Error {
    Error::Io(std::io::ErrorKind::Interrupted.into())
}

/// Blobs that are read again, chunk by chunk.
pub struct ChunkCheck {
    /// Those that are still to be read, the next one last.
    blobs: Vec<BlobRef>,
    /// Of the next one: the chunk to be read, and how many could not be had.
    at: (u32, u32),
    done: u64,
    total: u64,
    chunk: Zeroizing<Vec<u8>>,
}

impl ChunkCheck {
    /// Of these blobs, in this order.
    pub fn of(mut blobs: Vec<BlobRef>) -> Self {
        let total = blobs.iter().map(|blob| blob::chunks(blob.size).map_or(0, u64::from)).sum();
        blobs.reverse();
        Self { blobs, at: (0, 0), done: 0, total, chunk: Zeroizing::default() }
    }

    /// Chunks that were read, or given up.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// All chunks.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Reads the next chunk, and says what is wrong with it. `None` when all are read.
    pub fn next(&mut self, vault: &Vault) -> Option<Result<(), Problem>> {
        let (n, lost) = self.at;
        let (blob, chunks) = loop {
            let blob = self.blobs.last()?;
            match blob::chunks(blob.size) {
                Ok(chunks) if n < chunks => break (blob, chunks),
                Ok(_) => {
                    self.blobs.pop();
                }
                Err(_) => {
                    let place = Place::Blob { id: blob.id, chunk: 0 };
                    self.blobs.pop();
                    return Some(Err(Problem { what: ProblemKind::Altered, place }));
                }
            }
        };
        let checked = vault.open_chunk(blob, n, &mut self.chunk).unwrap_or(Err(ProblemKind::Unreadable));
        // Nothing of it stays until the next step, which may never come.
        self.chunk.zeroize();
        let checked = checked.map_err(|what| Problem { what, place: Place::Blob { id: blob.id, chunk: n } });
        let lost = lost + u32::from(checked.as_ref().is_err_and(|problem| problem.what != ProblemKind::Altered));
        let given_up = lost == MOST_LOST;
        self.done += if given_up { u64::from(chunks - n) } else { 1 };
        if given_up || n + 1 == chunks {
            self.blobs.pop();
            self.at = (0, 0);
        } else {
            self.at = (n + 1, lost);
        }
        Some(checked)
    }
}
