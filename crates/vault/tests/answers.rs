//! What a file that is not as it should be is called: the answers must not pass for each other.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use houvast_vault::{Error, KdfCost, Place, RecoveryKey, Unlock, Vault, system};

/// Bytes of a page.
const PAGE: usize = 16_384;

fn make(folder: &Path) -> (RecoveryKey, PathBuf) {
    let path = folder.join("a.db");
    let (mut vault, key) = Vault::create(&path, "een zin", KdfCost::FLOOR, system::ports()).unwrap();
    vault.append(&[b"one"], &[]).unwrap();
    (key, path)
}

fn sql(path: &Path, words: &str) {
    rusqlite::Connection::open(path).unwrap().execute_batch(words).unwrap();
}

fn open(path: &Path, key: &RecoveryKey) -> Result<Vault, Error> {
    Vault::open(path, &Unlock::RecoveryKey(key), system::ports()).map(|opened| opened.vault)
}

#[test]
fn a_newer_format_an_older_one_and_another_program_are_told_apart_and_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let (key, path) = make(folder.path());
    for (words, newer) in [
        ("PRAGMA user_version = 2", Some(2)),
        ("PRAGMA user_version = 70000", Some(70_000)),
        ("PRAGMA user_version = 0", None),
        ("PRAGMA user_version = 2; PRAGMA application_id = 1", None),
        ("PRAGMA user_version = 1", None),
    ] {
        sql(&path, words);
        let before = fs::read(&path).unwrap();
        match (open(&path, &key), newer) {
            (Err(Error::NewerFormat { found }), Some(expected)) => assert_eq!(found, expected),
            (Err(Error::NotALogbook), None) => {}
            (other, _) => panic!("{words}: {:?}", other.err()),
        }
        assert!(fs::read(&path).unwrap() == before, "{words}: it was touched");
    }
    sql(&path, "PRAGMA application_id = 0x48565354");
    assert!(open(&path, &key).is_ok());
}

#[test]
fn a_slot_that_nobody_uses_is_lost_and_named_and_the_logbook_opens() {
    let folder = tempfile::tempdir().unwrap();
    let (key, path) = make(folder.path());
    for harm in ["UPDATE slot SET bytes = zeroblob(168) WHERE id = 5", "DELETE FROM slot WHERE id = 5"] {
        sql(&path, harm);
        let opened = Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap();
        let places: Vec<Place> = opened.problems.iter().map(|problem| problem.place).collect();
        assert_eq!(places, [Place::Header], "{harm}");
    }
    // With the slot of the key itself gone nobody can tell a wrong key from damage.
    sql(&path, "UPDATE slot SET bytes = zeroblob(168) WHERE id = 1");
    assert!(matches!(open(&path, &key), Err(Error::Damaged(Place::Header))));
    sql(&path, "DELETE FROM header");
    assert!(matches!(open(&path, &key), Err(Error::Damaged(Place::Header))));
}

#[test]
fn a_file_whose_first_page_is_lost_behind_its_start_is_a_damaged_file() {
    let folder = tempfile::tempdir().unwrap();
    let (key, path) = make(folder.path());
    let mut bytes = fs::read(&path).unwrap();
    bytes[100..PAGE].fill(0xff);
    fs::File::create(&path).unwrap().write_all(&bytes).unwrap();
    assert!(matches!(open(&path, &key), Err(Error::Damaged(Place::File))));
}

#[test]
fn drafts_that_are_gone_are_named_and_a_header_that_is_gone_is_a_damaged_file() {
    let folder = tempfile::tempdir().unwrap();
    let (key, path) = make(folder.path());
    sql(&path, "DROP TABLE state");
    let opened = Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap();
    let places: Vec<Place> = opened.problems.iter().map(|problem| problem.place).collect();
    assert_eq!(places, [Place::State]);
    drop(opened);
    sql(&path, "DROP TABLE header");
    assert!(matches!(open(&path, &key), Err(Error::Damaged(Place::Header))));
}

#[test]
fn a_folder_is_no_logbook_and_one_that_is_missing_has_none() {
    let folder = tempfile::tempdir().unwrap();
    let (key, _) = make(folder.path());
    assert!(matches!(open(folder.path(), &key), Err(Error::NotALogbook)));
    assert!(matches!(open(&folder.path().join("none/a.db"), &key), Err(Error::NotFound)));
}
