//! Checking the whole logbook: every record, every chunk, the log, and what they mean together.

use std::collections::HashMap;
use std::ops::ControlFlow;

use houvast_vault::{BlobId, BlobRef, ChunkCheck, Place, ProblemKind};
use serde::Serialize;

use super::evidence::reference;
use super::{Book, Error, Lend};
use crate::model::EvidenceId;

/// One thing that is wrong, and which entry or file it hits. Everything else stays readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Problem {
    /// What is wrong, in English.
    pub what: String,
    /// Where: `record 17`, `evidence k7m2q9x4tp`, `the log`, …
    #[serde(rename = "where")]
    pub place: String,
}

impl Book {
    /// What was found wrong when the logbook was opened.
    pub fn problems(&self) -> Vec<Problem> {
        let names = HashMap::new();
        let mut problems: Vec<Problem> = self.found.iter().map(|problem| told(problem, &names)).collect();
        problems.extend(self.shelf.orphans.iter().map(|(seq, _)| Problem {
            what: "speaks of an entry whose own record is missing".into(),
            place: format!("record {seq}"),
        }));
        problems.extend(
            self.shelf.returned.iter().map(|seq| Problem {
                what: "erased something that was put back".into(),
                place: format!("record {seq}"),
            }),
        );
        problems.extend(self.unread());
        problems
    }

    /// Reads every byte again and says what does not hold. `progress` gets the chunks done and all chunks.
    ///
    /// # Errors
    /// When the vault cannot be read at all, or `progress` said stop.
    pub fn check(&self, progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>) -> Result<Vec<Problem>, Error> {
        let found = self.vault.check_file()?;
        let mut check = self.begin_check(&found);
        while check.step(self) {
            if progress(check.chunks.done(), check.chunks.total()).is_break() {
                return Err(Error::Cancelled);
            }
        }
        Ok(self.end_check(check))
    }

    /// With what was found in the file already.
    fn begin_check(&self, found: &[houvast_vault::Problem]) -> Check {
        let mut names = HashMap::new();
        let mut blobs = Vec::new();
        let mut problems = Vec::new();
        let mut kept: Vec<_> = self.shelf.evidence.values().collect();
        kept.sort_by_key(|kept| kept.mark.seq);
        for kept in kept {
            let id = &kept.evidence.id;
            let small = kept.evidence.thumbnail.as_ref().map(|small| &small.blob);
            for address in std::iter::once(&kept.evidence.blob).chain(small) {
                match reference(address) {
                    Ok(blob) => name(&mut names, &mut blobs, blob, id),
                    Err(_) => {
                        problems.push(Problem { what: "names no stored file".into(), place: format!("evidence {id}") });
                    }
                }
            }
        }
        problems.extend(found.iter().map(|problem| told(problem, &names)));
        Check { names, problems, chunks: ChunkCheck::of(blobs) }
    }

    fn end_check(&self, check: Check) -> Vec<Problem> {
        let mut problems = check.problems;
        for problem in self.problems() {
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
        problems
    }
}

/// The same for a book that others use meanwhile: it is lent chunk by chunk. `stop` is asked while it is lent for long.
///
/// # Errors
/// As [`Book::check`], and [`Error::Locked`] if it was locked meanwhile.
pub fn check(
    book: &impl Lend,
    stop: impl Fn() -> bool + Clone + Send + 'static,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Vec<Problem>, Error> {
    let begin = |book: &mut Book| {
        let found = book.vault.check_file_until(stop)?;
        Ok::<_, Error>(book.begin_check(&found))
    };
    let mut check = book.lend(begin).ok_or(Error::Locked)??;
    while book.lend(|book| check.step(book)).ok_or(Error::Locked)? {
        if progress(check.chunks.done(), check.chunks.total()).is_break() {
            return Err(Error::Cancelled);
        }
    }
    book.lend(|book| book.end_check(check)).ok_or(Error::Locked)
}

/// A check that has begun.
struct Check {
    names: HashMap<BlobId, EvidenceId>,
    problems: Vec<Problem>,
    chunks: ChunkCheck,
}

impl Check {
    /// Reads the next chunk. False when all are read.
    fn step(&mut self, book: &Book) -> bool {
        let Some(checked) = self.chunks.next(&book.vault) else { return false };
        if let Err(problem) = checked {
            let is_there = |id| self.names.get(&id).is_some_and(|id| book.shelf.evidence.contains_key(id));
            // What was erased meanwhile is not missing.
            if !matches!(problem.place, Place::Blob { id, .. } if !is_there(id)) {
                self.problems.push(told(&problem, &self.names));
            }
        }
        true
    }
}

fn name(names: &mut HashMap<BlobId, EvidenceId>, blobs: &mut Vec<BlobRef>, blob: BlobRef, id: &EvidenceId) {
    names.insert(blob.id, id.clone());
    blobs.push(blob);
}

fn told(problem: &houvast_vault::Problem, names: &HashMap<BlobId, EvidenceId>) -> Problem {
    let place = match problem.place {
        Place::Blob { id, chunk } => match names.get(&id) {
            Some(evidence) => format!("evidence {evidence}, chunk {chunk}"),
            None => problem.place.to_string(),
        },
        Place::Seq(seq) => format!("record {seq}"),
        _ => problem.place.to_string(),
    };
    let what = match problem.what {
        ProblemKind::Missing => "is missing",
        ProblemKind::Altered => "was altered or damaged",
        ProblemKind::Moved => "is not in its place",
        ProblemKind::LogDiffers => "differs from what the log accounts for",
        ProblemKind::Surplus => "is more than the log accounts for",
        ProblemKind::Unreadable => "could not be read from the disk",
        _ => "does not hold",
    };
    Problem { what: what.into(), place }
}
