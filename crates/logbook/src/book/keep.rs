//! Keeping a file as evidence: hashed, sealed and stored in one pass with fixed memory whatever its size,
//! and only then looked at, from the bytes that were stored.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use houvast_intake::{Inspection, Limits};
use houvast_vault::{BlobWriter, ItemId, SealedChunks, StagedBlob, hex};

use super::evidence::{KeptReader, address};
use super::{Book, Error};
use crate::model::{Arrival, ChangeBody, Evidence, EvidenceId, IncidentId, Note, PutIn, Thumbnail};

/// Bytes read from the source at a time.
pub(super) const READ: usize = 1 << 20;
/// Sealed bytes that wait in memory before they are written in one transaction.
pub(super) const BATCH: usize = 16 << 20;
/// How often to say how far it is.
const TICK: Duration = Duration::from_millis(100);

/// Lends the open book for a moment. The command line owns it; the app has it behind a lock, and may have
/// locked it meanwhile: then the answer is `None`.
pub trait Lend {
    /// Runs `with` on the book, if it is still open.
    fn lend<T>(&self, with: impl FnOnce(&mut Book) -> T) -> Option<T>;
}

impl Lend for RefCell<Book> {
    fn lend<T>(&self, with: impl FnOnce(&mut Book) -> T) -> Option<T> {
        Some(with(&mut self.borrow_mut()))
    }
}

/// What is to be kept, apart from its bytes.
#[derive(Debug, Clone)]
pub struct Keep<'a> {
    /// The name that it came with, as data.
    pub name: &'a str,
    /// How it came in.
    pub arrival: Arrival,
    /// The incident that it belongs with; without one it waits in the inbox.
    pub incident: Option<&'a IncidentId>,
}

/// What became of a file that was to be kept once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Once {
    /// It was kept.
    Kept(EvidenceId),
    /// These very bytes are there already, as this piece; nothing was kept.
    Had(EvidenceId),
}

/// Why a file was not kept. Nothing of it stays behind.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KeepError {
    /// There is no such file, or it went away before or while it was read.
    #[error("there is no such file any more; choose it again")]
    Vanished,
    /// It is a folder.
    #[error("this is a folder; choose the files in it")]
    Directory,
    /// It is neither a file nor a folder: a device, a pipe.
    #[error("this is not an ordinary file")]
    NotAFile,
    /// It grew or shrank while it was read, so it is probably still being written.
    #[error("the file changed while it was being read; wait until it is finished and add it again")]
    Changed,
    /// The system would not let it be read.
    #[error("the file could not be read: {0}")]
    Unreadable(io::Error),
    /// The person stopped it.
    #[error("stopped; nothing of this file was kept")]
    Cancelled,
    /// The book was locked meanwhile.
    #[error("the logbook was locked; nothing of this file was kept")]
    Locked,
    /// The book could not take it.
    #[error(transparent)]
    Book(#[from] Error),
}

impl From<houvast_vault::Error> for KeepError {
    fn from(error: houvast_vault::Error) -> Self {
        Self::Book(error.into())
    }
}

/// An item of the inbox that becomes evidence.
pub(super) struct FromInbox {
    pub item: ItemId,
    /// When it was put in, if that was while the logbook was locked.
    pub put_in: Option<PutIn>,
    /// It is a recording that broke off.
    pub cut: bool,
}

impl Keep<'_> {
    /// Keeps the file at `path`. `progress` gets the bytes read so far and the bytes that there are.
    ///
    /// # Errors
    /// See [`KeepError`]. The incident and everything else stay as they were.
    pub fn file(
        &self,
        book: &impl Lend,
        path: &Path,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<EvidenceId, KeepError> {
        let (mut file, size) = open_file(path)?;
        self.bytes(book, &mut file, size, progress)
    }

    /// Keeps `size` bytes from `source`, which must end there; without a size, all that it gives: another app may hand something
    /// over without saying how long it is.
    ///
    /// # Errors
    /// See [`KeepError`]. The incident and everything else stay as they were.
    pub fn bytes(
        &self,
        book: &impl Lend,
        source: &mut (dyn Read + Send),
        size: impl Into<Option<u64>>,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<EvidenceId, KeepError> {
        let staged = self.stage(book, source, size.into(), progress)?;
        self.commit(book, &staged, None)
    }

    /// Keeps the file at `path`, unless its bytes are there already.
    ///
    /// # Errors
    /// See [`KeepError`]. The incident and everything else stay as they were.
    pub fn file_once(
        &self,
        book: &impl Lend,
        path: &Path,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Once, KeepError> {
        let (mut file, size) = open_file(path)?;
        self.bytes_once(book, &mut file, size, progress)
    }

    /// Keeps `size` bytes from `source`, or all that it gives, unless they are there already. That is known only when the last
    /// of them was hashed; what was stored until then is removed again.
    ///
    /// # Errors
    /// See [`KeepError`]. The incident and everything else stay as they were.
    pub fn bytes_once(
        &self,
        book: &impl Lend,
        source: &mut (dyn Read + Send),
        size: impl Into<Option<u64>>,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Once, KeepError> {
        let staged = self.stage(book, source, size.into(), progress)?;
        let Some(had) = lend(book, |book| book.with_sha256(&hex(&staged.sha256)))? else {
            return self.commit(book, &staged, None).map(Once::Kept);
        };
        lend(book, |book| book.vault.discard_blob(staged.blob.id))??;
        Ok(Once::Had(had))
    }

    fn stage(
        &self,
        book: &impl Lend,
        source: &mut (dyn Read + Send),
        size: Option<u64>,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<StagedBlob, KeepError> {
        if let Some(incident) = self.incident {
            lend(book, |book| book.incident(incident).map(|_| ()))??;
        }
        store(book, source, size, progress)
    }

    /// Looks at what was stored and writes the change that names it; removes what was stored if that fails. `from` is
    /// where it waited before.
    pub(super) fn commit(
        &self,
        book: &impl Lend,
        staged: &StagedBlob,
        from: Option<FromInbox>,
    ) -> Result<EvidenceId, KeepError> {
        let kept = self.look_and_write(book, staged, from);
        if kept.is_err() {
            // What failed is told; that the leftovers could not be removed too is not: opening removes them.
            let _ = book.lend(|book| book.vault.discard_blob(staged.blob.id));
        }
        kept
    }

    fn look_and_write(
        &self,
        book: &impl Lend,
        staged: &StagedBlob,
        from: Option<FromInbox>,
    ) -> Result<EvidenceId, KeepError> {
        let mut stored = KeptReader::new(book, staged.blob.clone());
        let found = houvast_intake::inspect(&mut stored, &Limits::default());
        lend(book, |book| {
            let small = found
                .thumbnail
                .as_ref()
                .map(|picture| {
                    let whole = &mut picture.jpeg.as_slice();
                    book.vault.import(whole, &mut |_| ControlFlow::Continue(())).map_err(import_error)
                })
                .transpose()?;
            let kept = self.write(book, staged, small.as_ref(), found, from);
            if let (Err(_), Some(small)) = (&kept, &small) {
                let _ = book.vault.discard_blob(small.blob.id);
            }
            kept
        })?
    }

    fn write(
        &self,
        book: &mut Book,
        staged: &StagedBlob,
        small: Option<&StagedBlob>,
        mut found: Inspection,
        from: Option<FromInbox>,
    ) -> Result<EvidenceId, KeepError> {
        let (item, put_in, cut) = from.map_or((None, None, false), |from| (Some(from.item), from.put_in, from.cut));
        if cut {
            found.notes.push(Note::CutOff);
        }
        let id = EvidenceId::from_random(book.random());
        let thumbnail = small.zip(found.thumbnail.as_ref()).map(|(small, picture)| Thumbnail {
            blob: address(&small.blob),
            width: picture.width,
            height: picture.height,
        });
        let evidence = Evidence {
            id: id.clone(),
            name: houvast_intake::safe_name(self.name),
            media_type: found.media_type,
            family: found.family,
            size: staged.blob.size,
            sha256: hex(&staged.sha256),
            blob: address(&staged.blob),
            thumbnail,
            dimensions: found.dimensions,
            claims: found.claims,
            notes: found.notes,
            arrival: self.arrival,
            put_in,
            extra: serde_json::Map::new(),
        };
        let mut blobs = vec![staged.blob.id];
        blobs.extend(small.map(|small| small.blob.id));
        let change = ChangeBody::EvidenceKept { evidence: Box::new(evidence), incident: self.incident.cloned() };
        match item {
            Some(item) => book.write_by(vec![change], |vault, payloads| vault.append_item(payloads, &blobs, item))?,
            None => book.write(vec![change], &blobs)?,
        }
        Ok(id)
    }
}

/// Streams the source into the vault. On any error what was stored so far is removed again.
fn store(
    book: &impl Lend,
    source: &mut (dyn Read + Send),
    size: Option<u64>,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<StagedBlob, KeepError> {
    let writer = lend(book, |book| book.vault.start_blob())?;
    let id = writer.id();
    let stored = pipe(book, writer, source, size, progress);
    if stored.is_err() {
        let _ = book.lend(|book| book.vault.discard_blob(id));
    }
    stored
}

/// One thread reads, hashes and seals; this one writes what is sealed meanwhile. One batch is filled while the one
/// before is written: no more than two are in memory.
fn pipe(
    book: &impl Lend,
    writer: BlobWriter,
    source: &mut (dyn Read + Send),
    size: Option<u64>,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<StagedBlob, KeepError> {
    let taken = AtomicU64::new(0);
    let (batches, sealed) = sync_channel(0);
    std::thread::scope(|scope| {
        let sealing = scope.spawn(|| seal(writer, source, size, &taken, batches));
        let written = drain(book, sealed, || {
            let taken = taken.load(Relaxed);
            progress(taken, size.unwrap_or(taken))
        });
        // A panic there is a fault of this program; it goes on here as what it is.
        let staged = sealing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        // When writing ends early, sealing ends because of it: the first is the reason.
        written.and(staged)
    })
}

/// Reads the source to its end, which must be at `size` if there is one, and sends what it sealed.
#[allow(clippy::needless_pass_by_value, reason = "the channel closes when this returns, and that ends the writing")]
fn seal(
    mut writer: BlobWriter,
    source: &mut (dyn Read + Send),
    size: Option<u64>,
    taken: &AtomicU64,
    batches: SyncSender<SealedChunks>,
) -> Result<StagedBlob, KeepError> {
    let mut buffer = zeroize::Zeroizing::new(vec![0; READ]);
    loop {
        let count = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(unreadable(error)),
        };
        writer.write(&buffer[..count]);
        if size.is_some_and(|size| writer.written() > size) {
            return Err(KeepError::Changed);
        }
        taken.store(writer.written(), Relaxed);
        if writer.pending() >= BATCH {
            // Nobody takes it when writing ended early.
            batches.send(writer.take()?).map_err(|_| KeepError::Cancelled)?;
        }
    }
    if size.is_some_and(|size| writer.written() != size) {
        return Err(KeepError::Changed);
    }
    let (rest, staged) = writer.finish()?;
    batches.send(rest).map_err(|_| KeepError::Cancelled)?;
    Ok(staged)
}

/// Writes batches until there are no more, and tells how far it is, often enough for a person to see it move.
#[allow(clippy::needless_pass_by_value, reason = "the channel closes when this returns, and that ends the sealing")]
fn drain(
    book: &impl Lend,
    sealed: Receiver<SealedChunks>,
    mut progress: impl FnMut() -> ControlFlow<()>,
) -> Result<(), KeepError> {
    loop {
        match sealed.recv_timeout(TICK) {
            Ok(batch) => lend(book, |book| book.vault.stage(&batch))??,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        if progress().is_break() {
            return Err(KeepError::Cancelled);
        }
    }
}

/// Opens an ordinary file, and says how long it is.
///
/// # Errors
/// When it is none, is gone, or cannot be read.
pub fn open_file(path: &Path) -> Result<(File, u64), KeepError> {
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        return Err(KeepError::Directory);
    }
    // Asked before opening: opening a pipe would wait for its other end.
    if !about.is_file() {
        return Err(KeepError::NotAFile);
    }
    let file = File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    Ok((file, size))
}

pub(super) fn lend<T>(book: &impl Lend, with: impl FnOnce(&mut Book) -> T) -> Result<T, KeepError> {
    book.lend(with).ok_or(KeepError::Locked)
}

pub(super) fn unreadable(error: io::Error) -> KeepError {
    match error.kind() {
        io::ErrorKind::NotFound => KeepError::Vanished,
        io::ErrorKind::IsADirectory => KeepError::Directory,
        _ => KeepError::Unreadable(error),
    }
}

fn import_error(error: houvast_vault::ImportError) -> KeepError {
    match error {
        houvast_vault::ImportError::Read(error) => KeepError::Unreadable(error),
        houvast_vault::ImportError::Vault(error) => error.into(),
        // The small picture is imported without a way to stop it, and the enum may grow.
        _ => KeepError::Cancelled,
    }
}
