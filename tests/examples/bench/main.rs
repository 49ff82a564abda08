//! Figures, each beside what it is compared to in the same run: `cargo xtask bench`.
//!
//! Times say little on another machine; the ratios do. Each group runs in a process of its own, so that its
//! peak of memory is its own.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    reason = "a tool for the terminal, ended by what goes wrong; nothing that it writes is secret"
)]

#[path = "../../tests/common/mod.rs"]
mod common;
mod evidence;
mod made;
mod memory;
mod opening;
mod package;
mod paper;
mod photos;
mod row;
mod unlocking;
mod using;
mod window;

use std::process::{Command, ExitCode};

use row::Row;

type Group = (&'static str, fn() -> Vec<Row>);

const GROUPS: &[Group] = &[
    ("evidence", evidence::measure),
    ("opening", opening::measure),
    ("paper", paper::measure),
    ("photos", photos::measure),
    ("many", photos::many),
    ("package", package::measure),
    ("window", window::measure),
];

/// Those that use the app, which a driver can only do in the development build; the others are measured in a release.
const DRIVEN: &[Group] = &[("using", using::measure), ("unlocking", unlocking::measure), ("lasting", using::lasting)];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        // The report is laid out in a child: this program serves as one, and leaves its peak behind.
        [houvast_report::child::ARGUMENT] => {
            memory::tell_peak();
            houvast_report::child::serve()
        }
        ["--group", name] => {
            let rows = GROUPS
                .iter()
                .chain(DRIVEN)
                .find(|(group, _)| group == name)
                .map(|(_, measure)| measure())
                .unwrap_or_default();
            row::print(&rows);
            ExitCode::SUCCESS
        }
        [] => all(GROUPS.iter().map(|(name, _)| *name)),
        names => all(names.iter().copied()),
    }
}

fn all<'a>(names: impl Iterator<Item = &'a str>) -> ExitCode {
    let program = std::env::current_exe().unwrap();
    row::heading();
    let mut whole = true;
    for name in names {
        whole &= Command::new(&program).args(["--group", name]).status().is_ok_and(|status| status.success());
    }
    if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
