//! The projection: what one gets by replaying the changes. It lives in memory only while the book is open.

use std::collections::{BTreeMap, HashMap, btree_map};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, FixedOffset, Utc};
use houvast_vault::RecordId;

use super::offset;
use super::words::Words;
use crate::model::{
    ChangeBody, Contact, ContactId, ContactMoment, Evidence, EvidenceId, Incident, IncidentId, Measure, MeasureId,
    MomentId,
};
use crate::view::{AnchorView, Case, ErasedView, GivenView, PieceStep, Recorded, Step, Version};

/// Where and when a change stands in the log.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) at: DateTime<FixedOffset>,
    pub(super) zone: String,
    pub(super) seq: u64,
    pub(super) row: RecordId,
}

impl Mark {
    pub(super) fn of(record: &houvast_vault::Record) -> Self {
        Self {
            at: moment(record.recorded.utc_micros, record.recorded.offset_seconds),
            zone: record.recorded.zone.clone(),
            seq: record.seq,
            row: record.id,
        }
    }

    pub(super) fn view(&self) -> Recorded {
        Recorded {
            at: self.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false),
            zone: self.zone.clone(),
            seq: self.seq,
        }
    }
}

/// The second day of the year 1 and the last but one of the year 9999, in microseconds: no offset leads out of what
/// RFC 3339 can write.
const CALENDAR: (i64, i64) = (-62_135_510_400_000_000, 253_402_214_399_999_999);

/// A clock beyond what a calendar can say counts as its limit.
pub(super) fn moment(utc_micros: i64, offset_seconds: i32) -> DateTime<FixedOffset> {
    DateTime::<Utc>::from_timestamp_micros(utc_micros.clamp(CALENDAR.0, CALENDAR.1))
        .unwrap_or_default()
        .with_timezone(&offset(offset_seconds))
}

/// One step of an incident's history. Texts are kept once: the latest is the present one too.
pub(super) struct Past {
    pub(super) step: Step,
    mark: Mark,
    reason: String,
    incident: Option<Arc<Incident>>,
}

impl Past {
    pub(super) fn view(&self) -> Version {
        Version {
            step: self.step,
            recorded: self.mark.view(),
            reason: self.reason.clone(),
            incident: self.incident.as_deref().cloned(),
        }
    }
}

/// An incident with everything that was ever said about it.
pub(super) struct Entry {
    pub(super) first: Mark,
    /// As it reads now, with the private note.
    pub(super) current: Arc<Incident>,
    /// Does the private note stand in a record of its own? Else it stood in the incident's, and goes with that text.
    pub(super) apart: bool,
    pub(super) withdrawn: Option<String>,
    pub(super) history: Vec<Past>,
    pub(super) evidence: Vec<EvidenceId>,
    /// The rows that hold what was said of it, each with its place in the log.
    pub(super) rows: Vec<(u64, RecordId)>,
    /// Place and time of the latest text.
    pub(super) told: (u64, DateTime<FixedOffset>),
    folded: OnceLock<Words>,
}

/// What was said of an incident whose own record is missing, and may be corrected later.
#[derive(Default)]
struct Early {
    rows: Vec<(u64, RecordId)>,
    /// The private note.
    note: Option<String>,
}

/// A piece of evidence as it stands now.
pub(super) struct Kept {
    pub(super) mark: Mark,
    pub(super) evidence: Evidence,
    pub(super) incident: Option<IncidentId>,
    pub(super) caption: String,
    pub(super) transcript: String,
    pub(super) withdrawn: Option<String>,
    /// Each time that it was withdrawn or counted again.
    pub(super) history: Vec<PieceStep>,
    /// The rows that hold what was said of it.
    pub(super) rows: Vec<RecordId>,
}

/// Something that is only ever written down anew as a whole: a contact person, a measure, a contact moment.
pub(super) struct Card<T> {
    /// When and how it was first written down.
    pub(super) first: (Mark, T),
    /// Every later version, the present one last.
    later: Vec<(Mark, T)>,
    /// Why it was withdrawn, if it was.
    pub(super) withdrawn: Option<String>,
}

impl<T> Card<T> {
    /// The version that is in force.
    pub(super) fn last(&self) -> &(Mark, T) {
        self.later.last().unwrap_or(&self.first)
    }

    /// The versions before that, oldest first.
    pub(super) fn earlier(&self) -> impl Iterator<Item = &(Mark, T)> {
        std::iter::once(&self.first).chain(&self.later).take(self.later.len())
    }
}

pub(super) type Cards<Id, T> = BTreeMap<Id, Card<T>>;

/// Puts a version on its card, or begins one.
fn set<Id: Ord, T>(cards: &mut Cards<Id, T>, mark: &Mark, id: Id, now: T) {
    let version = (mark.clone(), now);
    match cards.entry(id) {
        btree_map::Entry::Occupied(card) => card.into_mut().later.push(version),
        btree_map::Entry::Vacant(place) => {
            place.insert(Card { first: version, later: Vec::new(), withdrawn: None });
        }
    }
}

/// Withdraws; false if there is no such card.
fn withdraw<Id: Ord, T>(cards: &mut Cards<Id, T>, id: &Id, reason: String) -> bool {
    cards.get_mut(id).map(|card| card.withdrawn = Some(reason)).is_some()
}

#[derive(Default)]
pub(super) struct Shelf {
    pub(super) entries: HashMap<IncidentId, Entry>,
    early: HashMap<IncidentId, Early>,
    pub(super) evidence: HashMap<EvidenceId, Kept>,
    pub(super) contacts: Cards<ContactId, Contact>,
    pub(super) measures: Cards<MeasureId, Measure>,
    pub(super) moments: Cards<MomentId, ContactMoment>,
    pub(super) case: Case,
    /// Anchors that were given, in the order of the log.
    pub(super) anchors: Vec<AnchorView>,
    /// What was given, each with its place in the log.
    pub(super) given: Vec<(u64, GivenView)>,
    /// What was erased for good, in the order of the log.
    pub(super) erased: Vec<ErasedView>,
    /// Changes by a newer version, which this one cannot show.
    pub(super) unknown: usize,
    /// Changes about something whose own record is missing, by place in the log, and the file that they are about.
    pub(super) orphans: Vec<(u64, Option<EvidenceId>)>,
    /// Changes that erased something which was still readable, by place in the log: somebody put it back.
    pub(super) returned: Vec<u64>,
}

impl Shelf {
    /// Takes one change in. It never fails: what refers to a missing record is named in `orphans`.
    pub(super) fn take(&mut self, mark: &Mark, body: ChangeBody) {
        match body {
            ChangeBody::IncidentRecorded { id, incident } => {
                self.write(mark, id, *incident, Step::Recorded, String::new());
            }
            ChangeBody::IncidentAmended { id, incident, reason } => {
                self.write(mark, id, *incident, Step::Amended, reason);
            }
            ChangeBody::PrivateNoteSet { id, text, reason } => self.note(mark, id, text, reason),
            ChangeBody::IncidentWithdrawn { id, reason } => self.step(mark, &id, Step::Withdrawn, reason),
            ChangeBody::IncidentRestored { id, reason } => self.step(mark, &id, Step::Restored, reason),
            ChangeBody::EvidenceKept { evidence, incident } => {
                let id = evidence.id.clone();
                let kept = Kept {
                    mark: mark.clone(),
                    evidence: *evidence,
                    incident: None,
                    caption: String::new(),
                    transcript: String::new(),
                    withdrawn: None,
                    history: Vec::new(),
                    rows: vec![mark.row],
                };
                self.evidence.insert(id.clone(), kept);
                self.link(&id, incident.as_ref());
            }
            ChangeBody::EvidenceLinked { id, incident } => {
                if !self.link(&id, incident.as_ref()) {
                    self.orphans.push((mark.seq, Some(id)));
                }
            }
            ChangeBody::EvidenceDescribed { id, caption, transcript } => {
                let Some(kept) = self.evidence.get_mut(&id) else {
                    return self.orphans.push((mark.seq, Some(id)));
                };
                (kept.caption, kept.transcript) = (caption, transcript);
                kept.rows.push(mark.row);
                let incident = kept.incident.clone();
                self.unfold(incident.as_ref());
            }
            ChangeBody::EvidenceWithdrawn { id, reason } => self.piece_step(mark, id, Step::Withdrawn, reason),
            ChangeBody::EvidenceRestored { id, reason } => self.piece_step(mark, id, Step::Restored, reason),
            ChangeBody::ContactSet { id, contact } => set(&mut self.contacts, mark, id, contact),
            ChangeBody::MeasureSet { id, measure } => set(&mut self.measures, mark, id, measure),
            ChangeBody::MomentSet { id, moment } => set(&mut self.moments, mark, id, *moment),
            ChangeBody::ContactWithdrawn { id, reason } => {
                let there = withdraw(&mut self.contacts, &id, reason);
                self.missing(mark, there);
            }
            ChangeBody::MeasureWithdrawn { id, reason } => {
                let there = withdraw(&mut self.measures, &id, reason);
                self.missing(mark, there);
            }
            ChangeBody::MomentWithdrawn { id, reason } => {
                let there = withdraw(&mut self.moments, &id, reason);
                self.missing(mark, there);
            }
            ChangeBody::CaseSet { victim, suspect, address, children, .. } => {
                self.case = Case { victim, suspect, address, children };
            }
            ChangeBody::AnchorGiven { to, anchor } => {
                self.anchors.push(AnchorView { to, recorded: mark.view().at, anchor });
            }
            ChangeBody::ReportGiven { to, anchor, incidents } => {
                let recorded = mark.view().at;
                // What was given holds an anchor too.
                self.anchors.push(AnchorView { to: to.clone(), recorded: recorded.clone(), anchor });
                self.given.push((mark.seq, GivenView { to, recorded, incidents }));
            }
            ChangeBody::IncidentErased { id, evidence, reason } => {
                let note = self.early.remove(&id).is_some_and(|early| early.note.is_some());
                let there = self.entries.remove(&id).is_some() || note;
                let files = evidence.iter().filter(|piece| self.drop_evidence(piece)).count();
                if there || files > 0 {
                    self.returned.push(mark.seq);
                }
                // What is left of its files waits in the inbox.
                self.evidence.values_mut().filter(|kept| kept.incident.as_ref() == Some(&id)).for_each(|kept| {
                    kept.incident = None;
                });
                let files = evidence.len();
                self.erased.push(ErasedView { file: false, files, recorded: mark.view().at, reason });
            }
            ChangeBody::EvidenceErased { id, reason } => {
                if self.drop_evidence(&id) {
                    self.returned.push(mark.seq);
                }
                self.erased.push(ErasedView { file: true, files: 1, recorded: mark.view().at, reason });
            }
            ChangeBody::Unknown(_) => self.unknown += 1,
        }
    }

    /// Names a change about something whose own record is missing.
    fn missing(&mut self, mark: &Mark, there: bool) {
        if !there {
            self.orphans.push((mark.seq, None));
        }
    }

    /// A whole text: the first one, or a correction. A correction whose first text is damaged stands by itself.
    fn write(&mut self, mark: &Mark, id: IncidentId, mut incident: Incident, step: Step, reason: String) {
        let (place, told) = ((mark.seq, mark.row), (mark.seq, mark.at));
        let past =
            |incident: &Arc<Incident>| Past { step, mark: mark.clone(), reason, incident: Some(Arc::clone(incident)) };
        if let Some(entry) = self.entries.get_mut(&id) {
            // A text without a private note says nothing of one that stands apart.
            if incident.private_note.is_empty() && entry.apart {
                incident.private_note.clone_from(&entry.current.private_note);
            } else {
                entry.apart = false;
            }
            let incident = Arc::new(incident);
            entry.history.push(past(&incident));
            entry.current = incident;
            entry.rows.push(place);
            entry.told = told;
            entry.folded = OnceLock::new();
            return;
        }
        if step != Step::Recorded {
            self.orphans.push((mark.seq, None));
        }
        let Early { mut rows, note } = self.early.remove(&id).unwrap_or_default();
        rows.push(place);
        let apart = note.is_some() && incident.private_note.is_empty();
        if apart {
            incident.private_note = note.unwrap_or_default();
        }
        let evidence = self.waiting_for(&id);
        let incident = Arc::new(incident);
        let entry = Entry {
            first: mark.clone(),
            history: vec![past(&incident)],
            current: incident,
            apart,
            withdrawn: None,
            evidence,
            rows,
            told,
            folded: OnceLock::new(),
        };
        self.entries.insert(id, entry);
    }

    /// Evidence that named this incident before its own record came.
    fn waiting_for(&self, id: &IncidentId) -> Vec<EvidenceId> {
        let mut waiting: Vec<_> = self.evidence.values().filter(|kept| kept.incident.as_ref() == Some(id)).collect();
        waiting.sort_by_key(|kept| kept.mark.seq);
        waiting.into_iter().map(|kept| kept.evidence.id.clone()).collect()
    }

    /// A private note. One that was written in one act with a text is part of that step; else it is a step of its own.
    fn note(&mut self, mark: &Mark, id: IncidentId, text: String, reason: String) {
        let place = (mark.seq, mark.row);
        let Some(entry) = self.entries.get_mut(&id) else {
            self.orphans.push((mark.seq, None));
            let early = self.early.entry(id).or_default();
            early.rows.push(place);
            early.note = Some(text);
            return;
        };
        entry.rows.push(place);
        entry.apart = true;
        Arc::make_mut(&mut entry.current).private_note = text;
        entry.folded = OnceLock::new();
        let with_text = (entry.told.0.checked_add(1), entry.told.1) == (Some(mark.seq), mark.at);
        let said = entry.history.last_mut().filter(|last| with_text && last.mark.seq == entry.told.0);
        if let Some(said) = said {
            said.incident = Some(Arc::clone(&entry.current));
        } else {
            let incident = Some(Arc::clone(&entry.current));
            entry.history.push(Past { step: Step::Noted, mark: mark.clone(), reason, incident });
        }
    }

    fn step(&mut self, mark: &Mark, id: &IncidentId, step: Step, reason: String) {
        let place = (mark.seq, mark.row);
        let Some(entry) = self.entries.get_mut(id) else {
            self.orphans.push((mark.seq, None));
            return self.early.entry(id.clone()).or_default().rows.push(place);
        };
        entry.withdrawn = (step == Step::Withdrawn).then(|| reason.clone());
        entry.rows.push(place);
        entry.history.push(Past { step, mark: mark.clone(), reason, incident: None });
    }

    /// Evidence was withdrawn, or counts again.
    fn piece_step(&mut self, mark: &Mark, id: EvidenceId, step: Step, reason: String) {
        let Some(kept) = self.evidence.get_mut(&id) else {
            return self.orphans.push((mark.seq, Some(id)));
        };
        kept.withdrawn = (step == Step::Withdrawn).then(|| reason.clone());
        kept.history.push(PieceStep { step, recorded: mark.view(), reason });
        kept.rows.push(mark.row);
    }

    /// Puts evidence with an incident or back in the inbox; false if there is no such evidence.
    fn link(&mut self, id: &EvidenceId, incident: Option<&IncidentId>) -> bool {
        let Some(kept) = self.evidence.get_mut(id) else {
            return false;
        };
        let before = std::mem::replace(&mut kept.incident, incident.cloned());
        if let Some(entry) = before.as_ref().and_then(|before| self.entries.get_mut(before)) {
            entry.evidence.retain(|other| other != id);
        }
        if let Some(entry) = incident.and_then(|incident| self.entries.get_mut(incident)) {
            entry.evidence.push(id.clone());
            // In the order in which it came in, wherever it was meanwhile.
            entry.evidence.sort_by_key(|piece| self.evidence.get(piece).map(|kept| kept.mark.seq));
        }
        self.unfold(before.as_ref());
        self.unfold(incident);
        true
    }

    /// Drops a piece of evidence; false if there is none.
    fn drop_evidence(&mut self, id: &EvidenceId) -> bool {
        // Where it was put before it was erased stays in the log, and misses it rightly.
        self.orphans.retain(|(_, piece)| piece.as_ref() != Some(id));
        self.link(id, None);
        self.evidence.remove(id).is_some()
    }

    /// The searchable text of this incident has changed.
    fn unfold(&mut self, incident: Option<&IncidentId>) {
        if let Some(entry) = incident.and_then(|id| self.entries.get_mut(id)) {
            entry.folded = OnceLock::new();
        }
    }

    /// All the words of an incident and its evidence, folded, made at the first search.
    pub(super) fn folded<'a>(&self, entry: &'a Entry) -> &'a Words {
        entry.folded.get_or_init(|| {
            let evidence = entry.evidence.iter().filter_map(|id| self.evidence.get(id));
            Words::of(&entry.current, evidence)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_far_off_keeps_no_logbook_shut() {
        let shown = |utc_micros, offset_seconds| {
            let claimed = houvast_vault::Moment { utc_micros, offset_seconds, zone: String::new() };
            let recorded = houvast_vault::Record {
                id: houvast_vault::RecordId(1),
                origin: houvast_vault::Origin([0; 16]),
                seq: 0,
                recorded: claimed,
                payload: Vec::new().into(),
            };
            Mark::of(&recorded).view().at
        };
        assert_eq!(shown(i64::MAX, 50_400), "9999-12-31T13:59:59+14:00");
        assert_eq!(shown(i64::MIN, -50_400), "0001-01-01T10:00:00-14:00");
        assert_eq!(shown(i64::MIN, i32::MIN), "0001-01-02T00:00:00+00:00");
    }
}
