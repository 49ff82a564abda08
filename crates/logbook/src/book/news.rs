//! What an organisation has not been told yet.

use std::collections::HashMap;

use super::Book;
use super::fold::fold;
use crate::model::IncidentId;
use crate::view::{Filter, News};

impl Book {
    /// What this organisation has not been told: incidents that are in none of its contact moments, in no report of their
    /// own to it, and in nothing that was given to it; and those that were corrected since. `names` are what people call
    /// the organisation: what was noted in free text counts if it holds one of them or the name of a contact person there.
    pub fn news(&self, organisation: &str, names: &[&str]) -> News {
        let home = self.home();
        let contacts = self.shelf.contacts.values().map(|card| &card.last().1);
        let persons = contacts.filter(|contact| contact.organisation == organisation).map(|contact| &contact.name);
        let called: Vec<String> = names.iter().copied().chain(persons.map(String::as_str)).map(fold).collect();
        let called: Vec<&str> = called.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
        let means = |to: &str| {
            let folded = fold(to);
            to == organisation || called.iter().any(|name| folded.contains(name))
        };

        // The place in the log at which each was last told.
        let mut told: HashMap<&IncidentId, u64> = HashMap::new();
        let mut tell = |id, seq| {
            let last = told.entry(id).or_default();
            *last = (*last).max(seq);
        };
        let mut last = None;
        for (id, card) in self.standing_moments().filter(|(_, card)| card.last().1.organisation == organisation) {
            let (mark, moment) = card.last();
            moment.incidents.iter().for_each(|incident| tell(incident, mark.seq));
            last = last.max(Some((moment.when.start(home), id)));
        }
        for (seq, given) in self.shelf.given.iter().filter(|(_, given)| means(&given.to)) {
            given.incidents.iter().for_each(|incident| tell(incident, *seq));
        }
        for (id, entry) in &self.shelf.entries {
            // What was noted with the incident itself goes with its latest text.
            if entry.current.reported.iter().any(|report| means(&report.to)) {
                tell(id, entry.told.0);
            }
        }

        let mut news = News {
            organisation: organisation.to_owned(),
            last: last.and_then(|(_, id)| self.shelf.moments.get(id)).map(|card| card.last().1.when.clone()),
            incidents: Vec::new(),
            changed: Vec::new(),
        };
        for (id, entry) in self.chosen(&Filter::default()) {
            match told.get(id) {
                None => news.incidents.push(self.summary(id, entry)),
                Some(seq) if entry.told.0 > *seq => news.changed.push(self.summary(id, entry)),
                Some(_) => {}
            }
        }
        news
    }
}
