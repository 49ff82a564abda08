//! Tells Tauri where the Kotlin and the Swift half are.
//!
//! The list of commands is empty on purpose: the page may ask for none of them. Tauri lets a page reach a plugin's
//! command only through a permission, and here there is not one to give.

fn main() {
    tauri_plugin::Builder::new(&[]).android_path("android").ios_path("ios").build();
}
