//! `bindings`: the interface's types and the emergency panel's texts, made from Rust and committed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::{read, told};
use crate::step::{Done, command, root, run, target};

const FOLDER: &str = "ui/src/lib/bindings";

fn export(folder: &Path) -> Done {
    // A test holds what is committed against the content, so it is there while everything is built.
    crate::test::build()?;
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(told(folder))?;
    }
    let example = target().join("debug/examples/bindings");
    run(&mut command(&example.to_string_lossy(), &[&folder.to_string_lossy()]))
}

/// Writes them.
pub(crate) fn write() -> Done {
    export(&root().join(FOLDER))
}

/// Fails if the committed ones are not what would be written.
pub(crate) fn check() -> Done {
    let fresh = target().join("bindings");
    export(&fresh)?;
    let (fresh, committed) = (read(&fresh, &[])?, read(&root().join(FOLDER), &[])?);
    let drifted: Vec<&PathBuf> =
        fresh.keys().chain(committed.keys()).filter(|name| fresh.get(*name) != committed.get(*name)).collect();
    if drifted.is_empty() {
        Ok(())
    } else {
        Err(format!("{drifted:?} differ from the Rust types; run cargo xtask bindings and commit"))
    }
}
