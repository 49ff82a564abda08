//! Erasing for good. It is never needed to correct or to hide something; a person may need it all the same.

use houvast_vault::{BlobId, RecordId};

use super::evidence::reference;
use super::write::reason_text;
use super::{Book, Error};
use crate::model::{ChangeBody, EvidenceId, IncidentId};
use crate::view::ErasedView;

/// What is to go: rows of the log, and files.
#[derive(Default)]
struct Gone {
    rows: Vec<RecordId>,
    blobs: Vec<BlobId>,
    /// The draft of a correction that was not saved.
    draft: Option<String>,
}

impl Book {
    /// Erases an incident with everything that it ever said, and its files if so wanted; else they go to the inbox. That
    /// something was erased, when and why, stays.
    ///
    /// # Errors
    /// When there is no such incident, a record of it is damaged, or it cannot be written. Then nothing has changed.
    pub fn erase_incident(&mut self, id: &IncidentId, with_evidence: bool, reason: &str) -> Result<(), Error> {
        let reason = reason_text(reason)?;
        let entry = self.shelf.entries.get(id).ok_or(Error::NoSuchIncident)?;
        let rows = entry.rows.iter().map(|(_, row)| *row).collect();
        let mut gone = Gone { rows, draft: Some(format!("draft/amend/{id}")), ..Gone::default() };
        let evidence = if with_evidence { entry.evidence.clone() } else { Vec::new() };
        for piece in &evidence {
            self.gather(piece, &mut gone)?;
        }
        self.erase(&gone, ChangeBody::IncidentErased { id: id.clone(), evidence, reason })
    }

    /// Erases a file, its small picture, and what was written about it. That a file was erased, when and why, stays.
    ///
    /// # Errors
    /// When there is no such file, a record of it is damaged, or it cannot be written. Then nothing has changed.
    pub fn erase_evidence(&mut self, id: &EvidenceId, reason: &str) -> Result<(), Error> {
        let reason = reason_text(reason)?;
        let mut gone = Gone::default();
        self.gather(id, &mut gone)?;
        self.erase(&gone, ChangeBody::EvidenceErased { id: id.clone(), reason })
    }

    /// What was erased, in the order in which it was.
    pub fn erased(&self) -> Vec<ErasedView> {
        self.shelf.erased.clone()
    }

    fn gather(&self, id: &EvidenceId, gone: &mut Gone) -> Result<(), Error> {
        let kept = self.kept(id)?;
        gone.rows.extend(&kept.rows);
        let small = kept.evidence.thumbnail.as_ref().map(|small| &small.blob);
        for address in std::iter::once(&kept.evidence.blob).chain(small) {
            gone.blobs.push(reference(address)?.id);
        }
        Ok(())
    }

    fn erase(&mut self, gone: &Gone, trace: ChangeBody) -> Result<(), Error> {
        let drafts: Vec<&str> = gone.draft.iter().map(String::as_str).collect();
        self.write_by(vec![trace], |vault, payloads| vault.erase(&gone.rows, &gone.blobs, &drafts, payloads))?;
        // This time it was there because it had not been erased yet.
        self.shelf.returned.pop();
        Ok(())
    }
}
