//! Ways in for `fuzz/`: what stands behind the seals, so that a target need not break the cipher to get there.

use rusqlite::{Connection, params};
use zeroize::Zeroizing;

use crate::anchor::{self, Agreement};
use crate::container::{self, told};
use crate::error::{Error, Place, Problem};
use crate::header::{Header, SLOTS};
use crate::keys::{MainKey, Subkeys};
use crate::log::{self, LogHead};
use crate::merkle::{self, Hash, Nodes, Tree};
use crate::ports::{Moment, Ports};
use crate::record::{self, Head, Origin, Record, RecordId};
use crate::recovery::RecoveryKey;
use crate::sealing;
use crate::vault::Unlock;

/// Reads header and slots from a container and opens them: whether the header is authentic.
///
/// # Errors
/// As at opening a logbook.
pub fn open_header(connection: &Connection, key: &RecoveryKey) -> Result<bool, Error> {
    let (header, whole) = Header::read(connection)?;
    if !whole {
        return Err(Error::Damaged(Place::Header));
    }
    let secret = header.secret(&Unlock::RecoveryKey(key))?;
    let (main, _) = header.unwrap(&secret).ok_or(Error::WrongRecoveryKey)?;
    Ok(header.is_authentic(&main.subkeys().header))
}

/// Reads a record's body.
pub fn decode_record(body: &[u8]) -> Option<Record> {
    record::decode(RecordId(1), body)
}

/// A record's body.
pub fn encode_record(
    origin: Origin,
    seq: u64,
    recorded: &Moment,
    blinding: &[u8; 32],
    payload: &[u8],
) -> Zeroizing<Vec<u8>> {
    record::encode(origin, seq, recorded, blinding, payload)
}

/// The body in what was padded.
pub fn unpad(padded: &[u8]) -> Option<&[u8]> {
    sealing::unpad(padded)
}

/// Which head goes into the log.
pub enum PutHead<'a> {
    /// None.
    None,
    /// These bytes, sealed.
    Body(&'a [u8]),
    /// The one over these record bodies.
    Over(Origin, &'a [&'a [u8]]),
}

/// What was read from a log.
pub struct Found {
    /// Its records.
    pub records: Vec<Record>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// The head to go on from.
    pub head: Head,
    /// The small values, by name.
    pub states: Vec<(String, Zeroizing<Vec<u8>>)>,
}

/// A logbook without a file: its keys and empty tables.
pub struct Inside {
    connection: Connection,
    main: MainKey,
    keys: Subkeys,
    ports: Ports,
}

impl Inside {
    /// Fresh ones.
    ///
    /// # Errors
    /// When the tables cannot be made.
    pub fn new(ports: Ports) -> Result<Self, Error> {
        let connection = Connection::open_in_memory().map_err(told)?;
        connection.execute_batch(container::TABLES).map_err(told)?;
        let main = MainKey::random(&ports);
        let keys = main.subkeys();
        Ok(Self { connection, main, keys, ports })
    }

    /// Seals head, records and small values under their keys, and reads them back as at opening.
    ///
    /// # Errors
    /// When they cannot be put in or read.
    pub fn read(&self, head: &PutHead<'_>, records: &[(u64, &[u8])], states: &[(u64, &[u8])]) -> Result<Found, Error> {
        let (connection, keys, ports) = (&self.connection, &self.keys, &self.ports);
        connection.execute_batch("DELETE FROM head; DELETE FROM record; DELETE FROM state;").map_err(told)?;
        match head {
            PutHead::None => {}
            PutHead::Body(body) => {
                let sealed = keys.head.seal(body, ports).ok_or(Error::TooLarge)?;
                connection.execute("INSERT INTO head VALUES (1, ?1)", [sealed]).map_err(told)?;
            }
            PutHead::Over(origin, bodies) => {
                let mut tree = Tree::default();
                bodies.iter().for_each(|body| tree.push(merkle::leaf(body)));
                LogHead { origin: *origin, tree, roles: [0; SLOTS], mended: false }.write(connection, keys, ports)?;
            }
        }
        for (row, body) in records {
            let sealed = keys.record.seal(*row, body, ports).ok_or(Error::TooLarge)?;
            connection.execute("INSERT OR REPLACE INTO record VALUES (?1, ?2)", params![row, sealed]).map_err(told)?;
        }
        for (row, body) in states {
            let sealed = keys.state.seal(*row, body, ports).ok_or(Error::TooLarge)?;
            connection.execute("INSERT OR REPLACE INTO state VALUES (?1, ?2)", params![row, sealed]).map_err(told)?;
        }
        let read = log::read(connection, keys, ports)?;
        let states = log::states(connection, keys)?.all;
        Ok(Found {
            records: read.records,
            problems: read.problems,
            head: Head { origin: read.head.origin, size: read.head.tree.size(), root: read.head.tree.root() },
            states: states.into_iter().map(|state| (state.name, state.value)).collect(),
        })
    }

    /// A note under this logbook's key.
    pub fn sign(&self, name: &str, text: &str) -> String {
        self.main.signing().sign(name, text)
    }

    /// The anchor over these bodies.
    pub fn anchor(&self, origin: Origin, bodies: &[&[u8]]) -> String {
        let head = Head { origin, size: bodies.len() as u64, root: merkle::root(&leaves(bodies)) };
        anchor::issue(&head, &self.main.signing())
    }

    /// How a log of these bodies agrees with an anchor.
    pub fn agreement(&self, anchor: &str, origin: Origin, bodies: &[&[u8]]) -> Agreement {
        let leaves: Vec<Option<Hash>> = leaves(bodies).into_iter().map(Some).collect();
        anchor::compare(anchor, origin, &self.main.signing().verifier(), &leaves)
    }

    /// The proof for one of these bodies.
    pub fn prove(&self, seq: u64, origin: Origin, bodies: &[&[u8]]) -> Option<String> {
        anchor::prove(seq, &Nodes::over(leaves(bodies)), &self.anchor(origin, bodies))
    }

    /// The key that checks the anchors, as verifiers write it.
    pub fn verifier_key(&self, origin: Origin) -> String {
        anchor::verifier_key(origin, &self.main.signing().verifier())
    }
}

fn leaves(bodies: &[&[u8]]) -> Vec<Hash> {
    bodies.iter().map(|body| merkle::leaf(body)).collect()
}
