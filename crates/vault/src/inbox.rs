//! The inbox: what is put in while the logbook is locked. Anybody with the device can add to it; only who opens the
//! logbook can read it.
//!
//! An item is an age file in rows. Its plaintext is `length (4) ‖ about`, then frames `length (4) ‖ bytes`, a frame of
//! no bytes, and zeros up to a Padmé length: so how long it is tells little, and whether it is whole can be told.

use std::io::{self, Read};
use std::path::Path;

use rusqlite::{Connection, params};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::age::{AgeReader, AgeWriter};
use crate::blob::BlobId;
use crate::container::{self, told};
use crate::error::{Error, Place};
use crate::header::Header;
use crate::padme;
use crate::ports::Ports;
use crate::record::Record;
use crate::vault::Vault;

/// Most items that may wait. Nobody can fill the device unseen.
const MOST_ITEMS: u64 = 200;
/// Most sealed bytes that may wait.
const MOST_BYTES: u64 = 4 << 30;
/// Sealed bytes that are gathered before they are written, unless a flush asks for it.
const BATCH: usize = 1 << 20;
/// Bytes in a frame at most.
const FRAME: usize = 32_768;
/// Longest description of an item, in bytes.
const LONGEST_ABOUT: u32 = 65_536;
/// Length to which even the smallest item is padded.
const LEAST: u64 = 4096;

/// Names an item in its file: 16 random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemId([u8; 16]);

/// A locked logbook that is being added to. Others find it in use meanwhile.
pub struct Inbox {
    connection: Connection,
    recipient: [u8; 32],
    ports: Ports,
}

impl Inbox {
    /// Opens the inbox of a logbook, without any key.
    ///
    /// # Errors
    /// See [`Error`]; also when the header is damaged, for then nobody could be sure to read it again.
    pub fn open(path: &Path, ports: Ports) -> Result<Self, Error> {
        let connection = container::open(path)?;
        if container::is_for_reading(&connection)? {
            return Err(Error::Damaged(Place::File));
        }
        let (header, whole) = Header::read(&connection)?;
        if !whole {
            return Err(Error::Damaged(Place::Header));
        }
        Ok(Self { connection, recipient: header.inbox_recipient(), ports })
    }

    /// Begins an item. `about` describes it; it is sealed like the rest.
    ///
    /// # Errors
    /// [`Error::InboxFull`] if no more may wait.
    pub fn start(self, about: &[u8]) -> Result<ItemWriter, Error> {
        let item = Item::start(&self.connection, &self.recipient, &self.ports, about)?;
        Ok(ItemWriter { connection: self.connection, item })
    }
}

/// An item that is being sealed, and what of it is not yet written.
struct Item {
    id: ItemId,
    age: AgeWriter,
    next: u32,
    /// Plaintext bytes so far.
    plain: u64,
    /// Sealed bytes for which there is room.
    room: u64,
    pending: Vec<u8>,
}

impl Item {
    fn start(connection: &Connection, recipient: &[u8; 32], ports: &Ports, about: &[u8]) -> Result<Self, Error> {
        let (items, bytes): (u64, u64) = connection
            .query_row("SELECT count(DISTINCT item), coalesce(sum(length(sealed)), 0) FROM inbox", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .map_err(told)?;
        if items >= MOST_ITEMS {
            return Err(Error::InboxFull);
        }
        let length = u32::try_from(about.len()).ok().filter(|length| *length <= LONGEST_ABOUT);
        let length = length.ok_or(Error::TooLarge)?;
        let room = MOST_BYTES.saturating_sub(bytes);
        let age = AgeWriter::new(recipient, ports);
        let mut item = Self { id: ItemId(ports.random()), age, next: 0, plain: 0, room, pending: Vec::new() };
        item.seal(&length.to_be_bytes());
        item.seal(about);
        Ok(item)
    }

    fn seal(&mut self, bytes: &[u8]) {
        self.age.write(bytes);
        self.plain += bytes.len() as u64;
    }

    fn write(&mut self, connection: &Connection, bytes: &[u8]) -> Result<(), Error> {
        for frame in bytes.chunks(FRAME) {
            // At most FRAME bytes.
            self.seal(&u32::try_from(frame.len()).unwrap_or(u32::MAX).to_be_bytes());
            self.seal(frame);
            self.pending.append(&mut self.age.take());
            if self.pending.len() >= BATCH {
                self.flush(connection)?;
            }
        }
        Ok(())
    }

    fn flush(&mut self, connection: &Connection) -> Result<(), Error> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let length = self.pending.len() as u64;
        self.room = self.room.checked_sub(length).ok_or(Error::InboxFull)?;
        connection
            .prepare_cached("INSERT INTO inbox (item, n, sealed) VALUES (?1, ?2, ?3)")
            .and_then(|mut insert| insert.execute(params![self.id.0, self.next, self.pending]))
            .map_err(told)?;
        self.pending.clear();
        self.next += 1;
        Ok(())
    }

    /// Closes it. If that fails, what was written of it before stays.
    fn close(mut self, connection: &Connection) -> Result<(), Error> {
        self.pad(connection)?;
        let Self { id, age, next, room, mut pending, .. } = self;
        pending.extend(age.finish());
        if pending.len() as u64 > room {
            return Err(Error::InboxFull);
        }
        let insert = "INSERT INTO inbox (item, n, sealed) VALUES (?1, ?2, ?3)";
        connection.execute(insert, params![id.0, next, pending]).map(|_| ()).map_err(told)
    }

    /// The end, and zeros behind it.
    fn pad(&mut self, connection: &Connection) -> Result<(), Error> {
        self.seal(&[0; 4]);
        let mut zeros = padme::padded(self.plain, LEAST) - self.plain;
        let nothing = vec![0; FRAME];
        while zeros > 0 {
            let count = zeros.min(FRAME as u64);
            // At most FRAME.
            self.seal(&nothing[..usize::try_from(count).unwrap_or(FRAME)]);
            self.pending.append(&mut self.age.take());
            if self.pending.len() >= BATCH {
                self.flush(connection)?;
            }
            zeros -= count;
        }
        Ok(())
    }

    fn discard(self, connection: &Connection) -> Result<(), Error> {
        self.id.remove(connection)
    }
}

impl ItemId {
    fn remove(self, connection: &Connection) -> Result<(), Error> {
        connection.execute("DELETE FROM inbox WHERE item = ?1", [self.0]).map_err(told)?;
        Ok(())
    }
}

/// Seals an item as it comes in. What was written stays if the program dies; what has not yet filled a chunk of 64 KiB
/// is lost then.
pub struct ItemWriter {
    connection: Connection,
    item: Item,
}

impl ItemWriter {
    /// Takes the next bytes.
    ///
    /// # Errors
    /// When there is no more room, in the inbox or on the disk. What was taken before stays.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.item.write(&self.connection, bytes)
    }

    /// Writes what is sealed, durably.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn flush(&mut self) -> Result<(), Error> {
        self.item.flush(&self.connection)
    }

    /// Closes the item: the last of it is durable when this returns.
    ///
    /// # Errors
    /// When it cannot be written; then what was written of it is removed.
    pub fn finish(self) -> Result<(), Error> {
        let id = self.item.id;
        self.item.close(&self.connection).inspect_err(|_| {
            // Who is told that it failed puts it in again: half of it would be there beside the whole. The first error is
            // the one to tell.
            let _ = id.remove(&self.connection);
        })
    }

    /// Closes an item that cannot be put in again, such as a sound.
    ///
    /// # Errors
    /// When its end cannot be written; then what was written before stays, cut off.
    pub fn leave(self) -> Result<(), Error> {
        self.item.close(&self.connection)
    }

    /// Removes what was written of it.
    ///
    /// # Errors
    /// When it cannot be written; then it stays, cut off.
    pub fn discard(self) -> Result<(), Error> {
        self.item.discard(&self.connection)
    }
}

/// The same in an open vault, which lends itself for each step: what is being recorded is there even if the program dies.
pub struct OpenItem(Item);

impl OpenItem {
    /// Begins an item. `about` describes it; it is sealed like the rest.
    ///
    /// # Errors
    /// [`Error::InboxFull`] if no more may wait.
    pub fn start(vault: &Vault, about: &[u8]) -> Result<Self, Error> {
        let recipient = vault.item_key().recipient();
        Item::start(&vault.connection, &recipient, &vault.ports, about).map(Self)
    }

    /// Takes the next bytes, and writes what is sealed, durably.
    ///
    /// # Errors
    /// When there is no more room, in the inbox or on the disk. What was taken before stays.
    pub fn write(&mut self, vault: &mut Vault, bytes: &[u8]) -> Result<(), Error> {
        self.0.write(&vault.connection, bytes)?;
        self.0.flush(&vault.connection)
    }

    /// Closes the item: the last of it is durable when this returns.
    ///
    /// # Errors
    /// When its end cannot be written; then what was written before stays, cut off.
    pub fn finish(self, vault: &mut Vault) -> Result<ItemId, Error> {
        let id = self.0.id;
        self.0.close(&vault.connection).map(|()| id)
    }

    /// Removes what was written of it.
    ///
    /// # Errors
    /// When it cannot be written; then it stays, cut off.
    pub fn discard(self, vault: &mut Vault) -> Result<(), Error> {
        self.0.discard(&vault.connection)
    }
}

/// What describes an item, and a reader over the rest of it.
pub type OpenedItem<R> = (Zeroizing<Vec<u8>>, ItemReader<R>);

/// Opens items of one logbook. Wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct ItemKey(pub(crate) [u8; 32]);

impl ItemKey {
    /// Its bytes: an X25519 secret. The caller wipes the copy.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0
    }

    /// The X25519 public key that items are sealed to.
    pub fn recipient(&self) -> [u8; 32] {
        PublicKey::from(&StaticSecret::from(self.0)).to_bytes()
    }

    /// Opens an item from its sealed bytes: what describes it, and a reader over the rest. `None` if it was not sealed
    /// for this logbook, or its beginning was altered.
    ///
    /// # Errors
    /// When the bytes cannot be read.
    pub fn open<R: Read>(&self, sealed: R) -> io::Result<Option<OpenedItem<R>>> {
        let Some(mut age) = AgeReader::open(sealed, &self.0)? else { return Ok(None) };
        let mut length = [0; 4];
        if age.read_exact(&mut length).is_err() || u32::from_be_bytes(length) > LONGEST_ABOUT {
            return Ok(None);
        }
        let mut about = Zeroizing::new(vec![0; u32::from_be_bytes(length) as usize]);
        if age.read_exact(&mut about).is_err() {
            return Ok(None);
        }
        Ok(Some((about, ItemReader { age, left: 0, ended: None })))
    }
}

/// Reads an item to its end, or to where it was cut off: there it ends as if that were all, and says so.
pub struct ItemReader<R> {
    age: AgeReader<R>,
    /// Bytes left of the frame.
    left: usize,
    /// How it ended: whole or not.
    ended: Option<bool>,
}

impl<R> ItemReader<R> {
    /// Was it read to its end, and was that the end?
    pub fn is_whole(&self) -> bool {
        self.ended == Some(true)
    }
}

impl<R: Read> Read for ItemReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.ended.is_some() || out.is_empty() {
            return Ok(0);
        }
        if self.left == 0 {
            let mut length = [0; 4];
            let read = self.age.read_exact(&mut length);
            match (read, u32::from_be_bytes(length) as usize) {
                (Ok(()), 0) => self.ended = Some(true),
                (Ok(()), length) if length <= FRAME => self.left = length,
                _ => self.ended = Some(false),
            }
            if self.ended.is_some() {
                return Ok(0);
            }
        }
        let wanted = self.left.min(out.len());
        match self.age.read(&mut out[..wanted]) {
            Ok(0) | Err(_) => {
                self.ended = Some(false);
                Ok(0)
            }
            Ok(count) => {
                self.left -= count;
                Ok(count)
            }
        }
    }
}

impl Vault {
    /// What waits in the inbox, the oldest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn inbox(&self) -> Result<Vec<ItemId>, Error> {
        let mut select =
            self.connection.prepare("SELECT item FROM inbox GROUP BY item ORDER BY min(id)").map_err(told)?;
        let items = select.query_map([], |row| Ok(ItemId(row.get(0)?))).map_err(told)?;
        items.collect::<Result<_, _>>().map_err(told)
    }

    /// A row of an item, sealed; `None` behind the last.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn inbox_part(&self, item: ItemId, n: u32) -> Result<Option<Vec<u8>>, Error> {
        let mut select =
            self.connection.prepare_cached("SELECT sealed FROM inbox WHERE item = ?1 AND n = ?2").map_err(told)?;
        let mut rows = select.query(params![item.0, n]).map_err(told)?;
        rows.next().map_err(told)?.map(|row| row.get(0).map_err(told)).transpose()
    }

    /// The key that opens items.
    pub fn item_key(&self) -> ItemKey {
        self.main.item_key()
    }

    /// Appends records, commits the blobs that they name, and removes the item that it was all made from, in one
    /// transaction.
    ///
    /// # Errors
    /// As [`append`](Self::append); the item stays then.
    pub fn append_item(&mut self, payloads: &[&[u8]], commits: &[BlobId], item: ItemId) -> Result<Vec<Record>, Error> {
        self.append_with(payloads, |writing| {
            writing.commit(commits)?;
            writing.transaction.execute("DELETE FROM inbox WHERE item = ?1", [item.0]).map_err(told)?;
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{KdfCost, system};

    /// Rows of each item that waits.
    fn waiting(connection: &Connection) -> Vec<u32> {
        let mut select = connection.prepare("SELECT count(*) FROM inbox GROUP BY item").unwrap();
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn what_cannot_be_closed_stays_if_it_cannot_be_put_in_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let ports = system::ports();
        drop(Vault::create(&path, "een zin voor de test", KdfCost::FLOOR, ports.clone()).unwrap());
        let begun = |ports: &Ports| {
            let mut item = Inbox::open(&path, ports.clone()).unwrap().start(b"geluid").unwrap();
            item.write(&vec![7; 200_000]).unwrap();
            item.flush().unwrap();
            // No more fits.
            item.item.room = 0;
            item
        };
        assert!(matches!(begun(&ports).finish(), Err(Error::InboxFull)));
        assert!(waiting(&Inbox::open(&path, ports.clone()).unwrap().connection).is_empty());
        assert!(matches!(begun(&ports).leave(), Err(Error::InboxFull)));
        assert_eq!(waiting(&Inbox::open(&path, ports.clone()).unwrap().connection), [1]);

        let mut vault = Vault::open(&path, &crate::Unlock::Passphrase("een zin voor de test"), ports).unwrap().vault;
        let mut item = OpenItem::start(&vault, b"geluid").unwrap();
        item.write(&mut vault, &vec![7; 200_000]).unwrap();
        item.0.room = 0;
        assert!(matches!(item.finish(&mut vault), Err(Error::InboxFull)));
        assert_eq!(waiting(&vault.connection), [1, 1]);
    }
}
