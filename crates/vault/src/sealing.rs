//! Sealing small things: XChaCha20-Poly1305 with a random nonce in front.
//!
//! A sealed value is `nonce (24) ‖ ciphertext ‖ tag (16)`. Nonces of 192 bits may be drawn at random
//! as often as one likes; see [draft-irtf-cfrg-xchacha].
//!
//! [draft-irtf-cfrg-xchacha]: https://datatracker.ietf.org/doc/html/draft-irtf-cfrg-xchacha-03

use chacha20poly1305::aead::AeadInOut;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::cursor::Cursor;
use crate::padme;
use crate::ports::Ports;

/// Bytes of the nonce in front of a sealed value.
pub(crate) const NONCE: usize = 24;
/// Bytes of the tag behind it.
pub(crate) const TAG: usize = 16;

/// Seals `plain`, which is wiped by being encrypted where it stands. `about` must be given again to open.
pub(crate) fn seal(key: &[u8; 32], about: &[u8], mut plain: Zeroizing<Vec<u8>>, ports: &Ports) -> Vec<u8> {
    let nonce: [u8; NONCE] = ports.random();
    let mut sealed = Vec::with_capacity(NONCE + plain.len() + TAG);
    plain.reserve_exact(TAG);
    XChaCha20Poly1305::new(key.into())
        .encrypt_in_place(&XNonce::from(nonce), about, &mut *plain)
        // Fails only over 256 GiB, and nothing that is sealed here is over a few tens of MiB.
        .expect("short enough to seal");
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&plain);
    sealed
}

/// Opens what [`seal`] made; `None` if key, `about` or a single bit differs.
pub(crate) fn open(key: &[u8; 32], about: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, ciphertext) = sealed.split_first_chunk::<NONCE>()?;
    let mut plain = Zeroizing::new(ciphertext.to_vec());
    XChaCha20Poly1305::new(key.into()).decrypt_in_place(&XNonce::from(*nonce), about, &mut *plain).ok()?;
    Some(plain)
}

/// `length (4) ‖ body ‖ zeros` up to the Padmé length, never under `least`.
pub(crate) fn pad(body: &[u8], least: usize) -> Option<Zeroizing<Vec<u8>>> {
    let len = u32::try_from(body.len()).ok()?;
    let padded = padme::padded_len(4 + body.len(), least);
    // Room for the tag, so that sealing does not move the plaintext and leave a copy behind.
    let mut out = Zeroizing::new(Vec::with_capacity(padded + TAG));
    out.extend_from_slice(&len.to_be_bytes());
    out.extend_from_slice(body);
    out.resize(padded, 0);
    Some(out)
}

/// The body in what [`pad`] made.
pub(crate) fn unpad(padded: &[u8]) -> Option<&[u8]> {
    Cursor(padded).long()
}

/// What a sealed value is bound to: its purpose and the number of its row.
pub(crate) fn about(purpose: &str, row: u64) -> Vec<u8> {
    [purpose.as_bytes(), &row.to_be_bytes()].concat()
}
