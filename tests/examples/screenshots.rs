//! Pictures of every screen, taken from the real window, for people to look at: `cargo xtask screenshots`.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool for the terminal; nothing in it is secret")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::app::App;
use common::desktop::Desktop;
use common::walk::{Visitor, Walk, resize};
use serde_json::json;

/// How the window looks in a set of pictures.
#[derive(Clone, Copy)]
struct Look {
    name: &'static str,
    language: &'static str,
    width: u32,
    /// Nothing: as high as all that is on the page.
    height: Option<u32>,
    theme: &'static str,
    contrast: &'static str,
    /// A language that nobody speaks, put over the other: `long` or `rtl`.
    pseudo: &'static str,
    /// The size of letters; nothing: as it is.
    letters: &'static str,
}

const fn look(name: &'static str, language: &'static str, width: u32, theme: &'static str) -> Look {
    Look { name, language, width, height: None, theme, contrast: "system", pseudo: "", letters: "" }
}

/// Those that are taken if nothing else is asked for.
const FEW: &[Look] = &[
    look("phone-360-light-nl", "nl", 360, "light"),
    look("phone-360-dark-nl", "nl", 360, "dark"),
    look("pc-1280-light-nl", "nl", 1280, "light"),
    look("pc-1280-dark-en", "en", 1280, "dark"),
];
/// And the others.
const MORE: &[Look] = &[
    look("phone-320-light-nl", "nl", 320, "light"),
    look("phone-430-dark-nl", "nl", 430, "dark"),
    Look { height: Some(360), ..look("phone-740-light-nl", "nl", 740, "light") },
    look("tablet-768-light-nl", "nl", 768, "light"),
    look("tablet-1024-dark-nl", "nl", 1024, "dark"),
    look("pc-1920-light-nl", "nl", 1920, "light"),
    look("phone-360-light-en", "en", 360, "light"),
    Look { contrast: "high", ..look("phone-360-contrast-light-nl", "nl", 360, "light") },
    Look { contrast: "high", ..look("pc-1280-contrast-dark-nl", "nl", 1280, "dark") },
    Look { letters: "212.5%", ..look("phone-412-large-nl", "nl", 412, "light") },
    Look { pseudo: "long", ..look("phone-360-long-en", "en", 360, "light") },
    Look { pseudo: "rtl", ..look("phone-360-rtl-en", "en", 360, "light") },
    Look { pseudo: "rtl", ..look("pc-1280-rtl-en", "en", 1280, "light") },
];

fn main() {
    let mut words = std::env::args_os().skip(1);
    let out = PathBuf::from(words.next().expect("the folder for the pictures is the first argument"));
    let wanted: Vec<String> = words.map(|word| word.to_string_lossy().into_owned()).collect();
    let all = FEW.iter().chain(MORE);
    let looks: Vec<Look> = match wanted.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => FEW.to_vec(),
        ["--all"] => all.copied().collect(),
        ref parts => all.filter(|look| parts.iter().any(|part| look.name.contains(part))).copied().collect(),
    };
    for look in &looks {
        let folder = out.join(look.name);
        // Pictures of states that are no more would be taken for new ones.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the folder can be made");
    }
    for language in ["nl", "en"] {
        let looks: Vec<Look> = looks.iter().filter(|look| look.language == language).copied().collect();
        if !looks.is_empty() {
            walk(&out, language, looks);
        }
    }
    looks.iter().for_each(|look| sheet(&out, look));
    println!("pictures are in {}", out.display());
}

fn walk(out: &Path, language: &str, looks: Vec<Look>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
    let measure = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/common/walk/measure.js");
    let script = fs::read_to_string(measure).expect("it lies beside the walk");
    let mut pictures = Pictures { out, looks, script, taken: 0 };
    runtime.block_on(Walk { language, width: 1280, visitor: &mut pictures }.all());
}

/// All of a look on one sheet, small, to be looked over at once.
fn sheet(out: &Path, look: &Look) {
    let (across, wide) = if look.width < 600 { ("12x", "220x") } else { ("7x", "440x") };
    let mut names: Vec<PathBuf> =
        fs::read_dir(out.join(look.name)).expect("it was made").filter_map(|one| Some(one.ok()?.path())).collect();
    names.sort();
    // Each is made small as it is read: all of them in full are more than ImageMagick may hold at once.
    let small = names.into_iter().map(|name| format!("{}[{wide}]", name.display()));
    let words = ["-gravity", "north", "-extent", &format!("{wide}700"), "-tile", across];
    let made = std::process::Command::new("montage")
        .args(["-label", "%t"])
        .args(small)
        .args(words)
        .args(["-geometry", "+4+4", "-background", "#888"])
        .arg(out.join(format!("{}.png", look.name)))
        .status();
    assert!(made.is_ok_and(|status| status.success()), "imagemagick is installed");
}

/// Takes a picture of each state in each look.
struct Pictures<'a> {
    out: &'a Path,
    looks: Vec<Look>,
    /// What settles the page and changes how it looks.
    script: String,
    taken: usize,
}

impl Visitor for Pictures<'_> {
    async fn visit(&mut self, desktop: &Desktop, app: &App, state: &str) {
        self.taken += 1;
        app.page.execute(&self.script, vec![]).await.expect("a script runs");
        for look in &self.looks {
            let file = self.out.join(look.name).join(format!("{:03}-{state}.png", self.taken));
            take(desktop, app, look, &file).await;
        }
        set(app, &self::look("", "", 0, "light")).await;
    }
}

async fn set(app: &App, look: &Look) {
    let script = "const [theme, contrast, pseudo, letters, done] = arguments;
        document.documentElement.style.fontSize = letters;
        scrollTo(0, 0);
        measure.pseudo(pseudo).then(() => measure.look(theme, contrast))
            .then(() => {
                // What is far below is not decoded before it comes near.
                const near = [...document.images].filter((image) => image.checkVisibility({ contentVisibilityAuto: true }));
                const decoded = Promise.all(near.map((image) => image.decode().catch(() => null)));
                return Promise.race([decoded, new Promise((late) => setTimeout(late, 2000))]);
            })
            .then(measure.settled).then(() => done(null));";
    let with = [look.theme, look.contrast, look.pseudo, look.letters].map(|part| json!(part)).to_vec();
    // The driver cannot say what came of it while the page is being drawn anew.
    let mut tries = 0;
    while let Err(error) = app.page.execute_async(script, with.clone()).await {
        tries += 1;
        assert!(tries < 50, "{}: {error}", look.name);
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}

/// The window grows until everything on the page is in the picture.
async fn take(desktop: &Desktop, app: &App, look: &Look, file: &Path) {
    let least = look.height.unwrap_or(if look.width < 600 { 760 } else { 900 });
    resize(desktop, app, look.width, least).await;
    set(app, look).await;
    let script = "return document.documentElement.scrollHeight";
    let height = app.page.execute(script, vec![]).await.expect("a script runs").as_u64().unwrap_or(0);
    let height =
        u32::try_from(height.clamp(u64::from(least), look.height.map_or(3900, u64::from))).expect("it was limited");
    resize(desktop, app, look.width, height).await;
    set(app, look).await;
    // The driver takes none of a page that is drawn without the graphics driver, so the screen is asked.
    let window = desktop.xdotool(&["search", "--onlyvisible", "--name", "^Houvast$"]).trim().to_owned();
    desktop.xdotool(&["windowmove", &window, "0", "0"]);
    set(app, look).await;
    let taken = desktop.command("import").args(["-window", &window]).arg(file).status();
    assert!(taken.is_ok_and(|status| status.success()), "imagemagick is installed and the window is in sight");
}
