//! A Debian package as people get it: `cargo xtask bundle --test`. It is installed into a folder of its own with `dpkg`, without
//! root and without touching the system; started as its entry in the menu says; and removed again.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a tool for the terminal, ended by what goes wrong; nothing that it writes is kept"
)]

#[path = "../tests/common/mod.rs"]
mod common;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use common::desktop::Desktop;
use common::heard::Heard;
use common::sha256sum;

const PASSPHRASE: &str = "vier woorden paars kasteel onder regenjas";

/// Words that whoever looks over a shoulder must not read in a menu, a list of packages or an index of manual pages.
const TELLING: &[&str] =
    &["stalk", "victim", "slachtoffer", "police", "politie", "violence", "geweld", "evidence", "bewijs"];

fn main() {
    let deb = PathBuf::from(std::env::args().nth(1).expect("which package?"));
    can_be_installed_here(&deb);
    let system = System::new();
    let desktop = Desktop::that_is_heard();
    system.dpkg(&["--install", &deb.to_string_lossy()]);
    println!("installed");
    is_neutral(&deb, &system);
    is_well_formed(&system);

    starts(&system, &desktop, "Wie kan bij dit apparaat");
    println!("the first screen is there");
    system.makes_logbook(&desktop);
    let before = sha256sum(&desktop.logbook());
    starts(&system, &desktop, "Logboek openen");
    println!("so is the one that asks for the passphrase");

    system.dpkg(&["--purge", "houvast"]);
    let left = system.files("usr");
    assert!(left.is_empty(), "removing leaves {left:?}");
    assert_eq!(sha256sum(&desktop.logbook()), before, "removing changed the logbook");
    println!("removed, and the logbook is left");
}

/// What it needs is there to be installed on this kind of system: apt works it out and does nothing.
fn can_be_installed_here(deb: &Path) {
    let deb = deb.canonicalize().unwrap();
    let told = output(Command::new("apt-get").args(["install", "--simulate", "--quiet"]).arg(deb));
    assert!(told.contains("Inst houvast "), "{told}");
}

/// A folder with a system in it that holds one package.
struct System {
    folder: tempfile::TempDir,
}

impl System {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let records = folder.path().join("var/lib/dpkg");
        fs::create_dir_all(records.join("info")).unwrap();
        fs::create_dir_all(records.join("updates")).unwrap();
        fs::write(records.join("status"), "").unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs dpkg in it. What the package needs is in the real system.
    fn dpkg(&self, words: &[&str]) {
        let root = format!("--root={}", self.folder.path().display());
        output(Command::new("fakeroot").args(["dpkg", &root, "--force-not-root", "--force-depends"]).args(words));
    }

    /// All files below.
    fn files(&self, name: &str) -> Vec<PathBuf> {
        let (mut found, mut folders) = (Vec::new(), vec![self.path(name)]);
        while let Some(folder) = folders.pop() {
            let Ok(entries) = fs::read_dir(folder) else { continue };
            for path in entries.map(|entry| entry.unwrap().path()) {
                if path.is_dir() { folders.push(path) } else { found.push(path) }
            }
        }
        found
    }

    /// The line of the menu's entry that begins like this.
    fn menu(&self, key: &str) -> String {
        let entry = fs::read_to_string(self.path("usr/share/applications/Houvast.desktop")).unwrap();
        let found = entry.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
        found.unwrap_or_else(|| panic!("no {key} in {entry}")).to_owned()
    }

    /// The terminal program makes a logbook where the app looks for it.
    fn makes_logbook(&self, desktop: &Desktop) {
        let mut child = desktop
            .command(self.path("usr/bin/houvast"))
            .args(["create", "--passphrase-file", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(format!("{PASSPHRASE}\n").as_bytes()).unwrap();
        assert!(child.wait().unwrap().success(), "houvast create");
    }
}

/// Nothing that is shown in lists says what the app is for.
fn is_neutral(deb: &Path, system: &System) {
    let control = output(Command::new("dpkg-deb").arg("--field").arg(deb));
    let entry = fs::read_to_string(system.path("usr/share/applications/Houvast.desktop")).unwrap();
    let store = fs::read_to_string(system.path("usr/share/metainfo/nl.houvast.app.metainfo.xml")).unwrap();
    let index: String = manual_pages(system).iter().map(|page| output(Command::new("lexgrog").arg(page))).collect();
    for shown in [control, entry, store, index] {
        let found: Vec<_> = TELLING.iter().filter(|word| shown.to_lowercase().contains(*word)).collect();
        assert!(found.is_empty(), "{found:?} in {shown}");
    }
}

fn manual_pages(system: &System) -> Vec<PathBuf> {
    let pages = system.files("usr/share/man");
    assert!(pages.iter().any(|page| page.ends_with("man1/houvast.1.gz")), "{pages:?}");
    pages
}

/// The menu's entry, the icons, the store's data and the manual pages are as their standards want them.
fn is_well_formed(system: &System) {
    output(Command::new("desktop-file-validate").arg(system.path("usr/share/applications/Houvast.desktop")));
    let store = system.path("usr/share/metainfo/nl.houvast.app.metainfo.xml");
    output(Command::new("appstreamcli").args(["validate", "--no-net", "--strict"]).arg(store));
    let icons = system.path("usr/share/icons/hicolor");
    for size in ["16x16", "24x24", "32x32", "48x48", "64x64", "128x128", "256x256", "512x512", "scalable"] {
        let ends = if size == "scalable" { "svg" } else { "png" };
        let icon = icons.join(size).join("apps").join(format!("{}.{ends}", system.menu("Icon")));
        assert!(icon.exists(), "{} is missing", icon.display());
    }
    for page in manual_pages(system) {
        let told =
            Command::new("man").args(["--warnings", "--local-file", "-Tutf8", "-Z"]).arg(&page).output().unwrap();
        assert!(told.status.success() && told.stderr.is_empty(), "{}", String::from_utf8_lossy(&told.stderr));
    }
}

/// Starts the app as the menu does, and waits until a screen reader can read this.
fn starts(system: &System, desktop: &Desktop, says: &str) {
    let before = std::env::var("PATH").unwrap();
    let path = format!("{}:{before}", system.path("usr/bin").display());
    let _app = Running(
        desktop
            .command("sh")
            .args(["-c", &format!("exec {}", system.menu("Exec"))])
            .env("PATH", path)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap(),
    );
    let mut heard = Heard::start(desktop);
    common::until(says, || {
        let is = |node: &common::heard::Node| node.name.contains(says) || node.text.contains(says);
        heard.tree().into_iter().find(is)
    });
}

/// The app; ended when it is dropped, and so is the bus with everything on it when the desktop is.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a program prints; it must succeed.
fn output(command: &mut Command) -> String {
    let out = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let told = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(out.status.success(), "{command:?}: {told}");
    told
}
