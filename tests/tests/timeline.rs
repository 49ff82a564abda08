//! The timeline with ten thousand incidents, in the real window.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use std::path::Path;

use chrono::{DateTime, TimeDelta};
use common::app::App;
use common::desktop::Desktop;
use common::finish;
use houvast_logbook::model::{Incident, Kind, When};
use houvast_logbook::{Book, KdfCost};

const PASSPHRASE: &str = "vier woorden paars kasteel onder regenjas";
const ALL: usize = 10_000;

/// Ten thousand incidents, three hours apart, with texts of all lengths; every thousandth is a threat.
fn fill(path: &Path) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let (mut book, _) = Book::create(path, PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports()).unwrap();
    let first = DateTime::parse_from_rfc3339("2023-01-01T07:20:00+01:00").unwrap();
    let incidents = (0..ALL).map(|n| {
        let at = first + TimeDelta::minutes(i64::try_from(n).unwrap() * 187);
        let mut incident = Incident::at(When::Exact(at));
        incident.kind = vec![if n % 1000 == 500 { Kind::Threat } else { Kind::Calls }];
        incident.what = format!("Nummer {n}. {}", "Hij belde en zei niets. ".repeat(n % 17));
        if n % 1000 == 500 {
            incident.exact_words = "Je krijgt spijt bij de VÓÓRdeur".into();
        }
        incident
    });
    book.record_all(incidents.collect()).unwrap();
}

/// Where the window looks: entries on the page, and whether an entry or a day covers the middle of the window.
const SEEN: &str = "
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    return [document.querySelectorAll('[data-testid=entry]').length, Boolean(middle?.closest('section.day'))];";

/// Scrolls as fast as a page can, and looks after each frame. Answers with the most entries that were on the page and the
/// frames that had none in the middle.
const THROUGH: &str = "
    const done = arguments[0];
    const list = document.querySelector('[data-testid=timeline]');
    window.scrollBy(0, list.getBoundingClientRect().top);
    let [most, blank, frames] = [0, 0, 0];
    const end = () => document.documentElement.scrollHeight - innerHeight - 100;
    const step = () => {
        const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        if (!middle?.closest('section.day')) blank += 1;
        most = Math.max(most, document.querySelectorAll('[data-testid=entry]').length);
        frames += 1;
        if (scrollY >= end() || frames > 400) return done([most, blank, frames, scrollY >= end()]);
        window.scrollBy(0, 20000 / (1 + frames % 5));
        requestAnimationFrame(step);
    };
    requestAnimationFrame(step);";

/// The entry that has the focus: its id, its day, and whether it is in sight.
const FOCUSED: &str = "
    const entry = document.activeElement.closest('li');
    if (!entry) return [null, document.activeElement.outerHTML.slice(0, 200), false];
    const { top, bottom } = entry.getBoundingClientRect();
    return [entry.dataset.id, entry.closest('section').querySelector('h2').textContent, top >= 0 && bottom <= innerHeight];";

/// Scrolls until the middle of a day with many entries lies at the window's upper edge. Answers with how far below that edge
/// the day begins, and its date stands, in pixels.
const MID_DAY: &str = "
    const done = arguments[0];
    const days = [...document.querySelectorAll('section.day')];
    const day = days.find((one) => one.querySelectorAll('li').length > 4);
    const { top, height } = day.getBoundingClientRect();
    window.scrollBy(0, top + height / 2);
    const tops = () => [day, day.querySelector('h2 b')].map((one) => one.getBoundingClientRect().top);
    requestAnimationFrame(() => requestAnimationFrame(() => done(tops())));";

async fn ask(app: &App, script: &str) -> serde_json::Value {
    app.page.execute(script, vec![]).await.unwrap()
}

/// Waits until the day of the entry that has the focus holds this, and the entry is in sight; answers with its id.
async fn see_focus(app: &App, day: &str) -> String {
    let mut last = serde_json::Value::Null;
    for _ in 0..300 {
        last = ask(app, FOCUSED).await;
        if last[2] == true && last[1].as_str().is_some_and(|text| text.contains(day)) {
            return last[0].as_str().unwrap().to_owned();
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("no entry of {day} has the focus in sight, but {last}");
}

#[test]
fn ten_thousand_incidents_are_read_by_eye_and_by_keyboard() {
    finish(async {
        let desktop = Desktop::start();
        fill(&desktop.logbook());
        let app = App::start(&desktop).await;
        app.unlock(PASSPHRASE).await;
        app.see_text("found", "10.000 incidenten").await;
        app.see("entry").await;

        // Only what is in sight is on the page, and fast scrolling shows no gaps.
        let through = app.page.execute_async(THROUGH, vec![]).await.unwrap();
        assert!(through[0].as_u64().unwrap() < 120, "too much is on the page: {through}");
        assert_eq!((through[1].as_u64(), through[3].as_bool()), (Some(0), Some(true)), "{through}");

        // The keys go through all of it, and the focus stays where it is put.
        app.click("newest").await;
        see_focus(&app, "2026").await;
        app.press("\u{e010}").await;
        see_focus(&app, "1 januari 2023").await;
        let oldest = ask(&app, FOCUSED).await[0].clone();
        ask(&app, "window.scrollTo(0, 0)").await;
        app.see_count("newest", 0).await;
        assert_eq!(ask(&app, FOCUSED).await[0], oldest, "the focus stays where it was, out of sight");
        app.press("\u{e00e}").await;
        see_focus(&app, "2023").await;
        app.press("\u{e011}").await;
        let newest = see_focus(&app, "2026").await;
        app.press("\u{e00f}").await;
        let mut lower = newest.clone();
        for _ in 0..100 {
            lower = see_focus(&app, "2026").await;
            if lower != newest {
                break;
            }
        }
        assert_ne!(lower, newest, "Page Down goes on");
        let seen = ask(&app, SEEN).await;
        assert!(seen[0].as_u64().unwrap() < 120 && seen[1] == true, "{seen}");

        // The date stays in sight for as long as its day lasts.
        let tops = app.page.execute_async(MID_DAY, vec![]).await.unwrap();
        let (day, date) = (tops[0].as_f64().unwrap(), tops[1].as_f64().unwrap());
        assert!(day < -100.0 && (0.0..100.0).contains(&date), "{tops}");

        // A month is two touches away; what was opened has the focus when one comes back.
        app.click("go-to-month").await;
        app.click("month-2024-3").await;
        let chosen = see_focus(&app, "31 maart 2024").await;
        app.press("\u{e007}").await;
        app.see_text("incident", "31 maart 2024").await;
        app.click("incident-back").await;
        assert_eq!(see_focus(&app, "31 maart 2024").await, chosen);

        // Words, kinds, and a report of what is left; it is all still there when one comes back.
        app.type_into("search", "voordeur").await;
        app.see_text("found", "10 van 10.000 incidenten").await;
        app.see_text("found-in", "letterlijke woorden").await;
        app.see("search").await.clear().await.unwrap();
        app.type_into("search", "NUMMER 9500").await;
        app.see_count("entry", 1).await;
        assert_eq!(ask(&app, "return document.querySelectorAll('mark').length").await, 2);
        app.type_into("search", &"\u{e003}".repeat("NUMMER 9500".len())).await;
        app.click("filters").await;
        app.see_text("filter-having-threat", "10").await;
        app.click("filter-having-threat").await;
        app.see_text("found", "10 van 10.000 incidenten").await;
        app.type_into("search", "nummer 9").await;
        app.see_text("found", "1 van 10.000 incidenten").await;
        app.click("report-of-these").await;
        app.see_text("report-only", "Bedreiging").await;
        app.see_text("report-only", "nummer 9").await;
        app.see_text("report-holds", "1 incident en 0 bewijsstukken").await;
        app.click("nav-timeline").await;
        app.see_text("found", "1 van 10.000 incidenten").await;

        // Locking forgets it.
        app.click("nav-settings").await;
        app.lock().await;
        app.unlock(PASSPHRASE).await;
        app.see_text("found", "10.000 incidenten").await;
        assert_eq!(app.count("chosen").await, 0);
        app.close().await;
    });
}
