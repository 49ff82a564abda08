//! Through evidence of every sort: waiting for an incident, and looked at.

use std::cell::RefCell;
use std::ops::ControlFlow;

use houvast_logbook::model::Arrival;
use houvast_logbook::{Book, Keep, Unlock};

use super::super::app::App;
use super::super::desktop::Desktop;
use super::super::files;
use super::{PASSPHRASE, Visitor, Walk};

/// A long conversation.
pub(super) fn chat() -> Vec<u8> {
    "[03-03-2026 21:30] Mark: waar ben je\n".repeat(3000).into_bytes()
}

impl<V: Visitor> Walk<'_, V> {
    /// Pieces of the sorts that the sample case lacks; they wait for an incident.
    pub(super) fn bring(desktop: &Desktop) {
        let ports = houvast_vault::system::ports();
        let book = Book::open(&desktop.logbook(), &Unlock::Passphrase(PASSPHRASE), ports).expect("nobody has it open");
        let film = std::fs::read(files::film(desktop.home())).expect("it was just made");
        let book = RefCell::new(book);
        for (name, bytes) in [
            ("een film van de straat vanuit het raam op de eerste verdieping.mp4", film),
            ("bijlage.pdf", files::pdf(&["Bijlage bij de aangifte", "Tweede blad"])),
            ("chat.txt", chat()),
            ("straat.bmp", files::picture(640, 480, [90, 40, 10])),
            ("map.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec()),
        ] {
            let keep = Keep { name, arrival: Arrival::Picked, incident: None };
            let length = bytes.len() as u64;
            keep.bytes(&book, &mut bytes.as_slice(), length, &mut |_, _| ControlFlow::Continue(()))
                .expect("a piece can be kept");
        }
    }

    pub(super) async fn pieces(&mut self, desktop: &Desktop, app: &App) {
        self.go(app, "evidence").await;
        app.see("inbox").await;
        app.click("inbox-pick").await;
        self.visit(desktop, app, "evidence-inbox").await;
        app.click("inbox-attach").await;
        self.see(desktop, app, "attach-to", "evidence-attach").await;
        app.click("attach-close").await;
        app.see_count("attach-dialog", 0).await;

        self.view(desktop, app, "voicemail", "media && media.readyState > 0", "viewer-sound").await;
        app.click("viewer-close").await;
        self.view(desktop, app, "een film", "media && media.videoWidth > 0", "viewer-film").await;
        // With its sound on there is a place for how loud it is; nothing plays.
        app.click("media-sound").await;
        self.visit(desktop, app, "viewer-film-sound").await;
        app.click("viewer-close").await;
        self.view(desktop, app, "bijlage", "see('pdf-page')?.naturalWidth", "viewer-pdf").await;
        app.click("pdf-text-open").await;
        app.see_text("pdf-text", "Bijlage bij de aangifte").await;
        self.visit(desktop, app, "viewer-pdf-text").await;
        app.click("viewer-close").await;
        self.view(desktop, app, "mail", "see('mail-text')", "viewer-mail").await;
        app.click("viewer-close").await;
        self.view(desktop, app, "chat", "see('shown-text')?.textContent", "viewer-text").await;
        app.click("viewer-close").await;
        self.view(desktop, app, "map", "see('not-shown')", "viewer-not-shown").await;
        app.click("viewer-close").await;
        app.see_count("viewer", 0).await;
    }

    /// Opens the viewer at a piece, and has it looked at once this holds.
    async fn view(&mut self, desktop: &Desktop, app: &App, name: &str, holds: &str, state: &str) {
        app.see_count("viewer", 0).await;
        app.view(name).await;
        let see = "(id) => document.querySelector(`[data-testid=${id}]`)";
        app.until(&format!("((see) => ((media) => {holds})(see('media')))({see})")).await;
        self.visit(desktop, app, state).await;
    }
}
