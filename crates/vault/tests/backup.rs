//! Backups: made while the vault is in use, whole or not at all.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

use houvast_vault::{Backup, BlobRef, CHUNK, Error, KdfCost, Unlock, Vault, system};

const PASSPHRASE: &str = "een zin met café erin";

fn keep(vault: &mut Vault, bytes: &[u8]) -> BlobRef {
    let staged = vault.import(&mut &*bytes, &mut |_| ControlFlow::Continue(())).unwrap();
    vault.append(&[b"blob"], &[staged.blob.id]).unwrap();
    staged.blob
}

fn read(vault: &Vault, blob: &BlobRef) -> Vec<u8> {
    let mut bytes = Vec::new();
    vault.reader(blob).read_to_end(&mut bytes).unwrap();
    bytes
}

fn run(vault: &Vault, mut backup: Backup) -> Result<(), Error> {
    while !backup.is_complete() {
        let batch = vault.next_batch(&mut backup)?;
        backup.write(batch)?;
    }
    backup.finish(&mut |_, _| ControlFlow::Continue(()))
}

fn left(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_is_added_and_erased_while_it_is_made_is_as_in_the_original() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.db"), folder.path().join("copy.db"));
    let (mut vault, key) = Vault::create(&path, PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap();
    let large: Vec<u8> = (0..=250).cycle().take(12 << 20).collect();
    let blob = keep(&mut vault, &large);
    let gone = keep(&mut vault, &vec![1; 2 * CHUNK]);
    vault.set_state("draft", Some(b"unfinished")).unwrap();
    let mut backup = Backup::begin(&copy).unwrap();
    let (mut added, mut half) = (None, None);
    for step in 0.. {
        if backup.is_complete() {
            break;
        }
        let batch = vault.next_batch(&mut backup).unwrap();
        backup.write(batch).unwrap();
        match step {
            0 => added = Some(keep(&mut vault, &vec![2; 3 * CHUNK])),
            1 => {
                vault.erase(&[], &[gone.id], &[], &[b"trace"]).unwrap();
                half = Some(vault.import(&mut [4; 100].as_slice(), &mut |_| ControlFlow::Continue(())).unwrap());
            }
            _ => {}
        }
    }
    backup
        .finish(&mut |done, all| {
            assert!(done <= all);
            ControlFlow::Continue(())
        })
        .unwrap();
    for unlock in [Unlock::Passphrase(PASSPHRASE), Unlock::RecoveryKey(&key)] {
        let opened = Vault::open(&copy, &unlock, system::ports()).unwrap();
        assert_eq!(opened.problems, []);
        assert_eq!(opened.vault.head(), vault.head());
        assert_eq!(opened.vault.not_in(&vault).unwrap(), Vec::<u64>::new());
        assert!(read(&opened.vault, &blob) == large);
        assert!(read(&opened.vault, added.as_ref().unwrap()) == vec![2; 3 * CHUNK]);
        assert!(opened.vault.read_chunk(&gone, 0).is_err());
        assert!(
            opened.vault.read_chunk(&half.as_ref().unwrap().blob, 0).is_err(),
            "half an import does not come along"
        );
        assert_eq!(opened.vault.state("draft").unwrap().unwrap().as_slice(), b"unfinished");
    }
    vault.append(&[b"later"], &[]).unwrap();
    let older = Vault::open(&copy, &Unlock::RecoveryKey(&key), system::ports()).unwrap().vault;
    assert_eq!(vault.not_in(&older).unwrap(), [vault.head().size - 1]);
    drop((older, vault));
    assert_eq!(left(folder.path()), ["a.db", "copy.db"], "nothing else stays while it is closed");
}

/// What a crash leaves of a file that was being changed: pages of the change in it, and the journal to undo it.
fn crash(path: &Path) {
    let journal = |path: &Path| path.with_extension("db-journal");
    let kept = path.with_file_name("kept.db");
    let raw = rusqlite::Connection::open(path).unwrap();
    raw.execute_batch("PRAGMA cache_size = 2; BEGIN; UPDATE chunk SET sealed = zeroblob(length(sealed));").unwrap();
    std::fs::copy(path, &kept).unwrap();
    std::fs::copy(journal(path), journal(&kept)).unwrap();
    drop(raw);
    std::fs::rename(&kept, path).unwrap();
    std::fs::rename(journal(&kept), journal(path)).unwrap();
    assert!(std::fs::metadata(journal(path)).unwrap().len() > 0);
}

#[test]
fn a_backup_takes_over_nothing_from_one_that_crashed_whether_that_is_still_there_or_not() {
    for gone in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let (path, copy) = (folder.path().join("a.db"), folder.path().join("copy.db"));
        let (mut vault, key) = Vault::create(&path, PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap();
        keep(&mut vault, &vec![1; 20 * CHUNK]);
        run(&vault, Backup::begin(&copy).unwrap()).unwrap();
        crash(&copy);
        if gone {
            std::fs::remove_file(&copy).unwrap();
        }
        let blob = keep(&mut vault, &vec![2; 20 * CHUNK]);
        run(&vault, Backup::begin(&copy).unwrap()).unwrap();
        let opened = Vault::open(&copy, &Unlock::RecoveryKey(&key), system::ports()).unwrap();
        assert_eq!(opened.problems, [], "gone: {gone}");
        assert_eq!(opened.vault.head(), vault.head());
        assert!(read(&opened.vault, &blob) == vec![2; 20 * CHUNK]);
    }
}

#[test]
fn a_stopped_backup_leaves_nothing_and_an_older_one_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.db"), folder.path().join("copy.db"));
    let (mut vault, _) = Vault::create(&path, PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap();
    run(&vault, Backup::begin(&copy).unwrap()).unwrap();
    let before = std::fs::read(&copy).unwrap();
    keep(&mut vault, &vec![1; 200 * CHUNK]);
    let mut backup = Backup::begin(&copy).unwrap();
    let batch = vault.next_batch(&mut backup).unwrap();
    backup.write(batch).unwrap();
    drop(backup);
    let mut backup = Backup::begin(&copy).unwrap();
    while !backup.is_complete() {
        let batch = vault.next_batch(&mut backup).unwrap();
        backup.write(batch).unwrap();
    }
    let stopped = backup.finish(&mut |_, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(Error::Io(error)) if error.kind() == std::io::ErrorKind::Interrupted));
    drop(vault);
    assert_eq!(left(folder.path()), ["a.db", "copy.db"]);
    assert!(std::fs::read(&copy).unwrap() == before);
}

#[test]
fn what_is_damaged_comes_along_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.db"), folder.path().join("copy.db"));
    let (mut vault, key) = Vault::create(&path, PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap();
    let blob = keep(&mut vault, &vec![1; 3 * CHUNK]);
    vault.append(&[b"second", b"third"], &[]).unwrap();
    drop(vault);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("UPDATE record SET sealed = zeroblob(300) WHERE id = 2", []).unwrap();
    raw.execute("DELETE FROM chunk WHERE n = 1", []).unwrap();
    drop(raw);
    let opened = Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap();
    run(&opened.vault, Backup::begin(&copy).unwrap()).unwrap();
    let again = Vault::open(&copy, &Unlock::RecoveryKey(&key), system::ports()).unwrap();
    assert_eq!(again.problems, opened.problems);
    assert!(!again.problems.is_empty());
    assert!(again.vault.read_chunk(&blob, 1).is_err());
    assert_eq!(again.vault.read_chunk(&blob, 2).unwrap().len(), CHUNK);
}
