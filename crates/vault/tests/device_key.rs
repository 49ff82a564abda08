//! The key that a device keeps: a third way in, that comes and goes.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::path::{Path, PathBuf};

use houvast_vault::{Error, KdfCost, Opened, RecoveryKey, Unlock, Vault, system};

const PASSPHRASE: &str = "een zin met café erin";

fn make(folder: &Path) -> (Vault, RecoveryKey, PathBuf) {
    let path = folder.join("a.db");
    let (mut vault, key) = Vault::create(&path, PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap();
    vault.append(&[b"one"], &[]).unwrap();
    (vault, key, path)
}

fn by(path: &Path, key: &[u8; 32]) -> Result<Opened, Error> {
    Vault::open(path, &Unlock::DeviceKey(key), system::ports())
}

fn slots(path: &Path) -> Vec<Vec<u8>> {
    let raw = rusqlite::Connection::open(path).unwrap();
    let mut select = raw.prepare("SELECT bytes FROM slot ORDER BY id").unwrap();
    select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn it_opens_the_logbook_until_it_is_taken_back_and_the_other_ways_stay() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, recovery, path) = make(folder.path());
    assert!(!vault.has_device_key());
    let first = vault.add_device_key().unwrap();
    let key = vault.add_device_key().unwrap();
    drop(vault);
    let filled = slots(&path);
    // One at a time.
    assert!(matches!(by(&path, &first), Err(Error::WrongDeviceKey)));
    let opened = by(&path, &key).unwrap();
    assert_eq!((opened.records.len(), opened.problems), (1, vec![]));
    assert!(opened.vault.has_device_key());
    drop(opened.vault);
    for unlock in [Unlock::Passphrase(PASSPHRASE), Unlock::RecoveryKey(&recovery)] {
        let mut vault = Vault::open(&path, &unlock, system::ports()).unwrap().vault;
        vault.remove_device_key().unwrap();
        vault.remove_device_key().unwrap();
        assert!(!vault.has_device_key());
    }
    assert!(matches!(by(&path, &key), Err(Error::WrongDeviceKey)));
    // Nothing of it is left, and no other slot was touched.
    let emptied = slots(&path);
    let changed: Vec<usize> = (0..8).filter(|at| filled[*at] != emptied[*at]).collect();
    assert_eq!(changed, [7]);
    assert!(filled[7].chunks(8).zip(emptied[7].chunks(8)).all(|(one, other)| one != other));
    assert!(emptied[7].iter().any(|byte| *byte != 0));
}

#[test]
fn a_new_passphrase_ends_it_and_a_new_recovery_key_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, old, path) = make(folder.path());
    let key = vault.add_device_key().unwrap();
    let recovery = vault.replace_recovery_key().unwrap();
    drop(vault);
    let mut vault = by(&path, &key).unwrap().vault;
    vault.change_passphrase("een nieuwe zin", KdfCost::FLOOR).unwrap();
    assert!(!vault.has_device_key());
    drop(vault);
    assert!(matches!(by(&path, &key), Err(Error::WrongDeviceKey)));
    let ways = [Unlock::Passphrase("een nieuwe zin"), Unlock::RecoveryKey(&recovery), Unlock::RecoveryKey(&old)];
    let opened = ways.map(|unlock| Vault::open(&path, &unlock, system::ports()).is_ok());
    assert_eq!(opened, [true, true, false]);
}

#[test]
fn the_secret_of_one_way_is_no_secret_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _, path) = make(folder.path());
    let key = vault.add_device_key().unwrap();
    drop(vault);
    let as_text: String = key.iter().map(|byte| char::from(b'a' + byte % 26)).collect();
    for wrong in [[0; 32], as_text.as_bytes().try_into().unwrap()] {
        assert!(matches!(by(&path, &wrong), Err(Error::WrongDeviceKey)));
    }
    // A slot in another place does not open.
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("UPDATE slot SET bytes = (SELECT bytes FROM slot WHERE id = 7) WHERE id = 5", []).unwrap();
    raw.execute("UPDATE slot SET bytes = zeroblob(168) WHERE id = 7", []).unwrap();
    drop(raw);
    assert!(by(&path, &key).is_err());
}

#[test]
fn whose_slot_it_is_is_known_again_after_the_head_was_lost() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _, path) = make(folder.path());
    let key = vault.add_device_key().unwrap();
    drop(vault);
    rusqlite::Connection::open(&path).unwrap().execute("DELETE FROM head", []).unwrap();
    let mut vault = by(&path, &key).unwrap().vault;
    assert!(vault.has_device_key());
    vault.remove_device_key().unwrap();
    drop(vault);
    assert!(matches!(by(&path, &key), Err(Error::WrongDeviceKey)));
    assert!(Vault::open(&path, &Unlock::Passphrase(PASSPHRASE), system::ports()).is_ok());
}
