//! Small files beside the logbook that say something of a person: written over before they go.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use houvast_logbook::outside::write_file;
use serde::Serialize;

/// Writes the value in the place of the one before, which is overwritten.
pub(crate) fn write(path: &Path, value: &impl Serialize) -> io::Result<()> {
    path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
    let before = OpenOptions::new().write(true).open(path).ok();
    write_file(path, |file| Ok::<_, io::Error>(serde_json::to_writer(file, value)?))?;
    before.map_or(Ok(()), blank)
}

/// Overwrites the file and removes it; it may be gone already.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match OpenOptions::new().write(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        opened => blank(opened?)?,
    }
    std::fs::remove_file(path)
}

/// What stood there does not lie about in a file that has no name any more.
fn blank(mut file: File) -> io::Result<()> {
    let length = usize::try_from(file.metadata()?.len()).unwrap_or_default();
    file.write_all(&vec![0; length])?;
    file.sync_all()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_stood_there_before_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let (path, second) = (folder.path().join("a.json"), folder.path().join("another name for the same bytes"));
        let is_blank = || std::fs::read(&second).unwrap().iter().all(|byte| *byte == 0);
        write(&path, &"a name").unwrap();
        std::fs::hard_link(&path, &second).unwrap();
        write(&path, &"another name").unwrap();
        assert!(is_blank());
        std::fs::remove_file(&second).unwrap();
        std::fs::hard_link(&path, &second).unwrap();
        remove(&path).unwrap();
        assert!(is_blank());
        assert!(!path.exists());
        remove(&path).unwrap();
    }
}
