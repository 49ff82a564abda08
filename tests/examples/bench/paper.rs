//! The PDF of 1,000 incidents, beside a browser and a print engine with the same words.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

use houvast_logbook::{Book, KdfCost};
use houvast_report::{Options, child, gather};

use crate::memory;
use crate::row::{Row, clock, median, time};
use crate::{common, made};

pub(crate) fn measure() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let ports = houvast_vault::system::ports();
    let path = folder.path().join("b.db");
    let (mut book, _) = Book::create(&path, super::opening::PASSPHRASE, KdfCost::FLOOR, ports.clone()).unwrap();
    book.record_all(made::incidents(1_000)).unwrap();
    let book = RefCell::new(book);

    // The child is this program; it says how much memory it took.
    let told = folder.path().join("told");
    let program = wrapper(folder.path(), &told);
    let mut times = Vec::new();
    let mut pdf = Vec::new();
    for _ in 0..3 {
        let (made, seconds) = clock(|| {
            let input = gather(&book, &Options::default(), &ports.clock.now()).unwrap();
            child::render(&program, &input, &mut |_, _, _| ControlFlow::Continue(())).unwrap()
        });
        times.push(seconds);
        pdf = made;
    }
    let ours = median(times);
    let peak: f64 = common::until("the child's peak", || fs::read_to_string(&told).ok()?.parse().ok());
    let saved = folder.path().join("tijdlijn.pdf");
    fs::write(&saved, &pdf).unwrap();
    let text = common::pdf_text(&saved);
    let pages = text.matches('\u{c}').count();

    let html = folder.path().join("tijdlijn.html");
    fs::write(&html, page(&book)).unwrap();
    let mut rows = vec![
        Row::held(
            &format!("PDF of 1,000 incidents ({pages} pages, {} kB)", pdf.len() / 1000),
            time(ours),
            "1 s",
            ours < 1.0,
        ),
        Row::held("  most memory", format!("{peak:.0} MiB"), "381 MiB (400 MB)", peak < 381.0),
    ];
    let out = folder.path().join("other.pdf");
    let (html, out) = (html.to_string_lossy().into_owned(), out.to_string_lossy().into_owned());
    let profile = format!("--user-data-dir={}", folder.path().join("profile").display());
    let print = format!("--print-to-pdf={out}");
    let chromium =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", &profile, &print, &html];
    let weasyprint = [html.as_str(), out.as_str()];
    let others: [(&str, &[&str], f64); 2] = [("chromium", &chromium, 3.0), ("weasyprint", &weasyprint, 8.0)];
    for (name, words, wanted) in others {
        let (peak, seconds) = clock(|| memory::peak_of(name, words, folder.path()));
        rows.push(match peak {
            Some(peak) => Row::held(
                &format!("  against {name} ({}, {peak:.0} MiB)", time(seconds)),
                format!("{:.1} times", seconds / ours),
                &format!("{wanted} times as fast"),
                seconds / ours >= wanted,
            ),
            None => Row::told(&format!("  against {name}"), "not installed".into(), &format!("{wanted} times as fast")),
        });
    }
    rows
}

/// A program that is this one with the place for its peak in its environment.
pub(crate) fn wrapper(folder: &Path, told: &Path) -> std::path::PathBuf {
    let path = folder.join("render");
    let this = std::env::current_exe().unwrap();
    let script = format!("#!/bin/sh\n{}='{}' exec '{}' \"$@\"\n", memory::PEAK_FILE, told.display(), this.display());
    fs::write(&path, script).unwrap();
    assert!(Command::new("chmod").arg("+x").arg(&path).status().unwrap().success());
    path
}

/// The same words as a page for the browser.
fn page(book: &RefCell<Book>) -> String {
    let mut html = String::from("<!doctype html><html lang=nl><meta charset=utf-8><title>Tijdlijn</title><body>");
    let incidents = book.borrow().incidents_in_full(&houvast_logbook::view::Filter::default());
    html.push_str("<table><tr><th>Nr<th>Wanneer<th>Wat</tr>");
    for (n, view) in incidents.iter().enumerate() {
        let at = view.incident.when.start(chrono::FixedOffset::east_opt(3600).unwrap()).format("%d-%m-%Y %H:%M");
        write!(html, "<tr><td>{}<td>{at}<td>{}</tr>", n + 1, view.incident.what).unwrap();
    }
    html.push_str("</table>");
    for (n, view) in incidents.iter().enumerate() {
        let incident = &view.incident;
        let at = incident.when.start(chrono::FixedOffset::east_opt(3600).unwrap()).format("%d-%m-%Y %H:%M");
        write!(
            html,
            "<h2>{} · {at}</h2><p>{}<p><b>Letterlijk:</b> “{}”<p><b>Waar:</b> {}<p><b>Wie:</b> {}<p><b>Angst:</b> {}\
             <p><small>Opgeschreven op {}</small>",
            n + 1,
            incident.what,
            incident.exact_words,
            incident.place,
            incident.who.name,
            incident.effect.fear.unwrap_or(0),
            view.recorded
        )
        .unwrap();
    }
    html
}
