//! Putting a backup back where a crash left half a write; erasing what was moved. Found by `cargo xtask torture`.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::cell::RefCell;
use std::ops::ControlFlow::Continue;
use std::path::Path;

use chrono::NaiveDate;
use houvast_logbook::model::{Arrival, Incident, When};
use houvast_logbook::view::Filter;
use houvast_logbook::{Book, KdfCost, Keep, RecoveryKey, Restore, Unlock, backup};
use houvast_vault::system::ports;

fn incident(what: &str) -> Incident {
    let mut incident = Incident::at(When::Day(NaiveDate::from_ymd_opt(2026, 3, 3).unwrap()));
    what.clone_into(&mut incident.what);
    incident
}

fn make(path: &Path) -> (RefCell<Book>, RecoveryKey) {
    let (book, key) = Book::create(path, "een zin voor de proef", KdfCost::FLOOR, ports()).unwrap();
    (RefCell::new(book), key)
}

/// The texts in a logbook in which nothing is wrong.
fn texts(path: &Path, key: &RecoveryKey) -> Vec<String> {
    let book = Book::open(path, &Unlock::RecoveryKey(key), ports()).unwrap();
    assert_eq!(book.check(&mut |_, _| Continue(())).unwrap(), []);
    book.incidents(&Filter::default()).into_iter().map(|view| view.incident.what).collect()
}

#[test]
fn a_backup_put_back_over_half_a_write_is_whole_and_so_is_the_logbook_set_aside() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.db"), folder.path().join("kopie.db"));
    let (book, key) = make(&path);
    book.borrow_mut().record(incident("eerst"), &[]).unwrap();
    backup(&book, &copy, &mut |_, _| Continue(())).unwrap();
    for n in 0..40 {
        book.borrow_mut().record(incident(&format!("later {n}: {}", "lang ".repeat(2_000))), &[]).unwrap();
    }
    drop(book);
    let before = texts(&path, &key);
    // As a crash leaves it: pages of a change in the file, and a journal to undo it.
    let (crashed, journal) = (folder.path().join("crashed"), folder.path().join("crashed-journal"));
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch("PRAGMA cache_size = 2; BEGIN; UPDATE record SET sealed = zeroblob(length(sealed));").unwrap();
    std::fs::copy(&path, &crashed).unwrap();
    std::fs::copy(folder.path().join("a.db-journal"), &journal).unwrap();
    drop(raw);
    std::fs::rename(&crashed, &path).unwrap();
    std::fs::rename(&journal, folder.path().join("a.db-journal")).unwrap();
    let restore = Restore::read(&copy, &path, &Unlock::RecoveryKey(&key), ports(), &mut |_, _| Continue(())).unwrap();
    let aside = restore.put().unwrap().unwrap();
    assert_eq!(texts(&path, &key), ["eerst"]);
    assert_eq!(texts(&aside, &key), before);
}

#[test]
fn a_file_that_was_moved_and_then_erased_leaves_nothing_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let (book, key) = make(&path);
    let entry = book.borrow_mut().record(incident("eerst"), &[]).unwrap();
    let keep = Keep { name: "a.txt", arrival: Arrival::Picked, incident: None };
    let id = keep.bytes(&book, &mut b"bytes".as_slice(), 5, &mut |_, _| Continue(())).unwrap();
    book.borrow_mut().link_evidence(&id, Some(entry)).unwrap();
    book.borrow_mut().erase_evidence(&id, "").unwrap();
    drop(book);
    assert_eq!(texts(&path, &key), ["eerst"]);
}
