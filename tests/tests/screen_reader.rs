//! The main job by ear: what a screen reader gets from the app in its real window.

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::finish;
use common::heard::Heard;

const PASSPHRASE: &str = "vier woorden paars kasteel onder regenjas";

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
        heard.everything_has_a_name();
        app.type_into("what", "Hij stond weer bij de voordeur.").await;
        app.click("save").await;
        app.see("incident").await;
        heard.finds("paragraph", "Hij stond weer bij de voordeur.");
        heard.everything_has_a_name();

        app.click("nav-timeline").await;
        heard.finds("push button", "Hij stond weer bij de voordeur.");
        heard.everything_has_a_name();

        app.click("nav-report").await;
        app.click("report-what-full").await;
        heard.finds("radio button", "Alleen de PDF");
        heard.everything_has_a_name();
        let before = heard.so_far();
        app.choose(&desktop, "report-save", &desktop.home().join("tijdlijn.pdf")).await;
        app.see_text("report-done", "tijdlijn.pdf").await;
        heard.is_told_since(before);
        app.close().await;
    });
}
