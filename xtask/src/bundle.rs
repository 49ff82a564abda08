//! `bundle`: the packages that can be made on this system, with what they are made of and their checksums.

mod bill;
mod deb;
mod phone;
mod stage;
mod sums;

use std::path::{Path, PathBuf};

use crate::files::{told, whole};
use crate::install::{self, tauri};
use crate::step::{Done, command, npm, root, run, target};

/// What is to be made besides, or instead.
const WORDS: &str = "bundle takes --test, --appimage, --android and --ios";

/// Makes the packages of this system from a release build, or those of a phone. With `--test`, packs twice, compares, and
/// installs, starts and removes the Debian package in a folder of its own.
pub(crate) fn bundle(words: &[&str]) -> Done {
    let known = ["--test", "--appimage", "--android", "--ios"];
    if words.iter().any(|word| !known.contains(word)) {
        return Err(WORDS.into());
    }
    let asked = |word: &str| words.contains(&word);
    if cfg!(target_os = "linux") && !asked("--android") {
        install::packages(install::BUILD)?;
    }
    install::node_modules()?;
    let out = target().join("bundle");
    if asked("--android") || asked("--ios") {
        remake(&out)?;
        npm(&["run", "build"])?;
        phone::build(asked("--ios"), &out)?;
        bill::write(&out, epoch()?)?;
    } else {
        build()?;
        let bill = target().join("bill");
        remake(&bill)?;
        bill::write(&bill, epoch()?)?;
        let made =
            Made { profile: "release", out, notices: Some(bill.join(bill::NOTICES)), appimage: asked("--appimage") };
        made.pack()?;
        for name in sums::names(&bill)? {
            copy(&bill.join(&name), &made.out.join(&name))?;
        }
        if asked("--test") {
            install::packages(install::MEDIA)?;
            install::packages(install::TEST)?;
            install::packages(install::PACKAGE)?;
            made.test()?;
        }
    }
    let out = target().join("bundle");
    sums::write(&out)?;
    println!("\nin {}:", out.display());
    for name in sums::names(&out)? {
        println!("  {name}");
    }
    Ok(())
}

/// The same of the development build, which is there anyway: the package alone, not compressed, and the same test. A step of
/// `cargo xtask test`.
pub(crate) fn development() -> Done {
    install::packages(install::PACKAGE)?;
    install::node_modules()?;
    let made = Made { profile: "debug", out: target().join("bundle-development"), notices: None, appimage: false };
    made.pack()?;
    made.test()
}

/// Packages, and the programs that they were made of.
struct Made {
    profile: &'static str,
    out: PathBuf,
    /// The licences of what others made, for a package that is handed out.
    notices: Option<PathBuf>,
    /// Is an `AppImage` wanted as well? Its tools come from the network.
    appimage: bool,
}

impl Made {
    fn programs(&self) -> PathBuf {
        target().join(self.profile)
    }

    /// Packs what was built.
    fn pack(&self) -> Done {
        remake(&self.out)?;
        // What another version left.
        remake(&self.programs().join("bundle"))?;
        if cfg!(target_os = "linux") { self.pack_for_linux() } else { self.pack_for_others() }
    }

    fn pack_for_linux(&self) -> Done {
        stage::fill(&self.programs(), self.notices.as_deref())?;
        let is_release = self.profile == "release";
        let kinds = match (is_release, self.appimage) {
            (true, true) => "deb,rpm,appimage",
            (true, false) => "deb,rpm",
            (false, _) => "deb",
        };
        self.tauri(&["--bundles", kinds])?;
        let bundles = self.programs().join("bundle");
        deb::finish(&bundles.join("deb"), &self.out, epoch()?, is_release)?;
        self.take(&bundles, &["rpm", "AppImage"])
    }

    /// Installers for the system that this runs on: Windows or macOS.
    fn pack_for_others(&self) -> Done {
        self.tauri(&[])?;
        self.take(&self.programs().join("bundle"), &["exe", "msi", "dmg"])
    }

    /// Lets Tauri pack. What it would write into the program tells an updater about its package, and there is no updater.
    fn tauri(&self, words: &[&str]) -> Done {
        let debug: &[&str] = if self.profile == "debug" { &["--debug"] } else { &[] };
        let fixed = ["bundle", "--ci", "--no-sign", "--no-binary-patching"];
        let all = [&fixed, debug, words].concat();
        run(tauri().args(all).current_dir(root()).env("SOURCE_DATE_EPOCH", epoch()?.to_string()))
    }

    /// Takes what Tauri made, from a folder for each kind.
    fn take(&self, bundles: &Path, kinds: &[&str]) -> Done {
        for path in kinds.iter().flat_map(|kind| below(bundles, kind)) {
            copy(&path, &self.out.join(path.file_name().unwrap_or_default()))?;
        }
        Ok(())
    }

    /// Looks at the Debian package, installs it, starts the app from it, removes it.
    fn test(&self) -> Done {
        let deb = below(&self.out, "deb").pop().ok_or("there is no package")?;
        let (out, notices) = (self.out.with_extension("again"), self.notices.clone());
        let again = Self { profile: self.profile, out, notices, appimage: false };
        again.pack()?;
        let other = below(&again.out, "deb").pop().ok_or("there is no second package")?;
        if whole(&deb)? != whole(&other)? {
            return Err(format!("{} and {} are not the same", deb.display(), other.display()));
        }
        std::fs::remove_dir_all(&again.out).map_err(told(&again.out))?;
        println!("packed twice, with the same bytes");
        let program = self.programs().join("examples/installed");
        run(&mut command(&program.to_string_lossy(), &[&deb.to_string_lossy()]))?;
        if self.profile == "release" {
            run(&mut command("lintian", &["--fail-on", "error", "--tag-display-limit", "0", &deb.to_string_lossy()]))?;
        }
        Ok(())
    }
}

/// Builds the release, with names of folders that are the same everywhere.
fn build() -> Done {
    let home = |name: &str, below: &str| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(below)))
            .unwrap_or_default()
    };
    let flags = [
        format!("--remap-path-prefix={}=/cargo", home("CARGO_HOME", ".cargo").display()),
        format!("--remap-path-prefix={}=/houvast", root().display()),
    ];
    crate::run::build_with(&flags.join("\u{1f}"))
}

/// The moment that everything in a package bears: `SOURCE_DATE_EPOCH`, or when the newest commit was made; without a history,
/// when the source was unpacked.
fn epoch() -> Result<u64, String> {
    let given = std::env::var("SOURCE_DATE_EPOCH").ok();
    let newest = || {
        let out = command("git", &["log", "-1", "--format=%ct"]).output().ok().filter(|out| out.status.success())?;
        Some(String::from_utf8_lossy(&out.stdout).into_owned())
    };
    let unpacked = || {
        let modified = root().join("Cargo.toml").metadata().and_then(|about| about.modified()).ok()?;
        Some(modified.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs().to_string())
    };
    let told = given.or_else(newest).or_else(unpacked).unwrap_or_default();
    told.trim().parse().map_err(|_| "SOURCE_DATE_EPOCH is no number of seconds".into())
}

/// The files below a folder whose names end like this, in order.
fn below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in std::fs::read_dir(folder).into_iter().flatten().filter_map(|entry| entry.ok().map(|entry| entry.path()))
    {
        if path.is_dir() {
            found.extend(below(&path, extension));
        } else if path.extension().is_some_and(|ends| ends == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Copies a file, and makes the folders to it.
fn copy(from: &Path, to: &Path) -> Done {
    let folder = to.parent().unwrap_or(to);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::copy(from, to))
        .map_err(|error| format!("{} to {}: {error}", from.display(), to.display()))?;
    Ok(())
}

/// Makes a folder anew, empty.
fn remake(folder: &Path) -> Done {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|error| format!("{} is in the way: {error}", folder.display()))?;
    }
    std::fs::create_dir_all(folder).map_err(told(folder))
}
