//! `bench`: figures in the release profile, each beside what it is compared to in the same run. A release cannot be driven,
//! so the groups that use the app are measured in the development build: `using`, `unlocking` and `lasting`.

use crate::install;
use crate::step::{Done, command, run, target};

/// The groups that use the app, which takes the development build.
const DRIVEN: &[&str] = &["using", "unlocking", "lasting"];

/// Builds and runs the benchmarks: all groups, or those that are named.
pub(crate) fn bench(groups: &[&str]) -> Done {
    install::packages(install::BUILD)?;
    install::packages(install::TEST)?;
    install::packages(install::COMPARED)?;
    let (mut driven, others): (Vec<&str>, Vec<&str>) = groups.iter().partition(|group| DRIVEN.contains(group));
    if groups.is_empty() {
        driven = DRIVEN.to_vec();
    }
    // Without a name the program measures all the others.
    if groups.is_empty() || !others.is_empty() {
        crate::run::build(true)?;
        measure("release", &others)?;
    }
    if !driven.is_empty() {
        crate::test::build()?;
        measure("debug", &driven)?;
    }
    Ok(())
}

fn measure(profile: &str, groups: &[&str]) -> Done {
    let program = target().join(profile).join("examples/bench");
    run(&mut command(&program.to_string_lossy(), groups))
}
