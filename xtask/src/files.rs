//! Folders of files, read and written whole.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::step::Done;

/// Files by their path from the top of a folder.
pub(crate) type Files = BTreeMap<PathBuf, Vec<u8>>;

/// All files in a folder but those with one of these names, and what is in folders of that name. No folder: no files.
pub(crate) fn read(folder: &Path, but: &[&str]) -> Result<Files, String> {
    let mut files = Files::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in fs::read_dir(folder).map_err(told(folder))? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).map_err(told(folder))?;
        if but.iter().any(|but| name == *but) {
            continue;
        }
        if path.is_dir() {
            files.extend(read(&path, but)?.into_iter().map(|(inner, bytes)| (Path::new(&name).join(inner), bytes)));
        } else {
            files.insert(name.into(), whole(&path)?);
        }
    }
    Ok(files)
}

/// One file, whole.
pub(crate) fn whole(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(told(path))
}

/// Writes a file, and makes the folder for it.
pub(crate) fn put(path: &Path, bytes: impl AsRef<[u8]>) -> Done {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(told(folder))?;
    }
    fs::File::create(path).and_then(|mut file| file.write_all(bytes.as_ref())).map_err(told(path))
}

/// An error with the file that it is about.
pub(crate) fn told(path: &Path) -> impl Fn(std::io::Error) -> String + use<> {
    let path = path.display().to_string();
    move |error| format!("{path}: {error}")
}
