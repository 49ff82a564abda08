//! Every screen and state of the app, held against WCAG 2.2 AA and what the design promises: light, dark and high
//! contrast, the smallest phone in Dutch and a wide window in English, longer words, right to left, twice as large.

#![allow(clippy::print_stdout, reason = "a walk that ends too early shows what was found until then")]

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::finish;
use common::walk::{self, Visitor, Walk};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde_json::{Value, json};

/// Measures each state, and keeps what is wrong.
struct Measured {
    /// What the page needs for it: axe, and our own measures.
    scripts: [String; 2],
    /// Does Tab go through everything, and does the page bear letters twice as large? What else takes long and finds
    /// nothing more there is left to the other width.
    wide: bool,
    states: usize,
    problems: Vec<String>,
}

impl Measured {
    fn new(wide: bool) -> Self {
        let scripts = ["../ui/node_modules/axe-core/axe.min.js", "tests/common/walk/measure.js"].map(|path| {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
            std::fs::read_to_string(path).expect("the interface's packages are installed")
        });
        Self { scripts, wide, states: 0, problems: Vec::new() }
    }

    /// Runs it in the page, which gets what it needs first if it was loaded anew.
    async fn ask(&self, app: &App, script: &str, with: Value) -> Value {
        let there = app.page.execute("return 'measure' in window", vec![]).await.expect("a script runs");
        if there == false {
            for script in &self.scripts {
                app.page.execute(script, vec![]).await.expect("the page takes it");
            }
        }
        let script = format!(
            "const [given, done] = arguments;
            Promise.resolve().then(() => {script}).then(done, (error) => done([`${{error}} ${{error.stack}}`]));"
        );
        app.page.execute_async(&script, vec![with]).await.unwrap_or_else(|error| json!([error.to_string()]))
    }

    fn note(&mut self, state: &str, found: &Value) {
        let lines = found.as_array().map(Vec::as_slice).unwrap_or_default();
        for line in lines {
            let problem = format!("{state}: {}", line.as_str().unwrap_or("?"));
            println!("{problem}");
            self.problems.push(problem);
        }
    }
}

impl Visitor for Measured {
    async fn visit(&mut self, desktop: &Desktop, app: &App, state: &str) {
        self.states += 1;
        let found = self.ask(app, "measure.begin()", Value::Null).await;
        self.note(state, &found);
        // Who goes by keyboard sees where the focus is, from then on.
        app.press("\u{e004}").await;
        let found = self.ask(app, "measure.all(given)", json!({ "wide": self.wide })).await;
        self.note(state, &found);
        if self.wide {
            let found = self.ask(app, "measure.twice()", Value::Null).await;
            self.note(state, &found);
            let places = self.ask(app, "measure.beginTabbing()", Value::Null).await.as_u64().unwrap_or(0);
            // Once around, wherever it begins.
            let presses = usize::try_from(places).expect("a page has few places") + 3;
            app.press(&"\u{e004}".repeat(presses)).await;
            let missed = self.ask(app, "measure.endTabbing()", Value::Null).await;
            self.note(state, &missed);
        } else {
            // A larger phone than the smallest: nobody has both.
            walk::resize(desktop, app, 412, 800).await;
            let found = self.ask(app, "measure.letters()", Value::Null).await;
            self.note(state, &found);
            for (name, width, height) in [("tablet", 768, 1024), ("phone on its side", 740, 360)] {
                walk::resize(desktop, app, width, height).await;
                let found = self.ask(app, "measure.sized(given)", json!(name)).await;
                self.note(state, &found);
            }
        }
    }
}

fn all_of_it(language: &str, width: u32, wide: bool) {
    finish(async {
        let mut measured = Measured::new(wide);
        Walk { language, width, visitor: &mut measured }.all().await;
        assert!(measured.states > 90, "the walk goes through every state");
        assert!(measured.problems.is_empty(), "{} problems, named above", measured.problems.len());
    });
}

#[test]
fn on_the_smallest_phone_in_dutch_every_state_holds() {
    all_of_it("nl", 320, false);
}

#[test]
fn in_a_wide_window_in_english_every_state_holds() {
    all_of_it("en", 1280, true);
}

#[test]
#[ignore = "as long again, for the other language at each width: run it when texts or layout change much"]
fn the_other_way_round_every_state_holds_too() {
    all_of_it("en", 320, false);
    all_of_it("nl", 1280, true);
}

/// Points on a drawing, each with the names of the parts that look nearest to it: beside each part, above and below it,
/// and in the corners.
const POINTS: &str = "
    const [chart] = arguments;
    const over = document.querySelector(`[data-testid=chart-${chart}] [role=group]`);
    over.scrollIntoView({ block: 'center' });
    const { left, right, top, bottom } = over.getBoundingClientRect();
    const spots = [...over.querySelectorAll('[data-testid=spot]')].map((spot) => [spot, spot.getBoundingClientRect()]);
    const away = (box, x, y) =>
        Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    const some = spots.filter((_, place) => place % Math.ceil(spots.length / 6) === 0);
    const wanted = [[left + 1, top + 1], [right - 2, top + 1], [left + 1, bottom - 2], [right - 2, bottom - 2]];
    for (const [, box] of some) {
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        wanted.push([x, y], [box.left - 3, y], [box.right + 3, y], [x, box.top - 9], [x, box.bottom + 9]);
    }
    return wanted
        .map(([x, y]) => [Math.round(x), Math.round(y)])
        .filter(([x, y]) => x > left && x < right - 1 && y > top && y < bottom - 1)
        .map(([x, y]) => {
            const least = Math.min(...spots.map(([, box]) => away(box, x, y)));
            // Half a pixel is no difference that a finger makes.
            const near = spots.filter(([, box]) => away(box, x, y) <= least + 0.5);
            return [x, y, near.map(([spot]) => spot.getAttribute('aria-label'))];
        });";

/// A part of a drawing is smaller than a finger: that is no fault only because a touch goes to the nearest.
async fn the_nearest_part_takes_a_touch(app: &App) {
    for chart in ["weeks", "hours", "kinds"] {
        app.see(&format!("chart-{chart}")).await;
        let points = app.page.execute(POINTS, vec![chart.into()]).await.expect("it is drawn");
        let points: Vec<(f64, f64, Vec<String>)> = serde_json::from_value(points).expect("it has this shape");
        assert!(points.len() > 8, "{chart}: {points:?}");
        for (x, y, near) in points {
            let mouse = MouseActions::new("mouse".into())
                .then(PointerAction::MoveTo { duration: None, x, y })
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
            app.page.perform_actions(mouse).await.expect("there is a mouse");
            app.until("document.querySelector('[data-testid=picked]')").await;
            let chosen = format!(
                "return document.querySelector('[data-testid=chart-{chart}] [data-testid=spot][aria-pressed=true]')
                    ?.getAttribute('aria-label') ?? 'none'"
            );
            let chosen = app.page.execute(&chosen, vec![]).await.expect("a script runs");
            let chosen = chosen.as_str().unwrap_or_default();
            assert!(near.iter().any(|name| name == chosen), "{chart} at {x}, {y}: {chosen}, and not {near:?}");
        }
        app.click("picked-close").await;
        app.see_count("picked", 0).await;
    }
}

#[test]
fn a_touch_on_a_drawing_goes_to_its_nearest_part() {
    finish(async {
        let desktop = Desktop::start();
        walk::sample(&desktop);
        let app = App::start(&desktop).await;
        app.unlock(walk::PASSPHRASE).await;
        for (width, way) in [(1280, "nav-pattern"), (320, "pattern-button")] {
            app.click("nav-timeline").await;
            walk::resize(&desktop, &app, width, 800).await;
            app.click(way).await;
            the_nearest_part_takes_a_touch(&app).await;
        }
        app.close().await;
    });
}
