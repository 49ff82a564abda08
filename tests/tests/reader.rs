//! The second reader, `docs/reader/read_vault.py`, which knows docs/vault-format.md and none of our code.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use common::{files, program, sha256sum};
use serde_json::{Value, json};

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs")
}

/// Runs the reader. Debian's Python, because the packages that it needs are Debian's.
fn reader(words: &[&str]) -> Output {
    Command::new("/usr/bin/python3").arg(docs().join("reader/read_vault.py")).args(words).output().unwrap()
}

fn said(out: &Output) -> String {
    let said = [out.stdout.as_slice(), &out.stderr].concat();
    let said = String::from_utf8(said).unwrap();
    assert!(!said.contains("Traceback"), "{said}");
    said
}

/// A logbook made with `houvast`, and what was put into it.
struct Kept {
    folder: tempfile::TempDir,
    recovery_key: String,
    film: PathBuf,
    evidence: String,
    anchor: String,
}

impl Kept {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        files::file(folder.path(), "passphrase", "een zin met café erin\n".as_bytes());
        // Longer than three chunks, and no two chunks alike.
        let film: Vec<u8> =
            (0..210_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[..1].to_vec()).collect();
        let film = files::file(folder.path(), "film.mp4", &film);
        let mut kept =
            Self { folder, recovery_key: String::new(), film, evidence: String::new(), anchor: String::new() };
        kept.recovery_key = text(&kept.houvast(&["create"], "")["recovery_key"]);
        let first = json!({"when": "2026-03-03T21:30:00+01:00", "what": "Hij belde en dreigde.", "exact_words": "Je bent van mij 😡"});
        let id = text(&kept.houvast(&["record", "--input", "-"], &first.to_string())["ids"][0]);
        kept.houvast(&["record", "--what", "Bloemen voor de deur."], "");
        kept.evidence = text(&kept.houvast(&["attach", &id, &kept.film.to_string_lossy()], "")[0]["id"]);
        kept.anchor = text(&kept.houvast(&["anchor", "--to", "Wijkagent Bos"], "")["anchor"]);
        kept.houvast(&["amend", &id, "--input", "-", "--reason", "geteld"], r#"{"what":"Hij belde 43 keer."}"#);
        kept
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    fn houvast(&self, words: &[&str], input: &str) -> Value {
        let mut child = Command::new(program("houvast"))
            .args(words)
            .args(["--json", "--logbook", &self.path("a.db"), "--passphrase-file", &self.path("passphrase")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let out = child.wait_with_output().unwrap();
        assert!(out.status.success(), "{words:?}");
        serde_json::from_slice(&out.stdout).unwrap_or_default()
    }

    /// Runs the reader on the logbook, with the passphrase.
    fn read(&self, command: &str, words: &[&str]) -> Output {
        let (logbook, passphrase) = (self.path("a.db"), self.path("passphrase"));
        reader(&[&[command, &logbook, "--passphrase-file", &passphrase], words].concat())
    }

    /// Turns one bit of a value in the file.
    fn flip(&self, table: &str, column: &str, row: i64) {
        let file = rusqlite::Connection::open(self.folder.path().join("a.db")).unwrap();
        let select = format!("SELECT {column} FROM {table} WHERE rowid = ?1");
        let mut bytes: Vec<u8> = file.query_row(&select, [row], |row| row.get(0)).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        let update = format!("UPDATE {table} SET {column} = ?1 WHERE rowid = ?2");
        assert_eq!(file.execute(&update, rusqlite::params![bytes, row]).unwrap(), 1);
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn lines(out: &Output) -> Vec<Value> {
    assert_eq!(out.status.code(), Some(0), "{}", said(out));
    said(out).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_stranger_with_the_document_and_the_key_reads_everything_back() {
    let kept = Kept::new();
    let before = std::fs::read(kept.path("a.db")).unwrap();
    let listed = lines(&kept.read("list", &[]));
    let changes: Vec<&str> = listed.iter().map(|line| line["change"].as_str().unwrap()).collect();
    let expected = ["incident-recorded", "incident-recorded", "evidence-kept", "anchor-given", "incident-amended"];
    assert_eq!(changes, expected);
    assert_eq!(listed[0]["incident"]["what"], "Hij belde en dreigde.");
    assert_eq!(listed[0]["incident"]["exact_words"], "Je bent van mij 😡");
    assert_eq!(listed[4]["incident"]["what"], "Hij belde 43 keer.");
    assert_eq!(listed[4]["reason"], "geteld");
    assert_eq!(listed[3]["anchor"], kept.anchor);
    for (seq, line) in listed.iter().enumerate() {
        assert_eq!(line["seq"], seq);
        assert!(chrono::DateTime::parse_from_rfc3339(line["time"].as_str().unwrap()).is_ok(), "{line}");
    }
    assert_eq!(listed[2]["evidence"]["blob"].get("key"), None, "a list is no place for keys");

    let out = kept.path("terug.mp4");
    assert_eq!(kept.read("extract", &[&kept.evidence, &out]).status.code(), Some(0));
    assert!(std::fs::read(&out).unwrap() == std::fs::read(&kept.film).unwrap());
    assert_eq!(listed[2]["evidence"]["sha256"], sha256sum(Path::new(&out)));
    let checked = kept.read("check", &[]);
    assert!(said(&checked).starts_with("all holds: 5 records"), "{}", said(&checked));

    files::file(kept.folder.path(), "anker", format!("> {}", kept.anchor.replace('\n', "\r\n> ")).as_bytes());
    assert!(said(&kept.read("anchor", &[&kept.path("anker")])).starts_with("holds: the anchor covers 3 records; 2 "));
    files::file(kept.folder.path(), "anker", kept.anchor.replace("\n3\n", "\n2\n").as_bytes());
    assert_eq!(kept.read("anchor", &[&kept.path("anker")]).status.code(), Some(1));

    files::file(kept.folder.path(), "sleutel", kept.recovery_key.as_bytes());
    let by_recovery_key = reader(&["list", &kept.path("a.db"), "--recovery-key-file", &kept.path("sleutel")]);
    assert_eq!(lines(&by_recovery_key), listed);
    files::file(kept.folder.path(), "passphrase", b"een andere zin\n");
    assert_eq!(kept.read("list", &[]).status.code(), Some(3));
    assert!(std::fs::read(kept.path("a.db")).unwrap() == before, "the reader only reads");
    assert!(!Path::new(&kept.path("a.db-journal")).exists());
}

#[test]
fn the_reader_names_what_was_damaged_and_reads_the_rest() {
    let kept = Kept::new();
    files::file(kept.folder.path(), "anker", kept.anchor.as_bytes());
    kept.flip("chunk", "sealed", 2);
    let checked = kept.read("check", &[]);
    assert_eq!(checked.status.code(), Some(1));
    assert_eq!(said(&checked), format!("evidence {}, chunk 1 is missing or was altered\n", kept.evidence));
    let refused = kept.read("extract", &[&kept.evidence, &kept.path("terug.mp4")]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused).contains("chunk 1"));
    assert!(!Path::new(&kept.path("terug.mp4")).exists() && !Path::new(&kept.path("terug.mp4.part")).exists());

    kept.flip("record", "sealed", 2);
    let checked = said(&kept.read("check", &[]));
    assert!(checked.contains("record 1 is missing or was altered\nrow 2 does not open\n"), "{checked}");
    let left: Vec<Value> = lines(&kept.read("list", &[])).iter().map(|line| line["seq"].clone()).collect();
    assert_eq!(left, [0, 2, 3, 4]);
    let anchor = kept.read("anchor", &[&kept.path("anker")]);
    assert_eq!(anchor.status.code(), Some(1));
    assert!(said(&anchor).contains("is missing"));

    kept.flip("head", "sealed", 1);
    assert!(said(&kept.read("check", &[])).contains("the head of the log is missing or was altered\n"));
    kept.flip("header", "mac", 1);
    let checked = said(&kept.read("check", &[]));
    assert!(checked.contains("its checksum does not fit\n") && checked.contains("its MAC does not fit\n"), "{checked}");
    assert_eq!(lines(&kept.read("list", &[])).len(), 4);
    kept.flip("slot", "bytes", 0);
    let lost = kept.read("list", &[]);
    assert_eq!(lost.status.code(), Some(4));
    assert!(said(&lost).contains("the header is damaged"), "{}", said(&lost));
}

#[test]
fn a_record_put_back_from_an_older_copy_is_named() {
    let kept = Kept::new();
    let older = std::fs::read(kept.path("a.db")).unwrap();
    kept.houvast(&["record", "--what", "Later"], "");
    // The head of before, with the records of now.
    files::file(kept.folder.path(), "older.db", &older);
    let file = rusqlite::Connection::open(kept.path("a.db")).unwrap();
    file.execute("ATTACH ?1 AS older", [kept.path("older.db")]).unwrap();
    file.execute("UPDATE head SET sealed = (SELECT sealed FROM older.head)", []).unwrap();
    drop(file);
    assert_eq!(said(&kept.read("check", &[])), "record 5 is more than the head accounts for\n");
}

#[test]
fn what_is_no_whole_logbook_is_refused() {
    let kept = Kept::new();
    files::file(kept.folder.path(), "other.db", b"SQLite format 3\0 but then nothing of ours");
    let passphrase = kept.path("passphrase");
    let foreign = reader(&["list", &kept.path("other.db"), "--passphrase-file", &passphrase]);
    assert_eq!(foreign.status.code(), Some(4));
    assert!(said(&foreign).contains("not a logbook"));
    // The first bytes of a rollback journal that a crash left.
    files::file(kept.folder.path(), "a.db-journal", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 and so on");
    let crashed = kept.read("list", &[]);
    assert_eq!(crashed.status.code(), Some(4));
    assert!(said(&crashed).contains("roll it back"));
}

#[test]
fn every_published_vector_holds_and_a_wrong_one_does_not() {
    let good = reader(&["self-test"]);
    assert_eq!(said(&good), "all vectors hold\n");
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(docs().join("vectors")).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
    }
    let vectors: Value = serde_json::from_slice(&std::fs::read(folder.path().join("vectors.json")).unwrap()).unwrap();
    for part in
        ["/passphrase/secret", "/slots/0/commitment", "/subkeys/sign", "/record/leaf", "/trees/4/root", "/blob/sha256"]
    {
        let mut wrong = vectors.clone();
        *wrong.pointer_mut(part).unwrap() = Value::from("00");
        files::file(folder.path(), "vectors.json", wrong.to_string().as_bytes());
        let out = reader(&["self-test", &folder.path().to_string_lossy()]);
        assert_eq!(out.status.code(), Some(1), "{part}");
    }
}

#[test]
fn what_was_erased_is_told_and_what_waits_in_the_inbox_is_read() {
    let sample = docs().join("vectors/erased-and-inbox.db").to_string_lossy().into_owned();
    let told: Value =
        serde_json::from_slice(&std::fs::read(docs().join("vectors/erased-and-inbox.json")).unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let key = files::file(folder.path(), "sleutel", told["recovery_key"].as_str().unwrap().as_bytes());
    let read = |command: &str, words: &[&str]| {
        reader(&[&[command, &sample, "--recovery-key-file", &key.to_string_lossy()], words].concat())
    };
    let listed = lines(&read("list", &[]));
    assert_eq!((&listed[1]["erased"], listed[1].get("incident")), (&Value::from(true), None));
    assert_eq!(listed[2]["change"], "incident-erased");
    assert!(said(&read("check", &[])).starts_with("all holds: 3 records"));
    let items = lines(&read("inbox", &[]));
    assert_eq!((&items[0]["what"], &items[0]["whole"]), (&Value::from("note"), &Value::from(true)));
    assert_eq!(items[0]["text"], "Hij staat nu voor de deur. 😡");
    // Cut off in its second chunk: the first is kept.
    assert_eq!((&items[1]["name"], &items[1]["whole"]), (&Value::from("opname.ogg"), &Value::from(false)));
    let out = folder.path().join("opname");
    let item = items[1]["item"].as_str().unwrap();
    assert_eq!(read("inbox", &["--item", item, &out.to_string_lossy()]).status.code(), Some(0));
    let bytes = std::fs::read(&out).unwrap();
    assert!(bytes.len() > 65_000 && (0..).zip(&bytes).all(|(n, byte)| n % 251 == usize::from(*byte)));
}
