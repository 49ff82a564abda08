//! The app in its real window: real webview, real files, real dialogs.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::{drag, files, finish, pdf_text, sha256sum};

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
        app.choose(&desktop, "add-files", &photo).await;
        app.see_count("evidence", 1).await;
        app.choose(&desktop, "add-files", &letter).await;
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
        app.click("report-what-full").await;
        let pdf = desktop.home().join("tijdlijn.pdf");
        app.choose(&desktop, "report-save", &pdf).await;
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
fn two_touches_with_a_photo_a_time_in_words_and_thirty_calls() {
    finish(async {
        let desktop = Desktop::start();
        let photo = files::file(desktop.home(), "auto.bmp", &files::picture(640, 480, [60, 60, 60]));
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        // Something happened now: the first touch asks for the photo, the second one saves.
        app.choose(&desktop, "record-photo", &photo).await;
        app.see_count("evidence", 1).await;
        app.click("save").await;
        app.see("saved").await;
        app.see_count("evidence", 1).await;
        app.click("add-more").await;
        app.see("amend-reason").await;
        app.type_into("what", "Zijn auto stond er weer.").await;
        app.click("save").await;
        app.see_text("incident", "Zijn auto stond er weer.").await;

        app.click("nav-record").await;
        app.type_into("when-said", "gisteren tussen 22 en 23 uur").await;
        app.see_text("when-words", ", van 22.00 tot 23.00 uur").await;
        app.see("when-said").await.clear().await.unwrap();
        app.type_into("when-said", "3 maart 2026 rond 10 uur").await;
        app.see_count("when-option", 2).await;
        app.click("when-option").await;
        app.see_text("when-words", "dinsdag 3 maart 2026, rond 10.00 uur").await;
        app.see("when-said").await.clear().await.unwrap();
        app.type_into("when-said", "3 maart 2026 van 22 tot 2 uur").await;
        app.see_text("when-words", "van dinsdag 3 maart 2026, 22.00 uur tot woensdag 4 maart 2026, 02.00 uur").await;
        app.click("kind-calls").await;
        app.type_into("how-often", "29").await;
        app.click("how-often-more").await;
        app.see_value("how-often", "30").await;
        // Both belong together.
        app.click("more-fields").await;
        app.click("group-links").await;
        app.type_into("link-search", "auto").await;
        app.click("link-offer").await;
        app.see_count("link", 1).await;
        app.click("save").await;
        app.see_text("incident", "30 keer").await;
        app.see_text("linked", "Zijn auto stond er weer.").await;
        app.click("linked-one").await;
        app.see_text("linked", "Bellen").await;
        // The way back leads to the incident where one came from, and from there to the timeline.
        app.click("incident-back").await;
        app.see_text("incident", "30 keer").await;
        app.click("incident-back").await;
        app.see_count("entry", 2).await;
        app.see_text("times", "30 keer").await;
        app.close().await;
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
        app.lock().await;
        app.click("nav-emergency").await;
        app.see_text("emergency-panel", "0900-8844").await;
        app.see_text("emergency-panel", "0800-2000").await;
        // A PC cannot call, and says so.
        let press = "document.querySelector('a[href=\"tel:112\"]').click()";
        app.page.execute(press, vec![]).await.unwrap();
        app.see_text("uncalled", "Bel 112 met een telefoon").await;
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
        app.see_value("what", "Nog niet af").await;
        app.see("draft-found").await;
        // What was typed in the very last moment is kept too, and what waits to be put in.
        app.type_into("what", ", en meer").await;
        app.click("quick-exit").await;
        app.unlock(PASSPHRASE).await;
        app.click("record-button").await;
        app.see_value("what", "Nog niet af, en meer").await;
        app.click("quick-exit").await;
        for (typed, away) in
            [("Hij staat hier", "quick-exit"), ("Hij loopt weg", "put-back"), ("Hij belt aan", "nav-emergency")]
        {
            app.click("put-open").await;
            app.type_into("put-text", typed).await;
            app.click(away).await;
            if away == "nav-emergency" {
                app.click("emergency-back").await;
            }
        }
        app.unlock(PASSPHRASE).await;
        app.click("nav-evidence").await;
        app.see_count("evidence", 3).await;
        app.close().await;
    });
}

#[test]
fn a_page_whose_process_crashes_comes_back() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.see("start-continue").await;
        // The driver has lost the page then, so it is looked for as a process.
        let before = app.page_process().expect("the app has a page");
        assert!(std::process::Command::new("kill").args(["-9", &before]).status().unwrap().success());
        common::until("a new page", || app.page_process().filter(|page| *page != before));
    });
}

#[test]
fn files_dropped_on_the_window_are_kept_wherever_one_is() {
    finish(async {
        let desktop = Desktop::start();
        let photo = files::file(desktop.home(), "straat.bmp", &files::picture(300, 200, [90, 40, 10]));
        let letter = files::file(desktop.home(), "briefje.txt", "Tot snel.\n".as_bytes());
        let garden = files::file(desktop.home(), "tuin.bmp", &files::picture(300, 200, [10, 90, 40]));
        let folder = desktop.home().join("een map");
        std::fs::create_dir(&folder).unwrap();

        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        // On the timeline they begin a new incident.
        let source = drag::drop_files(&desktop, &[&photo, &letter]);
        app.see_count("evidence", 2).await;
        drop(source);
        app.type_into("what", "Foto en briefje.").await;
        app.click("save").await;
        app.see("incident").await;
        // On an incident they belong to it; what cannot be kept is said.
        let _source = drag::drop_files(&desktop, &[&garden, &folder, &photo]);
        app.see_count("evidence", 3).await;
        app.see_text("refused", "een map").await;
        app.see_text("had", "straat.bmp").await;
        app.click("nav-timeline").await;
        app.see_count("entry", 1).await;
        app.close().await;
    });
}

#[test]
fn the_keyboard_alone_is_enough() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.tab_to("start-continue").await;
        app.press("\u{e007}").await;
        app.tab_to("passphrase").await;
        app.press(PASSPHRASE).await;
        app.tab_to("passphrase-again").await;
        app.press(PASSPHRASE).await;
        app.tab_to("create").await;
        app.press("\u{e007}").await;
        app.see("recovery-key").await;
        app.tab_to("recovery-written").await;
        app.press(" ").await;
        app.tab_to("recovery-confirm").await;
        app.press("\u{e007}").await;
        app.tab_to("record-button").await;
        app.press("\u{e007}").await;
        app.tab_to("what").await;
        app.press("Alleen met toetsen geschreven.").await;
        app.tab_to("kind-threat").await;
        app.press(" ").await;
        app.tab_to("save").await;
        app.press("\u{e007}").await;
        app.see_text("incident", "Alleen met toetsen geschreven.").await;
        app.see_text("incident", "Bedreiging").await;
        // Twice Escape is Snel weg; the passphrase field is ready to be typed into.
        app.press("\u{e00c}").await;
        app.press("\u{e00c}").await;
        app.see("unlock-passphrase").await;
        app.press(&format!("{PASSPHRASE}\u{e007}")).await;
        app.see_count("entry", 1).await;
        app.close().await;
    });
}

#[test]
fn it_locks_by_itself_and_keeps_the_draft() {
    finish(async {
        let desktop = Desktop::start();
        let settings = desktop.logbook().with_file_name("settings.json");
        std::fs::create_dir_all(settings.parent().unwrap()).unwrap();
        files::file(settings.parent().unwrap(), "settings.json", br#"{"language":"en","lock_minutes":1}"#);
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.see_text("nav-timeline", "Timeline").await;
        app.click("record-button").await;
        app.type_into("what", "Half a sentence").await;
        // Nobody touches anything for a minute.
        app.see_within("unlock-passphrase", std::time::Duration::from_mins(3)).await;
        app.unlock(PASSPHRASE).await;
        app.click("record-button").await;
        app.see_value("what", "Half a sentence").await;
        app.close().await;
    });
}

/// The webview's history remembers how far one had scrolled, and would bring that back a moment after the place is shown.
#[test]
fn every_place_begins_at_its_top_and_alt_and_left_lead_back() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("record-button").await;
        app.see("save").await;
        for by_key in [false, true] {
            app.page.execute("window.scrollTo(0, 400)", vec![]).await.unwrap();
            app.until("scrollY > 100").await;
            app.click("nav-emergency").await;
            app.see("emergency-panel").await;
            app.page
                .execute("window.gone = false; addEventListener('popstate', () => { window.gone = true; })", vec![])
                .await
                .unwrap();
            if by_key {
                app.page.execute("document.querySelector('main h1').focus()", vec![]).await.unwrap();
                app.press_with('\u{e00a}', '\u{e012}').await;
            } else {
                app.click("nav-record").await;
            }
            app.see("save").await;
            app.until("window.gone").await;
            let drawn = "const done = arguments[0]; let left = 5;
                const next = () => (left-- ? requestAnimationFrame(next) : done(scrollY)); next();";
            assert_eq!(app.page.execute_async(drawn, vec![]).await.unwrap(), 0, "{by_key}");
        }
        app.close().await;
    });
}

#[test]
fn an_incident_can_be_withdrawn_and_brought_back() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("record-button").await;
        app.type_into("what", "Dit was iemand anders.").await;
        app.click("save").await;
        app.see("incident").await;
        app.click("withdraw-open").await;
        app.type_into("withdraw-reason", "Het was de buurman").await;
        app.click("withdraw").await;
        app.see_text("incident", "Het was de buurman").await;
        app.click("nav-timeline").await;
        app.see_text("show-withdrawn", "1").await;
        app.see_count("entry", 0).await;
        app.click("show-withdrawn").await;
        app.see_count("entry", 1).await;
        app.click("entry").await;
        app.click("withdraw-open").await;
        app.type_into("withdraw-reason", "Toch wel hij").await;
        app.click("restore").await;
        app.see_text("history", "Toch wel hij").await;
        app.click("nav-timeline").await;
        app.see_count("entry", 1).await;
        app.close().await;
    });
}

#[test]
fn a_full_disk_is_said_and_what_was_typed_stays() {
    finish(async {
        let desktop = Desktop::start();
        // A disk with some room for what the page's engine keeps beside the logbook while a driver looks on.
        let film = files::file(desktop.home(), "film.mp4", &vec![42; 48 << 20]);
        let app = App::start_on_small_disk(&desktop, "24m").await;
        app.make_logbook(PASSPHRASE).await;
        app.click("record-button").await;
        app.type_into("what", "Hij filmde mij op straat.").await;
        app.choose(&desktop, "add-files", &film).await;
        app.see_text("refused", "De schijf is vol").await;
        app.see_value("what", "Hij filmde mij op straat.").await;
        app.see_count("evidence", 0).await;
        app.click("save").await;
        app.see_text("incident", "Hij filmde mij op straat.").await;
        app.click("nav-settings").await;
        app.lock().await;
        app.unlock(PASSPHRASE).await;
        app.see_count("entry", 1).await;
        app.close().await;
    });
}

#[test]
fn an_anchor_is_given_saved_and_compared() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("record-button").await;
        app.type_into("what", "Voor het ijkpunt.").await;
        app.click("save").await;
        app.see("incident").await;
        app.click("nav-settings").await;
        app.click("settings-proof").await;
        app.type_into("anchor-to", "Casemanager").await;
        app.click("anchor-make").await;
        let anchor = app.text("anchor-text").await;
        app.see_text("anchors", "Casemanager").await;
        let file = desktop.home().join("ijkpunt.txt");
        app.choose(&desktop, "anchor-save", &file).await;
        app.see_text("anchor-told", "ijkpunt.txt").await;
        assert_eq!(std::fs::read_to_string(&file).unwrap().trim(), anchor.trim());
        // The driver types no newline but by its key.
        app.type_into("anchor-pasted", &anchor.replace('\n', "\u{e007}")).await;
        app.see_value("anchor-pasted", anchor.trim()).await;
        app.click("anchor-compare").await;
        app.see_text("agreement", "Daarna kwam er één vastlegging bij").await;
        app.see("anchor-pasted").await.clear().await.unwrap();
        app.type_into("anchor-pasted", "zomaar een tekst").await;
        app.click("anchor-compare").await;
        app.see_text("agreement", "geen ijkpunt").await;
        app.close().await;
    });
}

#[test]
fn the_recovery_key_is_saved_as_a_page_to_print_while_it_is_shown() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.click("start-continue").await;
        app.type_into("passphrase", PASSPHRASE).await;
        app.type_into("passphrase-again", PASSPHRASE).await;
        app.click("create").await;
        let shown: String = app.text("recovery-key").await.chars().filter(char::is_ascii_digit).collect();
        let digits = |text: &str| -> String {
            text.split_whitespace().filter(|word| word.len() == 6 && word.parse::<u32>().is_ok()).collect()
        };
        let page = desktop.home().join("nummers.pdf");
        app.choose(&desktop, "key-sheet-save", &page).await;
        app.see_text("key-sheet-told", "nummers.pdf").await;
        let text = pdf_text(&page);
        assert_eq!(digits(&text), shown);
        assert!(!text.contains("Herstelcode") && !text.contains("Houvast"), "{text}");

        app.tab_to("key-sheet-explain").await;
        app.press(" ").await;
        let page = desktop.home().join("uitgelegd.pdf");
        app.choose(&desktop, "key-sheet-save", &page).await;
        app.see_text("key-sheet-told", "uitgelegd.pdf").await;
        let text = pdf_text(&page);
        assert_eq!(digits(&text), shown);
        assert!(text.contains("Herstelcode van je logboek"), "{text}");

        app.click("recovery-written").await;
        app.click("recovery-confirm").await;
        app.see("timeline").await;
        app.close().await;
    });
}
