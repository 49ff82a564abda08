//! What the page can ask for. Each command is thin: it asks the book.

#![allow(clippy::needless_pass_by_value, reason = "Tauri hands commands their arguments by value")]

mod anchors;
mod backup;
mod entries;
mod erase;
mod evidence;
mod guide;
mod key_sheet;
mod logbook;
mod people;
mod put;
mod recording;
mod report;
mod sharing;
mod shown;
mod spoken;
mod ways_in;

#[macro_use]
mod list;

pub(crate) use anchors::*;
pub(crate) use backup::*;
pub(crate) use entries::*;
pub(crate) use erase::*;
pub(crate) use evidence::*;
pub(crate) use guide::*;
pub(crate) use key_sheet::*;
pub(crate) use logbook::*;
pub(crate) use people::*;
pub(crate) use put::*;
pub(crate) use recording::*;
pub(crate) use report::*;
pub(crate) use sharing::*;
pub(crate) use shown::*;
pub(crate) use spoken::*;
pub(crate) use ways_in::*;

use std::sync::Arc;

use tauri::State;

use crate::desk::Desk;
use crate::error::AppError;

/// The state as commands get it.
type TheDesk<'a> = State<'a, Arc<Desk>>;
/// What every command answers with.
type Answer<T> = Result<T, AppError>;

/// Hands every listed command to Tauri.
pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
    with_commands!(tauri::generate_handler)
}

#[cfg(test)]
mod tests {
    macro_rules! names {
        ($($name:ident),*) => { vec![$(stringify!($name)),*] };
    }

    #[test]
    fn the_window_may_ask_for_exactly_the_listed_commands() {
        let capability: serde_json::Value = serde_json::from_str(include_str!("../../capabilities/main.json")).unwrap();
        let allowed: Vec<String> = capability["permissions"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|permission| permission.as_str()?.strip_prefix("allow-").map(|name| name.replace('-', "_")))
            .collect();
        let listed: Vec<&str> = with_commands!(names);
        assert_eq!(allowed, listed);
    }
}
