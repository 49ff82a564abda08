//! Evidence of every sort, looked at and recorded in the real window.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]
#![allow(clippy::disallowed_methods, reason = "files are found by when they were written")]

mod common;

use std::ops::ControlFlow;
use std::path::Path;
use std::time::SystemTime;

use common::app::App;
use common::canary::{in_removed_files, on_disk};
use common::desktop::Desktop;
use common::{files, finish};
use houvast_logbook::model::{Arrival, Incident, When};
use houvast_logbook::{Book, KdfCost, Keep};

const PASSPHRASE: &str = "vier woorden paars kasteel onder regenjas";
const SOUND: &str = "kanariepietgeluid dat nergens mag liggen ";

const MAIL: &str = "From: Mark <mark@example.org>\r\nTo: ik@example.org\r\nSubject: Waar ben je\r\n\
    Date: Tue, 3 Mar 2026 21:30:00 +0100\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\
    Content-Type: text/html\r\n\r\n<p>Ik zag je <a href=\"https://evil.example/\">hier</a></p>\r\n--x\r\n\
    Content-Type: text/plain; name=\"briefje.txt\"\r\nContent-Disposition: attachment\r\n\r\nTot snel.\r\n--x--\r\n";

/// A logbook with one incident and a piece of evidence of every sort.
fn logbook(desktop: &Desktop) {
    let ports = houvast_vault::system::ports();
    let (mut book, _) = Book::create(&desktop.logbook(), PASSPHRASE, KdfCost::FLOOR, ports).unwrap();
    let day = "2026-03-03".parse().unwrap();
    let id = book.record(Incident { what: "Bewijs.".into(), ..Incident::at(When::Day(day)) }, &[]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let film = std::fs::read(files::film(folder.path())).unwrap();
    let voice = std::fs::read(files::voice(folder.path())).unwrap();
    let pieces: [(&str, Vec<u8>); 7] = [
        ("geluid.wav", files::wav(SOUND, 120)),
        ("bericht.opus", voice),
        ("film.mp4", film),
        ("bijlage.pdf", files::pdf(&["Bijlage bij de aangifte", "Tweede blad"])),
        ("chat.txt", "[03-03-2026 21:30] Mark: waar ben je\u{202e}\n".repeat(3000).into_bytes()),
        ("bericht.eml", MAIL.into()),
        ("map.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec()),
    ];
    let book = std::cell::RefCell::new(book);
    for (name, bytes) in pieces {
        let keep = Keep { name, arrival: Arrival::Picked, incident: Some(&id) };
        keep.bytes(&book, &mut bytes.as_slice(), bytes.len() as u64, &mut |_, _| ControlFlow::Continue(())).unwrap();
    }
}

async fn look(app: &App, name: &str) {
    app.view(name).await;
    app.see("shown").await;
}

async fn close(app: &App) {
    app.click("viewer-close").await;
    app.see_count("shown", 0).await;
}

/// Waits until what is played says this of itself.
async fn media(app: &App, what: &str) {
    app.until(&format!("((media) => media && ({what}))(document.querySelector('[data-testid=media]'))")).await;
}

#[test]
fn every_sort_of_evidence_is_shown_and_nothing_of_it_reaches_the_disk() {
    finish(async {
        let since = SystemTime::now();
        let desktop = Desktop::start();
        logbook(&desktop);
        let app = App::start(&desktop).await;
        app.unlock(PASSPHRASE).await;
        app.click("entry").await;
        app.see_count("evidence", 7).await;

        // A player that fails begins again by itself, so failures are counted: none is good luck.
        let count = "window.failures = 0; document.addEventListener('error', () => { window.failures += 1 }, true)";
        app.page.execute(count, vec![]).await.unwrap();
        for _ in 0..4 {
            look(&app, "geluid.wav").await;
            media(&app, "media.duration === 120 && media.muted && media.paused && media.currentTime === 0").await;
            close(&app).await;
        }
        assert_eq!(app.page.execute("return window.failures", vec![]).await.unwrap(), 0);
        look(&app, "geluid.wav").await;
        app.click("media-play").await;
        media(&app, "media.currentTime > 0.5 && media.muted && !media.error").await;
        app.see_text("media-time", "/ 2:00").await;
        // While it plays, and again when all is over.
        let removed = in_removed_files(&[SOUND]);
        assert!(removed.is_empty(), "{removed:#?}");
        close(&app).await;

        look(&app, "bericht.opus").await;
        media(&app, "Math.round(media.duration) === 25").await;
        close(&app).await;

        look(&app, "film.mp4").await;
        media(&app, "media.readyState >= 1 && media.videoWidth === 320 && media.paused").await;
        app.click("media-play").await;
        media(&app, "media.currentTime > 0.2 && !media.error").await;
        close(&app).await;

        look(&app, "bijlage.pdf").await;
        app.see_text("pdf-count", "2 pagina's").await;
        let drawn = "return document.querySelector('[data-testid=pdf-page]').naturalWidth";
        for _ in 0..600 {
            if app.page.execute(drawn, vec![]).await.is_ok_and(|width| width.as_u64() > Some(500)) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        assert!(app.page.execute(drawn, vec![]).await.unwrap().as_u64() > Some(500), "no page is drawn");
        app.click("pdf-text-open").await;
        app.see_text("pdf-text", "Bijlage bij de aangifte").await;
        close(&app).await;

        look(&app, "chat.txt").await;
        app.see_text("shown-text", "Mark: waar ben je⟦U+202E⟧").await;
        let length = "return document.querySelector('[data-testid=shown-text]').textContent.length";
        let before = app.page.execute(length, vec![]).await.unwrap().as_u64().unwrap();
        app.click("more-text").await;
        for _ in 0..600 {
            if app.page.execute(length, vec![]).await.is_ok_and(|now| now.as_u64() > Some(before)) {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        assert!(app.page.execute(length, vec![]).await.unwrap().as_u64() > Some(before), "there is no more text");
        close(&app).await;

        look(&app, "bericht.eml").await;
        app.see_text("mail-text", "Ik zag je hier <https://evil.example/>").await;
        app.see_text("shown-mail", "Mark <mark@example.org>").await;
        app.click("attachment-keep").await;
        app.see_text("attachment-told", "briefje.txt").await;
        close(&app).await;

        look(&app, "map.zip").await;
        app.see_text("not-shown", "kan hier niet worden getoond").await;
        close(&app).await;

        app.click("nav-timeline").await;
        app.click("entry").await;
        app.see_count("evidence", 8).await;
        app.close().await;
        let folders = [desktop.home(), Path::new("/tmp"), Path::new("/var/tmp"), Path::new("/dev/shm")];
        let hits = on_disk(&folders, since, &[], &[SOUND, "Bijlage bij de aangifte", "Ik zag je hier"]);
        assert!(hits.is_empty(), "{hits:#?}");
    });
}

#[test]
fn a_photo_and_a_sound_are_made_in_the_window_and_outlive_a_quick_exit() {
    finish(async {
        let desktop = Desktop::start();
        let app = App::start_with_devices(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("record-button").await;
        app.click("photo-open").await;
        app.click("photo-press").await;
        app.see_text("photo-told", "De foto is bewaard").await;
        app.see_count("evidence", 1).await;
        app.click("sound-open").await;
        app.see_text("sound-time", "0:02").await;
        app.click("sound-pause").await;
        app.see_text("record-sound", "De opname staat stil").await;
        app.click("sound-stop").await;
        app.see_text("sound-told", "De opname is bewaard").await;
        app.see_count("evidence", 2).await;
        look(&app, "Opname").await;
        media(&app, "media.readyState >= 1 && !media.error").await;
        close(&app).await;
        // WebKitGTK gives no film, so none is offered.
        assert_eq!(app.count("film-open").await, 0);
        app.click("sound-open").await;
        app.see_text("sound-time", "0:03").await;
        app.click("quick-exit").await;
        app.unlock(PASSPHRASE).await;
        app.click("record-button").await;
        app.see_count("evidence", 3).await;
        // While it is locked: one that is ended, and one during which the logbook is opened.
        app.click("quick-exit").await;
        app.see("put-open").await;
        // A window that is out of sight gets no microphone: the app is started again, and shows itself.
        let again = desktop.command(common::program("houvast-app")).output().unwrap();
        assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
        app.click("put-open").await;
        app.click("photo-open").await;
        app.click("photo-press").await;
        app.see_text("photo-told", "De foto is bewaard").await;
        app.click("sound-open").await;
        app.see_text("sound-time", "0:02").await;
        app.click("sound-stop").await;
        app.see_text("sound-told", "De opname is bewaard").await;
        app.click("sound-open").await;
        app.see_text("sound-time", "0:02").await;
        app.click("put-back").await;
        app.unlock(PASSPHRASE).await;
        // What was put in waits with all evidence, not with what is being written down.
        app.click("nav-evidence").await;
        app.see_count("evidence", 6).await;
        app.close().await;

        // Without devices there are no buttons.
        let app = App::start(&desktop).await;
        app.unlock(PASSPHRASE).await;
        app.click("record-button").await;
        app.see_count("evidence", 3).await;
        assert_eq!(app.count("photo-open").await + app.count("sound-open").await, 0);
        app.close().await;
    });
}
