//! `check-android`, `check-ios`, `check-windows`, `check-macos`: our Rust code as those systems' compilers read it, types and
//! all, without linking anything.
//!
//! Debian has the source of Rust's standard library with a compiler of the same version (`rustc-web`), so that can be
//! read for every system that Rust knows. What a dependency would build in C is compiled for Windows, whose compiler and headers
//! Debian has; for the others a stand-in makes an empty file, because nothing is linked.

use std::ffi::OsString;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::install;
use crate::step::{Done, command, root, run, target};

/// The compiler and the standard library's source.
const COMPILER: &[&str] = &["cargo-web", "rust-web-src", "rustc-web"];

/// A system that our code is read for.
pub(crate) struct System {
    /// As in `cargo xtask check-<name>`.
    pub(crate) name: &'static str,
    /// The compiler's names for its machines.
    pub(crate) targets: &'static [&'static str],
    /// What is read: `-p` and such.
    what: &'static [&'static str],
    /// Debian's C compiler for it; the stand-in if there is none.
    c: &'static [&'static str],
}

/// The app alone, as the library that a phone's own program loads.
const APP: &[&str] = &["--package", "houvast-app", "--lib"];
/// Both programs that people get on a PC, and what they are built with.
const BOTH: &[&str] = &["--package", "houvast-app", "--package", "houvast-cli", "--package", "xtask"];

/// Every system but the one that the tests run on.
pub(crate) const SYSTEMS: [System; 4] = [
    System { name: "android", targets: &["aarch64-linux-android", "armv7-linux-androideabi"], what: APP, c: &[] },
    System { name: "ios", targets: &["aarch64-apple-ios"], what: APP, c: &[] },
    System { name: "windows", targets: &["x86_64-pc-windows-gnu"], what: BOTH, c: &["gcc-mingw-w64-x86-64"] },
    System { name: "macos", targets: &["aarch64-apple-darwin"], what: BOTH, c: &[] },
];

/// Reads our code for the system of this name.
pub(crate) fn check(name: &str) -> Done {
    let Some(system) = SYSTEMS.iter().find(|system| system.name == name) else {
        let names: Vec<&str> = SYSTEMS.iter().map(|system| system.name).collect();
        return Err(format!("there is no system {name}; there are {}", names.join(", ")));
    };
    install::packages(&[install::BUILD, COMPILER, system.c].concat())?;
    // The page is part of the app, and the one that checks packages of the report.
    if !root().join("ui/dist-checker/controleren.html").exists() {
        install::node_modules()?;
        crate::step::npm(&["run", "build"])?;
    }
    for target in system.targets {
        let begin = Instant::now();
        read(system, target)?;
        println!("{target}: {} s", begin.elapsed().as_secs());
    }
    Ok(())
}

fn read(system: &System, machine: &str) -> Done {
    // What is built for one of them is of no use to another, and of none to the tests.
    let built = target().join("check").join(system.name);
    let mut cargo = command("/usr/bin/cargo", &["check", "--locked", "--target", machine]);
    cargo
        .args(["-Zbuild-std=std,panic_abort", "-Zwarnings", "--config", "build.warnings=\"deny\""])
        .args(system.what)
        // Debian's compiler, also where rustup's is called first, and the parts of it that are not stable.
        .env("PATH", debian_first())
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", &built)
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("CARGO")
        .env_remove("RUSTC")
        .env_remove("RUSTFLAGS");
    if system.c.is_empty() {
        let stand_in = stand_in(&built)?;
        for (tool, called) in [("CC", "cc"), ("CXX", "cc"), ("AR", "ar")] {
            cargo.env(format!("{tool}_{}", machine.replace('-', "_")), stand_in.join(called));
        }
        if machine.contains("apple") {
            // Else Apple's own tool, which is nowhere else, would be asked where its headers are.
            cargo.env("SDKROOT", &stand_in);
        }
    }
    run(&mut cargo)
}

fn debian_first() -> OsString {
    let here = std::env::var_os("PATH").unwrap_or_default();
    let first = [PathBuf::from("/usr/bin"), PathBuf::from("/bin")];
    std::env::join_paths(first.into_iter().chain(std::env::split_paths(&here))).unwrap_or(here)
}

/// A compiler and an archiver that make the file that is asked for, with nothing in it.
fn stand_in(built: &Path) -> Result<PathBuf, String> {
    /// `-o` names the file.
    const CC: &str = "#!/bin/sh\nwhile [ $# -gt 0 ]; do [ \"$1\" = -o ] && : > \"$2\"; shift; done\n";
    /// The first word that ends in `.a` does.
    const AR: &str = "#!/bin/sh\nfor word; do case \"$word\" in *.a) : > \"$word\"; exit;; esac; done\n";
    let folder = built.join("stand-in");
    let write = || {
        std::fs::create_dir_all(&folder)?;
        for (name, script) in [("cc", CC), ("ar", AR)] {
            let path = folder.join(name);
            // Written anew only if it is not there: a build that looks at its time would begin again.
            if std::fs::read_to_string(&path).is_ok_and(|there| there == script) {
                continue;
            }
            File::create(&path)?.write_all(script.as_bytes())?;
            executable(&path)?;
        }
        Ok::<(), std::io::Error>(())
    };
    write().map_err(|error| format!("{} cannot be written: {error}", folder.display()))?;
    Ok(folder)
}

#[cfg(unix)]
fn executable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
}

/// These checks run on Debian alone.
#[cfg(not(unix))]
fn executable(_: &Path) -> std::io::Result<()> {
    Ok(())
}
