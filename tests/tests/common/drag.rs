//! Dragging files from another program onto the app's window, with the mouse.

use std::path::Path;
use std::process::Child;

use super::desktop::Desktop;
use super::until;

/// Drops files on the middle of the app's window.
#[must_use]
pub fn drop_files(desktop: &Desktop, files: &[&Path]) -> Source {
    drop_files_on(desktop, "^Houvast$", files)
}

/// Drops files or folders on the middle of the window with this title. The program that they come from must stay until the app has
/// asked it for their names: it ends with the answer.
#[must_use]
pub fn drop_files_on(desktop: &Desktop, title: &str, files: &[&Path]) -> Source {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/common/drag.py");
    let source = desktop.command("/usr/bin/python3").arg(script).args(files).spawn().expect("python3-gi is installed");
    let source = Source(source);
    let find = |name: &str| {
        let found = desktop.xdotool(&["search", "--onlyvisible", "--name", name]);
        found.lines().next_back().map(str::to_owned)
    };
    let from = until("the window with the files", || find("Bestanden om te slepen"));
    let to = until("the window to drop on", || find(title));
    // Side by side, so that both are in sight.
    desktop.xdotool(&["windowmove", "--sync", &to, "0", "0"]);
    desktop.xdotool(&["windowmove", "--sync", &from, "1150", "300"]);
    desktop.xdotool(&["windowraise", &from]);
    desktop.xdotool(&["mousemove", "--sync", "1220", "360"]);
    desktop.xdotool(&["mousedown", "1"]);
    // A drag begins after some pixels, and the target answers while the mouse moves over it.
    for x in (500..1220).rev().step_by(30) {
        desktop.xdotool(&["mousemove", "--sync", &x.to_string(), "400"]);
        std::thread::sleep(std::time::Duration::from_millis(15));
    }
    desktop.xdotool(&["mouseup", "1"]);
    source
}

/// The program with the files; however the test ends, it ends too.
pub struct Source(Child);

impl Drop for Source {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
