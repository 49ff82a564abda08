//! `ios-project`: the Xcode project in `src-tauri/gen/apple`. It can only be made on a Mac, so it is not committed (yet).
//!
//! As for Android: what Tauri's own command line generates, with `src-tauri/ios/overlay` laid over it and our icon in the
//! place of Tauri's. `Info.ios.plist` and `tauri.ios.conf.json` lie where Tauri looks for them, and the entitlement that
//! protects files is written by `src-tauri/phone/build.rs`, which Tauri runs when the project is there.

use crate::step::{Done, root, run, target};
use crate::{files, install};

/// The colour behind the icon: iOS allows none to shine through.
const GROUND: &str = "#1f5a5e";

/// Makes the project.
pub(crate) fn write() -> Done {
    if !cfg!(target_os = "macos") {
        return Err("Tauri makes an Xcode project only on a Mac; see docs/phone.md".into());
    }
    install::node_modules()?;
    let (ours, project) = (root().join("src-tauri"), root().join("src-tauri/gen/apple"));
    run(install::tauri().args(["ios", "init", "--ci"]).current_dir(&ours))?;
    for (path, bytes) in files::read(&ours.join("ios/overlay"), &[])? {
        files::put(&project.join(path), &bytes)?;
    }
    let icons = target().join("ios-icons");
    run(install::tauri()
        .arg("icon")
        .arg(ours.join("icons/icon.svg"))
        .args(["--ios-color", GROUND, "--output"])
        .arg(&icons)
        .current_dir(&ours))?;
    for (path, bytes) in files::read(&icons.join("ios"), &[])? {
        files::put(&project.join("Assets.xcassets/AppIcon.appiconset").join(path), &bytes)?;
    }
    // The project lists its files; it learns of ours now.
    run(std::process::Command::new("xcodegen").args(["generate", "--spec", "project.yml"]).current_dir(&project))
}
