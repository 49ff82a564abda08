//! The book: what a person wrote down about being stalked, kept in the [vault](houvast_vault).
//!
//! One way in: a draft is checked, becomes a [`Change`](model::Change), is sealed and committed, and only then
//! taken into the projection that everything is shown from. One way out: the [views](view). Nothing else writes.
//!
//! The crate never looks at a clock or a random source that it was not handed, and it holds no text for people but the
//! [times that one says](spoken): errors say in English what went wrong, the interface says it in the person's language by
//! their variant.

pub mod book;
pub mod model;
pub mod outside;
pub mod spoken;
pub mod view;

pub use book::{
    Agreement, Book, Error, Grown, Head, Keep, KeepError, KeptReader, Lend, LockedRecording, Once, Problem, Recording,
    Restore, backup, backup_name, check, extract, open_file, picture, pictures, put_file, put_note, put_stream,
    take_inbox, whole,
};
pub use houvast_intake::{Apart, Picture, PictureError};
/// The folder of the app's data, under the system's folder for such data. Neutral on purpose.
pub const FOLDER: &str = "nl.houvast.app";
/// The logbook's file in that folder, as the app and the command line expect it.
pub const FILE: &str = "houvast.db";

pub use houvast_vault::{KdfCost, PinError, PinLock, Ports, RecoveryKey, RecoveryKeyError, Unlock};
