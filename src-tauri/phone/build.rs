//! Tells Tauri where the Kotlin and the Swift half are.
//!
//! The list of commands is empty on purpose: the page may ask for none of them. Tauri lets a page reach a plugin's
//! command only through a permission, and here there is not one to give.

fn main() {
    tauri_plugin::Builder::new(&[]).android_path("android").ios_path("ios").build();
    protect_files();
}

/// Every file of the app is unreadable while an iPhone is locked, unless it says otherwise itself. Tauri's project for Xcode
/// is only there on a Mac; elsewhere there is nothing to write in.
#[cfg(target_os = "macos")]
fn protect_files() {
    tauri_plugin::mobile::update_entitlements(|entitlements| {
        entitlements.insert("com.apple.developer.default-data-protection".into(), "NSFileProtectionComplete".into());
    })
    .expect("the project is Tauri's own");
}

#[cfg(not(target_os = "macos"))]
fn protect_files() {}
