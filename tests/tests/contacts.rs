//! The app in its real window: contact persons, what they were told, and measures.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::{files, finish, until};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::json;

const PASSPHRASE: &str = "vier woorden paars kasteel onder regenjas";

async fn record(app: &App, what: &str) {
    app.click("nav-timeline").await;
    app.click("record-button").await;
    app.type_into("what", what).await;
    app.click("save").await;
    app.see_text("incident", what).await;
}

/// Fields for a day and lists take keys in the order that the system likes, so they are filled in as a picker would.
async fn fill(app: &App, id: &str, value: &str) {
    app.see(id).await;
    let script = "const [id, value] = arguments;
        const field = document.querySelector(`[data-testid='${id}']`);
        field.value = value;
        for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));";
    app.page.execute(script, vec![json!(id), json!(value)]).await.unwrap();
    app.see_value(id, value).await;
}

async fn add_contact(app: &App, organisation: &str, name: &str) {
    app.click(&format!("add-contact-{organisation}")).await;
    app.see_value("contact-organisation", organisation).await;
    app.type_into("contact-name", name).await;
    app.click("contact-save").await;
    app.see_text(&format!("organisation-{organisation}"), name).await;
}

/// A measure from one day to another, counted from today.
async fn add_measure(app: &App, kind: &str, from: i64, to: i64) {
    app.click("add-measure").await;
    fill(app, "measure-kind", kind).await;
    fill(app, "measure-start", &day(app, from).await).await;
    fill(app, "measure-end", &day(app, to).await).await;
    app.click("measure-save").await;
    app.see("said").await;
    app.see("add-measure").await;
}

/// The day so many days from today, by the app's own clock.
async fn day(app: &App, from_today: i64) -> String {
    let script = "const at = new Date();
        at.setDate(at.getDate() + arguments[0]);
        const two = (n) => String(n).padStart(2, '0');
        return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;";
    let day = app.page.execute(script, vec![json!(from_today)]).await.unwrap();
    day.as_str().unwrap().to_owned()
}

/// What is typed is kept, sealed, a moment later: the logbook's file changes.
async fn type_and_wait_for_the_draft(app: &App, desktop: &Desktop, id: &str, text: &str) {
    let changed = || std::fs::metadata(desktop.logbook()).and_then(|about| about.modified()).ok();
    app.see(id).await;
    let before = changed();
    app.type_into(id, text).await;
    until("the draft to be kept", || (changed() > before).then_some(()));
}

#[test]
fn an_empty_place_says_how_to_ask_and_then_holds_a_person_with_a_history_and_a_successor() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("nav-contacts").await;
        for organisation in ["police", "veilig-thuis", "om", "3ro", "shn"] {
            app.see_text(&format!("ask-{organisation}"), "“").await;
        }
        assert_eq!(app.count("organisation-lawyer").await, 0, "a lawyer is there once there is one");
        app.see_text("ask-police", "Wie is bij de politie mijn vaste contactpersoon?").await;

        app.click("add-contact-police").await;
        app.type_into("contact-name", "A. Jansen").await;
        app.type_into("contact-phone", "+31 (0)10 555 0123").await;
        app.type_into("contact-number", "PL-000123").await;
        app.click("contact-save").await;
        app.see_text("organisation-police", "A. Jansen").await;
        app.see_text("organisation-police", "PL-000123").await;
        assert_eq!(app.count("ask-police").await, 0, "the place is no longer empty");
        assert_eq!(app.count("ask-om").await, 1);
        let dials = app.see("contact-call").await.attr("href").await.unwrap();
        assert_eq!(dials.as_deref(), Some("tel:+31105550123"));

        app.click("contact-change").await;
        app.type_into("contact-role", "wijkagent").await;
        app.see_value("contact-name", "A. Jansen").await;
        app.see("contact-name").await.clear().await.unwrap();
        app.type_into("contact-name", "Anna Jansen").await;
        app.click("contact-save").await;
        app.see_text("organisation-police", "Anna Jansen").await;
        app.click("contact-history-open").await;
        app.see_text("contact-history", "A. Jansen").await;

        app.click("contact-succeed").await;
        app.see_value("contact-organisation", "police").await;
        app.see_value("contact-number", "PL-000123").await;
        app.see_value("contact-predecessor", "Anna Jansen").await;
        app.type_into("contact-name", "Bob de Wit").await;
        app.click("contact-save").await;
        app.see_text("organisation-police", "Bob de Wit").await;
        app.see_text("former-open-police", "Eerder (1)").await;
        app.see_text("former-police", "Anna Jansen").await;
        app.see_text("former-police", "Laatste dag").await;
        app.close().await;
    });
}

#[test]
fn what_was_told_is_no_longer_new_there_until_it_is_corrected_and_elsewhere_it_is() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        record(&app, "Hij stond bij de voordeur.").await;
        record(&app, "Zeven keer gebeld.").await;
        app.click("nav-contacts").await;
        add_contact(&app, "police", "A. Jansen").await;
        app.see_text("news-open-police", "2 incidenten").await;
        app.click("news-open-police").await;
        app.see_text("news-text-police", "Hij stond bij de voordeur").await;
        app.see_text("news-text-police", "Zeven keer gebeld").await;
        app.click("news-copy-police").await;
        app.see_text("news-copy-police-told", "Gekopieerd").await;
        // One of the two was not told after all.
        app.see_count("news-tick-police", 2).await;
        app.click("news-tick-police").await;
        app.click("news-told-police").await;
        app.see_value("moment-organisation", "police").await;
        app.see_count("moment-tick", 1).await;
        // Not before it is confirmed.
        app.click("part-people").await;
        app.see_text("news-open-police", "2 incidenten").await;
        app.click("part-moments").await;
        app.type_into("moment-agreed", "Zij belt terug").await;
        app.type_into("moment-next", "Beelden opvragen").await;
        fill(&app, "moment-next-on", &day(&app, 3).await).await;
        app.click("moment-save").await;
        app.see_text("moment", "A. Jansen").await;
        app.see_text("moment", "Zij belt terug").await;
        app.see_text("moment", "1 incident").await;
        app.see_text("step", "Beelden opvragen").await;
        app.click("step-done").await;
        app.see_count("step", 0).await;
        app.click("part-people").await;
        app.see_text("news-open-police", "1 incident").await;
        app.see_text("news-open-veilig-thuis", "2 incidenten").await;
        app.click("news-open-police").await;
        app.see_count("news-tick-police", 1).await;
        app.click("news-told-police").await;
        app.click("moment-save").await;
        app.see_count("moment", 2).await;
        app.click("part-people").await;
        app.see("news-none-police").await;
        assert_eq!(app.count("news-police").await, 0);
        app.see_text("news-open-veilig-thuis", "2 incidenten").await;

        app.click("nav-timeline").await;
        app.click("entry").await;
        app.click("amend").await;
        app.type_into("what", " Het waren er acht.").await;
        app.click("save").await;
        app.see_text("incident", "Het waren er acht").await;
        app.click("nav-contacts").await;
        app.see_text("news-open-police", "1 verbeterd").await;
        app.click("news-open-police").await;
        app.see_text("news-text-police", "Het waren er acht").await;
        app.see_text("news-open-veilig-thuis", "2 incidenten").await;
        app.close().await;
    });
}

#[test]
fn a_measure_in_force_is_offered_as_broken_and_one_that_ended_is_not() {
    finish(async {
        let desktop = Desktop::start();
        let letter = files::file(desktop.home(), "beschikking.txt", "Geen contact.\n".as_bytes());
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("nav-contacts").await;
        app.click("part-measures").await;
        add_measure(&app, "contactverbod", -30, 10).await;
        add_measure(&app, "huisverbod", -60, -31).await;
        app.see_count("measure", 2).await;
        app.see_text("measure-stands", "nog 10 dagen").await;
        // Its document belongs to it, and does not wait for an incident.
        app.click("measure-change").await;
        app.choose(&desktop, "measure-pick", &letter).await;
        app.see_text("measure-document", "beschikking.txt").await;
        app.click("measure-save").await;
        app.see_text("measure", "beschikking.txt").await;

        app.click("nav-timeline").await;
        app.see_text("ending", "over 10 dagen").await;
        assert_eq!(app.count("inbox-note").await, 0, "the document waits for nothing");
        app.click("record-button").await;
        app.type_into("what", "Hij belde toch.").await;
        app.see_count("breached-near", 1).await;
        app.see_text("breached-near", "Contactverbod").await;
        assert_eq!(app.count("evidence").await, 0);
        assert_eq!(app.count("breached-asked").await, 0);
        app.click("kind-breach").await;
        app.see_text("breached-asked", "Contactverbod").await;
        // The day decides which one was in force.
        fill(&app, "date", &day(&app, -40).await).await;
        app.see_text("breached-near", "Tijdelijk huisverbod").await;
        app.see_count("breached-near", 1).await;
        fill(&app, "date", &day(&app, -1).await).await;
        app.see_text("breached-asked", "Contactverbod").await;
        app.click("breached-yes").await;
        app.see_count("breached-asked", 0).await;
        app.click("more-fields").await;
        app.click("group-reports").await;
        app.click("add-report").await;
        app.type_into("reported-to", "politie").await;
        app.click("save").await;
        app.see("incident").await;
        app.click("nav-contacts").await;
        // Reported to the police with the incident itself: known there by its id.
        app.see_text("news-open-veilig-thuis", "1 incident").await;
        assert_eq!(app.count("news-police").await, 0);
        app.click("part-measures").await;
        app.see_text("measure-broken", "1 incident is een overtreding").await;
        app.close().await;
    });
}

#[test]
fn the_end_of_a_measure_is_announced_and_can_be_put_away_for_now() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("nav-contacts").await;
        app.click("part-measures").await;
        add_measure(&app, "gebiedsverbod", -3, 40).await;
        app.click("nav-timeline").await;
        app.see("record-button").await;
        app.see_count("ending", 0).await;
        app.click("nav-contacts").await;
        app.click("part-measures").await;
        add_measure(&app, "contactverbod", -2, 14).await;
        app.click("nav-timeline").await;
        app.see_count("ending", 1).await;
        app.see_text("ending", "Contactverbod").await;
        app.click("ending-look").await;
        app.see_text("measure-stands", "nog 14 dagen").await;
        app.click("nav-timeline").await;
        app.click("ending-away").await;
        app.see_count("ending", 0).await;
        app.click("nav-settings").await;
        app.see("lock").await;
        app.click("nav-timeline").await;
        app.see("timeline").await;
        app.see_count("ending", 0).await;
        app.click("quick-exit").await;
        app.unlock(PASSPHRASE).await;
        app.see_count("ending", 1).await;
        app.close().await;
    });
}

#[test]
fn half_filled_forms_survive_a_quick_exit_and_go_only_when_that_is_said() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("nav-contacts").await;
        app.click("add-contact-om").await;
        type_and_wait_for_the_draft(&app, &desktop, "contact-name", "mr. Half").await;
        app.click("part-moments").await;
        app.click("add-moment").await;
        type_and_wait_for_the_draft(&app, &desktop, "moment-told", "Nog niet af").await;
        app.click("part-measures").await;
        app.click("add-measure").await;
        type_and_wait_for_the_draft(&app, &desktop, "measure-number", "OM-00").await;
        app.click("quick-exit").await;
        app.unlock(PASSPHRASE).await;
        app.click("nav-contacts").await;
        app.see_value("contact-name", "mr. Half").await;
        app.see_value("contact-organisation", "om").await;
        app.click("part-moments").await;
        app.see_value("moment-told", "Nog niet af").await;
        app.click("part-measures").await;
        app.see_value("measure-number", "OM-00").await;
        app.click("measure-save").await;
        app.see_text("measure", "OM-00").await;
        // One touch throws nothing away.
        app.click("part-moments").await;
        app.click("moment-drop").await;
        app.see_value("moment-told", "Nog niet af").await;
        app.click("moment-drop-do").await;
        app.see_count("moment-form", 0).await;
        app.click("quick-exit").await;
        app.unlock(PASSPHRASE).await;
        app.click("nav-contacts").await;
        app.see_value("contact-name", "mr. Half").await;
        assert_eq!(app.count("moment-form").await, 0);
        assert_eq!(app.count("measure-form").await, 0);
        app.close().await;
    });
}

#[test]
fn what_was_copied_is_off_the_clipboard_once_one_goes_elsewhere() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("nav-contacts").await;
        app.click("ask-copy-police").await;
        app.see_text("ask-copy-police-told", "Anderen op dit apparaat").await;
        app.click("part-moments").await;
        app.click("add-moment").await;
        app.click("moment-agreed").await;
        paste(&app).await;
        app.see_value(
            "moment-agreed",
            "Wie is bij de politie mijn vaste contactpersoon? Mag ik de naam en het nummer?",
        )
        .await;
        app.click("nav-timeline").await;
        app.click("search").await;
        paste(&app).await;
        app.press("x").await;
        app.see_value("search", " x").await;
        // Neither when it is left in a hurry.
        app.click("nav-contacts").await;
        app.click("ask-copy-police").await;
        app.see_text("ask-copy-police-told", "Anderen op dit apparaat").await;
        app.click("quick-exit").await;
        app.unlock(PASSPHRASE).await;
        app.click("search").await;
        paste(&app).await;
        app.press("y").await;
        app.see_value("search", " y").await;
        app.close().await;
    });
}

/// Ctrl and V, where the focus is.
async fn paste(app: &App) {
    let keys = KeyActions::new("keyboard".into())
        .then(KeyAction::Down { value: '\u{e009}' })
        .then(KeyAction::Down { value: 'v' })
        .then(KeyAction::Up { value: 'v' })
        .then(KeyAction::Up { value: '\u{e009}' });
    app.page.perform_actions(keys).await.unwrap();
}
