//! The app in its window: how soon it is there, how large it is, what it holds. A release cannot be driven by
//! `WebKit`'s driver, so this looks at the screen's pixels, as a person does.

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use houvast_logbook::{Book, Unlock};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};
use x11rb::rust_connection::RustConnection;

use crate::common::desktop::Desktop;
use crate::common::{program, until};
use crate::memory;
use crate::row::{Row, clock, median, time};

/// The accent of the light theme, as the X server keeps it: blue, green, red.
const ACCENT: [u8; 3] = [0x5e, 0x5a, 0x1f];
/// The ground of the light theme.
const GROUND: [u8; 3] = [0xf1, 0xf7, 0xfa];

pub(crate) fn measure() -> Vec<Row> {
    let desktop = Desktop::start();
    let folder = desktop.logbook().parent().unwrap().to_owned();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::rename(super::opening::fill(&folder, 10_000), desktop.logbook()).unwrap();
    std::fs::write(folder.join("settings.json"), r#"{"theme":"light"}"#).unwrap();

    let derivation = derivation(&desktop);
    let (mut starts, mut unlocks, mut holds) = (Vec::new(), Vec::new(), Vec::new());
    let (mut plain, mut plain_holds) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        let screen = Screen::of(&desktop);
        // What it is held against, in turn with ours: a window with a page that is only a shape in the same colour.
        {
            let (page, started) = start(&desktop, &screen, "examples/plain");
            plain.push(started);
            plain_holds.push(at_rest(&page));
        }
        let (app, started) = start(&desktop, &screen, "houvast-app");
        starts.push(started);
        let window = desktop.xdotool(&["search", "--onlyvisible", "--name", "^Houvast$"]).trim().to_owned();
        desktop.xdotool(&["windowmove", "--sync", &window, "0", "0"]);
        desktop.xdotool(&["windowactivate", "--sync", &window]);
        // The first keys after a window was moved can get lost; a moment later none do.
        std::thread::sleep(Duration::from_secs(1));
        desktop.xdotool(&["type", "--delay", "40", super::opening::PASSPHRASE]);
        // The button to unlock takes the full colour when something was typed.
        until("the button", || (screen.accents() > 5_000).then_some(()));
        assert!(screen.written() == 0, "the entries stand where nothing was before");
        let begin = Instant::now();
        desktop.xdotool(&["key", "Return"]);
        while screen.written() < 200 {
            assert!(begin.elapsed() < Duration::from_mins(1), "no entries");
            std::thread::sleep(Duration::from_millis(4));
        }
        unlocks.push(begin.elapsed().as_secs_f64());
        holds.push(at_rest(&app));
    }
    let size = |name: &str| std::fs::metadata(program(name)).map_or(0.0, |about| about.len() as f64 / 1e6);
    let (start, unlock, plain) = (median(starts), median(unlocks), median(plain));
    let (show, holds, plain_holds) = (unlock - derivation, median(holds), median(plain_holds));
    vec![
        Row::held("app started to unlock screen in sight", time(start), "700 ms", start < 0.7),
        Row::told(
            "  against a plain Tauri program, to its page in sight",
            format!("{:.2} times", start / plain),
            &format!("written down (it takes {})", time(plain)),
        ),
        Row::held("key on unlock to timeline in sight, without Argon2id", time(show), "300 ms", show < 0.3),
        Row::told(
            "  with Argon2id, 10,000 incidents",
            time(unlock),
            &format!("written down (Argon2id takes {})", time(derivation)),
        ),
        Row::told(
            "memory at rest, 10,000 incidents open, all processes",
            format!("{holds:.0} MiB"),
            &format!("a plain Tauri program {plain_holds:.0} MiB: {:.2} times", holds / plain_holds),
        ),
        Row::told("size of the app, fonts and texts in it", format!("{:.1} MB", size("houvast-app")), "written down"),
        Row::told("size of houvast for the terminal", format!("{:.1} MB", size("houvast")), "written down"),
    ]
}

/// Seconds that the derivation of the key takes, in this process as in the app's.
fn derivation(desktop: &Desktop) -> f64 {
    let ports = houvast_vault::system::ports();
    let book = Book::open(&desktop.logbook(), &Unlock::Passphrase(super::opening::PASSPHRASE), ports).unwrap();
    median((0..5).map(|_| clock(|| book.verify_passphrase(super::opening::PASSPHRASE).unwrap()).1).collect())
}

/// What a program holds with its processes once it has had time to give back what starting up left behind, in MiB.
fn at_rest(app: &App) -> f64 {
    std::thread::sleep(Duration::from_secs(5));
    memory::of_tree(app.0.id())
}

/// Starts a program on an empty screen. Answers with it, and the seconds until it is in sight: the ring around the field for
/// the passphrase is the first thing in this colour.
fn start(desktop: &Desktop, screen: &Screen, name: &str) -> (App, f64) {
    until("an empty screen", || (screen.accents() == 0).then_some(()));
    let begin = Instant::now();
    let app = App(desktop.command(program(name)).stderr(Stdio::null()).spawn().unwrap());
    until("its window", || (screen.accents() > 1_500).then_some(()));
    (app, begin.elapsed().as_secs_f64())
}

/// The app; ended with its processes when it is dropped.
struct App(Child);

impl Drop for App {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What can be seen.
struct Screen {
    server: RustConnection,
    root: u32,
}

impl Screen {
    fn of(desktop: &Desktop) -> Self {
        let (server, number) = RustConnection::connect(Some(desktop.display())).unwrap();
        let root = server.setup().roots[number].root;
        Self { server, root }
    }

    fn pixels(&self, x: i16, y: i16, width: u16, height: u16) -> Vec<u8> {
        let asked = self.server.get_image(ImageFormat::Z_PIXMAP, self.root, x, y, width, height, !0).unwrap();
        asked.reply().unwrap().data
    }

    /// Pixels in the accent colour.
    fn accents(&self) -> usize {
        self.pixels(0, 0, 1400, 1000).chunks_exact(4).filter(|pixel| pixel[..3] == ACCENT).count()
    }

    /// Pixels in the lower part of the window that are not its ground.
    fn written(&self) -> usize {
        self.pixels(400, 500, 600, 200).chunks_exact(4).filter(|pixel| pixel[..3] != GROUND).count()
    }
}
