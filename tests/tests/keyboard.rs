//! By keys alone: where the focus goes when something opens over the window, and where it comes back to.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::finish;
use common::walk::{PASSPHRASE, sample};

const TAB: char = '\u{e004}';
const SHIFT: char = '\u{e008}';
const ENTER: &str = "\u{e007}";

/// The sample case, open.
async fn opened(desktop: &Desktop) -> App {
    sample(desktop);
    let app = App::start(desktop).await;
    app.unlock(PASSPHRASE).await;
    app.see("entry").await;
    app
}

async fn ask(app: &App, script: &str) -> serde_json::Value {
    app.page.execute(script, vec![]).await.unwrap()
}

/// Waits until what has the focus is this, or is in it.
async fn see_focus(app: &App, css: &str) {
    let script = format!("return Boolean(document.activeElement.closest(\"{css}\"))");
    for _ in 0..300 {
        if ask(app, &script).await == true {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!(
        "the focus is not in {css} but on {}",
        ask(app, "return document.activeElement.outerHTML.slice(0, 300)").await
    );
}

/// Goes around once with Tab, and once the other way: the focus never leaves this layer.
async fn stays_in(app: &App, layer: &str) {
    let places = "return document.querySelectorAll(arguments[0] + ' :is(a[href], button, input, select, textarea, summary)').length";
    let places = app.page.execute(places, vec![layer.into()]).await.unwrap().as_u64().unwrap();
    // Past the last place the window itself gets the focus for a moment, and gives it to the first.
    for _ in 0..places + 2 {
        app.press(&TAB.to_string()).await;
        see_focus(app, layer).await;
    }
    for _ in 0..places + 2 {
        app.press_with(SHIFT, TAB).await;
        see_focus(app, layer).await;
    }
}

#[test]
fn what_was_opened_has_the_focus_when_one_comes_back_and_the_bar_can_be_skipped() {
    finish(async {
        let desktop = Desktop::start();
        let app = opened(&desktop).await;
        // The bar has eleven places; the first of all leads past them.
        app.tab_to("skip").await;
        let seen = "const { top, left, height } = document.activeElement.getBoundingClientRect();
            return [top >= 0 && left >= 0 && height >= 44, document.elementFromPoint(left + 5, top + 5) === document.activeElement]";
        assert_eq!(ask(&app, seen).await, serde_json::json!([true, true]), "who goes by keyboard sees it");
        app.press(ENTER).await;
        see_focus(&app, "main h1").await;
        app.press(&TAB.to_string()).await;
        see_focus(&app, "[data-testid=record-button]").await;
        assert_eq!(ask(&app, "return document.querySelector('.skip').getBoundingClientRect().bottom <= 0").await, true);

        // An incident, opened and closed.
        app.tab_to("entry").await;
        app.press(&TAB.to_string()).await;
        let second = "return document.activeElement.closest('[data-testid=entry]')?.dataset.id ?? ''";
        let second = ask(&app, second).await.as_str().unwrap().to_owned();
        app.press(ENTER).await;
        app.see("incident").await;
        app.tab_to("incident-back").await;
        app.press(ENTER).await;
        see_focus(&app, &format!("[data-testid=entry][data-id='{second}']")).await;

        // A correction leads back to the incident, and from there to its entry.
        app.press(ENTER).await;
        app.tab_to("amend").await;
        app.press(ENTER).await;
        app.tab_to("amend-reason").await;
        app.press(&format!("Het was later{ENTER}")).await;
        app.see("incident").await;
        see_focus(&app, "main h1").await;
        app.tab_to("incident-back").await;
        app.press(ENTER).await;
        see_focus(&app, &format!("[data-testid=entry][data-id='{second}']")).await;
        app.close().await;
    });
}

#[test]
fn what_lies_over_the_window_keeps_the_focus_and_gives_it_back() {
    finish(async {
        let desktop = Desktop::start();
        let app = opened(&desktop).await;
        // The months, left alone and used.
        app.tab_to("go-to-month").await;
        app.press(ENTER).await;
        app.see("oldest").await;
        stays_in(&app, "[data-testid=months]").await;
        app.escape().await;
        app.until("!document.querySelector('dialog[open]')").await;
        see_focus(&app, "[data-testid=go-to-month]").await;
        app.press(ENTER).await;
        app.tab_to("oldest").await;
        app.press(ENTER).await;
        see_focus(&app, "[data-testid=entry]").await;

        // The viewer over the evidence, and over it the choice of an incident: Escape closes one at a time.
        app.click("nav-evidence").await;
        app.tab_to("view-picture").await;
        let opener = ask(&app, "return document.activeElement.closest('[data-testid=evidence]').dataset.id").await;
        let opener = format!("[data-testid=evidence][data-id='{}'] button", opener.as_str().unwrap());
        app.press(ENTER).await;
        app.see("about").await;
        stays_in(&app, "dialog[open]").await;
        app.tab_to("attach").await;
        app.press(ENTER).await;
        see_focus(&app, "[data-testid=attach-search]").await;
        app.see("attach-to").await;
        stays_in(&app, "[data-testid=attach-dialog]").await;
        app.escape().await;
        app.see_count("attach-dialog", 0).await;
        see_focus(&app, "[data-testid=attach]").await;
        assert_eq!(app.count("viewer").await, 1, "one layer at a time");
        app.escape().await;
        app.see_count("viewer", 0).await;
        see_focus(&app, &opener).await;

        // After the next one, the focus comes back to that one.
        app.press(ENTER).await;
        app.tab_to("viewer-next").await;
        app.press(ENTER).await;
        app.see_text("viewer-place", "2 van").await;
        see_focus(&app, "[data-testid=viewer-next]").await;
        let shown = ask(&app, "return document.querySelector('[data-testid=viewer]').dataset.id").await;
        app.escape().await;
        app.see_count("viewer", 0).await;
        see_focus(&app, &format!("[data-testid=evidence][data-id='{}'] button", shown.as_str().unwrap())).await;
        app.close().await;
    });
}

#[test]
fn what_is_taken_back_or_erased_leaves_the_focus_somewhere() {
    finish(async {
        let desktop = Desktop::start();
        let app = opened(&desktop).await;
        app.click("nav-evidence").await;
        app.see("evidence").await;
        // One is withdrawn: the viewer goes on to the next. All the others are out of the way, so that one is the last.
        app.type_into("gallery-search", "voordeur").await;
        app.see_count("evidence", 1).await;
        app.tab_to("view-picture").await;
        app.press(ENTER).await;
        app.tab_to("evidence-withdraw-open").await;
        app.press(ENTER).await;
        app.tab_to("evidence-withdraw-reason").await;
        app.press(&format!("Verkeerde foto{ENTER}")).await;
        app.see_count("viewer", 0).await;
        see_focus(&app, "main").await;

        // An incident is withdrawn where it stands, and erased.
        app.click("nav-timeline").await;
        app.tab_to("entry").await;
        app.press(ENTER).await;
        app.tab_to("withdraw-open").await;
        app.press(ENTER).await;
        app.tab_to("withdraw-reason").await;
        app.press("Het was iemand anders").await;
        app.tab_to("withdraw").await;
        app.press(ENTER).await;
        app.see("restore").await;
        see_focus(&app, "main").await;
        app.tab_to("erase-open-incident").await;
        app.press(ENTER).await;
        // Escape closes nothing here, and forgets nothing.
        app.tab_to("erase-reason").await;
        app.press("Te persoonlijk").await;
        app.escape().await;
        app.see_value("erase-reason", "Te persoonlijk").await;
        app.tab_to("erase-sure-incident").await;
        app.press(" ").await;
        app.tab_to("erase-do-incident").await;
        app.press(ENTER).await;
        app.see("timeline").await;
        see_focus(&app, "main").await;
        app.close().await;
    });
}

#[test]
fn after_a_click_on_what_unfolds_the_keyboard_goes_on_from_there() {
    finish(async {
        let desktop = Desktop::start();
        let app = opened(&desktop).await;
        app.click("nav-record").await;
        for (clicked, next) in [("more-fields", "[data-testid=group-exactly]"), ("group-who", "input[type=radio]")] {
            app.click(clicked).await;
            app.until(&format!("document.querySelector('[data-testid={clicked}]').parentElement.open")).await;
            app.press(&TAB.to_string()).await;
            see_focus(&app, next).await;
        }
        app.close().await;
    });
}

#[test]
fn everything_becomes_larger_as_in_a_browser_and_stays_so() {
    const CONTROL: char = '\u{e009}';
    finish(async {
        let desktop = Desktop::start();
        let app = opened(&desktop).await;
        let width = ask(&app, "return innerWidth").await.as_f64().unwrap();
        let at = |percent: f64| format!("Math.abs(innerWidth * {percent} / 100 - {width}) < 3");
        for percent in [125.0, 150.0] {
            app.press_with(CONTROL, '+').await;
            app.until(&at(percent)).await;
        }
        app.press_with(CONTROL, '-').await;
        app.until(&at(125.0)).await;
        // The driver's clicks go astray in a page of another size, so the keys lock it as well.
        app.press("\u{e00c}\u{e00c}").await;
        app.see("unlock-passphrase").await;
        app.until(&at(125.0)).await;
        app.close().await;
        let app = App::start(&desktop).await;
        app.see("unlock-passphrase").await;
        app.until(&at(125.0)).await;
        app.press_with(CONTROL, '0').await;
        app.until(&at(100.0)).await;
        app.close().await;
    });
}
