//! Running programs, and where things are.

use std::path::PathBuf;
use std::process::Command;

/// A step's result: nothing, or a sentence that says why it failed.
pub(crate) type Done = Result<(), String>;

/// The top of the working tree.
pub(crate) fn root() -> PathBuf {
    // Where cargo runs this from, not where it was built: two working trees may share what is built.
    let this = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    // This file's crate lies one folder below the top.
    this.parent().map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// A command in the working tree.
pub(crate) fn command(program: &str, words: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(words).current_dir(root());
    command
}

/// Runs a command and waits for it.
pub(crate) fn run(command: &mut Command) -> Done {
    let shown = format!("{command:?}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{shown} ended with {status}")),
        Err(error) => Err(format!("{shown} could not be started: {error}")),
    }
}

/// Runs cargo.
pub(crate) fn cargo(words: &[&str]) -> Done {
    run(&mut command("cargo", words))
}

/// Runs npm in the interface's folder.
pub(crate) fn npm(words: &[&str]) -> Done {
    // On Windows it is a script, which is found by its whole name only.
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(command(npm, words).current_dir(root().join("ui")))
}
