//! Blobs: evidence as it came, sealed in chunks.

use std::io::{self, Read, Seek, SeekFrom};

use aead_stream::{NewStream, StreamBE32, StreamPrimitive};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::error::Error;
use crate::padme;
use crate::ports::Ports;
use crate::sealing::TAG;
use crate::vault::Vault;

/// Plaintext bytes in a chunk; the last one of a blob may be shorter.
pub const CHUNK: usize = 65_536;

/// Names a blob in its file: 16 random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlobId([u8; 16]);

impl BlobId {
    /// The id whose bytes these are.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }
    /// Its bytes.
    pub const fn to_bytes(self) -> [u8; 16] {
        self.0
    }
}

impl std::fmt::Display for BlobId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Opens one blob and nothing else. Wiped when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct BlobKey([u8; 32]);

impl BlobKey {
    /// The key whose bytes these are.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
    /// Its bytes. The caller wipes the copy.
    pub const fn to_bytes(&self) -> [u8; 32] {
        self.0
    }
}

impl std::fmt::Debug for BlobKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BlobKey(..)")
    }
}

/// All that is needed to read a blob again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlobRef {
    /// Which blob.
    pub id: BlobId,
    /// Opens it.
    pub key: BlobKey,
    /// Bytes of the original; the padding behind it is not counted.
    pub size: u64,
}

/// A blob that is in the file and waits for [`Vault::append`] to commit it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StagedBlob {
    /// How to read it.
    pub blob: BlobRef,
    /// SHA-256 of the original.
    pub sha256: [u8; 32],
}

/// The nonce's prefix: nought. Every blob has a key of its own, so a counter and a flag are all that must differ.
const PREFIX: [u8; 7] = [0; 7];
/// Length to which even the smallest blob is padded.
const LEAST: u64 = 256;

/// STREAM over ChaCha20-Poly1305 ("Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", Hoang,
/// Reyhanitabar, Rogaway, Vizár, CRYPTO 2015): the nonce is prefix (7) ‖ chunk number (4, big end first) ‖ 1 for
/// the last chunk, else 0.
struct Sealer {
    stream: StreamBE32<ChaCha20Poly1305>,
    about: Vec<u8>,
}

impl Sealer {
    fn new(id: BlobId, key: &BlobKey) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        bytes.copy_from_slice(&key.0);
        let cipher = ChaCha20Poly1305::new((&*bytes).into());
        Self {
            stream: StreamBE32::from_aead(cipher, &PREFIX.into()),
            about: [b"houvast/1 blob".as_slice(), &id.0].concat(),
        }
    }
}

/// Chunks of a blob of this size, its padding included; never nought.
pub(crate) fn chunks(size: u64) -> Result<u32, Error> {
    u32::try_from(padme::padded(size, LEAST).div_ceil(CHUNK as u64)).map_err(|_| Error::TooLarge)
}

/// Sealed chunks on their way into the file: see [`Vault::stage`].
pub struct SealedChunks {
    pub(crate) blob: BlobId,
    pub(crate) chunks: Vec<(u32, Vec<u8>)>,
}

/// Hashes and seals a blob as its bytes come in. Holds no lock and does no input or output, so it can work on another
/// thread while what it sealed before is being written.
pub struct BlobWriter {
    id: BlobId,
    key: BlobKey,
    sealer: Sealer,
    hash: Sha256,
    written: u64,
    /// The chunk that is being filled. A full one waits for the next byte: it may be the last.
    open: Zeroizing<Vec<u8>>,
    next: u32,
    sealed: Vec<(u32, Vec<u8>)>,
    pending: usize,
    too_large: bool,
}

impl BlobWriter {
    pub(crate) fn new(ports: &Ports) -> Self {
        let (id, key) = (BlobId(ports.random()), BlobKey(ports.random()));
        let sealer = Sealer::new(id, &key);
        Self {
            id,
            key,
            sealer,
            hash: Sha256::new(),
            written: 0,
            open: Zeroizing::new(Vec::with_capacity(CHUNK + TAG)),
            next: 0,
            sealed: Vec::new(),
            pending: 0,
            too_large: false,
        }
    }

    /// Takes the next bytes of the original.
    pub fn write(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.written += bytes.len() as u64;
        self.fill(bytes);
    }

    fn fill(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            if self.open.len() == CHUNK {
                self.seal(false);
            }
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK - self.open.len()));
            self.open.extend_from_slice(now);
            bytes = later;
        }
    }

    /// Seals the chunk that is being filled.
    fn seal(&mut self, last: bool) {
        let mut chunk = std::mem::replace(&mut *self.open, Vec::with_capacity(CHUNK + TAG));
        // Fails only when a chunk is longer than the cipher allows, and it is 64 KiB.
        let done = self.sealer.stream.encrypt_in_place(self.next, last, &self.sealer.about, &mut chunk);
        match (done, self.next.checked_add(1)) {
            (Ok(()), Some(next)) => {
                self.pending += chunk.len();
                self.sealed.push((self.next, chunk));
                self.next = next;
            }
            _ => self.too_large = true,
        }
    }

    /// Bytes of the original taken so far.
    pub fn written(&self) -> u64 {
        self.written
    }

    /// Sealed bytes that [`Vault::stage`] has not yet written.
    pub fn pending(&self) -> usize {
        self.pending
    }

    /// The id that the blob will have.
    pub fn id(&self) -> BlobId {
        self.id
    }

    /// What has been sealed since the last time.
    ///
    /// # Errors
    /// When the blob has more chunks than can be numbered (256 TiB).
    pub fn take(&mut self) -> Result<SealedChunks, Error> {
        self.pending = 0;
        let chunks = std::mem::take(&mut self.sealed);
        if self.too_large { Err(Error::TooLarge) } else { Ok(SealedChunks { blob: self.id, chunks }) }
    }

    /// Pads with zeros and seals the last chunk: what remains to be staged, and how to read it all.
    ///
    /// # Errors
    /// When the blob has more chunks than can be numbered.
    pub fn finish(mut self) -> Result<(SealedChunks, StagedBlob), Error> {
        let mut zeros = padme::padded(self.written, LEAST) - self.written;
        let nothing = vec![0; CHUNK];
        while zeros > 0 {
            let count = zeros.min(CHUNK as u64);
            // At most one chunk.
            self.fill(&nothing[..usize::try_from(count).unwrap_or(CHUNK)]);
            zeros -= count;
        }
        self.seal(true);
        let rest = self.take()?;
        let staged = StagedBlob {
            blob: BlobRef { id: self.id, key: self.key, size: self.written },
            sha256: self.hash.finalize().into(),
        };
        Ok((rest, staged))
    }
}

/// Opens the sealed bytes of chunk `n` where they stand and cuts the padding off. `None` if they do not verify; then
/// nothing is left in `chunk`.
pub(crate) fn open_chunk(blob: &BlobRef, n: u32, chunk: &mut Zeroizing<Vec<u8>>) -> Option<()> {
    let chunks = chunks(blob.size).ok()?;
    let sealer = Sealer::new(blob.id, &blob.key);
    if sealer.stream.decrypt_in_place(n, n + 1 == chunks, &sealer.about, &mut **chunk).is_err() {
        chunk.clear();
        return None;
    }
    let rest = blob.size.saturating_sub(u64::from(n) * CHUNK as u64);
    chunk.truncate(usize::try_from(rest).unwrap_or(usize::MAX));
    Some(())
}

/// Reads a blob like a file, opening and verifying one chunk at a time.
pub struct BlobReader<'a> {
    vault: &'a Vault,
    blob: BlobRef,
    position: u64,
    /// Which chunk stands in the buffer.
    open: Option<u32>,
    chunk: Zeroizing<Vec<u8>>,
}

impl<'a> BlobReader<'a> {
    pub(crate) fn new(vault: &'a Vault, blob: BlobRef) -> Self {
        Self { vault, blob, position: 0, open: None, chunk: Zeroizing::default() }
    }
}

impl Read for BlobReader<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.position >= self.blob.size || out.is_empty() {
            return Ok(0);
        }
        let n = u32::try_from(self.position / CHUNK as u64).map_err(io::Error::other)?;
        let within = usize::try_from(self.position % CHUNK as u64).map_err(io::Error::other)?;
        if self.open != Some(n) {
            self.open = None;
            self.vault.read_chunk_into(&self.blob, n, &mut self.chunk).map_err(io::Error::other)?;
            self.open = Some(n);
        }
        let rest = self.chunk.get(within..).unwrap_or_default();
        let count = rest.len().min(out.len());
        out[..count].copy_from_slice(&rest[..count]);
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for BlobReader<'_> {
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
