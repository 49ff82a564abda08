//! Looking together with a counsellor, in the real window.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::finish;

const PASSPHRASE: &str = "vier woorden paars kasteel onder regenjas";

#[test]
fn a_consultation_hides_private_notes_walks_through_and_ends_in_a_contact_moment() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("record-button").await;
        app.type_into("what", "Stond voor het raam.").await;
        app.click_until("more-fields", "private-note").await;
        app.type_into("private-note", "Durf ik niet te zeggen.").await;
        app.click("save").await;
        app.see_text("incident", "Durf ik niet te zeggen.").await;

        app.click("nav-consult").await;
        app.click("consult-begin").await;
        app.see("consult-summary").await;
        app.click_until("consult-next", "consult-weeks").await;
        app.click("consult-entry").await;
        app.see_text("incident", "Stond voor het raam.").await;
        assert!(!app.text("incident").await.contains("Durf ik niet"), "a private note is shown");
        // Nor when it is corrected, and no search gives away that a word stands there.
        app.click("amend").await;
        app.see("group-links").await;
        assert_eq!(app.count("private-note").await, 0, "a private note is shown where it can be changed");
        app.click("nav-timeline").await;
        app.type_into("search", "durf").await;
        app.see("nothing-found").await;
        app.press(&"\u{e003}".repeat(4)).await;
        app.type_into("search", "raam").await;
        app.see_text("found", "1 van 1").await;
        app.click("consult-return").await;
        // It goes on where it was.
        app.see("consult-weeks").await;
        app.click("consult-next").await;
        app.see("consult-measures").await;
        app.click("consult-next").await;
        app.see_text("consult-missing-police", "vaste contactpersoon").await;
        app.click("consult-next").await;
        app.see_text("news-open-shn", "1").await;
        app.click("consult-next").await;
        app.see("consult-open").await;
        app.click("consult-next").await;
        app.type_into("moment-agreed", "Samen aangifte doen.").await;
        app.click("moment-save").await;
        // With the form gone the page is shorter, and what is pressed stands elsewhere.
        app.see("consult-note").await;
        app.click("consult-stop").await;
        app.see("timeline").await;
        app.click("nav-contacts").await;
        app.click("part-moments").await;
        app.see_text("contacts", "Samen aangifte doen.").await;
        app.click("nav-timeline").await;
        app.click("search").await;
        app.press(&"\u{e003}".repeat(4)).await;
        app.type_into("search", "durf").await;
        app.see("found-in").await;
        app.click("entry").await;
        app.see_text("incident", "Durf ik niet te zeggen.").await;
        app.close().await;
    });
}
