//! A copy of the whole file, made while the logbook is in use: batch by batch, and then read again.
//!
//! It copies rows, not pages: so the vault is borrowed for one batch at a time, nothing of a half-finished import comes
//! along, and what is damaged comes along as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use sha2::{Digest, Sha256};

use crate::container::{self, told};
use crate::error::{Error, Place};
use crate::folder::{folder_of, sync_folder};
use crate::vault::Vault;

/// Sealed bytes in a batch.
const BATCH: usize = 8 << 20;
/// The tables that are copied whole at the end, in one go with each other.
const SMALL: [&str; 5] = ["header", "slot", "head", "record", "state"];

/// Rows that belong together in a table with many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Long {
    Blob([u8; 16]),
    Item([u8; 16]),
}

impl Long {
    fn id(self) -> [u8; 16] {
        let (Self::Blob(id) | Self::Item(id)) = self;
        id
    }
    fn select(self) -> &'static str {
        match self {
            Self::Blob(_) => "SELECT n, sealed FROM chunk WHERE blob = ?1 AND n >= ?2 ORDER BY n",
            Self::Item(_) => "SELECT n, sealed FROM inbox WHERE item = ?1 AND n >= ?2 ORDER BY n",
        }
    }
    fn insert(self) -> &'static str {
        match self {
            Self::Blob(_) => "INSERT INTO chunk (blob, n, sealed) VALUES (?1, ?2, ?3)",
            Self::Item(_) => "INSERT INTO inbox (item, n, sealed) VALUES (?1, ?2, ?3)",
        }
    }
    fn delete(self) -> &'static str {
        match self {
            Self::Blob(_) => "DELETE FROM chunk WHERE blob = ?1",
            Self::Item(_) => "DELETE FROM inbox WHERE item = ?1",
        }
    }
}

/// What is copied next.
pub struct Batch(Next);

enum Next {
    /// Rows of one blob or item from a number on, and whether these were the last.
    Rows { of: Long, rows: Vec<(i64, Vec<u8>)>, last: bool },
    /// All that is small, and which long ones there are.
    Rest { small: Vec<(&'static str, Vec<Vec<Value>>)>, longs: BTreeSet<Long> },
}

/// A backup that is being made. Dropped before [`finish`](Self::finish), it leaves nothing behind.
pub struct Backup {
    connection: Connection,
    file: tempfile::TempPath,
    target: PathBuf,
    /// Long ones that were found and not yet copied, with the number to go on from.
    waiting: BTreeMap<Long, i64>,
    /// Copied ones with the hash of their rows.
    copied: BTreeMap<Long, [u8; 32]>,
    hash: Sha256,
    small: Vec<(&'static str, Vec<Vec<Value>>)>,
    done: u64,
    total: u64,
    complete: bool,
}

impl Backup {
    /// Begins a backup that will stand at `target`. Until it is finished it has another name, in the same folder.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn begin(target: &Path) -> Result<Self, Error> {
        let file = tempfile::Builder::new()
            .prefix(".")
            .suffix(".new")
            .tempfile_in(folder_of(target))
            .map_err(container::io)?;
        let file = file.into_temp_path();
        let connection = container::create(&file)?;
        // It is synced as a whole before it gets its name.
        connection.execute_batch("PRAGMA synchronous = OFF").map_err(told)?;
        Ok(Self {
            connection,
            file,
            target: target.to_owned(),
            waiting: BTreeMap::new(),
            copied: BTreeMap::new(),
            hash: Sha256::new(),
            small: Vec::new(),
            done: 0,
            total: 0,
            complete: false,
        })
    }

    /// Rows of evidence that were copied or read again, and all that will be; it grows when more comes in meanwhile.
    pub fn progress(&self) -> (u64, u64) {
        (self.done, self.total)
    }

    /// Is everything copied?
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Writes a batch.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&mut self, batch: Batch) -> Result<(), Error> {
        match batch.0 {
            Next::Rows { of, rows, last } => {
                let transaction = self.connection.transaction().map_err(told)?;
                {
                    let mut insert = transaction.prepare_cached(of.insert()).map_err(told)?;
                    for (n, sealed) in &rows {
                        insert.execute(params![of.id(), n, sealed]).map_err(told)?;
                        take(&mut self.hash, *n, sealed);
                    }
                }
                transaction.commit().map_err(told)?;
                self.done += rows.len() as u64;
                if last {
                    self.waiting.remove(&of);
                    self.copied.insert(of, self.hash.finalize_reset().into());
                } else if let Some((n, _)) = rows.last() {
                    self.waiting.insert(of, n + 1);
                }
            }
            Next::Rest { small, longs } => {
                let transaction = self.connection.transaction().map_err(told)?;
                // What was erased meanwhile.
                for gone in self.copied.keys().filter(|copied| !longs.contains(copied)) {
                    transaction.execute(gone.delete(), [gone.id()]).map_err(told)?;
                }
                for (table, rows) in &small {
                    insert(&transaction, table, rows)?;
                }
                transaction.commit().map_err(told)?;
                self.copied.retain(|copied, _| longs.contains(copied));
                (self.small, self.complete) = (small, true);
            }
        }
        Ok(())
    }

    /// Syncs the file, reads all of it again, holds it against what was copied, and gives it its name, in place of a
    /// file that may have had it. `progress` gets the rows done and all rows.
    ///
    /// # Errors
    /// [`Error::Damaged`] if it reads differently; [`Error::Io`] of kind `Interrupted` if `progress` said stop; or when
    /// it cannot be written. Then nothing of it is left, and a file of that name is as it was; unless only its new name
    /// could not be made durable: then it stands there whole.
    pub fn finish(self, progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>) -> Result<(), Error> {
        let Self { connection, file, target, copied, small, mut done, total, .. } = self;
        drop(connection);
        // Windows syncs only what may be written.
        let written = std::fs::OpenOptions::new().write(true).open(&file);
        written.and_then(|written| written.sync_all()).map_err(container::io)?;
        let again = container::open(&file)?;
        for (table, rows) in &small {
            if all(&again, table)? != *rows {
                return Err(Error::Damaged(Place::File));
            }
        }
        let both = done + total;
        for (of, hash) in &copied {
            let mut found = Sha256::new();
            let mut select = again.prepare_cached(of.select()).map_err(told)?;
            let mut rows = select.query(params![of.id(), 0]).map_err(told)?;
            while let Some(row) = rows.next().map_err(told)? {
                let sealed = row.get_ref(1).map_err(told)?;
                take(&mut found, row.get(0).map_err(told)?, sealed.as_bytes().unwrap_or_default());
                done += 1;
                if done % 64 == 0 && progress(done, both).is_break() {
                    return Err(Error::Io(std::io::ErrorKind::Interrupted.into()));
                }
            }
            if *hash != <[u8; 32]>::from(found.finalize()) {
                return Err(Error::Damaged(Place::File));
            }
        }
        drop(again);
        let before = std::fs::symlink_metadata(&target).is_ok();
        if container::journal_of(&target).exists() {
            // What a crash left to undo in the earlier file, which may be gone by now, would be done to this one.
            match container::settle(&target) {
                Err(Error::InUse) => return Err(Error::InUse),
                _ => remove(&container::journal_of(&target))?,
            }
        }
        file.persist(&target).map_err(|failed| container::io(failed.error))?;
        sync_folder(folder_of(&target)).map_err(container::io).inspect_err(|_| {
            if !before {
                let _ = std::fs::remove_file(&target);
            }
        })
    }
}

impl Vault {
    /// What a backup needs next. The vault may be used before the batch is written, and between batches.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_batch(&self, backup: &mut Backup) -> Result<Batch, Error> {
        if backup.waiting.is_empty() {
            let longs = self.longs()?;
            let new = longs.iter().filter(|(long, _)| !backup.copied.contains_key(long));
            backup.waiting.extend(new.map(|(long, _)| (*long, 0)));
            let rows: u64 = backup.waiting.keys().map(|long| longs[long]).sum();
            backup.total += rows;
            if backup.waiting.is_empty() {
                let small = SMALL.map(|table| Ok((table, all(&self.connection, table)?)));
                let small = small.into_iter().collect::<Result<Vec<_>, Error>>()?;
                return Ok(Batch(Next::Rest { small, longs: longs.into_keys().collect() }));
            }
        }
        let Some((&of, &from)) = backup.waiting.iter().next() else {
            return Err(Error::Damaged(Place::File));
        };
        let mut select = self.connection.prepare_cached(of.select()).map_err(told)?;
        let mut found = select.query(params![of.id(), from]).map_err(told)?;
        let (mut rows, mut size) = (Vec::new(), 0);
        while let Some(row) = found.next().map_err(told)? {
            let sealed: Vec<u8> = row.get(1).map_err(told)?;
            size += sealed.len();
            rows.push((row.get(0).map_err(told)?, sealed));
            if size >= BATCH {
                return Ok(Batch(Next::Rows { of, rows, last: false }));
            }
        }
        Ok(Batch(Next::Rows { of, rows, last: true }))
    }

    /// Every committed blob and every item of the inbox, with its number of rows.
    fn longs(&self) -> Result<BTreeMap<Long, u64>, Error> {
        let mut longs = BTreeMap::new();
        for (select, long) in [
            (
                "SELECT blob, count(*) FROM chunk WHERE blob NOT IN (SELECT blob FROM staging) GROUP BY blob",
                Long::Blob as fn([u8; 16]) -> Long,
            ),
            ("SELECT item, count(*) FROM inbox GROUP BY item", Long::Item),
        ] {
            let mut select = self.connection.prepare_cached(select).map_err(told)?;
            let mut rows = select.query([]).map_err(told)?;
            while let Some(row) = rows.next().map_err(told)? {
                longs.insert(long(row.get(0).map_err(told)?), row.get(1).map_err(told)?);
            }
        }
        Ok(longs)
    }
}

/// Removes a file that may be gone already.
fn remove(path: &Path) -> Result<(), Error> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(container::io(error)),
        _ => Ok(()),
    }
}

/// A row as it goes into the hash.
fn take(hash: &mut Sha256, n: i64, sealed: &[u8]) {
    hash.update(n.to_be_bytes());
    hash.update((sealed.len() as u64).to_be_bytes());
    hash.update(sealed);
}

/// Every row of a table, as it is.
fn all(connection: &Connection, table: &str) -> Result<Vec<Vec<Value>>, Error> {
    let mut select = connection.prepare(&format!("SELECT * FROM {table} ORDER BY id")).map_err(told)?;
    let columns = select.column_count();
    let rows = select.query_map([], |row| (0..columns).map(|column| row.get(column)).collect()).map_err(told)?;
    rows.collect::<Result<_, _>>().map_err(told)
}

fn insert(connection: &Connection, table: &str, rows: &[Vec<Value>]) -> Result<(), Error> {
    let Some(first) = rows.first() else { return Ok(()) };
    let places = vec!["?"; first.len()].join(", ");
    let mut insert = connection.prepare(&format!("INSERT INTO {table} VALUES ({places})")).map_err(told)?;
    for row in rows {
        insert.execute(params_from_iter(row)).map_err(told)?;
    }
    Ok(())
}
