//! The pages of a PDF, drawn in a child process of the app that may do next to nothing.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use std::process::{Command, Stdio};

use common::{files, program, until};
use houvast_intake::Apart;
use houvast_intake::pdf::{PdfError, child};

#[test]
fn pages_are_counted_drawn_and_read() {
    let app = program("houvast-app");
    let pdf = files::pdf(&["Bijlage bij de aangifte", "Tweede blad"]);
    let sizes = child::sizes(&app, &pdf).unwrap();
    assert_eq!(sizes.iter().map(|size| (size.width, size.height)).collect::<Vec<_>>(), [(595.0, 842.0); 2]);
    assert_eq!(child::text(&app, &pdf, 0).unwrap(), "Bijlage bij de aangifte");
    assert_eq!(child::text(&app, &pdf, 1).unwrap(), "Tweede blad");
    let png = child::draw(&app, &pdf, 0, 800).unwrap();
    // Width and height stand behind the mark and the name of the first part.
    assert_eq!(png[16..24], [800_u32.to_be_bytes(), 1132_u32.to_be_bytes()].concat());
    let blank = child::draw(&app, &files::pdf(&[""]), 0, 800).unwrap();
    assert!(png.len() > blank.len() + 500, "nothing was drawn: {} and {} bytes", png.len(), blank.len());
    assert!(matches!(child::draw(&app, &pdf, 2, 800), Err(PdfError::Unreadable)));
}

/// As on a phone, where there is no child. One test, because there is one thread for the whole process.
#[test]
fn a_thread_answers_as_a_child_does_and_draws_less() {
    let app = program("houvast-app");
    let pdf = files::pdf(&["Bijlage bij de aangifte", "Tweede blad"]);
    assert_eq!(child::sizes(Apart::Thread, &pdf).unwrap(), child::sizes(&app, &pdf).unwrap());
    assert_eq!(child::text(Apart::Thread, &pdf, 1).unwrap(), "Tweede blad");
    assert!(child::draw(Apart::Thread, &pdf, 0, 800).unwrap() == child::draw(&app, &pdf, 0, 800).unwrap());
    // Some four thousand pixels wide would be over twenty million in all.
    let large = child::draw(Apart::Thread, &pdf, 0, 4000).unwrap();
    let side = |at: usize| u64::from(u32::from_be_bytes(large[at..at + 4].try_into().unwrap()));
    assert!((7_000_000..=8_100_000).contains(&(side(16) * side(20))), "{} by {}", side(16), side(20));
    assert!(matches!(child::draw(Apart::Thread, &pdf, 2, 800), Err(PdfError::Unreadable)));
    assert!(matches!(child::sizes(Apart::Thread, b"%PDF-1.7\nniets"), Err(PdfError::Unreadable)));
    for n in 1..12 {
        let mut damaged = pdf.clone();
        damaged.iter_mut().skip(n).step_by(23).for_each(|byte| *byte ^= 0x15);
        let _ = child::draw(Apart::Thread, &damaged, 0, 200);
    }
    let huge = vec![b'%'; (50 << 20) + 1];
    assert!(matches!(child::sizes(Apart::Thread, &huge), Err(PdfError::TooMuch)));
    // Nothing is left over that keeps it busy.
    assert_eq!(child::text(Apart::Thread, &pdf, 0).unwrap(), "Bijlage bij de aangifte");
}

#[test]
fn a_pdf_with_a_password_is_told_from_a_broken_one() {
    let app = program("houvast-app");
    let folder = tempfile::tempdir().unwrap();
    let open = files::file(folder.path(), "open.pdf", &files::pdf(&["Geheim"]));
    let locked = folder.path().join("op slot.pdf");
    let made =
        Command::new("qpdf").args(["--encrypt", "woord", "eigenaar", "256", "--"]).arg(&open).arg(&locked).status();
    assert!(made.unwrap().success());
    assert!(matches!(child::sizes(&app, &std::fs::read(locked).unwrap()), Err(PdfError::Locked)));
    assert!(matches!(child::sizes(&app, b"%PDF-1.7\nniets"), Err(PdfError::Unreadable)));
    assert!(matches!(child::sizes(&app, b""), Err(PdfError::Unreadable)));
}

#[test]
fn damaged_pdfs_are_answered() {
    let app = program("houvast-app");
    let pdf = files::pdf(&["Bijlage"]);
    for n in 1..12 {
        let mut damaged = pdf.clone();
        damaged.truncate(pdf.len() * n / 12);
        // Whatever it answers, it answers.
        let _ = child::draw(&app, &damaged, 0, 200);
        let mut damaged = pdf.clone();
        damaged.iter_mut().skip(n).step_by(23).for_each(|byte| *byte ^= 0x15);
        let _ = child::draw(&app, &damaged, 0, 200);
    }
}

#[test]
fn a_page_of_absurd_size_is_drawn_within_bounds_or_refused() {
    let app = program("houvast-app");
    for size in ["[0 0 14400 14400]", "[0 0 1 14400]", "[0 0 99999999 99999999]", "[0 0 0 0]", "[5 5 -1e30 1e30]"] {
        let text = String::from_utf8(files::pdf(&["x"])).unwrap().replace("[0 0 595 842]", size);
        let png = match child::draw(&app, text.as_bytes(), 0, 4000) {
            Ok(png) => png,
            Err(PdfError::Unreadable) => continue,
            Err(error) => panic!("{size}: {error}"),
        };
        let side = |at: usize| u64::from(u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
        assert!(side(16) >= 1 && side(20) >= 1 && side(16) * side(20) <= 24_500_000, "{size}");
    }
}

#[test]
fn the_child_may_open_write_and_start_nothing() {
    let mut child = Command::new(program("houvast-app"))
        .arg(child::ARGUMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let limits = format!("/proc/{}/limits", child.id());
    let most = |what: &str| {
        let told = std::fs::read_to_string(&limits).unwrap_or_default();
        let line = told.lines().find(|line| line.starts_with(what)).unwrap_or_default().to_owned();
        line[what.len().min(line.len())..].split_whitespace().take(2).collect::<Vec<_>>().join(" ")
    };
    until("the limits", || (most("Max processes") == "0 0").then_some(()));
    assert_eq!(most("Max open files"), "3 3");
    assert_eq!(most("Max file size"), "0 0");
    assert_eq!(most("Max cpu time"), "20 20");
    assert_eq!(most("Max address space"), "2147483648 2147483648");
    child.kill().unwrap();
    child.wait().unwrap();
}
