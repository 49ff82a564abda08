//! The package: a ZIP in which everything can be held against everything else, written and checked. What is in it
//! and how it is checked is docs/package-format.md.
//!
//! [`Writer`] writes one, file by file, from a stream; [`check`] checks one, a ZIP or a folder, and needs no logbook.
//! Neither keeps a whole file in memory.

mod check;
mod csv;
mod entries;
mod error;
mod manifest;
mod name;
mod source;
mod write;

pub use check::{Verdict, check};
pub use csv::Csv;
pub use entries::{Entry, State, ToldInFull};
pub use error::{Error, Problem, What};
pub use manifest::{Anchor, FileEntry, MANIFEST, Manifest, NOTE, Original, Proved, signed_text};
pub use name::evidence_name;
pub use source::{Folder, Source, Zip};
pub use write::{About, Writer};
