//! What the emergency panel shows without any logbook.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::contacts::{Advice, contact_advice};
use crate::content::{Line, LineEntry, read, say};
use crate::numbers::{Number, more_numbers, numbers};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    say: Vec<LineEntry>,
    #[serde(default)]
    alarm: Vec<LineEntry>,
    #[serde(default)]
    way: Vec<LineEntry>,
    order: Order,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("emergency.toml", include_str!("../content/emergency.toml")));

/// The order in which a person's own contact persons are shown: ids of organisations, the first to call first.
/// Those of other organisations come after them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "CallOrder")]
pub struct Order {
    /// In danger.
    pub danger: Vec<String>,
    /// Not in danger.
    pub calm: Vec<String>,
}

/// What the emergency panel shows without any logbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct EmergencyPanel {
    /// Numbers, the one for danger first.
    pub numbers: Vec<Number>,
    /// The other numbers.
    pub more: Vec<Number>,
    /// What to say when calling.
    pub say: Vec<Line>,
    /// The alarm bells, as words for the police.
    pub alarm: Vec<Line>,
    /// Other ways to reach them than by calling.
    pub ways: Vec<Line>,
    /// The order of one's own contact persons.
    pub order: Order,
    /// About contact persons.
    pub contact_persons: Advice,
}

/// Lines of the Routekaart that the panel makes use of, each with where.
pub(crate) fn uses() -> impl Iterator<Item = (String, &'static String)> {
    [&FILE.say, &FILE.alarm, &FILE.way]
        .into_iter()
        .flatten()
        .flat_map(|line| line.lines.iter().map(move |used| (format!("emergency/{}", line.id), used)))
}

/// What the emergency panel shows without any logbook.
pub fn emergency(lang: Lang) -> EmergencyPanel {
    EmergencyPanel {
        numbers: numbers(lang),
        more: more_numbers(lang),
        say: say(&FILE.say, lang),
        alarm: say(&FILE.alarm, lang),
        ways: say(&FILE.way, lang),
        order: FILE.order.clone(),
        contact_persons: contact_advice(lang),
    }
}
