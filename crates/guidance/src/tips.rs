//! One fitting tip after an incident was saved.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::content::{Both, Fact, read};
use crate::numbers::{self, Number};

/// Kinds whose tips win over others: after these, waiting costs most.
const URGENT: [&str; 3] = ["threat", "violence", "breach"];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    tip: Vec<TipEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TipEntry {
    id: String,
    kinds: Vec<String>,
    topic: String,
    text: Both,
    #[serde(default)]
    numbers: Vec<String>,
    #[serde(default)]
    lines: Vec<String>,
    source: String,
    checked: NaiveDate,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("tips.toml", include_str!("../content/tips.toml")));

/// A quiet word at the right moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Tip {
    /// Its id, by which it is dismissed.
    pub id: String,
    /// The topic to read on.
    pub topic: String,
    /// The text.
    pub text: String,
    /// The telephone numbers that belong to it.
    pub numbers: Vec<Number>,
    /// Its source.
    pub fact: Fact,
}

impl TipEntry {
    fn says(&self, lang: Lang) -> Tip {
        Tip {
            id: self.id.clone(),
            topic: self.topic.clone(),
            text: self.text.says(lang),
            numbers: numbers::named(lang, &self.numbers, self.text.raw(lang)),
            fact: Fact::new(&self.source, self.checked),
        }
    }
}

/// Lines of the Routekaart that tips make use of, each with where.
pub(crate) fn uses() -> impl Iterator<Item = (String, &'static String)> {
    FILE.tip.iter().flat_map(|tip| tip.lines.iter().map(move |used| (format!("tips/{}", tip.id), used)))
}

/// The tip for an incident of these kinds, the same one each time, and never one that was dismissed. Kinds after which
/// waiting costs most come first, then the others as they are given, then what fits any kind.
pub fn tip(lang: Lang, kinds: &[&str], dismissed: &[String]) -> Option<Tip> {
    choose(&FILE.tip, kinds, dismissed).map(|tip| tip.says(lang))
}

fn choose<'a>(tips: &'a [TipEntry], kinds: &[&str], dismissed: &[String]) -> Option<&'a TipEntry> {
    let fresh = || tips.iter().filter(|tip| !dismissed.contains(&tip.id));
    let urgent = URGENT.into_iter().filter(|kind| kinds.contains(kind));
    let others = kinds.iter().copied().filter(|kind| !URGENT.contains(kind));
    urgent
        .chain(others)
        .find_map(|kind| fresh().find(|tip| tip.kinds.iter().any(|fits| fits == kind)))
        .or_else(|| fresh().find(|tip| tip.kinds.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tips() -> Vec<TipEntry> {
        [("any", vec![]), ("calls", vec!["calls"]), ("more-calls", vec!["calls", "messages"]), ("threat", vec!["threat"])]
            .into_iter()
            .map(|(id, kinds)| {
                let kinds: Vec<toml::Value> = kinds.into_iter().map(Into::into).collect();
                let mut tip: toml::Table = toml::from_str(
                    "topic = 'evidence'\ntext = { nl = 'Bewaar het.', en = 'Keep it.' }\nsource = 'Routekaart, p. 2'\nchecked = '2026-11-25'",
                )
                .unwrap();
                tip.insert("id".into(), id.into());
                tip.insert("kinds".into(), kinds.into());
                tip.try_into().unwrap()
            })
            .collect()
    }

    fn chosen(kinds: &[&str], dismissed: &[&str]) -> Option<String> {
        let dismissed: Vec<String> = dismissed.iter().map(ToString::to_string).collect();
        choose(&tips(), kinds, &dismissed).map(|tip| tip.id.clone())
    }

    #[test]
    fn a_tip_fits_the_kind() {
        assert_eq!(chosen(&["calls"], &[]).as_deref(), Some("calls"));
        assert_eq!(chosen(&["messages"], &[]).as_deref(), Some("more-calls"));
    }

    #[test]
    fn a_threat_wins_over_what_stands_before_it() {
        assert_eq!(chosen(&["calls", "threat"], &[]).as_deref(), Some("threat"));
    }

    #[test]
    fn what_was_dismissed_never_comes_again() {
        assert_eq!(chosen(&["calls", "threat"], &["threat"]).as_deref(), Some("calls"));
        assert_eq!(chosen(&["calls"], &["calls"]).as_deref(), Some("more-calls"));
        assert_eq!(chosen(&["calls"], &["calls", "more-calls"]).as_deref(), Some("any"));
        assert_eq!(chosen(&["calls"], &["calls", "more-calls", "any"]), None);
    }

    #[test]
    fn what_fits_any_kind_comes_last() {
        assert_eq!(chosen(&["gifts"], &[]).as_deref(), Some("any"));
        assert_eq!(chosen(&[], &[]).as_deref(), Some("any"));
    }
}
