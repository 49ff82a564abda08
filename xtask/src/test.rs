//! `test`: everything, quick failures first. One profile, so that dependencies are compiled once.

use std::collections::BTreeSet;
use std::process::{Command, Output};
use std::thread;
use std::time::Instant;

use crate::files::whole;
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

/// The tests in the real window, one window after the other: two at once starve each other on two cores.
const WINDOWS: Step = ("windows", || suites(true));

/// What goes on beside them on the other core. First what is built in a folder of its own: Cargo lets nobody else begin while
/// it builds.
const BESIDE: &[Step] = &[
    ("fuzz-short", fuzz::short),
    ("clippy", || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("tests", || {
        suites(false)?;
        cargo(&["test", "--workspace", "--doc"])
    }),
    // Its tool is built from its source at first, which takes minutes.
    ("deny", deny),
];

/// Runs the test files in which a window opens, or everything else. A test that fails says where by itself; the way through
/// the runtime to there would only hide it.
fn suites(windows: bool) -> Done {
    let mut cargo = command("cargo", &["test", "--workspace", "--no-fail-fast"]);
    if !windows {
        cargo.args(["--lib", "--bins"]);
    }
    for name in test_files()? {
        if opens_windows(&name)? == windows {
            cargo.args(["--test", &name]);
        }
    }
    // What opens no window leaves the other core to those that do.
    cargo.args(["--", if windows { "--test-threads=2" } else { "--test-threads=1" }]);
    run(cargo.env("RUST_BACKTRACE", "0"))
}

/// The names of all test files, as Cargo tells them: `Executable tests/window.rs (…)`, or `tests/content/main.rs`.
fn test_files() -> Result<BTreeSet<String>, String> {
    let told = command("cargo", &["test", "--workspace", "--no-run"]).output().map_err(|error| error.to_string())?;
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    let names: BTreeSet<String> = told
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("Executable tests/"))
        .filter_map(|line| line.split(['/', '.']).next().map(ToOwned::to_owned))
        .collect();
    if names.is_empty() { Err(format!("Cargo names no tests: {told}")) } else { Ok(names) }
}

/// Does a test of this name open the app's window? Those have a desktop to show it on.
fn opens_windows(name: &str) -> Result<bool, String> {
    let file = root().join(format!("tests/tests/{name}.rs"));
    let text = if file.exists() { String::from_utf8_lossy(&whole(&file)?).into_owned() } else { String::new() };
    Ok(["Desktop", "Bare"].iter().any(|word| text.contains(word)))
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
        let mut all = STEPS.iter().chain([&WINDOWS]).chain(BESIDE);
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
        let windows = timed(&WINDOWS);
        // Both lanes are told to the end, whatever came of the other.
        let mut failed = Vec::new();
        match windows {
            Ok(time) => times.push(time),
            Err(why) => failed.push(why),
        }
        for (name, (seconds, out)) in beside.join().map_err(|_| "what goes on beside the tests broke off")? {
            match out {
                Ok(out) => {
                    println!("\n== {name}\n{}", String::from_utf8_lossy(&out.stdout));
                    if out.status.success() {
                        times.push((name, seconds));
                    } else {
                        eprintln!("{}", String::from_utf8_lossy(&out.stderr));
                        failed.push(format!("{name} failed, see above"));
                    }
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
