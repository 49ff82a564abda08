//! The timeline as the interface shows it: small enough to be asked for with every key.

use super::Book;
use super::shelf::Entry;
use super::sieve::{Sieve, breach};
use super::words::{beginning, shown};
use crate::model::{IncidentId, Kind};
use crate::view::{Field, Filter, Having, Timeline, TimelineEntry};

/// Small pictures that a line shows.
const PICTURES: usize = 4;

impl Book {
    /// Which state of the logbook this is: it changes with everything that is written down.
    pub fn revision(&self) -> u64 {
        self.head().size
    }

    /// What the filter lets through, the newest first, with the counts for every other choice. The lines themselves come
    /// only if this is not the revision that whoever asks has them of.
    pub fn timeline(&self, filter: &Filter, known: Option<u64>) -> Timeline {
        self.timeline_of(filter, known, usize::MAX)
    }

    /// The same for who has no lines yet and asks for the newest only, at most so many: they are there sooner, and the others
    /// can come after them.
    pub fn beginning_of_timeline(&self, filter: &Filter, most: usize) -> Timeline {
        self.timeline_of(filter, None, most)
    }

    fn timeline_of(&self, filter: &Filter, known: Option<u64>, most: usize) -> Timeline {
        let revision = self.revision();
        let sieve = Sieve::new(self, filter).knowing_who_was_told(self);
        let mut all = self.in_order(|_, _| true);
        all.reverse();

        let mut timeline = Timeline {
            revision,
            lines: None,
            shown: Vec::new(),
            hidden: 0,
            elsewhere: Vec::new(),
            kinds: Vec::new(),
            having: Having::ALL.map(|having| (having, 0)).to_vec(),
        };
        let mut kinds: Vec<(Kind, usize)> = Kind::ALL.map(|kind| (kind, 0)).to_vec();
        for (place, (id, entry)) in all.iter().enumerate() {
            if !sieve.in_period_with_words(entry) || !filter.having.iter().all(|one| sieve.has(id, entry, *one)) {
                continue;
            }
            let of_kind = sieve.of_kind(entry);
            if entry.withdrawn.is_some() && !filter.withdrawn {
                timeline.hidden += usize::from(of_kind);
                continue;
            }
            count_kinds(&mut kinds, &entry.current.kind);
            if !of_kind {
                continue;
            }
            for (having, count) in &mut timeline.having {
                *count += usize::from(sieve.has(id, entry, *having));
            }
            timeline.shown.push(place);
            if !sieve.words.is_empty() {
                let fields = self.shelf.folded(entry).elsewhere(&sieve.words, filter.without_notes);
                if !fields.is_empty() {
                    timeline.elsewhere.push((place, fields));
                }
            }
        }
        kinds.retain(|(kind, count)| *count > 0 || filter.kinds.contains(kind));
        timeline.kinds = kinds;
        if known != Some(revision) {
            timeline.lines = Some(all.into_iter().take(most).map(|(id, entry)| line(&sieve, id, entry)).collect());
        }
        timeline
    }
}

/// Counts each kind of an incident once, also those that a newer version wrote.
fn count_kinds(counts: &mut Vec<(Kind, usize)>, kinds: &[Kind]) {
    for (at, kind) in kinds.iter().enumerate() {
        if kinds[..at].contains(kind) {
            continue;
        }
        match counts.iter_mut().find(|(one, _)| one == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind.clone(), 1)),
        }
    }
}

fn line(sieve: &Sieve<'_>, id: &IncidentId, entry: &Entry) -> TimelineEntry {
    let incident = &entry.current;
    let (field, whole) = shown(incident);
    let (text, cut) = beginning(whole);
    let pictures = sieve.evidence(entry).filter(|kept| kept.evidence.thumbnail.is_some()).take(PICTURES);
    TimelineEntry {
        id: id.clone(),
        when: incident.when.clone(),
        day: incident.when.day(),
        kind: incident.kind.clone(),
        times: incident.how_often,
        text: text.to_owned(),
        quoted: field == Field::ExactWords,
        cut,
        breach: breach(incident),
        withdrawn: entry.withdrawn.is_some(),
        pieces: sieve.evidence(entry).count(),
        pictures: pictures.map(|kept| kept.evidence.id.clone()).collect(),
    }
}
