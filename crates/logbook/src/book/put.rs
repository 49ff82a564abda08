//! Writing while locked: notes and files are put in without the passphrase, sealed at once, and become evidence in the
//! inbox when the logbook is opened. What is being recorded goes the same way while it is open.

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;

use houvast_vault::{Inbox, ItemId, ItemWriter, OpenItem, Ports, StagedBlob};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::keep::{BATCH, FromInbox, READ, lend, open_file, unreadable};
use super::shelf::moment;
use super::{Book, Error, Keep, KeepError, Lend, Problem};
use crate::model::{Arrival, EvidenceId, Invalid, MAX_TEXT, PutIn};

/// What an item says of itself, sealed in front of its bytes.
#[derive(Serialize, Deserialize)]
struct About {
    v: u32,
    what: What,
    name: String,
    utc_micros: i64,
    offset_seconds: i32,
    zone: String,
}

/// What sort of item it is.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum What {
    Note,
    File,
    Recording,
}

/// Begins an item in a locked logbook.
fn start(logbook: &Path, ports: &Ports, what: What, name: &str) -> Result<ItemWriter, Error> {
    Ok(Inbox::open(logbook, ports.clone())?.start(&about(ports, what, name))?)
}

fn about(ports: &Ports, what: What, name: &str) -> Vec<u8> {
    let now = ports.clock.now();
    let about = About {
        v: 1,
        what,
        name: houvast_intake::safe_name(name),
        utc_micros: now.utc_micros,
        offset_seconds: now.offset_seconds,
        zone: now.zone,
    };
    serde_json::to_vec(&about).expect("it has text keys only")
}

/// Puts a note into a locked logbook, as a text file of this name. It is durable when this returns, and cannot be read
/// until the logbook is opened.
///
/// # Errors
/// When it is empty or too long, the logbook is open or damaged, the inbox is full, or it cannot be written.
pub fn put_note(logbook: &Path, ports: &Ports, name: &str, text: &str) -> Result<(), Error> {
    if text.trim().is_empty() {
        return Err(Invalid::Nothing.into());
    }
    if text.len() > MAX_TEXT {
        return Err(Invalid::TextTooLong { field: "what", length: text.len() }.into());
    }
    let mut item = start(logbook, ports, What::Note, name)?;
    item.write(text.as_bytes())?;
    Ok(item.finish()?)
}

/// Puts a file into a locked logbook. What was put in stays if the program dies. `progress` gets the bytes read so far
/// and the bytes that there are.
///
/// # Errors
/// See [`KeepError`]. What could not be read to its end, or was stopped, is removed again.
pub fn put_file(
    logbook: &Path,
    ports: &Ports,
    file: &Path,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), KeepError> {
    let (mut source, size) = open_file(file)?;
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    put_stream(logbook, ports, &name, &mut source, Some(size), progress)
}

/// Puts a file of this name into a locked logbook, from a stream that must end after `size` bytes; without a size, wherever it
/// ends: another app may hand something over without saying how long it is.
///
/// # Errors
/// See [`KeepError`]. What could not be read to its end, or was stopped, is removed again.
pub fn put_stream(
    logbook: &Path,
    ports: &Ports,
    name: &str,
    source: &mut dyn Read,
    size: Option<u64>,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), KeepError> {
    let mut item = start(logbook, ports, What::File, name)?;
    match pour(&mut item, source, size, progress) {
        Ok(()) => Ok(item.finish()?),
        Err(error) => {
            // The first error is the one to tell.
            let _ = item.discard();
            Err(error)
        }
    }
}

fn pour(
    item: &mut ItemWriter,
    source: &mut dyn Read,
    size: Option<u64>,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), KeepError> {
    let mut buffer = Zeroizing::new(vec![0; READ]);
    let mut done = 0;
    loop {
        let count = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(unreadable(error)),
        };
        item.write(&buffer[..count])?;
        done += count as u64;
        if size.is_some_and(|size| done > size) {
            return Err(KeepError::Changed);
        }
        if progress(done, size.unwrap_or(done)).is_break() {
            return Err(KeepError::Cancelled);
        }
    }
    if size.is_none_or(|size| done == size) { Ok(()) } else { Err(KeepError::Changed) }
}

/// Makes evidence in the inbox of everything that was put in while the logbook was locked. What cannot be opened stays
/// where it is and is named among the [problems](Book::problems). `progress` gets the items done and all items.
///
/// # Errors
/// When the book is locked meanwhile, it cannot be written, or `progress` said stop; what was not yet taken stays.
pub fn take_inbox<L: Lend>(
    book: &L,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Vec<EvidenceId>, KeepError> {
    let items = lend(book, |book| book.vault.inbox())??;
    let mut taken = Vec::new();
    let mut unread = Vec::new();
    for (n, item) in items.iter().enumerate() {
        match take(book, *item)? {
            Some(id) => taken.push(id),
            None => unread.push(n + 1),
        }
        if progress(n + 1, items.len()).is_break() {
            return Err(KeepError::Cancelled);
        }
    }
    lend(book, |book| book.unread = unread)?;
    Ok(taken)
}

fn take<L: Lend>(book: &L, item: ItemId) -> Result<Option<EvidenceId>, KeepError> {
    let key = lend(book, |book| book.vault.item_key())?;
    let parts = Parts { book, item, next: 0, part: Vec::new(), given: 0 };
    let Some((about, mut source)) = key.open(parts).map_err(KeepError::Unreadable)? else {
        return Ok(None);
    };
    let Ok(about) = serde_json::from_slice::<About>(&about) else {
        return Ok(None);
    };
    let staged = store(book, &mut source)?;
    let whole = source.is_whole();
    let (arrival, put_in) = match about.what {
        What::Recording => (Arrival::RecordedHere, None),
        What::Note | What::File => {
            let at = moment(about.utc_micros, about.offset_seconds).to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
            (Arrival::WhileLocked, Some(PutIn { at, zone: about.zone, whole }))
        }
    };
    let cut = put_in.is_none() && !whole;
    let keep = Keep { name: &about.name, arrival, incident: None };
    keep.commit(book, &staged, Some(FromInbox { item, put_in, cut })).map(Some)
}

/// A sound that is being recorded: each piece is sealed and written as it comes, and is there even if the program dies or
/// the logbook is locked. It becomes evidence in the inbox when it is [taken](Self::take), or at the next opening.
pub struct Recording {
    item: OpenItem,
}

impl Recording {
    /// Begins one of this name.
    ///
    /// # Errors
    /// When no more may wait, or it cannot be written.
    pub fn start(book: &Book, name: &str) -> Result<Self, Error> {
        let about = about(&book.ports, What::Recording, name);
        Ok(Self { item: OpenItem::start(&book.vault, &about)? })
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// When it cannot be written. What was written before stays.
    pub fn write(&mut self, book: &mut Book, bytes: &[u8]) -> Result<(), Error> {
        Ok(self.item.write(&mut book.vault, bytes)?)
    }

    /// Ends it, before the logbook is locked: it becomes evidence at the next opening.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn leave(self, book: &mut Book) -> Result<(), Error> {
        self.item.finish(&mut book.vault)?;
        Ok(())
    }

    /// Removes it.
    ///
    /// # Errors
    /// When it cannot be written; then its beginning becomes evidence at the next opening.
    pub fn discard(self, book: &mut Book) -> Result<(), Error> {
        Ok(self.item.discard(&mut book.vault)?)
    }

    /// Ends it and makes evidence of it, in the inbox.
    ///
    /// # Errors
    /// See [`KeepError`]. What could be written becomes evidence at the next opening.
    pub fn take<L: Lend>(self, book: &L) -> Result<EvidenceId, KeepError> {
        let item = lend(book, |book| self.item.finish(&mut book.vault))??;
        take(book, item)?.ok_or_else(|| KeepError::Unreadable(io::ErrorKind::InvalidData.into()))
    }
}

/// A sound that is recorded while the logbook is locked: each piece is sealed and written as it comes, cannot be read back,
/// and is there even if the program dies. When the logbook is opened it becomes evidence, marked as put in while locked.
/// The logbook cannot be opened until it is ended.
pub struct LockedRecording {
    item: ItemWriter,
}

impl LockedRecording {
    /// Begins one of this name.
    ///
    /// # Errors
    /// When the logbook is open or damaged, no more may wait, or it cannot be written.
    pub fn start(logbook: &Path, ports: &Ports, name: &str) -> Result<Self, Error> {
        // To who opens the logbook it is a file that was put in: nobody can tell who recorded it.
        Ok(Self { item: start(logbook, ports, What::File, name)? })
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// When they cannot be written. What was written before stays.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.item.write(bytes)?;
        Ok(self.item.flush()?)
    }

    /// Ends it.
    ///
    /// # Errors
    /// When its end cannot be written; then what was written before becomes evidence all the same.
    pub fn leave(self) -> Result<(), Error> {
        Ok(self.item.leave()?)
    }

    /// Removes it.
    ///
    /// # Errors
    /// When it cannot be written; then its beginning becomes evidence at the next opening.
    pub fn discard(self) -> Result<(), Error> {
        Ok(self.item.discard()?)
    }
}

/// Streams an item into a blob. The book is borrowed for one step at a time.
fn store<L: Lend>(book: &L, source: &mut dyn Read) -> Result<StagedBlob, KeepError> {
    let mut writer = lend(book, |book| book.vault.start_blob())?;
    let id = writer.id();
    let mut buffer = Zeroizing::new(vec![0; READ]);
    let stored = (|| {
        loop {
            let count = source.read(&mut buffer).map_err(KeepError::Unreadable)?;
            if count == 0 {
                break;
            }
            writer.write(&buffer[..count]);
            if writer.pending() >= BATCH {
                let batch = writer.take()?;
                lend(book, |book| book.vault.stage(&batch))??;
            }
        }
        let (rest, staged) = writer.finish()?;
        lend(book, |book| book.vault.stage(&rest))??;
        Ok(staged)
    })();
    if stored.is_err() {
        let _ = book.lend(|book| book.vault.discard_blob(id));
    }
    stored
}

/// The sealed bytes of an item, row by row.
struct Parts<'a, L> {
    book: &'a L,
    item: ItemId,
    next: u32,
    part: Vec<u8>,
    given: usize,
}

impl<L: Lend> Read for Parts<'_, L> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.given == self.part.len() {
            let part = self.book.lend(|book| book.vault.inbox_part(self.item, self.next));
            let part = part.ok_or_else(|| io::Error::other(KeepError::Locked))?.map_err(io::Error::other)?;
            let Some(part) = part else { return Ok(0) };
            (self.part, self.given) = (part, 0);
            self.next += 1;
        }
        let count = (self.part.len() - self.given).min(out.len());
        out[..count].copy_from_slice(&self.part[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

impl Book {
    /// What was put in and cannot be opened.
    pub(super) fn unread(&self) -> impl Iterator<Item = Problem> {
        self.unread.iter().map(|n| Problem {
            what: "was put in while the logbook was locked and cannot be opened".into(),
            place: format!("inbox item {n}"),
        })
    }
}
