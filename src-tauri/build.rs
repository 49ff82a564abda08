//! Lists the app's commands for Tauri: a command that is not listed would be open to every window.

include!("src/commands/list.rs");

macro_rules! names {
    ($($name:ident),*) => {
        &[$(stringify!($name)),*]
    };
}

/// What a checkout without a built interface shows.
const NO_INTERFACE: &str = "<!doctype html><title>Houvast</title><p>cargo xtask run";

fn main() {
    // The interface is embedded at compile time; cargo xtask builds it first.
    let page = std::path::Path::new("../ui/dist/index.html");
    if !page.exists() {
        let _ = std::fs::create_dir_all("../ui/dist");
        let _ = std::fs::File::create(page)
            .and_then(|mut file| std::io::Write::write_all(&mut file, NO_INTERFACE.as_bytes()));
    }
    println!("cargo:rerun-if-changed=../ui/dist");
    let commands: &[&str] = with_commands!(names);
    let attributes = tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(commands));
    tauri_build::try_build(attributes).expect("the configuration is part of the source");
}
