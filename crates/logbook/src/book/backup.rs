//! Backups: the whole logbook in one encrypted file, made while it is in use.

use std::ops::ControlFlow;
use std::path::Path;

use houvast_vault::{Backup, Moment};
use serde::{Deserialize, Serialize};

use super::shelf::moment;
use super::{Book, Error, Lend};
use crate::view::BackupView;

/// The small value that remembers the last one.
const STATE: &str = "backup";
/// Microseconds after which a backup is old, if something came since.
const OLD: i64 = 14 * 24 * 3600 * 1_000_000;
/// Changes after which the first backup is due.
const FIRST: u64 = 5;

/// The last backup, as it is remembered.
#[derive(Serialize, Deserialize)]
struct Last {
    utc_micros: i64,
    offset_seconds: i32,
    /// Records in it.
    size: u64,
}

/// A name for a backup: it says when, and not what.
pub fn backup_name(now: &Moment) -> String {
    let when = moment(now.utc_micros, now.offset_seconds);
    format!("kopie-{}.db", when.format("%Y-%m-%d-%H%M"))
}

/// Makes a backup at `target`, reads it again and only then gives it its name. The book can be used meanwhile.
/// `progress` gets the parts done and all parts.
///
/// # Errors
/// When it is stopped, the book is locked meanwhile, or it cannot be written. Then nothing of it is left.
pub fn backup<L: Lend>(
    book: &L,
    target: &Path,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), Error> {
    let lend = |with: &mut dyn FnMut(&mut Book) -> Result<(), Error>| book.lend(with).ok_or(Error::Locked)?;
    lend(&mut |book| if is_same(book.path(), target) { Err(Error::OnItself) } else { Ok(()) })?;
    let mut backup = Backup::begin(target)?;
    let mut last = None;
    while !backup.is_complete() {
        let mut batch = None;
        lend(&mut |book| {
            batch = Some(book.vault.next_batch(&mut backup)?);
            let now = book.ports.clock.now();
            let size = book.head().size;
            last = Some(Last { utc_micros: now.utc_micros, offset_seconds: now.offset_seconds, size });
            Ok(())
        })?;
        if let Some(batch) = batch {
            backup.write(batch)?;
        }
        // All of it will be read once more.
        let (done, total) = backup.progress();
        if progress(done, 2 * total).is_break() {
            return Err(Error::Cancelled);
        }
    }
    backup.finish(progress)?;
    let remembered = last.and_then(|last| serde_json::to_vec(&last).ok());
    // The backup stands. If that is not remembered, the person is asked for another one too early, and loses nothing.
    let _ = book.lend(|book| book.vault.set_state(STATE, remembered.as_deref()));
    Ok(())
}

impl Book {
    /// When the last backup was made, and whether it is time for a new one.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn last_backup(&self) -> Result<BackupView, Error> {
        let kept = self.vault.state(STATE)?;
        let last: Option<Last> = kept.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let size = self.head().size;
        let Some(last) = last else {
            return Ok(BackupView { last: None, added: size, due: size >= FIRST });
        };
        let added = size.saturating_sub(last.size);
        let age = self.ports.clock.now().utc_micros.saturating_sub(last.utc_micros);
        let at = moment(last.utc_micros, last.offset_seconds).to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
        Ok(BackupView { last: Some(at), added, due: added > 0 && age >= OLD })
    }
}

/// Do two paths lead to the same file?
fn is_same(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => false,
    }
}
