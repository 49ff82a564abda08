//! `torture`: kills, failing disks and damaged files. The tests run its short form.

use crate::install;
use crate::step::{Done, command, run, target};

/// Builds and runs it: all parts, or those that are named.
pub(crate) fn torture(words: &[&str]) -> Done {
    install::packages(install::BUILD)?;
    crate::run::build(false)?;
    let program = target().join("debug/examples/torture");
    run(&mut command(&program.to_string_lossy(), words))
}
