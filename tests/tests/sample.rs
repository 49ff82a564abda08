//! The small logbook in docs/vectors: what was kept once opens for ever.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};

use common::files;
use houvast_logbook::model::{Arrival, Contact, Incident, Measure};
use houvast_logbook::view::{Case, Filter, Step};
use houvast_logbook::{Agreement, Book, KdfCost, Keep, Ports, RecoveryKey, Unlock};
use houvast_vault::{Clock, Entropy, Moment};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const PASSPHRASE: &str = "Vier fietsen onder één café";

/// The same clock and the same random bytes in every run.
struct Repeatable {
    minute: AtomicI64,
    block: AtomicU64,
}

impl Clock for Repeatable {
    fn now(&self) -> Moment {
        let minute = self.minute.fetch_add(1, Relaxed);
        let utc_micros = (1_772_569_800 + minute * 60) * 1_000_000;
        Moment { utc_micros, offset_seconds: 3600, zone: "Europe/Amsterdam".into() }
    }
}

impl Entropy for Repeatable {
    fn fill(&self, out: &mut [u8]) {
        for part in out.chunks_mut(32) {
            let block = self.block.fetch_add(1, Relaxed);
            let hash = Sha256::new().chain_update("houvast sample").chain_update(block.to_be_bytes()).finalize();
            part.copy_from_slice(&hash[..part.len()]);
        }
    }
}

fn ports() -> Ports {
    let both = Arc::new(Repeatable { minute: AtomicI64::new(0), block: AtomicU64::new(0) });
    Ports { clock: both.clone(), entropy: both }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/vectors")
}

fn published() -> Value {
    serde_json::from_slice(&std::fs::read(folder().join("sample.json")).unwrap()).unwrap()
}

/// A text longer than one chunk.
fn chat() -> Vec<u8> {
    (1..=1_500).flat_map(|n| format!("{n}: Waarom antwoord je niet? Ik weet waar je bent.\n").into_bytes()).collect()
}

fn incident(json: Value) -> Incident {
    serde_json::from_value(json).unwrap()
}

/// Makes the logbook at `path` and answers with what is published beside it.
fn make(path: &Path) -> Value {
    let (book, recovery) = Book::create(path, PASSPHRASE, KdfCost::FLOOR, ports()).unwrap();
    let book = RefCell::new(book);
    let case = Case { victim: "Sanne de Wit".into(), suspect: "Mark Visser".into(), ..Case::default() };
    book.borrow_mut().set_case(case).unwrap();
    let measure = Measure { kind: "contact-ban".into(), start: "2026-02-01".parse().ok(), ..Measure::default() };
    let measure = book.borrow_mut().set_measure(None, measure).unwrap();
    let contact = Contact { organisation: "police".into(), name: "Wijkagent Bos".into(), ..Contact::default() };
    book.borrow_mut().set_contact(None, contact).unwrap();
    let calls = incident(json!({
        "when": "2026-03-03T21:30:00+01:00", "kind": ["calls", "threat"], "what": "Hij belde en dreigde.",
        "exact_words": "Ik weet waar je bent", "where": "Thuis", "how_often": 43, "who": "Mark Visser",
        "witnesses": ["Els"], "effect": {"fear": 8}, "threat": true, "breached": [measure],
    }));
    let calls = book.borrow_mut().record(calls, &[]).unwrap();
    let gift = incident(json!({"when": {"day": "2026-03-04"}, "kind": ["gifts"], "what": "Bloemen voor de deur."}));
    let gift = book.borrow_mut().record(gift, &[]).unwrap();
    let picture = files::picture(40, 30, [200, 30, 30]);
    let mut kept = Vec::new();
    for (name, bytes, to) in [("bloemen.bmp", picture, &gift), ("gesprek.txt", chat(), &calls)] {
        let keep = Keep { name, arrival: Arrival::Picked, incident: Some(to) };
        let length = bytes.len() as u64;
        let id = keep.bytes(&book, &mut bytes.as_slice(), length, &mut |_, _| ControlFlow::Continue(())).unwrap();
        kept.push(json!({"id": id, "name": name, "sha256": book.borrow().one_evidence(&id).unwrap().sha256}));
    }
    let mut book = book.into_inner();
    let anchor = book.give_anchor("Wijkagent Bos").unwrap();
    let mut better = book.incident(&calls).unwrap().incident;
    better.what = "Hij belde 43 keer en dreigde.".into();
    book.amend(&calls, better, "geteld").unwrap();
    book.withdraw(&gift, "ze waren van mijn zus").unwrap();
    book.set_draft("incident", Some(&json!({"what": "Nog niet af"}))).unwrap();
    json!({
        "passphrase": PASSPHRASE, "recovery_key": recovery.to_string(), "anchor": anchor, "evidence": kept,
        "root": hex(&book.head().root), "inbox": [],
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

#[test]
fn the_published_logbook_opens_and_says_what_it_always_said() {
    let temporary = tempfile::tempdir().unwrap();
    let path = files::file(temporary.path(), "a.db", &std::fs::read(folder().join("sample.db")).unwrap());
    let told = published();
    let key = RecoveryKey::parse(told["recovery_key"].as_str().unwrap()).unwrap();
    for unlock in [Unlock::Passphrase(told["passphrase"].as_str().unwrap()), Unlock::RecoveryKey(&key)] {
        let book = Book::open(&path, &unlock, ports()).unwrap();
        assert_eq!(book.check(&mut |_, _| ControlFlow::Continue(())).unwrap(), []);
        assert_eq!(book.head().root.as_slice(), unhex(&told["root"]));
        let held = book.agrees_with(told["anchor"].as_str().unwrap()).unwrap();
        assert_eq!(held, Agreement::Holds { covers: 7, later: 3 });
        let shown = book.incidents_in_full(&Filter { withdrawn: true, ..Filter::default() });
        let words: Vec<&str> = shown.iter().map(|view| view.incident.what.as_str()).collect();
        assert_eq!(words, ["Hij belde 43 keer en dreigde.", "Bloemen voor de deur."]);
        let steps: Vec<Step> = shown[0].history.iter().map(|version| version.step).collect();
        assert_eq!(steps, [Step::Recorded, Step::Amended]);
        assert_eq!(shown[0].history[0].recorded.at, "2026-03-03T21:33:00+01:00");
        assert_eq!(shown[0].incident.breached, [book.measures()[0].id.clone()]);
        assert_eq!(shown[1].withdrawn.as_deref(), Some("ze waren van mijn zus"));
        assert_eq!(book.case().suspect, "Mark Visser");
        assert_eq!(book.contacts()[0].contact.name, "Wijkagent Bos");
        assert_eq!(book.draft("incident").unwrap().unwrap()["what"], "Nog niet af");
        for piece in told["evidence"].as_array().unwrap() {
            let (id, mut bytes) = (piece["id"].as_str().unwrap().parse().unwrap(), Vec::new());
            book.extract(&id, &mut bytes, &mut |_| ControlFlow::Continue(())).unwrap();
            assert_eq!(hex(&Sha256::digest(&bytes)), piece["sha256"]);
            assert_eq!(book.one_evidence(&id).unwrap().name, piece["name"]);
        }
    }
}

fn unhex(text: &Value) -> Vec<u8> {
    let digits = text.as_str().unwrap();
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn the_same_clock_and_random_bytes_make_the_same_file() {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["a.db", "b.db"].map(|name| folder.path().join(name));
    assert_eq!(make(&paths[0]), make(&paths[1]));
    assert!(std::fs::read(&paths[0]).unwrap() == std::fs::read(&paths[1]).unwrap());
}

#[test]
#[ignore = "writes docs/vectors/sample.db anew: only for a format of which nothing was ever published"]
fn write_the_sample() {
    let path = folder().join("sample.db");
    let _ = std::fs::remove_file(&path);
    files::file(&folder(), "sample.json", format!("{:#}\n", make(&path)).as_bytes());
}

/// Written by another program: an erased incident, a note that is whole and a file that was cut off.
#[test]
fn the_logbook_with_something_erased_and_an_inbox_opens() {
    let told: Value = serde_json::from_slice(&std::fs::read(folder().join("erased-and-inbox.json")).unwrap()).unwrap();
    let here = tempfile::tempdir().unwrap();
    let path = files::file(here.path(), "a.db", &std::fs::read(folder().join("erased-and-inbox.db")).unwrap());
    let key = RecoveryKey::parse(told["recovery_key"].as_str().unwrap()).unwrap();
    for unlock in [Unlock::RecoveryKey(&key), Unlock::Passphrase(told["passphrase"].as_str().unwrap())] {
        let book = RefCell::new(Book::open(&path, &unlock, ports()).unwrap());
        assert_eq!(book.borrow().problems(), []);
        let root = book.borrow().head().root.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        assert_eq!(root, told["root"].as_str().unwrap());
    }
    let book = RefCell::new(Book::open(&path, &Unlock::RecoveryKey(&key), ports()).unwrap());
    let taken = houvast_logbook::take_inbox(&book, &mut |_, _| ControlFlow::Continue(())).unwrap();
    let whole: Vec<bool> =
        taken.iter().map(|id| book.borrow().one_evidence(id).unwrap().put_in.unwrap().whole).collect();
    let wanted: Vec<bool> = told["inbox"].as_array().unwrap().iter().map(|item| item[1].as_bool().unwrap()).collect();
    assert_eq!(whole, wanted);
    assert_eq!(book.borrow().problems(), []);
}
