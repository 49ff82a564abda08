//! `bench`: figures in the release profile, each beside what it is compared to in the same run. A release cannot be driven,
//! so the groups that use the app are measured in the development build: `using` and `lasting`, each named alone.

use crate::install;
use crate::step::{Done, command, run, target};

/// Builds and runs the benchmarks: all groups, or those that are named.
pub(crate) fn bench(groups: &[&str]) -> Done {
    install::packages(install::BUILD)?;
    install::packages(install::TEST)?;
    install::packages(install::COMPARED)?;
    let driven = matches!(groups, ["using" | "lasting"]);
    if driven {
        crate::test::build()?;
    } else {
        crate::run::build(true)?;
    }
    let profile = if driven { "debug" } else { "release" };
    let program = target().join(profile).join("examples/bench");
    run(&mut command(&program.to_string_lossy(), groups))
}
