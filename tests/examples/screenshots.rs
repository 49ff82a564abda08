//! Pictures of every screen, taken from the real window, for people to look at:
//! `cargo xtask screenshots`. Phone and PC, light and dark, Dutch and English, empty and full.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool for the terminal; nothing in it is secret")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::path::{Path, PathBuf};

use common::app::App;
use common::desktop::Desktop;
use common::{finish, program};
use serde_json::json;

/// The passphrase of the sample case.
const PASSPHRASE: &str = "dit is een verzonnen zaak";
const PHONE: (&str, u32) = ("phone", 360);
const PC: (&str, u32) = ("pc", 1200);

fn main() {
    let out = PathBuf::from(std::env::args_os().nth(1).expect("the folder for the pictures is the argument"));
    std::fs::create_dir_all(&out).expect("the folder can be made");
    for (size, width) in [PHONE, PC] {
        for (theme, language) in [("light", "nl"), ("dark", "en")] {
            let set = Set { out: &out, name: format!("{size}-{theme}-{language}"), width, theme, language };
            finish(set.empty());
            finish(set.full());
        }
    }
    println!("pictures are in {}", out.display());
}

/// One width, theme and language.
struct Set<'a> {
    out: &'a Path,
    name: String,
    width: u32,
    theme: &'a str,
    language: &'a str,
}

impl Set<'_> {
    async fn start(&self, desktop: &Desktop) -> App {
        let app = App::start(desktop).await;
        app.page.set_window_size(self.width, 800).await.expect("the window can be resized");
        self.look(&app).await;
        app
    }

    async fn look(&self, app: &App) {
        let script = "const [preferences, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('set_preferences', { preferences }).then(() => done(null));";
        let preferences = json!({ "language": self.language, "theme": self.theme, "lock_minutes": 5 });
        app.page.execute_async(script, vec![preferences]).await.expect("the preferences can be set");
        app.page.refresh().await.expect("the page can be loaded again");
    }

    /// The window grows until everything on the page is in the picture.
    async fn take(&self, app: &App, screen: &str) {
        app.page.set_window_size(self.width, 800).await.expect("the window can be resized");
        let script = "return Math.max(800, document.documentElement.scrollHeight)";
        let height = app.page.execute(script, vec![]).await.expect("a script runs").as_u64().unwrap_or(800);
        let height = u32::try_from(height.min(3900)).expect("it was limited");
        app.page.set_window_size(self.width, height).await.expect("the window can be resized");
        // Two frames later everything has been drawn in the new size, pictures too.
        let settle = "const done = arguments[0];
            Promise.all([...document.images].map((image) => image.decode().catch(() => null)))
                .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(null))));";
        // The driver cannot say what came of it while the page is being drawn anew.
        let mut tries = 0;
        while let Err(error) = app.page.execute_async(settle, vec![]).await {
            tries += 1;
            assert!(tries < 50, "{screen}: {error}");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        let png = app.page.screenshot().await.expect("a picture can be taken");
        std::fs::write(self.out.join(format!("{}-{screen}.png", self.name)), png).expect("the folder can be written");
    }

    async fn empty(&self) {
        let desktop = Desktop::of_size("1600x4000x24");
        let app = self.start(&desktop).await;
        app.see("start-continue").await;
        self.take(&app, "01-start").await;
        app.click("start-continue").await;
        app.type_into("passphrase", "sanne2019").await;
        self.take(&app, "02-make-weak").await;
        app.see("passphrase").await.clear().await.expect("a field can be emptied");
        app.type_into("passphrase", PASSPHRASE).await;
        app.type_into("passphrase-again", PASSPHRASE).await;
        app.click("create").await;
        app.see("recovery-key").await;
        self.take(&app, "03-key").await;
        app.page
            .execute("document.querySelector('[data-testid=recovery-written] input').click()", vec![])
            .await
            .expect("a script runs");
        app.click("recovery-confirm").await;
        app.see("timeline").await;
        self.take(&app, "04-timeline-empty").await;
        app.click("nav-record").await;
        app.see("what").await;
        self.take(&app, "05-record").await;
        app.click("nav-report").await;
        app.see("report-save").await;
        self.take(&app, "06-report-empty").await;
        app.click("nav-contacts").await;
        app.see("ask-police").await;
        self.take(&app, "07-contacts-empty").await;
        app.click("part-moments").await;
        self.take(&app, "07-moments-empty").await;
        app.click("part-measures").await;
        app.click("add-measure").await;
        self.take(&app, "07-measure-form").await;
        app.close().await;
    }

    async fn full(&self) {
        let desktop = Desktop::of_size("1600x4000x24");
        let made = desktop
            .command(program("houvast"))
            .args(["demo", "--out"])
            .arg(desktop.logbook().parent().expect("a logbook lies in a folder"))
            .output()
            .expect("houvast can be started");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let app = self.start(&desktop).await;
        app.see("unlock-passphrase").await;
        self.take(&app, "10-unlock").await;
        app.type_into("unlock-passphrase", "een verkeerde zin").await;
        app.click("unlock").await;
        app.see("error").await;
        self.take(&app, "11-unlock-wrong").await;
        app.see("unlock-passphrase").await.clear().await.expect("a field can be emptied");
        app.unlock(PASSPHRASE).await;
        app.see("entry").await;
        self.take(&app, "12-timeline").await;
        app.type_into("search", "zzzz").await;
        app.see_count("entry", 0).await;
        self.take(&app, "13-nothing-found").await;
        app.see("search").await.clear().await.expect("a field can be emptied");
        app.type_into("search", "voordeur").await;
        app.see("entry").await;
        app.click("entry").await;
        app.see("incident").await;
        self.take(&app, "14-incident").await;
        app.click("view-picture").await;
        app.see("viewer").await;
        self.take(&app, "14-viewer").await;
        app.click("viewer-close").await;
        app.click("amend").await;
        app.see("exact-words").await;
        self.take(&app, "15-amend-full").await;
        if self.width < 900 {
            app.click("nav-timeline").await;
            app.click("pattern-button").await;
        } else {
            app.click("nav-pattern").await;
        }
        app.see("chart-kinds").await;
        self.take(&app, "16-pattern").await;
        app.click("nav-report").await;
        app.see("preview-page").await;
        self.take(&app, "16-report").await;
        app.click("report-sealed").await;
        app.see("report-password").await;
        self.take(&app, "16-report-sealed").await;
        app.click("nav-settings").await;
        app.see("lock").await;
        app.type_into("anchor-to", "F. Bakker").await;
        app.click("anchor-make").await;
        app.see("anchor-text").await;
        self.take(&app, "17-settings").await;
        app.click("nav-emergency").await;
        app.see_text("emergency-panel", "112").await;
        self.take(&app, "18-emergency").await;
        app.click("contact-advice").await;
        self.take(&app, "19-emergency-contact-persons").await;
        app.click("nav-timeline").await;
        app.see("entry").await;
        app.click("entry").await;
        app.click("erase-open-incident").await;
        self.take(&app, "20-erase").await;
        app.click("nav-settings").await;
        app.click("lock").await;
        app.click("put-open").await;
        app.type_into("put-text", "Hij staat voor de deur.").await;
        app.click("put-note").await;
        app.see("put-told").await;
        self.take(&app, "21-put").await;
        app.page.refresh().await.expect("the page can be loaded again");
        app.click("restore-open").await;
        app.see("restore-secret").await;
        self.take(&app, "22-restore").await;
        app.page.refresh().await.expect("the page can be loaded again");
        app.unlock(PASSPHRASE).await;
        app.see("inbox-note").await;
        self.take(&app, "23-timeline-waiting").await;
        self.contacts(&app).await;
        app.close().await;
    }
    async fn contacts(&self, app: &App) {
        app.click("nav-contacts").await;
        app.see("news-open-police").await;
        self.take(app, "24-contacts").await;
        app.click("news-open-police").await;
        self.take(app, "25-news").await;
        app.click("news-told-police").await;
        app.see("moment-tick").await;
        self.take(app, "26-moment-form").await;
        app.type_into("moment-agreed", "A. Jansen vraagt de beelden op.").await;
        app.type_into("moment-next", "Terugbellen").await;
        app.click("moment-save").await;
        app.see("step").await;
        self.take(app, "27-moments").await;
        app.click("part-measures").await;
        app.see("measure").await;
        self.take(app, "28-measures").await;
        app.click("part-people").await;
        app.click("contact-succeed").await;
        app.see("contact-name").await;
        self.take(app, "29-contact-form").await;
        app.click("nav-record").await;
        app.click("kind-breach").await;
        // The measure of the sample is over; on this day it was in force.
        let script = "const field = document.querySelector('[data-testid=date]');
            field.value = '2026-10-30';
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        app.page.execute(script, vec![]).await.expect("a script runs");
        app.see("breached-near").await;
        self.take(app, "30-record-breach").await;
    }
}
