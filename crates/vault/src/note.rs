//! Signed notes ([C2SP signed-note]) with Ed25519 ([RFC 8032]): a text, a blank line, a line per signature.
//!
//! [C2SP signed-note]: https://c2sp.org/signed-note
//! [RFC 8032]: https://www.rfc-editor.org/rfc/rfc8032

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::hex::hex;

/// The signature type of Ed25519.
const ED25519: u8 = 1;
/// What every signature line begins with: an em dash and a space.
const DASH: &str = "\u{2014} ";

/// Signs notes under a name.
pub(crate) struct NoteKey {
    key: SigningKey,
}

impl NoteKey {
    pub(crate) fn from_seed(seed: &Zeroizing<[u8; 32]>) -> Self {
        Self { key: SigningKey::from_bytes(seed) }
    }

    /// The public half.
    pub(crate) fn verifier(&self) -> VerifyingKey {
        self.key.verifying_key()
    }

    /// The note: `text`, which ends with a newline, and its signature under `name`.
    pub(crate) fn sign(&self, name: &str, text: &str) -> String {
        let mut line = key_id(name, &self.verifier()).to_vec();
        line.extend_from_slice(&self.key.sign(text.as_bytes()).to_bytes());
        format!("{text}\n{DASH}{name} {}\n", STANDARD.encode(line))
    }
}

/// The first four bytes of SHA-256 over name, newline, type and key.
fn key_id(name: &str, key: &VerifyingKey) -> [u8; 4] {
    let hash: [u8; 32] =
        Sha256::new().chain_update(name).chain_update([b'\n', ED25519]).chain_update(key.as_bytes()).finalize().into();
    let [a, b, c, d, ..] = hash;
    [a, b, c, d]
}

/// How a verifier writes a key down: `name+id+type and key`.
pub(crate) fn verifier_key(name: &str, key: &VerifyingKey) -> String {
    let id = hex(&key_id(name, key));
    format!("{name}+{id}+{}", STANDARD.encode([[ED25519].as_slice(), key.as_bytes()].concat()))
}

/// Name and key in what [`verifier_key`] wrote; `None` if it was written otherwise.
pub(crate) fn read_verifier_key(text: &str) -> Option<(&str, VerifyingKey)> {
    let mut parts = text.splitn(3, '+');
    let (name, _, key) = (parts.next()?, parts.next()?, STANDARD.decode(parts.next()?).ok()?);
    let key = VerifyingKey::from_bytes(key.strip_prefix(&[ED25519])?.try_into().ok()?).ok()?;
    (verifier_key(name, &key) == text).then_some((name, key))
}

/// Can this be the text of a note? It is not empty, ends with a newline and has no other control characters.
pub(crate) fn is_text(text: &str) -> bool {
    text.ends_with('\n') && text.bytes().all(|byte| byte >= b' ' || byte == b'\n')
}

/// The signed text of a note, if this key signed it under this name. Lines by others are passed over.
pub(crate) fn open<'a>(note: &'a str, name: &str, key: &VerifyingKey) -> Option<&'a str> {
    let (text, signatures) = split(note)?;
    let id = key_id(name, key);
    let ours = signatures.lines().find_map(|line| {
        let (by, signature) = line.strip_prefix(DASH)?.split_once(' ')?;
        let bytes = STANDARD.decode(signature).ok()?;
        let (of, signature) = bytes.split_first_chunk::<4>()?;
        (by == name && *of == id).then(|| signature.to_vec())
    })?;
    let signature = Signature::from_slice(&ours).ok()?;
    key.verify_strict(text.as_bytes(), &signature).is_ok().then_some(text)
}

/// A note's text, with its last newline, and its signature lines.
pub(crate) fn split(note: &str) -> Option<(&str, &str)> {
    let gap = note.rfind("\n\n")?;
    let (text, signatures) = (&note[..=gap], &note[gap + 2..]);
    let whole = signatures.ends_with('\n') && signatures.lines().all(|line| line.starts_with(DASH));
    (whole && !signatures.is_empty()).then_some((text, signatures))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u8) -> NoteKey {
        NoteKey::from_seed(&Zeroizing::new([seed; 32]))
    }

    #[test]
    fn what_is_signed_opens_and_nothing_else_does() {
        let note = key(1).sign("houvast/a", "one\ntwo\n");
        assert_eq!(open(&note, "houvast/a", &key(1).verifier()), Some("one\ntwo\n"));
        assert_eq!(open(&note, "houvast/b", &key(1).verifier()), None);
        assert_eq!(open(&note, "houvast/a", &key(2).verifier()), None);
        assert_eq!(open(&note.replace("two", "six"), "houvast/a", &key(1).verifier()), None);
        for length in 0..note.len() {
            if let Some(part) = note.get(..length) {
                assert_eq!(open(part, "houvast/a", &key(1).verifier()), None, "{length}");
            }
        }
    }

    /// The example of the package that the format comes from, `golang.org/x/mod/sumdb/note`.
    #[test]
    fn a_key_is_written_down_as_others_write_it() {
        let known = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        let bytes = STANDARD.decode(known.rsplit_once('+').unwrap().1).unwrap();
        let key = VerifyingKey::from_bytes(bytes[1..].try_into().unwrap()).unwrap();
        assert_eq!(verifier_key("PeterNeumann", &key), known);
    }

    #[test]
    fn signatures_of_others_are_passed_over() {
        let text = "one\n";
        let ours = key(1).sign("houvast/a", text);
        let (_, theirs) =
            key(2).sign("houvast/w", text).split_once("\n\n").map(|(a, b)| (a.len(), b.to_owned())).unwrap();
        let both = format!("{text}\n{theirs}{}", ours.split_once("\n\n").unwrap().1);
        assert_eq!(open(&both, "houvast/a", &key(1).verifier()), Some(text));
        assert_eq!(open(&both, "houvast/w", &key(2).verifier()), Some(text));
    }
}
