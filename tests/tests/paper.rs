//! The PDF of a year of 400 incidents and of texts that mean harm: valid, complete, and nothing in it that was left out.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use common::{files, holds_to_the_standards, pdf_text, program, year};
use houvast_logbook::model::{Arrival, Incident, Kind};
use houvast_logbook::{Book, KdfCost, Keep};
use houvast_report::{Apart, Form, Input, Options, child, gather, render, timeline_json};
use houvast_vault::Moment;
use serde_json::{Value, json};

const PASSPHRASE: &str = "een zin voor de test";

/// What the reports about the year are made from.
struct Year {
    full: Input,
    brief: Input,
    spare: Input,
    english: Input,
}

static YEAR: LazyLock<Year> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let book = year::book(&folder.path().join("a.db"), PASSPHRASE);
    Year {
        full: input(&book, &Options { address: true, children: true, ..Options::default() }),
        brief: input(&book, &Options { form: Form::Consultation, ..Options::default() }),
        spare: input(&book, &spare()),
        english: input(
            &book,
            &Options { language: serde_json::from_value(json!("en")).unwrap(), ..Options::default() },
        ),
    }
});

/// As little as can be chosen.
fn spare() -> Options {
    Options {
        kinds: vec![Kind::Threat],
        pictures: false,
        effects: false,
        witnesses: false,
        coordinates: false,
        ..Options::default()
    }
}

fn input(book: &RefCell<Book>, options: &Options) -> Input {
    let made = year::made();
    let made = Moment { utc_micros: made.timestamp_micros(), offset_seconds: 3600, zone: "Europe/Amsterdam".into() };
    gather(book, options, &made).unwrap()
}

fn pdf(input: &Input) -> Vec<u8> {
    child::render(&program("houvast"), input, &mut |_, _, _| ControlFlow::Continue(())).unwrap()
}

fn saved(folder: &Path, name: &str, input: &Input) -> PathBuf {
    files::file(folder, name, &pdf(input))
}

/// Every line break and every run of spaces counts as nothing: lines break elsewhere on paper.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The words without what stands above and below every page.
fn words(pdf: &Path) -> String {
    let area = ["-x", "0", "-y", "55", "-W", "596", "-H", "735", "-nopgbrk"];
    let out = Command::new("pdftotext").args(area).arg(pdf).arg("-").output().unwrap();
    assert!(out.status.success());
    squeezed(&String::from_utf8(out.stdout).unwrap())
}

fn pages(pdf: &Path) -> usize {
    let out = Command::new("pdfinfo").arg(pdf).output().unwrap();
    let told = String::from_utf8(out.stdout).unwrap();
    told.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap()
}

/// The timeline that is embedded, as poppler takes it out.
fn embedded(pdf: &Path) -> Vec<u8> {
    let out = pdf.with_extension("json");
    assert!(Command::new("pdfdetach").args(["-save", "1", "-o"]).arg(&out).arg(pdf).status().unwrap().success());
    std::fs::read(out).unwrap()
}

#[test]
fn the_same_input_gives_the_same_bytes_in_this_process_and_in_another() {
    let input = &YEAR.spare;
    let here = render(input, &mut |_, _, _| ControlFlow::Continue(())).unwrap();
    assert!(here == pdf(input) && here == pdf(input));
    // As on a phone, where there is no child.
    let go_on = &mut |_, _, _| ControlFlow::Continue(());
    assert!(here == child::render(Apart::Thread, input, go_on).unwrap());
    let stopped = child::render(Apart::Thread, input, &mut |_, _, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(houvast_report::Error::Cancelled)));
    let shown = |apart: Apart<'_>| {
        let mut pages = Vec::new();
        let taken = child::preview(apart, input, &mut |count, svg| {
            pages.push((count, svg));
            if pages.len() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(matches!(taken, Err(houvast_report::Error::Cancelled)));
        pages
    };
    assert!(shown(Apart::Thread) == shown(Apart::Child(&program("houvast"))));
}

#[test]
fn a_year_of_400_incidents_holds_to_the_standards() {
    let folder = tempfile::tempdir().unwrap();
    for (name, input) in [("a.pdf", &YEAR.full), ("b.pdf", &YEAR.brief)] {
        holds_to_the_standards(&saved(folder.path(), name, input));
    }
}

#[test]
fn data_and_words_agree_entry_by_entry() {
    let folder = tempfile::tempdir().unwrap();
    let path = saved(folder.path(), "a.pdf", &YEAR.full);
    let timeline: Value = serde_json::from_slice(&embedded(&path)).unwrap();
    assert_eq!((&timeline["format"], &timeline["version"]), (&json!("houvast-timeline"), &json!(1)));
    let text = words(&path);
    // The timeline comes after the overview.
    let begin = text.find("Tijdlijnnovember2025").unwrap();
    let mut rest = &text[begin..];
    let incidents = timeline["incidents"].as_array().unwrap();
    assert_eq!(incidents.len(), 400);
    let mut pieces = 0;
    for (place, incident) in incidents.iter().enumerate() {
        assert_eq!(incident["number"], place + 1);
        let heading = format!("{}.", place + 1);
        let mut parts = vec![heading];
        parts.extend(["what", "exact_words", "where"].iter().map(|field| squeezed(incident[*field].as_str().unwrap())));
        for part in parts {
            let at = rest.find(&part).unwrap_or_else(|| panic!("{part} of incident {} is missing", place + 1));
            rest = &rest[at..];
        }
        for piece in incident["evidence"].as_array().unwrap() {
            pieces += 1;
            assert_eq!(piece["number"], pieces);
            assert!(rest.contains(&format!("Bewijs{pieces}:{}", piece["name"].as_str().unwrap())));
            assert!(text.contains(piece["sha256"].as_str().unwrap()));
        }
    }
    assert_eq!(pieces, 120);
}

#[test]
fn another_library_takes_out_the_same_data() {
    let folder = tempfile::tempdir().unwrap();
    let path = saved(folder.path(), "a.pdf", &YEAR.spare);
    let script = "import sys, pikepdf\n\
        root = pikepdf.open(sys.argv[1]).Root\n\
        [file] = root.AF\n\
        [name, named] = root.Names.EmbeddedFiles.Names\n\
        assert file == named and str(name) == str(file.UF) == 'timeline.json', name\n\
        assert file.AFRelationship == '/Data' and file.EF.F.Subtype == '/application/json'\n\
        sys.stdout.buffer.write(file.EF.F.read_bytes())\n";
    let out = Command::new("/usr/bin/python3").args(["-c", script]).arg(&path).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    assert!(out.stdout == embedded(&path) && out.stdout == timeline_json(&YEAR.spare));
}

/// Everything that can be read in a PDF by any means: its plain bytes, its words, its data.
fn everything(pdf: &Path) -> String {
    let plain = pdf.with_extension("plain");
    let done = Command::new("qpdf").args(["--qdf", "--object-streams=disable"]).arg(pdf).arg(&plain).status().unwrap();
    assert!(done.success());
    let mut all = String::from_utf8_lossy(&std::fs::read(plain).unwrap()).into_owned();
    all.push_str(&pdf_text(pdf));
    all.push_str(&words(pdf));
    // The second tells texts that stand for pictures.
    for word in ["-meta", "-struct"] {
        all.push_str(&String::from_utf8_lossy(&Command::new("pdfinfo").arg(word).arg(pdf).output().unwrap().stdout));
    }
    all
}

#[test]
fn what_was_left_out_is_in_no_byte() {
    let folder = tempfile::tempdir().unwrap();
    let spare = everything(&saved(folder.path(), "a.pdf", &YEAR.spare));
    let full = everything(&saved(folder.path(), "b.pdf", &YEAR.full));
    let brief = everything(&saved(folder.path(), "c.pdf", &YEAR.brief));
    for left_out in ["Lindelaan 12", "Fenna", "Els de Wit", "via mijn werk", "\"fear\": 8", "zelfde avond"] {
        assert!(full.contains(left_out) || full.contains(&squeezed(left_out)), "{left_out} is nowhere to be found");
        assert!(!spare.contains(left_out) && !spare.contains(&squeezed(left_out)), "{left_out}");
    }
    for private in ["niemand te weten", "niemandteweten", "alleen voor mij", "alleenvoormij", "private_note"] {
        for all in [&spare, &full, &brief] {
            assert!(!all.contains(private), "{private}");
        }
    }
    assert!(!brief.contains("/EmbeddedFile") && !brief.contains("Fenna") && !brief.contains("Lindelaan12"));
}

#[test]
fn a_consultation_has_two_pages_however_much_there_is() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(pages(&saved(folder.path(), "a.pdf", &YEAR.brief)), 2);
    let harm = hostile(folder.path(), &Options { form: Form::Consultation, ..Options::default() });
    let path = saved(folder.path(), "b.pdf", &harm);
    assert_eq!(pages(&path), 2);
    holds_to_the_standards(&path);
}

/// Texts that want to break out, turn around, flood or never end, and pictures that are none.
fn hostile(folder: &Path, options: &Options) -> Input {
    let path = folder.join("h.db");
    let (book, _) = Book::create(&path, PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports()).unwrap();
    let book = RefCell::new(book);
    let texts = texts();
    let incidents: Vec<Incident> = texts
        .iter()
        .map(|text| {
            let begin: String = text.chars().take(500).collect();
            serde_json::from_value(json!({
                "when": "2026-11-03T21:30:00+01:00", "kind": ["threat"], "what": text,
                "exact_words": text, "where": "#place", "channel": begin, "who": "$x$",
                "reported": [{"to": "*po*lice", "agreed": begin, "number": begin}], "effect": {"fear": 10},
            }))
            .unwrap()
        })
        .collect();
    let ids = book.borrow_mut().record_all(incidents).unwrap();
    let half: Vec<u8> = files::picture(500, 500, [1, 2, 3]).into_iter().take(9_000).collect();
    for (name, bytes) in [("half.bmp", half), ("leeg.jpg", Vec::new()), ("groot.png", files::absurd_png())] {
        let keep = Keep { name, arrival: Arrival::Picked, incident: ids.first() };
        let length = bytes.len() as u64;
        keep.bytes(&book, &mut bytes.as_slice(), length, &mut |_, _| ControlFlow::Continue(())).unwrap();
    }
    for text in &texts {
        let begin: String = text.chars().take(500).collect();
        let moment = json!({
            "when": {"day": "2026-11-04"}, "organisation": "police", "person": begin, "incidents": ids,
            "told": text, "agreed": begin, "next_step": text,
        });
        book.borrow_mut().set_moment(None, serde_json::from_value(moment).unwrap()).unwrap();
    }
    drop(ids);
    let input = input(&book, options);
    drop(book);
    std::fs::remove_file(path).unwrap();
    input
}

fn texts() -> Vec<String> {
    vec![
        "#let x = read(\"/etc/passwd\") *vet* $som$ @bron \\ `code` <label> // weg #panic()".into(),
        "om\u{202e}gedraaid\u{202c} \u{2066}los\u{2069} \u{200f}rechts".into(),
        format!("vloed a{}", "\u{301}\u{489}\u{20dd}".repeat(400)),
        "مرحبا بالعالم שלום עולם Ελλάδα Привет 😡🔪👨‍👩‍👧 漢字 안녕 ไทย".into(),
        "Lang verhaal zonder einde. ".repeat(3_700),
        "zonderspatie".repeat(2_000),
        "regel\n".repeat(1_500),
        "bel\u{7} nul\u{0} \u{13000} \u{e000} \u{fffe}".into(),
    ]
}

#[test]
fn a_report_says_whom_was_told_what_and_nothing_of_what_was_said_to_a_counsellor() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let (book, _) = Book::create(&path, PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports()).unwrap();
    let book = RefCell::new(book);
    let incident = json!({ "when": "2026-11-03T21:30:00+01:00", "kind": ["calls"], "what": "Belde de hele avond." });
    let told = book.borrow_mut().record(serde_json::from_value(incident).unwrap(), &[]).unwrap();
    let contact = json!({ "organisation": "police", "name": "Wijkagent Bos" });
    let bos = book.borrow_mut().set_contact(None, serde_json::from_value(contact).unwrap()).unwrap();
    for moment in [
        json!({ "when": {"day": "2026-11-04"}, "organisation": "police", "contact": bos, "incidents": [told],
            "told": "Verteld onder tranen.", "agreed": "Stopgesprek volgt.", "next_step": "Nabellen met Bos." }),
        json!({ "when": {"day": "2026-11-05"}, "organisation": "shn", "person": "Mevrouw Linde",
            "told": "Ik slaap niet.", "agreed": "Samen de slaapkamer anders inrichten." }),
    ] {
        book.borrow_mut().set_moment(None, serde_json::from_value(moment).unwrap()).unwrap();
    }
    let full = saved(folder.path(), "a.pdf", &input(&book, &Options::default()));
    let text = words(&full);
    assert!(text.contains("Politie,WijkagentBos") && text.contains("Stopgesprekvolgt."), "{text}");
    assert!(text.contains("11incidentgemeld"), "{text}");
    let data = String::from_utf8(embedded(&full)).unwrap();
    for private in ["tranen", "Nabellen", "Linde", "slaap"] {
        assert!(!text.contains(private) && !data.contains(private), "{private}");
    }
    let options = Options { form: Form::Consultation, ..Options::default() };
    let text = words(&saved(folder.path(), "b.pdf", &input(&book, &options)));
    assert!(text.contains("Nabellenmet") && text.contains("andersinrichten"), "{text}");
    assert!(!text.contains("tranen") && !text.contains("slaapniet"), "{text}");
    assert!(text.contains("Erisgeencontactpersoonbekendbij:VeiligThuis"), "{text}");
}

#[test]
fn texts_that_mean_harm_are_words_on_valid_pages() {
    let folder = tempfile::tempdir().unwrap();
    let path = saved(folder.path(), "a.pdf", &hostile(folder.path(), &Options::default()));
    holds_to_the_standards(&path);
    let timeline: Value = serde_json::from_slice(&embedded(&path)).unwrap();
    let told: Vec<&str> =
        timeline["incidents"].as_array().unwrap().iter().map(|told| told["what"].as_str().unwrap()).collect();
    assert_eq!(told, texts());
    let text = words(&path);
    assert!(text.contains("#letx=read(\"/etc/passwd\")*vet*$som$@bron\\`code`<label>//weg#panic()"));
    assert!(text.contains("U+202E") && text.contains("U+2066") && text.contains("U+0489") && text.contains("U+FFFE"));
    // Once as what happened and once as exact words.
    for (part, times) in [("Langverhaalzondereinde.", 3_700 * 2), ("zonderspatie", 2_000 * 2), ("regel", 1_500 * 2)] {
        assert!(text.matches(part).count() >= times, "{part}: {}", text.matches(part).count());
    }
}

#[test]
#[ignore = "writes the year's pages to the folder PAGES names, to look at them"]
fn write_the_year() {
    let folder = PathBuf::from(std::env::var_os("PAGES").unwrap());
    for (name, input) in [("nl", &YEAR.full), ("en", &YEAR.english), ("spare", &YEAR.spare), ("brief", &YEAR.brief)] {
        saved(&folder, &format!("{name}.pdf"), input);
    }
}
