//! The log: its sealed head, and reading it back whole at opening.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};
use zeroize::Zeroizing;

use crate::container::told;
use crate::cursor::Cursor;
use crate::error::{Error, Place, Problem, ProblemKind};
use crate::header::SLOTS;
use crate::keys::Subkeys;
use crate::merkle::{Hash, Tree};
use crate::ports::Ports;
use crate::record::{self, Body, InTree, Origin, Record, RecordId};
use crate::sealing;
use crate::table;

/// The head of this device's log, as it stands sealed in the file.
#[derive(Clone)]
pub(crate) struct LogHead {
    pub(crate) origin: Origin,
    pub(crate) tree: Tree,
    /// Which slot holds the main key for whom: 0 for nobody, else the number of its role, which a newer version may have
    /// given it.
    pub(crate) roles: [u8; SLOTS],
    /// The head was lost once and begun anew from the records that were left.
    pub(crate) mended: bool,
}

/// The row of the head.
const ROW: i64 = 1;
/// Stands in a tree begun anew for the leaf of a record that is lost.
const LOST: Hash = [0; 32];
/// Records that can be lost between two others.
const MOST_LOST: u64 = 1 << 20;
/// Records that are missing and named one by one.
const MOST_NAMED: usize = 1 << 16;
/// Far behind every row that was numbered one by one, and far before the last that there can be.
const FAR: u64 = 1 << 60;

/// What was sealed; a value of another type was never sealed by us, and is no reason to read nothing else.
fn blob(value: ValueRef<'_>) -> Option<Vec<u8>> {
    value.as_blob().ok().map(<[u8]>::to_vec)
}

impl LogHead {
    pub(crate) fn new(origin: Origin) -> Self {
        Self { origin, tree: Tree::default(), roles: [0; SLOTS], mended: false }
    }

    fn encode(&self) -> Vec<u8> {
        let mut body = vec![1];
        body.extend_from_slice(&self.origin.0);
        body.extend(self.roles);
        body.push(u8::from(self.mended));
        body.extend_from_slice(&self.tree.size().to_be_bytes());
        body.extend_from_slice(&self.tree.root());
        self.tree.peaks().iter().for_each(|peak| body.extend_from_slice(peak));
        body
    }

    fn decode(body: &[u8]) -> Option<Self> {
        let mut fields = Cursor(body);
        if fields.u8()? != 1 {
            return None;
        }
        let origin = Origin(fields.array()?);
        let roles = fields.array()?;
        let mended = fields.u8()? != 0;
        // Every record has a row.
        let size = fields.u64().filter(|size| *size <= table::LAST_ROW)?;
        let root: Hash = fields.array()?;
        let mut peaks = Vec::new();
        for _ in 0..size.count_ones() {
            peaks.push(fields.array()?);
        }
        fields.end()?;
        let tree = Tree::from_parts(size, peaks)?;
        (tree.root() == root).then_some(Self { origin, tree, roles, mended })
    }

    /// Writes the head, in the caller's transaction, and answers with what stands in the file then. No two are the same.
    pub(crate) fn write(&self, connection: &Connection, keys: &Subkeys, ports: &Ports) -> Result<Vec<u8>, Error> {
        let sealed = keys.head.seal(&self.encode(), ports).ok_or(Error::TooLarge)?;
        connection
            .prepare_cached("INSERT OR REPLACE INTO head VALUES (?1, ?2)")
            .and_then(|mut insert| insert.execute(params![ROW, sealed]))
            .map_err(told)?;
        Ok(sealed)
    }

    /// Is this what stands in the file?
    pub(crate) fn stands(connection: &Connection, sealed: &[u8]) -> Result<bool, Error> {
        let found: Option<Vec<u8>> = connection
            .query_row("SELECT sealed FROM head WHERE id = ?1", [ROW], |row| row.get(0))
            .optional()
            .map_err(told)?;
        Ok(found.as_deref() == Some(sealed))
    }

    /// Reads the head; `None` if it is missing or does not open.
    pub(crate) fn read(connection: &Connection, keys: &Subkeys) -> Result<Option<Self>, Error> {
        let sealed: Option<Option<Vec<u8>>> = connection
            .query_row("SELECT sealed FROM head WHERE id = ?1", [ROW], |row| row.get_ref(0).map(blob))
            .optional()
            .map_err(told)?;
        Ok(sealed
            .flatten()
            .and_then(|sealed| keys.head.open(&sealed))
            .and_then(|padded| Self::decode(sealing::unpad(&padded)?)))
    }
}

/// Everything that the records of a file give.
pub(crate) struct Read {
    pub(crate) records: Vec<Record>,
    pub(crate) problems: Vec<Problem>,
    /// The head to go on from.
    pub(crate) head: LogHead,
    pub(crate) last_row: u64,
}

/// Reads every record and holds them against the head, in linear time. What is wrong is named; the rest is
/// returned.
pub(crate) fn read(connection: &Connection, keys: &Subkeys, ports: &Ports) -> Result<Read, Error> {
    let head = match LogHead::read(connection, keys) {
        // A page that cannot be read is a head that is lost; the records do not depend on it.
        Err(Error::Damaged(_) | Error::Io(_)) => None,
        other => other?,
    };
    let mut rows = Rows::default();
    let whole = match rows.read(connection, keys, known(head.as_ref())) {
        Err(Error::Damaged(_) | Error::Io(_)) => false,
        other => other?,
    };
    if !whole {
        // A page that the device or the database cannot read: what does not stand on it was read.
        rows.problems.push(Problem { what: ProblemKind::Unreadable, place: Place::File });
    }
    Ok(rows.hold_against(head, ports))
}

/// Rows that there should be at least: one for each record that the head accounts for.
fn known(head: Option<&LogHead>) -> u64 {
    head.map_or(0, |head| head.tree.size())
}

/// Sealed bytes that are read before they are opened: enough that every core has its share, and little beside what the book
/// itself takes.
const SHARE: usize = 8 << 20;

/// Opens every row of records that can be read, on as many cores as there are: its number, and what `read` makes of the body
/// that its leaf covers, if it opens. In the order in which they are read. Says whether all could be read.
fn each_row<T: Send>(
    connection: &Connection,
    keys: &Subkeys,
    known: u64,
    read: impl Fn(RecordId, &[u8]) -> Option<T> + Sync,
    mut take: impl FnMut(RecordId, Option<T>),
) -> Result<bool, Error> {
    let open = |id: u64, sealed: &[u8]| {
        let padded = keys.record.open(id, sealed)?;
        read(RecordId(id), sealing::unpad(&padded)?)
    };
    let mut open_all = |rows: &mut Vec<(u64, Option<Vec<u8>>)>| {
        let opened: Vec<_> = rows
            .par_drain(..)
            .map(|(id, sealed)| (RecordId(id), sealed.and_then(|sealed| open(id, &sealed))))
            .collect();
        opened.into_iter().for_each(|(id, opened)| take(id, opened));
    };
    let (mut rows, mut size) = (Vec::new(), 0);
    let whole = table::each_row(connection, "record", known, |id, sealed| {
        rows.push((id, sealed.map(<[u8]>::to_vec)));
        size += sealed.map_or(0, <[u8]>::len);
        if size >= SHARE {
            open_all(&mut rows);
            size = 0;
        }
    });
    // Also where reading ended early: what was read before that is there.
    open_all(&mut rows);
    whole
}

/// The leaf of every record that this device wrote, in order; `None` for one that is missing or does not open. If the head
/// accounts for far more than there are, not all of these stand at the end.
pub(crate) fn leaves(connection: &Connection, keys: &Subkeys, head: &LogHead) -> Result<Vec<Option<Hash>>, Error> {
    Ok(leaves_and_bodies(connection, keys, head, &BTreeSet::new())?.0)
}

/// The same, and the bodies of some of the records as their leaves cover them, by place in the log. One that is missing,
/// erased or does not open is not among them.
pub(crate) fn leaves_and_bodies(
    connection: &Connection,
    keys: &Subkeys,
    head: &LogHead,
    wanted: &BTreeSet<u64>,
) -> Result<(Vec<Option<Hash>>, Bodies), Error> {
    let mut leaves = BTreeMap::new();
    let mut bodies = BTreeMap::new();
    let read = |id, bytes: &[u8]| {
        let (place, body) = record::read(id, bytes).filter(|(place, _)| place.origin == head.origin)?;
        let is_wanted = matches!(body, Body::Entry(_)) && wanted.contains(&place.seq);
        Some((place, is_wanted.then(|| Zeroizing::new(bytes.to_vec()))))
    };
    each_row(connection, keys, known(Some(head)), read, |_, opened| {
        let Some((place, bytes)) = opened else { return };
        leaves.insert(place.seq, place.leaf);
        if let Some(bytes) = bytes {
            bodies.insert(place.seq, bytes);
        }
    })?;
    let behind = leaves.last_key_value().map_or(0, |(last, _)| last.saturating_add(1)).saturating_add(MOST_LOST);
    let size = head.tree.size().min(behind);
    Ok(((0..size).map(|seq| leaves.get(&seq).copied()).collect(), bodies))
}

/// Bodies of records by place in the log.
pub(crate) type Bodies = BTreeMap<u64, Zeroizing<Vec<u8>>>;

/// Where the record in a row stands in its tree; `None` if it is missing or does not open.
pub(crate) fn place(connection: &Connection, keys: &Subkeys, row: RecordId) -> Result<Option<InTree>, Error> {
    let sealed: Option<Vec<u8>> = connection
        .query_row("SELECT sealed FROM record WHERE id = ?1", [row.0], |found| found.get(0))
        .optional()
        .map_err(told)?;
    let padded = sealed.and_then(|sealed| keys.record.open(row.0, &sealed));
    Ok(padded.and_then(|padded| Some(record::read(row, sealing::unpad(&padded)?)?.0)))
}

#[derive(Default)]
struct Rows {
    records: Vec<Record>,
    leaves: BTreeMap<(Origin, u64), Hash>,
    foreign: Vec<RecordId>,
    problems: Vec<Problem>,
    last_row: u64,
}

impl Rows {
    fn read(&mut self, connection: &Connection, keys: &Subkeys, known: u64) -> Result<bool, Error> {
        each_row(connection, keys, known, record::read, |id, opened| {
            self.last_row = self.last_row.max(table::counted(id.0));
            match opened {
                Some((place, body)) => self.take(id, &place, body),
                // A body of a kind that this version does not know still belongs to us: the log must tell.
                None => self.foreign.push(id),
            }
        })
    }

    fn take(&mut self, id: RecordId, place: &InTree, body: Body) {
        if self.leaves.insert((place.origin, place.seq), place.leaf).is_some() {
            self.problems.push(Problem { what: ProblemKind::Surplus, place: Place::Record(id) });
        }
        if let Body::Entry(record) = body {
            self.records.push(record);
        }
    }

    fn hold_against(mut self, head: Option<LogHead>, ports: &Ports) -> Read {
        let Some(head) = head else {
            let origin = self.records.first().map_or_else(|| Origin(ports.random()), |record| record.origin);
            let mut mended = LogHead { mended: true, ..LogHead::new(origin) };
            self.leaves.iter().filter(|((of, _), _)| *of == origin).for_each(|((_, seq), leaf)| {
                // A record that is lost with the head keeps its number: the next one must not get it again.
                while mended.tree.size() < *seq && *seq - mended.tree.size() <= MOST_LOST {
                    mended.tree.push(LOST);
                }
                mended.tree.push(*leaf);
            });
            self.problems.push(Problem { what: ProblemKind::Altered, place: Place::Head });
            return self.done(mended);
        };
        if head.mended {
            self.problems.push(Problem { what: ProblemKind::LogDiffers, place: Place::Head });
        }
        let mut tree = Tree::default();
        let mut missing = 0;
        for seq in 0..head.tree.size() {
            if let Some(leaf) = self.leaves.get(&(head.origin, seq)) {
                tree.push(*leaf);
            } else if missing < MOST_NAMED {
                missing += 1;
                self.problems.push(Problem { what: ProblemKind::Missing, place: Place::Seq(seq) });
            } else {
                // A head can say any number.
                self.problems.push(Problem { what: ProblemKind::LogDiffers, place: Place::Head });
                break;
            }
        }
        if missing == 0 {
            if tree.root() != head.tree.root() && !head.mended {
                self.problems.push(Problem { what: ProblemKind::LogDiffers, place: Place::Head });
            }
        } else {
            // Rows under another key are no error by themselves; beside a gap they are what is left of it.
            let left = self.foreign.iter().map(|id| Problem { what: ProblemKind::Altered, place: Place::Record(*id) });
            self.problems.extend(left);
        }
        for (_, seq) in self.leaves.keys().filter(|(of, seq)| *of == head.origin && *seq >= head.tree.size()) {
            self.problems.push(Problem { what: ProblemKind::Surplus, place: Place::Seq(*seq) });
        }
        self.done(head)
    }

    fn done(mut self, head: LogHead) -> Read {
        self.records.sort_by_key(|record| (record.origin != head.origin, record.origin, record.seq));
        Read { records: self.records, problems: self.problems, head, last_row: self.last_row }
    }
}

/// A small changing value: its name and what stands under it.
pub(crate) struct Named {
    pub(crate) row: u64,
    pub(crate) name: String,
    pub(crate) value: Zeroizing<Vec<u8>>,
}

/// The small values of a file.
#[derive(Default)]
pub(crate) struct States {
    /// Every one that can be read and opens under this key, by row.
    pub(crate) all: Vec<Named>,
    pub(crate) last_row: u64,
    /// Could every row be read?
    pub(crate) whole: bool,
}

impl States {
    /// The row behind which new values are put. If not all could be read, nobody knows which rows are in use, and the
    /// disk may give them back: then far behind, and at another place each time.
    pub(crate) fn last_in_use(&self, ports: &Ports) -> u64 {
        if self.whole { self.last_row } else { self.last_row.max(FAR + u64::from_be_bytes(ports.random()) % FAR) }
    }
}

/// Reads every small value that opens under this key.
pub(crate) fn states(connection: &Connection, keys: &Subkeys) -> Result<States, Error> {
    let mut all = Vec::new();
    let mut last_row = 0;
    let whole = table::each_row(connection, "state", 0, |id, sealed| {
        last_row = last_row.max(table::counted(id));
        let named = sealed.and_then(|sealed| keys.state.open(id, sealed)).and_then(|padded| {
            let mut fields = Cursor(sealing::unpad(&padded)?);
            let name = std::str::from_utf8(fields.long()?).ok()?.to_owned();
            let value = Zeroizing::new(fields.long()?.to_vec());
            Some(Named { row: id, name, value })
        });
        all.extend(named);
    })?;
    all.sort_by_key(|named| named.row);
    Ok(States { all, last_row, whole })
}

/// The body of a small value.
pub(crate) fn encode_state(name: &str, value: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut body = Zeroizing::new(Vec::with_capacity(8 + name.len() + value.len()));
    for part in [name.as_bytes(), value] {
        body.extend_from_slice(&u32::try_from(part.len()).ok()?.to_be_bytes());
        body.extend_from_slice(part);
    }
    Some(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_that_accounts_for_any_number_of_records_keeps_nobody_busy() {
        let ports = crate::system::ports();
        let keys = crate::keys::MainKey::random(&ports).subkeys();
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(crate::container::TABLES).unwrap();
        let origin = Origin([5; 16]);
        let recorded = crate::ports::Moment { utc_micros: 0, offset_seconds: 0, zone: String::new() };
        let body = record::encode(origin, 2, &recorded, &[0; 32], b"{}");
        let sealed = keys.record.seal(1, &body, &ports).unwrap();
        connection.execute("INSERT INTO record VALUES (1, ?1)", [sealed]).unwrap();
        for size in [1 << 21, 1 << 40, table::LAST_ROW, table::LAST_ROW + 1, u64::MAX] {
            let tree = Tree::from_parts(size, vec![[9; 32]; size.count_ones() as usize]).unwrap();
            LogHead { tree, ..LogHead::new(origin) }.write(&connection, &keys, &ports).unwrap();
            let read = read(&connection, &keys, &ports).unwrap();
            assert_eq!(read.records.len(), 1);
            assert!((1..MOST_NAMED + 10).contains(&read.problems.len()), "{size}: {}", read.problems.len());
            assert_eq!(read.head.mended, size > table::LAST_ROW, "{size}");
            assert!(read.head.tree.size() <= table::LAST_ROW);
            let leaves = leaves(&connection, &keys, &read.head).unwrap();
            assert!(leaves.len() as u64 <= MOST_LOST + 3 && leaves[2].is_some(), "{size}: {}", leaves.len());
        }
    }

    #[test]
    fn small_values_take_nobodys_row_if_not_all_could_be_read() {
        let ports = crate::system::ports();
        let states = |last_row, whole| States { all: Vec::new(), last_row, whole }.last_in_use(&ports);
        assert_eq!(states(7, true), 7);
        assert!(states(7, false) >= FAR && states(7, false) < table::LAST_ROW / 2);
        assert_ne!(states(7, false), states(7, false));
        assert_eq!(states(table::LAST_ROW, false), table::LAST_ROW);
    }
}
