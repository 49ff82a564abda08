//! The ways out: everything that can be asked of an open book.

use chrono::{DateTime, FixedOffset};

use super::shelf::{Entry, Kept, Past};
use super::sieve::Sieve;
use super::{Book, Error};
use crate::model::{EvidenceId, Incident, IncidentId, Link};
use crate::view::{Case, EvidenceView, Filter, IncidentSummary, IncidentView, Linked, Step};

impl Book {
    /// The timeline: the incidents that the filter lets through, in order of time.
    pub fn incidents(&self, filter: &Filter) -> Vec<IncidentSummary> {
        self.chosen(filter).into_iter().map(|(id, entry)| self.summary(id, entry)).collect()
    }

    /// The same with each incident's whole history, in order of time.
    pub fn incidents_in_full(&self, filter: &Filter) -> Vec<IncidentView> {
        self.chosen(filter).into_iter().map(|(id, entry)| self.view(id, entry)).collect()
    }

    /// How many incidents were written down, withdrawn ones included.
    pub fn count(&self) -> usize {
        self.shelf.entries.len()
    }

    /// One incident.
    ///
    /// # Errors
    /// When there is none with this id.
    pub fn incident(&self, id: &IncidentId) -> Result<IncidentView, Error> {
        self.shelf.entries.get(id).map(|entry| self.view(id, entry)).ok_or(Error::NoSuchIncident)
    }

    /// The incidents that this one names as belonging with it, and those that name this one; in order of time. Withdrawn
    /// ones are left out.
    ///
    /// # Errors
    /// When there is none with this id.
    pub fn linked(&self, id: &IncidentId) -> Result<Vec<Linked>, Error> {
        let entry = self.shelf.entries.get(id).ok_or(Error::NoSuchIncident)?;
        let reason =
            |links: &[Link], to: &IncidentId| links.iter().find(|link| link.to == *to).map(|link| link.reason.clone());
        let all = self.chosen(&Filter::default()).into_iter().filter(|(other, _)| *other != id);
        let linked = all.filter_map(|(other, its)| {
            let there = reason(&entry.current.links, other);
            let back = reason(&its.current.links, id);
            let reason = match (there, back) {
                (None, None) => return None,
                (Some(there), Some(back)) if there.is_empty() => back,
                (Some(there), _) => there,
                (None, Some(back)) => back,
            };
            let Incident { when, kind, what, .. } = Incident::clone(&its.current);
            Some(Linked { id: other.clone(), reason, when, kind, what })
        });
        Ok(linked.collect())
    }

    /// All evidence, in the order in which it came in.
    pub fn evidence(&self) -> Vec<EvidenceView> {
        let mut all: Vec<&Kept> = self.shelf.evidence.values().collect();
        all.sort_by_key(|kept| kept.mark.seq);
        all.into_iter().map(evidence_view).collect()
    }

    /// One piece of evidence.
    ///
    /// # Errors
    /// When there is none with this id.
    pub fn one_evidence(&self, id: &EvidenceId) -> Result<EvidenceView, Error> {
        self.kept(id).map(evidence_view)
    }

    pub(super) fn kept(&self, id: &EvidenceId) -> Result<&Kept, Error> {
        self.shelf.evidence.get(id).ok_or(Error::NoSuchEvidence)
    }

    /// Who the logbook is about.
    pub fn case(&self) -> Case {
        self.shelf.case.clone()
    }

    /// A draft that was kept, if there is one.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn draft(&self, form: &str) -> Result<Option<serde_json::Value>, Error> {
        let kept = self.vault.state(&format!("draft/{form}"))?;
        Ok(kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
    }

    /// The entries that the filter lets through, in order of time; at the same time in the order of the log.
    pub(super) fn chosen(&self, filter: &Filter) -> Vec<(&IncidentId, &Entry)> {
        let sieve = Sieve::new(self, filter);
        self.in_order(|id, entry| sieve.lets_through(id, entry))
    }

    /// The entries of which this holds, in order of time; at the same time in the order of the log.
    pub(super) fn in_order(&self, holds: impl Fn(&IncidentId, &Entry) -> bool) -> Vec<(&IncidentId, &Entry)> {
        let home = self.home();
        let mut chosen: Vec<(DateTime<FixedOffset>, &IncidentId, &Entry)> = self
            .shelf
            .entries
            .iter()
            .filter(|(id, entry)| holds(id, entry))
            .map(|(id, entry)| (entry.current.when.start(home), id, entry))
            .collect();
        chosen.sort_by_key(|(start, _, entry)| (*start, entry.first.seq));
        chosen.into_iter().map(|(_, id, entry)| (id, entry)).collect()
    }

    pub(super) fn summary(&self, id: &IncidentId, entry: &Entry) -> IncidentSummary {
        IncidentSummary {
            id: id.clone(),
            recorded: entry.first.view().at,
            incident: Incident::clone(&entry.current),
            amended: entry.history.iter().any(|version| version.step == Step::Amended),
            withdrawn: entry.withdrawn.is_some(),
            days_later: days_later(entry),
            evidence: self.evidence_of(entry),
        }
    }

    fn view(&self, id: &IncidentId, entry: &Entry) -> IncidentView {
        IncidentView {
            id: id.clone(),
            recorded: entry.first.view().at,
            incident: Incident::clone(&entry.current),
            days_later: days_later(entry),
            withdrawn: entry.withdrawn.clone(),
            history: entry.history.iter().map(Past::view).collect(),
            evidence: self.evidence_of(entry),
        }
    }

    fn evidence_of(&self, entry: &Entry) -> Vec<EvidenceView> {
        entry
            .evidence
            .iter()
            .filter_map(|id| self.shelf.evidence.get(id))
            .filter(|kept| kept.withdrawn.is_none())
            .map(evidence_view)
            .collect()
    }
}

/// Whole calendar days between the incident and its being written down, if at least one.
fn days_later(entry: &Entry) -> Option<i64> {
    let days = (entry.first.at.date_naive() - entry.current.when.day()).num_days();
    (days >= 1).then_some(days)
}

pub(super) fn evidence_view(kept: &Kept) -> EvidenceView {
    let evidence = &kept.evidence;
    EvidenceView {
        id: evidence.id.clone(),
        incident: kept.incident.clone(),
        name: evidence.name.clone(),
        media_type: evidence.media_type.clone(),
        family: evidence.family,
        size: evidence.size,
        sha256: evidence.sha256.clone(),
        recorded: kept.mark.view(),
        arrival: evidence.arrival,
        put_in: evidence.put_in.clone(),
        thumbnail: evidence.thumbnail.as_ref().map(|small| (small.width, small.height)),
        dimensions: evidence.dimensions,
        claims: evidence.claims.clone(),
        notes: evidence.notes.clone(),
        caption: kept.caption.clone(),
        transcript: kept.transcript.clone(),
        withdrawn: kept.withdrawn.clone(),
        history: kept.history.clone(),
    }
}
