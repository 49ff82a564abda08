//! Where a package is read from: a ZIP, or the folder that it was unpacked to.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::{Problem, What};
use crate::manifest::MANIFEST;

/// Files by their names in the package.
pub trait Source {
    /// Every file's name, with `/`.
    fn names(&self) -> Vec<String>;

    /// Reads a file from its beginning to its end, piece by piece.
    ///
    /// # Errors
    /// When there is no such file, it cannot be read, or `take` says so.
    fn read(&mut self, name: &str, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()>;
}

/// Files that systems put beside others by themselves.
fn is_of_the_system(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or_default();
    matches!(last, ".DS_Store" | "Thumbs.db" | "desktop.ini") || name.split('/').any(|part| part == "__MACOSX")
}

/// Where the manifest nearest the top is: what stands before its name.
fn root<'a>(names: impl Iterator<Item = &'a str>) -> Option<String> {
    names
        .filter(|name| !is_of_the_system(name))
        .filter(|name| *name == MANIFEST || name.ends_with(&format!("/{MANIFEST}")))
        .min_by_key(|name| (name.matches('/').count(), *name))
        .and_then(|name| name.strip_suffix(MANIFEST))
        .map(str::to_owned)
}

fn pump(from: &mut impl Read, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut piece = vec![0; 1 << 17];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(count) => take(&piece[..count])?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// A ZIP.
pub struct Zip<R> {
    archive: ZipArchive<R>,
    root: String,
    password: Option<String>,
}

impl<R: Read + Seek> Zip<R> {
    /// Opens a ZIP; one that needs a password says [`What::WrongPassword`] without the right one.
    ///
    /// # Errors
    /// When it is no ZIP with a manifest, or shows different programs different files.
    pub fn open(from: R, password: Option<&str>) -> Result<Self, Problem> {
        let no_package = |_| Problem::of(What::NoPackage);
        let mut archive = ZipArchive::new(from).map_err(no_package)?;
        archive.validate_header_consistency().map_err(|_| Problem::of(What::ZipAmbiguous))?;
        let names: Vec<String> = archive
            .file_names()
            .map(|name| name.map(std::borrow::Cow::into_owned))
            .collect::<Result<_, _>>()
            .map_err(no_package)?;
        let root = root(names.iter().map(String::as_str)).ok_or(Problem::of(What::NoPackage))?;
        let mut zip = Self { archive, root, password: password.map(str::to_owned) };
        match zip.entry(MANIFEST) {
            Ok(_) => {}
            Err(ZipError::InvalidPassword | ZipError::UnsupportedArchive(_)) => {
                return Err(Problem::of(What::WrongPassword));
            }
            Err(_) => return Err(Problem::of(What::NoPackage)),
        }
        Ok(zip)
    }

    fn entry(&mut self, name: &str) -> Result<zip::read::ZipFile<'_, R>, ZipError> {
        let full = format!("{}{name}", self.root);
        match self.password.clone() {
            Some(password) => self.archive.by_name_decrypt(&full, password.as_bytes()),
            None => self.archive.by_name(&full),
        }
    }
}

impl<R: Read + Seek> Source for Zip<R> {
    fn names(&self) -> Vec<String> {
        let names = self.archive.file_names().filter_map(Result::ok);
        // Folders have a name of their own.
        names
            .filter(|name| !name.ends_with('/') && !is_of_the_system(name))
            // What stands outside the package's own folder is added too, and said so by its whole name.
            .map(|name| name.strip_prefix(&self.root).map_or_else(|| format!("/{name}"), str::to_owned))
            .collect()
    }

    fn read(&mut self, name: &str, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        let mut entry = self.entry(name).map_err(|error| match error {
            ZipError::FileNotFound => io::ErrorKind::NotFound.into(),
            other => io::Error::other(other),
        })?;
        pump(&mut entry, take)
    }
}

/// A folder.
pub struct Folder {
    files: BTreeMap<String, PathBuf>,
}

impl Folder {
    /// Looks through a folder.
    ///
    /// # Errors
    /// When it cannot be read, or holds no manifest.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        let mut all = BTreeMap::new();
        list(path, "", &mut all).map_err(|_| Problem::of(What::NoPackage))?;
        let root = root(all.keys().map(String::as_str)).ok_or(Problem::of(What::NoPackage))?;
        let files = all
            .into_iter()
            .filter(|(name, _)| !is_of_the_system(name))
            .filter_map(|(name, path)| Some((name.strip_prefix(&root)?.to_owned(), path)))
            .collect();
        Ok(Self { files })
    }
}

fn list(folder: &Path, before: &str, all: &mut BTreeMap<String, PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        // Links are not followed: they lead out of the package.
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{name}/"), all)?;
        } else {
            all.insert(name, entry.path());
        }
    }
    Ok(())
}

impl Source for Folder {
    fn names(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    fn read(&mut self, name: &str, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        let path = self.files.get(name).ok_or(io::ErrorKind::NotFound)?;
        if !std::fs::symlink_metadata(path)?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        pump(&mut File::open(path)?, take)
    }
}
