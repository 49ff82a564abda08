//! Erasing for good: the content is nowhere in the files, and everything else holds as before.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::io::Read;
use std::ops::ControlFlow;

use houvast_vault::{Agreement, BlobRef, CHUNK, Error, KdfCost, Place, RecordId, Unlock, Vault, system, verify_proof};

const PASSPHRASE: &str = "een zin met café erin";

fn keep(vault: &mut Vault, bytes: &[u8]) -> BlobRef {
    let staged = vault.import(&mut &*bytes, &mut |_| ControlFlow::Continue(())).unwrap();
    vault.append(&[b"blob"], &[staged.blob.id]).unwrap();
    staged.blob
}

#[test]
fn what_was_erased_is_gone_and_the_log_still_adds_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let (mut vault, key) = Vault::create(&path, PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap();
    vault.append(&[b"first", &vec![7; 40_000], b"third"], &[]).unwrap();
    let blob = keep(&mut vault, &vec![9; 3 * CHUNK]);
    let other = keep(&mut vault, &vec![8; CHUNK]);
    let anchor = vault.anchor();
    // The bytes as they stand sealed in the file.
    let raw = |select: &str| {
        let file = rusqlite::Connection::open(&path).unwrap();
        file.query_row(select, [], |row| row.get::<_, Vec<u8>>(0)).unwrap()
    };
    drop(vault);
    let sealed = [
        raw("SELECT sealed FROM record WHERE id = 2"),
        raw("SELECT sealed FROM chunk ORDER BY rowid LIMIT 1"),
        raw("SELECT sealed FROM chunk ORDER BY rowid LIMIT 1 OFFSET 2"),
    ];
    let mut vault = Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap().vault;
    vault.erase(&[RecordId(2), RecordId(4)], &[blob.id], &[], &[b"trace"]).unwrap();
    // While it is still open: in the file, and in what the database keeps beside it.
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for gone in &sealed {
            // A page of the file holds less than 16 KiB of a row in one piece.
            for part in gone.chunks(512).filter(|part| part.len() == 512) {
                assert!(bytes.windows(512).all(|window| window != part), "a sealed row is still there");
            }
        }
    }
    drop(vault);
    let opened = Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap();
    assert_eq!(opened.problems, []);
    let left: Vec<&[u8]> = opened.records.iter().map(|record| record.payload.as_slice()).collect();
    assert_eq!(left, [b"first".as_slice(), b"third", b"blob", b"trace"]);
    let vault = opened.vault;
    assert!(vault.read_chunk(&blob, 0).is_err());
    let mut bytes = Vec::new();
    vault.reader(&other).read_to_end(&mut bytes).unwrap();
    assert!(bytes == vec![8; CHUNK]);
    assert_eq!(vault.agrees_with(&anchor).unwrap(), Agreement::Holds { covers: 5, later: 1 });
    let (body, proof) = vault.disclose(2).unwrap();
    assert!(verify_proof(&proof, &body, &vault.verifier_key()));
    assert!(vault.disclose(1).is_err(), "nothing of it can be disclosed");
}

#[test]
fn an_erased_row_that_is_removed_or_put_back_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let (mut vault, key) = Vault::create(&path, PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap();
    vault.append(&[b"first", b"second", b"third"], &[]).unwrap();
    vault.erase(&[RecordId(2)], &[], &[], &[b"trace"]).unwrap();
    // Twice is once.
    vault.erase(&[RecordId(2)], &[], &[], &[]).unwrap();
    assert!(matches!(
        vault.erase(&[RecordId(99)], &[], &["a"], &[b"no"]),
        Err(Error::Damaged(Place::Record(RecordId(99))))
    ));
    drop(vault);
    rusqlite::Connection::open(&path).unwrap().execute("DELETE FROM record WHERE id = 2", []).unwrap();
    let opened = Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap();
    assert!(opened.problems.iter().any(|problem| problem.place == Place::Seq(1)), "{:?}", opened.problems);
    assert_eq!(opened.records.len(), 3, "what could not be erased left no trace either");
}

#[test]
fn a_small_value_goes_with_what_it_was_about_or_stays_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let (mut vault, _) = Vault::create(&path, PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap();
    vault.append(&[b"first"], &[]).unwrap();
    vault.set_state("a", Some(b"about it")).unwrap();
    assert!(vault.erase(&[RecordId(99)], &[], &["a"], &[b"no"]).is_err());
    assert_eq!(vault.state("a").unwrap().unwrap().as_slice(), b"about it");
    vault.erase(&[RecordId(1)], &[], &["a"], &[b"trace"]).unwrap();
    assert!(vault.state("a").unwrap().is_none());
    vault.set_state("a", Some(b"another")).unwrap();
    assert_eq!(vault.state("a").unwrap().unwrap().as_slice(), b"another");
}
