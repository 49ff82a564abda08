//! Installing what is missing, on Debian and its relatives; elsewhere, saying what to install.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{Done, npm, root, run, target};

/// What the app is built from.
pub(crate) const BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libayatana-appindicator3-dev",
    "libxdo-dev",
];

/// What sound and film are played and recorded with.
pub(crate) const MEDIA: &[&str] = &["gstreamer1.0-plugins-good", "gstreamer1.0-plugins-bad", "gstreamer1.0-libav"];

/// What the tests run besides.
pub(crate) const TEST: &[&str] = &[
    "age",
    "chromium",
    "chromium-driver",
    "ffmpeg",
    "shellcheck",
    "strace",
    "unzip",
    "xvfb",
    "xserver-xorg-core",
    "xserver-xorg-video-dummy",
    "dbus-daemon",
    "procps",
    "imagemagick",
    "openbox",
    "xdotool",
    "at-spi2-core",
    "gir1.2-atspi-2.0",
    "python3-argon2",
    "python3-gi",
    "python3-nacl",
    "python3-pikepdf",
    "gir1.2-gtk-3.0",
    "webkit2gtk-driver",
    "p7zip-full",
    "poppler-utils",
    "qpdf",
    "libjaxb-java",
    "python3-pip",
    "default-jdk-headless",
];

/// What packages are looked at and installed with.
pub(crate) const PACKAGE: &[&str] = &["appstream", "desktop-file-utils", "fakeroot", "lintian", "man-db", "rpm"];

/// What the benchmarks compare with.
pub(crate) const COMPARED: &[&str] = &["age", "chromium", "time", "weasyprint", "zip"];

/// Installs those of the Debian packages that are missing.
pub(crate) fn packages(wanted: &[&str]) -> Done {
    let missing: Vec<&str> = wanted.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !Path::new("/usr/bin/apt-get").exists() {
        return Err(format!("this system has no apt; install what these Debian packages hold: {list}"));
    }
    println!("installing {list}");
    let prefix: &[&str] = if is_root() { &[] } else { &["sudo", "-n"] };
    let apt = |words: &[&str]| {
        let all: Vec<&str> =
            prefix.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).chain(words).copied().collect();
        run(Command::new(all[0]).args(&all[1..]))
    };
    apt(&["update", "-q"])
        .and_then(|()| apt(&[["install", "-y", "-q", "--no-install-recommends"].as_slice(), &missing].concat()))
        .map_err(|why| format!("{why}; as root, run: apt-get install {list}"))
}

/// A JDK of any kind will do for the one that Debian calls its default.
fn is_installed(package: &str) -> bool {
    if package == "default-jdk-headless" && Command::new("javac").arg("-version").output().is_ok() {
        return true;
    }
    Command::new("dpkg-query")
        .args(["-W", "-f", "${Status}", package])
        .output()
        .is_ok_and(|out| String::from_utf8_lossy(&out.stdout).contains("install ok installed"))
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.starts_with(b"0\n"))
}

/// How a tool is built that only starts others or reads lock files: optimising takes longer than its use.
pub(crate) const QUICKLY: &[&str] = &["--debug"];

/// Installs a tool that is written in Rust beside what is built, unless it is there, and says where it is. `how` are words for
/// `cargo install`.
pub(crate) fn tool(name: &str, how: &[&str]) -> Result<PathBuf, String> {
    let tools = target().join("tools");
    let program = tools.join("bin").join(name);
    if !program.exists() {
        println!("installing {name}");
        run(Command::new("cargo")
            .args(["install", name, "--locked", "--root"])
            .arg(&tools)
            .args(how)
            .env("CARGO_PROFILE_DEV_DEBUG", "false")
            .env("CARGO_TARGET_DIR", tools.join("build")))?;
        // Only the program is used again.
        std::fs::remove_dir_all(tools.join("build")).map_err(|error| error.to_string())?;
    }
    Ok(program)
}

/// Installs the interface's packages as the lock file says, unless they are there.
pub(crate) fn node_modules() -> Done {
    let ui = root().join("ui");
    let age = |path: &Path| path.metadata().and_then(|about| about.modified()).ok();
    let there = age(&ui.join("node_modules/.package-lock.json"));
    if there.is_some() && there >= age(&ui.join("package-lock.json")) {
        return Ok(());
    }
    npm(&["ci", "--ignore-scripts", "--no-fund", "--no-audit"])
}

/// Tauri's command line, which is among the interface's packages.
pub(crate) fn tauri() -> Command {
    let mut tauri = Command::new("node");
    tauri.arg(root().join("ui/node_modules/@tauri-apps/cli/tauri.js"));
    // It writes down, in the projects that it makes, with which package manager it was started.
    for name in ["npm_execpath", "npm_config_user_agent", "PNPM_PACKAGE_NAME"] {
        tauri.env_remove(name);
    }
    tauri
}
