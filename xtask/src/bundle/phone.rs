//! Packages for phones, not signed: whoever hands them out signs them with keys of their own.

use std::path::Path;

use super::{below, copy};
use crate::install::tauri;
use crate::step::{Done, root, run};

/// Builds for Android or iOS. The Android project is committed; that for iOS needs a Mac to be made, and is made anew each time.
pub(super) fn build(ios: bool, out: &Path) -> Done {
    let project = root().join("src-tauri/gen");
    if ios {
        crate::ios::write()?;
        run(tauri().args(["ios", "build", "--ci", "--no-sign"]).current_dir(root()))?;
        take(&project.join("apple/build"), &["ipa"], out)
    } else {
        run(tauri().args(["android", "build", "--ci", "--apk", "--aab"]).current_dir(root()))?;
        take(&project.join("android/app/build/outputs"), &["apk", "aab"], out)
    }
}

fn take(from: &Path, kinds: &[&str], out: &Path) -> Done {
    let made: Vec<_> = kinds.iter().flat_map(|kind| below(from, kind)).collect();
    if made.is_empty() {
        return Err(format!("Tauri left no package in {}", from.display()));
    }
    for path in made {
        copy(&path, &out.join(path.file_name().unwrap_or_default()))?;
    }
    Ok(())
}
