//! Evidence in the app's real window: bringing files in, finding their place, looking at them.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use common::app::App;
use common::desktop::Desktop;
use common::{drag, files, finish, sha256sum};

const PASSPHRASE: &str = "vier woorden paars kasteel onder regenjas";

/// Puts a picture on the clipboard, and waits until it is there.
fn copy_picture(desktop: &Desktop, picture: &Path) -> Child {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/common/clip.py");
    let mut command = desktop.command("/usr/bin/python3");
    let mut holder = command.arg(script).arg(picture).stdout(Stdio::piped()).spawn().expect("python3-gi is installed");
    let mut line = String::new();
    BufReader::new(holder.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line.trim(), "ready");
    holder
}

#[test]
#[expect(clippy::too_many_lines, reason = "one way through, as a person goes it")]
fn many_files_come_in_at_once_find_their_place_and_are_looked_at() {
    finish(async {
        let desktop = Desktop::start();
        let home = desktop.home();
        let photos: Vec<PathBuf> = (0..29_u8)
            .map(|n| {
                let colours = |x: u32, y: u32| [n * 8, u8::try_from(x % 256).unwrap(), u8::try_from(y % 256).unwrap()];
                files::file(home, &format!("foto-{n:02}.bmp"), &files::drawn(320, 240, colours))
            })
            .collect();
        // Whoever reads a pipe waits for its other end.
        let pipe = home.join("pijp");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let folder = home.join("van de telefoon");
        std::fs::create_dir(&folder).unwrap();
        files::file(&folder, "a-briefje.txt", "Tot snel.\n".as_bytes());
        std::fs::File::create(folder.join("film.mp4")).unwrap().set_len(3 << 30).unwrap();
        files::file(&folder, "z-briefje.txt", "Tot ziens.\n".as_bytes());

        let app = App::start(&desktop).await;
        app.make_logbook(PASSPHRASE).await;
        app.click("record-button").await;
        app.type_into("what", "Hij stond bij de voordeur.").await;
        app.click("save").await;
        app.see("incident").await;
        app.click("nav-evidence").await;
        app.see("gallery-empty").await;

        // Thirty at once: one of them is no file, and says so.
        let all: Vec<&Path> = photos.iter().chain([&pipe]).map(PathBuf::as_path).collect();
        let source = drag::drop_files(&desktop, &all);
        app.see_text("kept-told", "29 bestanden").await;
        app.see_text("refused", "pijp").await;
        app.see_count("evidence", 29).await;
        drop(source);
        // A folder that is stopped in the middle: what was kept stays.
        let source = drag::drop_files(&desktop, &[&folder]);
        app.see_text("keeping", "film.mp4 (2 van 3)").await;
        app.click("keeping-stop").await;
        app.see_text("kept-told", "1 bestand is bewaard en blijft staan. 2 bestanden zijn niet bewaard").await;
        app.see_count("evidence", 30).await;
        drop(source);
        // What is there already is said, and kept again only on purpose.
        let source = drag::drop_files(&desktop, &[&photos[3]]);
        app.see_text("had", "foto-03.bmp").await;
        assert_eq!(app.count("evidence").await, 30);
        drop(source);
        app.click("had-again").await;
        app.see_count("evidence", 31).await;

        // Two of those that wait go to the incident that is there.
        app.click("inbox-pick").await;
        let script = "document.querySelectorAll('[data-testid=inbox-pick]')[1].click()";
        app.page.execute(script, vec![]).await.unwrap();
        app.click("inbox-attach").await;
        app.type_into("attach-search", "VOORDEUR").await;
        app.click("attach-to").await;
        app.see_text("attached", "2 bewijsstukken").await;
        app.see_count("inbox-pick", 29).await;
        app.see_count("piece-incident", 2).await;

        // The viewer: the next one, the one before, larger, turned; and the original as it came.
        app.type_into("gallery-search", "foto-1").await;
        app.see_count("evidence", 10).await;
        app.click("view-picture").await;
        app.see_text("viewer-place", "1 van 10").await;
        app.click("viewer-next").await;
        app.see_text("viewer-place", "2 van 10").await;
        app.click("viewer-previous").await;
        app.see_text("viewer-place", "1 van 10").await;
        app.click("viewer-larger").await;
        app.click("viewer-rotate").await;
        let stage = app.see("viewer-stage").await;
        assert_eq!(stage.attr("data-zoom").await.unwrap().as_deref(), Some("150"));
        assert_eq!(stage.attr("data-turn").await.unwrap().as_deref(), Some("90"));
        app.type_into("caption", "De voordeur, van binnen").await;
        app.click("describe").await;
        app.see_text("about-told", "Opgeslagen").await;
        let drawn = "const picture = document.querySelector('[data-testid=viewer-picture]');
            return [picture.naturalWidth, picture.alt]";
        let drawn = app.page.execute(drawn, vec![]).await.unwrap();
        assert_eq!(drawn, serde_json::json!([320, "De voordeur, van binnen"]));
        let saved = home.join("terug.bmp");
        app.choose(&desktop, "save-original", &saved).await;
        app.see_text("about-told", "terug.bmp").await;
        assert!(photos[10..20].iter().any(|photo| sha256sum(photo) == sha256sum(&saved)));
        // Escape closes it, and nothing else.
        app.escape().await;
        app.see_count("viewer", 0).await;
        app.see("gallery").await;

        // A piece that is withdrawn is gone from sight, and comes back with both in its history.
        app.click("view-picture").await;
        app.click("evidence-withdraw-open").await;
        app.type_into("evidence-withdraw-reason", "Verkeerde foto").await;
        app.click("evidence-withdraw").await;
        app.see_text("viewer-place", "van 9").await;
        app.escape().await;
        app.see_count("evidence", 9).await;
        app.click("show-withdrawn").await;
        app.see_count("evidence", 10).await;
        let script = "[...document.querySelectorAll('[data-testid=evidence]')]
            .find((one) => one.textContent.includes('ngetrokken')).querySelector('button').click()";
        app.page.execute(script, vec![]).await.unwrap();
        app.click("evidence-restore-open").await;
        app.click("evidence-restore").await;
        app.see_text("piece-history", "Teruggehaald op").await;
        app.see_text("piece-history", "Verkeerde foto").await;
        app.escape().await;
        app.see_count("show-withdrawn", 0).await;
        app.see_count("evidence", 10).await;

        // A picture from the clipboard.
        let mut holder = copy_picture(&desktop, &photos[7]);
        app.type_into("gallery-search", &"\u{e003}".repeat(6)).await;
        app.click("sort-all").await;
        app.see_count("evidence", 31).await;
        desktop.xdotool(&["key", "ctrl+v"]);
        app.see_count("evidence", 32).await;
        holder.kill().unwrap();
        holder.wait().unwrap();
        app.close().await;
    });
}
