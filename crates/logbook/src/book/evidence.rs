//! Reading evidence back: chunk by chunk, each shown only after it verified.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;

use houvast_vault::{BlobId, BlobKey, BlobRef, CHUNK, hex};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use super::keep::Lend;
use super::{Book, Error};
use crate::model::{BlobAddress, EvidenceId};

/// Bytes that a small picture may have. Ours have a few tens of thousands; memory is not taken for more.
const MOST_SMALL: u64 = 16 << 20;

impl Book {
    /// Opens the small picture of a piece of evidence: a JPEG, or `None` if it has none.
    ///
    /// # Errors
    /// When there is no such evidence, or its bytes do not verify.
    pub fn thumbnail(&self, id: &EvidenceId) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
        let Some(small) = &self.kept(id)?.evidence.thumbnail else {
            return Ok(None);
        };
        let blob = reference(&small.blob)?;
        if blob.size > MOST_SMALL {
            return Err(houvast_vault::Error::TooLarge.into());
        }
        let mut bytes = Zeroizing::new(Vec::with_capacity(usize::try_from(blob.size).unwrap_or(0)));
        let chunks = blob.size.div_ceil(CHUNK as u64);
        for n in 0..chunks {
            let n = u32::try_from(n).map_err(|_| houvast_vault::Error::TooLarge)?;
            bytes.extend_from_slice(&self.vault.read_chunk(&blob, n)?);
        }
        Ok(Some(bytes))
    }

    /// Writes the original to `out`, bit for bit, and checks that it still has its SHA-256.
    /// `progress` gets the bytes written so far.
    ///
    /// # Errors
    /// When there is no such evidence, its bytes do not verify, or `out` cannot be written.
    pub fn extract(
        &self,
        id: &EvidenceId,
        out: &mut dyn Write,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<(), Error> {
        let evidence = &self.kept(id)?.evidence;
        let blob = reference(&evidence.blob)?;
        let mut hash = Sha256::new();
        let mut written = 0_u64;
        let mut chunk = Zeroizing::default();
        for n in 0..blob.size.div_ceil(CHUNK as u64) {
            let n = u32::try_from(n).map_err(|_| houvast_vault::Error::TooLarge)?;
            self.vault.read_chunk_into(&blob, n, &mut chunk)?;
            hash.update(chunk.as_slice());
            out.write_all(&chunk).map_err(Error::Write)?;
            written += chunk.len() as u64;
            if progress(written).is_break() {
                return Err(Error::Write(io::ErrorKind::Interrupted.into()));
            }
        }
        out.flush().map_err(Error::Write)?;
        if hex(&hash.finalize()) == evidence.sha256 { Ok(()) } else { Err(Error::HashDiffers) }
    }

    /// A reader over the original that borrows the book for one chunk at a time.
    ///
    /// # Errors
    /// When there is no such evidence.
    pub fn reader<'a, L: Lend>(&self, id: &EvidenceId, lend: &'a L) -> Result<KeptReader<'a, L>, Error> {
        Ok(KeptReader::new(lend, reference(&self.kept(id)?.evidence.blob)?))
    }
}

/// All of the original, if it is not larger than `most` bytes, while others use the book.
///
/// # Errors
/// When there is no such evidence, it is larger (the vault's `TooLarge`), its bytes do not verify, or the book was locked
/// meanwhile.
pub fn whole<L: Lend>(book: &L, id: &EvidenceId, most: u64) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mut reader = book.lend(|open| open.reader(id, book)).ok_or(Error::Locked)??;
    let size = Some(reader.size()).filter(|size| *size <= most).and_then(|size| usize::try_from(size).ok());
    // Never grown, so that no half of it stays where it was.
    let mut bytes = Zeroizing::new(vec![0; size.ok_or(houvast_vault::Error::TooLarge)?]);
    reader.read_exact(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

/// Draws a larger picture of evidence, upright and without metadata; `None` if the book was locked meanwhile.
///
/// # Errors
/// When it is no picture that can be drawn.
pub fn picture<L: Lend>(
    book: &L,
    id: &EvidenceId,
    longest: u32,
) -> Option<Result<houvast_intake::Picture, houvast_intake::PictureError>> {
    let reader = book.lend(|open| open.reader(id, book))?;
    let Ok(mut reader) = reader else {
        return Some(Err(houvast_intake::PictureError::Unreadable));
    };
    Some(houvast_intake::picture(&mut reader, longest, &houvast_intake::Limits::default()))
}

/// Writes the original to `out`, bit for bit, while others use the book, and checks that it still has its SHA-256.
/// `progress` gets the bytes written so far and the bytes that there are.
///
/// # Errors
/// When there is no such evidence, its bytes do not verify, the book was locked meanwhile, or `out` cannot be written.
pub fn extract<L: Lend>(
    book: &L,
    id: &EvidenceId,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), Error> {
    let begun =
        |open: &mut Book| -> Result<_, Error> { Ok((open.kept(id)?.evidence.sha256.clone(), open.reader(id, book)?)) };
    let (sha256, mut reader) = book.lend(begun).ok_or(Error::Locked)??;
    let (mut hash, mut written) = (Sha256::new(), 0);
    let mut chunk = Zeroizing::new(vec![0; CHUNK]);
    loop {
        let count = reader.read(&mut chunk).map_err(unreadable)?;
        if count == 0 {
            break;
        }
        hash.update(&chunk[..count]);
        out.write_all(&chunk[..count]).map_err(Error::Write)?;
        written += count as u64;
        if progress(written, reader.size()).is_break() {
            return Err(Error::Cancelled);
        }
    }
    out.flush().map_err(Error::Write)?;
    if hex(&hash.finalize()) == sha256 { Ok(()) } else { Err(Error::HashDiffers) }
}

/// Why a [`KeptReader`] did not go on.
fn unreadable(error: io::Error) -> Error {
    if error.kind() == io::ErrorKind::NotConnected {
        return Error::Locked;
    }
    match error.downcast::<houvast_vault::Error>() {
        Ok(error) => error.into(),
        Err(error) => Error::Read(error),
    }
}

/// Reads a blob like a file while others use the book: it is borrowed for one chunk at a time.
pub struct KeptReader<'a, L: Lend> {
    lend: &'a L,
    blob: BlobRef,
    position: u64,
    /// Which chunk stands in the buffer.
    open: Option<u64>,
    chunk: Zeroizing<Vec<u8>>,
}

impl<'a, L: Lend> KeptReader<'a, L> {
    pub(super) fn new(lend: &'a L, blob: BlobRef) -> Self {
        Self { lend, blob, position: 0, open: None, chunk: Zeroizing::default() }
    }

    /// Length of the original in bytes.
    pub fn size(&self) -> u64 {
        self.blob.size
    }

    fn open_chunk(&mut self, n: u64) -> io::Result<()> {
        if self.open == Some(n) {
            return Ok(());
        }
        self.open = None;
        let number = u32::try_from(n).map_err(|_| io::ErrorKind::InvalidInput)?;
        let (blob, chunk) = (&self.blob, &mut self.chunk);
        self.lend
            .lend(|book| book.vault.read_chunk_into(blob, number, chunk))
            .ok_or(io::ErrorKind::NotConnected)?
            .map_err(io::Error::other)?;
        self.open = Some(n);
        Ok(())
    }
}

impl<L: Lend> Read for KeptReader<'_, L> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.position >= self.blob.size || out.is_empty() {
            return Ok(0);
        }
        let size = CHUNK as u64;
        let (n, within) = (self.position / size, self.position % size);
        self.open_chunk(n)?;
        let within = usize::try_from(within).unwrap_or(usize::MAX);
        let rest = self.chunk.get(within..).unwrap_or_default();
        let count = rest.len().min(out.len());
        out[..count].copy_from_slice(&rest[..count]);
        self.position += count as u64;
        Ok(count)
    }
}

impl<L: Lend> Seek for KeptReader<'_, L> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
            SeekFrom::End(by) => self.blob.size.checked_add_signed(by),
        };
        self.position = position.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

/// How a blob is named inside a record.
pub(super) fn address(blob: &BlobRef) -> BlobAddress {
    let mut key = blob.key.to_bytes();
    let address = BlobAddress { id: hex(&blob.id.to_bytes()), key: hex(&key), size: blob.size };
    key.zeroize();
    address
}

/// The other way. A record that passed its seal and still names no blob was written by other code.
pub(super) fn reference(address: &BlobAddress) -> Result<BlobRef, Error> {
    let unreadable = || Error::Vault(houvast_vault::Error::Damaged(houvast_vault::Place::File));
    Ok(BlobRef {
        id: BlobId::from_bytes(unhex(&address.id).ok_or_else(unreadable)?),
        key: BlobKey::from_bytes(unhex(&address.key).ok_or_else(unreadable)?),
        size: address.size,
    })
}

fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back() {
        let blob = BlobRef { id: BlobId::from_bytes([7; 16]), key: BlobKey::from_bytes([0xab; 32]), size: 9 };
        assert!(reference(&address(&blob)).unwrap() == blob);
        assert_eq!(unhex::<2>("zz00"), None);
        assert_eq!(unhex::<2>("aé0"), None);
    }
}
