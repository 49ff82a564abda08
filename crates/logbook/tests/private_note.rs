//! A private note stands in a record of its own: the incident can be handed over word for word, and the note stays.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::ops::ControlFlow;
use std::path::Path;

use houvast_logbook::model::{Incident, IncidentId, When};
use houvast_logbook::view::{Field, Filter, IncidentView, Step};
use houvast_logbook::{Book, KdfCost, Restore, Unlock};
use houvast_vault::{Vault, system};
use serde_json::{Value, json};

const UNLOCK: Unlock<'_> = Unlock::Passphrase("een zin voor de test");
const NOTE: &str = "hij belt altijd na de zitting";
const OTHER: &str = "vragen aan de advocaat";
const ID: &str = "252cvbn1m5";

fn book(path: &Path) -> Book {
    Book::create(path, "een zin voor de test", KdfCost::FLOOR, system::ports()).unwrap().0
}

fn open(path: &Path) -> Book {
    Book::open(path, &UNLOCK, system::ports()).unwrap()
}

fn incident(what: &str, note: &str) -> Incident {
    let when = When::Day("2026-03-03".parse().unwrap());
    Incident { what: what.into(), private_note: note.into(), ..Incident::at(when) }
}

/// Writes payloads as another version did, past the book.
fn write(path: &Path, payloads: &[Value]) {
    let mut vault = Vault::open(path, &UNLOCK, system::ports()).unwrap().vault;
    for payload in payloads {
        vault.append(&[payload.to_string().as_bytes()], &[]).unwrap();
    }
}

/// Every record that is left: what it is, its body as somebody else gets it, and its place.
fn disclosed(path: &Path) -> Vec<(String, String, u64)> {
    let opened = Vault::open(path, &UNLOCK, system::ports()).unwrap();
    let told = opened.records.iter().map(|record| {
        let change: Value = serde_json::from_slice(&record.payload).unwrap();
        let (body, _) = opened.vault.disclose(record.seq).unwrap();
        (change["change"].as_str().unwrap().to_owned(), String::from_utf8_lossy(&body).into_owned(), record.seq)
    });
    told.collect()
}

fn search(book: &Book, words: &str) -> usize {
    book.incidents(&Filter { search: words.into(), ..Filter::default() }).len()
}

/// The steps of a history, each with the note as it read then.
fn steps(view: &IncidentView) -> Vec<(Step, &str)> {
    view.history
        .iter()
        .map(|version| (version.step, version.incident.as_ref().unwrap().private_note.as_str()))
        .collect()
}

#[test]
fn what_is_handed_over_of_an_incident_does_not_hold_its_private_note() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut book = book(&path);
    let id = book.record(incident("Hij belde.", NOTE), &[]).unwrap();
    book.record_all(vec![incident("Hij stond er.", NOTE), incident("Een brief.", "")]).unwrap();
    book.amend(&id, incident("Hij belde twee keer.", OTHER), "geteld").unwrap();
    book.amend(&id, incident("Hij belde drie keer.", OTHER), "geteld").unwrap();
    let seqs: Vec<u64> = book.incident(&id).unwrap().history.iter().map(|step| step.recorded.seq).collect();
    drop(book);
    let told = disclosed(&path);
    let changes: Vec<&str> = told.iter().map(|(change, ..)| change.as_str()).collect();
    assert_eq!(
        changes,
        [
            "incident-recorded",
            "private-note-set",
            "incident-recorded",
            "private-note-set",
            "incident-recorded",
            "incident-amended",
            "private-note-set",
            "incident-amended"
        ]
    );
    for (change, body, seq) in &told {
        let private = body.contains(NOTE) || body.contains(OTHER);
        assert_eq!(private, change == "private-note-set", "record {seq}");
    }
    assert_eq!(seqs, [0, 5, 7], "a step stands where its text does");
}

#[test]
fn a_private_note_is_found_and_is_there_after_opening_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut book = book(&path);
    let id = book.record(incident("Hij belde.", NOTE), &[]).unwrap();
    book.record(incident("Een brief.", ""), &[]).unwrap();
    assert_eq!(search(&book, "zitting"), 1);
    book.amend(&id, incident("Hij belde.", OTHER), "").unwrap();
    let looks = |book: &Book| {
        assert_eq!((search(book, "zitting"), search(book, "ADVOCAAT belde")), (0, 1));
        book.incident(&id).unwrap()
    };
    let before = looks(&book);
    drop(book);
    let book = open(&path);
    assert_eq!(looks(&book), before);
    assert_eq!(book.problems(), []);
}

#[test]
fn each_step_shows_the_note_as_it_read_and_a_note_alone_is_no_correction() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut book = book(&path);
    let id = book.record(incident("Hij belde.", ""), &[]).unwrap();
    book.amend(&id, incident("Hij belde.", NOTE), "om te onthouden").unwrap();
    let summary = &book.incidents(&Filter::default())[0];
    assert!(!summary.amended && summary.incident.private_note == NOTE);
    book.amend(&id, incident("Hij belde twee keer.", NOTE), "geteld").unwrap();
    book.amend(&id, incident("Hij belde drie keer.", OTHER), "").unwrap();
    book.amend(&id, incident("Hij belde drie keer.", ""), "").unwrap();
    book.amend(&id, incident("Hij belde drie keer.", ""), "niets veranderd").unwrap();
    drop(book);
    let book = open(&path);
    let view = book.incident(&id).unwrap();
    assert_eq!(
        steps(&view),
        [
            (Step::Recorded, ""),
            (Step::Noted, NOTE),
            (Step::Amended, NOTE),
            (Step::Amended, OTHER),
            (Step::Noted, ""),
            (Step::Amended, "")
        ]
    );
    let reasons: Vec<&str> = view.history.iter().map(|version| version.reason.as_str()).collect();
    assert_eq!(reasons, ["", "om te onthouden", "geteld", "", "", "niets veranderd"]);
    assert!(view.incident.private_note.is_empty());
    assert!(book.incidents(&Filter::default())[0].amended);
}

#[test]
fn a_note_in_an_older_logbook_reads_as_it_did_and_moves_out_with_the_next_correction() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    drop(book(&path));
    let other = "252cvbn1m6";
    let old = |change: &str, id: &str, what: &str, note: &str| json!({"v": 1, "change": change, "id": id, "incident": incident(what, note)});
    write(
        &path,
        &[
            old("incident-recorded", ID, "Hij belde.", NOTE),
            old("incident-recorded", other, "Een brief.", NOTE),
            old("incident-amended", other, "Twee brieven.", ""),
        ],
    );
    let mut book = open(&path);
    let ids: [IncidentId; 2] = [ID, other].map(|id| id.parse().unwrap());
    assert_eq!(steps(&book.incident(&ids[1]).unwrap()), [(Step::Recorded, NOTE), (Step::Amended, "")]);
    let kept = book.incident(&ids[0]).unwrap().incident;
    assert_eq!(kept.private_note, NOTE);
    book.amend(&ids[0], Incident { what: "Hij belde twee keer.".into(), ..kept }, "").unwrap();
    drop(book);
    let book = open(&path);
    assert_eq!(steps(&book.incident(&ids[0]).unwrap()), [(Step::Recorded, NOTE), (Step::Amended, NOTE)]);
    drop(book);
    let told = disclosed(&path);
    assert!(told[0].1.contains(NOTE) && !told[3].1.contains(NOTE) && told[4].1.contains(NOTE));
    assert_eq!((told[3].0.as_str(), told[4].0.as_str()), ("incident-amended", "private-note-set"));
    // An older version of the app knows nothing of notes that stand apart: its correction leaves one where it is.
    write(&path, &[old("incident-amended", ID, "Hij belde drie keer.", "")]);
    assert_eq!(open(&path).incident(&ids[0]).unwrap().incident.private_note, NOTE);
    write(&path, &[old("incident-amended", ID, "Hij belde.", OTHER), old("incident-amended", ID, "Hij belde.", "")]);
    assert_eq!(open(&path).incident(&ids[0]).unwrap().incident.private_note, "");
}

#[test]
fn erasing_an_incident_leaves_none_of_its_private_notes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut book = book(&path);
    let id = book.record(incident("Hij belde.", NOTE), &[]).unwrap();
    book.amend(&id, incident("Hij belde.", OTHER), "om te onthouden").unwrap();
    book.record(incident("Dit blijft.", "en dit"), &[]).unwrap();
    book.erase_incident(&id, false, "").unwrap();
    assert_eq!(search(&book, "zitting") + search(&book, "advocaat"), 0);
    drop(book);
    // Its own record is lost, and it was corrected: what was noted in between is its own all the same.
    let noted = json!({"v": 1, "change": "private-note-set", "id": ID, "text": NOTE});
    let withdrawn = json!({"v": 1, "change": "incident-withdrawn", "id": ID, "reason": OTHER});
    let amended = json!({"v": 1, "change": "incident-amended", "id": ID, "incident": incident("Een brief.", "")});
    write(&path, &[noted, withdrawn, amended]);
    let mut book = open(&path);
    assert_eq!(book.problems().len(), 3, "a note without its incident is named");
    let early = ID.parse().unwrap();
    assert_eq!(book.incident(&early).unwrap().incident.private_note, NOTE);
    book.erase_incident(&early, false, "").unwrap();
    drop(book);
    let left: Vec<String> = disclosed(&path).into_iter().map(|(_, body, _)| body).collect();
    let words = [NOTE, OTHER, "om te onthouden"];
    assert!(!left.iter().any(|body| words.iter().any(|word| body.contains(word))));
    assert!(left.iter().any(|body| body.contains("en dit")));
    assert_eq!(open(&path).problems(), []);
}

#[test]
fn a_backup_that_lacks_a_private_note_lacks_something_of_the_incident() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.db"), folder.path().join("kopie.db"));
    let mut here = book(&path);
    let id = here.record(incident("Hij belde.", ""), &[]).unwrap();
    here.record(incident("Een brief.", OTHER), &[]).unwrap();
    drop(here);
    std::fs::copy(&path, &copy).unwrap();
    let mut here = open(&path);
    here.amend(&id, incident("Hij belde.", NOTE), "").unwrap();
    let goes_on = &mut |_, _| ControlFlow::Continue(());
    let restore = Restore::read(&copy, &path, &UNLOCK, system::ports(), goes_on).unwrap();
    let lacks = restore.lacks(&here).unwrap();
    assert_eq!(lacks.incidents.iter().map(|incident| &incident.id).collect::<Vec<_>>(), [&id]);
    assert_eq!(lacks.changes, 1);
}

#[test]
fn whoever_looks_along_finds_nothing_by_the_words_of_a_note() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book(&folder.path().join("logboek.db"));
    book.record(incident("Hij stond bij de voordeur.", NOTE), &[]).unwrap();
    book.record(
        Incident { reaction: "Niet opengedaan na de zitting".into(), ..incident("Hij belde aan.", OTHER) },
        &[],
    )
    .unwrap();
    let asked = |search: &str, without_notes| {
        let filter = Filter { search: search.into(), without_notes, ..Filter::default() };
        let timeline = book.timeline(&filter, None);
        assert_eq!(book.incidents(&filter).len(), timeline.shown.len());
        (timeline.shown, timeline.elsewhere.into_iter().flat_map(|(_, fields)| fields).collect::<Vec<_>>())
    };
    assert_eq!(asked("advocaat", false), (vec![0], vec![Field::PrivateNote]));
    assert_eq!(asked("advocaat", true), (vec![], vec![]));
    // What stands somewhere else too is found there, and nothing says that it stands in a note.
    assert_eq!(asked("zitting", true), (vec![0], vec![Field::Reaction]));
    assert_eq!(asked("voordeur zitting", true), (vec![], vec![]));
    assert_eq!(asked("voordeur", true), (vec![1], vec![]));
}
