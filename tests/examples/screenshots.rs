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

    /// Goes to a place for which a phone's bar has no room.
    async fn go(&self, app: &App, place: &str) {
        if self.width < 900 {
            app.click("nav-more").await;
            app.click(&format!("more-{place}")).await;
        } else {
            app.click(&format!("nav-{place}")).await;
        }
    }

    async fn look(&self, app: &App) {
        let script = "const [preferences, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('set_preferences', { preferences }).then(() => done(null));";
        let preferences = json!({ "language": self.language, "theme": self.theme, "lock_minutes": 5 });
        app.page.execute_async(script, vec![preferences]).await.expect("the preferences can be set");
        app.reload().await;
    }

    /// The window grows until everything on the page is in the picture.
    async fn take(&self, desktop: &Desktop, app: &App, screen: &str) {
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
        // The driver takes none of a page that is drawn without the graphics driver, so the screen is asked.
        let window = desktop.xdotool(&["search", "--onlyvisible", "--name", "^Houvast$"]).trim().to_owned();
        desktop.xdotool(&["windowmove", "--sync", &window, "0", "0"]);
        let file = self.out.join(format!("{}-{screen}.png", self.name));
        let taken = desktop.command("import").args(["-window", &window]).arg(file).status();
        assert!(taken.is_ok_and(|status| status.success()), "imagemagick is installed and the window is in sight");
    }

    async fn empty(&self) {
        let desktop = Desktop::of_size("1600x4000x24");
        let app = self.start(&desktop).await;
        app.see("start-continue").await;
        self.take(&desktop, &app, "01-start").await;
        app.click("nav-emergency").await;
        app.see("emergency-panel").await;
        self.take(&desktop, &app, "01-emergency").await;
        app.click("emergency-help").await;
        app.see("topic-evidence").await;
        self.take(&desktop, &app, "01-help").await;
        app.click("help-back").await;
        app.click("emergency-back").await;
        app.click("start-continue").await;
        app.type_into("passphrase", "sanne2019").await;
        self.take(&desktop, &app, "02-make-weak").await;
        app.see("passphrase").await.clear().await.expect("a field can be emptied");
        app.type_into("passphrase", PASSPHRASE).await;
        app.type_into("passphrase-again", PASSPHRASE).await;
        app.click("create").await;
        app.see("recovery-key").await;
        self.take(&desktop, &app, "03-key").await;
        app.page
            .execute("document.querySelector('[data-testid=recovery-written] input').click()", vec![])
            .await
            .expect("a script runs");
        app.click("recovery-confirm").await;
        app.see("timeline").await;
        self.take(&desktop, &app, "04-timeline-empty").await;
        app.click("nav-record").await;
        app.see("what").await;
        self.take(&desktop, &app, "05-record").await;
        // A threat: the short panel and a tip stand beside what was saved.
        app.click("kind-threat").await;
        app.type_into("what", "Hij dreigde aan de telefoon.").await;
        app.click("save").await;
        app.see("short-panel").await;
        app.see("tip").await;
        self.take(&desktop, &app, "05-saved").await;
        self.go(&app, "report").await;
        app.see("report-save").await;
        self.take(&desktop, &app, "06-report-empty").await;
        app.click("nav-contacts").await;
        app.see("ask-police").await;
        self.take(&desktop, &app, "07-contacts-empty").await;
        app.click("part-moments").await;
        self.take(&desktop, &app, "07-moments-empty").await;
        app.click("part-measures").await;
        app.click("add-measure").await;
        self.take(&desktop, &app, "07-measure-form").await;
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
        self.take(&desktop, &app, "10-unlock").await;
        app.type_into("unlock-passphrase", "een verkeerde zin").await;
        app.click("unlock").await;
        app.see("error").await;
        self.take(&desktop, &app, "11-unlock-wrong").await;
        app.see("unlock-passphrase").await.clear().await.expect("a field can be emptied");
        app.unlock(PASSPHRASE).await;
        app.see("entry").await;
        self.take(&desktop, &app, "12-timeline").await;
        app.type_into("search", "zzzz").await;
        app.see_count("entry", 0).await;
        self.take(&desktop, &app, "13-nothing-found").await;
        app.see("search").await.clear().await.expect("a field can be emptied");
        app.type_into("search", "voordeur").await;
        app.see("entry").await;
        app.click("entry").await;
        app.see("incident").await;
        self.take(&desktop, &app, "14-incident").await;
        app.click("view-picture").await;
        app.see("viewer").await;
        self.take(&desktop, &app, "14-viewer").await;
        app.click("viewer-close").await;
        self.evidence(&desktop, &app).await;
        app.click("amend").await;
        app.see("exact-words").await;
        self.take(&desktop, &app, "15-amend-full").await;
        self.go(&app, "pattern").await;
        app.see("chart-kinds").await;
        self.take(&desktop, &app, "16-pattern").await;
        self.go(&app, "report").await;
        app.see("preview-page").await;
        self.take(&desktop, &app, "16-report").await;
        app.click("report-sealed").await;
        app.see("report-password").await;
        self.take(&desktop, &app, "16-report-sealed").await;
        self.go(&app, "settings").await;
        app.see("lock").await;
        self.take(&desktop, &app, "17-settings").await;
        for part in ["safety", "ways-in", "backup", "names", "panel", "look", "about", "proof"] {
            app.click(&format!("settings-{part}")).await;
            if part == "proof" {
                app.type_into("anchor-to", "F. Bakker").await;
                app.click("anchor-make").await;
                app.see("anchor-text").await;
            }
            self.take(&desktop, &app, &format!("17-settings-{part}")).await;
            if self.width < 1000 {
                app.click("settings-back").await;
            }
        }
        app.click("nav-emergency").await;
        app.see_text("emergency-panel", "112").await;
        self.take(&desktop, &app, "18-emergency").await;
        app.click("contact-advice").await;
        self.take(&desktop, &app, "19-emergency-contact-persons").await;
        app.click("emergency-help").await;
        app.see("topic-evidence").await;
        app.type_into("help-search", "voicemail").await;
        app.see("help-line").await;
        self.take(&desktop, &app, "24-help-search").await;
        app.click("help-line").await;
        app.see("help-list").await;
        self.take(&desktop, &app, "25-help-topic").await;
        app.click("help-list").await;
        app.type_into("help-search", &"\u{e003}".repeat(9)).await;
        app.click("guide-aol").await;
        app.see("help-list").await;
        self.take(&desktop, &app, "26-help-measure").await;
        app.click("help-list").await;
        app.click("help-expect").await;
        app.see("expect-organisation").await.select_by_value("police").await.expect("it is a choice");
        app.see("expectation").await;
        self.take(&desktop, &app, "27-help-expect").await;
        app.click("nav-timeline").await;
        app.see("entry").await;
        app.click("entry").await;
        app.click("erase-open-incident").await;
        self.take(&desktop, &app, "20-erase").await;
        self.go(&app, "settings").await;
        app.click("lock").await;
        app.click("put-open").await;
        app.type_into("put-text", "Hij staat voor de deur.").await;
        app.click("put-note").await;
        app.see("put-told").await;
        self.take(&desktop, &app, "21-put").await;
        app.reload().await;
        app.click("restore-open").await;
        app.see("restore-secret").await;
        self.take(&desktop, &app, "22-restore").await;
        app.reload().await;
        app.unlock(PASSPHRASE).await;
        app.see("inbox-note").await;
        self.take(&desktop, &app, "23-timeline-waiting").await;
        self.contacts(&desktop, &app).await;
        app.close().await;
    }
    /// The gallery and what opens from it, and back to the incident.
    async fn evidence(&self, desktop: &Desktop, app: &App) {
        self.go(app, "evidence").await;
        app.see("piece-incident").await;
        self.take(desktop, app, "14-gallery").await;
        app.click("by-incident").await;
        app.see("group-incident").await;
        self.take(desktop, app, "14-gallery-by-incident").await;
        app.click("view-picture").await;
        app.click("attach").await;
        app.see("attach-to").await;
        self.take(desktop, app, "14-attach").await;
        app.click("attach-close").await;
        app.click("to-incident").await;
        app.see("incident").await;
    }

    async fn contacts(&self, desktop: &Desktop, app: &App) {
        app.click("nav-contacts").await;
        app.see("news-open-police").await;
        self.take(desktop, app, "24-contacts").await;
        app.click("news-open-police").await;
        self.take(desktop, app, "25-news").await;
        app.click("news-told-police").await;
        app.see("moment-tick").await;
        self.take(desktop, app, "26-moment-form").await;
        app.type_into("moment-agreed", "A. Jansen vraagt de beelden op.").await;
        app.type_into("moment-next", "Terugbellen").await;
        app.click("moment-save").await;
        app.see("step").await;
        self.take(desktop, app, "27-moments").await;
        app.click("part-measures").await;
        app.see("measure").await;
        self.take(desktop, app, "28-measures").await;
        app.click("part-people").await;
        app.click("contact-succeed").await;
        app.see("contact-name").await;
        self.take(desktop, app, "29-contact-form").await;
        app.click("nav-record").await;
        app.click("kind-breach").await;
        // The measure of the sample is over; on this day it was in force.
        let script = "const field = document.querySelector('[data-testid=date]');
            field.value = '2026-10-30';
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        app.page.execute(script, vec![]).await.expect("a script runs");
        app.see("breached-near").await;
        self.take(desktop, app, "30-record-breach").await;
        self.go(app, "consult").await;
        app.see("consult-begin").await;
        self.take(desktop, app, "31-consult").await;
        app.click("consult-begin").await;
        for step in ["summary", "weeks", "measures", "contacts", "news", "open", "agreed"] {
            app.see(&format!("consult-{step}")).await;
            self.take(desktop, app, &format!("32-consult-{step}")).await;
            if step != "agreed" {
                app.click("consult-next").await;
            }
        }
    }
}
