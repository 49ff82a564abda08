//! Sound that is recorded into an open book: kept when it ends, when the book is locked, and when the program dies.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use houvast_logbook::model::{Arrival, Note};
use houvast_logbook::view::EvidenceView;
use houvast_logbook::{Book, Error, KdfCost, LockedRecording, Recording, Unlock, take_inbox};

const PASSPHRASE: &str = "een zin met café erin";

fn make(folder: &Path) -> (PathBuf, RefCell<Book>) {
    let path = folder.join("a.db");
    let (book, _) = Book::create(&path, PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports()).unwrap();
    (path, RefCell::new(book))
}

fn sound() -> Vec<u8> {
    (0..=250).cycle().take(200_001).collect()
}

fn record(book: &RefCell<Book>) -> Recording {
    let mut recording = Recording::start(&book.borrow(), "Opname 2026-03-03 21.30.00.m4a").unwrap();
    sound().chunks(9000).for_each(|part| recording.write(&mut book.borrow_mut(), part).unwrap());
    recording
}

/// What waits in the inbox when the book is opened again.
fn opened_again(path: &Path, book: RefCell<Book>) -> Vec<EvidenceView> {
    drop(book);
    let again = Book::open(path, &Unlock::Passphrase(PASSPHRASE), houvast_vault::system::ports()).unwrap();
    let again = RefCell::new(again);
    take_inbox(&again, &mut |_, _| ControlFlow::Continue(())).unwrap();
    again.into_inner().inbox()
}

#[test]
fn a_recording_that_ends_is_evidence_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let (path, book) = make(folder.path());
    let id = record(&book).take(&book).unwrap();
    let piece = book.borrow().one_evidence(&id).unwrap();
    assert_eq!((piece.arrival, piece.size), (Arrival::RecordedHere, sound().len() as u64));
    assert!(piece.put_in.is_none() && piece.notes.is_empty());
    let mut bytes = Vec::new();
    book.borrow().extract(&id, &mut bytes, &mut |_| ControlFlow::Continue(())).unwrap();
    assert!(bytes == sound());
    assert_eq!(opened_again(&path, book).len(), 1, "it is there once");
}

#[test]
fn a_recording_that_is_left_when_the_book_is_locked_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (path, book) = make(folder.path());
    record(&book).leave(&mut book.borrow_mut()).unwrap();
    let pieces = opened_again(&path, book);
    assert_eq!((pieces.len(), pieces[0].size), (1, sound().len() as u64));
    assert_eq!(pieces[0].arrival, Arrival::RecordedHere);
    assert!(pieces[0].notes.is_empty());
}

#[test]
fn a_recording_that_broke_off_is_kept_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (path, book) = make(folder.path());
    drop(record(&book));
    let pieces = opened_again(&path, book);
    assert_eq!(pieces.len(), 1);
    assert_eq!(pieces[0].notes, [Note::CutOff]);
    let size = sound().len() as u64;
    assert!(pieces[0].size < size && pieces[0].size > size - (64 << 10), "{}", pieces[0].size);
}

#[test]
fn a_recording_that_is_thrown_away_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let (path, book) = make(folder.path());
    record(&book).discard(&mut book.borrow_mut()).unwrap();
    assert!(opened_again(&path, book).is_empty());
}

/// Records into the locked logbook; the file is not the book's meanwhile.
fn record_locked(path: &Path) -> LockedRecording {
    let mut recording =
        LockedRecording::start(path, &houvast_vault::system::ports(), "Opname 2026-03-03 21.30.00.m4a").unwrap();
    sound().chunks(9000).for_each(|part| recording.write(part).unwrap());
    recording
}

#[test]
fn a_recording_while_locked_is_there_when_the_logbook_opens_and_says_that_it_was_put_in() {
    let folder = tempfile::tempdir().unwrap();
    let (path, book) = make(folder.path());
    drop(book);
    let recording = record_locked(&path);
    // It is on the disk while it goes on, and in no form that can be read.
    let (raw, sound) = (std::fs::read(&path).unwrap(), sound());
    assert!(raw.len() > 150_000 && !raw.windows(200).any(|part| part == &sound[..200]));
    let ports = houvast_vault::system::ports();
    let opened = Book::open(&path, &Unlock::Passphrase(PASSPHRASE), ports.clone());
    assert!(matches!(opened.err(), Some(Error::Vault(houvast_vault::Error::InUse))));
    recording.leave().unwrap();
    // The program dies during the next, and a third is thrown away.
    drop(record_locked(&path));
    record_locked(&path).discard().unwrap();
    let book = Book::open(&path, &Unlock::Passphrase(PASSPHRASE), ports).unwrap();
    let pieces = opened_again(&path, RefCell::new(book));
    let told = pieces.iter().map(|piece| (piece.arrival, piece.put_in.as_ref().unwrap().whole));
    assert_eq!(told.collect::<Vec<_>>(), [(Arrival::WhileLocked, true), (Arrival::WhileLocked, false)]);
    let size = sound.len() as u64;
    assert_eq!(pieces[0].size, size);
    assert!(pieces[1].size < size && pieces[1].size > size - (64 << 10), "{}", pieces[1].size);
}
