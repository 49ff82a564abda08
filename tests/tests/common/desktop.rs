//! A desktop of its own for a test: an X server without a screen, a window manager, a home folder.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::finger::Finger;

/// Two windows at once starve each other on two cores: there is one desktop at a time.
static ONE: Mutex<()> = Mutex::new(());

/// A running desktop; everything ends with it.
pub struct Desktop {
    _alone: MutexGuard<'static, ()>,
    server: Child,
    manager: Child,
    bus: Child,
    bus_address: String,
    display: String,
    home: tempfile::TempDir,
    /// Does a screen reader listen?
    heard: bool,
}

impl Desktop {
    pub fn start() -> Self {
        Self::of_size("1400x1000x24")
    }

    /// A desktop of this width, height and depth.
    pub fn of_size(screen: &str) -> Self {
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp"]);
        Self::served(server, tempfile::tempdir().expect("a folder can be made"))
    }

    /// A desktop with a touchscreen and nothing else to point with, and the finger on it. Xvfb has no such thing, and
    /// `WebKit`'s driver makes a mouse of every finger; the X server for real screens has a driver for testing.
    pub fn that_is_touched() -> (Self, Finger) {
        let home = tempfile::tempdir().expect("a folder can be made");
        let (settings, socket) = (home.path().join("xorg.conf"), home.path().join("finger"));
        super::finger::settings(&settings, &socket);
        let mut server = Command::new("Xorg");
        server.args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-novtswitch", "-sharevts", "-keeptty"]);
        server.arg("-config").arg(settings).arg("-logfile").arg(home.path().join("xorg.log"));
        let desktop = Self::served(server, home);
        let finger = Finger::on(&socket);
        (desktop, finger)
    }

    fn served(mut server: Command, home: tempfile::TempDir) -> Self {
        let alone = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut server =
            server.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the X server is installed");
        let display = format!(":{}", first_line(&mut server));
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus is installed");
        let bus_address = first_line(&mut bus);
        let manager = Command::new("openbox")
            .env("DISPLAY", &display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox is installed");
        Self { _alone: alone, server, manager, bus, bus_address, display, home, heard: false }
    }

    /// A desktop on which a screen reader listens to what its programs say.
    pub fn that_is_heard() -> Self {
        let mut desktop = Self::start();
        desktop.heard = true;
        desktop
    }

    /// The X server's name.
    pub fn display(&self) -> &str {
        &self.display
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where the app keeps its logbook on this desktop.
    pub fn logbook(&self) -> PathBuf {
        self.home().join(".local/share").join(houvast_logbook::FOLDER).join(houvast_logbook::FILE)
    }

    /// A command that runs on this desktop.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address)
            .env("HOME", self.home())
            .env("XDG_DATA_HOME", self.home().join(".local/share"))
            .env("XDG_CONFIG_HOME", self.home().join(".config"))
            .env("XDG_CACHE_HOME", self.home().join(".cache"))
            .env("TZ", "Europe/Amsterdam")
            .env("LANG", "C.UTF-8")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY");
        if self.heard {
            command.env_remove("NO_AT_BRIDGE");
        }
        command
    }

    /// What xdotool answers.
    pub fn xdotool(&self, words: &[&str]) -> String {
        let out = self.command("xdotool").args(words).output().expect("xdotool is installed");
        String::from_utf8_lossy(&out.stdout).into_owned()
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for child in [&mut self.manager, &mut self.bus, &mut self.server] {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn first_line(child: &mut Child) -> String {
    let out = child.stdout.take().expect("its output is piped");
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line).expect("it says where it is");
    line.trim().to_owned()
}
