//! `bench`: figures in the release profile, each beside what it is compared to in the same run.

use crate::install;
use crate::step::{Done, command, run, target};

/// Builds and runs the benchmarks: all groups, or those that are named.
pub(crate) fn bench(groups: &[&str]) -> Done {
    install::packages(install::BUILD)?;
    install::packages(install::TEST)?;
    install::packages(install::COMPARED)?;
    crate::run::build(true)?;
    let program = target().join("release/examples/bench");
    run(&mut command(&program.to_string_lossy(), groups))
}
