//! `mutants`: changes the vault in small ways and sees whether a test notices; `.cargo/mutants.toml` says which.

use crate::install;
use crate::step::{Done, command, run, target};

/// Tries every change, or with `--shard 1/8` and the like a part of them. Takes hours; what survived stands in
/// `target/mutants/mutants.out/missed.txt`.
pub(crate) fn mutants(words: &[&str]) -> Done {
    let program = install::tool("cargo-mutants", install::QUICKLY)?;
    run(command(
        &program.to_string_lossy(),
        &["mutants", "--package", "houvast-vault", "--test-package", "houvast-vault"],
    )
    .args(["--timeout", "60", "--shuffle", "--output"])
    .arg(target().join("mutants"))
    .args(words))
}
