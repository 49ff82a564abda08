//! The vault: opening, appending, blobs.

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use zeroize::Zeroizing;

use crate::anchor::{self, Agreement};
use crate::blob::{self, BlobId, BlobReader, BlobRef, BlobWriter, CHUNK, SealedChunks, StagedBlob};
use crate::container::{self, told};
use crate::error::{Error, ImportError, Place, Problem, ProblemKind};
use crate::folder::{folder_of, sync_folder};
use crate::header::{Header, Role, Secret, device_secret, recovery_secret};
use crate::kdf::KdfCost;
use crate::keys::{MainKey, Subkeys};
use crate::log::{self, LogHead, States};
use crate::merkle::{self, Hash, Nodes};
use crate::ports::Ports;
use crate::record::{self, Head, MAX_PAYLOAD, Origin, Record, RecordId};
use crate::recovery::RecoveryKey;

/// Bytes that [`Vault::import`] reads at a time.
const READ: usize = 1 << 20;
/// Sealed bytes that it keeps in memory before it writes them in one transaction.
const BATCH: usize = 16 << 20;
/// Longest small value, in bytes.
const MAX_STATE: usize = 16 << 20;

/// A record's body for somebody else, and the proof that it is in the log.
pub type WithProof = (Zeroizing<Vec<u8>>, String);

/// A way in.
pub enum Unlock<'a> {
    /// What the person chose; composed and decomposed Unicode are the same.
    Passphrase(&'a str),
    /// The key that was printed.
    RecoveryKey(&'a RecoveryKey),
    /// The key that this device keeps for its owner; see [`Vault::add_device_key`].
    DeviceKey(&'a [u8; 32]),
}

/// An open logbook file. Dropping it locks it: keys are wiped and the file is let go.
pub struct Vault {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    pub(crate) ports: Ports,
    pub(crate) main: MainKey,
    pub(crate) keys: Subkeys,
    pub(crate) header: Header,
    pub(crate) head: LogHead,
    pub(crate) last_row: u64,
    /// Rows of the small values by name, and the last row in use.
    pub(crate) states: (HashMap<String, u64>, u64),
}

/// A vault that opened, and what was found in it.
pub struct Opened {
    /// The vault, ready for use.
    pub vault: Vault,
    /// Its readable records, this device's first, in the order in which they were written.
    pub records: Vec<Record>,
    /// What is wrong with the rest; empty if all is well.
    pub problems: Vec<Problem>,
}

impl Vault {
    /// Makes a new logbook and hands out its recovery key, once. A cost under the floor is raised to it.
    ///
    /// # Errors
    /// [`Error::AlreadyExists`] if there is anything at `path`; else what the system said. Nothing half stays.
    pub fn create(path: &Path, passphrase: &str, cost: KdfCost, ports: Ports) -> Result<(Self, RecoveryKey), Error> {
        let cost = cost.at_least_floor();
        cost.refuse_excess()?;
        if std::fs::symlink_metadata(path).is_ok() {
            return Err(Error::AlreadyExists);
        }
        let folder = folder_of(path);
        make_folder(folder)?;
        // On Unix readable by its owner only, and gone again if anything fails.
        let beside = tempfile::Builder::new().prefix(".").suffix(".new").tempfile_in(folder).map_err(container::io)?;
        let beside = beside.into_temp_path();
        let main = MainKey::random(&ports);
        let keys = main.subkeys();
        let recovery = RecoveryKey::random(&ports);
        let mut header = Header::new(&main, &keys.header, cost, &ports);
        let secret = header.secret(&Unlock::Passphrase(passphrase))?;
        header.fill(0, &secret, &main, &ports);
        header.fill(1, &recovery_secret(&recovery), &main, &ports);
        let mut head = LogHead::new(Origin(ports.random()));
        head.roles[0] = Role::Passphrase as u8;
        head.roles[1] = Role::Recovery as u8;
        let mut connection = container::create(&beside)?;
        let transaction = connection.transaction().map_err(told)?;
        header.write(&transaction)?;
        head.write(&transaction, &keys, &ports)?;
        transaction.commit().map_err(told)?;
        drop(connection);
        // Never over a file that appeared meanwhile.
        named(beside, path)?;
        let opened = sync_folder(folder).map_err(container::io).and_then(|()| container::open(path));
        // Nobody has heard its recovery key: whoever is told that it failed must be able to try again.
        let connection = opened.inspect_err(|_| {
            let _ = std::fs::remove_file(path);
        })?;
        let states = (HashMap::new(), 0);
        let vault = Self { connection, path: path.to_owned(), ports, main, keys, header, head, last_row: 0, states };
        Ok((vault, recovery))
    }

    /// Opens a logbook. Every record is read and held against the log; what is damaged is named in
    /// [`Opened::problems`], and everything else is there.
    ///
    /// # Errors
    /// See [`Error`]. A file that is no logbook is not touched.
    pub fn open(path: &Path, unlock: &Unlock<'_>, ports: Ports) -> Result<Opened, Error> {
        let connection = container::open(path)?;
        let (header, whole) = Header::read(&connection)?;
        let secret = header.secret(unlock)?;
        let (main, index) = header.unwrap(&secret).ok_or(match unlock {
            // Nobody can tell whether the passphrase is wrong or its slot was harmed.
            _ if !whole => Error::Damaged(Place::Header),
            Unlock::Passphrase(_) => Error::WrongPassphrase,
            Unlock::RecoveryKey(_) => Error::WrongRecoveryKey,
            Unlock::DeviceKey(_) => Error::WrongDeviceKey,
        })?;
        let mut opened = Self::open_by(path, connection, (header, whole), main, ports)?;
        // Whose slot it is may have been lost with the head.
        let role = &mut opened.vault.head.roles[index];
        *role = if *role == 0 { secret.role as u8 } else { *role };
        Ok(opened)
    }

    /// Opens a logbook whose main key is known: its header, and whether that is whole.
    pub(crate) fn open_by(
        path: &Path,
        mut connection: Connection,
        (header, whole): (Header, bool),
        main: MainKey,
        ports: Ports,
    ) -> Result<Opened, Error> {
        let keys = main.subkeys();
        let authentic = header.is_authentic(&keys.header);
        // Before anything is written: the key must be the one that this file was made with.
        if !authentic && LogHead::read(&connection, &keys)?.is_none() {
            return Err(Error::Damaged(Place::Header));
        }
        let mut read = log::read(&connection, &keys, &ports)?;
        if !whole || !authentic {
            read.problems.insert(0, Problem { what: ProblemKind::Altered, place: Place::Header });
        }
        let states = match log::states(&connection, &keys) {
            // What was saved does not depend on drafts.
            Err(Error::Damaged(_) | Error::Io(_)) => States::default(),
            found => found?,
        };
        if !states.whole {
            read.problems.push(Problem { what: ProblemKind::Unreadable, place: Place::State });
        }
        let last_state = states.last_in_use(&ports);
        let states = (states.all.into_iter().map(|state| (state.name, state.row)).collect(), last_state);
        if container::is_for_reading(&connection)? {
            read.problems.insert(0, Problem { what: ProblemKind::Missing, place: Place::File });
        } else {
            match sweep(&mut connection) {
                // No room or no right to write is no reason not to read; the next opening tries again.
                Ok(()) | Err(Error::Full | Error::ReadOnly | Error::Damaged(_) | Error::Io(_)) => {}
                Err(error) => return Err(error),
            }
        }
        let vault = Self {
            connection,
            path: path.to_owned(),
            ports,
            main,
            keys,
            header,
            head: read.head,
            last_row: read.last_row,
            states,
        };
        Ok(Opened { vault, records: read.records, problems: read.problems })
    }

    /// Appends records and commits the blobs that they name, in one transaction with the head. When this returns,
    /// they are durable.
    ///
    /// # Errors
    /// When it cannot be written, or a blob is not waiting: then nothing has changed.
    pub fn append(&mut self, payloads: &[&[u8]], commits: &[BlobId]) -> Result<Vec<Record>, Error> {
        self.append_with(payloads, |writing| writing.commit(commits))
    }

    /// Appends records and does what else belongs in the same transaction.
    pub(crate) fn append_with(
        &mut self,
        payloads: &[&[u8]],
        also: impl FnOnce(&Writing<'_>) -> Result<(), Error>,
    ) -> Result<Vec<Record>, Error> {
        if payloads.iter().any(|payload| payload.len() > MAX_PAYLOAD) {
            return Err(Error::TooLarge);
        }
        let mut head = self.head.clone();
        let mut row = self.last_row;
        let mut records = Vec::with_capacity(payloads.len());
        // What was done in one act was done at one time.
        let recorded = self.ports.clock.now();
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(told)?;
        {
            let mut insert = transaction.prepare_cached("INSERT INTO record VALUES (?1, ?2)").map_err(told)?;
            for payload in payloads {
                row += 1;
                let (seq, recorded) = (head.tree.size(), recorded.clone());
                let body = record::encode(head.origin, seq, &recorded, &self.ports.random(), payload);
                let sealed = self.keys.record.seal(row, &body, &self.ports).ok_or(Error::TooLarge)?;
                insert.execute(params![row, sealed]).map_err(told)?;
                head.tree.push(merkle::leaf(&body));
                let payload = Zeroizing::new(payload.to_vec());
                records.push(Record { id: RecordId(row), origin: head.origin, seq, recorded, payload });
            }
        }
        also(&Writing { transaction: &transaction, keys: &self.keys, ports: &self.ports })?;
        let sealed = head.write(&transaction, &self.keys, &self.ports)?;
        let committed = transaction.commit().map_err(told);
        if committed.is_err() && !LogHead::stands(&self.connection, &sealed)? {
            return committed.map(|()| records);
        }
        (self.head, self.last_row) = (head, row);
        if committed.is_err() {
            self.commit_again()?;
        }
        Ok(records)
    }

    /// Sets a small value under a name, sealed; `None` removes it. It leaves no trace in the log.
    ///
    /// # Errors
    /// When it cannot be written; then the earlier value stays.
    pub fn set_state(&mut self, name: &str, value: Option<&[u8]>) -> Result<(), Error> {
        let known = self.states.0.get(name).copied();
        match (value, known) {
            (None, None) => {}
            (None, Some(row)) => {
                self.connection.execute("DELETE FROM state WHERE id = ?1", [row]).map_err(told)?;
                self.states.0.remove(name);
            }
            (Some(value), known) => {
                if value.len() > MAX_STATE {
                    return Err(Error::TooLarge);
                }
                let row = known.unwrap_or(self.states.1 + 1);
                let body = log::encode_state(name, value).ok_or(Error::TooLarge)?;
                let sealed = self.keys.state.seal(row, &body, &self.ports).ok_or(Error::TooLarge)?;
                // A new row never takes the place of one that could not be read.
                let write = match known {
                    Some(_) => "UPDATE state SET sealed = ?2 WHERE id = ?1",
                    None => "INSERT INTO state VALUES (?1, ?2)",
                };
                self.connection.execute(write, params![row, sealed]).map_err(told)?;
                self.states.0.insert(name.to_owned(), row);
                self.states.1 = self.states.1.max(row);
            }
        }
        Ok(())
    }

    /// The small value under a name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn state(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
        let states = log::states(&self.connection, &self.keys)?;
        // Of two the later: the earlier could not be read when it was written.
        Ok(states.all.into_iter().rfind(|state| state.name == name).map(|state| state.value))
    }

    /// Begins a blob. The writer holds no lock; what it has sealed is written by [`stage`](Self::stage).
    pub fn start_blob(&self) -> BlobWriter {
        BlobWriter::new(&self.ports)
    }

    /// Writes sealed chunks, in one transaction. Until [`append`](Self::append) commits the blob, it waits in staging,
    /// and what waits there is removed at the next opening.
    ///
    /// # Errors
    /// When it cannot be written. The blob should then be [discarded](Self::discard_blob).
    pub fn stage(&mut self, sealed: &SealedChunks) -> Result<(), Error> {
        let blob = sealed.blob.to_bytes();
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(told)?;
        {
            transaction
                .prepare_cached("INSERT OR IGNORE INTO staging VALUES (?1)")
                .and_then(|mut mark| mark.execute([blob]))
                .map_err(told)?;
            let mut insert = transaction.prepare_cached("INSERT INTO chunk VALUES (?1, ?2, ?3)").map_err(told)?;
            for (n, chunk) in &sealed.chunks {
                insert.execute(params![blob, n, chunk]).map_err(told)?;
            }
        }
        transaction.commit().map_err(told)
    }

    /// Removes what was written of a blob that is not committed. One that is committed, or unknown, is left alone.
    ///
    /// # Errors
    /// When it cannot be written; the next opening removes it then.
    pub fn discard_blob(&mut self, id: BlobId) -> Result<(), Error> {
        let blob = id.to_bytes();
        unwiped(&mut self.connection, |transaction| {
            if transaction.execute("DELETE FROM staging WHERE blob = ?1", [blob])? == 1 {
                transaction.execute("DELETE FROM chunk WHERE blob = ?1", [blob])?;
            }
            Ok(())
        })
    }

    /// Reads a source to its end into a staged blob, with fixed memory. `progress` gets the bytes so far.
    ///
    /// # Errors
    /// See [`ImportError`]; what was staged is removed again.
    pub fn import(
        &mut self,
        source: &mut dyn Read,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<StagedBlob, ImportError> {
        let mut writer = self.start_blob();
        let id = writer.id();
        let staged = self.fill(&mut writer, source, progress).and_then(|()| {
            let (rest, staged) = writer.finish()?;
            self.stage(&rest)?;
            Ok(staged)
        });
        if staged.is_err() {
            // The first error is the one to tell; opening sweeps up what this could not.
            let _ = self.discard_blob(id);
        }
        staged
    }

    fn fill(
        &mut self,
        writer: &mut BlobWriter,
        source: &mut dyn Read,
        progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<(), ImportError> {
        let mut buffer = Zeroizing::new(vec![0; READ]);
        loop {
            match source.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(count) => writer.write(&buffer[..count]),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(ImportError::Read(error)),
            }
            if writer.pending() >= BATCH {
                self.stage(&writer.take()?)?;
            }
            if progress(writer.written()).is_break() {
                return Err(ImportError::Cancelled);
            }
        }
    }

    /// Opens one chunk. Nothing of it is handed out before all of it verified.
    ///
    /// # Errors
    /// [`Error::Damaged`] with its place if it is missing or does not verify.
    pub fn read_chunk(&self, blob: &BlobRef, n: u32) -> Result<Zeroizing<Vec<u8>>, Error> {
        let mut chunk = Zeroizing::default();
        self.read_chunk_into(blob, n, &mut chunk)?;
        Ok(chunk)
    }

    /// The same into a buffer that is used again: wiping one for every chunk costs as much as opening it.
    ///
    /// # Errors
    /// As [`read_chunk`](Self::read_chunk); the buffer is empty then.
    pub fn read_chunk_into(&self, blob: &BlobRef, n: u32, chunk: &mut Zeroizing<Vec<u8>>) -> Result<(), Error> {
        let first = n == 0 && blob.size == 0;
        if !first && u64::from(n) * CHUNK as u64 >= blob.size {
            return Err(Error::NoSuchChunk);
        }
        self.open_chunk(blob, n, chunk)?.map_err(|_| Error::Damaged(Place::Blob { id: blob.id, chunk: n }))
    }

    /// Opens a chunk, of the padding too; the inner error says what is wrong with it.
    pub(crate) fn open_chunk(
        &self,
        blob: &BlobRef,
        n: u32,
        chunk: &mut Zeroizing<Vec<u8>>,
    ) -> Result<Result<(), ProblemKind>, Error> {
        chunk.clear();
        // One place for all chunks: growing would leave copies behind.
        chunk.reserve_exact(CHUNK + crate::sealing::TAG);
        let mut select =
            self.connection.prepare_cached("SELECT sealed FROM chunk WHERE blob = ?1 AND n = ?2").map_err(told)?;
        let mut rows = select.query(params![blob.id.to_bytes(), n]).map_err(told)?;
        let Some(row) = rows.next().map_err(told)? else {
            return Ok(Err(ProblemKind::Missing));
        };
        let sealed = row.get_ref(0).map_err(told)?;
        let Ok(sealed) = sealed.as_blob() else {
            return Ok(Err(ProblemKind::Altered));
        };
        chunk.extend_from_slice(sealed);
        Ok(blob::open_chunk(blob, n, chunk).ok_or(ProblemKind::Altered))
    }

    /// Reads a blob like a file.
    pub fn reader<'a>(&'a self, blob: &BlobRef) -> BlobReader<'a> {
        BlobReader::new(self, blob.clone())
    }

    /// Is this the passphrase?
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`] if it opens none of the slots.
    pub fn verify_passphrase(&self, passphrase: &str) -> Result<(), Error> {
        let secret = self.header.secret(&Unlock::Passphrase(passphrase))?;
        self.header.unwrap(&secret).map(|_| ()).ok_or(Error::WrongPassphrase)
    }

    /// Sets a new passphrase, with a new salt and cost, without rewriting data. A device's key no longer opens the logbook
    /// after that: whoever takes a new passphrase may fear that somebody else gets in. A crash leaves either the old ways in
    /// or the new one.
    ///
    /// # Errors
    /// When it cannot be written; then the old passphrase stays.
    pub fn change_passphrase(&mut self, new: &str, cost: KdfCost) -> Result<(), Error> {
        let cost = cost.at_least_floor();
        cost.refuse_excess()?;
        let (mut header, mut head) = (self.header.clone(), self.head.clone());
        header.renew(cost, &self.ports);
        let secret = header.secret(&Unlock::Passphrase(new))?;
        self.fill_slot(&mut header, &mut head, &secret)?;
        self.empty_device_slots(&mut header, &mut head);
        self.write_ways_in(header, head)
    }

    /// Makes a new recovery key; the old one no longer opens the logbook.
    ///
    /// # Errors
    /// When it cannot be written; then the old key stays.
    pub fn replace_recovery_key(&mut self) -> Result<RecoveryKey, Error> {
        let key = RecoveryKey::random(&self.ports);
        let (mut header, mut head) = (self.header.clone(), self.head.clone());
        self.fill_slot(&mut header, &mut head, &recovery_secret(&key))?;
        self.write_ways_in(header, head)?;
        Ok(key)
    }

    /// Makes a random key for this device to keep, 32 bytes, which opens the logbook from now on; one that was made before
    /// no longer does. The device must keep it where only its owner gets it back.
    ///
    /// # Errors
    /// When it cannot be written; then nothing has changed.
    pub fn add_device_key(&mut self) -> Result<Zeroizing<[u8; 32]>, Error> {
        let key: Zeroizing<[u8; 32]> = Zeroizing::new(self.ports.random());
        let (mut header, mut head) = (self.header.clone(), self.head.clone());
        self.empty_device_slots(&mut header, &mut head);
        self.fill_slot(&mut header, &mut head, &device_secret(&key))?;
        self.write_ways_in(header, head)?;
        Ok(key)
    }

    /// Makes a device's key worthless. Nothing is written if there is none.
    ///
    /// # Errors
    /// When it cannot be written; then the key still opens the logbook.
    pub fn remove_device_key(&mut self) -> Result<(), Error> {
        if !self.has_device_key() {
            return Ok(());
        }
        let (mut header, mut head) = (self.header.clone(), self.head.clone());
        self.empty_device_slots(&mut header, &mut head);
        self.write_ways_in(header, head)
    }

    /// Does some device's key open the logbook?
    pub fn has_device_key(&self) -> bool {
        self.head.roles.contains(&(Role::Device as u8))
    }

    /// Puts the main key into the slot of the secret's role, or a free one if there is none or its place was lost with the
    /// head.
    fn fill_slot(&self, header: &mut Header, head: &mut LogHead, secret: &Secret) -> Result<(), Error> {
        let role = secret.role as u8;
        let index = head
            .roles
            .iter()
            .position(|held| *held == role)
            .or_else(|| head.roles.iter().rposition(|held| *held == 0))
            .ok_or(Error::TooLarge)?;
        header.fill(index, secret, &self.main, &self.ports);
        head.roles[index] = role;
        Ok(())
    }

    fn empty_device_slots(&self, header: &mut Header, head: &mut LogHead) {
        for (index, role) in head.roles.iter_mut().enumerate().filter(|(_, role)| **role == Role::Device as u8) {
            header.empty(index, &self.ports);
            *role = 0;
        }
    }

    /// Writes header, slots and head in one transaction.
    fn write_ways_in(&mut self, mut header: Header, head: LogHead) -> Result<(), Error> {
        header.authenticate(&self.main, &self.keys.header);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(told)?;
        header.write(&transaction)?;
        let sealed = head.write(&transaction, &self.keys, &self.ports)?;
        let committed = transaction.commit().map_err(told);
        if committed.is_err() && !LogHead::stands(&self.connection, &sealed)? {
            return committed;
        }
        (self.header, self.head) = (header, head);
        if committed.is_err() { self.commit_again() } else { Ok(()) }
    }

    /// When the disk fails at the very end, committing is answered with an error though all of it stands in the file,
    /// and only a power cut could still undo it. Another commit makes both durable: the head is written once more.
    fn commit_again(&mut self) -> Result<(), Error> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(told)?;
        self.head.write(&transaction, &self.keys, &self.ports)?;
        transaction.commit().map_err(told)
    }

    /// The head of this device's log.
    pub fn head(&self) -> Head {
        Head { origin: self.head.origin, size: self.head.tree.size(), root: self.head.tree.root() }
    }

    /// The head of this device's log as a signed note for somebody else to keep: a C2SP checkpoint.
    pub fn anchor(&self) -> String {
        anchor::issue(&self.head(), &self.main.signing())
    }

    /// The public key that checks this device's anchors, as verifiers of signed notes write it.
    pub fn verifier_key(&self) -> String {
        anchor::verifier_key(self.head.origin, &self.main.signing().verifier())
    }

    /// Does what an anchor covers still stand here unchanged? Reads every record.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn agrees_with(&self, anchor: &str) -> Result<Agreement, Error> {
        let leaves = log::leaves(&self.connection, &self.keys, &self.head)?;
        Ok(anchor::compare(anchor, self.head.origin, &self.main.signing().verifier(), &leaves))
    }

    /// Which of this device's records are not in another file: their places in the log. All of them if the other is another
    /// logbook.
    ///
    /// # Errors
    /// When one of the two cannot be read.
    pub fn not_in(&self, other: &Self) -> Result<Vec<u64>, Error> {
        let mine = log::leaves(&self.connection, &self.keys, &self.head)?;
        let theirs: HashSet<Hash> =
            log::leaves(&other.connection, &other.keys, &other.head)?.into_iter().flatten().collect();
        let missing = (0..).zip(mine).filter(|(_, leaf)| leaf.is_some_and(|leaf| !theirs.contains(&leaf)));
        Ok(missing.map(|(seq, _)| seq).collect())
    }

    /// This device's record at `seq` for somebody else: its body, and a proof that it is in the log as it is now. They
    /// check the two with [`verify_proof`](crate::verify_proof) and the [verifier key](Self::verifier_key), and learn
    /// nothing of other records.
    ///
    /// # Errors
    /// [`Error::Damaged`] if this or another record is missing, so that nothing can be proved.
    pub fn disclose(&self, seq: u64) -> Result<WithProof, Error> {
        self.disclose_all(&[seq])?.pop().ok_or(Error::Damaged(Place::Seq(seq)))
    }

    /// The same for many at once, in the order in which they are asked for, all against the same anchor: every record
    /// is read once.
    ///
    /// # Errors
    /// As [`disclose`](Self::disclose).
    pub fn disclose_all(&self, seqs: &[u64]) -> Result<Vec<WithProof>, Error> {
        let wanted = seqs.iter().copied().collect();
        let (leaves, bodies) = log::leaves_and_bodies(&self.connection, &self.keys, &self.head, &wanted)?;
        let nodes = Nodes::over(unbroken(leaves)?);
        if nodes.root() != self.head.tree.root() {
            return Err(Error::Damaged(Place::Head));
        }
        let anchor = self.anchor();
        seqs.iter()
            .map(|seq| {
                let proof = anchor::prove(*seq, &nodes, &anchor);
                bodies.get(seq).cloned().zip(proof).ok_or(Error::Damaged(Place::Seq(*seq)))
            })
            .collect()
    }

    /// Shows that the log as it is now begins with its first `size` records, as somebody with an anchor of that size knows
    /// them: an RFC 9162 consistency proof from there to the [head](Self::head), for
    /// [`verify_consistency`](crate::verify_consistency). `None` if there are not so many records.
    ///
    /// # Errors
    /// [`Error::Damaged`] if a record is missing, so that nothing can be proved.
    pub fn consistency(&self, size: u64) -> Result<Option<Vec<[u8; 32]>>, Error> {
        Ok(self.consistency_all(&[size])?.pop().flatten())
    }

    /// The same for many sizes at once, in their order: every record is read once.
    ///
    /// # Errors
    /// As [`consistency`](Self::consistency).
    pub fn consistency_all(&self, sizes: &[u64]) -> Result<Vec<Option<Vec<[u8; 32]>>>, Error> {
        let leaves = unbroken(log::leaves(&self.connection, &self.keys, &self.head)?)?;
        if merkle::root(&leaves) != self.head.tree.root() {
            return Err(Error::Damaged(Place::Head));
        }
        let proof = |size: &u64| usize::try_from(*size).ok().and_then(|first| merkle::consistency(&leaves, first));
        Ok(sizes.iter().map(proof).collect())
    }

    /// Signs a text with the key that signs the anchors: a C2SP note, for [`verify_note`](crate::verify_note). `None` for
    /// what is no text of a note (it is empty, does not end with a newline, or has other control characters) and for what
    /// could be taken for an anchor.
    pub fn sign_note(&self, text: &str) -> Option<String> {
        anchor::sign(self.head.origin, text, &self.main.signing())
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The transaction in which records are being appended.
pub(crate) struct Writing<'a> {
    pub(crate) transaction: &'a Transaction<'a>,
    pub(crate) keys: &'a Subkeys,
    pub(crate) ports: &'a Ports,
}

impl Writing<'_> {
    /// Takes blobs out of staging: they stay.
    pub(crate) fn commit(&self, blobs: &[BlobId]) -> Result<(), Error> {
        let mut commit = self.transaction.prepare_cached("DELETE FROM staging WHERE blob = ?1").map_err(told)?;
        for id in blobs {
            if commit.execute([id.to_bytes()]).map_err(told)? != 1 {
                return Err(Error::NotStaged);
            }
        }
        Ok(())
    }
}

/// Every leaf, or which record is the first that is missing.
fn unbroken(leaves: Vec<Option<Hash>>) -> Result<Vec<Hash>, Error> {
    let leaves = (0..).zip(leaves).map(|(seq, leaf)| leaf.ok_or(Error::Damaged(Place::Seq(seq))));
    leaves.collect()
}

/// Removes what imports that never committed left behind. No key is needed for it.
fn sweep(connection: &mut Connection) -> Result<(), Error> {
    let any: bool =
        connection.query_row("SELECT EXISTS (SELECT 1 FROM staging)", [], |row| row.get(0)).map_err(told)?;
    if !any {
        return Ok(());
    }
    unwiped(connection, |transaction| {
        transaction.execute_batch("DELETE FROM chunk WHERE blob IN (SELECT blob FROM staging); DELETE FROM staging;")
    })
}

/// Removes what was never committed without overwriting it first. Its key was never written down, so nobody can read it;
/// and overwriting needs room for a journal as long as what is removed, which a full disk does not have.
fn unwiped(
    connection: &mut Connection,
    remove: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<()>,
) -> Result<(), Error> {
    connection.execute_batch("PRAGMA secure_delete = OFF").map_err(told)?;
    let removed = connection.transaction_with_behavior(TransactionBehavior::Immediate).and_then(|transaction| {
        remove(&transaction)?;
        transaction.commit()
    });
    connection.execute_batch("PRAGMA secure_delete = ON").map_err(told)?;
    removed.map_err(told)
}

/// Gives a new logbook its name, never over a file that appeared meanwhile.
#[cfg(not(target_os = "android"))]
fn named(beside: tempfile::TempPath, path: &Path) -> Result<(), Error> {
    beside.persist_noclobber(path).map_err(|failed| container::io(failed.error))
}

/// Before Android 11 an app that asks for a rename that replaces nothing (`renameat2`) is ended by the system, and a second name
/// is refused to every app. Nobody but this app can put a file there, so looking first is enough.
#[cfg(target_os = "android")]
fn named(beside: tempfile::TempPath, path: &Path) -> Result<(), Error> {
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(Error::AlreadyExists);
    }
    beside.persist(path).map_err(|failed| container::io(failed.error))
}

/// The folder, readable by its owner only if it is made here.
fn make_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(container::io)
}
