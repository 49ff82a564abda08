//! The main job by ear: what a screen reader gets from the app in its real window.

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::finish;
use common::heard::Heard;

const PASSPHRASE: &str = "vier woorden paars kasteel onder regenjas";

/// Tab takes what can be pressed or filled in in the order in which it is read.
async fn tab_goes_as_it_is_read(app: &App, heard: &mut Heard, presses: usize) {
    let (mut place, mut node) = heard.focus_after(None);
    for _ in 0..presses {
        app.press("\u{e004}").await;
        let (next, after) = heard.focus_after(Some(place));
        assert!(next > place && after.focusable, "from {node:?} to {after:?}");
        (place, node) = (next, after);
    }
}

#[test]
fn the_main_job_can_be_done_by_ear() {
    finish(async {
        let desktop = Desktop::that_is_heard();
        let mut heard = Heard::start(&desktop);
        let app = App::start(&desktop).await;
        app.see("start-continue").await;
        // Whoever hears the window's name learns nothing else.
        assert_eq!(heard.finds("frame", "").name, "Houvast");
        assert_eq!(heard.finds("heading", "Wie kan bij dit apparaat").level, "1");
        heard.finds("push button", "Nood");
        heard.finds("push button", "Snel weg");
        app.click("start-continue").await;
        heard.finds("password text", "Nieuwe wachtzin");
        assert!(heard.finds("heading", "Maak je logboek").focused, "the new screen's title has the focus");
        heard.everything_has_a_name();
        app.type_into("passphrase", PASSPHRASE).await;
        app.type_into("passphrase-again", PASSPHRASE).await;
        app.click("create").await;
        app.click("recovery-written").await;
        heard.everything_has_a_name();
        app.click("recovery-confirm").await;

        app.click("record-button").await;
        heard.finds("entry", "Wat gebeurde er?");
        tab_goes_as_it_is_read(&app, &mut heard, 6).await;
        heard.everything_has_a_name();
        app.type_into("what", "Hij stond weer bij de voordeur.").await;
        app.click("save").await;
        app.see("incident").await;
        heard.finds("paragraph", "Hij stond weer bij de voordeur.");
        heard.everything_has_a_name();

        app.click("nav-timeline").await;
        heard.finds("push button", "Hij stond weer bij de voordeur.");
        heard.everything_has_a_name();
        let before = heard.so_far();
        app.type_into("search", "zzzz").await;
        heard.is_told_since(before, "0 van 1");
        app.see("search").await.clear().await.expect("a field can be cleared");

        app.click("nav-settings").await;
        app.lock().await;
        // A screen reader reads a new page first; only then is it told of what changes there.
        heard.everything_has_a_name();
        let before = heard.so_far();
        app.type_into("unlock-passphrase", "een verkeerde zin").await;
        app.click("unlock").await;
        heard.is_told_since(before, "past niet op dit logboek");
        app.see("unlock-passphrase").await.clear().await.expect("a field can be cleared");
        app.unlock(PASSPHRASE).await;
        app.see("timeline").await;

        app.click("nav-report").await;
        app.click("report-what-full").await;
        heard.finds("radio button", "Alleen de PDF");
        heard.everything_has_a_name();
        let before = heard.so_far();
        app.choose(&desktop, "report-save", &desktop.home().join("tijdlijn.pdf")).await;
        app.see_text("report-done", "tijdlijn.pdf").await;
        heard.is_told_since(before, "tijdlijn.pdf");
        app.close().await;
    });
}
