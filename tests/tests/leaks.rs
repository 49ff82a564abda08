//! What the app leaves behind: nothing readable on disk, nothing in memory once it is locked, nothing on a network.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]
#![allow(clippy::disallowed_methods, reason = "files are found by when they were written")]

mod common;

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::SystemTime;

use common::app::App;
use common::bare::{Bare, each_part_of_memory, is_in_use, memory_holds, press, type_text};
use common::canary::{holds, on_disk};
use common::desktop::Desktop;
use common::{files, finish, until};
use houvast_logbook::model::{Arrival, Incident, When};
use houvast_logbook::{Book, KdfCost, Keep, Unlock};

const PASSPHRASE: &str = "zwarte kano langs vier molens";
const WORDS: &str = "kanariepietwoorden stonden hier";
const NAME: &str = "kanariepietnaam";
const CONTENT: &str = "kanariepietinhoud in een bestand";
const PRIVATE: &str = "kanariepietgeheim";
const SOUND: &str = "kanariepietgeluid dat nergens mag blijven ";
const REASON: &str = "kanariepietreden";

fn logbook(desktop: &Desktop) {
    let path = desktop.logbook();
    let (mut book, _) = Book::create(&path, PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports()).unwrap();
    let day = "2026-03-03".parse().unwrap();
    let incident = Incident { what: WORDS.into(), private_note: PRIVATE.into(), ..Incident::at(When::Day(day)) };
    book.record(incident, &[]).unwrap();
}

/// Keeps files as evidence that waits.
fn keep(desktop: &Desktop, pieces: &[(&str, Vec<u8>)]) {
    let unlock = Unlock::Passphrase(PASSPHRASE);
    let book = RefCell::new(Book::open(&desktop.logbook(), &unlock, houvast_vault::system::ports()).unwrap());
    for (name, bytes) in pieces {
        let keep = Keep { name, arrival: Arrival::Picked, incident: None };
        keep.bytes(&book, &mut bytes.as_slice(), bytes.len() as u64, &mut |_, _| ControlFlow::Continue(())).unwrap();
    }
}

/// Starts the app as people do, opens the logbook by keys, and waits until its words are in memory.
fn opened(desktop: &Desktop, before: &[&str]) -> Bare {
    let app = Bare::start(desktop, before);
    // The field for the passphrase has the focus as soon as it is there; what was typed too early is typed again.
    until("the words to be in memory", || {
        press(desktop, &["ctrl+a"]);
        type_text(desktop, PASSPHRASE);
        press(desktop, &["Return"]);
        let begin = std::time::Instant::now();
        while begin.elapsed().as_secs() < 15 {
            if app.memory_holds(&[WORDS]) == [WORDS] {
                return Some(());
            }
        }
        None
    });
    app
}

fn locked_by_escape(desktop: &Desktop) {
    until("Snel weg", || {
        press(desktop, &["Escape", "Escape"]);
        (!is_in_use(&desktop.logbook())).then_some(())
    });
}

#[test]
fn nothing_is_left_in_memory_after_a_quick_exit() {
    let desktop = Desktop::start();
    logbook(&desktop);
    let app = opened(&desktop, &[]);
    locked_by_escape(&desktop);
    let mut left = Vec::new();
    // The last of it goes with the page, a moment later.
    for _ in 0..200 {
        left = app.memory_holds(&[PASSPHRASE, WORDS, PRIVATE]);
        if left.is_empty() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("the app's memory still holds {left:?}");
}

/// The logbook's main key, as the second reader finds it.
fn main_key(desktop: &Desktop) -> Vec<u8> {
    let script = "import sys; sys.path.insert(0, sys.argv[1]); import read_vault as r
print(r.Logbook(sys.argv[2], r.way_in(1, sys.argv[3])).main.hex())";
    let reader = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/reader");
    let told = std::process::Command::new("/usr/bin/python3")
        .args(["-B", "-c", script])
        .args([&reader, &desktop.logbook()])
        .arg(PASSPHRASE)
        .output()
        .unwrap();
    let digits = String::from_utf8(told.stdout).unwrap();
    let digits = digits.trim();
    assert_eq!(digits.len(), 64, "{}", String::from_utf8_lossy(&told.stderr));
    (0..32).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap()).collect()
}

/// How often the process's memory holds these bytes.
fn times_in_memory(process: u32, bytes: &[u8]) -> usize {
    let mut times = 0;
    each_part_of_memory(process, |part| times += memchr::memmem::find_iter(part, bytes).count());
    times
}

/// Waits until the memory holds none of these bytes: the last of them go with the page, a moment later.
fn gone_from_memory(process: u32, bytes: &[u8]) {
    let mut times = 0;
    for _ in 0..200 {
        times = times_in_memory(process, bytes);
        if times == 0 {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("the app's memory still holds the key {times} times");
}

#[test]
fn the_key_itself_is_in_memory_only_while_the_logbook_is_open() {
    finish(async {
        let desktop = Desktop::start();
        logbook(&desktop);
        let key = main_key(&desktop);
        let app = App::start(&desktop).await;
        app.unlock(PASSPHRASE).await;
        let process = app.process();
        assert!(times_in_memory(process, &key) > 0, "the search finds what there is to find");
        app.click("nav-settings").await;
        app.click("settings-ways-in").await;
        app.type_into("pin-passphrase", PASSPHRASE).await;
        app.type_into("pin-new", "604813").await;
        app.type_into("pin-again", "604813").await;
        app.click("pin-set").await;
        app.see("pin-holds").await;
        // A lock leaves it under the PIN.
        app.lock().await;
        app.see("unlock-pin").await;
        gone_from_memory(process, &key);
        app.type_into("unlock-pin", "604813").await;
        app.click("unlock-by-pin").await;
        app.see("timeline").await;
        assert!(times_in_memory(process, &key) > 0);
        app.click("quick-exit").await;
        app.see("unlock-passphrase").await;
        gone_from_memory(process, &key);
        app.close().await;
    });
}

#[test]
fn nothing_that_was_played_or_read_is_left_in_any_process_after_a_quick_exit() {
    finish(async {
        let desktop = Desktop::start();
        logbook(&desktop);
        keep(&desktop, &[("geluid.wav", files::wav(SOUND, 20)), ("briefje.txt", CONTENT.into())]);
        let app = App::start_whose_page_ends(&desktop).await;
        app.unlock(PASSPHRASE).await;
        app.click("nav-evidence").await;
        // The newest stands first.
        app.click("view-picture").await;
        app.see_text("shown-text", CONTENT).await;
        app.click("viewer-next").await;
        app.click("media-play").await;
        let texts = [SOUND, CONTENT, WORDS, PRIVATE, PASSPHRASE];
        let left = |pids: &[u32]| -> Vec<Vec<String>> { pids.iter().map(|pid| memory_holds(*pid, &texts)).collect() };
        // The search finds what is there: the network process holds the sound for the page's.
        until("the sound and the text to be in memory", || {
            let found = left(&app.webview_processes()).concat();
            [SOUND, CONTENT].iter().all(|text| found.iter().any(|one| one == text)).then_some(())
        });
        // The driver gets no answer from a page that ends. The viewer lies over the bar, and has a Snel weg of its own.
        let _ = app.see("viewer-quick-exit").await.click().await;
        // What the driver typed and read stays in the app's own process; that one is searched above, where nobody drives.
        until("nothing of it to be left", || left(&app.webview_processes()).concat().is_empty().then_some(()));
        app.close().await;
    });
}

#[test]
fn the_app_speaks_to_nobody() {
    let desktop = Desktop::start();
    logbook(&desktop);
    let trace = desktop.home().join("trace");
    let app = opened(&desktop, &["strace", "-f", "-qq", "-e", "trace=%network", "-o", &trace.to_string_lossy()]);
    locked_by_escape(&desktop);
    drop(app);
    let calls = std::fs::read_to_string(&trace).unwrap();
    assert!(calls.contains("AF_UNIX"), "the tracer saw nothing");
    let outside: Vec<&str> = calls
        .lines()
        .filter(|line| ["AF_INET", "AF_PACKET", "htons("].iter().any(|word| line.contains(word)))
        // The route and the interfaces are asked of the system's kernel, nothing is sent.
        .filter(|line| !line.contains("AF_NETLINK"))
        .collect();
    assert!(outside.is_empty(), "{outside:#?}");
}

#[test]
fn nothing_typed_is_readable_on_the_disk() {
    finish(async {
        let since = SystemTime::now();
        let desktop = Desktop::start();
        // What the person has outside is not the app's.
        let outside = tempfile::tempdir().unwrap();
        let letter = files::file(outside.path(), &format!("{NAME}.txt"), CONTENT.as_bytes());
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("record-button").await;
        app.type_into("what", WORDS).await;
        app.choose(&desktop, "add-files", &letter).await;
        app.see_count("evidence", 1).await;
        app.click("more-fields").await;
        app.type_into("private-note", PRIVATE).await;
        app.click("save").await;
        app.see("incident").await;
        app.click("amend").await;
        app.type_into("amend-reason", REASON).await;
        app.click("save").await;
        app.see("history").await;
        app.click("nav-timeline").await;
        app.type_into("search", WORDS).await;
        app.see_count("entry", 1).await;
        app.click("nav-report").await;
        app.see("preview-page").await;
        app.choose(&desktop, "report-save", &outside.path().join("pakket.zip")).await;
        app.see_text("report-done", "pakket.zip").await;
        app.type_into("given-to", NAME).await;
        app.click("given-note").await;
        app.see("given-noted").await;
        app.click("report-what-full").await;
        app.choose(&desktop, "report-save", &outside.path().join("rapport.pdf")).await;
        app.see_text("report-done", "rapport.pdf").await;
        app.click("quick-exit").await;
        app.click("put-open").await;
        app.type_into("put-text", WORDS).await;
        app.click("put-note").await;
        app.see("put-told").await;
        app.close().await;
        let texts = [PASSPHRASE, WORDS, NAME, CONTENT, PRIVATE, REASON];
        // The search finds what there is to find.
        let mut known = Vec::new();
        holds(&std::fs::read(&letter).unwrap(), &texts, &mut known);
        assert_eq!(known, [CONTENT]);
        let folders = [desktop.home(), Path::new("/tmp"), Path::new("/var/tmp"), Path::new("/dev/shm")];
        let hits = on_disk(&folders, since, &[outside.path()], &texts);
        assert!(hits.is_empty(), "{hits:#?}");
    });
}
