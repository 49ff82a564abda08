//! `test`: everything, quick failures first. One profile, so that dependencies are compiled once.

use std::process::{Command, Output};
use std::thread;
use std::time::Instant;

use crate::step::{Done, cargo, command, npm, root, run};
use crate::{android, bindings, bundle, fuzz, install, workflows};

/// A step's name and what it does.
type Step = (&'static str, fn() -> Done);

const STEPS: &[Step] = &[
    ("install", || {
        install::packages(install::BUILD)?;
        install::packages(install::MEDIA)?;
        install::packages(install::TEST)?;
        install::packages(install::PACKAGE)?;
        install::node_modules()
    }),
    ("format", || {
        cargo(&["fmt", "--all", "--check"])?;
        cargo(&["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"])
    }),
    ("deny", deny),
    ("android-project", android::check),
    ("workflows", workflows::check),
    ("ui-lint", || npm(&["run", "lint"])),
    ("ui-check", || npm(&["run", "check"])),
    ("ui-test", || npm(&["test"])),
    ("ui-build", || npm(&["run", "build"])),
    // Everything that the later steps use is built here, with one set of features.
    ("build", build),
    ("bindings", bindings::check),
    // Before the tests: what packs the app writes to its file, which cannot be while a window of it is open.
    ("package", bundle::development),
];

const TESTS: Step = ("tests", tests);

/// What goes on beside the tests: one window after the other leaves a core with nothing to do.
const BESIDE: &[Step] = &[
    ("clippy", || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("fuzz-short", fuzz::short),
];

/// A test that fails says where by itself; the way through the runtime to there would only hide it.
fn tests() -> Done {
    let words = ["test", "--workspace", "--no-fail-fast", "--", "--test-threads=2"];
    run(command("cargo", &words).env("RUST_BACKTRACE", "0"))
}

/// What the app is made of, held against deny.toml.
fn deny() -> Done {
    let program = install::tool("cargo-deny", install::QUICKLY)?;
    run(command(&program.to_string_lossy(), &["--locked", "check"]).args(["bans", "licenses", "sources"]))
}

/// Builds everything. Always the whole workspace: building one package alone gives its dependencies other features,
/// and then they are all compiled a second time.
pub(crate) fn build() -> Done {
    cargo(&["build", "--workspace", "--all-targets"])
}

/// Runs every step, or one.
pub(crate) fn test(only: Option<&str>) -> Done {
    let mut times = Vec::new();
    if let Some(only) = only {
        let mut all = STEPS.iter().chain([&TESTS]).chain(BESIDE);
        let Some(step) = all.clone().find(|(name, _)| *name == only) else {
            let names: Vec<&str> = all.by_ref().map(|(name, _)| *name).collect();
            return Err(format!("there is no step {only}; there are {}", names.join(", ")));
        };
        times.push(timed(step)?);
    } else {
        for step in STEPS {
            times.push(timed(step)?);
        }
        let beside = thread::spawn(|| BESIDE.iter().map(|(name, _)| (*name, quietly(name))).collect::<Vec<_>>());
        let tests = timed(&TESTS);
        // Both lanes are told to the end, whatever came of the other.
        let mut failed = Vec::new();
        match tests {
            Ok(time) => times.push(time),
            Err(why) => failed.push(why),
        }
        for (name, (seconds, out)) in beside.join().map_err(|_| "what goes on beside the tests broke off")? {
            match out {
                Ok(out) if out.status.success() => times.push((name, seconds)),
                Ok(out) => {
                    println!("\n== {name}\n{}", String::from_utf8_lossy(&out.stdout));
                    eprintln!("{}", String::from_utf8_lossy(&out.stderr));
                    failed.push(format!("{name} failed, see above"));
                }
                Err(error) => failed.push(format!("{name} could not be started: {error}")),
            }
        }
        if !failed.is_empty() {
            return Err(failed.join("; "));
        }
    }
    println!("\nall steps passed");
    for (name, seconds) in times {
        println!("{seconds:>6} s  {name}");
    }
    Ok(())
}

/// Runs a step and says how many seconds it took.
fn timed((name, step): &Step) -> Result<(&'static str, u64), String> {
    println!("\n== {name}");
    let begin = Instant::now();
    step().map_err(|why| format!("{name} failed: {why}"))?;
    Ok((name, begin.elapsed().as_secs()))
}

/// The same in a process of its own, which keeps what it prints: two at once would be mixed.
fn quietly(name: &str) -> (u64, std::io::Result<Output>) {
    let begin = Instant::now();
    let out = std::env::current_exe()
        .and_then(|this| Command::new(this).args(["test", "--only", name]).current_dir(root()).output());
    (begin.elapsed().as_secs(), out)
}
