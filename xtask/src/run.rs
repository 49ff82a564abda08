//! `run`: the app, or the main job where there is no display.

use crate::install;
use crate::step::{Done, cargo, command, npm, run as execute, target};

/// Builds and starts the app.
pub(crate) fn run(release: bool) -> Done {
    let (profile, words): (&str, &[&str]) = if release { ("release", &["--release"]) } else { ("debug", &[]) };
    let display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if !display && cfg!(target_os = "linux") {
        println!("there is no display here, so this does the main job on the sample case from the command line");
        // The app and its libraries are not needed for it. Where they were built all the same, the rest without them would be
        // compiled again, with other features.
        let all = target().join(profile).join("houvast-app").exists();
        let which = if all { BUILD } else { &["build", "--workspace", "--exclude", "houvast-app", "--bins"] };
        cargo(&[which, words].concat())?;
        let out = target().join("demo");
        if out.exists() {
            std::fs::remove_dir_all(&out).map_err(|error| format!("{} is in the way: {error}", out.display()))?;
        }
        let houvast = target().join(profile).join("houvast");
        return execute(
            command(&houvast.to_string_lossy(), &["demo", "--out", &out.to_string_lossy()]).env_remove("LANG"),
        );
    }
    install::packages(install::BUILD)?;
    install::packages(install::MEDIA)?;
    build(release)?;
    execute(&mut command(&target().join(profile).join("houvast-app").to_string_lossy(), &[]))
}

/// Builds the interface and everything that uses it, examples included: building less of the workspace gives
/// dependencies other features, and then they are all compiled a second time.
pub(crate) fn build(release: bool) -> Done {
    before()?;
    let words: &[&str] = if release { &["--release"] } else { &[] };
    cargo(&[BUILD, words].concat())
}

/// The same release with flags for rustc, in Cargo's encoded form. It lies beside one without them.
pub(crate) fn build_with(flags: &str) -> Done {
    before()?;
    execute(command("cargo", &[BUILD, &["--locked", "--release"]].concat()).env("CARGO_ENCODED_RUSTFLAGS", flags))
}

const BUILD: &[&str] = &["build", "--workspace", "--bins", "--examples"];

fn before() -> Done {
    install::node_modules()?;
    npm(&["run", "build"])
}
