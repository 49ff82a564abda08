//! Help, contact persons and numbers as data that a non-programmer can edit, and typed access to it; and the
//! texts of `locales/` for everything that is written in Rust.
//!
//! Every fact carries its source and the day on which it was checked. Pages of the Routekaart are those of
//! "Routekaart: samenwerken bij stalking door ex-partner", region Zeeland-West- and Midden-Brabant.

mod contacts;
mod content;
mod emergency;
mod expect;
mod lang;
mod ledger;
mod measures;
mod numbers;
mod search;
pub mod texts;
mod tips;
mod topics;

pub use contacts::{Advice, Question, contact_advice};
pub use content::{Fact, Line};
pub use emergency::{EmergencyPanel, Order, emergency};
pub use expect::{CaseStep, Expectation, NotALevel, NotAStep, RiskLevel, expect, organisations};
pub use lang::Lang;
pub use ledger::{SourceLine, ledger, uses};
pub use measures::{MeasureGuide, measure_guide, measure_guides};
pub use numbers::{Figure, Number, figures, more_numbers, numbers};
pub use search::{Found, FoundKind, FoundLine, search};
pub use tips::{Tip, tip};
pub use topics::{LineKind, Section, Topic, TopicLine, topic, topics};
