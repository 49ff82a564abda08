//! `houvast put`, `erase`, `backup` and `restore`: nothing is lost, and what is erased is gone.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use common::case::{Case, sentence};
use common::{files, pdf_text, sha256sum};
use serde_json::json;

fn incident(what: &str) -> serde_json::Value {
    json!({"when": {"day": "2026-03-03"}, "what": what})
}

#[test]
fn what_is_put_in_while_locked_waits_in_the_inbox() {
    let case = Case::new();
    let photo = files::file(case.path(), "foto.bmp", &files::picture(300, 200, [200, 30, 30]));
    let film = files::file(case.path(), "film.mp4", &vec![42; 5 << 20]);
    let put =
        case.run(&["put", "--note", "Hij staat voor de deur.", &photo.to_string_lossy(), &film.to_string_lossy()]);
    assert_eq!(put.status.code(), Some(0), "{}", String::from_utf8_lossy(&put.stderr));
    // No passphrase was needed; without it nothing can be read.
    let raw = std::fs::read(case.logbook()).unwrap();
    assert!(!raw.windows(12).any(|window| window == b"voor de deur"));
    let gone = case.run(&["put", "/bestaat/niet"]);
    assert_eq!(gone.status.code(), Some(1));
    sentence(&gone);
    let inbox = case.json(&["inbox"]);
    let names: Vec<&str> = inbox.as_array().unwrap().iter().filter_map(|piece| piece["name"].as_str()).collect();
    assert_eq!(names, ["notitie.txt", "foto.bmp", "film.mp4"]);
    for piece in inbox.as_array().unwrap() {
        assert_eq!(piece["arrival"], "while-locked");
        assert_eq!(piece["put_in"]["whole"], true);
    }
    assert_eq!(inbox[1]["sha256"], sha256sum(&photo));
    assert_eq!(inbox[1]["thumbnail"], json!([300, 200]));
    assert_eq!(inbox[2]["sha256"], sha256sum(&film));
    let note = case.path().join("notitie");
    let id = inbox[0]["id"].as_str().unwrap();
    assert_eq!(case.run(&["extract", id, "--out", &note.to_string_lossy()]).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(note).unwrap(), "Hij staat voor de deur.");
    assert_eq!(case.json(&["inbox"]).as_array().unwrap().len(), 3, "it is taken in once");
    assert_eq!(case.json(&["check"])["ok"], true);
}

#[test]
fn what_is_erased_is_nowhere_and_that_it_was_erased_stays() {
    let case = Case::new();
    let kept = case.record(&incident("Dit blijft."));
    let id = case.record(&incident("Dit moet weg."));
    let photo = files::file(case.path(), "foto.bmp", &files::picture(300, 200, [200, 30, 30]));
    let letter = files::file(case.path(), "brief.txt", b"een brief");
    let pieces = case.json(&["attach", &id, &photo.to_string_lossy(), &letter.to_string_lossy()]);
    let anchor = String::from_utf8(case.run(&["anchor", "--to", "Politie"]).stdout).unwrap();
    let hesitant = case.run(&["erase", &id]);
    assert_eq!(hesitant.status.code(), Some(2));
    sentence(&hesitant);
    let evidence = pieces[1]["id"].as_str().unwrap();
    assert_eq!(case.run(&["erase", evidence, "--for-good"]).status.code(), Some(0));
    assert_eq!(case.run(&["extract", evidence, "--out", "/dev/null"]).status.code(), Some(1));
    let files = case.json(&["show", &id])["evidence"].as_array().unwrap().len();
    assert_eq!(files, 1);
    assert_eq!(
        case.run(&["erase", &id, "--for-good", "--keep-files", "--reason", "Voor mijn rust"]).status.code(),
        Some(0)
    );
    assert_eq!(case.run(&["show", &id]).status.code(), Some(1));
    assert_eq!(case.json(&["inbox"])[0]["id"], pieces[0]["id"], "its other file waits in the inbox");
    let list = case.json(&["list", "--withdrawn"]);
    assert_eq!(list.as_array().unwrap().iter().map(|entry| &entry["id"]).collect::<Vec<_>>(), [&json!(kept)]);
    // The rest holds, and what was anchored before does too.
    assert_eq!(case.json(&["check"]), json!({"ok": true, "problems": []}));
    assert_eq!(case.run_with(&anchor, &["check", "--anchor", "-"]).status.code(), Some(0));
    let pdf = case.path().join("a.pdf");
    assert_eq!(case.run(&["report", "--out", &pdf.to_string_lossy()]).status.code(), Some(0));
    let text = pdf_text(&pdf);
    assert!(!text.contains("Dit moet weg."), "{text}");
    assert!(
        text.split_whitespace().collect::<Vec<_>>().join(" ").contains("bestanden voorgoed gewist"),
        "the report says that something was erased:\n{text}"
    );
}

#[test]
fn an_erased_incident_that_is_put_back_is_named_and_not_shown() {
    let case = Case::new();
    let id = case.record(&incident("Dit moet weg."));
    let old = case.path().join("oud.db");
    std::fs::copy(case.logbook(), &old).unwrap();
    assert_eq!(case.run(&["erase", &id, "--for-good"]).status.code(), Some(0));
    let raw = rusqlite::Connection::open(case.logbook()).unwrap();
    raw.execute("ATTACH ?1 AS old", [old.to_string_lossy()]).unwrap();
    raw.execute("UPDATE record SET sealed = (SELECT sealed FROM old.record WHERE id = 1) WHERE id = 1", []).unwrap();
    drop(raw);
    let check = case.run(&["check", "--json"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&check.stdout).contains("put back"));
    assert_eq!(case.json(&["list", "--withdrawn"]).as_array().unwrap().len(), 0);
}

#[test]
fn a_private_note_that_was_erased_and_put_back_is_named_and_not_shown() {
    let case = Case::new();
    let id = case.record(&json!({"when": {"day": "2026-03-03"}, "what": "Dit moet weg.", "private_note": "dit ook"}));
    let old = case.path().join("oud.db");
    std::fs::copy(case.logbook(), &old).unwrap();
    assert_eq!(case.run(&["erase", &id, "--for-good"]).status.code(), Some(0));
    let raw = rusqlite::Connection::open(case.logbook()).unwrap();
    raw.execute("ATTACH ?1 AS old", [old.to_string_lossy()]).unwrap();
    // The record behind the incident's.
    raw.execute("UPDATE record SET sealed = (SELECT sealed FROM old.record WHERE id = 2) WHERE id = 2", []).unwrap();
    drop(raw);
    let check = case.run(&["check", "--json"]);
    assert_eq!(check.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&check.stdout).contains("put back"));
    assert_eq!(case.json(&["list", "--withdrawn"]).as_array().unwrap().len(), 0);
    let passphrase = case.path().join("passphrase");
    let reader = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/reader/read_vault.py");
    let mut stranger = std::process::Command::new("/usr/bin/python3");
    stranger.arg(reader).arg("check").arg(case.logbook()).arg("--passphrase-file").arg(passphrase);
    let said = stranger.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&said.stdout), "record 1 was erased and is back\n");
}

#[test]
fn a_backup_comes_back_and_nothing_is_overwritten_unsaid() {
    let case = Case::new();
    let id = case.record(&incident("Voor de reservekopie."));
    let photo = files::file(case.path(), "foto.bmp", &files::picture(300, 200, [200, 30, 30]));
    case.json(&["attach", &id, &photo.to_string_lossy()]);
    let copy = case.path().join("kopie.db");
    let made = case.run(&["backup", "--out", &copy.to_string_lossy()]);
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let itself = case.run(&["backup", "--out", &case.logbook().to_string_lossy()]);
    assert_eq!(itself.status.code(), Some(1));
    sentence(&itself);
    // Nothing came since but that a backup was made: it goes back without a question.
    let words = ["restore", "--from", &copy.to_string_lossy()].map(str::to_owned);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    assert_eq!(case.run(&words).status.code(), Some(0));
    let later = case.record(&incident("Na de reservekopie."));
    let before = std::fs::read(case.logbook()).unwrap();
    let refused = case.run(&words);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("Na de reservekopie.") && said.contains(&later), "{said}");
    assert!(std::fs::read(case.logbook()).unwrap() == before, "nothing was changed");
    let done = case.run(&[&words[..], &["--replace"]].concat());
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    let list = case.json(&["list"]);
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["evidence"][0]["sha256"], sha256sum(&photo));
    assert_eq!(case.json(&["check"])["ok"], true);
    // The logbook that was there is kept.
    let aside = String::from_utf8_lossy(&done.stderr).into_owned();
    let aside = aside.lines().last().unwrap().rsplit("heet nu ").next().unwrap().trim_end_matches('.').to_owned();
    assert!(std::fs::read(&aside).unwrap() == before, "{aside}");
    // A backup that was damaged on its way is refused or named, never put back unsaid.
    let mut harmed = std::fs::read(&copy).unwrap();
    let middle = harmed.len() / 2;
    harmed[middle] ^= 1;
    files::file(case.path(), "kopie.db", &harmed);
    let told = case.run(&[&words[..], &["--replace"]].concat());
    let said = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(told.status.code() != Some(0) || said.lines().count() > 2, "{said}");
    files::file(case.path(), "kopie.db", b"no logbook");
    assert_eq!(case.run(&words).status.code(), Some(4));
}

#[test]
fn a_backup_opens_where_there_is_no_logbook_by_the_recovery_key_too() {
    let case = Case::new();
    case.record(&incident("Mee naar een ander apparaat."));
    let key = case.json(&["recovery-key"])["recovery_key"].as_str().unwrap().to_owned();
    let copy = case.path().join("kopie.db");
    assert_eq!(case.run(&["backup", "--out", &copy.to_string_lossy()]).status.code(), Some(0));
    let other = Case::new();
    std::fs::remove_file(other.logbook()).unwrap();
    files::file(other.path(), "passphrase", format!("{key}\n").as_bytes());
    let words = ["restore", "--from", &copy.to_string_lossy(), "--with-recovery-key"].map(str::to_owned);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = other.run(&words);
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(other.json(&["list", "--with-recovery-key"])[0]["what"], "Mee naar een ander apparaat.");
}
