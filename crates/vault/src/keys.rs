//! The keys of a logbook: one type per key, each with one job.
//!
//! All come from the random main key by HKDF-SHA-256 ([RFC 5869]) with labels of their own, so that no
//! two of them tell anything about each other.
//!
//! [RFC 5869]: https://www.rfc-editor.org/rfc/rfc5869

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::inbox::ItemKey;
use crate::note::NoteKey;
use crate::ports::Ports;
use crate::sealing;

/// A key where it stays until it is wiped: what is moved instead leaves a copy on the stack each time.
type Kept = Box<Zeroizing<[u8; 32]>>;

/// Opens everything. Lives in the slots, wrapped, and in memory while the logbook is open.
#[derive(Clone)]
pub(crate) struct MainKey(pub(crate) Kept);

impl MainKey {
    /// A fresh one.
    pub(crate) fn random(ports: &Ports) -> Self {
        let mut key = Kept::default();
        ports.entropy.fill(&mut key[..]);
        Self(key)
    }

    /// The first 32 of these bytes, if there are so many.
    pub(crate) fn first_of(bytes: &[u8]) -> Option<Self> {
        let mut key = Kept::default();
        key.copy_from_slice(bytes.get(..32)?);
        Some(Self(key))
    }

    #[expect(clippy::unnecessary_box_returns, reason = "moving what is in the box is what leaves copies")]
    fn derive(&self, label: &str) -> Kept {
        let mut key = Kept::default();
        expand(&self.0[..], None, &[label.as_bytes()], &mut key[..]);
        key
    }

    /// The keys that a logbook in use needs.
    pub(crate) fn subkeys(&self) -> Subkeys {
        Subkeys {
            header: HeaderKey(self.derive("houvast/1 key header")),
            head: HeadKey(self.derive("houvast/1 key head")),
            record: RecordKey(self.derive("houvast/1 key record")),
            state: StateKey(self.derive("houvast/1 key state")),
        }
    }

    /// Signs the head of the log.
    pub(crate) fn signing(&self) -> NoteKey {
        NoteKey::from_seed(&self.derive("houvast/1 key sign"))
    }

    /// The public half of the key that opens what is put in while the logbook is locked.
    pub(crate) fn inbox_recipient(&self) -> [u8; 32] {
        self.item_key().recipient()
    }

    /// The key that opens it.
    pub(crate) fn item_key(&self) -> ItemKey {
        ItemKey(**self.derive("houvast/1 key inbox"))
    }
}

/// HKDF-SHA-256: extract from `secret` with `salt`, expand to `out` with `info`.
pub(crate) fn expand(secret: &[u8], salt: Option<&[u8]>, info: &[&[u8]], out: &mut [u8]) {
    Hkdf::<Sha256>::new(salt, secret)
        .expand_multi_info(info, out)
        // Fails only over 255 * 32 bytes, and nothing here asks for more than 64.
        .expect("short enough for HKDF");
}

/// The keys derived from the main key.
pub(crate) struct Subkeys {
    pub(crate) header: HeaderKey,
    pub(crate) head: HeadKey,
    pub(crate) record: RecordKey,
    pub(crate) state: StateKey,
}

/// Authenticates the fields of the header.
pub(crate) struct HeaderKey(Kept);

impl HeaderKey {
    fn keyed(&self, fields: &[u8]) -> Hmac<Sha256> {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0[..])
            // HMAC takes keys of every length.
            .expect("any length will do");
        mac.update(fields);
        mac
    }

    /// HMAC-SHA-256 of the fields.
    pub(crate) fn mac(&self, fields: &[u8]) -> [u8; 32] {
        self.keyed(fields).finalize().into_bytes().into()
    }

    /// Whether `mac` is that of the fields, compared in constant time.
    pub(crate) fn verifies(&self, fields: &[u8], mac: &[u8; 32]) -> bool {
        self.keyed(fields).verify_slice(mac).is_ok()
    }
}

/// Seals the head of the log.
pub(crate) struct HeadKey(Kept);

impl HeadKey {
    const ABOUT: &[u8] = b"houvast/1 head";
    const LEAST: usize = 1024;

    pub(crate) fn seal(&self, body: &[u8], ports: &Ports) -> Option<Vec<u8>> {
        Some(sealing::seal(&self.0, Self::ABOUT, sealing::pad(body, Self::LEAST)?, ports))
    }

    pub(crate) fn open(&self, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        sealing::open(&self.0, Self::ABOUT, sealed)
    }
}

/// Seals records, each bound to its row.
pub(crate) struct RecordKey(Kept);

impl RecordKey {
    const LEAST: usize = 256;

    pub(crate) fn seal(&self, row: u64, body: &[u8], ports: &Ports) -> Option<Vec<u8>> {
        let plain = sealing::pad(body, Self::LEAST)?;
        Some(sealing::seal(&self.0, &sealing::about("houvast/1 record", row), plain, ports))
    }

    pub(crate) fn open(&self, row: u64, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        sealing::open(&self.0, &sealing::about("houvast/1 record", row), sealed)
    }
}

/// Seals small changing values, each bound to its row.
pub(crate) struct StateKey(Kept);

impl StateKey {
    const LEAST: usize = 1024;

    pub(crate) fn seal(&self, row: u64, body: &[u8], ports: &Ports) -> Option<Vec<u8>> {
        let plain = sealing::pad(body, Self::LEAST)?;
        Some(sealing::seal(&self.0, &sealing::about("houvast/1 state", row), plain, ports))
    }

    pub(crate) fn open(&self, row: u64, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        sealing::open(&self.0, &sealing::about("houvast/1 state", row), sealed)
    }
}
