//! `controleren.html` out of a package, opened from the disk in two browsers: what it says of a package that holds and of
//! packages that somebody changed.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use common::browser::{Browser, Which};
use common::case::Case;
use common::desktop::Desktop;
use common::{drag, files, finish};
use houvast_guidance::Lang;
use houvast_guidance::texts::Texts;
use serde_json::json;
use zip::write::SimpleFileOptions;

/// The files of a package.
type Files = Vec<(String, Vec<u8>)>;

/// A logbook with two incidents, a picture, an anchor that somebody got, and what was handed over of it.
struct Handed {
    case: Case,
    anchor: String,
    zip: PathBuf,
}

impl Handed {
    fn new(words: &str) -> Self {
        let case = Case::new();
        let id = case.record(&json!({ "when": "2026-03-03T21:30:00+01:00", "kind": ["calls"], "what": words }));
        let photo = files::file(case.path(), "voordeur.bmp", &files::picture(300, 200, [200, 30, 30]));
        case.json(&["attach", &id, &photo.to_string_lossy()]);
        let anchor = case.json(&["anchor", "--to", "Els"])["anchor"].as_str().unwrap().to_owned();
        case.record(
            &json!({ "when": { "day": "2026-03-05" }, "what": "Er lag een brief.", "witnesses": ["Els de Buur"] }),
        );
        let zip = case.path().join("pakket.zip");
        let handed = Self { case, anchor, zip };
        handed.package(&handed.zip, &[]);
        handed
    }

    fn package(&self, to: &Path, words: &[&str]) {
        // The second incident names a witness, so that its words are not handed over whole.
        let out = self.case.run(&[&["package", "--no-witnesses", "--out", &to.to_string_lossy()], words].concat());
        assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    }

    /// What `houvast verify` finds: names and places, in order.
    fn verify(&self, zip: &Path) -> Vec<(String, String)> {
        let out = self.case.run(&["verify", &zip.to_string_lossy(), "--json"]);
        let found: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
        let text = |problem: &serde_json::Value, field: &str| problem[field].as_str().unwrap().to_owned();
        let problems = found["problems"].as_array().unwrap().iter();
        let mut places: Vec<_> = problems.map(|problem| (text(problem, "what"), text(problem, "where"))).collect();
        places.sort();
        places
    }

    fn files(&self) -> Files {
        unzipped(&self.zip)
    }

    /// Writes a package beside the good one.
    fn write(&self, name: &str, files: &Files) -> PathBuf {
        let path = self.case.path().join(name);
        let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
        for (name, bytes) in files {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap();
        path
    }
}

fn unzipped(path: &Path) -> Files {
    let mut zip = zip::ZipArchive::new(File::open(path).unwrap()).unwrap();
    (0..zip.len())
        .map(|number| {
            let mut file = zip.by_index(number).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn named<'a>(files: &'a mut Files, name: &str) -> &'a mut Vec<u8> {
    &mut files.iter_mut().find(|(other, _)| other.starts_with(name)).unwrap_or_else(|| panic!("{name} is there")).1
}

/// Puts other words of the same length in place of these.
fn replace(files: &mut Files, name: &str, from: &str, to: &str) {
    let text = String::from_utf8(named(files, name).clone()).unwrap();
    assert!(text.contains(from), "{name} has no {from}");
    *named(files, name) = text.replace(from, to).into_bytes();
}

/// The page and what it says, in Dutch.
struct Page {
    browser: Browser,
    file: PathBuf,
    texts: Texts,
}

impl Page {
    async fn of(handed: &Handed, which: Which, desktop: &Desktop) -> Self {
        let mut files = handed.files();
        let file = files::file(desktop.home(), "controleren.html", named(&mut files, "controleren.html"));
        Self { browser: Browser::start(which, desktop).await, file, texts: Texts::new(Lang::Nl) }
    }

    async fn open(&self) {
        self.browser.open(&self.file).await;
        self.browser.click("button[lang=nl]").await;
    }

    async fn check(&self, zip: &Path) {
        self.open().await;
        self.browser.give("#choose-zip", &zip.to_string_lossy()).await;
    }

    fn sentence(&self, id: &str, name: &str, number: &str) -> String {
        self.texts.format(id, &[("name", name.into()), ("number", number.into())])
    }

    async fn sees_verdict(&self, id: &str, count: usize) {
        let said = self.browser.text("[data-testid=verdict] h1").await;
        assert_eq!(said, self.texts.format(id, &[("count", count.into())]));
    }

    async fn sees_that_it_holds(&self) {
        self.sees_verdict("verify-verdict-holds", 0).await;
        // Whoever listens hears the verdict first.
        let focus = self.browser.page.active_element().await.unwrap();
        assert_eq!(focus.tag_name().await.unwrap().to_lowercase(), "h1");
        assert!(!self.browser.has("[data-testid=problems]").await);
        let checked = self.browser.text("[data-testid=checked]").await;
        assert!(checked.contains(&self.texts.get("verify-signed")), "{checked}");
        let incidents = self.browser.text("[data-testid=incidents]").await;
        for state in ["verify-state-full", "verify-state-partly"] {
            assert!(incidents.contains(&self.texts.get(state)), "{incidents}");
        }
    }

    /// Checks a package: each of these problems has its sentence, there are no others, and `houvast verify` finds the
    /// same.
    async fn finds(&self, handed: &Handed, zip: &Path, verdict: &str, wanted: &[(&str, &str, &str)]) {
        let mut places: Vec<(String, String)> =
            wanted.iter().map(|(what, name, number)| ((*what).to_owned(), format!("{name}{number}"))).collect();
        places.sort();
        assert_eq!(handed.verify(zip), places, "{}", zip.display());
        self.check(zip).await;
        self.sees_problems(verdict, wanted).await;
    }

    async fn sees_problems(&self, verdict: &str, wanted: &[(&str, &str, &str)]) {
        self.browser.see("[data-testid=problems]").await;
        self.browser
            .page
            .execute("for (const more of document.querySelectorAll('details')) more.open = true;", vec![])
            .await
            .unwrap();
        // The marks that keep a name's direction to itself are not read.
        let said = self.browser.text("[data-testid=problems]").await.replace(['\u{2068}', '\u{2069}'], "");
        for (what, name, number) in wanted {
            let sentence = self.sentence(&format!("verify-problem-{what}"), name, number);
            assert!(said.contains(&sentence), "{sentence} is not among: {said}");
            assert!(
                said.contains(&self.texts.get(&format!("verify-do-{what}"))),
                "what to do about {what} is not among: {said}"
            );
        }
        self.sees_verdict(verdict, wanted.len()).await;
    }
}

const FAILS: &str = "verify-verdict-fails";
const PARTLY: &str = "verify-verdict-partly";
const CANNOT: &str = "verify-verdict-cannot";
const PICTURE: &str = "evidence/0001 voordeur.bmp";

/// What somebody may do to a package, and what the page says then.
async fn says_what_was_changed(which: Which) {
    let desktop = Desktop::start();
    let handed = Handed::new("Hij belde zeven keer.");
    let page = Page::of(&handed, which, &desktop).await;
    page.check(&handed.zip).await;
    page.sees_that_it_holds().await;

    let mut files = handed.files();
    named(&mut files, PICTURE)[4_000] ^= 1;
    page.finds(&handed, &handed.write("foto.zip", &files), FAILS, &[("file-changed", PICTURE, "")]).await;

    let mut files = handed.files();
    replace(&mut files, "timeline.json", "zeven keer", "nooit wat.");
    page.finds(
        &handed,
        &handed.write("tekst.zip", &files),
        FAILS,
        &[("file-changed", "timeline.json", ""), ("entry-differs", "", "1")],
    )
    .await;

    let mut files = handed.files();
    files.retain(|(name, _)| name != PICTURE);
    page.finds(&handed, &handed.write("weg.zip", &files), FAILS, &[("file-missing", PICTURE, "")]).await;

    let mut files = handed.files();
    files.push(("evidence/0002 erbij.jpg".into(), vec![1, 2, 3]));
    page.finds(&handed, &handed.write("erbij.zip", &files), PARTLY, &[("file-added", "evidence/0002 erbij.jpg", "")])
        .await;

    let mut files = handed.files();
    let record = first_record(&mut files);
    let body = format!("records/{record:06}.bin");
    let at = named(&mut files, &body).len() - 20;
    named(&mut files, &body)[at] ^= 1;
    let number = record.to_string();
    page.finds(
        &handed,
        &handed.write("vastlegging.zip", &files),
        FAILS,
        &[("file-changed", &body, ""), ("record-changed", "", &number), ("entry-unproved", "", "1")],
    )
    .await;

    // A proof from another moment of the same logbook.
    handed.case.record(&json!({ "when": { "day": "2026-03-07" }, "what": "Later." }));
    let later = handed.case.path().join("later.zip");
    handed.package(&later, &[]);
    let proof = format!("proofs/{record:06}.tlog-proof");
    let mut files = handed.files();
    named(&mut files, &proof).clone_from(named(&mut unzipped(&later), &proof));
    page.finds(
        &handed,
        &handed.write("bewijs.zip", &files),
        FAILS,
        &[("file-changed", &proof, ""), ("proof-other-tree", "", &number), ("entry-unproved", "", "1")],
    )
    .await;

    let none = files::file(handed.case.path(), "geen.zip", b"hallo");
    page.finds(&handed, &none, CANNOT, &[("no-package", "", "")]).await;
    page.browser.close().await;
}

/// What is of another package or another logbook.
async fn says_what_is_somebody_elses(which: Which) {
    let desktop = Desktop::start();
    let (handed, other) = (Handed::new("Hij belde zeven keer."), Handed::new("Iemand anders, iets anders."));
    let page = Page::of(&handed, which, &desktop).await;

    let mut files = handed.files();
    for name in ["manifest.json", "manifest.note"] {
        named(&mut files, name).clone_from(named(&mut other.files(), name));
    }
    page.check(&handed.write("lijst.zip", &files)).await;
    let problems = page.browser.text("[data-testid=problems]").await;
    assert!(problems.contains(&page.texts.get("verify-problem-manifest-other")), "{problems}");

    let mut files = handed.files();
    named(&mut files, "checkpoint.txt").clone_from(named(&mut other.files(), "checkpoint.txt"));
    page.finds(
        &handed,
        &handed.write("stand.zip", &files),
        FAILS,
        &[
            ("file-changed", "checkpoint.txt", ""),
            ("checkpoint-forged", "", ""),
            ("entry-unproved", "", "1"),
            ("entry-unproved", "", "2"),
            ("evidence-unproved", "", "1"),
        ],
    )
    .await;

    page.check(&handed.zip).await;
    page.sees_that_it_holds().await;
    page.browser.paste("#anchor", &handed.anchor).await;
    page.browser.click("[data-testid=compare]").await;
    let size = handed.anchor.lines().nth(1).unwrap().parse::<u64>().unwrap();
    assert_eq!(page.browser.text("#answer").await, page.texts.format("verify-anchor-holds", &[("size", size.into())]));
    page.sees_verdict("verify-verdict-holds", 0).await;
    page.browser.paste("#anchor", &other.anchor).await;
    page.browser.click("[data-testid=compare]").await;
    page.sees_problems(FAILS, &[("anchor-other-logbook", "", "")]).await;
    page.browser.close().await;
}

/// A package with a password, and one that was unpacked.
async fn takes_a_password_and_a_folder(which: Which) {
    let desktop = Desktop::start();
    let handed = Handed::new("Hij belde zeven keer.");
    let page = Page::of(&handed, which, &desktop).await;

    let locked = handed.case.path().join("geheim.zip");
    let password = files::file(handed.case.path(), "wachtwoord", b"paars kasteel\n");
    handed.package(&locked, &["--password-file", &password.to_string_lossy()]);
    page.check(&locked).await;
    page.browser.give("#password", "groen kasteel\u{e007}").await;
    let wrong = page.browser.text("[role=alert]").await;
    assert_eq!(wrong, page.texts.get("verify-password-wrong"));
    page.browser.give("#password", "paars kasteel\u{e007}").await;
    page.sees_that_it_holds().await;

    let folder = handed.case.path().join("uitgepakt");
    for (name, bytes) in handed.files() {
        std::fs::create_dir_all(folder.join(&name).parent().unwrap()).unwrap();
        files::file(&folder, &name, &bytes);
    }
    files::file(&folder, ".DS_Store", b"x");
    // WebKit's driver and its small browser hand over no folders.
    if which == Which::Chromium {
        page.open().await;
        page.browser.give("#choose-folder", &folder.to_string_lossy()).await;
        page.sees_that_it_holds().await;
        page.open().await;
        let _source = drag::drop_files_on(&desktop, "Houvast.*Chromium", &[&folder]);
        page.sees_that_it_holds().await;
    }
    page.browser.close().await;
}

/// The place in the log of the first record that has a body.
fn first_record(files: &mut Files) -> u64 {
    let manifest: serde_json::Value = serde_json::from_slice(named(files, "manifest.json")).unwrap();
    let record = manifest["records"].as_array().unwrap().iter().find(|record| record["body"].is_string()).unwrap();
    record["seq"].as_u64().unwrap()
}

#[test]
fn chromium_says_what_was_changed() {
    finish(says_what_was_changed(Which::Chromium));
}

#[test]
fn webkit_says_what_was_changed() {
    finish(says_what_was_changed(Which::WebKit));
}

#[test]
fn chromium_says_what_is_somebody_elses() {
    finish(says_what_is_somebody_elses(Which::Chromium));
}

#[test]
fn webkit_says_what_is_somebody_elses() {
    finish(says_what_is_somebody_elses(Which::WebKit));
}

#[test]
fn chromium_takes_a_password_and_a_folder() {
    finish(takes_a_password_and_a_folder(Which::Chromium));
}

#[test]
fn webkit_takes_a_password_and_a_folder() {
    finish(takes_a_password_and_a_folder(Which::WebKit));
}
