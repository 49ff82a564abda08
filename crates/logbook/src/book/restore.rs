//! Putting a backup back: read and checked whole beside the logbook, compared with it, and only then put in its place.
//! The logbook that was there is kept under another name.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use houvast_vault::{Ports, Unlock, folder_of, journal_of, settle, sync_folder};

use super::read::evidence_view;
use super::{Book, Error, Problem};
use crate::view::{Filter, Missing};

/// Bytes copied at a time.
const PART: usize = 1 << 20;

/// A backup that was copied beside the logbook's place, opened and checked. Dropped, it leaves nothing behind.
pub struct Restore {
    book: Book,
    problems: Vec<Problem>,
    file: tempfile::TempPath,
    target: PathBuf,
}

impl Restore {
    /// Copies a backup, opens the copy and checks every byte of it. The backup itself is only read. `progress` gets what
    /// was done and all that is to do.
    ///
    /// # Errors
    /// When it is no logbook, does not open, cannot be copied, or `progress` said stop.
    pub fn read(
        from: &Path,
        target: &Path,
        unlock: &Unlock<'_>,
        ports: Ports,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Self, Error> {
        let mut source = File::open(from).map_err(Error::Read)?;
        let size = source.metadata().map_err(Error::Read)?.len();
        Self::read_from(&mut source, size, target, unlock, ports, progress)
    }

    /// As [`read`](Self::read), from a stream of about `size` bytes, or of nobody knows how many if that is 0. What is cut off is
    /// no logbook or does not hold.
    ///
    /// # Errors
    /// See [`read`](Self::read).
    pub fn read_from(
        source: &mut dyn Read,
        size: u64,
        target: &Path,
        unlock: &Unlock<'_>,
        ports: Ports,
        progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Self, Error> {
        let folder = folder_of(target);
        std::fs::create_dir_all(folder).map_err(Error::Write)?;
        let mut beside =
            tempfile::Builder::new().prefix(".").suffix(".new").tempfile_in(folder).map_err(Error::Write)?;
        let mut part = vec![0; PART];
        let mut done = 0;
        loop {
            let count = match source.read(&mut part) {
                Ok(0) => break,
                Ok(count) => count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Error::Read(error)),
            };
            beside.write_all(&part[..count]).map_err(Error::Write)?;
            done += count as u64;
            // Copying is about half of the work; checking is the other.
            if progress(done, 2 * size.max(done)).is_break() {
                return Err(Error::Cancelled);
            }
        }
        let size = size.max(done);
        beside.as_file().sync_all().map_err(Error::Write)?;
        let file = beside.into_temp_path();
        let book = Book::open(&file, unlock, ports)?;
        let problems = book.check(&mut |chunks, total| progress(size + size * chunks / total.max(1), 2 * size))?;
        Ok(Self { book, problems, file, target: target.to_owned() })
    }

    /// The restored book, to look at.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// What does not hold in the backup; everything else will be there.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What the logbook that is here holds and the backup lacks.
    ///
    /// # Errors
    /// When one of the two cannot be read.
    pub fn lacks(&self, here: &Book) -> Result<Missing, Error> {
        let missing: BTreeSet<u64> = here.vault.not_in(&self.book.vault)?.into_iter().collect();
        let mut incidents = here.incidents(&Filter { withdrawn: true, ..Filter::default() });
        incidents.retain(|incident| {
            let entry = here.shelf.entries.get(&incident.id);
            entry.is_some_and(|entry| entry.rows.iter().any(|(seq, _)| missing.contains(seq)))
        });
        let mut evidence: Vec<_> =
            here.shelf.evidence.values().filter(|kept| missing.contains(&kept.mark.seq)).collect();
        evidence.sort_by_key(|kept| kept.mark.seq);
        let evidence = evidence.into_iter().map(evidence_view).collect();
        Ok(Missing { incidents, evidence, changes: missing.len() as u64 })
    }

    /// Puts the backup in the logbook's place and answers with where the logbook is that was there, if there was one.
    /// That one must be closed.
    ///
    /// # Errors
    /// When it cannot be written; then the logbook that was there still is.
    pub fn put(self) -> Result<Option<PathBuf>, Error> {
        let Self { book, file, target, .. } = self;
        drop(book);
        let there = std::fs::symlink_metadata(&target).is_ok();
        // What a crash left to undo in the logbook that is here would be done to the backup. One that is too damaged
        // for it keeps its journal.
        if there && matches!(settle(&target), Err(houvast_vault::Error::InUse)) {
            return Err(houvast_vault::Error::InUse.into());
        }
        let aside = there.then(|| set_aside(&target)).transpose().map_err(Error::Write)?;
        let (mut moved, mut named) = (None, false);
        let put = (|| {
            let journal = journal_of(&target);
            if journal.exists() {
                let to = journal_of(aside.as_deref().unwrap_or(&target.with_extension("old")));
                std::fs::rename(&journal, &to)?;
                moved = Some((to, journal));
            }
            file.persist(&target).map_err(|failed| failed.error)?;
            named = true;
            sync_folder(folder_of(&target))
        })();
        if let Err(error) = put {
            // As it was: the first error is the one to tell.
            let _ = match &aside {
                // Two names of one file: renaming would leave both.
                Some(aside) if !named && target.exists() => std::fs::remove_file(aside),
                Some(aside) => std::fs::rename(aside, &target),
                None if named => std::fs::remove_file(&target),
                None => Ok(()),
            };
            if let Some((from, to)) = moved {
                let _ = std::fs::rename(from, to);
            }
            return Err(Error::Write(error));
        }
        Ok(aside)
    }
}

/// Gives a file a second name beside its own: so there is a logbook at every moment.
fn set_aside(path: &Path) -> std::io::Result<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map_or_else(String::new, |ending| format!(".{}", ending.to_string_lossy()));
    for n in 1..10_000 {
        let aside = path.with_file_name(format!("{stem}-{n}{ending}"));
        if std::fs::symlink_metadata(&aside).is_ok() {
            continue;
        }
        match std::fs::hard_link(path, &aside) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            // Some file systems have no second names.
            Err(_) => return std::fs::rename(path, &aside).map(|()| aside),
            Ok(()) => return Ok(aside),
        }
    }
    Err(std::io::ErrorKind::AlreadyExists.into())
}
