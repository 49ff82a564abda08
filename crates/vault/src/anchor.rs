//! Anchors: the log's head as a signed note that somebody else keeps, and what can be shown with it.
//!
//! An anchor is a [C2SP tlog-checkpoint]: origin, size and root of the log. Whoever got one can later see whether
//! the entries of then are still there and unchanged; a logbook that was put back from an older copy is shorter than
//! the anchor says. A [C2SP tlog-proof] shows the same for a single entry.
//!
//! [C2SP tlog-checkpoint]: https://c2sp.org/tlog-checkpoint
//! [C2SP tlog-proof]: https://c2sp.org/tlog-proof

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::VerifyingKey;

use crate::hex::hex;
use crate::merkle::{self, Hash, Nodes};
use crate::note::{self, NoteKey};
use crate::record::{Head, Origin};

/// The first line of a proof.
pub(crate) const PROOF: &str = "c2sp.org/tlog-proof@v1";

/// How a logbook agrees with an anchor that was given earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Agreement {
    /// Everything that the anchor covers is here, unchanged; `later` records were added since.
    Holds {
        /// Records that the anchor covers.
        covers: u64,
        /// Records added since.
        later: u64,
    },
    /// What the anchor covers is not what is here.
    Differs,
    /// The anchor covers more records than there are: this is an older copy.
    Older {
        /// Records that the anchor covers.
        covers: u64,
        /// Records that are here.
        here: u64,
    },
    /// A record that the anchor covers is missing or damaged, so that nothing can be said.
    Incomplete,
    /// It is an anchor of another logbook.
    OtherLogbook,
    /// It is no anchor, or it was changed on its way.
    NoAnchor,
}

impl Agreement {
    /// Its name in people's languages: `agreement-<code>` in `words.ftl`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Holds { .. } => "holds",
            Self::Differs => "differs",
            Self::Older { .. } => "older",
            Self::Incomplete => "incomplete",
            Self::OtherLogbook => "other-logbook",
            Self::NoAnchor => "no-anchor",
        }
    }
}

/// The name under which a device signs: also the checkpoint's origin line.
fn name(origin: Origin) -> String {
    format!("houvast/{}", hex(&origin.0))
}

/// The signed head.
pub(crate) fn issue(head: &Head, key: &NoteKey) -> String {
    let name = name(head.origin);
    key.sign(&name, &format!("{name}\n{}\n{}\n", head.size, STANDARD.encode(head.root)))
}

/// How a verifier writes down the key of a device.
pub(crate) fn verifier_key(origin: Origin, key: &VerifyingKey) -> String {
    note::verifier_key(&name(origin), key)
}

/// Holds an anchor against the leaves of the log as they are now; `None` for one that is missing.
pub(crate) fn compare(anchor: &str, origin: Origin, key: &VerifyingKey, leaves: &[Option<Hash>]) -> Agreement {
    let anchor = mended(anchor);
    let Some((claimed, ..)) = note::split(&anchor).and_then(|(text, _)| fields(text)) else {
        return Agreement::NoAnchor;
    };
    let name = name(origin);
    if claimed != name {
        return Agreement::OtherLogbook;
    }
    let Some((_, size, root)) = note::open(&anchor, &name, key).and_then(fields) else {
        return Agreement::NoAnchor;
    };
    let here = leaves.len() as u64;
    if size > here {
        return Agreement::Older { covers: size, here };
    }
    // It is at most the number of leaves, which fits.
    let covered = &leaves[..usize::try_from(size).unwrap_or(leaves.len())];
    match covered.iter().copied().collect::<Option<Vec<Hash>>>() {
        None => Agreement::Incomplete,
        Some(covered) if merkle::root(&covered) == root => Agreement::Holds { covers: size, later: here - size },
        Some(_) => Agreement::Differs,
    }
}

/// A proof that the record at `seq` is in the log that `anchor` is the head of.
pub(crate) fn prove(seq: u64, nodes: &Nodes, anchor: &str) -> Option<String> {
    let path = nodes.inclusion(usize::try_from(seq).ok()?)?;
    let lines = path.iter().fold(String::new(), |text, hash| format!("{text}{}\n", STANDARD.encode(hash)));
    Some(format!("{PROOF}\nindex {seq}\n{lines}\n{anchor}"))
}

/// Signs a text that is no anchor: whoever reads it must not take it for one.
pub(crate) fn sign(origin: Origin, text: &str, key: &NoteKey) -> Option<String> {
    (note::is_text(text) && fields(text).is_none()).then(|| key.sign(&name(origin), text))
}

/// Whether a proof shows that the record with this body is in the log of the device with this verifier key. Needs no
/// logbook: this is what the one who got the proof runs.
pub fn verify_proof(proof: &str, body: &[u8], verifier_key: &str) -> bool {
    proved(proof, body, verifier_key).is_some()
}

fn proved(proof: &str, body: &[u8], verifier_key: &str) -> Option<()> {
    let (name, key) = note::read_verifier_key(verifier_key)?;
    let (path, anchor) = proof.split_once("\n\n")?;
    let mut lines = path.lines();
    (lines.next()? == PROOF).then_some(())?;
    let index = number(lines.next()?.strip_prefix("index ")?)?;
    let path = lines.map(hash).collect::<Option<Vec<Hash>>>()?;
    let (origin, size, root) = fields(note::open(anchor, name, &key)?)?;
    (origin == name && merkle::includes(&merkle::leaf(body), index, size, &root, &path)).then_some(())
}

/// Origin line, size and root of an anchor that the device with this verifier key signed; `None` for anything else. What
/// mail programs do to lines is forgiven. Needs no logbook.
pub fn open_anchor(anchor: &str, verifier_key: &str) -> Option<(String, u64, [u8; 32])> {
    let (name, key) = note::read_verifier_key(verifier_key)?;
    let anchor = mended(anchor);
    let (origin, size, root) = fields(note::open(&anchor, name, &key)?)?;
    (origin == name).then(|| (origin.to_owned(), size, root))
}

/// Whether a consistency proof ([RFC 9162], section 2.1.4.2) shows that the log with the second size and root begins with
/// every record of the log with the first ones, unchanged. Both come from [anchors](open_anchor). A log goes on from
/// itself and from the empty one, each with an empty proof.
///
/// [RFC 9162]: https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4.2
pub fn verify_consistency(
    first_size: u64,
    first_root: [u8; 32],
    second_size: u64,
    second_root: [u8; 32],
    proof: &[[u8; 32]],
) -> bool {
    merkle::consistent(first_size, &first_root, second_size, &second_root, proof)
}

/// The text of a note that the device with this verifier key signed, with its last newline; `None` for anything else. An
/// anchor is such a note too. Needs no logbook.
pub fn verify_note(note: &str, verifier_key: &str) -> Option<String> {
    let (name, key) = note::read_verifier_key(verifier_key)?;
    note::open(note, name, &key).map(str::to_owned)
}

/// Origin, size and root of a checkpoint; further lines are extensions that this version does not know.
fn fields(text: &str) -> Option<(&str, u64, Hash)> {
    let mut lines = text.lines();
    Some((lines.next()?, number(lines.next()?)?, hash(lines.next()?)?))
}

pub(crate) fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

pub(crate) fn hash(text: &str) -> Option<Hash> {
    STANDARD.decode(text).ok()?.try_into().ok()
}

/// What mail programs do to lines is undone: quoting, spaces around, other line ends, a lost last newline.
fn mended(anchor: &str) -> String {
    let lines: Vec<&str> = anchor.lines().map(|line| line.trim().trim_start_matches(['>', ' ']).trim()).collect();
    format!("{}\n", lines.join("\n").trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeroize::Zeroizing;

    const ORIGIN: Origin = Origin([7; 16]);

    fn log(size: u8) -> (Vec<Vec<u8>>, Vec<Hash>, NoteKey) {
        let bodies: Vec<Vec<u8>> = (0..size).map(|n| vec![n; 9]).collect();
        let leaves = bodies.iter().map(|body| merkle::leaf(body)).collect();
        (bodies, leaves, NoteKey::from_seed(&Zeroizing::new([3; 32])))
    }

    fn anchor_of(leaves: &[Hash], key: &NoteKey) -> String {
        issue(&Head { origin: ORIGIN, size: leaves.len() as u64, root: merkle::root(leaves) }, key)
    }

    fn there(leaves: &[Hash]) -> Vec<Option<Hash>> {
        leaves.iter().copied().map(Some).collect()
    }

    #[test]
    fn an_anchor_holds_as_long_as_what_it_covers_is_there() {
        let (_, leaves, key) = log(9);
        let public = key.verifier();
        let anchor = anchor_of(&leaves[..5], &key);
        let now = there(&leaves);
        assert_eq!(compare(&anchor, ORIGIN, &public, &now), Agreement::Holds { covers: 5, later: 4 });
        assert_eq!(compare(&anchor, ORIGIN, &public, &now[..5]), Agreement::Holds { covers: 5, later: 0 });
        assert_eq!(compare(&anchor, ORIGIN, &public, &now[..4]), Agreement::Older { covers: 5, here: 4 });
        let mut changed = now.clone();
        changed[2] = Some(merkle::leaf(b"changed"));
        assert_eq!(compare(&anchor, ORIGIN, &public, &changed), Agreement::Differs);
        changed[2] = None;
        assert_eq!(compare(&anchor, ORIGIN, &public, &changed), Agreement::Incomplete);
        assert_eq!(compare(&anchor, Origin([8; 16]), &public, &now), Agreement::OtherLogbook);
        assert_eq!(compare(&anchor.replace("\n5\n", "\n6\n"), ORIGIN, &public, &now), Agreement::NoAnchor);
        for text in ["", "hello", "\n\n", "houvast/\n1\n", "— a b\n"] {
            assert_eq!(compare(text, ORIGIN, &public, &now), Agreement::NoAnchor, "{text}");
        }
    }

    #[test]
    fn what_mail_programs_do_to_an_anchor_is_forgiven() {
        let (_, leaves, key) = log(3);
        let anchor = anchor_of(&leaves, &key);
        let quoted = format!("> {}", anchor.trim_end().replace('\n', "\r\n> "));
        for text in [anchor.trim_end().to_owned(), quoted, format!("\n  {}", anchor.replace('\n', "\r\n"))] {
            let found = compare(&text, ORIGIN, &key.verifier(), &there(&leaves));
            assert_eq!(found, Agreement::Holds { covers: 3, later: 0 }, "{text}");
        }
    }

    #[test]
    fn a_proof_shows_one_record_and_no_other() {
        let (bodies, leaves, key) = log(11);
        let anchor = anchor_of(&leaves, &key);
        let public = verifier_key(ORIGIN, &key.verifier());
        let nodes = Nodes::over(leaves.clone());
        for (seq, body) in (0..).zip(&bodies) {
            let proof = prove(seq, &nodes, &anchor).unwrap();
            assert!(verify_proof(&proof, body, &public));
            assert!(!verify_proof(&proof, b"another", &public));
            assert!(!verify_proof(&proof.replace(&format!("index {seq}"), "index 99"), body, &public));
        }
        assert!(prove(11, &nodes, &anchor).is_none());
        let other = NoteKey::from_seed(&Zeroizing::new([4; 32]));
        let proof = prove(0, &nodes, &anchor_of(&leaves, &other)).unwrap();
        assert!(!verify_proof(&proof, &bodies[0], &public), "another key signed it");
    }

    #[test]
    fn an_anchor_opens_for_whoever_has_the_verifier_key() {
        let (_, leaves, key) = log(9);
        let (anchor, public) = (anchor_of(&leaves, &key), verifier_key(ORIGIN, &key.verifier()));
        let quoted = format!("> {}", anchor.trim_end().replace('\n', "\r\n> "));
        for text in [&anchor, &quoted] {
            let opened = open_anchor(text, &public);
            assert_eq!(opened, Some((name(ORIGIN), 9, merkle::root(&leaves))), "{text}");
        }
        assert_eq!(open_anchor(&anchor.replace("\n9\n", "\n8\n"), &public), None);
        assert_eq!(open_anchor(&anchor, &public.replace('+', "-")), None);
        let other = NoteKey::from_seed(&Zeroizing::new([4; 32]));
        assert_eq!(open_anchor(&anchor, &verifier_key(ORIGIN, &other.verifier())), None);
        // Signed by the right key, under the right name, for the log of another.
        let text = format!("{}\n1\n{}\n", name(Origin([8; 16])), STANDARD.encode([0; 32]));
        assert_eq!(open_anchor(&key.sign(&name(ORIGIN), &text), &public), None);
    }

    #[test]
    fn a_note_is_signed_and_can_never_be_taken_for_an_anchor() {
        let (_, leaves, key) = log(2);
        let public = verifier_key(ORIGIN, &key.verifier());
        for text in ["one line\n", "two\n\nparts\n", "\n", "\u{2014} a b\n", "het is één\n"] {
            let signed = sign(ORIGIN, text, &key).unwrap();
            assert_eq!(verify_note(&signed, &public).as_deref(), Some(text));
            assert_eq!(verify_note(&signed.replacen(text, "other\n", 1), &public), None);
            assert_eq!(open_anchor(&signed, &public), None);
            assert_eq!(compare(&signed, ORIGIN, &key.verifier(), &there(&leaves)), Agreement::NoAnchor);
        }
        let anchor = anchor_of(&leaves, &key);
        let (forged, _) = note::split(&anchor).unwrap();
        for text in ["", "no newline", "a\ttab\n", "a\r\n", forged, &format!("{forged}more\n")] {
            assert_eq!(sign(ORIGIN, text, &key), None, "{text:?}");
        }
        assert_eq!(verify_note(&anchor, &public).as_deref(), Some(forged));
    }
}
