//! All evidence at once: what is there, where it belongs, what waits for a place.

use std::collections::{BTreeMap, HashSet};

use super::Book;
use super::read::evidence_view;
use super::shelf::{Entry, Kept};
use super::words::shown;
use crate::model::{EvidenceId, IncidentId};
use crate::view::{EvidenceView, Filter, FoundIncident, Gallery, IncidentLine};

/// Characters of what happened that tell an incident from another.
const TOLD: usize = 160;

impl Book {
    /// Evidence that waits without an incident, in the order in which it came in. A measure's document waits for nothing.
    pub fn inbox(&self) -> Vec<EvidenceView> {
        let documents = self.documents();
        let mut all = self.evidence();
        all.retain(|view| view.incident.is_none() && view.withdrawn.is_none() && !documents.contains(&view.id));
        all
    }

    /// All evidence, withdrawn pieces too, the newest first, with a line for each incident that it belongs with.
    pub fn gallery(&self) -> Gallery {
        let documents = self.documents();
        let mut all: Vec<&Kept> = self.shelf.evidence.values().collect();
        all.sort_by_key(|kept| std::cmp::Reverse(kept.mark.seq));
        let mut incidents = BTreeMap::new();
        for id in all.iter().filter_map(|kept| kept.incident.as_ref()) {
            if let Some(line) = self.incident_line(id) {
                incidents.entry(id.clone()).or_insert(line);
            }
        }
        let documents = all.iter().map(|kept| &kept.evidence.id).filter(|id| documents.contains(id)).cloned().collect();
        Gallery { pieces: all.into_iter().map(evidence_view).collect(), incidents, documents }
    }

    /// An incident in one line, if there is one with this id.
    pub fn incident_line(&self, id: &IncidentId) -> Option<IncidentLine> {
        self.shelf.entries.get(id).map(line)
    }

    /// A line for each of these incidents that there are.
    pub fn incident_lines(&self, ids: &[IncidentId]) -> Vec<FoundIncident> {
        let found = ids.iter().map(|id| Some(FoundIncident { id: id.clone(), line: self.incident_line(id)? }));
        found.flatten().collect()
    }

    /// A line for each incident that the filter lets through, the newest first, at most so many.
    pub fn find_incidents(&self, filter: &Filter, most: usize) -> Vec<FoundIncident> {
        let newest = self.chosen(filter).into_iter().rev().take(most);
        newest.map(|(id, entry)| FoundIncident { id: id.clone(), line: line(entry) }).collect()
    }

    /// The piece that has these bytes, the oldest if there are several. One that was withdrawn is hidden, so it counts as
    /// not there.
    pub(super) fn with_sha256(&self, sha256: &str) -> Option<EvidenceId> {
        let same = |kept: &&Kept| kept.withdrawn.is_none() && kept.evidence.sha256 == sha256;
        let oldest = self.shelf.evidence.values().filter(same).min_by_key(|kept| kept.mark.seq)?;
        Some(oldest.evidence.id.clone())
    }

    /// The documents of measures that stand.
    fn documents(&self) -> HashSet<&EvidenceId> {
        let measures = self.shelf.measures.values().filter(|card| card.withdrawn.is_none());
        measures.flat_map(|card| &card.last().1.documents).collect()
    }
}

fn line(entry: &Entry) -> IncidentLine {
    let incident = &entry.current;
    IncidentLine {
        when: incident.when.clone(),
        kind: incident.kind.clone(),
        what: shown(incident).1.chars().take(TOLD).collect(),
        withdrawn: entry.withdrawn.is_some(),
    }
}
