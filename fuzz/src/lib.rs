//! Everything that reads bytes from outside, given bytes that nobody meant.
//!
//! A target is a plain function of bytes and a few small seeds. cargo-fuzz drives it on nightly
//! (`cargo xtask fuzz`), and `tests/short.rs` on stable: over the seeds and a fixed number of changes to each.
//! A target panics when something is wrong: the code under it did, or what it showed is not what was written.
#![forbid(unsafe_code)]

pub mod anchor;
pub mod case;
pub mod change;
pub mod exif;
pub mod file;
pub mod header;
pub mod input;
pub mod log;
pub mod mail;
pub mod name;
pub mod package;
pub mod pdf;
pub mod picture;
pub mod proof;
pub mod record;
pub mod recovery_key;
pub mod rows;
pub mod sniff;
pub mod text;

/// A target.
pub struct Target {
    /// Its name, which is also that of its program in `fuzz_targets`.
    pub name: &'static str,
    /// What it does with an input.
    pub run: fn(&[u8]),
    /// Inputs to begin with.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Changed inputs that the short run tries: fewer where each opens a file.
    pub short: u32,
}

macro_rules! targets {
    ($($name:ident $short:literal),* $(,)?) => {
        /// All targets.
        pub const TARGETS: &[Target] = &[
            $(Target { name: stringify!($name), run: $name::run, seeds: $name::seeds, short: $short }),*
        ];
    };
}

targets! {
    anchor 4000,
    change 4000,
    exif 4000,
    file 2000,
    header 2000,
    log 2000,
    mail 4000,
    name 20000,
    package 3000,
    pdf 1500,
    picture 1500,
    proof 4000,
    record 20000,
    recovery_key 20000,
    rows 3000,
    sniff 10000,
    text 10000,
}
