//! Protective measures: what each is, who decides, what one can ask, what to do when it is broken.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::content::{Both, Fact, Line, read};
use crate::numbers;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    measure: Vec<MeasureEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureEntry {
    id: String,
    line: Vec<MeasureLineEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureLineEntry {
    id: String,
    part: Part,
    text: Both,
    #[serde(default)]
    numbers: Vec<String>,
    #[serde(default)]
    lines: Vec<String>,
    #[serde(default)]
    region: bool,
    source: String,
    checked: NaiveDate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Part {
    What,
    Decides,
    Ask,
    Breach,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("measures.toml", include_str!("../content/measures.toml")));

/// What there is to know about a measure. A part without a source is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct MeasureGuide {
    /// The measure: an id of `measure-…` in `words.ftl`.
    pub id: String,
    /// What it is.
    pub what: Vec<Line>,
    /// Who decides about it.
    pub decides: Vec<Line>,
    /// What one can ask, and whom.
    pub ask: Vec<Line>,
    /// What to do when somebody does not keep to it.
    pub breach: Vec<Line>,
}

impl MeasureGuide {
    /// Its lines, part after part.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        [&self.what, &self.decides, &self.ask, &self.breach].into_iter().flatten()
    }
}

impl MeasureEntry {
    fn says(&self, lang: Lang) -> MeasureGuide {
        let part = |part: Part| self.line.iter().filter(|line| line.part == part).map(|line| line.says(lang)).collect();
        MeasureGuide {
            id: self.id.clone(),
            what: part(Part::What),
            decides: part(Part::Decides),
            ask: part(Part::Ask),
            breach: part(Part::Breach),
        }
    }
}

impl MeasureLineEntry {
    fn says(&self, lang: Lang) -> Line {
        Line {
            id: self.id.clone(),
            text: self.text.says(lang),
            numbers: numbers::named(lang, &self.numbers, self.text.raw(lang)),
            region: self.region,
            fact: Fact::new(&self.source, self.checked),
        }
    }
}

/// Lines of the Routekaart that measures make use of, each with where.
pub(crate) fn uses() -> impl Iterator<Item = (String, &'static String)> {
    FILE.measure.iter().flat_map(|measure| {
        measure.line.iter().flat_map(move |line| {
            line.lines.iter().map(move |used| (format!("measures/{}/{}", measure.id, line.id), used))
        })
    })
}

/// Every measure, in the order of the file.
pub fn measure_guides(lang: Lang) -> Vec<MeasureGuide> {
    FILE.measure.iter().map(|measure| measure.says(lang)).collect()
}

/// One measure.
pub fn measure_guide(lang: Lang, id: &str) -> Option<MeasureGuide> {
    FILE.measure.iter().find(|measure| measure.id == id).map(|measure| measure.says(lang))
}
