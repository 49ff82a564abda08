//! All evidence at once, putting pieces with an incident, and a file that is there already.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::cell::RefCell;
use std::ops::ControlFlow::{Break, Continue};
use std::path::Path;

use houvast_logbook::model::{Arrival, EvidenceId, Incident, IncidentId, Measure, When};
use houvast_logbook::view::{Filter, Step};
use houvast_logbook::{Book, Error, KdfCost, Keep, KeepError, Lend, Once, Unlock, check, extract, whole};
use houvast_vault::system;

const PASSPHRASE: &str = "een zin voor de test";

fn book(path: &Path) -> RefCell<Book> {
    RefCell::new(Book::create(path, PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap().0)
}

fn incident(what: &str) -> Incident {
    Incident { what: what.into(), ..Incident::at(When::Day("2026-03-03".parse().unwrap())) }
}

fn once(book: &RefCell<Book>, bytes: &[u8], with: Option<&IncidentId>) -> Once {
    let keep = Keep { name: "a.txt", arrival: Arrival::Picked, incident: with };
    keep.bytes_once(book, &mut &*bytes, bytes.len() as u64, &mut |_, _| Continue(())).unwrap()
}

fn kept(book: &RefCell<Book>, bytes: &[u8]) -> EvidenceId {
    match once(book, bytes, None) {
        Once::Kept(id) => id,
        Once::Had(id) => panic!("{id} was there already"),
    }
}

#[test]
fn a_file_that_is_there_already_is_named_and_not_kept_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let book = book(&path);
    let first = kept(&book, b"Ik weet waar je werkt.");
    let head = book.borrow().head();
    assert_eq!(once(&book, b"Ik weet waar je werkt.", None), Once::Had(first.clone()));
    assert_eq!(book.borrow().head(), head, "nothing was written");
    assert!(matches!(once(&book, b"Ik weet waar je werkt!", None), Once::Kept(_)));
    // On purpose it can be there twice.
    let keep = Keep { name: "b.txt", arrival: Arrival::Picked, incident: None };
    let bytes = b"Ik weet waar je werkt.";
    let second = keep.bytes(&book, &mut bytes.as_slice(), 22, &mut |_, _| Continue(())).unwrap();
    assert_ne!(second, first);
    // The one that was withdrawn is hidden, so the other counts; with both hidden it is kept anew.
    book.borrow_mut().withdraw_evidence(&first, "dubbel").unwrap();
    assert_eq!(once(&book, bytes, None), Once::Had(second.clone()));
    book.borrow_mut().withdraw_evidence(&second, "ook").unwrap();
    assert!(matches!(once(&book, bytes, None), Once::Kept(_)));
    drop(book);
    let open = Book::open(&path, &Unlock::Passphrase(PASSPHRASE), system::ports()).unwrap();
    assert_eq!(open.check(&mut |_, _| Continue(())).unwrap(), []);
    assert_eq!(open.evidence().len(), 4);
}

/// Whoever writes meanwhile has the book between two chunks; a piece erased meanwhile is not missing; a lock ends it.
#[test]
fn a_check_lets_others_have_the_book_and_ends_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let book = book(&folder.path().join("a.db"));
    let pieces: Vec<EvidenceId> = [b"a", b"b", b"c"].iter().map(|bytes| kept(&book, *bytes)).collect();
    let mut steps = 0;
    let problems = check(&book, || false, &mut |done, total| {
        steps += 1;
        assert_eq!((done, total), (steps, 3));
        if steps == 1 {
            book.borrow_mut().record(incident("Bij de voordeur"), &[]).unwrap();
            book.borrow_mut().erase_evidence(&pieces[1], "niet van mij").unwrap();
        }
        Continue(())
    });
    assert_eq!((problems.unwrap(), steps), (vec![], 3));
    // Before anything is read, and while the file itself is read, it can be stopped too.
    assert_eq!(check(&book, || true, &mut |_, _| Continue(())).unwrap_err().code(), "cancelled");
    assert_eq!(check(&book, || false, &mut |_, _| Break(())).unwrap_err().code(), "cancelled");
    assert!(matches!(check(&Locked, || false, &mut |_, _| Continue(())), Err(Error::Locked)));
    // What is missing is told all the same, and the book is as usable as before.
    assert_eq!(book.borrow().check(&mut |_, _| Continue(())).unwrap(), []);
}

/// A book that is locked.
struct Locked;

impl Lend for Locked {
    fn lend<T>(&self, _: impl FnOnce(&mut Book) -> T) -> Option<T> {
        None
    }
}

#[test]
fn pieces_go_to_an_incident_together_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let book = book(&folder.path().join("a.db"));
    let pieces: Vec<EvidenceId> = [b"a", b"b", b"c"].iter().map(|bytes| kept(&book, *bytes)).collect();
    let mut open = book.borrow_mut();
    let entry = open.record(incident("Bij de voordeur"), &[]).unwrap();
    let head = open.head();
    let absent: EvidenceId = "0000000000".parse().unwrap();
    let half = [pieces[0].clone(), absent];
    assert!(matches!(open.link_all(&half, Some(&entry)), Err(Error::NoSuchEvidence)));
    assert_eq!(open.head(), head);
    open.link_all(&pieces[..2], Some(&entry)).unwrap();
    assert_eq!(open.incident(&entry).unwrap().evidence.len(), 2);
    assert_eq!(open.inbox().iter().map(|piece| &piece.id).collect::<Vec<_>>(), [&pieces[2]]);
    open.link_all(&pieces[..2], None).unwrap();
    assert_eq!(open.inbox().len(), 3);
}

#[test]
fn the_gallery_has_every_piece_the_newest_first_and_says_where_it_belongs() {
    let folder = tempfile::tempdir().unwrap();
    let book = book(&folder.path().join("a.db"));
    let pieces: Vec<EvidenceId> = [b"a", b"b", b"c", b"d"].iter().map(|bytes| kept(&book, *bytes)).collect();
    let mut open = book.borrow_mut();
    let long = "é".repeat(400);
    let entry = open.record(incident(&long), &pieces[..2]).unwrap();
    open.withdraw_evidence(&pieces[1], "verkeerde foto").unwrap();
    let measure = Measure { kind: "contactverbod".into(), documents: vec![pieces[2].clone()], ..Measure::default() };
    open.set_measure(None, measure).unwrap();
    let shown = open.gallery();
    let newest: Vec<&EvidenceId> = pieces.iter().rev().collect();
    assert_eq!(shown.pieces.iter().map(|piece| &piece.id).collect::<Vec<_>>(), newest);
    assert_eq!(shown.documents, [pieces[2].clone()]);
    assert_eq!(shown.incidents.keys().collect::<Vec<_>>(), [&entry]);
    assert!(long.starts_with(&shown.incidents[&entry].what) && shown.incidents[&entry].what.len() < long.len());
    assert!(!shown.incidents[&entry].withdrawn);
    open.withdraw(&entry, "vergissing").unwrap();
    assert!(open.gallery().incidents[&entry].withdrawn);
}

#[test]
fn incidents_to_choose_from_come_in_one_line_each_the_newest_first() {
    let folder = tempfile::tempdir().unwrap();
    let book = book(&folder.path().join("a.db"));
    let mut open = book.borrow_mut();
    let quote = Incident { exact_words: "Ik weet waar je werkt".into(), ..incident("") };
    let ids = open.record_all(vec![incident("Bij de voordeur"), incident("Bij de achterdeur"), quote]).unwrap();
    let found = |search: &str, most| {
        let filter = Filter { search: search.into(), ..Filter::default() };
        let found = open.find_incidents(&filter, most).into_iter();
        found.map(|one| (one.id, one.line.what)).collect::<Vec<_>>()
    };
    let [front, back] =
        [(ids[0].clone(), "Bij de voordeur".to_owned()), (ids[1].clone(), "Bij de achterdeur".to_owned())];
    assert_eq!(found("DEUR", 9), [back.clone(), front]);
    assert_eq!(found("deur", 1), [back]);
    assert_eq!(found("werkt", 9), [(ids[2].clone(), "Ik weet waar je werkt".to_owned())]);
    let absent: IncidentId = "0000000000".parse().unwrap();
    let lines = open.incident_lines(&[ids[1].clone(), absent, ids[0].clone()]);
    assert_eq!(lines.iter().map(|one| &one.id).collect::<Vec<_>>(), [&ids[1], &ids[0]]);
}

#[test]
fn a_piece_that_was_withdrawn_comes_back_where_it_was_and_its_history_has_both() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let book = book(&path);
    let piece = kept(&book, b"Ik weet waar je werkt.");
    let entry = book.borrow_mut().record(incident("Bij de voordeur"), std::slice::from_ref(&piece)).unwrap();
    let shown = |book: &Book| book.incident(&entry).unwrap().evidence.len();
    book.borrow_mut().withdraw_evidence(&piece, "verkeerde foto").unwrap();
    assert_eq!(shown(&book.borrow()), 0);
    book.borrow_mut().restore_evidence(&piece, " toch de goede ").unwrap();
    let absent: EvidenceId = "0000000000".parse().unwrap();
    assert!(matches!(book.borrow_mut().restore_evidence(&absent, ""), Err(Error::NoSuchEvidence)));
    let told = |book: &Book| {
        assert_eq!(shown(book), 1);
        let view = book.one_evidence(&piece).unwrap();
        assert_eq!(view.withdrawn, None);
        view.history.into_iter().map(|step| (step.step, step.reason)).collect::<Vec<_>>()
    };
    let both = vec![(Step::Withdrawn, "verkeerde foto".to_owned()), (Step::Restored, "toch de goede".to_owned())];
    assert_eq!(told(&book.borrow()), both);
    drop(book);
    let mut open = Book::open(&path, &Unlock::Passphrase(PASSPHRASE), system::ports()).unwrap();
    assert_eq!(told(&open), both);
    // Erased for good, nothing of either stays.
    let before = open.head().size;
    open.erase_evidence(&piece, "").unwrap();
    drop(open);
    let opened = houvast_vault::Vault::open(&path, &Unlock::Passphrase(PASSPHRASE), system::ports()).unwrap();
    assert!(opened.problems.is_empty());
    let words = |record: &houvast_vault::Record| String::from_utf8_lossy(&record.payload).contains("toch de goede");
    assert!(opened.records.iter().filter(|record| record.seq < before).all(|record| !words(record)));
}

/// A book that is locked after it was lent this many times.
struct Locking(RefCell<Book>, std::cell::Cell<u32>);

impl Lend for Locking {
    fn lend<T>(&self, with: impl FnOnce(&mut Book) -> T) -> Option<T> {
        let left = self.1.get().checked_sub(1)?;
        self.1.set(left);
        Some(with(&mut self.0.borrow_mut()))
    }
}

#[test]
fn an_original_is_written_back_while_the_book_is_in_use_and_stops_when_it_is_locked() {
    let folder = tempfile::tempdir().unwrap();
    let book = book(&folder.path().join("a.db"));
    let bytes: Vec<u8> = (0..200_000_u32).map(|n| u8::try_from(n % 251).unwrap()).collect();
    let id = kept(&book, &bytes);
    let mut out = Vec::new();
    let mut told = Vec::new();
    let lent = extract(&book, &id, &mut out, &mut |done, total| {
        // It is lent for one chunk at a time.
        assert!(book.try_borrow_mut().is_ok());
        told.push((done, total));
        Continue(())
    });
    lent.unwrap();
    assert!(out == bytes);
    assert_eq!(told.last(), Some(&(200_000, 200_000)));
    let stopped = extract(&book, &id, &mut Vec::new(), &mut |_, _| Break(()));
    assert!(matches!(stopped, Err(Error::Cancelled)));
    let locking = Locking(book, 2.into());
    assert!(matches!(whole(&locking, &id, 200_000), Err(Error::Locked)));
    locking.1.set(99);
    assert!(*whole(&locking, &id, 200_000).unwrap() == bytes);
    assert_eq!(whole(&locking, &id, 199_999).err().map(|error| error.code()), Some("too-large"));
    locking.1.set(2);
    assert!(matches!(extract(&locking, &id, &mut Vec::new(), &mut |_, _| Continue(())), Err(Error::Locked)));
    let absent = "0000000000".parse().unwrap();
    locking.1.set(9);
    assert!(matches!(
        extract(&locking, &absent, &mut Vec::new(), &mut |_, _| Continue(())),
        Err(Error::NoSuchEvidence)
    ));
    let keep = Keep { name: "a.txt", arrival: Arrival::Picked, incident: None };
    locking.1.set(1);
    let locked = keep.bytes_once(&locking, &mut bytes.as_slice(), 200_000, &mut |_, _| Continue(()));
    assert!(matches!(locked, Err(KeepError::Locked)));
}
