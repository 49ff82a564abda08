//! What one may expect: of which organisation, at which step of the case, at which level of risk.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::content::{Both, Fact, read};
use crate::numbers::{self, Number};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    expect: Vec<ExpectEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectEntry {
    id: String,
    organisation: String,
    step: CaseStep,
    levels: Vec<RiskLevel>,
    text: Both,
    ask: Option<Both>,
    #[serde(default)]
    unsure: bool,
    #[serde(default)]
    numbers: Vec<String>,
    #[serde(default)]
    lines: Vec<String>,
    source: String,
    checked: NaiveDate,
}

static FILE: LazyLock<File> = LazyLock::new(|| read("expect.toml", include_str!("../content/expect.toml")));

/// A step of a case, as the Routekaart has them. Names: `case-step-…` in `words.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum CaseStep {
    /// The case begins.
    Start,
    /// The risk is assessed.
    Assessment,
    /// A plan is made.
    Plan,
    /// The criminal case is investigated.
    Investigation,
    /// A task of the organisation, whatever the step.
    Always,
}

impl CaseStep {
    /// Every step, in their order.
    pub const ALL: [Self; 5] = [Self::Start, Self::Assessment, Self::Plan, Self::Investigation, Self::Always];

    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Assessment => "assessment",
            Self::Plan => "plan",
            Self::Investigation => "investigation",
            Self::Always => "always",
        }
    }
}

/// Why a text names no step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("choose start, assessment, plan, investigation or always")]
pub struct NotAStep;

impl std::str::FromStr for CaseStep {
    type Err = NotAStep;
    fn from_str(text: &str) -> Result<Self, NotAStep> {
        Self::ALL.into_iter().find(|step| step.id() == text).ok_or(NotAStep)
    }
}

/// A level of risk, as the police assess it. Names: `risk-…` in `words.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum RiskLevel {
    /// High.
    High,
    /// Middle.
    Middle,
    /// Low.
    Low,
}

impl RiskLevel {
    /// Every level, the highest first.
    pub const ALL: [Self; 3] = [Self::High, Self::Middle, Self::Low];

    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Middle => "middle",
            Self::Low => "low",
        }
    }
}

/// Why a text names no level of risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("choose high, middle or low")]
pub struct NotALevel;

impl std::str::FromStr for RiskLevel {
    type Err = NotALevel;
    fn from_str(text: &str) -> Result<Self, NotALevel> {
        Self::ALL.into_iter().find(|level| level.id() == text).ok_or(NotALevel)
    }
}

/// Something that one may expect of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Expectation {
    /// Its id.
    pub id: String,
    /// The organisation: an id of `organisation-…` in `words.ftl`.
    pub organisation: String,
    /// The step at which it holds.
    pub step: CaseStep,
    /// The levels of risk at which it holds.
    pub levels: Vec<RiskLevel>,
    /// The text.
    pub text: String,
    /// The sentence to ask for it.
    pub ask: Option<String>,
    /// It could not be told for certain from the source whose task this is, or at which step.
    pub unsure: bool,
    /// The telephone numbers that belong to it.
    pub numbers: Vec<Number>,
    /// Its source.
    pub fact: Fact,
}

impl ExpectEntry {
    fn says(&self, lang: Lang) -> Expectation {
        let mut raw = self.text.raw(lang).to_owned();
        if let Some(ask) = &self.ask {
            raw.push_str(ask.raw(lang));
        }
        Expectation {
            id: self.id.clone(),
            organisation: self.organisation.clone(),
            step: self.step,
            levels: self.levels.clone(),
            text: self.text.says(lang),
            ask: self.ask.as_ref().map(|ask| ask.says(lang)),
            unsure: self.unsure,
            numbers: numbers::named(lang, &self.numbers, &raw),
            fact: Fact::new(&self.source, self.checked),
        }
    }
}

/// Lines of the Routekaart that expectations make use of, each with where.
pub(crate) fn uses() -> impl Iterator<Item = (String, &'static String)> {
    FILE.expect.iter().flat_map(|entry| entry.lines.iter().map(move |used| (format!("expect/{}", entry.id), used)))
}

/// The organisations that something may be expected of, in the order of the file.
pub fn organisations() -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for entry in &FILE.expect {
        if !found.contains(&entry.organisation) {
            found.push(entry.organisation.clone());
        }
    }
    found
}

/// What one may expect, step by step. Without an organisation, a step or a level: of all of them. What always holds
/// comes along with every step.
pub fn expect(
    lang: Lang,
    organisation: Option<&str>,
    step: Option<CaseStep>,
    level: Option<RiskLevel>,
) -> Vec<Expectation> {
    let mut found: Vec<Expectation> = FILE
        .expect
        .iter()
        .filter(|entry| organisation.is_none_or(|wanted| entry.organisation == wanted))
        .filter(|entry| step.is_none_or(|wanted| entry.step == wanted || entry.step == CaseStep::Always))
        .filter(|entry| level.is_none_or(|wanted| entry.levels.contains(&wanted)))
        .map(|entry| entry.says(lang))
        .collect();
    found.sort_by_key(|expectation| expectation.step);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_level_is_an_answer_too_and_says_at_which_levels_each_holds() {
        let all = expect(Lang::Nl, None, None, None);
        assert_eq!(all.len(), FILE.expect.len());
        for level in RiskLevel::ALL {
            let here = expect(Lang::Nl, None, None, Some(level));
            let holds: Vec<_> = all.iter().filter(|e| e.levels.contains(&level)).cloned().collect();
            assert_eq!(here, holds);
            assert!(!here.is_empty(), "{}", level.id());
        }
    }

    #[test]
    fn a_step_brings_what_always_holds() {
        let plan = expect(Lang::Nl, Some("police"), Some(CaseStep::Plan), Some(RiskLevel::High));
        assert!(plan.iter().any(|expectation| expectation.step == CaseStep::Plan));
        assert!(plan.iter().all(|expectation| expectation.organisation == "police"));
        assert!(plan.iter().all(|expectation| matches!(expectation.step, CaseStep::Plan | CaseStep::Always)));
        let always = expect(Lang::Nl, None, Some(CaseStep::Always), None);
        assert!(always.iter().all(|expectation| expectation.step == CaseStep::Always) && !always.is_empty());
    }

    #[test]
    fn nothing_is_expected_of_an_organisation_that_is_not_there() {
        assert!(expect(Lang::En, Some("nobody"), None, None).is_empty());
    }

    #[test]
    fn steps_and_levels_are_read_by_the_ids_that_the_files_use() {
        for step in CaseStep::ALL {
            assert_eq!(step.id().parse(), Ok(step));
            assert_eq!(toml::Value::try_from(step).unwrap().as_str(), Some(step.id()));
        }
        for level in RiskLevel::ALL {
            assert_eq!(level.id().parse(), Ok(level));
            assert_eq!(toml::Value::try_from(level).unwrap().as_str(), Some(level.id()));
        }
        assert_eq!("later".parse::<CaseStep>(), Err(NotAStep));
        assert_eq!("none".parse::<RiskLevel>(), Err(NotALevel));
    }
}
