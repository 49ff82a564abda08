//! Through the logbook of the sample case: a year of incidents, evidence, contact persons, measures.

use super::super::app::App;
use super::super::desktop::Desktop;
use super::{PASSPHRASE, Visitor, Walk, sample};

impl<V: Visitor> Walk<'_, V> {
    pub async fn full(&mut self) {
        let desktop = Desktop::of_size("2000x4000x24");
        sample(&desktop);
        let app = self.start(&desktop).await;
        self.locked(&desktop, &app).await;
        self.incidents(&desktop, &app).await;
        self.papers(&desktop, &app).await;
        self.help(&desktop, &app).await;
        self.people(&desktop, &app).await;
        self.put_in(&desktop, &app).await;
        app.close().await;
        Self::bring(&desktop);
        let app = self.start(&desktop).await;
        app.unlock(PASSPHRASE).await;
        self.pieces(&desktop, &app).await;
        self.writing(&desktop, &app).await;
        self.work(&desktop, &app).await;
        app.close().await;
    }

    async fn locked(&mut self, desktop: &Desktop, app: &App) {
        self.see(desktop, app, "unlock-passphrase", "unlock").await;
        app.click("nav-emergency").await;
        self.see(desktop, app, "emergency-panel", "emergency-locked").await;
        app.click("emergency-back").await;
        app.click("forgot").await;
        self.see(desktop, app, "recovery-input", "recover").await;
        app.reload().await;
        app.click("restore-open").await;
        self.see(desktop, app, "restore-secret", "restore").await;
        app.click("restore-by-key").await;
        self.see(desktop, app, "restore-secret", "restore-key").await;
        app.reload().await;
        app.type_into("unlock-passphrase", "een verkeerde zin").await;
        app.click("unlock").await;
        self.see(desktop, app, "error", "unlock-wrong").await;
        Self::empty_field(app, "unlock-passphrase").await;
        app.unlock(PASSPHRASE).await;
    }

    async fn incidents(&mut self, desktop: &Desktop, app: &App) {
        self.see(desktop, app, "entry", "timeline").await;
        app.type_into("search", "zzzz").await;
        app.see_count("entry", 0).await;
        self.visit(desktop, app, "timeline-nothing-found").await;
        Self::empty_field(app, "search").await;
        // Where there is room the filters stand beside the list at all times.
        if self.width < 1200 {
            app.click("filters").await;
            self.see(desktop, app, "filter-from", "timeline-filters").await;
            app.click("filters").await;
        }
        self.chosen(desktop, app).await;
        app.click("go-to-month").await;
        self.see(desktop, app, "months", "timeline-months").await;
        app.click("oldest").await;
        // It takes the focus, a moment later; what is typed before that goes astray.
        app.until("document.activeElement.closest('li')").await;
        app.type_into("search", "voordeur").await;
        // Only what was found has words marked; while one types there is more of it.
        let marked = "document.querySelector('[data-testid=entry] mark')?.textContent.toLowerCase() === 'voordeur'";
        app.until(marked).await;
        app.click("entry").await;
        self.see(desktop, app, "incident", "incident").await;
        app.click("view-picture").await;
        self.see(desktop, app, "viewer", "viewer").await;
        app.click("viewer-close").await;
        app.click("withdraw-open").await;
        app.click("erase-open-incident").await;
        self.visit(desktop, app, "incident-take-back").await;
        app.click("amend").await;
        self.see(desktop, app, "exact-words", "amend").await;
        self.go(app, "evidence").await;
        self.see(desktop, app, "evidence", "evidence").await;
        app.click("by-incident").await;
        self.see(desktop, app, "group-incident", "evidence-by-incident").await;
        if self.width < 900 {
            app.click("nav-more").await;
            self.see(desktop, app, "more", "more").await;
        }
    }

    /// With a kind, a word and a stretch of time chosen, each of which can be let go of.
    async fn chosen(&mut self, desktop: &Desktop, app: &App) {
        app.type_into("search", "voor").await;
        let folded = self.width < 1200;
        if folded {
            app.click("filters").await;
        }
        app.click("filter-kind-coming-close").await;
        app.click("filter-since-year").await;
        if folded {
            app.click("filters").await;
        }
        self.see(desktop, app, "chosen", "timeline-chosen").await;
        app.click("clear").await;
        app.see_count("chosen", 0).await;
        Self::empty_field(app, "search").await;
    }

    async fn papers(&mut self, desktop: &Desktop, app: &App) {
        self.go(app, "pattern").await;
        self.see(desktop, app, "chart-kinds", "pattern").await;
        app.click("spot").await;
        app.see("picked-one").await;
        // The same parts stand in a table.
        app.page.execute("document.querySelector('figcaption details').open = true", vec![]).await.expect("it opens");
        self.see(desktop, app, "chart-row", "pattern-picked").await;
        self.go(app, "report").await;
        self.see(desktop, app, "preview-page", "report").await;
        app.click("report-sealed").await;
        self.see(desktop, app, "report-password", "report-sealed").await;
        self.settings(desktop, app).await;
    }

    async fn settings(&mut self, desktop: &Desktop, app: &App) {
        self.go(app, "settings").await;
        self.see(desktop, app, "lock", "settings").await;
        for part in ["safety", "ways-in", "backup", "proof", "names", "panel", "look", "about"] {
            app.click(&format!("settings-{part}")).await;
            if part == "proof" {
                app.type_into("anchor-to", "F. Bakker").await;
                app.click("anchor-make").await;
                app.see("anchor-text").await;
                app.click("check").await;
                app.see("check-told").await;
            }
            self.visit(desktop, app, &format!("settings-{part}")).await;
            if self.width < 1000 {
                app.click("settings-back").await;
            }
        }
    }

    async fn help(&mut self, desktop: &Desktop, app: &App) {
        app.click("nav-emergency").await;
        app.see("own-contacts").await;
        app.see_text("emergency-panel", "112").await;
        self.visit(desktop, app, "emergency").await;
        app.click("contact-advice").await;
        app.click("panel-choice").await;
        self.see(desktop, app, "panel-told", "emergency-advice").await;
        app.click("emergency-help").await;
        self.see(desktop, app, "topic-evidence", "help").await;
        app.type_into("help-search", "voicemail").await;
        self.see(desktop, app, "help-line", "help-search").await;
        app.click("help-line").await;
        self.see(desktop, app, "help-list", "help-topic").await;
        app.click("help-list").await;
        Self::empty_field(app, "help-search").await;
        app.click("guide-aol").await;
        self.see(desktop, app, "help-list", "help-measure").await;
        app.click("help-list").await;
        app.click("help-expect").await;
        app.see("expect-organisation").await.select_by_value("police").await.expect("it is a choice");
        self.see(desktop, app, "expectation", "help-expect").await;
    }

    /// What is written down while it is locked, and where it comes out.
    async fn put_in(&mut self, desktop: &Desktop, app: &App) {
        self.go(app, "settings").await;
        app.lock().await;
        app.click("nav-emergency").await;
        self.see(desktop, app, "own-contacts", "emergency-locked-own").await;
        app.click("emergency-record").await;
        app.type_into("put-text", "Hij staat voor de deur.").await;
        app.click("put-note").await;
        self.see(desktop, app, "put-told", "put").await;
        app.reload().await;
        app.unlock(PASSPHRASE).await;
        self.see(desktop, app, "inbox-note", "timeline-waiting").await;
        app.click("nav-record").await;
        self.see(desktop, app, "what", "record-inbox").await;
    }
}
