//! The system's own file dialogs, used as a person does: with keys.

use std::path::Path;

use super::desktop::Desktop;
use super::until;

/// Types a path into the file dialog that is opening, and waits until it is gone.
pub fn choose(desktop: &Desktop, path: &Path) {
    let dialog = until("a file dialog", || open(desktop).pop());
    desktop.xdotool(&["windowactivate", "--sync", &dialog]);
    // The dialog completes paths while they are typed and can swallow a key then: each try types more slowly.
    for delay in ["40", "90", "160", "300"] {
        // In both dialogs this goes to the field for a path.
        desktop.xdotool(&["key", "ctrl+l"]);
        desktop.xdotool(&["key", "ctrl+a"]);
        desktop.xdotool(&["key", "slash"]);
        let rest = path.to_string_lossy().trim_start_matches('/').to_owned();
        desktop.xdotool(&["type", "--delay", delay, &rest]);
        desktop.xdotool(&["key", "Return"]);
        for _ in 0..60 {
            if !open(desktop).contains(&dialog) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }
    panic!("the dialog does not take {}", path.display());
}

/// The open file dialogs: every visible window of the app but its main one.
pub fn open(desktop: &Desktop) -> Vec<String> {
    desktop
        .xdotool(&["search", "--onlyvisible", "--class", "houvast"])
        .lines()
        .filter(|window| {
            let name = desktop.xdotool(&["getwindowname", window]);
            !name.trim().is_empty() && name.trim() != "Houvast" && name.trim() != "houvast-app"
        })
        .map(str::to_owned)
        .collect()
}
