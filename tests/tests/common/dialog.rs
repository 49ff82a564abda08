//! The system's own file dialogs, used as a person does: with keys.

use std::path::Path;

use super::desktop::Desktop;
use super::until;

/// Types a path into the file dialog that is opening, and waits until it is gone.
pub fn choose(desktop: &Desktop, path: &Path) {
    let dialog = until("a file dialog", || dialogs(desktop).pop());
    desktop.xdotool(&["windowactivate", "--sync", &dialog]);
    // In both dialogs this goes to the field for a path.
    desktop.xdotool(&["key", "--window", &dialog, "ctrl+l"]);
    desktop.xdotool(&["key", "ctrl+a"]);
    desktop.xdotool(&["type", "--delay", "15", &path.to_string_lossy()]);
    desktop.xdotool(&["key", "Return"]);
    let mut tries = 0;
    until("the dialog to close", || {
        tries += 1;
        // The first Return may only have accepted a completion.
        if tries % 50 == 0 {
            desktop.xdotool(&["key", "Return"]);
        }
        (!dialogs(desktop).contains(&dialog)).then_some(())
    });
}

/// The open file dialogs: every visible window of the app but its main one.
fn dialogs(desktop: &Desktop) -> Vec<String> {
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
