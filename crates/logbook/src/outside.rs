//! Writing a file that leaves the logbook: the whole file or none of it.

use std::io::{self, Seek, Write};
use std::path::Path;

use houvast_vault::{folder_of, sync_folder};

/// What a file is written through.
pub trait Sink: Write + Seek {}

impl<W: Write + Seek> Sink for W {}

/// Writes `path` through `fill`: under a temporary name beside it, synced, renamed, the folder synced.
/// An existing file is replaced only when everything succeeded; on any error nothing stays behind.
///
/// # Errors
/// What `fill` said, or that the folder cannot be written.
pub fn write_file<E: From<io::Error>>(path: &Path, fill: impl FnOnce(&mut dyn Sink) -> Result<(), E>) -> Result<(), E> {
    let folder = folder_of(path);
    let mut beside = tempfile::Builder::new().prefix(".").suffix(".new").tempfile_in(folder)?;
    let mut buffered = io::BufWriter::with_capacity(1 << 20, beside.as_file_mut());
    fill(&mut buffered)?;
    buffered.flush()?;
    drop(buffered);
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|failed| failed.error)?;
    sync_folder(folder)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        write_file::<io::Error>(&path, |out| out.write_all(b"first")).unwrap();
        let failed = write_file(&path, |out| {
            out.write_all(b"second")?;
            Err(io::Error::from(io::ErrorKind::StorageFull))
        });
        assert_eq!(failed.unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
