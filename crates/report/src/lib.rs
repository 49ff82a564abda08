//! From the book to paper: the PDF timeline, the package for the police, and the recovery key on a page.
//!
//! Two pages with the pattern stand before the timeline, their charts drawn by [`chart`] for paper and screen alike; a
//! consultation is two pages and no more. [`timeline_json`] says the same as data.
//!
//! [`gather`] takes out of the book what the person chose; [`render`] lays it out with Typst as PDF/A-3a and
//! PDF/UA-1 at once. What people wrote is data for the template, never markup, and every character of it arrives:
//! what no bundled font has is printed as its code point. Typst keeps text in memory after it is done, so on a PC
//! the layout runs in a [child] process that ends, and on a phone in a thread ([`Apart`]). A [`KeySheet`] is made in the same way.
//! [`package`] puts the report, the originals and the proofs into one ZIP.

pub mod chart;
pub mod child;
mod consultation;
mod error;
mod fonts;
mod gather;
mod hand_over;
mod input;
mod key_sheet;
mod news;
mod overview;
mod pattern;
mod picked;
mod preview;
mod render;
mod safe;
mod screen;
mod sheet;
mod table;
mod thread;
mod timeline;
mod world;

pub use error::Error;
pub use gather::{gather, gather_quickly};
pub use hand_over::{Package, package};
pub use houvast_logbook::Apart;
pub use input::{Drawn, Form, Input, Options, Past, Piece, Talk, Told};
pub use key_sheet::KeySheet;
pub use news::{names_of, news_text};
pub use pattern::{Chart, ChartRow, Named, Pattern, Spot, pattern, picked};
pub use picked::{Pick, Picked};
pub use preview::MOST_PAGES;
pub use render::{Step, render};
pub use table::timeline_csv;
pub use timeline::timeline_json;
