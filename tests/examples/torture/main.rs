//! Hard treatment of a logbook, from the outside: `cargo xtask torture`.
//!
//! A master starts workers that use the book as the app does, kills them at random moments, lets the disk fail under
//! them, or damages the file afterwards; and holds what is there against what had been promised.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    reason = "a tool for the terminal, ended by what goes wrong; nothing that it writes is secret"
)]

mod chance;
mod child;
mod damage;
mod faults;
#[path = "../../tests/common/files.rs"]
#[allow(dead_code, unreachable_pub, reason = "each program uses its part")]
mod files;
mod kills;
mod lanes;
mod operation;
mod rows;
mod script;
mod shim;
mod state;
mod worker;
mod world;

use std::path::Path;
use std::process::ExitCode;

/// A part: from a seed, in the long form or the short one.
type Part = fn(u64, bool) -> Result<(), String>;

const PARTS: &[(&str, Part)] = &[
    ("kills", |seed, long| kills::run(seed, if long { 2_000 } else { 120 })),
    ("faults", faults::run),
    ("damage", damage::run),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if let ["worker", path] = words.as_slice() {
        worker::work(Path::new(path));
        return ExitCode::SUCCESS;
    }
    let mut seed = u64::from(std::process::id());
    let (mut long, mut chosen) = (false, Vec::new());
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match *word {
            "--long" => long = true,
            "--seed" => seed = rest.next().and_then(|seed| seed.parse().ok()).expect("--seed and a number"),
            part => chosen.push(part),
        }
    }
    println!("seed {seed}");
    for (name, part) in PARTS.iter().filter(|(name, _)| chosen.is_empty() || chosen.contains(name)) {
        println!("\n== {name}");
        if let Err(why) = part(seed, long) {
            println!("{name} failed; seed {seed}\n{why}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Leaves the folder where it is, and says where.
fn keep_on_failure(folder: tempfile::TempDir, why: &str) -> String {
    format!("{why}\nthe logbook is in {}", folder.keep().display())
}
