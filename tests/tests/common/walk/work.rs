//! Through what takes time, while it is under way and when it is done; and to what comes back: a draft, a backup.

use std::path::PathBuf;

use super::super::app::App;
use super::super::desktop::Desktop;
use super::super::files;
use super::super::slow::Slow;
use super::pieces::chat;
use super::{PASSPHRASE, Visitor, Walk};

/// The groups of fields that fold.
const GROUPS: [&str; 7] = ["exactly", "who", "witnesses", "effect", "danger", "reports", "links"];

impl<V: Visitor> Walk<'_, V> {
    /// Everything that one can write down about an incident; and what one finds when one comes back to it.
    pub(super) async fn writing(&mut self, desktop: &Desktop, app: &App) {
        app.click("nav-record").await;
        app.type_into("what", "Hij stond bij de voordeur.").await;
        app.click("more-fields").await;
        for group in GROUPS {
            let open = format!("document.querySelector('[data-testid=group-{group}]').parentElement.open");
            if app.page.execute(&format!("return {open}"), vec![]).await.expect("a script runs") == false {
                app.click(&format!("group-{group}")).await;
            }
            app.until(&open).await;
        }
        self.visit(desktop, app, "record-groups").await;
        app.click("nav-timeline").await;
        app.click("nav-record").await;
        self.see(desktop, app, "draft-found", "record-draft").await;
        app.click("draft-again").await;
        self.see(desktop, app, "draft-again-do", "record-draft-sure").await;
    }

    pub(super) async fn work(&mut self, desktop: &Desktop, app: &App) {
        self.importing(desktop, app).await;
        self.reporting(desktop, app).await;
        self.backing_up(desktop, app).await;
        self.putting_back(desktop, app).await;
    }

    async fn importing(&mut self, desktop: &Desktop, app: &App) {
        self.go(app, "evidence").await;
        app.see("evidence").await;
        let sound = files::file(desktop.home(), "opname van de tram.wav", &files::wav("stil ", 120));
        let slow = Slow::reads(desktop, app, &sound, 1_500);
        app.choose(desktop, "add-files", &sound).await;
        self.see(desktop, app, "keeping", "evidence-keeping").await;
        app.click("keeping-stop").await;
        drop(slow);
        self.see(desktop, app, "kept-told", "evidence-stopped").await;
        // One that is there already, under another name.
        let again = files::file(desktop.home(), "nog een keer.txt", &chat());
        app.choose(desktop, "add-files", &again).await;
        self.see(desktop, app, "had", "evidence-had").await;
    }

    async fn reporting(&mut self, desktop: &Desktop, app: &App) {
        self.go(app, "report").await;
        app.see("preview-page").await;
        // The dialog for a file writes too, and elsewhere.
        let folder = Self::folder(desktop, "doorgeven");
        let slow = Slow::syncs(desktop, app, &folder);
        app.choose(desktop, "report-save", &folder.join("pakket.zip")).await;
        app.until("document.querySelector('main progress')").await;
        self.visit(desktop, app, "report-working").await;
        drop(slow);
        self.see(desktop, app, "report-done", "report-saved").await;
        app.type_into("given-to", "A. Jansen").await;
        app.click("given-note").await;
        self.see(desktop, app, "given-noted", "report-given").await;
    }

    async fn backing_up(&mut self, desktop: &Desktop, app: &App) {
        self.go(app, "settings").await;
        app.click("settings-backup").await;
        let folder = Self::folder(desktop, "reserve");
        let slow = Slow::syncs(desktop, app, &folder);
        app.choose(desktop, "backup-make", &folder.join("kopie.db")).await;
        app.until("document.querySelector('main progress')").await;
        self.visit(desktop, app, "backup-working").await;
        drop(slow);
        self.see(desktop, app, "backup-told", "backup-made").await;
        if self.width < 1000 {
            app.click("settings-back").await;
        }
        app.click("settings-proof").await;
        app.see("check").await;
        let slow = Slow::reads(desktop, app, &desktop.logbook(), 300);
        app.click("check").await;
        app.until("document.querySelector('main progress')").await;
        self.visit(desktop, app, "check-working").await;
        let stop =
            "const button = document.querySelector('main progress + div button'); button.focus(); button.click()";
        app.page.execute(stop, vec![]).await.expect("it has a button");
        drop(slow);
        self.see(desktop, app, "error", "check-stopped").await;
    }

    fn folder(desktop: &Desktop, name: &str) -> PathBuf {
        let folder = desktop.home().join(name);
        std::fs::create_dir(&folder).expect("a home can be written");
        folder
    }

    /// A backup that lacks what was written down after it.
    async fn putting_back(&mut self, desktop: &Desktop, app: &App) {
        app.click("nav-record").await;
        app.see("what").await;
        app.click("save").await;
        app.see("incident").await;
        self.go(app, "settings").await;
        app.lock().await;
        app.click("restore-open").await;
        app.type_into("restore-secret", PASSPHRASE).await;
        let copy = desktop.home().join("reserve/kopie.db");
        // It is read in a few large parts.
        let slow = Slow::reads(desktop, app, &copy, 12_000);
        app.choose(desktop, "restore-choose", &copy).await;
        app.until("document.querySelector('main progress')").await;
        self.visit(desktop, app, "restore-working").await;
        drop(slow);
        self.see(desktop, app, "restore-lacks", "restore-found").await;
        app.click("restore-sure").await;
        app.click("restore-do").await;
        self.see(desktop, app, "restored", "restored").await;
    }
}
