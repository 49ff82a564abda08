//! `fuzz`: bytes from outside that nobody meant; a short run on stable in the tests, long ones on nightly.

use std::process::Command;

use crate::install;
use crate::step::{Done, command, root, run, target};

/// Seconds that each target gets if nothing else is said.
const SECONDS: &str = "60";

/// The short run: every target over its seeds and a fixed number of changes to them.
pub(crate) fn short() -> Done {
    run(&mut built_apart(&["test", "--locked", "--manifest-path", "fuzz/Cargo.toml"]))
}

/// Fuzzes one target or all of them, one after another, for a number of seconds each. What was tried and led
/// somewhere new is kept under `target/fuzz/corpus`.
pub(crate) fn fuzz(words: &[&str]) -> Done {
    let (wanted, seconds) = match words {
        [] => (None, SECONDS),
        ["--seconds", seconds] => (None, *seconds),
        [target] => (Some(*target), SECONDS),
        [target, "--seconds", seconds] => (Some(*target), *seconds),
        _ => return Err("cargo xtask fuzz [TARGET] [--seconds N]".into()),
    };
    if seconds.parse::<u32>().is_err() {
        return Err(format!("{seconds} is no number of seconds"));
    }
    let targets = targets()?;
    if let Some(wanted) = wanted
        && !targets.iter().any(|target| target == wanted)
    {
        return Err(format!("there is no target {wanted}; there are {}", targets.join(", ")));
    }
    if !Command::new("cargo").args(["+nightly", "--version"]).output().is_ok_and(|out| out.status.success()) {
        return Err("fuzzing needs the nightly toolchain: rustup toolchain install nightly --profile minimal".into());
    }
    let program = install::tool("cargo-fuzz", install::QUICKLY)?;
    let (apart, corpus) = (target().join("fuzz"), target().join("fuzz/corpus"));
    run(built_apart(&["run", "--locked", "--manifest-path", "fuzz/Cargo.toml", "--example", "seeds", "--"])
        .arg(&corpus))?;
    for target in targets.iter().filter(|target| wanted.is_none_or(|wanted| wanted == *target)) {
        println!("\n== {target}");
        run(command("rustup", &["run", "nightly"])
            .arg(&program)
            .args(["fuzz", "run", "--features", "libfuzzer", "--target-dir"])
            .arg(&apart)
            .arg(target)
            .arg(corpus.join(target))
            .arg("--")
            .arg(format!("-max_total_time={seconds}"))
            .args(["-timeout=20", "-rss_limit_mb=4096", "-print_final_stats=1"]))?;
    }
    Ok(())
}

/// Cargo for the fuzz targets: their dependencies have other features than the app's, so they are built apart.
fn built_apart(words: &[&str]) -> Command {
    let mut cargo = command("cargo", words);
    cargo.env("CARGO_TARGET_DIR", target().join("fuzz"));
    cargo
}

fn targets() -> Result<Vec<String>, String> {
    let folder = root().join("fuzz/fuzz_targets");
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in std::fs::read_dir(&folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}
