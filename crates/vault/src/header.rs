//! The header: what stands in clear, and the slots that hold the main key.

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};
use zeroize::Zeroizing;

use crate::container::{FORMAT, told};
use crate::error::{Error, Place};
use crate::kdf::{KdfCost, passphrase_secret};
use crate::keys::{HeaderKey, MainKey, expand};
use crate::ports::Ports;
use crate::recovery::RecoveryKey;
use crate::sealing;
use crate::vault::Unlock;

/// Slots in every logbook, used or not.
pub(crate) const SLOTS: usize = 8;
/// Bytes of a slot.
const SLOT: usize = 32 + 32 + sealing::NONCE + WRAPPED + sealing::TAG;
/// What is wrapped in a slot: the main key, its role, zeros.
const WRAPPED: usize = 64;

const KDF: &str = "argon2id";
const KDF_VERSION: u32 = 0x13;

/// What a slot is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Passphrase = 1,
    Recovery = 2,
    Device = 3,
}

impl Role {
    fn label(self) -> &'static [u8] {
        match self {
            Self::Passphrase => b"houvast/1 slot passphrase",
            Self::Recovery => b"houvast/1 slot recovery",
            Self::Device => b"houvast/1 slot device",
        }
    }
}

/// The header and the slots as they stand in the file.
#[derive(Clone)]
pub(crate) struct Header {
    pub(crate) cost: KdfCost,
    salt: [u8; 32],
    inbox_recipient: [u8; 32],
    slots: [[u8; SLOT]; SLOTS],
    mac: [u8; 32],
}

/// The secret that opens a slot, from what the person gave.
pub(crate) struct Secret {
    pub(crate) role: Role,
    bytes: Zeroizing<Vec<u8>>,
}

impl Header {
    /// A header for a new logbook, its slots filled with random bytes.
    pub(crate) fn new(main: &MainKey, key: &HeaderKey, cost: KdfCost, ports: &Ports) -> Self {
        let mut slots = [[0; SLOT]; SLOTS];
        for slot in &mut slots {
            ports.entropy.fill(slot);
        }
        let mut header =
            Self { cost, salt: ports.random(), inbox_recipient: main.inbox_recipient(), slots, mac: [0; 32] };
        header.mac = key.mac(&header.fields());
        header
    }

    /// A new salt and cost, for a new passphrase.
    pub(crate) fn renew(&mut self, cost: KdfCost, ports: &Ports) {
        (self.cost, self.salt) = (cost, ports.random());
    }

    /// Authenticates the fields as they are now. The inbox's recipient may have been altered: it is set anew.
    pub(crate) fn authenticate(&mut self, main: &MainKey, key: &HeaderKey) {
        self.inbox_recipient = main.inbox_recipient();
        self.mac = key.mac(&self.fields());
    }

    /// The public key for what is put in while the logbook is locked.
    pub(crate) fn inbox_recipient(&self) -> [u8; 32] {
        self.inbox_recipient
    }

    /// The secret for a slot of this header.
    pub(crate) fn secret(&self, unlock: &Unlock<'_>) -> Result<Secret, Error> {
        Ok(match unlock {
            Unlock::Passphrase(passphrase) => Secret {
                role: Role::Passphrase,
                bytes: Zeroizing::new(passphrase_secret(passphrase, &self.salt, self.cost)?.to_vec()),
            },
            Unlock::RecoveryKey(key) => recovery_secret(key),
            Unlock::DeviceKey(key) => device_secret(key),
        })
    }

    /// Puts the main key into a slot.
    pub(crate) fn fill(&mut self, index: usize, secret: &Secret, main: &MainKey, ports: &Ports) {
        let salt: [u8; 32] = ports.random();
        let (wrapping, commitment) = wrapping_key(secret, &salt, index);
        let mut plain = Zeroizing::new(vec![0; WRAPPED]);
        plain[..32].copy_from_slice(&main.0[..]);
        plain[32] = secret.role as u8;
        let sealed = sealing::seal(&wrapping, &about(index), plain, ports);
        let slot = [salt.as_slice(), &commitment, &sealed].concat();
        self.slots[index].copy_from_slice(&slot);
    }

    /// Makes a slot what it is when it is not used.
    pub(crate) fn empty(&mut self, index: usize, ports: &Ports) {
        ports.entropy.fill(&mut self.slots[index]);
    }

    /// The main key and the index of the slot that the secret opens. Every slot's commitment is compared, in
    /// constant time, before any is unwrapped: the AEAD alone does not bind a ciphertext to one key.
    pub(crate) fn unwrap(&self, secret: &Secret) -> Option<(MainKey, usize)> {
        let mut found = u64::MAX;
        for (index, slot) in self.slots.iter().enumerate() {
            let (_, commitment) = wrapping_key(secret, slot.first_chunk()?, index);
            let same: Choice = commitment.ct_eq(&slot[32..64]);
            found = u64::conditional_select(&found, &(index as u64), same);
        }
        let index = usize::try_from(found).ok().filter(|index| *index < SLOTS)?;
        let slot = &self.slots[index];
        let (wrapping, _) = wrapping_key(secret, slot.first_chunk()?, index);
        let plain = sealing::open(&wrapping, &about(index), &slot[64..])?;
        Some((MainKey::first_of(&plain)?, index))
    }

    /// Was the header written by who has the main key?
    pub(crate) fn is_authentic(&self, key: &HeaderKey) -> bool {
        key.verifies(&self.fields(), &self.mac)
    }

    /// Every field in clear, in order.
    fn fields(&self) -> Vec<u8> {
        let mut fields = b"houvast/1 header".to_vec();
        for number in [FORMAT, KDF_VERSION, self.cost.memory_kib, self.cost.passes, self.cost.lanes] {
            fields.extend_from_slice(&number.to_be_bytes());
        }
        fields.extend_from_slice(KDF.as_bytes());
        fields.extend_from_slice(&self.salt);
        fields.extend_from_slice(&self.inbox_recipient);
        fields
    }

    /// Tells accidental damage from a wrong passphrase. It is no protection against people: the MAC is.
    fn checksum(&self) -> [u8; 32] {
        let mut hash = Sha256::new_with_prefix(self.fields());
        hash.update(self.mac);
        self.slots.iter().for_each(|slot| hash.update(slot));
        hash.finalize().into()
    }

    /// Reads header and slots, and says whether they are whole: whether the checksum fits. What is not whole may still
    /// open by a slot that is.
    pub(crate) fn read(connection: &Connection) -> Result<(Self, bool), Error> {
        type Row = (bool, String, u32, Vec<u8>, KdfCost, Vec<u8>, Vec<u8>, Vec<u8>);
        let damaged = || Error::Damaged(Place::Header);
        let (ours, kdf, kdf_version, salt, cost, inbox_recipient, checksum, mac): Row =
            connection
                .query_row(
                    "SELECT kdf, kdf_version, salt, memory_kib, passes, lanes, inbox_recipient, checksum, mac, format FROM header WHERE id = 1",
                    [],
                    |row| {
                        let cost = KdfCost { memory_kib: row.get(3)?, passes: row.get(4)?, lanes: row.get(5)? };
                        let ours = row.get_ref(9)?.as_i64() == Ok(i64::from(FORMAT));
                        Ok((ours, row.get(0)?, row.get(1)?, row.get(2)?, cost, row.get(6)?, row.get(7)?, row.get(8)?))
                    },
                )
                .map_err(|error| in_header(told(error)))?;
        let mut slots = [[0; SLOT]; SLOTS];
        for (index, slot) in slots.iter_mut().enumerate() {
            let bytes: Result<Vec<u8>, _> =
                connection.query_row("SELECT bytes FROM slot WHERE id = ?1", [index], |row| row.get(0));
            // A slot that is lost leaves zeros, which open with nothing and do not fit the checksum.
            *slot = bytes.ok().and_then(|bytes| bytes.try_into().ok()).unwrap_or([0; SLOT]);
        }
        let header = Self {
            cost,
            salt: salt.try_into().map_err(|_| damaged())?,
            inbox_recipient: inbox_recipient.try_into().map_err(|_| damaged())?,
            slots,
            mac: mac.try_into().map_err(|_| damaged())?,
        };
        // Before anything is derived, and before any memory is taken.
        header.cost.refuse_excess()?;
        let known = ours && kdf == KDF && kdf_version == KDF_VERSION && !header.cost.is_under_floor();
        let whole = known && checksum == header.checksum();
        Ok((header, whole))
    }

    /// Writes header and slots, in the caller's transaction.
    pub(crate) fn write(&self, connection: &Connection) -> Result<(), Error> {
        connection
            .execute(
                "INSERT OR REPLACE INTO header VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                params![
                    FORMAT,
                    KDF,
                    KDF_VERSION,
                    self.salt,
                    self.cost.memory_kib,
                    self.cost.passes,
                    self.cost.lanes,
                    self.inbox_recipient,
                    self.checksum(),
                    self.mac
                ],
            )
            .map_err(told)?;
        for (index, slot) in self.slots.iter().enumerate() {
            connection.execute("INSERT OR REPLACE INTO slot VALUES (?1, ?2)", params![index, slot]).map_err(told)?;
        }
        Ok(())
    }
}

/// A header row that cannot be read is a damaged header.
fn in_header(error: Error) -> Error {
    match error {
        Error::Damaged(_) => Error::Damaged(Place::Header),
        other => other,
    }
}

pub(crate) fn recovery_secret(key: &RecoveryKey) -> Secret {
    Secret { role: Role::Recovery, bytes: key.secret() }
}

pub(crate) fn device_secret(key: &[u8; 32]) -> Secret {
    Secret { role: Role::Device, bytes: Zeroizing::new(key.to_vec()) }
}

/// Wrapping key and commitment of a slot.
fn wrapping_key(secret: &Secret, salt: &[u8; 32], index: usize) -> (Zeroizing<[u8; 32]>, [u8; 32]) {
    let mut both = Zeroizing::new([0; 64]);
    expand(&secret.bytes, Some(salt), &[secret.role.label(), &about(index)], &mut *both);
    let mut key = Zeroizing::new([0; 32]);
    let mut commitment = [0; 32];
    key.copy_from_slice(&both[..32]);
    commitment.copy_from_slice(&both[32..]);
    (key, commitment)
}

fn about(index: usize) -> Vec<u8> {
    sealing::about("houvast/1 slot", index as u64)
}
