//! The one way in: checked, made into a change, sealed and committed, and only then shown.

use houvast_vault::{BlobId, Record, Vault};

use super::shelf::Mark;
use super::{Book, Error};
use crate::model::{Change, ChangeBody, Check, EvidenceId, Incident, IncidentId, Invalid, Kind, MAX_TEXT};
use crate::view::Case;

impl Book {
    /// Writes an incident down, together with evidence from the inbox, and answers with its id once it is durable.
    ///
    /// # Errors
    /// When it is [invalid](Invalid), a piece of evidence does not exist, or it cannot be written.
    pub fn record(&mut self, incident: Incident, evidence: &[EvidenceId]) -> Result<IncidentId, Error> {
        check_new(&incident)?;
        for id in evidence {
            self.kept(id)?;
        }
        let id = self.new_incident_id();
        let mut changes: Vec<ChangeBody> = first(&id, incident).collect();
        changes.extend(
            evidence.iter().map(|piece| ChangeBody::EvidenceLinked { id: piece.clone(), incident: Some(id.clone()) }),
        );
        self.write(changes, &[])?;
        Ok(id)
    }

    /// Writes many incidents down at once: all of them or none.
    ///
    /// # Errors
    /// With the place in the list, counted from nought, of the first that is invalid; or when it cannot be written.
    pub fn record_all(&mut self, incidents: Vec<Incident>) -> Result<Vec<IncidentId>, (usize, Error)> {
        for (place, incident) in incidents.iter().enumerate() {
            check_new(incident).map_err(|invalid| (place, invalid.into()))?;
        }
        let mut ids = Vec::with_capacity(incidents.len());
        let mut changes = Vec::with_capacity(incidents.len());
        for incident in incidents {
            let id = self.new_incident_id();
            changes.extend(first(&id, incident));
            ids.push(id);
        }
        self.write(changes, &[]).map_err(|error| (0, error))?;
        Ok(ids)
    }

    /// Corrects an incident; the earlier text stays in its history. If only the private note differs, that is no
    /// correction, and nothing of it stands where the incident is handed over.
    ///
    /// # Errors
    /// When there is no such incident, the new text is invalid, or it cannot be written.
    pub fn amend(&mut self, id: &IncidentId, mut incident: Incident, reason: &str) -> Result<(), Error> {
        let entry = self.shelf.entries.get(id).ok_or(Error::NoSuchIncident)?;
        incident.check()?;
        let reason = reason_text(reason)?;
        let note = std::mem::take(&mut incident.private_note);
        let Incident { private_note: present, .. } = &*entry.current;
        let noted = note != *present;
        if noted && incident == (Incident { private_note: String::new(), ..Incident::clone(&entry.current) }) {
            return self.write(vec![ChangeBody::PrivateNoteSet { id: id.clone(), text: note, reason }], &[]);
        }
        // One that stands in the text of before goes with that text, and gets its own record now.
        let lost = !entry.apart && !present.is_empty();
        let mut changes = vec![ChangeBody::IncidentAmended { id: id.clone(), incident: Box::new(incident), reason }];
        if noted || lost {
            changes.push(ChangeBody::PrivateNoteSet { id: id.clone(), text: note, reason: String::new() });
        }
        self.write(changes, &[])
    }

    /// Withdraws an incident: it is hidden, kept, and the book says so.
    ///
    /// # Errors
    /// When there is no such incident, or it cannot be written.
    pub fn withdraw(&mut self, id: &IncidentId, reason: &str) -> Result<(), Error> {
        self.must_exist(id)?;
        let reason = reason_text(reason)?;
        self.write(vec![ChangeBody::IncidentWithdrawn { id: id.clone(), reason }], &[])
    }

    /// Lets a withdrawn incident count again.
    ///
    /// # Errors
    /// When there is no such incident, or it cannot be written.
    pub fn restore(&mut self, id: &IncidentId, reason: &str) -> Result<(), Error> {
        self.must_exist(id)?;
        let reason = reason_text(reason)?;
        self.write(vec![ChangeBody::IncidentRestored { id: id.clone(), reason }], &[])
    }

    /// Puts evidence with an incident, or back in the inbox.
    ///
    /// # Errors
    /// When one of the two does not exist, or it cannot be written.
    pub fn link_evidence(&mut self, id: &EvidenceId, incident: Option<IncidentId>) -> Result<(), Error> {
        self.kept(id)?;
        if let Some(incident) = &incident {
            self.must_exist(incident)?;
        }
        self.write(vec![ChangeBody::EvidenceLinked { id: id.clone(), incident }], &[])
    }

    /// Puts several pieces of evidence with an incident, or back in the inbox: all of them or none.
    ///
    /// # Errors
    /// When one of them or the incident does not exist, or it cannot be written.
    pub fn link_all(&mut self, ids: &[EvidenceId], incident: Option<&IncidentId>) -> Result<(), Error> {
        for id in ids {
            self.kept(id)?;
        }
        if let Some(incident) = incident {
            self.must_exist(incident)?;
        }
        let link = |id: &EvidenceId| ChangeBody::EvidenceLinked { id: id.clone(), incident: incident.cloned() };
        self.write(ids.iter().map(link).collect(), &[])
    }

    /// Sets evidence's caption and transcript.
    ///
    /// # Errors
    /// When there is no such evidence, a text is too long, or it cannot be written.
    pub fn describe_evidence(&mut self, id: &EvidenceId, caption: String, transcript: String) -> Result<(), Error> {
        self.kept(id)?;
        for (field, text) in [("caption", &caption), ("transcript", &transcript)] {
            if text.len() > MAX_TEXT {
                return Err(Invalid::TextTooLong { field, length: text.len() }.into());
            }
        }
        self.write(vec![ChangeBody::EvidenceDescribed { id: id.clone(), caption, transcript }], &[])
    }

    /// Withdraws evidence: it is hidden, kept, and the book says so.
    ///
    /// # Errors
    /// When there is no such evidence, or it cannot be written.
    pub fn withdraw_evidence(&mut self, id: &EvidenceId, reason: &str) -> Result<(), Error> {
        self.kept(id)?;
        let reason = reason_text(reason)?;
        self.write(vec![ChangeBody::EvidenceWithdrawn { id: id.clone(), reason }], &[])
    }

    /// Lets withdrawn evidence count again.
    ///
    /// # Errors
    /// When there is no such evidence, or it cannot be written.
    pub fn restore_evidence(&mut self, id: &EvidenceId, reason: &str) -> Result<(), Error> {
        self.kept(id)?;
        let reason = reason_text(reason)?;
        self.write(vec![ChangeBody::EvidenceRestored { id: id.clone(), reason }], &[])
    }

    /// Sets who the logbook is about.
    ///
    /// # Errors
    /// When a text is too long, or it cannot be written.
    pub fn set_case(&mut self, case: Case) -> Result<(), Error> {
        let Case { victim, suspect, address, children } = case;
        for (field, text) in
            [("victim", &victim), ("suspect", &suspect), ("address", &address), ("children", &children)]
        {
            if text.len() > MAX_TEXT {
                return Err(Invalid::TextTooLong { field, length: text.len() }.into());
            }
        }
        self.write(vec![ChangeBody::CaseSet { victim, suspect, address, children, extra: serde_json::Map::new() }], &[])
    }

    /// Keeps what stands in a form, sealed, until it is saved; `None` removes it. It is no change: a draft
    /// that was never saved leaves no trace in the log.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_draft(&mut self, form: &str, draft: Option<&serde_json::Value>) -> Result<(), Error> {
        let bytes = draft.map(|value| value.to_string().into_bytes());
        Ok(self.vault.set_state(&format!("draft/{form}"), bytes.as_deref())?)
    }

    /// Seals and commits the changes in one transaction, with the blobs that they name, and takes them in.
    pub(super) fn write(&mut self, changes: Vec<ChangeBody>, blobs: &[BlobId]) -> Result<(), Error> {
        self.write_by(changes, |vault, payloads| vault.append(payloads, blobs))
    }

    /// The same by another of the vault's ways to append.
    pub(super) fn write_by(
        &mut self,
        changes: Vec<ChangeBody>,
        append: impl FnOnce(&mut Vault, &[&[u8]]) -> Result<Vec<Record>, houvast_vault::Error>,
    ) -> Result<(), Error> {
        let changes: Vec<Change> = changes.into_iter().map(Change::from).collect();
        let payloads: Vec<zeroize::Zeroizing<Vec<u8>>> = changes
            .iter()
            .map(|change| {
                let json = serde_json::to_vec(change).expect("a change has text keys only and finite numbers");
                zeroize::Zeroizing::new(json)
            })
            .collect();
        let slices: Vec<&[u8]> = payloads.iter().map(|payload| payload.as_slice()).collect();
        let records = append(&mut self.vault, &slices)?;
        for (record, change) in records.iter().zip(changes) {
            self.shelf.take(&Mark::of(record), change.body);
        }
        Ok(())
    }

    pub(super) fn must_exist(&self, id: &IncidentId) -> Result<(), Error> {
        if self.shelf.entries.contains_key(id) { Ok(()) } else { Err(Error::NoSuchIncident) }
    }

    fn new_incident_id(&self) -> IncidentId {
        loop {
            let id = IncidentId::from_random(self.random());
            if !self.shelf.entries.contains_key(&id) {
                return id;
            }
        }
    }

    pub(super) fn random(&self) -> [u8; 10] {
        let mut bytes = [0; 10];
        self.ports.entropy.fill(&mut bytes);
        bytes
    }
}

pub(super) fn reason_text(reason: &str) -> Result<String, Invalid> {
    if reason.len() > MAX_TEXT {
        return Err(Invalid::TextTooLong { field: "reason", length: reason.len() });
    }
    Ok(reason.trim().to_owned())
}

/// An incident's first record, and behind it that of its private note, if there is one.
fn first(id: &IncidentId, mut incident: Incident) -> impl Iterator<Item = ChangeBody> + use<> {
    let text = std::mem::take(&mut incident.private_note);
    let note = (!text.is_empty()).then(|| ChangeBody::PrivateNoteSet { id: id.clone(), text, reason: String::new() });
    std::iter::once(ChangeBody::IncidentRecorded { id: id.clone(), incident: Box::new(incident) }).chain(note)
}

/// A new incident has only kinds that exist; one that a newer version wrote keeps its own when it is corrected.
fn check_new(incident: &Incident) -> Result<(), Invalid> {
    if incident.kind.iter().any(|kind| matches!(kind, Kind::Unknown(_))) {
        return Err(Invalid::UnknownKind);
    }
    incident.check()
}
