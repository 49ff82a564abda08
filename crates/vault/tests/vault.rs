//! The vault held against what can go wrong: damage, crashes, wrong keys, a second program.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::fs;
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use houvast_vault::{
    Agreement, BlobRef, CHUNK, Error, KdfCost, Opened, Place, RecoveryKey, StagedBlob, Unlock, Vault, open_anchor,
    system, verify_consistency, verify_note, verify_proof,
};

const PASSPHRASE: &str = "een zin met café erin";

fn make(folder: &Path) -> (Vault, RecoveryKey, PathBuf) {
    let path = folder.join("a.db");
    let (vault, key) = Vault::create(&path, PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap();
    (vault, key, path)
}

fn open(path: &Path) -> Result<Opened, Error> {
    Vault::open(path, &Unlock::Passphrase(PASSPHRASE), system::ports())
}

fn keep(vault: &mut Vault, bytes: &[u8]) -> StagedBlob {
    let staged = vault.import(&mut &*bytes, &mut |_| ControlFlow::Continue(())).unwrap();
    vault.append(&[b"blob"], &[staged.blob.id]).unwrap();
    staged
}

fn read(vault: &Vault, blob: &BlobRef) -> Vec<u8> {
    let mut bytes = Vec::new();
    vault.reader(blob).read_to_end(&mut bytes).unwrap();
    bytes
}

#[test]
fn what_was_appended_is_there_after_reopening_by_both_ways_in() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, key, path) = make(folder.path());
    vault.append(&[b"one", b"two"], &[]).unwrap();
    vault.set_state("draft", Some(b"unfinished")).unwrap();
    let head = vault.head();
    drop(vault);
    let decomposed = "een zin met cafe\u{301} erin";
    let typed = RecoveryKey::parse(&key.to_string()).unwrap();
    for unlock in [Unlock::Passphrase(PASSPHRASE), Unlock::Passphrase(decomposed), Unlock::RecoveryKey(&typed)] {
        let opened = Vault::open(&path, &unlock, system::ports()).unwrap();
        let payloads: Vec<&[u8]> = opened.records.iter().map(|record| record.payload.as_slice()).collect();
        assert_eq!(payloads, [b"one", b"two"]);
        assert!(opened.problems.is_empty());
        assert_eq!(opened.vault.head(), head);
        assert_eq!(opened.vault.state("draft").unwrap().unwrap().as_slice(), b"unfinished");
    }
}

#[test]
fn blobs_of_every_awkward_length_come_back_bit_for_bit() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _, path) = make(folder.path());
    let lengths = [0, 1, 255, 256, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK - 1, 20 * CHUNK + 7];
    let blobs: Vec<(Vec<u8>, BlobRef)> = lengths
        .iter()
        .map(|length| {
            let bytes: Vec<u8> = (0..*length).map(|n| u8::try_from(n % 251).unwrap()).collect();
            let staged = keep(&mut vault, &bytes);
            (bytes, staged.blob)
        })
        .collect();
    drop(vault);
    let vault = open(&path).unwrap().vault;
    for (bytes, blob) in &blobs {
        assert!(read(&vault, blob) == *bytes, "{}", bytes.len());
        if bytes.len() > 10 {
            let mut reader = vault.reader(blob);
            reader.seek(SeekFrom::End(-3)).unwrap();
            let mut end = Vec::new();
            reader.read_to_end(&mut end).unwrap();
            assert_eq!(end, bytes[bytes.len() - 3..]);
        }
    }
    let all: Vec<BlobRef> = blobs.into_iter().map(|(_, blob)| blob).collect();
    assert_eq!(vault.check(&all, &mut |_, _| ControlFlow::Continue(())).unwrap(), []);
}

#[test]
fn wrong_passphrase_foreign_file_and_damage_are_different_answers() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, _, path) = make(folder.path());
    drop(vault);
    let wrong = Vault::open(&path, &Unlock::Passphrase("another"), system::ports());
    assert!(matches!(wrong, Err(Error::WrongPassphrase)));
    assert!(matches!(open(&folder.path().join("none.db")), Err(Error::NotFound)));
    let exists = Vault::create(&path, PASSPHRASE, KdfCost::FLOOR, system::ports());
    assert!(matches!(exists, Err(Error::AlreadyExists)));
    for foreign in [b"".as_slice(), b"hello", b"SQLite format 3\0 but then nothing of ours"] {
        let other = folder.path().join("other");
        fs::File::create(&other).unwrap().write_all(foreign).unwrap();
        assert!(matches!(open(&other), Err(Error::NotALogbook)));
        assert_eq!(fs::read(&other).unwrap(), foreign, "it was not touched");
    }
}

#[test]
fn a_header_that_asks_for_a_tebibyte_is_refused_before_any_memory_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, _, path) = make(folder.path());
    drop(vault);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute("UPDATE header SET memory_kib = 1073741824", []).unwrap();
    drop(raw);
    assert!(matches!(open(&path), Err(Error::ExcessiveKdf { memory_kib: 1_073_741_824, .. })));
}

#[test]
fn a_header_that_says_another_format_is_named_and_the_rest_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, key, path) = make(folder.path());
    vault.append(&[b"one"], &[]).unwrap();
    drop(vault);
    for format in ["2", "0", "-1", "4294967297", "'text'"] {
        let raw = rusqlite::Connection::open(&path).unwrap();
        raw.execute(&format!("UPDATE header SET format = {format}"), []).unwrap();
        drop(raw);
        let opened = Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap();
        let places: Vec<Place> = opened.problems.iter().map(|problem| problem.place).collect();
        assert_eq!((places, opened.records.len()), (vec![Place::Header], 1), "{format}");
        let checked = opened.vault.check(&[], &mut |_, _| ControlFlow::Continue(())).unwrap();
        assert_eq!(checked.first().map(|problem| problem.place), Some(Place::Header), "{format}");
    }
    // A new passphrase writes the header anew.
    let mut vault = Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap().vault;
    vault.change_passphrase("een nieuwe zin", KdfCost::FLOOR).unwrap();
    drop(vault);
    assert!(Vault::open(&path, &Unlock::RecoveryKey(&key), system::ports()).unwrap().problems.is_empty());
}

#[test]
fn a_second_program_is_told_that_it_is_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, _, path) = make(folder.path());
    assert!(matches!(open(&path), Err(Error::InUse)));
    drop(vault);
    assert!(open(&path).is_ok());
}

#[test]
fn rows_removed_swapped_or_put_back_are_named_and_the_rest_stays_readable() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _, path) = make(folder.path());
    vault.append(&[b"a", b"b", b"c"], &[]).unwrap();
    drop(vault);
    let whole = fs::read(&path).unwrap();
    for (harm, left) in [
        ("DELETE FROM record WHERE id = 2", 2),
        ("DELETE FROM record WHERE id = 3", 2),
        ("UPDATE record SET sealed = (SELECT sealed FROM record WHERE id = 1) WHERE id = 2", 2),
        ("DELETE FROM head", 3),
        ("UPDATE head SET sealed = zeroblob(length(sealed))", 3),
    ] {
        fs::File::create(&path).unwrap().write_all(&whole).unwrap();
        rusqlite::Connection::open(&path).unwrap().execute(harm, []).unwrap();
        let opened = open(&path).unwrap();
        assert!(!opened.problems.is_empty(), "{harm} was not found");
        assert_eq!(opened.records.len(), left, "{harm}");
        // What is written afterwards is kept, and the damage stays visible.
        let mut vault = opened.vault;
        vault.append(&[b"later"], &[]).unwrap();
        drop(vault);
        let again = open(&path).unwrap();
        assert!(!again.problems.is_empty(), "{harm} was forgotten");
        assert_eq!(again.records.last().unwrap().payload.as_slice(), b"later", "{harm}");
    }
}

#[test]
fn a_flipped_byte_anywhere_is_never_a_wrong_answer_and_never_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, key, path) = make(folder.path());
    vault.append(&[b"a", b"b"], &[]).unwrap();
    let bytes = vec![7; 3 * CHUNK];
    let staged = keep(&mut vault, &bytes);
    drop(vault);
    let whole = fs::read(&path).unwrap();
    let harmed = folder.path().join("harmed.db");
    // By the recovery key, which needs no slow derivation.
    for at in (0..whole.len()).step_by(211) {
        let mut copy = whole.clone();
        copy[at] ^= 0x20;
        fs::File::create(&harmed).unwrap().write_all(&copy).unwrap();
        let Ok(opened) = Vault::open(&harmed, &Unlock::RecoveryKey(&key), system::ports()) else { continue };
        for record in &opened.records {
            assert!([b"a".as_slice(), b"b", b"blob"].contains(&record.payload.as_slice()), "byte {at}");
        }
        let mut found = Vec::new();
        if opened.vault.reader(&staged.blob).read_to_end(&mut found).is_ok() {
            assert!(found == bytes, "byte {at} gave other bytes");
        }
    }
}

#[test]
fn chunks_swapped_doubled_or_lost_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _, path) = make(folder.path());
    let staged = keep(&mut vault, &vec![1; 3 * CHUNK]);
    drop(vault);
    for harm in [
        "UPDATE chunk SET sealed = (SELECT sealed FROM chunk WHERE n = 0) WHERE n = 1",
        "DELETE FROM chunk WHERE n = 1",
    ] {
        rusqlite::Connection::open(&path).unwrap().execute(harm, []).unwrap();
        let vault = open(&path).unwrap().vault;
        let place = Place::Blob { id: staged.blob.id, chunk: 1 };
        let problems = vault.check(std::slice::from_ref(&staged.blob), &mut |_, _| ControlFlow::Continue(())).unwrap();
        assert_eq!(problems.iter().map(|problem| problem.place).collect::<Vec<_>>(), [place], "{harm}");
        assert!(matches!(vault.read_chunk(&staged.blob, 1), Err(Error::Damaged(at)) if at == place));
        assert_eq!(vault.read_chunk(&staged.blob, 2).unwrap().len(), CHUNK, "the others can be read");
    }
}

#[test]
fn a_blob_that_claims_any_size_keeps_no_check_busy() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, ..) = make(folder.path());
    let whole = keep(&mut vault, &vec![1; 3 * CHUNK]).blob;
    let other = keep(&mut vault, &vec![2; CHUNK]).blob;
    for (size, found) in [(10_000 * CHUNK as u64, 4097), (1 << 47, 4097), (u64::MAX, 1)] {
        let absurd = BlobRef { size, ..whole.clone() };
        let (mut last, mut all) = (0, 0);
        let problems = vault
            .check(&[absurd, other.clone()], &mut |done, total| {
                (last, all) = (done, total);
                ControlFlow::Continue(())
            })
            .unwrap();
        assert_eq!(problems.len(), found, "{size}");
        assert!(problems.iter().all(|problem| matches!(problem.place, Place::Blob { id, .. } if id == whole.id)));
        assert_eq!(last, all, "{size}");
    }
}

#[test]
fn a_file_cut_off_within_a_page_and_a_spoilt_list_of_tables_are_damage_and_no_fault_of_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _, path) = make(folder.path());
    let staged = keep(&mut vault, &vec![1; 3 * CHUNK]);
    drop(vault);
    let whole = fs::read(&path).unwrap();
    fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(whole.len() as u64 - 20_000).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!(opened.problems.first().map(|problem| problem.place), Some(Place::File));
    assert_eq!(opened.records.len(), 1, "what is left can be read");
    let mut vault = opened.vault;
    assert!(matches!(vault.append(&[b"more"], &[]), Err(Error::ReadOnly)), "and nothing is written over the rest");
    assert!((0..3).any(|n| vault.read_chunk(&staged.blob, n).is_err()));
    assert!((0..3).all(|n| matches!(vault.read_chunk(&staged.blob, n), Ok(_) | Err(Error::Damaged(_)))));
    drop(vault);
    let column = whole.windows(15).position(|name| name == b"inbox_recipient").unwrap();
    let mut spoilt = whole;
    spoilt[column] ^= 0x80;
    fs::File::create(&path).unwrap().write_all(&spoilt).unwrap();
    assert!(matches!(open(&path), Err(Error::Damaged(_))));
}

#[test]
fn an_import_that_was_never_committed_is_gone_after_opening() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _, path) = make(folder.path());
    let staged = vault.import(&mut vec![5; CHUNK * 2].as_slice(), &mut |_| ControlFlow::Continue(())).unwrap();
    drop(vault);
    let vault = open(&path).unwrap().vault;
    assert!(vault.read_chunk(&staged.blob, 0).is_err());
    drop(vault);
    let raw = rusqlite::Connection::open(&path).unwrap();
    let left: i64 = raw.query_row("SELECT count(*) FROM chunk", [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0);
}

#[test]
fn a_full_disk_undoes_the_import_and_leaves_the_logbook_usable() {
    let folder = tempfile::tempdir().unwrap();
    let disk = folder.path().join("small");
    fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"]).arg(&disk).status();
    if !mounted.is_ok_and(|status| status.success()) {
        println!("not run: mounting a small disk needs root");
        return;
    }
    let (mut vault, _, path) = make(&disk);
    vault.append(&[b"before"], &[]).unwrap();
    let full = vault.import(&mut vec![9; 8 << 20].as_slice(), &mut |_| ControlFlow::Continue(()));
    let told = matches!(full, Err(houvast_vault::ImportError::Vault(Error::Full)));
    let after = vault.append(&[b"after"], &[]).is_ok();
    drop(vault);
    let opened = open(&path).map(|opened| (opened.records.len(), opened.problems.len()));
    Command::new("umount").arg(&disk).status().unwrap();
    assert!(told, "the disk was not said to be full");
    assert!(after, "the logbook could not be used on");
    assert_eq!(opened.unwrap(), (2, 0));
}

#[test]
fn the_passphrase_and_the_recovery_key_can_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, old_key, path) = make(folder.path());
    vault.append(&[b"a"], &[]).unwrap();
    vault.change_passphrase("een nieuwe zin", KdfCost::FLOOR).unwrap();
    let key = vault.replace_recovery_key().unwrap();
    drop(vault);
    assert!(matches!(open(&path), Err(Error::WrongPassphrase)));
    let by_old = Vault::open(&path, &Unlock::RecoveryKey(&old_key), system::ports());
    assert!(matches!(by_old, Err(Error::WrongRecoveryKey)));
    for unlock in [Unlock::Passphrase("een nieuwe zin"), Unlock::RecoveryKey(&key)] {
        assert_eq!(Vault::open(&path, &unlock, system::ports()).unwrap().records.len(), 1);
    }
}

/// Runs only as the child of the next test: appends and imports, and says what is acknowledged, until it is killed.
#[test]
fn child_that_writes_until_it_is_killed() {
    let Some(path) = std::env::var_os("HOUVAST_TEST_KILLED") else { return };
    let opened = open(Path::new(&path)).unwrap();
    let mut vault = opened.vault;
    for n in opened.records.len().. {
        if n % 5 == 4 {
            let staged = vault.import(&mut vec![3; CHUNK * 3].as_slice(), &mut |_| ControlFlow::Continue(())).unwrap();
            vault.append(&[n.to_string().as_bytes()], &[staged.blob.id]).unwrap();
        } else {
            vault.append(&[n.to_string().as_bytes()], &[]).unwrap();
        }
        println!("acknowledged {n}");
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, _, path) = make(folder.path());
    drop(vault);
    for round in 0..12_u32 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["child_that_writes_until_it_is_killed", "--exact", "--nocapture"])
            .env("HOUVAST_TEST_KILLED", &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        let mut out = child.stdout.take().unwrap();
        // Killed at another moment in each round: after that many bytes of acknowledgements.
        let mut some = vec![0; 60 + usize::try_from(round).unwrap() * 37];
        let _ = out.read_exact(&mut some);
        child.kill().unwrap();
        child.wait().unwrap();
        said.push_str(&String::from_utf8_lossy(&some));
        out.read_to_string(&mut said).unwrap();
        let last = said.lines().filter_map(|line| line.strip_prefix("acknowledged ")?.parse::<usize>().ok()).max();
        let opened = open(&path).unwrap();
        assert!(opened.problems.is_empty(), "{:?}", opened.problems);
        assert!(opened.records.len() > last.unwrap_or(0), "record {last:?} was acknowledged and is gone");
    }
}

#[test]
fn a_name_that_looks_like_an_address_is_a_name_and_an_existing_file_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    // Run as another program, because the current folder belongs to the whole process.
    let name = "file:x.db?mode=memory";
    let out = Command::new(std::env::current_exe().unwrap())
        .args(["child_that_makes_a_logbook_in_the_current_folder", "--exact", "--ignored"])
        .env("HOUVAST_NAME", name)
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));
    let path = folder.path().join(name);
    let before = fs::read(&path).unwrap();
    assert!(open(&path).is_ok());
    let again = Vault::create(&path, PASSPHRASE, KdfCost::FLOOR, system::ports());
    assert!(matches!(again, Err(Error::AlreadyExists)));
    assert_eq!(fs::read(&path).unwrap().len(), before.len());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
#[ignore = "the test above runs it"]
fn child_that_makes_a_logbook_in_the_current_folder() {
    let name = std::env::var_os("HOUVAST_NAME").unwrap();
    Vault::create(Path::new(&name), PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap();
}

#[test]
fn an_anchor_finds_out_what_was_put_back_or_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _, path) = make(folder.path());
    vault.append(&[b"one", b"two"], &[]).unwrap();
    let copy = fs::read(&path).unwrap();
    vault.append(&[b"three"], &[]).unwrap();
    let anchor = vault.anchor();
    vault.append(&[b"four"], &[]).unwrap();
    assert_eq!(vault.agrees_with(&anchor).unwrap(), Agreement::Holds { covers: 3, later: 1 });
    let (body, proof) = vault.disclose(1).unwrap();
    assert!(body.ends_with(b"two"));
    assert!(verify_proof(&proof, &body, &vault.verifier_key()));
    assert!(!verify_proof(&proof, b"two", &vault.verifier_key()));
    assert!(vault.disclose(4).is_err());
    drop(vault);
    // Whoever has the file's key could write on from an older copy: the log holds, the anchor does not.
    fs::File::create(&path).unwrap().write_all(&copy).unwrap();
    let mut opened = open(&path).unwrap();
    assert!(opened.problems.is_empty());
    assert_eq!(opened.vault.agrees_with(&anchor).unwrap(), Agreement::Older { covers: 3, here: 2 });
    opened.vault.append(&[b"other", b"words"], &[]).unwrap();
    assert_eq!(opened.vault.agrees_with(&anchor).unwrap(), Agreement::Differs);
}

#[test]
fn what_is_handed_over_is_shown_to_be_in_the_log_and_the_log_to_go_on_from_an_earlier_anchor() {
    let folder = tempfile::tempdir().unwrap();
    let (mut vault, _, path) = make(folder.path());
    let public = vault.verifier_key();
    let nothing = vault.anchor();
    let payloads: Vec<Vec<u8>> = (0..37_u8).map(|n| vec![n; 20]).collect();
    let slices: Vec<&[u8]> = payloads.iter().map(Vec::as_slice).collect();
    vault.append(&slices[..20], &[]).unwrap();
    let earlier = vault.anchor();
    vault.append(&slices[20..], &[]).unwrap();
    let (_, size, root) = open_anchor(&vault.anchor(), &public).unwrap();
    assert_eq!((size, root), (vault.head().size, vault.head().root));

    let asked = [36, 0, 7, 7, 19, 20];
    let given = vault.disclose_all(&asked).unwrap();
    assert_eq!(given.len(), asked.len());
    for (seq, (body, proof)) in asked.iter().zip(&given) {
        assert!(body.ends_with(&[u8::try_from(*seq).unwrap(); 20]));
        assert!(verify_proof(proof, body, &public) && proof.ends_with(&vault.anchor()), "{seq}");
        assert!(vault.disclose(*seq).unwrap() == (body.clone(), proof.clone()));
    }
    assert!(matches!(vault.disclose_all(&[1, 37]), Err(Error::Damaged(Place::Seq(37)))));
    assert!(vault.disclose_all(&[]).unwrap().is_empty());

    for anchor in [&nothing, &earlier, &vault.anchor()] {
        let (_, first, before) = open_anchor(anchor, &public).unwrap();
        let proof = vault.consistency(first).unwrap().unwrap();
        assert!(verify_consistency(first, before, size, root, &proof), "{first}");
        assert!(!verify_consistency(first, [7; 32], size, root, &proof));
    }
    assert_eq!(vault.consistency(38).unwrap(), None);

    let note = vault.sign_note("a list of files\n").unwrap();
    assert_eq!(verify_note(&note, &public).as_deref(), Some("a list of files\n"));
    assert_eq!(vault.sign_note(earlier.split_once("\n\n").unwrap().0), None, "it would be an anchor");

    drop(vault);
    rusqlite::Connection::open(&path).unwrap().execute("DELETE FROM record WHERE id = 6", []).unwrap();
    let vault = open(&path).unwrap().vault;
    assert!(matches!(vault.disclose_all(&[1]), Err(Error::Damaged(Place::Seq(5)))), "nothing can be proved");
    assert!(matches!(vault.consistency(3), Err(Error::Damaged(Place::Seq(5)))));
}
