//! The bill of materials, and the licences of what others made: for the programs from Cargo, for the page from npm.

use std::path::{Path, PathBuf};

use crate::files::{put, told, whole};
use crate::install;
use crate::step::{Done, command, root, run};

/// The licences of everything that is in the packages, with their texts.
pub(super) const NOTICES: &str = "THIRD-PARTY.txt";

/// The programs in the packages, by the folders that they are built from.
const PROGRAMS: &[(&str, &str)] = &[("src-tauri", "houvast-app"), ("crates/cli", "houvast")];

/// Writes `houvast-app.cdx.json`, `houvast.cdx.json`, `page.cdx.json` and the licences into a folder.
pub(super) fn write(folder: &Path, epoch: u64) -> Done {
    programs(folder, epoch)?;
    let (page, crates) = (folder.join("page.txt"), folder.join("crates.txt"));
    let shown = |path: &Path| path.to_string_lossy().into_owned();
    run(&mut command("node", &["ui/sbom.js", &shown(&folder.join("page.cdx.json")), &shown(&page)]))?;
    licences(&crates)?;
    let mut all = whole(&crates)?;
    all.extend(whole(&page)?);
    put(&folder.join(NOTICES), all)?;
    for part in [page, crates] {
        std::fs::remove_file(&part).map_err(told(&part))?;
    }
    Ok(())
}

/// What the programs are made of. The tool writes a file beside the manifest of every crate of the workspace.
fn programs(folder: &Path, epoch: u64) -> Done {
    let tool = install::tool("cargo-cyclonedx", install::QUICKLY)?;
    run(command(&tool.to_string_lossy(), &["cyclonedx", "--format", "json", "--spec-version", "1.5", "--quiet"])
        .args(["--override-filename", "bill.cdx"])
        .env("SOURCE_DATE_EPOCH", epoch.to_string()))?;
    for place in members()? {
        let made = place.join("bill.cdx.json");
        if let Some((_, program)) = PROGRAMS.iter().find(|(from, _)| root().join(from) == place) {
            // Our own crates are named by where they lie on this machine.
            let here = format!("path+file://{}", root().display());
            let text = String::from_utf8_lossy(&whole(&made)?).replace(&here, "path+file:///houvast");
            put(&folder.join(format!("{program}.cdx.json")), text)?;
        }
        if made.exists() {
            std::fs::remove_file(&made).map_err(told(&made))?;
        }
    }
    Ok(())
}

/// The folders of the workspace's crates, as Cargo names them: `houvast-cli v0.1.0 (/…/crates/cli)`.
fn members() -> Result<Vec<PathBuf>, String> {
    let out = command("cargo", &["tree", "--workspace", "--locked", "--offline", "--depth", "0", "--prefix", "none"])
        .output()
        .map_err(|error| format!("cargo tree: {error}"))?;
    let listed = String::from_utf8_lossy(&out.stdout);
    let places: Vec<_> =
        listed.lines().filter_map(|line| Some(line.split_once(" (")?.1.strip_suffix(')')?.into())).collect();
    if places.is_empty() {
        return Err(format!("Cargo names no crates: {}", String::from_utf8_lossy(&out.stderr)));
    }
    Ok(places)
}

/// The licences of the crates, with their texts.
fn licences(file: &Path) -> Done {
    let tool = install::tool("cargo-about", &["--features", "cli"])?;
    run(command(
        &tool.to_string_lossy(),
        &["about", "generate", "--workspace", "--locked", "--offline", "--fail", "-o"],
    )
    .arg(file)
    .arg("xtask/notices.hbs"))
}
