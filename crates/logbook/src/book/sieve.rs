//! Which incidents a filter lets through.

use std::collections::HashSet;

use chrono::FixedOffset;

use super::Book;
use super::fold::fold;
use super::shelf::{Entry, Kept, Shelf};
use crate::model::{Incident, IncidentId, Kind};
use crate::view::{Filter, Having};

/// A filter, ready to be held against entries.
pub(super) struct Sieve<'a> {
    shelf: &'a Shelf,
    filter: &'a Filter,
    home: FixedOffset,
    /// The words to find, folded.
    pub(super) words: Vec<String>,
    /// Incidents that somebody was told of; `None` if nobody asks for that.
    told: Option<HashSet<&'a IncidentId>>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(book: &'a Book, filter: &'a Filter) -> Self {
        let words = fold(&filter.search).split_whitespace().map(str::to_owned).collect();
        let sieve = Self { shelf: &book.shelf, filter, home: book.home(), words, told: None };
        if filter.having.contains(&Having::Untold) { sieve.knowing_who_was_told(book) } else { sieve }
    }

    /// The same, able to say whether somebody was told of an incident.
    pub(super) fn knowing_who_was_told(mut self, book: &'a Book) -> Self {
        let moments = book.standing_moments().flat_map(|(_, card)| &card.last().1.incidents);
        let given = book.shelf.given.iter().flat_map(|(_, given)| &given.incidents);
        self.told = Some(moments.chain(given).collect());
        self
    }

    pub(super) fn lets_through(&self, id: &IncidentId, entry: &Entry) -> bool {
        (self.filter.withdrawn || entry.withdrawn.is_none())
            && self.in_period_with_words(entry)
            && self.of_kind(entry)
            && self.filter.having.iter().all(|having| self.has(id, entry, *having))
    }

    /// The period and the words.
    pub(super) fn in_period_with_words(&self, entry: &Entry) -> bool {
        within(&entry.current, self.filter, self.home)
            && (self.words.is_empty() || self.shelf.folded(entry).have(&self.words, self.filter.without_notes))
    }

    /// One of the kinds.
    pub(super) fn of_kind(&self, entry: &Entry) -> bool {
        self.filter.kinds.is_empty() || entry.current.kind.iter().any(|kind| self.filter.kinds.contains(kind))
    }

    pub(super) fn has(&self, id: &IncidentId, entry: &Entry, having: Having) -> bool {
        let incident = &entry.current;
        match having {
            Having::Breach => breach(incident),
            Having::Evidence => self.evidence(entry).next().is_some(),
            Having::Threat => incident.threat == Some(true) || incident.kind.contains(&Kind::Threat),
            Having::Violence => incident.violence == Some(true) || incident.kind.contains(&Kind::Violence),
            Having::Weapon => incident.weapon == Some(true),
            Having::Untold => incident.reported.is_empty() && self.told.as_ref().is_none_or(|told| !told.contains(id)),
        }
    }

    /// Evidence that was not withdrawn, in the order in which it came in.
    pub(super) fn evidence<'b>(&'b self, entry: &'b Entry) -> impl Iterator<Item = &'b Kept> {
        let pieces = entry.evidence.iter().filter_map(|id| self.shelf.evidence.get(id));
        pieces.filter(|kept| kept.withdrawn.is_none())
    }
}

/// Did it break a measure, by its kind or by the measures that the person named?
pub(super) fn breach(incident: &Incident) -> bool {
    !incident.breached.is_empty() || incident.kind.contains(&Kind::Breach)
}

/// Does any part of the incident lie in the period? Days are those of the place where it happened.
fn within(incident: &Incident, filter: &Filter, home: FixedOffset) -> bool {
    let first = incident.when.day();
    let last = incident.when.end(home).map(|end| end.date_naive());
    filter.to.is_none_or(|to| first <= to) && filter.from.is_none_or(|from| last.is_none_or(|last| from <= last))
}
