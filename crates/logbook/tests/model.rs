//! The book beside the plainest model of it, through reopening and correcting, in any order.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::cell::RefCell;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use houvast_logbook::model::{Arrival, EvidenceId, Incident, IncidentId, When};
use houvast_logbook::view::Filter;
use houvast_logbook::{Book, KdfCost, Keep, KeepError, Unlock};
use proptest::prelude::*;

const PASSPHRASE: &str = "een zin voor de test";

#[derive(Debug, Clone)]
enum Step {
    Record { day: u32, what: String, note: String },
    Amend { which: prop::sample::Index, what: Option<String>, note: Option<String> },
    Withdraw { which: prop::sample::Index },
    Restore { which: prop::sample::Index },
    Keep { which: Option<prop::sample::Index>, bytes: Vec<u8> },
    Move { piece: prop::sample::Index, which: prop::sample::Index },
    WithdrawPiece { piece: prop::sample::Index },
    RestorePiece { piece: prop::sample::Index },
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let which = any::<prop::sample::Index>;
    let text = "[a-zé ]{1,12}[a-z]";
    let note = "[a-z]{0,3}";
    prop_oneof![
        4 => (1_u32..28, text, note).prop_map(|(day, what, note)| Step::Record { day, what, note }),
        3 => (which(), prop::option::of(text), prop::option::of(note))
            .prop_map(|(which, what, note)| Step::Amend { which, what, note }),
        1 => which().prop_map(|which| Step::Withdraw { which }),
        1 => which().prop_map(|which| Step::Restore { which }),
        2 => (prop::option::of(which()), prop::collection::vec(any::<u8>(), 0..70_000))
            .prop_map(|(which, bytes)| Step::Keep { which, bytes }),
        1 => (which(), which()).prop_map(|(piece, which)| Step::Move { piece, which }),
        1 => which().prop_map(|piece| Step::WithdrawPiece { piece }),
        1 => which().prop_map(|piece| Step::RestorePiece { piece }),
        1 => Just(Step::Reopen),
    ]
}

/// What the model remembers of an incident.
struct Entry {
    id: IncidentId,
    day: u32,
    /// Every text that it ever had, each with the private note of then.
    texts: Vec<(String, String)>,
    amended: bool,
    withdrawn: bool,
}

struct Piece {
    id: EvidenceId,
    bytes: Vec<u8>,
    incident: Option<IncidentId>,
    /// Why it was withdrawn and brought back, in this order.
    reasons: Vec<String>,
    withdrawn: bool,
}

#[derive(Default)]
struct Model {
    entries: Vec<Entry>,
    pieces: Vec<Piece>,
}

impl Model {
    fn agrees(&self, book: &RefCell<Book>) {
        let asked = book.borrow();
        let mut days: Vec<(u32, usize)> = self.entries.iter().enumerate().map(|(n, entry)| (entry.day, n)).collect();
        days.sort_unstable();
        let order: Vec<&IncidentId> = days.iter().map(|(_, n)| &self.entries[*n].id).collect();
        let all = asked.incidents(&Filter { withdrawn: true, ..Filter::default() });
        assert_eq!(all.iter().map(|entry| &entry.id).collect::<Vec<_>>(), order);
        let shown = asked.incidents(&Filter::default());
        assert_eq!(shown.len(), self.entries.iter().filter(|entry| !entry.withdrawn).count());
        let standing: Vec<&Piece> = self.pieces.iter().filter(|piece| !piece.withdrawn).collect();
        for entry in &self.entries {
            let view = asked.incident(&entry.id).unwrap();
            assert_eq!(entry.texts.last(), Some(&(view.incident.what.clone(), view.incident.private_note.clone())));
            assert_eq!(view.withdrawn.is_some(), entry.withdrawn);
            let said = view.history.iter().filter_map(|version| version.incident.as_ref());
            let said: Vec<(String, String)> = said.map(|said| (said.what.clone(), said.private_note.clone())).collect();
            assert_eq!(said, entry.texts, "every text that it ever had is still there");
            let summary = all.iter().find(|summary| summary.id == entry.id).unwrap();
            assert_eq!(summary.amended, entry.amended);
            let with: Vec<&EvidenceId> = view.evidence.iter().map(|piece| &piece.id).collect();
            let mut wanted: Vec<&EvidenceId> = Vec::new();
            wanted.extend(standing.iter().filter(|p| p.incident.as_ref() == Some(&entry.id)).map(|p| &p.id));
            assert_eq!(with, wanted);
        }
        let waiting: Vec<EvidenceId> = asked.inbox().into_iter().map(|piece| piece.id).collect();
        let wanted: Vec<EvidenceId> =
            standing.iter().filter(|piece| piece.incident.is_none()).map(|piece| piece.id.clone()).collect();
        assert_eq!(waiting, wanted);
        for piece in &self.pieces {
            let mut bytes = Vec::new();
            asked.extract(&piece.id, &mut bytes, &mut |_| ControlFlow::Continue(())).unwrap();
            assert!(bytes == piece.bytes, "the original comes back bit for bit");
            let view = asked.one_evidence(&piece.id).unwrap();
            assert_eq!(view.withdrawn.is_some(), piece.withdrawn);
            assert_eq!(
                view.history.iter().map(|step| &step.reason).collect::<Vec<_>>(),
                piece.reasons.iter().collect::<Vec<_>>()
            );
        }
    }
}

fn incident(day: u32, what: &str, note: &str) -> Incident {
    let mut incident = Incident::at(When::Day(NaiveDate::from_ymd_opt(2026, 3, day).unwrap()));
    (incident.what, incident.private_note) = (what.into(), note.into());
    incident
}

fn take(step: Step, book: &mut RefCell<Book>, model: &mut Model, path: &std::path::Path) {
    match step {
        Step::Record { day, what, note } => {
            let id = book.borrow_mut().record(incident(day, &what, &note), &[]).unwrap();
            model.entries.push(Entry { id, day, texts: vec![(what, note)], amended: false, withdrawn: false });
        }
        Step::Reopen => {
            // One book at a time: the old one must be gone before.
            let elsewhere = path.with_extension("leeg");
            let _ = std::fs::remove_file(&elsewhere);
            let ports = houvast_vault::system::ports();
            let (empty, _) = Book::create(&elsewhere, PASSPHRASE, KdfCost::FLOOR, ports.clone()).unwrap();
            drop(book.replace(empty));
            book.replace(Book::open(path, &Unlock::Passphrase(PASSPHRASE), ports).unwrap());
            assert!(book.borrow().problems().is_empty());
        }
        Step::Keep { which, bytes } => {
            let to = which.filter(|_| !model.entries.is_empty()).map(|which| which.get(&model.entries).id.clone());
            let keep = Keep { name: "bestand.bin", arrival: Arrival::Picked, incident: to.as_ref() };
            let id = keep
                .bytes(book, &mut bytes.as_slice(), bytes.len() as u64, &mut |_, _| ControlFlow::Continue(()))
                .unwrap();
            model.pieces.push(Piece { id, bytes, incident: to, reasons: Vec::new(), withdrawn: false });
        }
        Step::WithdrawPiece { piece } if !model.pieces.is_empty() => {
            let n = piece.index(model.pieces.len());
            let piece = &mut model.pieces[n];
            book.borrow_mut().withdraw_evidence(&piece.id, "verkeerde").unwrap();
            piece.withdrawn = true;
            piece.reasons.push("verkeerde".into());
        }
        Step::RestorePiece { piece } if !model.pieces.is_empty() => {
            let n = piece.index(model.pieces.len());
            let piece = &mut model.pieces[n];
            book.borrow_mut().restore_evidence(&piece.id, "toch niet").unwrap();
            piece.withdrawn = false;
            piece.reasons.push("toch niet".into());
        }
        Step::WithdrawPiece { .. } | Step::RestorePiece { .. } => {}
        _ if model.entries.is_empty() => {}
        Step::Amend { which, what, note } => {
            let n = which.index(model.entries.len());
            let entry = &mut model.entries[n];
            let before = entry.texts.last().unwrap().clone();
            let (what, note) = (what.unwrap_or(before.0.clone()), note.unwrap_or(before.1.clone()));
            book.borrow_mut().amend(&entry.id, incident(entry.day, &what, &note), "").unwrap();
            entry.amended |= what != before.0 || note == before.1;
            entry.texts.push((what, note));
        }
        Step::Withdraw { which } => {
            let n = which.index(model.entries.len());
            book.borrow_mut().withdraw(&model.entries[n].id, "vergissing").unwrap();
            model.entries[n].withdrawn = true;
        }
        Step::Restore { which } => {
            let n = which.index(model.entries.len());
            book.borrow_mut().restore(&model.entries[n].id, "toch wel").unwrap();
            model.entries[n].withdrawn = false;
        }
        Step::Move { piece, which } => {
            if !model.pieces.is_empty() {
                let n = piece.index(model.pieces.len());
                let to = which.get(&model.entries).id.clone();
                book.borrow_mut().link_evidence(&model.pieces[n].id, Some(to.clone())).unwrap();
                model.pieces[n].incident = Some(to);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_book_remembers_what_the_model_remembers(steps in prop::collection::vec(step(), 1..30)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let (book, _) =
            Book::create(&path, PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports()).unwrap();
        let mut book = RefCell::new(book);
        let mut model = Model::default();
        for step in steps {
            take(step, &mut book, &mut model, &path);
        }
        model.agrees(&book);
        take(Step::Reopen, &mut book, &mut model, &path);
        model.agrees(&book);
    }
}

#[test]
fn a_source_that_is_longer_or_shorter_than_it_said_is_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let (book, _) = Book::create(&path, PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports()).unwrap();
    let book = RefCell::new(book);
    let keep = Keep { name: "opname.m4a", arrival: Arrival::Picked, incident: None };
    for said in [99_999, 100_001] {
        let bytes = vec![3; 100_000];
        let kept = keep.bytes(&book, &mut bytes.as_slice(), said, &mut |_, _| ControlFlow::Continue(()));
        assert!(matches!(kept, Err(KeepError::Changed)));
    }
    let stopped = keep.bytes(&book, &mut vec![3; 100_000].as_slice(), 100_000, &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(KeepError::Cancelled)));
    assert_eq!(book.borrow().evidence().len(), 0);
}
