//! What somebody could put into the file besides rows: it must not act.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use houvast_vault::{Error, KdfCost, Place, Unlock, Vault, system};

/// Makes a logbook of two records, changes it with SQL, opens it, appends, opens it again: the payloads then.
fn after(sql: &str) -> Result<Vec<Vec<u8>>, Error> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let (mut vault, key) = Vault::create(&path, "een zin", KdfCost::FLOOR, system::ports()).unwrap();
    vault.append(&[b"one", b"two"], &[]).unwrap();
    drop(vault);
    rusqlite::Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    let open = || Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports());
    open()?.vault.append(&[b"three"], &[])?;
    Ok(open()?.records.iter().map(|record| record.payload.to_vec()).collect())
}

#[test]
fn a_trigger_undoes_nothing() {
    let trigger = "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record; END";
    assert_eq!(after(trigger).unwrap(), [b"one".as_slice(), b"two", b"three"]);
}

#[test]
fn a_view_without_end_in_the_place_of_a_table_does_not_keep_its_reader_busy() {
    let view = "DROP TABLE record; CREATE VIEW record AS
        WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, x'00' AS sealed FROM n";
    assert!(matches!(after(view), Err(Error::Damaged(Place::File))));
}
