//! Writing a file that leaves the logbook: the whole file or none of it, or where that cannot be had, the whole file or word that
//! it is not whole.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use houvast_vault::{folder_of, sync_folder};
use sha2::{Digest, Sha256};

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

/// What a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// To be written from its beginning; what was in it goes.
    Writing,
    /// To be read from its beginning.
    Reading,
}

/// Why a file that has no name of ours is not what it was to be.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotWhole<E> {
    /// It was not written. What was begun is empty again.
    #[error("nothing was saved")]
    Nothing(E),
    /// It was not written, and a part of it may stand there.
    #[error("a part of the file was saved and could not be taken back")]
    Part(E),
    /// It was written, and reads differently.
    #[error("the file does not read as it was written")]
    Differs,
}

/// Writes a file through `fill` where there is no folder to write beside and no rename: at an address that a phone's file
/// chooser gave. `open` opens it. It is written from its beginning and synced; if it can be read there too, it is read again
/// and compared.
///
/// Where one can only write on and on (some providers hand over a pipe to a server), nothing can be synced or compared, and
/// what goes back in the file fails.
///
/// # Errors
/// See [`NotWhole`].
pub fn write_address<E: From<io::Error>>(
    open: &mut dyn FnMut(For) -> io::Result<File>,
    fill: impl FnOnce(&mut dyn Sink) -> Result<(), E>,
) -> Result<(), NotWhole<E>> {
    let file = open(For::Writing).map_err(|error| NotWhole::Nothing(error.into()))?;
    let is_file = file.metadata().is_ok_and(|about| about.is_file());
    let mut remembering = Remembering { file, written: Written::default() };
    let filled = {
        let mut buffered = io::BufWriter::with_capacity(1 << 20, &mut remembering);
        fill(&mut buffered).and_then(|()| Ok(buffered.flush()?))
    };
    let Remembering { file, written } = remembering;
    let synced = filled.and_then(|()| if is_file { Ok(file.sync_all()?) } else { Ok(()) });
    if let Err(error) = synced {
        let emptied = file.set_len(0).is_ok() && file.metadata().is_ok_and(|about| about.len() == 0);
        return Err(if emptied { NotWhole::Nothing(error) } else { NotWhole::Part(error) });
    }
    // What is handed over may only then be written by the other side.
    drop(file);
    match open(For::Reading) {
        Ok(mut again) if again.metadata().is_ok_and(|about| about.is_file()) => match written.is(&mut again) {
            Ok(true) => Ok(()),
            _ => Err(NotWhole::Differs),
        },
        // It may be written and not read there, or is on a server by now.
        _ => Ok(()),
    }
}

/// Bytes in a piece that is compared.
const PIECE: usize = 1 << 16;

/// What was written, well enough to know it again, whatever its size: the hash of each piece, and what was written over one
/// afterwards, as a ZIP's writer does with the length of what it put in.
#[derive(Default)]
struct Written {
    length: u64,
    /// The hash of each full piece; none for one that was written over later.
    pieces: Vec<Option<[u8; 32]>>,
    /// What stands behind the last full piece.
    rest: Vec<u8>,
    /// What was written over full pieces, and where.
    over: Vec<(u64, Vec<u8>)>,
}

impl Written {
    fn take(&mut self, at: u64, bytes: &[u8]) {
        let full = self.pieces.len() as u64 * PIECE as u64;
        // A part of it may lie in full pieces, and the other behind them.
        let before = usize::try_from(full.saturating_sub(at)).unwrap_or(usize::MAX).min(bytes.len());
        let (over, behind) = bytes.split_at(before);
        if !over.is_empty() {
            self.over.push((at, over.to_vec()));
            let last = at + over.len() as u64 - 1;
            for piece in at / PIECE as u64..=last / PIECE as u64 {
                self.pieces[usize::try_from(piece).unwrap_or(usize::MAX)] = None;
            }
        }
        if !behind.is_empty() {
            // Never further than a piece and what one write brings.
            let from = usize::try_from(at.max(full) - full).unwrap_or(usize::MAX);
            if self.rest.len() < from + behind.len() {
                self.rest.resize(from + behind.len(), 0);
            }
            self.rest[from..from + behind.len()].copy_from_slice(behind);
        }
        self.length = self.length.max(at + bytes.len() as u64);
        while self.rest.len() >= PIECE {
            self.pieces.push(Some(Sha256::digest(&self.rest[..PIECE]).into()));
            self.rest.drain(..PIECE);
        }
    }

    /// Is this what was written?
    fn is(&self, file: &mut File) -> io::Result<bool> {
        if file.metadata()?.len() != self.length {
            return Ok(false);
        }
        let mut piece = vec![0; PIECE];
        for hash in &self.pieces {
            file.read_exact(&mut piece)?;
            if hash.is_some_and(|hash| hash != <[u8; 32]>::from(Sha256::digest(&piece))) {
                return Ok(false);
            }
        }
        let mut rest = Vec::new();
        file.read_to_end(&mut rest)?;
        if rest != self.rest {
            return Ok(false);
        }
        // The last of two that lie over each other counts; a ZIP's writer fills in each length once.
        for (at, over) in &self.over {
            file.seek(SeekFrom::Start(*at))?;
            let mut found = vec![0; over.len()];
            file.read_exact(&mut found)?;
            if found != *over {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// A file that remembers what was written to it.
struct Remembering {
    file: File,
    written: Written,
}

impl Write for Remembering {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A pipe has no places: there everything comes behind the rest.
        let at = self.file.stream_position().unwrap_or(self.written.length);
        let count = self.file.write(bytes)?;
        self.written.take(at, &bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Remembering {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
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

    fn address(path: &Path) -> impl FnMut(For) -> io::Result<File> {
        let path = path.to_owned();
        move |what| match what {
            For::Writing => File::create(&path),
            For::Reading => File::open(&path),
        }
    }

    #[test]
    fn a_file_at_an_address_is_written_over_and_over_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.zip");
        let long: Vec<u8> = (0..PIECE * 3 + 100).map(|n| n.to_le_bytes()[0]).collect();
        let fill = |out: &mut dyn Sink| {
            out.write_all(&long)?;
            // In a full piece, over the edge of two, and in what is behind.
            for at in [10, PIECE as u64 - 2, PIECE as u64 * 3 - 2, PIECE as u64 * 3 + 20] {
                out.seek(SeekFrom::Start(at))?;
                out.write_all(b"over")?;
            }
            out.seek(SeekFrom::End(0))?;
            out.write_all(b"end")
        };
        write_address::<io::Error>(&mut address(&path), fill).unwrap();
        let found = std::fs::read(&path).unwrap();
        assert_eq!(found.len(), long.len() + 3);
        assert_eq!(&found[PIECE - 2..PIECE + 2], b"over");
        assert!(found.ends_with(b"end"));
    }

    #[test]
    fn what_reads_differently_than_it_was_written_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.zip");
        let long = vec![7; PIECE * 2 + 5];
        // A bit in a full piece, in what was written over, and in the rest; and a byte less.
        for (bit, length) in [(3, None), (PIECE + 3, None), (PIECE * 2 + 1, None), (0, Some(PIECE * 2 + 4))] {
            let mut open = address(&path);
            let mut open = |what| {
                if what == For::Reading {
                    let mut bytes = std::fs::read(&path)?;
                    bytes[bit] ^= u8::from(length.is_none());
                    bytes.truncate(length.unwrap_or(bytes.len()));
                    File::create(&path)?.write_all(&bytes)?;
                }
                open(what)
            };
            let written = write_address::<io::Error>(&mut open, |out| {
                out.write_all(&long)?;
                out.seek(SeekFrom::Start(PIECE as u64))?;
                out.write_all(b"over")?;
                out.seek(SeekFrom::End(0)).map(|_| ())
            });
            assert!(matches!(written, Err(NotWhole::Differs)), "{bit} {length:?}");
        }
    }

    #[test]
    fn what_breaks_off_is_emptied_and_what_cannot_be_emptied_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        let full = |out: &mut dyn Sink| {
            out.write_all(b"half")?;
            Err(io::Error::from(io::ErrorKind::StorageFull))
        };
        let nothing = write_address(&mut address(&path), full);
        assert!(matches!(nothing, Err(NotWhole::Nothing(error)) if error.kind() == io::ErrorKind::StorageFull));
        assert_eq!(std::fs::read(&path).unwrap(), b"");
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_takes_what_goes_on_and_on_and_says_that_a_part_of_it_left() {
        use std::os::fd::OwnedFd;

        let (mut read, write) = io::pipe().unwrap();
        let mut ends = vec![write];
        let mut open = |what| match (what, ends.pop()) {
            (For::Writing, Some(end)) => Ok(File::from(OwnedFd::from(end))),
            _ => Err(io::ErrorKind::Unsupported.into()),
        };
        write_address::<io::Error>(&mut open, |out| out.write_all(b"on and on")).unwrap();
        let mut found = String::new();
        read.read_to_string(&mut found).unwrap();
        assert_eq!(found, "on and on");

        let (_read, write) = io::pipe().unwrap();
        let mut ends = vec![write];
        let mut open =
            |_| ends.pop().map(|end| File::from(OwnedFd::from(end))).ok_or(io::ErrorKind::Unsupported.into());
        let part = write_address(&mut open, |out| {
            out.write_all(b"half")?;
            out.flush()?;
            Err(io::Error::from(io::ErrorKind::StorageFull))
        });
        assert!(matches!(part, Err(NotWhole::Part(_))));
    }
}
