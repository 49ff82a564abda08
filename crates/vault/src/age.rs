//! The age format for one X25519 recipient: what can be written without the key that opens it.
//!
//! Written from <https://age-encryption.org/v1>; a test holds it against the `age` program, both ways. The `age` crate
//! is not used: it takes its randomness from the system, and brings a second generation of every cipher crate here.

use std::io::{self, Read};

use aead_stream::{NewStream, StreamBE32, StreamPrimitive};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use crate::keys::expand;
use crate::ports::Ports;
use crate::sealing::TAG;

/// Plaintext bytes in a chunk; only the last may be shorter.
const CHUNK: usize = 65_536;
const VERSION: &str = "age-encryption.org/v1";
const X25519: &str = "age-encryption.org/v1/X25519";
/// Longest header that is read. One for a single recipient has 200 bytes.
const LONGEST_HEADER: usize = 1024;

type FileKey = Zeroizing<[u8; 16]>;

/// STREAM with a counter of 11 bytes and a flag: the same as a prefix of 7 zeros and a counter of 4.
fn stream(file_key: &FileKey, nonce: &[u8; 16]) -> StreamBE32<ChaCha20Poly1305> {
    let mut key = Zeroizing::new([0; 32]);
    expand(&**file_key, Some(nonce), &[b"payload"], &mut *key);
    StreamBE32::from_aead(ChaCha20Poly1305::new((&*key).into()), &[0; 7].into())
}

fn header_mac(file_key: &FileKey, header: &str) -> Hmac<Sha256> {
    let mut key = Zeroizing::new([0; 32]);
    expand(&**file_key, None, &[b"header"], &mut *key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&*key)
        // HMAC takes keys of every length.
        .expect("any length will do");
    mac.update(header.as_bytes());
    mac
}

/// The cipher that wraps the file key for a recipient.
fn wrapping(shared: &[u8; 32], ephemeral: &PublicKey, recipient: &PublicKey) -> ChaCha20Poly1305 {
    let salt = [ephemeral.to_bytes(), recipient.to_bytes()].concat();
    let mut key = Zeroizing::new([0; 32]);
    expand(shared, Some(&salt), &[X25519.as_bytes()], &mut *key);
    ChaCha20Poly1305::new((&*key).into())
}

/// Seals bytes as they come in. Once dropped, nothing here can open them again.
pub(crate) struct AgeWriter {
    stream: StreamBE32<ChaCha20Poly1305>,
    /// The chunk that is being filled. A full one waits for the next byte: it may be the last.
    open: Zeroizing<Vec<u8>>,
    next: u32,
    /// What is sealed and was not yet taken; at first the header.
    sealed: Vec<u8>,
}

impl AgeWriter {
    pub(crate) fn new(recipient: &[u8; 32], ports: &Ports) -> Self {
        let recipient = PublicKey::from(*recipient);
        let file_key: FileKey = Zeroizing::new(ports.random());
        let ephemeral = StaticSecret::from(ports.random::<32>());
        let share = PublicKey::from(&ephemeral);
        let shared = ephemeral.diffie_hellman(&recipient);
        let mut wrapped = file_key.to_vec();
        wrapping(shared.as_bytes(), &share, &recipient)
            .encrypt_in_place(&Nonce::default(), b"", &mut wrapped)
            // Fails only over 256 GiB.
            .expect("16 bytes are short enough to seal");
        let (share, wrapped) = (BASE64.encode(share.as_bytes()), BASE64.encode(wrapped));
        let header = format!("{VERSION}\n-> X25519 {share}\n{wrapped}\n---");
        let mac = BASE64.encode(header_mac(&file_key, &header).finalize().into_bytes());
        let nonce: [u8; 16] = ports.random();
        let mut sealed = format!("{header} {mac}\n").into_bytes();
        sealed.extend_from_slice(&nonce);
        let open = Zeroizing::new(Vec::with_capacity(CHUNK + TAG));
        Self { stream: stream(&file_key, &nonce), open, next: 0, sealed }
    }

    pub(crate) fn write(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            if self.open.len() == CHUNK {
                self.seal(false);
            }
            let (now, later) = bytes.split_at(bytes.len().min(CHUNK - self.open.len()));
            self.open.extend_from_slice(now);
            bytes = later;
        }
    }

    fn seal(&mut self, last: bool) {
        let mut chunk = std::mem::replace(&mut *self.open, Vec::with_capacity(CHUNK + TAG));
        self.stream
            .encrypt_in_place(self.next, last, b"", &mut chunk)
            // A chunk is 64 KiB, and an inbox holds far fewer than 2^32 of them.
            .expect("short enough to seal");
        self.next += 1;
        self.sealed.append(&mut chunk);
    }

    /// Sealed bytes since the last time.
    pub(crate) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.sealed)
    }

    /// Seals the last chunk.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.seal(true);
        self.sealed
    }
}

/// Opens an age file, chunk by chunk; nothing of a chunk is handed out before all of it verified.
pub(crate) struct AgeReader<R> {
    sealed: R,
    stream: StreamBE32<ChaCha20Poly1305>,
    chunk: Zeroizing<Vec<u8>>,
    /// How much of the chunk was handed out.
    given: usize,
    next: u32,
    /// The byte behind the chunk, read to know whether it is the last.
    ahead: Option<u8>,
    done: bool,
}

impl<R: Read> AgeReader<R> {
    /// Reads the header. `None` if it is no age file for this identity, or was altered.
    pub(crate) fn open(mut sealed: R, identity: &[u8; 32]) -> io::Result<Option<Self>> {
        let Some(header) = read_header(&mut sealed)? else { return Ok(None) };
        let Some(file_key) = unwrap(&header, identity) else { return Ok(None) };
        let mut nonce = [0; 16];
        sealed.read_exact(&mut nonce)?;
        let ahead = one(&mut sealed)?;
        let chunk = Zeroizing::new(Vec::with_capacity(CHUNK + TAG));
        Ok(Some(Self { sealed, stream: stream(&file_key, &nonce), chunk, given: 0, next: 0, ahead, done: false }))
    }

    fn open_chunk(&mut self) -> io::Result<()> {
        (self.given, self.done) = (0, true);
        self.chunk.clear();
        self.chunk.extend(self.ahead.take());
        let wanted = (CHUNK + TAG - self.chunk.len()) as u64;
        self.sealed.by_ref().take(wanted).read_to_end(&mut self.chunk)?;
        let full = self.chunk.len() == CHUNK + TAG;
        self.ahead = if full { one(&mut self.sealed)? } else { None };
        let last = self.ahead.is_none();
        // A full chunk at the end that is not the last one: the file was cut off there, and the chunk is whole.
        let copy = Zeroizing::new(if full && last { self.chunk.to_vec() } else { Vec::new() });
        if self.stream.decrypt_in_place(self.next, last, b"", &mut *self.chunk).is_err() {
            self.chunk.clear();
            self.chunk.extend_from_slice(&copy);
            let whole = full && last && self.stream.decrypt_in_place(self.next, false, b"", &mut *self.chunk).is_ok();
            if !whole {
                self.chunk.clear();
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
        self.next += 1;
        self.done = last;
        Ok(())
    }
}

impl<R: Read> Read for AgeReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.chunk.len() {
            if self.done || out.is_empty() {
                return Ok(0);
            }
            self.open_chunk()?;
        }
        let count = (self.chunk.len() - self.given).min(out.len());
        out[..count].copy_from_slice(&self.chunk[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

fn one(from: &mut impl Read) -> io::Result<Option<u8>> {
    let mut there = Vec::with_capacity(1);
    from.take(1).read_to_end(&mut there)?;
    Ok(there.first().copied())
}

/// Everything to the end of the line that begins with `---`; `None` if there is no such line.
fn read_header(from: &mut impl Read) -> io::Result<Option<String>> {
    let mut header = Vec::with_capacity(256);
    let mut line = 0;
    while header.len() < LONGEST_HEADER {
        let Some(byte) = one(from)? else { return Ok(None) };
        if byte != b'\n' {
            header.push(byte);
        } else if header[line..].starts_with(b"---") {
            return Ok(String::from_utf8(header).ok());
        } else {
            header.push(byte);
            line = header.len();
        }
    }
    Ok(None)
}

/// The file key in a header with one X25519 stanza.
fn unwrap(header: &str, identity: &[u8; 32]) -> Option<FileKey> {
    let identity = StaticSecret::from(*identity);
    let recipient = PublicKey::from(&identity);
    let (covered, mac) = header.rsplit_once("--- ")?;
    let (covered, mac) = (format!("{covered}---"), BASE64.decode(mac).ok()?);
    let mut lines = header.lines();
    let (version, stanza, wrapped) = (lines.next()?, lines.next()?, lines.next()?);
    if version != VERSION {
        return None;
    }
    let share: [u8; 32] = BASE64.decode(stanza.strip_prefix("-> X25519 ")?).ok()?.try_into().ok()?;
    let share = PublicKey::from(share);
    let shared = identity.diffie_hellman(&share);
    let mut wrapped = Zeroizing::new(BASE64.decode(wrapped).ok()?);
    // Before anything is decrypted: a file key of another length could be made to open under two keys.
    if wrapped.len() != 16 + TAG || !shared.was_contributory() {
        return None;
    }
    wrapping(shared.as_bytes(), &share, &recipient).decrypt_in_place(&Nonce::default(), b"", &mut *wrapped).ok()?;
    let file_key: FileKey = Zeroizing::new(*wrapped.first_chunk()?);
    header_mac(&file_key, &covered).verify_slice(&mac).ok()?;
    Some(file_key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system;

    const IDENTITY: [u8; 32] = [7; 32];

    fn recipient() -> [u8; 32] {
        PublicKey::from(&StaticSecret::from(IDENTITY)).to_bytes()
    }

    fn sealed(plain: &[u8]) -> Vec<u8> {
        let mut writer = AgeWriter::new(&recipient(), &system::ports());
        for part in plain.chunks(10_007) {
            writer.write(part);
        }
        writer.finish()
    }

    /// What can be read, and whether it ended well.
    fn opened(sealed: &[u8]) -> Option<(Vec<u8>, bool)> {
        let mut reader = AgeReader::open(sealed, &IDENTITY).ok()??;
        let mut plain = Vec::new();
        let ended = reader.read_to_end(&mut plain).is_ok();
        Some((plain, ended))
    }

    #[test]
    fn every_length_comes_back() {
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5] {
            let plain: Vec<u8> = (0..=250).cycle().take(length).collect();
            assert!(opened(&sealed(&plain)) == Some((plain, true)), "{length}");
        }
    }

    #[test]
    fn what_was_whole_before_a_cut_comes_back() {
        let plain: Vec<u8> = (0..=250).cycle().take(2 * CHUNK + 99).collect();
        let whole = sealed(&plain);
        let header = whole.len() - plain.len() - 3 * TAG;
        for (cut, left) in [
            (whole.len() - 1, 2 * CHUNK),
            (header + 2 * (CHUNK + TAG), 2 * CHUNK),
            (header + 2 * (CHUNK + TAG) - 1, CHUNK),
            (header + CHUNK + TAG, CHUNK),
            (header + 1, 0),
        ] {
            let (found, _) = opened(&whole[..cut]).unwrap();
            assert!(found == plain[..left], "{cut}");
        }
        for cut in 0..header {
            assert!(opened(&whole[..cut]).is_none(), "{cut}");
        }
    }

    #[test]
    fn nothing_that_was_altered_comes_back() {
        let plain = vec![5; 500];
        let whole = sealed(&plain);
        for at in 0..whole.len() {
            let mut copy = whole.clone();
            copy[at] ^= 1;
            if let Some((found, ended)) = opened(&copy) {
                assert!(found.is_empty() && !ended, "{at}");
            }
        }
        assert!(AgeReader::open(whole.as_slice(), &[8; 32]).unwrap().is_none(), "another identity opens nothing");
    }
}
