//! From the first page to a logbook with one incident in it.

use super::super::app::App;
use super::super::desktop::Desktop;
use super::{PASSPHRASE, Visitor, Walk};

impl<V: Visitor> Walk<'_, V> {
    pub async fn empty(&mut self) {
        let desktop = Desktop::of_size("2000x4000x24");
        let app = self.start(&desktop).await;
        self.see(&desktop, &app, "start-continue", "start").await;
        app.click("start-stop").await;
        self.see(&desktop, &app, "stop-back", "start-stop").await;
        app.click("stop-back").await;
        app.click("nav-emergency").await;
        self.see(&desktop, &app, "emergency-panel", "emergency-first").await;
        app.click("emergency-help").await;
        self.see(&desktop, &app, "topic-evidence", "help-first").await;
        app.click("help-back").await;
        app.click("emergency-back").await;
        self.make(&desktop, &app).await;
        self.see(&desktop, &app, "timeline", "timeline-empty").await;
        app.click("nav-record").await;
        self.see(&desktop, &app, "what", "record").await;
        // A threat: the short panel and a tip stand beside what was saved.
        app.click("kind-threat").await;
        app.type_into("what", "Hij dreigde aan de telefoon.").await;
        app.click("save").await;
        app.see("short-panel").await;
        self.see(&desktop, &app, "tip", "incident-saved").await;
        self.go(&app, "evidence").await;
        self.see(&desktop, &app, "gallery-empty", "evidence-empty").await;
        self.go(&app, "pattern").await;
        self.see(&desktop, &app, "pattern", "pattern-one").await;
        self.go(&app, "report").await;
        self.see(&desktop, &app, "preview-page", "report-one").await;
        app.click("nav-contacts").await;
        self.see(&desktop, &app, "ask-police", "contacts-empty").await;
        app.click("part-moments").await;
        self.see(&desktop, &app, "add-moment", "moments-empty").await;
        app.click("part-measures").await;
        self.see(&desktop, &app, "add-measure", "measures-empty").await;
        app.click("add-measure").await;
        self.see(&desktop, &app, "measure-form", "measure-form").await;
        app.close().await;
    }

    async fn make(&mut self, desktop: &Desktop, app: &App) {
        app.click("start-continue").await;
        self.see(desktop, app, "passphrase", "make").await;
        app.type_into("passphrase", "sanne2019").await;
        app.type_into("passphrase-again", "sanne2018").await;
        self.see(desktop, app, "passphrase-differs", "make-weak").await;
        Self::empty_field(app, "passphrase").await;
        Self::empty_field(app, "passphrase-again").await;
        app.type_into("passphrase", PASSPHRASE).await;
        app.type_into("passphrase-again", PASSPHRASE).await;
        app.click("create").await;
        self.see(desktop, app, "recovery-key", "make-key").await;
        app.click("recovery-written").await;
        app.click("recovery-confirm").await;
    }
}
