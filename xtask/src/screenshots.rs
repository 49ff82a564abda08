//! `screenshots`: pictures of every screen of the running app, for people to look at.

use crate::install;
use crate::step::{Done, command, run, target};

/// Takes them: the usual sets, all of them, or those whose names hold one of the words.
pub(crate) fn screenshots(words: &[&str]) -> Done {
    install::packages(install::BUILD)?;
    install::packages(install::TEST)?;
    crate::run::build(false)?;
    let program = target().join("debug/examples/screenshots");
    let out = target().join("screenshots");
    run(command(&program.to_string_lossy(), &[&out.to_string_lossy()]).args(words))
}
