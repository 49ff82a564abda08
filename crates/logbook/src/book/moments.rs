//! Contact moments: in, and out.

use super::people::earlier;
use super::shelf::Card;
use super::write::reason_text;
use super::{Book, Error};
use crate::model::{ChangeBody, Check, ContactMoment, IncidentId, MomentId};
use crate::view::MomentView;

impl Book {
    /// Writes a contact moment down, or corrects the one with this id. The incidents in it count as told to its
    /// organisation.
    ///
    /// # Errors
    /// When there is none with this id, no such contact person or incident, it is invalid, or it cannot be written.
    pub fn set_moment(&mut self, id: Option<MomentId>, mut moment: ContactMoment) -> Result<MomentId, Error> {
        moment.check()?;
        let (id, known): (_, &[IncidentId]) = match id {
            Some(id) => {
                let known = &self.moment(&id)?.last().1.incidents;
                (id, known)
            }
            None => (MomentId::from_random(self.random()), &[]),
        };
        if let Some(contact) = &moment.contact {
            self.contact(contact)?;
        }
        // One that was erased meanwhile is no reason to refuse a correction.
        let known: std::collections::HashSet<&IncidentId> = known.iter().collect();
        for incident in moment.incidents.iter().filter(|incident| !known.contains(incident)) {
            self.must_exist(incident)?;
        }
        moment.incidents.sort();
        moment.incidents.dedup();
        self.write(vec![ChangeBody::MomentSet { id: id.clone(), moment: Box::new(moment) }], &[])?;
        Ok(id)
    }

    /// Withdraws a contact moment: hidden, and kept. What it told counts as untold again.
    ///
    /// # Errors
    /// When there is none with this id, or it cannot be written.
    pub fn withdraw_moment(&mut self, id: &MomentId, reason: &str) -> Result<(), Error> {
        self.moment(id)?;
        let reason = reason_text(reason)?;
        self.write(vec![ChangeBody::MomentWithdrawn { id: id.clone(), reason }], &[])
    }

    /// The contact moments, the latest first.
    pub fn moments(&self) -> Vec<MomentView> {
        let home = self.home();
        let mut all: Vec<_> = self.standing_moments().collect();
        all.sort_by_key(|(_, card)| std::cmp::Reverse((card.last().1.when.start(home), card.first.0.seq)));
        all.into_iter()
            .map(|(id, card)| MomentView {
                id: id.clone(),
                recorded: card.last().0.view().at,
                history: earlier(card),
                moment: card.last().1.clone(),
            })
            .collect()
    }

    /// Those that were not withdrawn, in no order.
    pub(super) fn standing_moments(&self) -> impl Iterator<Item = (&MomentId, &Card<ContactMoment>)> {
        self.shelf.moments.iter().filter(|(_, card)| card.withdrawn.is_none())
    }

    fn moment(&self, id: &MomentId) -> Result<&Card<ContactMoment>, Error> {
        self.shelf.moments.get(id).ok_or(Error::NoSuchMoment)
    }
}
