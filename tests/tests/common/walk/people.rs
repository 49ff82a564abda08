//! Contact persons, conversations, measures; and the consultation.

use super::super::app::App;
use super::super::desktop::Desktop;
use super::{Visitor, Walk};

impl<V: Visitor> Walk<'_, V> {
    pub(super) async fn people(&mut self, desktop: &Desktop, app: &App) {
        app.click("nav-contacts").await;
        self.see(desktop, app, "news-open-police", "contacts").await;
        app.click("news-open-police").await;
        self.visit(desktop, app, "contacts-news").await;
        app.click("news-told-police").await;
        self.see(desktop, app, "moment-tick", "moment-form").await;
        app.type_into("moment-agreed", "A. Jansen vraagt de beelden op.").await;
        app.type_into("moment-next", "Terugbellen").await;
        app.click("moment-save").await;
        self.see(desktop, app, "step", "moments").await;
        app.click("part-measures").await;
        self.see(desktop, app, "measure", "measures").await;
        app.click("part-people").await;
        app.click("contact-succeed").await;
        app.see("contact-name").await;
        self.visit(desktop, app, "contact-form").await;
        app.type_into("contact-name", "B. de Wit").await;
        app.click("contact-drop").await;
        self.see(desktop, app, "contact-drop-do", "contact-form-drop").await;
        app.click("contact-drop-do").await;
        self.breach(desktop, app).await;
        self.consultation(desktop, app).await;
    }

    async fn breach(&mut self, desktop: &Desktop, app: &App) {
        app.click("nav-record").await;
        app.click("kind-breach").await;
        // The measure of the sample is over; on this day it was in force.
        let script = "const field = document.querySelector('[data-testid=date]');
            field.value = '2026-10-30';
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        app.page.execute(script, vec![]).await.expect("a script runs");
        self.see(desktop, app, "breached-near", "record-breach").await;
    }

    async fn consultation(&mut self, desktop: &Desktop, app: &App) {
        self.go(app, "consult").await;
        self.see(desktop, app, "consult-begin", "consult").await;
        app.click("consult-begin").await;
        for step in ["summary", "weeks", "measures", "contacts", "news", "open", "agreed"] {
            let id = format!("consult-{step}");
            self.see(desktop, app, &id, &id).await;
            if step != "agreed" {
                app.click("consult-next").await;
            }
        }
        app.click("consult-stop").await;
    }
}
