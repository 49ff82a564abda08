//! The open book: every way in and every way out.

mod anchors;
mod backup;
mod check;
mod disclose;
mod erase;
mod error;
mod evidence;
mod fold;
#[cfg(feature = "fuzzing")]
mod fuzzing;
mod gallery;
mod keep;
mod moments;
mod news;
mod people;
mod pictures;
mod put;
mod read;
mod restore;
mod shelf;
mod sieve;
mod timeline;
mod words;
mod write;

use std::path::Path;

use chrono::{FixedOffset, NaiveDate};
use houvast_vault::{KdfCost, Opened, PinError, PinLock, Ports, Record, RecoveryKey, Unlock, Vault};
use rayon::prelude::*;
use zeroize::Zeroizing;

pub use backup::{backup, backup_name};
pub use check::{Problem, check};
pub use disclose::Grown;
pub use error::Error;
pub use evidence::{KeptReader, extract, picture, whole};
pub(crate) use fold::fold;
pub use houvast_vault::{Agreement, Head};
pub use keep::{Keep, KeepError, Lend, Once, open_file};
pub use pictures::pictures;
pub use put::{LockedRecording, Recording, put_file, put_note, put_stream, take_inbox};
pub use restore::Restore;

use crate::model::{Change, ChangeBody};
use shelf::{Mark, Shelf};

/// An open logbook. Dropping it locks it: keys and opened text are wiped where this process can wipe them.
pub struct Book {
    vault: Vault,
    shelf: Shelf,
    ports: Ports,
    found: Vec<houvast_vault::Problem>,
    /// Items of the inbox that could not be opened, counted from 1.
    unread: Vec<usize>,
}

impl Book {
    /// Makes a new logbook at `path` and hands out its recovery key, once.
    ///
    /// # Errors
    /// When there is a file already, the folder cannot be written, or the disk is full. Nothing half stays.
    pub fn create(path: &Path, passphrase: &str, cost: KdfCost, ports: Ports) -> Result<(Self, RecoveryKey), Error> {
        let (vault, recovery) = Vault::create(path, passphrase, cost, ports.clone())?;
        Ok((Self { vault, shelf: Shelf::default(), ports, found: Vec::new(), unread: Vec::new() }, recovery))
    }

    /// Opens a logbook and replays everything that was ever written.
    ///
    /// # Errors
    /// With a wrong passphrase, a file that is no logbook or too damaged to open, or one that is in use.
    /// Damage that leaves something readable is no error: see [`Book::problems`].
    pub fn open(path: &Path, unlock: &Unlock<'_>, ports: Ports) -> Result<Self, Error> {
        Ok(Self::of(Vault::open(path, unlock, ports.clone())?, ports))
    }

    /// Opens it again with the PIN that [`set_pin`](Self::set_pin) set; see [`PinLock::open`].
    ///
    /// # Errors
    /// When it is another PIN, none holds any more, or the logbook does not open.
    pub fn open_with_pin(path: &Path, lock: &mut PinLock, pin: &str, ports: Ports) -> Result<Self, PinError> {
        Ok(Self::of(lock.open(pin, path, ports.clone())?, ports))
    }

    fn of(opened: Opened, ports: Ports) -> Self {
        let shelf = replay(&opened.records);
        // They are wiped meanwhile.
        rayon::spawn(move || drop(opened.records));
        Self { vault: opened.vault, shelf, ports, found: opened.problems, unread: Vec::new() }
    }

    /// The offset in which this device counts days.
    fn home(&self) -> FixedOffset {
        offset(self.ports.clock.now().offset_seconds)
    }

    /// The day that it is on this device.
    fn today(&self) -> NaiveDate {
        let now = self.ports.clock.now();
        shelf::moment(now.utc_micros, now.offset_seconds).date_naive()
    }

    /// Where the logbook is.
    pub fn path(&self) -> &Path {
        self.vault.path()
    }

    /// The head of the log: how many records it has and the root that covers them.
    pub fn head(&self) -> Head {
        self.vault.head()
    }

    /// Is this the passphrase?
    ///
    /// # Errors
    /// [`WrongPassphrase`](houvast_vault::Error::WrongPassphrase) if it is not.
    pub fn verify_passphrase(&self, passphrase: &str) -> Result<(), Error> {
        Ok(self.vault.verify_passphrase(passphrase)?)
    }

    /// Lets a PIN open this logbook again for as long as the answer is kept; see [`Vault::set_pin`].
    ///
    /// # Errors
    /// When the PIN is too short or easy to guess.
    pub fn set_pin(&self, pin: &str) -> Result<PinLock, PinError> {
        self.vault.set_pin(pin)
    }

    /// Makes a random key for this device to keep; see [`Vault::add_device_key`].
    ///
    /// # Errors
    /// When it cannot be written; then nothing has changed.
    pub fn add_device_key(&mut self) -> Result<Zeroizing<[u8; 32]>, Error> {
        Ok(self.vault.add_device_key()?)
    }

    /// Does some device's key open the logbook?
    pub fn has_device_key(&self) -> bool {
        self.vault.has_device_key()
    }

    /// Makes a device's key worthless, if there is one.
    ///
    /// # Errors
    /// When it cannot be written; then the key still opens the logbook.
    pub fn remove_device_key(&mut self) -> Result<(), Error> {
        Ok(self.vault.remove_device_key()?)
    }

    /// Sets a new passphrase, without rewriting data. A device's key no longer opens the logbook after that.
    ///
    /// # Errors
    /// When the change cannot be written; then the old passphrase stays.
    pub fn change_passphrase(&mut self, new: &str, cost: KdfCost) -> Result<(), Error> {
        Ok(self.vault.change_passphrase(new, cost)?)
    }

    /// Makes a new recovery key; the old one no longer opens the logbook.
    ///
    /// # Errors
    /// When the change cannot be written; then the old key stays.
    pub fn replace_recovery_key(&mut self) -> Result<RecoveryKey, Error> {
        Ok(self.vault.replace_recovery_key()?)
    }
}

/// Changes that are read at once: what waits to be taken is little beside the book.
const AT_ONCE: usize = 1024;

/// What the records give, taken one after another. It never fails.
fn replay(records: &[Record]) -> Shelf {
    let read = |some: &[Record]| -> Vec<ChangeBody> {
        let body = |record: &Record| Change::read(&record.payload).map(|change| change.body);
        let unknown = |_| ChangeBody::Unknown(serde_json::Map::new());
        some.par_iter().map(|record| body(record).unwrap_or_else(unknown)).collect()
    };
    let mut shelf = Shelf::default();
    let mut waiting = (&[][..], Vec::new());
    // Some are read on all cores while those before them are taken.
    for some in records.chunks(AT_ONCE).chain([&[][..]]) {
        let (earlier, bodies) = waiting;
        let take = || earlier.iter().zip(bodies).for_each(|(record, body)| shelf.take(&Mark::of(record), body));
        waiting = (some, rayon::join(|| read(some), take).0);
    }
    shelf
}

/// An offset from seconds; nonsense from a broken clock counts as UTC.
fn offset(seconds: i32) -> FixedOffset {
    FixedOffset::east_opt(seconds).unwrap_or_else(|| FixedOffset::east_opt(0).expect("nought seconds lie within a day"))
}
