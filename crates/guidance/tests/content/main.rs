//! What holds for the content whoever edits it: sources, numbers, both languages, the ledger, plain words.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod digits;
mod facts;
mod files;
mod ledger;
mod messages;
mod plain;
mod users;
