//! What goes into each Linux package beside the app, as it will lie below `/usr`: the Tauri configuration names the folder.

use std::path::Path;

use super::{copy, remake};
use crate::files::put;
use crate::step::{Done, command, root, run};

/// Fills `target/package`, with programs from this folder and the licences of what they are made of.
pub(super) fn fill(programs: &Path, notices: Option<&Path>) -> Done {
    // Beside the sources, whereever cargo builds: tauri.linux.conf.json names this folder.
    let package = root().join("target/package");
    remake(&package)?;
    let usr = package.join("usr");
    let from = root().join("src-tauri");
    let name = "nl.houvast.app.metainfo.xml";
    copy(&programs.join("houvast"), &usr.join("bin/houvast"))?;
    copy(&from.join("packaging/linux").join(name), &usr.join("share/metainfo").join(name))?;
    copy(&from.join("icons/icon.svg"), &usr.join("share/icons/hicolor/scalable/apps/houvast-app.svg"))?;
    let about = usr.join("share/doc/houvast");
    copy(&from.join("packaging/linux/copyright"), &about.join("copyright"))?;
    copy(&from.join("packaging/linux/lintian-overrides"), &usr.join("share/lintian/overrides/houvast"))?;
    pressed(&from.join("packaging/linux/changelog"), &about.join("changelog.gz"))?;
    pressed(&root().join("LICENSE"), &about.join("EUPL-1.2.txt.gz"))?;
    if let Some(notices) = notices {
        pressed(notices, &about.join("THIRD-PARTY.txt.gz"))?;
    }
    let page = package.join("houvast.1");
    run(&mut command(&programs.join("examples/man").to_string_lossy(), &[&page.to_string_lossy()]))?;
    pressed(&page, &usr.join("share/man/man1/houvast.1.gz"))?;
    pressed(&from.join("packaging/linux/houvast-app.1"), &usr.join("share/man/man1/houvast-app.1.gz"))
}

/// Compresses a file as Debian's policy wants it: as small as can be, without name and time.
fn pressed(from: &Path, to: &Path) -> Done {
    let out = command("gzip", &["-9nc"]).arg(from).output().map_err(|error| format!("gzip: {error}"))?;
    if !out.status.success() {
        return Err(format!("gzip cannot compress {}", from.display()));
    }
    put(to, out.stdout)
}
