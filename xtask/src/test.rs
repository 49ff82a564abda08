//! `test`: everything, quick failures first. One profile, so that dependencies are compiled once.

use std::time::Instant;

use crate::step::{Done, cargo, command, npm, run};
use crate::{bindings, fuzz, install};

/// A step's name and what it does.
type Step = (&'static str, fn() -> Done);

const STEPS: &[Step] = &[
    ("install", || {
        install::packages(install::BUILD)?;
        install::packages(install::MEDIA)?;
        install::packages(install::TEST)?;
        install::node_modules()
    }),
    ("format", || {
        cargo(&["fmt", "--all", "--check"])?;
        cargo(&["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"])
    }),
    ("deny", deny),
    ("ui-lint", || npm(&["run", "lint"])),
    ("ui-check", || npm(&["run", "check"])),
    ("ui-test", || npm(&["test"])),
    ("ui-build", || npm(&["run", "build"])),
    // Everything that the later steps use is built here, with one set of features.
    ("build", build),
    ("bindings", bindings::check),
    ("tests", tests),
    ("fuzz-short", fuzz::short),
    ("clippy", || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
];

/// A test that fails says where by itself; the way through the runtime to there would only hide it.
fn tests() -> Done {
    let words = ["test", "--workspace", "--no-fail-fast", "--", "--test-threads=2"];
    run(command("cargo", &words).env("RUST_BACKTRACE", "0"))
}

/// What the app is made of, held against deny.toml.
fn deny() -> Done {
    let program = install::tool("cargo-deny")?;
    run(command(&program.to_string_lossy(), &["--locked", "check"]).args(["bans", "licenses", "sources"]))
}

/// Builds everything. Always the whole workspace: building one package alone gives its dependencies other features,
/// and then they are all compiled a second time.
pub(crate) fn build() -> Done {
    cargo(&["build", "--workspace", "--all-targets"])
}

/// Runs every step, or one.
pub(crate) fn test(only: Option<&str>) -> Done {
    if let Some(name) = only
        && !STEPS.iter().any(|(step, _)| *step == name)
    {
        let names: Vec<&str> = STEPS.iter().map(|(name, _)| *name).collect();
        return Err(format!("there is no step {name}; there are {}", names.join(", ")));
    }
    let mut times = Vec::new();
    for (name, step) in STEPS.iter().filter(|(name, _)| only.is_none_or(|only| only == *name)) {
        println!("\n== {name}");
        let begin = Instant::now();
        let done = step();
        times.push((name, begin.elapsed().as_secs()));
        if let Err(why) = done {
            return Err(format!("{name} failed: {why}"));
        }
    }
    println!("\nall steps passed");
    for (name, seconds) in times {
        println!("{seconds:>6} s  {name}");
    }
    Ok(())
}
