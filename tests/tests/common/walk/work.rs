//! Through what takes time, while it is under way and when it is done; and to what comes back: a draft.

use super::super::app::App;
use super::super::desktop::Desktop;
use super::super::files;
use super::super::slow::Slow;
use super::{Visitor, Walk};

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
    }

    pub(super) async fn work(&mut self, desktop: &Desktop, app: &App) {
        self.importing(desktop, app).await;
    }

    async fn importing(&mut self, desktop: &Desktop, app: &App) {
        self.go(app, "evidence").await;
        app.see("evidence").await;
        let sound = files::file(desktop.home(), "opname van de tram.wav", &files::wav("stil ", 120));
        let slow = Slow::reads(desktop, app, &[&sound]);
        app.choose(desktop, "add-files", &sound).await;
        self.see(desktop, app, "keeping", "evidence-keeping").await;
        app.click("keeping-stop").await;
        drop(slow);
        self.see(desktop, app, "kept-told", "evidence-stopped").await;
    }
}
