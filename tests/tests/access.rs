//! Every screen and state of the app, held against WCAG 2.2 AA and what the design promises: light, dark and high
//! contrast, the smallest phone in Dutch and a wide window in English, longer words, right to left, twice as large.

#![allow(clippy::print_stdout, reason = "a walk that ends too early shows what was found until then")]

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::finish;
use common::walk::{Visitor, Walk};
use serde_json::{Value, json};

/// Measures each state, and keeps what is wrong.
struct Measured {
    /// What the page needs for it: axe, and our own measures.
    scripts: [String; 2],
    /// Does Tab go through everything, and does the page bear letters twice as large?
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
    async fn visit(&mut self, _: &Desktop, app: &App, state: &str) {
        self.states += 1;
        let found = self.ask(app, "measure.begin()", Value::Null).await;
        self.note(state, &found);
        // Who goes by keyboard sees where the focus is, from then on.
        app.press("\u{e004}").await;
        let found = self.ask(app, "measure.all(given)", json!({ "large": self.wide })).await;
        self.note(state, &found);
        if self.wide {
            let places = self.ask(app, "measure.beginTabbing()", Value::Null).await.as_u64().unwrap_or(0);
            // Once around, wherever it begins.
            let presses = usize::try_from(places).expect("a page has few places") + 3;
            app.press(&"\u{e004}".repeat(presses)).await;
            let missed = self.ask(app, "measure.endTabbing()", Value::Null).await;
            self.note(state, &missed);
        }
    }
}

fn walk(language: &str, width: u32, wide: bool) {
    finish(async {
        let mut measured = Measured::new(wide);
        Walk { language, width, visitor: &mut measured }.all().await;
        assert!(measured.states > 50, "the walk goes through every state");
        assert!(measured.problems.is_empty(), "{} problems, named above", measured.problems.len());
    });
}

#[test]
fn on_the_smallest_phone_in_dutch_every_state_holds() {
    walk("nl", 320, false);
}

#[test]
fn in_a_wide_window_in_english_every_state_holds() {
    walk("en", 1280, true);
}
