//! `cargo xtask run | test | bench | torture | fuzz | screenshots | bindings | check-android | bundle | …`
//!
//! The two commands that a new developer needs are `run` and `test`; both install what is missing.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the terminal")]

mod android;
mod bench;
mod bindings;
mod bundle;
mod check;
#[cfg(test)]
mod covered;
mod files;
mod fuzz;
mod install;
mod ios;
mod mutants;
mod run;
mod screenshots;
mod step;
mod test;
mod torture;
mod workflows;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask run [--release]      starts the app; with no display, does the main job on a sample case
cargo xtask test [--only STEP]   everything: formatting, lints, unit tests, the app in its real window
cargo xtask bench [GROUP …]      figures, each beside what it is compared to
cargo xtask torture [--long] [--seed N] [PART …]
                                 kills, failing disks and damaged files; the long form takes its time
cargo xtask fuzz [TARGET] [--seconds N]
                                 looks for bytes from outside that do harm; with nightly
cargo xtask mutants [OPTION …]   which changes to the vault no test notices; takes hours
cargo xtask screenshots [--all | PART …]
                                 pictures of every screen and state, to look at
cargo xtask bindings [--check]   the interface's types, made from the Rust ones
cargo xtask check-android | check-ios | check-windows | check-macos
                                 our code as those systems' compilers read it
cargo xtask android-project [--check]
                                 the Android project: what Tauri generates, with src-tauri/android over it
cargo xtask ios-project          the Xcode project, in the same way; on a Mac
cargo xtask bundle [--test] [--appimage | --android | --ios]
                                 the packages of this system, with checksums and what they are made of";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["run"] => run::run(false),
        ["run", "--release"] => run::run(true),
        ["test"] => test::test(None),
        ["test", "--only", step] => test::test(Some(step)),
        ["bench", groups @ ..] => bench::bench(groups),
        ["torture", words @ ..] => torture::torture(words),
        ["fuzz", words @ ..] => fuzz::fuzz(words),
        ["mutants", words @ ..] => mutants::mutants(words),
        ["screenshots", words @ ..] => screenshots::screenshots(words),
        ["bundle", words @ ..] => bundle::bundle(words),
        [word] if let Some(system) = word.strip_prefix("check-") => check::check(system),
        ["bindings"] => bindings::write(),
        ["bindings", "--check"] => bindings::check(),
        ["android-project"] => android::write(),
        ["android-project", "--check"] => android::check(),
        ["ios-project"] => ios::write(),
        _ => {
            println!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}
