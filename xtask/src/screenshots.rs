//! `screenshots`: pictures of every screen of the running app, for people to look at.

use crate::install;
use crate::step::{Done, command, run, target};

/// Takes them.
pub(crate) fn screenshots() -> Done {
    install::packages(install::BUILD)?;
    install::packages(install::TEST)?;
    crate::run::build(false)?;
    let program = target().join("debug/examples/screenshots");
    let out = target().join("screenshots");
    run(&mut command(&program.to_string_lossy(), &[&out.to_string_lossy()]))
}
