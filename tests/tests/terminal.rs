//! `houvast` from a terminal: the contract of docs/command-line.md, and bad input.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::case::{Case, sentence};
use common::{files, holds_to_the_standards, pdf_text, program, sha256sum};
use serde_json::Value;

#[test]
fn the_main_job() {
    let case = Case::new();
    let id = case.record(&serde_json::json!({
        "when": "2026-03-03T21:30:00+01:00", "kind": ["calls", "threat"], "what": "Hij belde en dreigde.",
        "where": "Thuis", "private_note": "alleen-voor-mij"
    }));
    let photo = files::file(case.path(), "foto.bmp", &files::picture(300, 200, [200, 30, 30]));
    let kept = case.json(&["attach", &id, &photo.to_string_lossy()]);
    assert_eq!(kept[0]["sha256"], sha256sum(&photo));
    assert_eq!(kept[0]["type"], "image/bmp");
    let list = case.json(&["list", "--search", "DREIGDE", "--kind", "calls"]);
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["when"], "2026-03-03T21:30:00+01:00");
    assert_eq!(case.json(&["list", "--from", "2026-03-04"]).as_array().unwrap().len(), 0);
    let having = |what: &str| case.json(&["list", "--having", "evidence", "--having", what]).as_array().unwrap().len();
    assert_eq!((having("threat"), having("breach")), (1, 0));
    assert_eq!(case.run(&["list", "--having", "regen"]).status.code(), Some(2));

    let amended = case.run_with(r#"{"what":"Hij belde twee keer en dreigde."}"#, &["amend", &id, "--input", "-"]);
    assert_eq!(amended.status.code(), Some(0));
    let shown = case.json(&["show", &id]);
    assert_eq!(shown["what"], "Hij belde twee keer en dreigde.");
    assert_eq!(shown["where"], "Thuis");
    assert_eq!(shown["history"][0]["incident"]["what"], "Hij belde en dreigde.");

    let evidence = kept[0]["id"].as_str().unwrap();
    let back = case.path().join("terug.bmp");
    assert_eq!(case.run(&["extract", evidence, "--out", &back.to_string_lossy()]).status.code(), Some(0));
    assert_eq!(sha256sum(&back), sha256sum(&photo));

    let pdf = case.path().join("a.pdf");
    assert_eq!(case.run(&["report", "--out", &pdf.to_string_lossy()]).status.code(), Some(0));
    let text = pdf_text(&pdf);
    assert!(text.contains("Hij belde twee keer en dreigde.") && text.contains(&sha256sum(&photo)), "{text}");
    assert!(!text.contains("alleen-voor-mij"));
    assert_eq!(case.json(&["check"]), serde_json::json!({"ok": true, "problems": []}));

    assert_eq!(case.run(&["withdraw", &id, "--reason", "vergissing"]).status.code(), Some(0));
    assert_eq!(case.json(&["list"]).as_array().unwrap().len(), 0);
    assert_eq!(case.json(&["show", &id])["withdrawn"], "vergissing");
    // What was withdrawn comes back, and its history has both.
    assert_eq!(case.run(&["withdraw", evidence, "--reason", "verkeerde foto"]).status.code(), Some(0));
    assert_eq!(case.json(&["show", &id])["evidence"], serde_json::json!([]));
    for back in [&id, evidence] {
        assert_eq!(case.run(&["bring-back", back, "--reason", "toch niet"]).status.code(), Some(0));
    }
    let shown = case.json(&["show", &id]);
    assert_eq!((&shown["withdrawn"], &shown["evidence"][0]["withdrawn"]), (&Value::Null, &Value::Null));
    for history in [&shown["history"], &shown["evidence"][0]["history"]] {
        let steps = history.as_array().unwrap().iter().rev().take(2);
        let steps: Vec<_> = steps.map(|step| (&step["step"], &step["reason"])).collect();
        assert_eq!(steps[0], (&Value::from("restored"), &Value::from("toch niet")));
        assert_eq!(steps[1].0, "withdrawn");
    }
    assert_eq!(case.run(&["bring-back", "0000000000"]).status.code(), Some(1));

    // A time in words; what can mean two things is not chosen from.
    let words = ["record", "--lang", "nl", "--what", "Later opgeschreven.", "--when"];
    assert!(case.run(&[&words[..], &["3 maart 2026 rond 22 uur"]].concat()).status.success());
    let found = case.json(&["list", "--search", "later opgeschreven"]);
    assert!(found[0]["when"]["about"].as_str().unwrap().starts_with("2026-03-03T22:00:00"), "{found}");
    let which = case.run(&[&words[..], &["3 maart 2026 om 10 uur"]].concat());
    assert_eq!(which.status.code(), Some(2));
    let said = String::from_utf8_lossy(&which.stderr).into_owned();
    assert!(said.contains("10.00 uur; dinsdag 3 maart 2026, 22.00 uur"), "{said}");
    let often = case.run(&[&words[..], &["elke nacht van 3 maart 2026 tot 5 maart 2026"]].concat());
    assert_eq!(often.status.code(), Some(2));
    let said = String::from_utf8_lossy(&often.stderr).into_owned();
    assert!(said.contains("van dinsdag 3 maart 2026") && said.contains("how_often"), "{said}");
}

#[test]
fn what_the_police_were_told_is_no_longer_new_and_who_takes_over_is_noted() {
    let case = Case::new();
    let said = |id: &str| case.json(&["new", "--for", id])["incidents"].as_array().unwrap().len();
    let added = |what: &[&str], input: &str| -> String {
        let run = case.run_with(input, what);
        assert_eq!(run.status.code(), Some(0), "{run:?}");
        String::from_utf8(run.stdout).unwrap().trim().to_owned()
    };
    let incident =
        case.record(&serde_json::json!({ "when": {"day": "2026-03-03"}, "what": "Hij stond voor de deur." }));
    assert_eq!((said("police"), said("shn")), (1, 1));
    let text = String::from_utf8(case.run(&["new", "--for", "police"]).stdout).unwrap();
    assert!(text.contains("Hij stond voor de deur") && text.contains("dinsdag 3 maart 2026"), "{text}");

    let bos = added(&["contact", "add", "--input", "-"], r#"{"organisation":"police","name":"Bos"}"#);
    let told = format!(
        r#"{{"when":{{"day":"2026-03-04"}},"organisation":"police","contact":"{bos}","incidents":["{incident}"]}}"#
    );
    let moment = added(&["moment", "add", "--input", "-"], &told);
    assert_eq!((said("police"), said("shn")), (0, 1));
    assert_eq!(case.run(&["moment", "withdraw", &moment]).status.code(), Some(0));
    assert_eq!(said("police"), 1);
    let nobody = case.run_with(
        r#"{"when":{"day":"2026-03-04"},"organisation":"shn","incidents":["0000000000"]}"#,
        &["moment", "add", "--input", "-"],
    );
    assert_eq!(nobody.status.code(), Some(1));
    sentence(&nobody);

    added(&["contact", "add", "--after", &bos, "--input", "-"], r#"{"organisation":"police","name":"Vos"}"#);
    let contacts = case.json(&["contact", "list"]);
    let by = |name: &str| contacts.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap().clone();
    assert_eq!(by("Vos")["predecessor"], "Bos");
    assert_eq!(by("Bos")["until"], by("Vos")["since"]);
    assert_eq!(by("Bos")["history"][0]["was"]["name"], "Bos");
}

#[test]
fn evidence_that_is_there_goes_to_another_incident_and_back_to_the_inbox() {
    let case = Case::new();
    let [first, second] =
        ["Een", "Twee"].map(|what| case.record(&serde_json::json!({ "when": {"day": "2026-03-03"}, "what": what })));
    let files = ["a.txt", "b.txt"].map(|name| files::file(case.path(), name, name.as_bytes()));
    let kept = case.json(&["attach", &first, &files[0].to_string_lossy(), &files[1].to_string_lossy()]);
    let [a, b] = [0, 1].map(|n: usize| kept[n]["id"].as_str().unwrap().to_owned());
    let with = |id: &str| case.json(&["show", id])["evidence"].as_array().unwrap().len();
    assert_eq!(case.json(&["move", &a, &b, "--to", &second])["incident"], second.as_str());
    assert_eq!((with(&first), with(&second)), (0, 2));
    assert_eq!(case.run(&["move", &a, "--to-inbox"]).status.code(), Some(0));
    assert_eq!((with(&second), case.json(&["inbox"])[0]["id"].as_str()), (1, Some(a.as_str())));
    // All of it or none, and never nowhere by a slip.
    let none = case.run(&["move", &a, "0000000000", "--to", &first]);
    assert_eq!(none.status.code(), Some(1));
    sentence(&none);
    assert_eq!(with(&first), 0);
    assert_eq!(case.run(&["move", &a, "--to", "0000000000"]).status.code(), Some(1));
    assert_eq!(case.run(&["move", &a]).status.code(), Some(2));
    assert_eq!(case.run(&["move", &a, "--to", &first, "--to-inbox"]).status.code(), Some(2));
}

#[test]
fn statuses_say_what_is_wrong() {
    let case = Case::new();
    assert_eq!(case.run(&["record", "--kind", "nonsense"]).status.code(), Some(2));
    assert_eq!(case.run(&["frobnicate"]).status.code(), Some(2));
    assert_eq!(case.run(&["show", "0000000000"]).status.code(), Some(1));
    files::file(case.path(), "passphrase", b"een andere zin\n");
    let wrong = case.run(&["list"]);
    assert_eq!(wrong.status.code(), Some(3));
    sentence(&wrong);
    files::file(case.path(), "a.db", b"this is no logbook");
    let foreign = case.run(&["list"]);
    assert_eq!(foreign.status.code(), Some(4));
    sentence(&foreign);
    assert_eq!(std::fs::read(case.logbook()).unwrap(), b"this is no logbook");
}

#[test]
fn a_new_passphrase_says_what_it_does_not_help_against() {
    let case = Case::new();
    files::file(case.path(), "passphrase", "een zin voor de test\neen nieuwe zin voor de test\n".as_bytes());
    let changed = case.run(&["passphrase"]);
    assert_eq!(changed.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&changed.stderr).contains("oude kopie van dit logboek"));
    files::file(case.path(), "passphrase", b"een nieuwe zin voor de test\n");
    let key = case.run(&["recovery-key", "--lang", "en"]);
    assert!(String::from_utf8_lossy(&key.stderr).contains("old copy of this logbook"));
    assert_eq!(String::from_utf8_lossy(&key.stdout).lines().count(), 1, "the key alone is data");
}

#[test]
fn odd_files_are_kept_or_refused_with_a_reason() {
    let case = Case::new();
    let id = case.record(&serde_json::json!({"when": {"day": "2026-03-03"}, "what": "Bestanden"}));
    let truncated: Vec<u8> = files::picture(500, 500, [1, 2, 3]).into_iter().take(9_000).collect();
    for (name, bytes, kept_as) in [
        ("leeg.jpg", Vec::new(), "leeg.jpg"),
        ("reusachtig.png", files::absurd_png(), "reusachtig.png"),
        ("half.bmp", truncated, "half.bmp"),
        ("nieuwe\nregel.txt", b"tekst".to_vec(), "nieuwe_regel.txt"),
        ("foto\u{202e}gpj.exe", b"MZ".to_vec(), "fotogpj.exe"),
    ] {
        let path = files::file(case.path(), name, &bytes);
        let kept = case.json(&["attach", &id, &path.to_string_lossy()]);
        assert_eq!(kept[0]["name"], kept_as);
        assert_eq!(kept[0]["sha256"], sha256sum_of(&bytes), "{name}");
    }
    for refused in [case.path().to_path_buf(), case.path().join("bestaat niet"), PathBuf::from("/dev/null")] {
        let out = case.run(&["attach", &id, &refused.to_string_lossy()]);
        assert_eq!(out.status.code(), Some(1), "{}", refused.display());
        sentence(&out);
    }
    assert_eq!(case.json(&["show", &id])["evidence"].as_array().unwrap().len(), 5);
    assert_eq!(case.json(&["check"])["ok"], true);
}

fn sha256sum_of(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    sha256sum(&files::file(folder.path(), "x", bytes))
}

#[test]
fn every_character_arrives_in_the_pdf() {
    let case = Case::new();
    let long = "Lang verhaal zonder einde. ".repeat(3_700);
    for what in [
        "#let x = read(\"/etc/passwd\") *vet* $som$ @bron \\ `code` <label> // weg",
        "emoji 😡🔪 漢字 مرحبا שלום Ελλάδα Привет 안녕 ไทย",
        "bel\u{7} nul\u{0} om\u{202e}gedraaid \u{13000} \u{e000}",
        long.as_str(),
    ] {
        case.record(&serde_json::json!({"when": {"day": "2026-03-03"}, "what": what}));
    }
    let pdf = case.path().join("a.pdf");
    let made = case.run(&["report", "--out", &pdf.to_string_lossy()]);
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let text = pdf_text(&pdf);
    assert!(text.contains("#let x = read(\"/etc/passwd\") *vet* $som$ @bron \\ `code` <label> // weg"), "{text}");
    for part in [
        "😡",
        "漢字",
        "مرحبا",
        "שלום",
        "안녕",
        "ไทย",
        "Ελλάδα",
        "Привет",
        "U+0007",
        "U+0000",
        "U+202E",
        "U+13000",
        "U+E000",
    ] {
        assert!(text.contains(part), "{part} is not in the PDF");
    }
    let words: String = text.split_whitespace().collect();
    assert!(words.matches("Langverhaalzondereinde.").count() >= 3_600, "the long text is cut off");
}

#[test]
fn the_sample_case_makes_a_pdf_that_holds_to_the_standards() {
    let folder = tempfile::tempdir().unwrap();
    let out = Command::new(program("houvast")).args(["demo", "--out"]).arg(folder.path()).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    holds_to_the_standards(&folder.path().join("tijdlijn.pdf"));
}

/// All that the file says besides its pages, and its bytes with nothing compressed: in small letters.
fn about(pdf: &Path) -> [String; 3] {
    let out = |program: &str, words: &[&str]| {
        let out = Command::new(program).args(words).arg(pdf).env("TZ", "UTC").output().unwrap();
        assert!(out.status.success(), "{program}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).to_lowercase()
    };
    let plain = pdf.with_extension("plain");
    let unpacked = Command::new("qpdf").args(["--qdf", "--object-streams=disable"]).arg(pdf).arg(&plain).status();
    assert!(unpacked.unwrap().success());
    let bytes = String::from_utf8_lossy(&std::fs::read(&plain).unwrap()).to_lowercase();
    [out("pdfinfo", &["-isodates"]), out("pdfinfo", &["-meta"]), bytes]
}

/// A key's groups as they stand on its page, each after its number.
fn numbered(key: &str) -> Vec<String> {
    key.split('-').enumerate().flat_map(|(place, group)| [(place + 1).to_string(), group.to_owned()]).collect()
}

#[test]
fn a_recovery_key_can_be_printed_on_a_page_that_gives_nothing_away() {
    let case = Case::without_logbook();
    let pdf = case.path().join("nummers.pdf");
    let path = pdf.to_string_lossy().into_owned();
    for (words, title) in [
        (["create", "--key-sheet", &path, "--lang", "nl"], "Nummers"),
        (["recovery-key", "--key-sheet", &path, "--lang", "en"], "Numbers"),
    ] {
        let key = case.json(&words)["recovery_key"].as_str().unwrap().to_owned();
        let text = pdf_text(&pdf);
        let printed: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(printed, [&[title.to_owned()], numbered(&key).as_slice()].concat());
        let [info, ..] = about(&pdf);
        assert!(info.contains("pages:           1\n") && info.contains("(a4)"), "{info}");
        assert!(info.contains("2000-01-01"), "the day stands in the file: {info}");
        for said in about(&pdf) {
            for word in ["houvast", "logb", "herstel", "recover", "wachtzin", "passphrase", "stalk", "typst"] {
                assert!(!said.contains(word), "{word} stands in the file:\n{said}");
            }
        }
        holds_to_the_standards(&pdf);
        // What stands on the paper opens the logbook.
        files::file(case.path(), "passphrase", printed[1..].chunks(2).map(|row| row[1]).collect::<String>().as_bytes());
        assert_eq!(case.json(&["check", "--with-recovery-key"])["ok"], true);
        files::file(case.path(), "passphrase", b"een zin voor de test\n");
    }
}

#[test]
fn a_page_with_the_recovery_key_says_what_it_is_for_if_that_is_wanted() {
    let case = Case::new();
    let pdf = case.path().join("sleutel.pdf");
    let path = pdf.to_string_lossy().into_owned();
    for (lang, said) in [
        ("nl", ["Herstelcode van je logboek", "Houvast", "kan alles lezen", "niet thuis", "werkt deze niet meer"]),
        (
            "en",
            ["Recovery key of your logbook", "Houvast", "can read everything", "at home", "this one no longer works"],
        ),
    ] {
        let made = case.json(&["recovery-key", "--key-sheet", &path, "--explain-sheet", "--lang", lang]);
        let text = pdf_text(&pdf);
        let printed: Vec<&str> = text.split_whitespace().collect();
        assert!(
            printed.ends_with(
                &numbered(made["recovery_key"].as_str().unwrap()).iter().map(String::as_str).collect::<Vec<_>>()
            ),
            "{text}"
        );
        for part in said {
            assert!(printed.join(" ").contains(part), "{part} is not on the page:\n{text}");
        }
        assert!(about(&pdf)[0].contains("pages:           1\n"));
        holds_to_the_standards(&pdf);
    }
}

#[test]
fn a_recovery_key_whose_page_cannot_be_written_is_printed_all_the_same() {
    let case = Case::new();
    let nowhere = case.path().join("nergens/nummers.pdf");
    let out = case.run(&["recovery-key", "--key-sheet", &nowhere.to_string_lossy()]);
    assert_eq!(out.status.code(), Some(1));
    let key = String::from_utf8(out.stdout).unwrap();
    assert_eq!(key.trim().split('-').count(), 8, "{key}");
    assert!(String::from_utf8_lossy(&out.stderr).contains("nummers.pdf kan niet worden geschreven"));
    files::file(case.path(), "passphrase", key.as_bytes());
    assert_eq!(case.json(&["check", "--with-recovery-key"])["ok"], true);
    assert_eq!(case.run(&["recovery-key", "--explain-sheet"]).status.code(), Some(2));
    assert_eq!(case.json(&["check", "--with-recovery-key"])["ok"], true);
}

/// Runs a shell script with a full-sized logbook's folder on a disk of two megabytes, in a namespace of its own.
const SMALL_DISK: &str = r#"
    mount -t tmpfs -o size=2m tmpfs "$1" || exit 77
    cp "$2/a.db" "$1/a.db"
    "$HOUVAST" attach "$3" "$2/groot.mp4" --logbook "$1/a.db" --passphrase-file "$2/passphrase" > "$2/out" 2> "$2/err"
    echo $? > "$2/status"
    "$HOUVAST" check --json --logbook "$1/a.db" --passphrase-file "$2/passphrase" > "$2/check"
    "$HOUVAST" record --what "Daarna" --logbook "$1/a.db" --passphrase-file "$2/passphrase" || exit 78
    cp "$1/a.db" "$2/a.db"
"#;

#[test]
fn a_full_disk_is_said_and_nothing_half_stays() {
    let case = Case::new();
    let id = case.record(&serde_json::json!({"when": {"day": "2026-03-03"}, "what": "Was er al"}));
    files::file(case.path(), "groot.mp4", &vec![42; 5 << 20]);
    let disk = case.path().join("disk");
    std::fs::create_dir(&disk).unwrap();
    let ran = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", SMALL_DISK, "sh"])
        .args([&disk, case.path(), Path::new(&id)])
        .env("HOUVAST", program("houvast"))
        .status();
    assert!(ran.as_ref().is_ok_and(std::process::ExitStatus::success), "a small disk can be mounted: {ran:?}");
    let read = |name: &str| std::fs::read_to_string(case.path().join(name)).unwrap();
    assert_eq!(read("status").trim(), "1");
    assert!(read("err").contains("De schijf is vol"), "{}", read("err"));
    assert_eq!(read("err").trim().lines().count(), 1);
    assert_eq!(serde_json::from_str::<Value>(&read("check")).unwrap()["ok"], true);
    // The logbook from that disk: what was there, what came after, and nothing of the large file.
    let list = case.json(&["list"]);
    let told: Vec<&str> = list.as_array().unwrap().iter().filter_map(|entry| entry["what"].as_str()).collect();
    assert_eq!(told, ["Was er al", "Daarna"]);
    assert_eq!(case.json(&["show", &id])["evidence"].as_array().unwrap().len(), 0);
}

#[test]
fn a_file_that_grows_while_it_is_read_is_refused() {
    let case = Case::new();
    let id = case.record(&serde_json::json!({"when": {"day": "2026-03-03"}, "what": "Opname loopt nog"}));
    let path = files::file(case.path(), "loopt.mp4", &vec![7; 32 << 20]);
    let (stop, stopped) = std::sync::mpsc::channel::<()>();
    let growing = std::thread::spawn({
        let mut file = std::fs::OpenOptions::new().append(true).open(&path).unwrap();
        move || {
            // Slower than it is read: should it be read to its end after all, there is one.
            let tick = std::time::Duration::from_millis(1);
            while stopped.recv_timeout(tick) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                file.write_all(&[8; 512]).unwrap();
            }
        }
    });
    let out = case.run(&["attach", &id, &path.to_string_lossy()]);
    stop.send(()).unwrap();
    growing.join().unwrap();
    assert_eq!(out.status.code(), Some(1));
    sentence(&out);
    assert_eq!(case.json(&["show", &id])["evidence"].as_array().unwrap().len(), 0);
    // Once it is finished, it is kept.
    assert_eq!(case.json(&["attach", &id, &path.to_string_lossy()])[0]["sha256"], sha256sum(&path));
}

/// The process is killed at another moment each time: what it said it kept is there, and never half of anything.
#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_said_to_be_kept() {
    let case = Case::new();
    let id = case.record(&serde_json::json!({"when": {"day": "2026-03-03"}, "what": "Vooraf"}));
    let file = files::file(case.path(), "foto.bmp", &files::picture(1200, 900, [9, 80, 70]));
    let batch: Vec<Value> =
        (0..40).map(|n| serde_json::json!({"when": {"day": "2026-03-04"}, "what": format!("Nummer {n}")})).collect();
    let batch = Value::Array(batch).to_string();
    let begin = std::time::Instant::now();
    case.run_with(&batch, &["record", "--input", "-"]);
    let usual = begin.elapsed();
    let (mut batches, mut pieces) = (1, 0);
    for n in 0..24_u32 {
        // From shortly before the passphrase is checked until after the end.
        let moment = usual.mul_f64(0.5 + f64::from(n) / 30.0);
        let path = file.to_string_lossy().into_owned();
        let (input, words): (&str, Vec<&str>) =
            if n % 2 == 0 { (&batch, vec!["record", "--input", "-"]) } else { ("", vec!["attach", &id, &path]) };
        let said = case.killed_after(moment, input, &words);
        let list = case.json(&["list"]);
        let count = list.as_array().unwrap().len() - 1;
        assert_eq!(count % 40, 0, "half a batch was kept");
        assert!((batches..=batches + usize::from(n % 2 == 0)).contains(&(count / 40)));
        if said && n % 2 == 0 {
            assert_eq!(count / 40, batches + 1, "a batch that was said to be kept is gone");
        }
        batches = count / 40;
        let kept = case.json(&["show", &id])["evidence"].as_array().unwrap().len();
        assert!((pieces..=pieces + usize::from(n % 2 == 1)).contains(&kept));
        if said && n % 2 == 1 {
            assert_eq!(kept, pieces + 1, "a file that was said to be kept is gone");
        }
        pieces = kept;
    }
    assert_eq!(case.json(&["check"]), serde_json::json!({"ok": true, "problems": []}));
}

#[test]
fn an_anchor_tells_an_older_copy_and_an_untouched_logbook_apart() {
    let case = Case::new();
    case.record(&serde_json::json!({"when": {"day": "2026-03-03"}, "what": "Voor het ijkpunt"}));
    let older = std::fs::read(case.logbook()).unwrap();
    let given = case.run(&["anchor", "--to", "Mijn casemanager"]);
    assert_eq!(given.status.code(), Some(0));
    let anchor = String::from_utf8(given.stdout).unwrap();
    assert!(anchor.starts_with("houvast/") && anchor.contains("\n\n\u{2014} houvast/"), "{anchor}");
    case.record(&serde_json::json!({"when": {"day": "2026-03-04"}, "what": "Daarna"}));
    // As a mail program hands it back.
    let mailed = format!("> {}", anchor.trim_end().replace('\n', "\r\n> "));
    let holds = case.run_with(&mailed, &["check", "--anchor", "-"]);
    assert_eq!(holds.status.code(), Some(0), "{}", String::from_utf8_lossy(&holds.stderr));
    assert!(String::from_utf8_lossy(&holds.stdout).contains("Daarna kwamen er 2 vastleggingen bij"));
    assert_eq!(case.json(&["anchor"])[0]["to"], "Mijn casemanager");

    let changed = case.run_with(&anchor.replace("\n1\n", "\n2\n"), &["check", "--anchor", "-"]);
    assert_eq!(changed.status.code(), Some(1));
    assert!(sentence(&changed).contains("onderweg veranderd"));

    // A later anchor, and the copy of before put back: it is shorter than the anchor says.
    let later = String::from_utf8(case.run(&["anchor", "--to", "Politie"]).stdout).unwrap();
    files::file(case.path(), "a.db", &older);
    let put_back = case.run_with(&later, &["check", "--anchor", "-"]);
    assert_eq!(put_back.status.code(), Some(1));
    assert!(sentence(&put_back).contains("ouder dan het ijkpunt"));
    // Written on differently from there, it is longer, and still found out.
    for n in 0..5 {
        case.record(&serde_json::json!({"when": {"day": "2026-03-05"}, "what": format!("Anders {n}")}));
    }
    assert!(sentence(&case.run_with(&later, &["check", "--anchor", "-"])).contains("klopt niet"));
    let other = Case::new();
    assert!(sentence(&other.run_with(&later, &["check", "--anchor", "-"])).contains("een ander logboek"));
}

#[test]
fn help_can_be_read_without_a_logbook() {
    let case = Case::without_logbook();
    let topics = case.json(&["guide"]);
    let topic = topics[0]["id"].as_str().unwrap();
    assert_eq!(case.json(&["guide", topic]), topics[0]);
    assert_eq!(case.json(&["guide", "aware"])["id"], "aware");
    let dutch = case.run(&["guide", topic, "--lang", "nl"]);
    let english = case.run(&["guide", topic, "--lang", "en"]);
    assert_ne!(dutch.stdout, english.stdout);
    let said = String::from_utf8_lossy(&english.stdout).into_owned();
    assert!(said.contains("Source: ") && said.contains("Checked on "), "{said}");
    assert!(!case.logbook().exists());
}

#[test]
fn help_is_found_by_words_and_says_what_to_expect() {
    let case = Case::without_logbook();
    let found = case.json(&["guide", "--search", "AWARE", "knop", "--lang", "nl"]);
    assert!(found.as_array().unwrap().iter().any(|page| page["id"] == "aware" && page["kind"] == "measure"), "{found}");
    assert_eq!(case.json(&["guide", "--search", "olifant"]), serde_json::json!([]));

    let all = case.json(&["guide", "--expect"]);
    let of = ["guide", "--expect", "--organisation", "police", "--step", "plan", "--level", "high"];
    let police = case.json(&of);
    let some = police.as_array().unwrap();
    assert!(!some.is_empty() && some.len() < all.as_array().unwrap().len());
    for expectation in some {
        assert_eq!(expectation["organisation"], "police");
        assert!(expectation["levels"].as_array().unwrap().contains(&"high".into()), "{expectation}");
    }
    let read = case.run(&[&of[..], &["--lang", "nl"]].concat());
    let said = String::from_utf8_lossy(&read.stdout).into_owned();
    assert!(said.contains("Politie – Plan van aanpak") && said.contains("hoog risico"), "{said}");
}

#[test]
fn help_that_is_not_there_is_said() {
    let case = Case::without_logbook();
    for words in [&["guide", "nonsense"][..], &["guide", "--expect", "--organisation", "nonsense"]] {
        let out = case.run(words);
        assert_eq!(out.status.code(), Some(2), "{words:?}");
        sentence(&out);
    }
    for words in [&["guide", "--level", "high"][..], &["guide", "--expect", "--level", "extreme"]] {
        assert_eq!(case.run(words).status.code(), Some(2), "{words:?}");
    }
}
