//! The main job on a phone: its sizes, in the real window, with a finger on a real touchscreen and one thumb's reach.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::finger::Finger;
use common::walk::resize;
use common::{files, finish, pdf_text};
use serde_json::{Value, json};

const PASSPHRASE: &str = "vier woorden paars kasteel onder regenjas";

/// Where the middle of it is, what lies there if it is not in sight, and how large it is for a finger.
const PLACE: &str = "
    const all = [...document.querySelectorAll(`[data-testid='${arguments[0]}']`)];
    const element = all.find((one) => one.checkVisibility({ visibilityProperty: true }));
    if (!element || element.disabled) return null;
    const spot = element.closest('label') ?? element;
    const { x, y, width, height } = spot.getBoundingClientRect();
    const [middle, centre] = [x + width / 2, y + height / 2];
    const there = document.elementFromPoint(middle, centre);
    const over = there?.closest('.bar, .corner') ?? null;
    return {
        x: middle, y: centre, width, height,
        seen: spot.contains(there),
        covered: over !== null && !over.contains(element),
    };";

/// Every place that a finger can touch now and that is too small for it, as far as it is in sight.
const SMALL: &str = "
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .map((one) => one.closest('label:has(input[type=checkbox], input[type=radio])') ?? one)
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.unseen, [hidden]'))
        .map((one) => [one, one.getBoundingClientRect()])
        .filter(([, { width, height }]) => width > 0 && Math.min(width, height) < 43.5)
        .map(([one, { width, height }]) => `${one.outerHTML.slice(0, 80)} is ${width} × ${height}`);";

/// At the end of the page: the last thing in it that lies under the bar.
const UNDER: &str = "
    scrollTo(0, document.documentElement.scrollHeight);
    const bar = document.querySelector('.bar')?.getBoundingClientRect();
    const inside = [...document.querySelectorAll('main a[href], main button, main input, main select, main textarea')];
    const last = inside.filter((one) => one.checkVisibility({ visibilityProperty: true })).at(-1);
    const at = last?.getBoundingClientRect();
    // On a phone on its side the bar stands beside the page.
    const beside = bar && at && (at.left > bar.right - 0.5 || at.right < bar.left + 0.5);
    const under = bar && at && (at.bottom > innerHeight + 0.5 || (!beside && at.bottom > bar.top + 0.5));
    const found = under ? [last.outerHTML.slice(0, 80)] : [];
    scrollTo(0, 0);
    return found;";

/// Somebody with a phone in the hand.
struct Hand<'a> {
    desktop: &'a Desktop,
    app: App,
    finger: Finger,
    size: (u32, u32),
}

impl Hand<'_> {
    /// Where the page begins on the screen.
    fn origin(&self) -> (f64, f64) {
        let window = self.desktop.xdotool(&["search", "--onlyvisible", "--name", "^Houvast$"]).trim().to_owned();
        let told = self.desktop.xdotool(&["getwindowgeometry", "--shell", &window]);
        let value = |name: &str| {
            let line = told.lines().find_map(|line| line.strip_prefix(name)).expect("a window has a place");
            line.parse::<f64>().expect("in pixels")
        };
        (value("X="), value("Y="))
    }

    async fn ask(&self, script: &str, id: &str) -> Value {
        self.app.page.execute(script, vec![json!(id)]).await.unwrap_or(Value::Null)
    }

    /// Touches it, after scrolling to it with the thumb where it is not in sight. It must be large enough, and nothing
    /// may lie over it.
    async fn tap(&mut self, id: &str) {
        self.app.see(id).await;
        let mut last = Value::Null;
        for _ in 0..100 {
            let place = self.ask(PLACE, id).await;
            let number = |name: &str| place[name].as_f64().unwrap_or(0.0);
            if place["seen"] == true && place == last {
                assert!(number("width") >= 43.5 && number("height") >= 43.5, "{id} is too small: {place}");
                let (x, y) = self.origin();
                self.finger.tap((x + number("x"), y + number("y")));
                return;
            }
            // One waits until it stands still.
            if !place.is_null() && place == last {
                self.scroll(number("y"));
            }
            last = place;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        panic!("{id} cannot be touched: {last}");
    }

    /// Draws the page so that what is at this height comes towards the middle.
    fn scroll(&mut self, height: f64) {
        let (x, y) = self.origin();
        let (across, middle) = (x + f64::from(self.size.0) * 0.9, f64::from(self.size.1) / 2.0);
        let reach = (height - middle).clamp(-middle * 0.6, middle * 0.6);
        self.finger.swipe((across, y + middle + reach / 2.0), (across, y + middle - reach / 2.0));
    }

    /// Touches a field, and types where the focus is then.
    async fn write(&mut self, id: &str, text: &str) {
        self.tap(id).await;
        let script = "return document.activeElement.closest(`[data-testid='${arguments[0]}']`) !== null";
        for _ in 0..100 {
            if self.ask(script, id).await == true {
                return self.app.press(text).await;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        panic!("{id} does not get the focus from a touch");
    }

    /// Touches what opens a file dialog, and chooses this path in it.
    async fn choose(&mut self, id: &str, path: &std::path::Path) {
        self.tap(id).await;
        common::until("the dialog", || (!common::dialog::open(self.desktop).is_empty()).then_some(()));
        common::dialog::choose(self.desktop, path);
    }

    /// What can be touched here is large enough, and the end of the page comes out from under the bar.
    async fn look(&self, state: &str) {
        look(&self.app, state).await;
    }
}

async fn look(app: &App, state: &str) {
    for script in [SMALL, UNDER] {
        let found = app.page.execute(script, vec![json!("")]).await.unwrap();
        assert_eq!(found, json!([]), "{state}");
    }
}

fn main_job(width: u32, height: u32) {
    finish(async {
        let (desktop, finger) = Desktop::that_is_touched();
        let photo = files::file(desktop.home(), "voordeur.bmp", &files::picture(800, 600, [40, 90, 160]));
        let app = App::start(&desktop).await;
        resize(&desktop, &app, width, height).await;
        let listen = "window.felt = []; for (const kind of ['touchstart', 'touchend', 'click'])
            addEventListener(kind, () => felt.push(kind), true);";
        app.page.execute(listen, vec![]).await.unwrap();
        let mut hand = Hand { desktop: &desktop, app, finger, size: (width, height) };

        hand.look("who may see this device").await;
        hand.tap("start-continue").await;
        hand.app.see("passphrase").await;
        // It is a finger all the way into the page, which makes a click of it.
        let felt = hand.ask("return felt", "").await;
        assert_eq!(felt, json!(["touchstart", "touchend", "click"]));
        hand.write("passphrase", PASSPHRASE).await;
        hand.write("passphrase-again", PASSPHRASE).await;
        hand.look("a new logbook").await;
        hand.tap("create").await;
        hand.app.see("recovery-key").await;
        hand.look("the recovery key").await;
        hand.tap("recovery-written").await;
        hand.tap("recovery-confirm").await;
        hand.app.see("timeline").await;
        hand.look("an empty timeline").await;

        // Something happened: words, a kind, a photo.
        hand.tap("record-button").await;
        hand.write("what", "Hij stond weer bij de voordeur.").await;
        hand.tap("kind-coming-close").await;
        hand.choose("add-files", &photo).await;
        hand.app.see_count("evidence", 1).await;
        hand.look("writing down").await;
        hand.tap("save").await;
        hand.app.see_text("incident", "Hij stond weer bij de voordeur.").await;
        hand.look("an incident").await;

        // Away at once, and back.
        hand.tap("quick-exit").await;
        hand.app.see("unlock-passphrase").await;
        // Started again, the one that is there shows itself.
        let again = desktop.command(common::program("houvast-app")).output().unwrap();
        assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
        hand.write("unlock-passphrase", PASSPHRASE).await;
        hand.look("locked").await;
        hand.tap("unlock").await;
        hand.app.see("timeline").await;
        hand.tap("entry").await;
        hand.app.see_count("evidence", 1).await;
        // The system's way back: out of a picture, then out of the incident; what was before the lock is not there any more.
        hand.tap("view-picture").await;
        hand.app.see("viewer").await;
        hand.app.page.back().await.unwrap();
        hand.app.see_count("viewer", 0).await;
        hand.app.see("incident").await;
        hand.app.page.back().await.unwrap();
        hand.app.see("timeline").await;

        hand.tap("nav-more").await;
        hand.look("more").await;
        hand.tap("more-report").await;
        hand.look("the report").await;
        let pdf = desktop.home().join("tijdlijn.pdf");
        hand.choose("report-save", &pdf).await;
        hand.app.see_text("report-done", "tijdlijn.pdf").await;
        hand.app.close().await;
        let text = pdf_text(&pdf);
        assert!(text.contains("Hij stond weer bij de voordeur."), "{text}");
    });
}

#[test]
fn the_main_job_with_one_finger_on_a_small_phone() {
    main_job(360, 740);
}

#[test]
fn the_main_job_with_one_finger_on_a_large_phone() {
    main_job(412, 915);
}

/// What stands still on the page and lies under a bar of the phone, at its beginning and at its end.
const BEHIND: &str = "
    const [top, bottom, side] = [40, 30, 20];
    for (const [edge, size] of [['top', top], ['bottom', bottom], ['left', side], ['right', side]])
        document.documentElement.style.setProperty(`--edge-${edge}`, `${size}px`);
    const touched = () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.unseen, .skip, .chip'));
    const found = [];
    const look = (where, inside) => {
        for (const one of touched()) {
            const box = one.getBoundingClientRect();
            if (inside(box, one) && box.width > 0) found.push(`${where}: ${one.outerHTML.slice(0, 90)}`);
        }
    };
    look('beside', (box) => box.left < side - 0.5 || box.right > innerWidth - side + 0.5);
    look('above', (box) => box.top < top - 0.5);
    scrollTo(0, document.documentElement.scrollHeight);
    look('below', (box) => box.bottom > innerHeight - bottom + 0.5);
    look('stays above', (box, one) => one.closest('.corner') !== null && box.top < top - 0.5);
    scrollTo(0, 0);
    return found;";

#[test]
fn nothing_to_touch_lies_under_the_bars_of_the_phone() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        resize(&desktop, &app, 412, 915).await;
        let clear = async |state: &str| {
            let found = app.page.execute(BEHIND, vec![]).await.unwrap();
            assert_eq!(found, json!([]), "{state}");
        };
        clear("who may see this device").await;
        app.make_logbook(PASSPHRASE).await;
        clear("an empty timeline").await;
        app.click("record-button").await;
        app.see("save").await;
        clear("writing down").await;
        app.type_into("what", "Hij belde weer.").await;
        app.click("save").await;
        app.see("incident").await;
        clear("an incident").await;
        app.click("nav-more").await;
        app.see("more-report").await;
        clear("more").await;
        app.click("nav-emergency").await;
        app.see("emergency-panel").await;
        clear("emergency").await;
        app.close().await;
    });
}

#[test]
fn on_its_side_everything_can_be_reached_too() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start(&desktop).await;
        // Without the bars of the system.
        resize(&desktop, &app, 740, 330).await;
        look(&app, "who may see this device").await;
        app.make_logbook(PASSPHRASE).await;
        look(&app, "an empty timeline").await;
        app.click("record-button").await;
        app.type_into("what", "Hij belde weer.").await;
        look(&app, "writing down").await;
        app.click("save").await;
        app.see_text("incident", "Hij belde weer.").await;
        look(&app, "an incident").await;
        app.click("nav-emergency").await;
        app.see("emergency-panel").await;
        look(&app, "emergency").await;
        app.close().await;
    });
}
