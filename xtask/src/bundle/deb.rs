//! The Debian package, closed by `dpkg-deb`: Tauri's own archive has the files in the order of the disk, with the times of this
//! run and the folders' sizes on this disk, so that no two are the same.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::remake;
use crate::files::{put, told, whole};
use crate::step::{Done, command, run};

/// Closes the package that Tauri left open in `bundles`; everything in it bears the same moment.
pub(super) fn finish(bundles: &Path, out: &Path, epoch: u64, compress: bool) -> Done {
    let open = std::fs::read_dir(bundles)
        .map_err(told(bundles))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.join("control/control").exists())
        .ok_or_else(|| format!("Tauri left no package open in {}", bundles.display()))?;
    let tree = bundles.join("closing");
    remake(&tree)?;
    let moved = |from: &str, to: &Path| std::fs::rename(open.join(from), to).map_err(told(to));
    // The contents of `data`, with `control` as `DEBIAN` beside them.
    std::fs::remove_dir(&tree).map_err(|error| error.to_string())?;
    moved("data", &tree)?;
    moved("control", &tree.join("DEBIAN"))?;
    let files = files(&tree)?;
    described(&tree, &files)?;
    summed(&tree)?;
    let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(epoch);
    for path in &files {
        settle(path, moment)?;
    }
    let name = open.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let deb = out.join(format!("{name}.deb"));
    let how = if compress { "-Zxz" } else { "-Znone" };
    run(command("dpkg-deb", &["--root-owner-group", how, "--build"])
        .arg(&tree)
        .arg(&deb)
        .env("SOURCE_DATE_EPOCH", epoch.to_string()))?;
    for folder in [&tree, &open] {
        std::fs::remove_dir_all(folder).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Everything in a folder and the folder itself, in order of name; a folder comes after what is in it.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(told(folder))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.push(folder.to_owned());
    Ok(found)
}

/// Writes two fields of `control` anew. What the programs need is what `dpkg-shlibdeps` finds in them, but for a version that
/// the configuration asks for; how much is installed is in KiB, as the policy counts: each file rounded up, each folder as one.
/// <https://www.debian.org/doc/debian-policy/ch-controlfields.html#installed-size>
fn described(tree: &Path, files: &[PathBuf]) -> Done {
    let size =
        |path: &PathBuf| path.metadata().map_or(1, |about| if about.is_dir() { 1 } else { about.len().div_ceil(1024) });
    let installed: u64 = files.iter().filter(|path| !path.starts_with(tree.join("DEBIAN"))).map(size).sum();
    let path = tree.join("DEBIAN/control");
    let control = String::from_utf8(whole(&path)?).map_err(|error| error.to_string())?;
    let line = |line: &str| {
        Ok(match line.split_once(": ") {
            Some(("Installed-Size", _)) => format!("Installed-Size: {installed}\n"),
            Some(("Depends", asked)) => format!("Depends: {}\n", depends(tree, asked)?),
            _ => format!("{line}\n"),
        })
    };
    put(&path, control.lines().map(line).collect::<Result<String, String>>()?)
}

/// What the programs need. Tauri adds names without versions to what was asked for; those are found anyway.
fn depends(tree: &Path, asked: &str) -> Result<String, String> {
    let asked: Vec<&str> = asked.split(", ").filter(|one| one.contains('(')).collect();
    // It reads the name of the package that it works for.
    let source = tree.with_extension("source");
    remake(&source.join("debian"))?;
    put(&source.join("debian/control"), "Source: houvast\n\nPackage: houvast\nArchitecture: any\n")?;
    let out = command("dpkg-shlibdeps", &["-O", "--warnings=0"])
        .args(["houvast", "houvast-app"].map(|name| tree.join("usr/bin").join(name)))
        .current_dir(&source)
        .output()
        .map_err(|error| format!("dpkg-shlibdeps: {error}"))?;
    if !out.status.success() {
        return Err(format!("dpkg-shlibdeps: {}", String::from_utf8_lossy(&out.stderr)));
    }
    std::fs::remove_dir_all(&source).map_err(|error| error.to_string())?;
    let found = String::from_utf8_lossy(&out.stdout);
    let found = found.trim().strip_prefix("shlibs:Depends=").ok_or("dpkg-shlibdeps finds nothing")?;
    let name = |one: &str| one.split(' ').next().map(str::to_owned);
    let wanted = |one: &str| asked.iter().find(|other| name(other) == name(one)).map_or(one, |other| *other).to_owned();
    Ok(found.split(", ").map(wanted).collect::<Vec<_>>().join(", "))
}

/// Puts the list of checksums in order of name.
fn summed(tree: &Path) -> Done {
    let path = tree.join("DEBIAN/md5sums");
    let sums = String::from_utf8(whole(&path)?).map_err(|error| error.to_string())?;
    let mut lines: Vec<&str> = sums.lines().collect();
    lines.sort_by_key(|line| line.split_once("  ").map(|(_, name)| name));
    put(&path, lines.join("\n") + "\n")
}

/// Gives a file the moment, and what anybody may do with it.
fn settle(path: &Path, moment: SystemTime) -> Done {
    let is_program = path.is_dir() || path.parent().is_some_and(|folder| folder.ends_with("usr/bin"));
    let mode = if is_program { "755" } else { "644" };
    run(command("chmod", &[mode]).arg(path))?;
    std::fs::File::open(path).and_then(|file| file.set_modified(moment)).map_err(told(path))
}
