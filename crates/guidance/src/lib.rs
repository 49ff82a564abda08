//! Help, contact persons and numbers as data that a non-programmer can edit, and typed access to it; and the
//! texts of `locales/` for everything that is written in Rust.
//!
//! Every fact carries its source and the day on which it was checked. Pages of the Routekaart are those of
//! "Routekaart: samenwerken bij stalking door ex-partner", region Zeeland-West- and Midden-Brabant.

mod content;
mod lang;
pub mod texts;

pub use content::{Advice, EmergencyPanel, Fact, Line, Number, Question, contact_advice, emergency, numbers};
pub use lang::Lang;
