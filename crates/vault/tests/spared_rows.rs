//! Rows that were never ours, or are no longer what was written: they cost themselves and nothing else.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use houvast_vault::{KdfCost, Unlock, Vault, system};

#[test]
fn values_of_another_type_and_rows_that_none_can_follow_keep_nothing_else_from_being_read_and_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let (mut vault, key) = Vault::create(&path, "een zin", KdfCost::FLOOR, system::ports()).unwrap();
    vault.append(&[b"one", b"two"], &[]).unwrap();
    vault.set_state("draft", Some(b"half")).unwrap();
    vault.set_state("other", Some(b"more")).unwrap();
    drop(vault);
    let whole = std::fs::read(&path).unwrap();
    for (harm, named, left) in [
        ("UPDATE head SET sealed = 'text'", true, 2),
        ("UPDATE state SET sealed = 7 WHERE id = 1", false, 2),
        ("UPDATE record SET sealed = 'text' WHERE id = 1", true, 1),
        ("INSERT INTO record VALUES (-5, x'00')", false, 2),
        ("INSERT INTO record VALUES (9223372036854775807, x'00')", false, 2),
        ("INSERT INTO state VALUES (9223372036854775807, x'00')", false, 2),
        ("INSERT INTO record VALUES (4611686018427387904, x'00')", false, 2),
        ("INSERT INTO state VALUES (4611686018427387904, x'00')", false, 2),
    ] {
        let mut file = std::fs::File::create(&path).unwrap();
        std::io::Write::write_all(&mut file, &whole).unwrap();
        rusqlite::Connection::open(&path).unwrap().execute_batch(harm).unwrap();
        let open = || Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap();
        let mut opened = open();
        assert_eq!(!opened.problems.is_empty(), named, "{harm}: {:?}", opened.problems);
        assert_eq!(opened.records.len(), left, "{harm}");
        assert_eq!(opened.vault.state("other").unwrap().unwrap().as_slice(), b"more", "{harm}");
        opened.vault.append(&[b"three"], &[]).unwrap();
        opened.vault.set_state("third", Some(b"new")).unwrap();
        drop(opened);
        let again = open();
        assert_eq!(again.records.last().unwrap().payload.as_slice(), b"three", "{harm}");
        assert_eq!(again.vault.state("third").unwrap().unwrap().as_slice(), b"new", "{harm}");
    }
}

/// Found by fuzzing: the head was mended beside a damaged row, and then neither could be read.
#[test]
fn a_head_on_a_damaged_page_keeps_no_record_from_being_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let (mut vault, key) = Vault::create(&path, "een zin", KdfCost::FLOOR, system::ports()).unwrap();
    vault.append(&[b"one", b"two"], &[]).unwrap();
    drop(vault);
    let raw = rusqlite::Connection::open(&path).unwrap();
    let select = "SELECT rootpage FROM sqlite_schema WHERE name = 'head'";
    let page: usize = raw.query_row(select, [], |row| row.get(0)).unwrap();
    drop(raw);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[(page - 1) * 16_384..][..100].fill(0x6b);
    let mut file = std::fs::File::create(&path).unwrap();
    std::io::Write::write_all(&mut file, &bytes).unwrap();
    let opened = Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap();
    assert_eq!(opened.records.len(), 2);
    assert!(!opened.problems.is_empty());
}
