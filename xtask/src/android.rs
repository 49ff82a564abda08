//! `android-project`: the Android project in `src-tauri/gen/android`, which is committed.
//!
//! It is what Tauri's own command line generates, with our changes laid over it: `src-tauri/android/removed.txt` names what
//! goes, `overlay` holds whole files, `patches` holds small changes to files that Tauri keeps up to date. So a new version of
//! Tauri brings its changes along, and ours come back each time or say that they no longer fit.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files::{Files, put, read, told};
use crate::install;
use crate::step::{Done, root, run, target};

/// Where the project is committed.
const PROJECT: &str = "src-tauri/gen/android";

/// Where our changes are.
const OURS: &str = "src-tauri/android";

/// What building writes beside what is committed (see the `.gitignore` files that Tauri generates).
const BUILT: &[&str] = &[
    ".gradle",
    ".idea",
    ".kotlin",
    ".tauri",
    "assets",
    "build",
    "generated",
    "jniLibs",
    "keystore.properties",
    "local.properties",
    "proguard-tauri.pro",
    "tauri.build.gradle.kts",
    "tauri.properties",
    "tauri.settings.gradle",
];

/// Makes the project anew.
pub(crate) fn write() -> Done {
    install::node_modules()?;
    let (made, project) = (make()?, root().join(PROJECT));
    for path in read(&project, BUILT)?.keys().filter(|path| !made.contains_key(*path)) {
        fs::remove_file(project.join(path)).map_err(told(path))?;
    }
    for (path, bytes) in &made {
        put(&project.join(path), bytes)?;
    }
    executable(&project.join("gradlew"))
}

/// Fails if what is committed is not what would be made.
pub(crate) fn check() -> Done {
    let (made, committed) = (make()?, read(&root().join(PROJECT), BUILT)?);
    let drifted: BTreeSet<_> =
        made.keys().chain(committed.keys()).filter(|path| made.get(*path) != committed.get(*path)).collect();
    if drifted.is_empty() {
        Ok(())
    } else {
        Err(format!("{PROJECT} is not what Tauri and {OURS} make, run cargo xtask android-project: {drifted:?}"))
    }
}

/// What Tauri generates, with our changes.
fn make() -> Result<Files, String> {
    let bench = target().join("android-project");
    if bench.exists() {
        fs::remove_dir_all(&bench).map_err(told(&bench))?;
    }
    let generated = generate(&bench)?;
    let ours = root().join(OURS);
    for path in removed(&ours)? {
        fs::remove_file(generated.join(&path)).map_err(told(&path))?;
    }
    let patches = ours.join("patches");
    for name in read(&patches, &[])?.keys() {
        // Git would take the folder for a part of this repository, and pass over what it ignores.
        let words = ["apply", "--unsafe-paths", "--whitespace=nowarn"];
        run(Command::new("git")
            .args(words)
            .arg(patches.join(name))
            .current_dir(&generated)
            .env("GIT_CEILING_DIRECTORIES", &bench))?;
    }
    let mut files = read(&generated, &[])?;
    files.extend(read(&ours.join("overlay"), &[])?);
    Ok(files)
}

/// Runs Tauri's command line on a package that has nothing but our package's name and configuration, with folders that pass
/// for Android's tools: it only looks whether they are there.
fn generate(bench: &Path) -> Result<PathBuf, String> {
    let package = bench.join("src-tauri");
    put(&package.join("Cargo.toml"), PACKAGE.as_bytes())?;
    put(&package.join("src/lib.rs"), b"")?;
    for name in ["tauri.conf.json", "tauri.android.conf.json"] {
        let from = root().join("src-tauri").join(name);
        if from.exists() {
            put(&package.join(name), &fs::read(&from).map_err(told(&from))?)?;
        }
    }
    let (sdk, ndk) = (bench.join("sdk"), bench.join("sdk/ndk/29.0.0"));
    put(&ndk.join("source.properties"), b"Pkg.Revision = 29.0.0\n")?;
    let out = install::tauri()
        .args(["android", "init", "--ci", "--skip-targets-install"])
        .current_dir(&package)
        .env("ANDROID_HOME", &sdk)
        .env("NDK_HOME", &ndk)
        .output()
        .map_err(|error| format!("node could not be started: {error}"))?;
    if out.status.success() {
        Ok(package.join("gen/android"))
    } else {
        Err(format!("tauri android init failed: {}", String::from_utf8_lossy(&out.stderr)))
    }
}

const PACKAGE: &str = r#"[package]
name = "houvast-app"
version = "0.1.0"
edition = "2024"

[lib]
name = "houvast_app_lib"
crate-type = ["staticlib", "cdylib", "rlib"]

[workspace]
"#;

fn removed(ours: &Path) -> Result<Vec<PathBuf>, String> {
    let list = ours.join("removed.txt");
    let text = fs::read_to_string(&list).map_err(told(&list))?;
    Ok(text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(PathBuf::from).collect())
}

#[cfg(unix)]
fn executable(path: &Path) -> Done {
    use std::os::unix::fs::PermissionsExt;

    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).map_err(told(path))
}

#[cfg(not(unix))]
fn executable(_: &Path) -> Done {
    Ok(())
}
