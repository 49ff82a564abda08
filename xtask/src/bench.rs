//! `bench`: figures in the release profile, each beside what it is compared to in the same run.

use crate::step::{Done, cargo, command, run, target};

/// Builds and runs the benchmarks.
pub(crate) fn bench() -> Done {
    cargo(&[
        "build",
        "--release",
        "-p",
        "houvast-cli",
        "-p",
        "houvast-tests",
        "--example",
        "bench",
        "--bin",
        "houvast",
    ])?;
    run(&mut command(&target().join("release/examples/bench").to_string_lossy(), &[]))
}
