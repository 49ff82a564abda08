//! The app in its real window: real webview, real files, real dialogs.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::{dialog, files, finish, pdf_text, sha256sum};

const PASSPHRASE: &str = "vier woorden paars kasteel onder regenjas";

#[test]
fn the_main_job_from_making_a_logbook_to_the_pdf() {
    finish(async {
        let desktop = Desktop::start();
        let photo = files::file(desktop.home(), "voordeur.bmp", &files::picture(800, 600, [40, 90, 160]));
        let letter = files::file(desktop.home(), "brief.txt", "Ik weet waar je werkt.\n".as_bytes());

        let app = App::start(&desktop).await;
        let key = app.make_logbook(PASSPHRASE).await;
        assert_eq!(key.chars().filter(char::is_ascii_digit).count(), 48);

        app.click("record-button").await;
        app.type_into("what", "Hij stond weer bij de voordeur en riep mijn naam.").await;
        app.click("kind-coming-close").await;
        app.click("add-files").await;
        dialog::choose(&desktop, &photo);
        app.see_count("evidence", 1).await;
        app.click("add-files").await;
        dialog::choose(&desktop, &letter);
        app.see_count("evidence", 2).await;
        app.click("more-fields").await;
        app.type_into("exact-words", "Doe open of je krijgt spijt").await;
        app.type_into("private-note", "geheim-voor-mijzelf").await;
        app.click("save").await;
        app.see("incident").await;
        app.close().await;

        let app = App::start(&desktop).await;
        app.type_into("unlock-passphrase", "een andere zin dan de goede").await;
        app.click("unlock").await;
        app.see_text("error", "past niet op dit logboek").await;
        app.see("unlock-passphrase").await.clear().await.unwrap();
        app.unlock(PASSPHRASE).await;
        app.type_into("search", "VOORDEUR").await;
        app.see_count("entry", 1).await;
        app.click("entry").await;
        app.see_count("evidence", 2).await;
        app.see_text("incident", "Doe open of je krijgt spijt").await;

        app.click("amend").await;
        app.type_into("what", " Het was rond half tien.").await;
        app.type_into("amend-reason", "Ik wist de tijd weer").await;
        app.click("save").await;
        app.see_text("history", "Ik wist de tijd weer").await;
        app.see_text("incident", "Het was rond half tien").await;

        app.click("nav-report").await;
        let pdf = desktop.home().join("tijdlijn.pdf");
        app.click("report-save").await;
        dialog::choose(&desktop, &pdf);
        app.see_text("report-done", "tijdlijn.pdf").await;
        app.close().await;

        let text = pdf_text(&pdf);
        for typed in
            ["Hij stond weer bij de voordeur en riep mijn naam.", "Doe open of je krijgt spijt", "Ik wist de tijd weer"]
        {
            assert!(text.contains(typed), "{typed} is not in the PDF:\n{text}");
        }
        for original in [&photo, &letter] {
            assert!(text.contains(&sha256sum(original)), "the SHA-256 of {} is not in the PDF", original.display());
        }
        assert!(!text.contains("geheim-voor-mijzelf"), "the private note is in the PDF");
    });
}

#[test]
fn emergency_is_there_before_a_logbook_and_while_it_is_locked() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.click("nav-emergency").await;
        app.see_text("emergency-panel", "112").await;
        app.close().await;

        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("nav-settings").await;
        app.click("lock").await;
        app.see("unlock-passphrase").await;
        app.click("nav-emergency").await;
        app.see_text("emergency-panel", "0900-8844").await;
        app.see_text("emergency-panel", "0800-2000").await;
        app.close().await;
    });
}

#[test]
fn a_draft_survives_a_crash_and_a_quick_exit_locks() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("record-button").await;
        app.type_into("what", "Nog niet af").await;
        // The draft is sealed into the logbook a moment after the last key: its file changes.
        let size = || std::fs::metadata(desktop.logbook()).and_then(|about| about.modified()).ok();
        let before = size();
        common::until("the draft to be kept", || (size() > before).then_some(()));
        app.crash().await;

        let app = App::start(&desktop).await;
        app.unlock(PASSPHRASE).await;
        app.click("record-button").await;
        let what = app.see("what").await;
        let mut value = None;
        for _ in 0..200 {
            value = what.prop("value").await.unwrap();
            if value.as_deref() == Some("Nog niet af") {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert_eq!(value.as_deref(), Some("Nog niet af"));
        app.click("quick-exit").await;
        app.see("unlock-passphrase").await;
        app.close().await;
    });
}
