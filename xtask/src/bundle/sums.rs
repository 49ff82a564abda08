//! `SHA256SUMS`, as `sha256sum --check` reads it.

use std::path::Path;

use crate::files::told;
use crate::step::{Done, command, run};

/// Writes the checksums of everything in a folder.
pub(super) fn write(folder: &Path) -> Done {
    run(&mut command("node", &["ui/sums.js", &folder.to_string_lossy()]))
}

/// What is in a folder, in order.
pub(super) fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = std::fs::read_dir(folder).map_err(told(folder))?;
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.ok().map(|entry| entry.file_name().to_string_lossy().into_owned())).collect();
    names.sort();
    Ok(names)
}
