//! The inbox: put in without a key, read only with it, and held against the `age` program.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use houvast_vault::{Error, Inbox, ItemId, KdfCost, OpenItem, Place, RecoveryKey, Unlock, Vault, system};

fn make(folder: &Path) -> (RecoveryKey, PathBuf) {
    let path = folder.join("a.db");
    let (_, key) = Vault::create(&path, "een zin met café erin", KdfCost::FLOOR, system::ports()).unwrap();
    (key, path)
}

fn open(path: &Path, key: &RecoveryKey) -> Vault {
    Vault::open(path, &Unlock::RecoveryKey(key), system::ports()).unwrap().vault
}

fn sealed(vault: &Vault, item: ItemId) -> Vec<u8> {
    (0..).map_while(|n| vault.inbox_part(item, n).unwrap()).flatten().collect()
}

/// What describes the item, its bytes, and whether it is whole.
fn read(vault: &Vault, sealed: &[u8]) -> Option<(Vec<u8>, Vec<u8>, bool)> {
    let (about, mut reader) = vault.item_key().open(Cursor::new(sealed)).unwrap()?;
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).unwrap();
    Some((about.to_vec(), bytes, reader.is_whole()))
}

#[test]
fn what_is_put_in_while_locked_is_there_when_it_opens() {
    let folder = tempfile::tempdir().unwrap();
    let (key, path) = make(folder.path());
    let film: Vec<u8> = (0..=250).cycle().take(3_000_001).collect();
    for (about, bytes) in [("a note", b"hij staat voor de deur".as_slice()), ("empty", b""), ("film", &film)] {
        let mut item = Inbox::open(&path, system::ports()).unwrap().start(about.as_bytes()).unwrap();
        bytes.chunks(100_000).for_each(|part| item.write(part).unwrap());
        item.finish().unwrap();
    }
    let raw = std::fs::read(&path).unwrap();
    assert!(!raw.windows(22).any(|window| window == b"hij staat voor de deur"));
    let mut vault = open(&path, &key);
    let items = vault.inbox().unwrap();
    let found: Vec<_> = items.iter().map(|item| read(&vault, &sealed(&vault, *item)).unwrap()).collect();
    assert!(found[0] == (b"a note".to_vec(), b"hij staat voor de deur".to_vec(), true));
    assert!(found[1] == (b"empty".to_vec(), Vec::new(), true));
    assert!(found[2] == (b"film".to_vec(), film, true));
    vault.append_item(&[b"taken"], &[], items[0]).unwrap();
    drop(vault);
    assert_eq!(open(&path, &key).inbox().unwrap(), items[1..]);
}

#[test]
fn what_is_recorded_into_an_open_vault_is_there_at_once_and_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let (key, path) = make(folder.path());
    let mut vault = open(&path, &key);
    let sound: Vec<u8> = (0..=250).cycle().take(300_001).collect();
    let mut whole = OpenItem::start(&vault, b"whole").unwrap();
    let mut cut = OpenItem::start(&vault, b"cut").unwrap();
    let mut dropped = OpenItem::start(&vault, b"dropped").unwrap();
    for part in sound.chunks(9000) {
        whole.write(&mut vault, part).unwrap();
        cut.write(&mut vault, part).unwrap();
        dropped.write(&mut vault, part).unwrap();
    }
    let whole = whole.finish(&mut vault).unwrap();
    dropped.discard(&mut vault).unwrap();
    assert!(read(&vault, &sealed(&vault, whole)).unwrap() == (b"whole".to_vec(), sound.clone(), true));
    // The program dies: nothing more is said of the other.
    drop((cut, vault));
    let vault = open(&path, &key);
    let items = vault.inbox().unwrap();
    assert_eq!(items.len(), 2);
    let other = items.into_iter().find(|item| *item != whole).unwrap();
    let (about, bytes, is_whole) = read(&vault, &sealed(&vault, other)).unwrap();
    assert_eq!((about.as_slice(), is_whole), (b"cut".as_slice(), false));
    assert!(sound.starts_with(&bytes) && bytes.len() > sound.len() - (64 << 10));
}

#[test]
fn a_crash_in_the_middle_keeps_what_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let (key, path) = make(folder.path());
    let mut item = Inbox::open(&path, system::ports()).unwrap().start(b"sound").unwrap();
    item.write(&vec![1; 200_000]).unwrap();
    item.flush().unwrap();
    item.write(&[2; 10]).unwrap();
    // As if the program had died here.
    drop(item);
    let vault = open(&path, &key);
    let item = vault.inbox().unwrap()[0];
    let (about, bytes, whole) = read(&vault, &sealed(&vault, item)).unwrap();
    assert_eq!(about, b"sound");
    assert!(!whole);
    // Three chunks of 64 KiB were full, less the frames' lengths and what describes it.
    assert!(bytes.len() > 190_000 && bytes.iter().all(|byte| *byte == 1), "{}", bytes.len());
}

#[test]
fn what_could_not_be_put_in_to_its_end_is_not_there_beside_the_second_try() {
    let folder = tempfile::tempdir().unwrap();
    let (key, path) = make(folder.path());
    // A file that takes the first row of an item and no other.
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch("CREATE UNIQUE INDEX refuse ON inbox (item)").unwrap();
    drop(raw);
    let put_in = |bytes: usize| {
        let mut item = Inbox::open(&path, system::ports()).unwrap().start(b"film").unwrap();
        item.write(&vec![3; bytes]).unwrap();
        item.flush().unwrap();
        item.finish()
    };
    assert!(put_in(200_000).is_err());
    rusqlite::Connection::open(&path).unwrap().execute_batch("DROP INDEX refuse").unwrap();
    put_in(200_000).unwrap();
    let vault = open(&path, &key);
    let items = vault.inbox().unwrap();
    assert_eq!(items.len(), 1);
    let (_, bytes, whole) = read(&vault, &sealed(&vault, items[0])).unwrap();
    assert!(whole && bytes.len() == 200_000);
}

#[test]
fn nothing_altered_is_read_and_a_damaged_header_takes_nothing_in() {
    let folder = tempfile::tempdir().unwrap();
    let (key, path) = make(folder.path());
    let mut item = Inbox::open(&path, system::ports()).unwrap().start(b"about").unwrap();
    item.write(&[5; 3000]).unwrap();
    item.finish().unwrap();
    let vault = open(&path, &key);
    assert!(matches!(Inbox::open(&path, system::ports()), Err(Error::InUse)));
    let whole = sealed(&vault, vault.inbox().unwrap()[0]);
    for at in (0..whole.len()).step_by(7) {
        let mut copy = whole.clone();
        copy[at] ^= 0x10;
        let found = read(&vault, &copy);
        assert!(found.is_none_or(|(about, bytes, whole)| about == b"about" && bytes.is_empty() && !whole), "{at}");
    }
    drop(vault);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("UPDATE header SET inbox_recipient = zeroblob(32)", []).unwrap();
    drop(raw);
    assert!(matches!(Inbox::open(&path, system::ports()), Err(Error::Damaged(Place::Header))));
    // The logbook itself opens, says what is wrong, and is mended by a new way in.
    let opened = Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap();
    assert_eq!(opened.problems.iter().map(|problem| problem.place).collect::<Vec<_>>(), [Place::Header]);
    let mut vault = opened.vault;
    let new = vault.replace_recovery_key().unwrap();
    drop(vault);
    assert_eq!(Vault::open(&path, &Unlock::RecoveryKey(&new), system::ports()).unwrap().problems, []);
    assert!(Inbox::open(&path, system::ports()).is_ok());
}

#[test]
fn the_inbox_is_full_at_last() {
    let folder = tempfile::tempdir().unwrap();
    let (key, path) = make(folder.path());
    for _ in 0..200 {
        Inbox::open(&path, system::ports()).unwrap().start(b"n").unwrap().finish().unwrap();
    }
    assert!(matches!(Inbox::open(&path, system::ports()).unwrap().start(b"n"), Err(Error::InboxFull)));
    assert_eq!(open(&path, &key).inbox().unwrap().len(), 200);
}

/// The format is age's own: its program reads what is put in, and what it writes is read here.
#[test]
fn the_age_program_reads_and_writes_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (key, path) = make(folder.path());
    let mut item = Inbox::open(&path, system::ports()).unwrap().start(b"about").unwrap();
    item.write(&vec![3; 150_000]).unwrap();
    item.finish().unwrap();
    let vault = open(&path, &key);
    let hrp = |name: &str| bech32::Hrp::parse(name).unwrap();
    let identity =
        bech32::encode_upper::<bech32::Bech32>(hrp("AGE-SECRET-KEY-"), &vault.item_key().to_bytes()).unwrap();
    let recipient = bech32::encode::<bech32::Bech32>(hrp("age"), &vault.item_key().recipient()).unwrap();
    let file = folder.path().join("identity");
    std::fs::File::create(&file).unwrap().write_all(identity.as_bytes()).unwrap();
    let age = |words: &[&str], input: &[u8]| {
        let mut child = Command::new("age")
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("cargo xtask test installs age");
        let mut to = child.stdin.take().unwrap();
        let input = input.to_vec();
        let feeding = std::thread::spawn(move || to.write_all(&input));
        let out = child.wait_with_output().unwrap();
        feeding.join().unwrap().unwrap();
        assert!(out.status.success());
        out.stdout
    };
    let plain = age(&["-d", "-i", &file.to_string_lossy()], &sealed(&vault, vault.inbox().unwrap()[0]));
    assert_eq!(plain[..9], *b"\0\0\0\x05about");
    assert!(plain[13..13 + 32_768] == vec![3; 32_768]);
    let mut framed = b"\0\0\0\x01x\0\0\0\x03abc\0\0\0\0".to_vec();
    framed.resize(200_000, 0);
    let written = age(&["-r", &recipient], &framed);
    assert_eq!(read(&vault, &written), Some((b"x".to_vec(), b"abc".to_vec(), true)));
}
