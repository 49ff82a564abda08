//! The package: from the app's window, and into the programs that others have.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use std::collections::HashSet;
use std::path::Path;
use std::process::Command;

use common::app::App;
use common::case::Case;
use common::desktop::Desktop;
use common::{files, finish, program, sha256sum};

const PASSPHRASE: &str = "zwarte kano langs vier molens";

/// A program that must succeed, and what it printed.
fn told(words: &[&str]) -> String {
    let out = Command::new(words[0]).args(&words[1..]).output().unwrap();
    let all = String::from_utf8_lossy(&[out.stdout, out.stderr].concat()).into_owned();
    assert!(out.status.success(), "{words:?}: {all}");
    all
}

/// A logbook with everything that may stay private in it, and a file whose name is a trap.
fn case() -> (Case, String) {
    let case = Case::new();
    let entry = serde_json::json!({
        "when": "2026-03-03T22:10:00+01:00", "kind": ["calls"], "what": "=2+5 zei hij; Zoë hoorde \"het\"",
        "exact_words": "tot straks", "where": "Thuis", "witnesses": [{"name": "Getuige Gras", "contact": "buurt"}],
        "effect": {"fear": 9, "description": "Gevolgvanjewelste"}, "coordinates": {"latitude": 52.12345, "longitude": 4.54321},
        "private_note": "Geheimvoormijzelf",
    });
    let written = case.run_with(&entry.to_string(), &["record", "--input", "-", "--json"]);
    let ids: serde_json::Value = serde_json::from_slice(&written.stdout).unwrap();
    let id = ids["ids"][0].as_str().unwrap().to_owned();
    let photo = files::file(case.path(), "foto.bmp", &files::picture(80, 60, [120, 60, 30]));
    assert_eq!(case.run(&["attach", &id, &photo.to_string_lossy()]).status.code(), Some(0));
    let trap = files::file(case.path(), "..\\..\\con.txt. ", b"een valstrik");
    assert_eq!(case.run(&["attach", &id, &trap.to_string_lossy()]).status.code(), Some(0));
    let case_words = ["case", "--victim", "Sanne Voorbeeld", "--address", "Adresstraat 7", "--children", "Kindjenaam"];
    assert_eq!(case.run(&case_words).status.code(), Some(0));
    (case, sha256sum(&photo))
}

fn package(case: &Case, name: &str, more: &[&str]) -> std::path::PathBuf {
    let zip = case.path().join(name);
    let path = zip.to_string_lossy().into_owned();
    let made = case.run(&[&["package", "--out", &path], more].concat());
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    zip
}

/// All bytes of a package: of every file in it, and of the streams in the PDF.
fn everything(case: &Case, zip: &Path) -> Vec<u8> {
    let folder = tempfile::tempdir_in(case.path()).unwrap();
    told(&["7z", "x", "-y", &format!("-o{}", folder.path().display()), &zip.to_string_lossy()]);
    let pdf = folder.path().join("timeline.pdf");
    let plain = folder.path().join("plain.pdf");
    told(&[
        "qpdf",
        "--stream-data=uncompress",
        "--object-streams=disable",
        &pdf.to_string_lossy(),
        &plain.to_string_lossy(),
    ]);
    let mut all = told(&["pdftotext", "-layout", &pdf.to_string_lossy(), "-"]).into_bytes();
    let mut folders = vec![folder.path().to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { all.extend(std::fs::read(path).unwrap()) }
        }
    }
    all
}

fn has(all: &[u8], text: &str) -> bool {
    memchr::memmem::find(all, text.as_bytes()).is_some()
}

#[test]
fn what_was_not_chosen_is_in_no_byte_and_what_was_chosen_is() {
    let (case, _) = case();
    let usual = everything(&case, &package(&case, "gewoon.zip", &[]));
    for there in ["tot straks", "Getuige Gras", "Gevolgvanjewelste", "52.12345", "Sanne Voorbeeld"] {
        assert!(has(&usual, there), "{there} is missing");
    }
    for gone in ["Geheimvoormijzelf", "Adresstraat", "Kindjenaam"] {
        assert!(!has(&usual, gone), "{gone} is there");
    }
    let less = ["--no-witnesses", "--no-effects", "--no-coordinates", "--with-address", "--with-children"];
    let other = everything(&case, &package(&case, "minder.zip", &less));
    for there in ["tot straks", "Adresstraat 7", "Kindjenaam"] {
        assert!(has(&other, there), "{there} is missing");
    }
    for gone in ["Geheimvoormijzelf", "Getuige Gras", "Gevolgvanjewelste", "52.12345", "4.54321"] {
        assert!(!has(&other, gone), "{gone} is there");
    }
    // Nothing was changed by leaving something out: it still holds.
    for name in ["gewoon.zip", "minder.zip"] {
        let verdict = case.json(&["verify", &case.path().join(name).to_string_lossy()]);
        assert_eq!(verdict["ok"], true, "{verdict}");
    }
    let states =
        |name: &str| case.json(&["verify", &case.path().join(name).to_string_lossy()])["entries"][0]["state"].clone();
    assert_eq!(states("gewoon.zip"), "full", "a private note stands in a record of its own");
    assert_eq!(states("minder.zip"), "partly");
}

#[test]
fn other_programs_open_a_package_and_get_safe_names_and_the_original_bits() {
    let (case, photo) = case();
    let zip = package(&case, "a.zip", &[]);
    let path = zip.to_string_lossy().into_owned();
    told(&["unzip", "-tqq", &path]);
    told(&["7z", "t", &path]);
    let script = "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint('\\n'.join(z.namelist()))";
    let names = told(&["python3", "-c", script, &path]);
    let mut seen = HashSet::new();
    for name in names.lines() {
        assert!(seen.insert(name.to_lowercase()), "{name} twice");
        let parts: Vec<&str> = name.split('/').collect();
        assert!(parts.iter().all(|part| !part.is_empty() && !part.ends_with(['.', ' ']) && *part != ".."), "{name}");
        assert!(!name.contains(['\\', ':', '*', '?', '"', '<', '>', '|']), "{name}");
    }
    assert!(names.lines().any(|name| name == "evidence/0002 _con.txt"), "{names}");
    let out = case.path().join("uit");
    told(&["unzip", "-q", &path, "-d", &out.to_string_lossy()]);
    let kept = std::fs::read_dir(out.join("evidence")).unwrap().map(|entry| entry.unwrap().path());
    assert!(kept.into_iter().any(|file| sha256sum(&file) == photo), "the photo is there bit for bit");
    let folder = case.json(&["verify", &out.to_string_lossy()]);
    assert_eq!(folder["ok"], true, "{folder}");
}

#[test]
fn a_table_opens_as_a_table_and_starts_no_formula() {
    let (case, _) = case();
    let zip = package(&case, "a.zip", &[]);
    let out = case.path().join("uit");
    told(&["unzip", "-q", &zip.to_string_lossy(), "timeline.csv", "-d", &out.to_string_lossy()]);
    let script = "import csv,sys,json\nrows=list(csv.reader(open(sys.argv[1],encoding='utf-8-sig',newline=''),delimiter=';'))\nprint(json.dumps(dict(zip(rows[0],rows[1]))))";
    let row: serde_json::Value =
        serde_json::from_str(&told(&["python3", "-c", script, &out.join("timeline.csv").to_string_lossy()])).unwrap();
    assert_eq!(row["Datum"], "2026-03-03");
    assert_eq!(row["Tijd"], "22:10");
    let written = row["Opgeschreven op"].as_str().unwrap();
    assert!(chrono::NaiveDateTime::parse_from_str(written, "%Y-%m-%d %H:%M:%S").is_ok(), "{written}");
    assert_eq!(row["Wat er gebeurde"], "'=2+5 zei hij; Zoë hoorde \"het\"");
}

#[test]
fn a_password_keeps_a_package_shut_for_every_program_without_it() {
    let (case, _) = case();
    let password = files::file(case.path(), "wachtwoord", b"k3m9-p4q7-rr2d-xxyz\n");
    let zip = package(&case, "dicht.zip", &["--password-file", &password.to_string_lossy()]);
    let path = zip.to_string_lossy().into_owned();
    told(&["7z", "t", "-pk3m9-p4q7-rr2d-xxyz", &path]);
    let wrong = Command::new("7z").args(["t", "-pverkeerd", &path]).output().unwrap();
    assert!(!wrong.status.success());
    assert!(!has(&std::fs::read(&zip).unwrap(), "houvast-timeline"));
    assert_eq!(case.run(&["verify", &path]).status.code(), Some(2));
    let opened = case.run(&["verify", &path, "--password-file", &password.to_string_lossy(), "--json"]);
    assert_eq!(opened.status.code(), Some(0), "{}", String::from_utf8_lossy(&opened.stdout));
    let weak = files::file(case.path(), "zwak", b"kort\n");
    let refused = case.run(&[
        "package",
        "--out",
        &case.path().join("b.zip").to_string_lossy(),
        "--password-file",
        &weak.to_string_lossy(),
    ]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(!case.path().join("b.zip").exists());
}

#[test]
fn an_anchor_that_somebody_kept_fits_the_package_and_another_one_does_not() {
    let (case, _) = case();
    let kept = case.run(&["anchor", "--to", "Casemanager"]);
    let anchor = files::file(case.path(), "ijkpunt", &kept.stdout);
    let other = Case::new();
    let foreign = files::file(case.path(), "vreemd", &other.run(&["anchor", "--to", "Ander"]).stdout);
    let later = case.run_with(r#"{"when":{"day":"2026-03-04"},"what":"Weer."}"#, &["record", "--input", "-"]);
    assert_eq!(later.status.code(), Some(0));
    let zip = package(&case, "a.zip", &["--given-to", "Wijkagent"]).to_string_lossy().into_owned();
    let against = |anchor: &Path| {
        let out = case.run(&["verify", &zip, "--anchor", &anchor.to_string_lossy(), "--json"]);
        serde_json::from_slice::<serde_json::Value>(&out.stdout).unwrap()
    };
    let held = against(&anchor);
    assert_eq!((&held["ok"], &held["anchor"]), (&true.into(), &true.into()), "{held}");
    let said = case.run(&["verify", &zip, "--anchor", &anchor.to_string_lossy(), "--lang", "nl"]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let size = std::fs::read_to_string(&anchor).unwrap().lines().nth(1).unwrap().to_owned();
    assert!(said.contains(&format!("De eerste {size} vastleggingen")), "{said}");
    let held = against(&foreign);
    assert_eq!(held["problems"][0]["what"], "anchor-other-logbook", "{held}");
    let text = String::from_utf8(std::fs::read(&anchor).unwrap()).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines[1] = "1";
    let held = against(&files::file(case.path(), "vals", lines.join("\n").as_bytes()));
    assert_eq!(held["problems"][0]["what"], "anchor-forged", "{held}");
    // The one who got the package got an anchor with it.
    let again = package(&case, "b.zip", &[]).to_string_lossy().into_owned();
    told(&["unzip", "-q", &zip, "checkpoint.txt", "-d", &case.path().to_string_lossy()]);
    let held = case.json(&["verify", &again, "--anchor", &case.path().join("checkpoint.txt").to_string_lossy()]);
    assert_eq!(held["ok"], true, "{held}");
}

#[test]
fn a_package_is_seen_first_then_saved_and_noted() {
    finish(async {
        let desktop = Desktop::start();
        let outside = tempfile::tempdir().unwrap();
        let photo = files::file(outside.path(), "foto.bmp", &files::picture(80, 60, [120, 60, 30]));
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("record-button").await;
        app.type_into("what", "Hij stond bij de poort.").await;
        app.choose(&desktop, "add-files", &photo).await;
        app.see_count("evidence", 1).await;
        app.click("save").await;
        app.see("incident").await;
        app.click("nav-report").await;
        app.see("preview-page").await;
        app.see_text("report-holds", "1 incident en 1 bewijsstuk").await;
        let pages = app.count("preview-page").await;
        app.click("report-what-consultation").await;
        app.see_count("preview-page", 2).await;
        assert!(pages > 2, "the whole timeline has {pages} pages");
        app.click("report-what-package").await;
        let zip = outside.path().join("pakket.zip");
        app.choose(&desktop, "report-save", &zip).await;
        app.see_text("report-done", "pakket.zip").await;
        app.type_into("given-to", "Wijkagent Jansen").await;
        app.click("given-note").await;
        app.see_text("given", "Wijkagent Jansen").await;
        app.close().await;
        let out = Command::new(program("houvast")).args(["verify", "--lang", "nl"]).arg(&zip).output().unwrap();
        let said = String::from_utf8_lossy(&out.stdout);
        assert!(out.status.success() && said.contains("Dit pakket klopt."), "{said}");
    });
}

#[test]
fn the_pattern_on_the_screen_is_the_one_on_paper() {
    finish(async {
        let desktop = Desktop::start();
        let folder = desktop.logbook().parent().unwrap().to_owned();
        let made =
            desktop.command(program("houvast")).args(["demo", "--lang", "nl", "--out"]).arg(&folder).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let app = App::start(&desktop).await;
        app.unlock("dit is een verzonnen zaak").await;
        app.click("nav-pattern").await;
        let paper = common::pdf_text(&folder.join("tijdlijn.pdf"));
        let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
        for chart in ["chart-weeks", "chart-hours", "chart-kinds"] {
            app.see(chart).await;
            let script = "const image = document.querySelector(`[data-testid=${arguments[0]}] img`);
                return [image.alt, image.naturalWidth > 0]";
            let mut found = String::new();
            for _ in 0..600 {
                let told = app.page.execute(script, vec![chart.into()]).await.unwrap();
                if told[1] == true {
                    found = told[0].as_str().unwrap_or_default().to_owned();
                    break;
                }
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            }
            assert!(found.len() > 20 && paper.contains(&found), "{found} is not in {paper}");
        }
        // Behind a bar are its incidents, and the way back leads to where one was.
        app.click("spot").await;
        let name = app.see("picked").await.attr("aria-label").await.unwrap().unwrap();
        assert!(name.contains("incident"), "{name}");
        let first = app.see("picked-one").await.attr("data-id").await.unwrap().unwrap();
        app.click("picked-one").await;
        app.see("incident").await;
        app.click("incident-back").await;
        app.see("picked-one").await;
        let script = "return document.activeElement.dataset.id ?? ''";
        let mut focused = serde_json::Value::Null;
        for _ in 0..600 {
            focused = app.page.execute(script, vec![]).await.unwrap();
            if focused == first.as_str() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        assert_eq!(focused, first.as_str(), "the incident that one comes back from has the focus");
        app.close().await;
    });
}
