//! Contact persons and measures: in, and out.

use super::shelf::{Card, Mark};
use super::write::reason_text;
use super::{Book, Error};
use crate::model::{ChangeBody, Check, Contact, ContactId, EvidenceId, Measure, MeasureId};
use crate::view::{ContactView, Earlier, MeasureView};

impl Book {
    /// Adds a contact person, or changes the one with this id. What it said before stays in its history.
    ///
    /// # Errors
    /// When there is none with this id, it is invalid, or it cannot be written.
    pub fn set_contact(&mut self, id: Option<ContactId>, contact: Contact) -> Result<ContactId, Error> {
        contact.check()?;
        let id = match id {
            Some(id) => self.contact(&id).map(|_| id)?,
            None => ContactId::from_random(self.random()),
        };
        self.write(vec![ChangeBody::ContactSet { id: id.clone(), contact }], &[])?;
        Ok(id)
    }

    /// Adds the contact person who takes over from another: from today on, if it is not said since when. The other stays
    /// in the book with that day as the last one.
    ///
    /// # Errors
    /// As [`set_contact`](Self::set_contact). Then neither is written.
    pub fn succeed_contact(&mut self, before: &ContactId, mut contact: Contact) -> Result<ContactId, Error> {
        let mut left = self.contact(before)?.last().1.clone();
        let since = *contact.since.get_or_insert(self.today());
        if contact.predecessor.trim().is_empty() {
            contact.predecessor.clone_from(&left.name);
        }
        left.until = Some(left.since.map_or(since, |began| began.max(since)));
        contact.check()?;
        left.check()?;
        let id = ContactId::from_random(self.random());
        let changes = vec![
            ChangeBody::ContactSet { id: before.clone(), contact: left },
            ChangeBody::ContactSet { id: id.clone(), contact },
        ];
        self.write(changes, &[])?;
        Ok(id)
    }

    /// Withdraws a contact person who was added by mistake: hidden, and kept.
    ///
    /// # Errors
    /// When there is none with this id, or it cannot be written.
    pub fn withdraw_contact(&mut self, id: &ContactId, reason: &str) -> Result<(), Error> {
        self.contact(id)?;
        let reason = reason_text(reason)?;
        self.write(vec![ChangeBody::ContactWithdrawn { id: id.clone(), reason }], &[])
    }

    /// Adds a measure, or changes the one with this id. What it said before stays in its history.
    ///
    /// # Errors
    /// When there is none with this id, or no such document, it is invalid, or it cannot be written.
    pub fn set_measure(&mut self, id: Option<MeasureId>, measure: Measure) -> Result<MeasureId, Error> {
        measure.check()?;
        let (id, known): (_, &[EvidenceId]) = match id {
            Some(id) => {
                let known = &self.measure(&id)?.last().1.documents;
                (id, known)
            }
            None => (MeasureId::from_random(self.random()), &[]),
        };
        // One that was erased meanwhile is no reason to refuse a correction.
        for document in measure.documents.iter().filter(|document| !known.contains(document)) {
            self.kept(document)?;
        }
        self.write(vec![ChangeBody::MeasureSet { id: id.clone(), measure }], &[])?;
        Ok(id)
    }

    /// Withdraws a measure that was added by mistake: hidden, and kept.
    ///
    /// # Errors
    /// When there is none with this id, or it cannot be written.
    pub fn withdraw_measure(&mut self, id: &MeasureId, reason: &str) -> Result<(), Error> {
        self.measure(id)?;
        let reason = reason_text(reason)?;
        self.write(vec![ChangeBody::MeasureWithdrawn { id: id.clone(), reason }], &[])
    }

    /// The contact persons, by organisation and name; former ones too.
    pub fn contacts(&self) -> Vec<ContactView> {
        let today = self.today();
        let mut all: Vec<_> = self
            .shelf
            .contacts
            .iter()
            .filter(|(_, card)| card.withdrawn.is_none())
            .map(|(id, card)| {
                let (mark, contact) = card.last();
                ContactView {
                    id: id.clone(),
                    recorded: mark.view().at,
                    stands: contact.stands_on(today),
                    history: earlier(card),
                    contact: contact.clone(),
                }
            })
            .collect();
        all.sort_by(|a, b| (&a.contact.organisation, &a.contact.name).cmp(&(&b.contact.organisation, &b.contact.name)));
        all
    }

    /// The measures, the latest to begin first; those that are over too.
    pub fn measures(&self) -> Vec<MeasureView> {
        let today = self.today();
        let broken = |id: &MeasureId| {
            let entries = self.shelf.entries.values().filter(|entry| entry.withdrawn.is_none());
            entries.filter(|entry| entry.current.breached.contains(id)).count()
        };
        let mut all: Vec<_> = self
            .shelf
            .measures
            .iter()
            .filter(|(_, card)| card.withdrawn.is_none())
            .map(|(id, card)| {
                let (mark, measure) = card.last();
                let in_force = measure.in_force_on(today);
                MeasureView {
                    id: id.clone(),
                    recorded: mark.view().at,
                    in_force,
                    ends_in: measure.end.filter(|_| in_force).map(|end| (end - today).num_days()),
                    broken: broken(id),
                    files: measure.documents.iter().filter_map(|piece| self.one_evidence(piece).ok()).collect(),
                    history: earlier(card),
                    measure: measure.clone(),
                }
            })
            .collect();
        all.sort_by_key(|view| std::cmp::Reverse(view.measure.start));
        all
    }

    pub(super) fn contact(&self, id: &ContactId) -> Result<&Card<Contact>, Error> {
        self.shelf.contacts.get(id).ok_or(Error::NoSuchContact)
    }

    fn measure(&self, id: &MeasureId) -> Result<&Card<Measure>, Error> {
        self.shelf.measures.get(id).ok_or(Error::NoSuchMeasure)
    }
}

/// The versions before the present one, oldest first.
pub(super) fn earlier<T: Clone>(card: &Card<T>) -> Vec<Earlier<T>> {
    let version = |(mark, was): &(Mark, T)| Earlier { recorded: mark.view().at, was: was.clone() };
    card.earlier().map(version).collect()
}
