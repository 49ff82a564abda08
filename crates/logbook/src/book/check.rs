//! Checking the whole logbook: every record, every chunk, the log, and what they mean together.

use std::collections::HashMap;
use std::ops::ControlFlow;

use houvast_vault::{BlobId, BlobRef, Place, ProblemKind};
use serde::Serialize;

use super::evidence::reference;
use super::{Book, Error};
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
        let found = self.vault.check(&blobs, progress)?;
        problems.extend(found.iter().map(|problem| told(problem, &names)));
        for problem in self.problems() {
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
        Ok(problems)
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
