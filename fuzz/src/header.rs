//! Header and slots: valid ones with a few fields written over.

use std::cell::RefCell;
use std::sync::OnceLock;

use houvast_vault::{Error, fuzzing};
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};
use sha2::{Digest, Sha256};

use crate::case::{case, put};
use crate::input::Input;

/// Columns of the header behind its id, as docs/vault-format.md has them.
const COLUMNS: usize = 10;
const CHECKSUM: usize = 8;
const SLOTS: usize = 8;
const TABLES: &str = "
    CREATE TABLE header (id INTEGER PRIMARY KEY, format, kdf, kdf_version, salt, memory_kib, passes, lanes,
        inbox_recipient, checksum, mac);
    CREATE TABLE slot (id INTEGER PRIMARY KEY, bytes);
";

#[derive(Clone, PartialEq)]
struct Header {
    fields: Vec<Value>,
    slots: Vec<Value>,
}

/// A header opens only if every field that its MAC covers is the one that was written.
pub fn run(input: &[u8]) {
    let mut input = Input(input);
    let whole = whole();
    let mut header = whole.clone();
    let mends = input.byte() % 2 == 1;
    while !input.is_empty() {
        let at = usize::from(input.byte()) % (COLUMNS + SLOTS);
        let place = if at < COLUMNS { &mut header.fields[at] } else { &mut header.slots[at - COLUMNS] };
        *place = changed(place, &mut input);
    }
    if mends {
        // Accidents are told by the checksum; with a right one, the MAC and the slots must tell.
        header.fields[CHECKSUM] = checksum(&header).map_or(Value::Null, |sum| Value::Blob(sum.to_vec()));
    }
    let opened = with_connection(|connection| {
        write(connection, &header);
        fuzzing::open_header(connection, &case().key)
    });
    match opened {
        Ok(true) => assert!(covered(&header) == covered(whole), "a changed header is authentic"),
        Ok(false) => assert!(header != *whole, "a whole header is not authentic"),
        Err(Error::Damaged(_) | Error::ExcessiveKdf { .. } | Error::WrongRecoveryKey) => {
            assert!(header != *whole, "a whole header does not open");
        }
        Err(other) => panic!("{other}"),
    }
}

/// What the MAC covers. The format is read from the file's own header, and the checksum stands for more than the MAC.
fn covered(header: &Header) -> Vec<Value> {
    let mut fields = header.fields.clone();
    (fields[0], fields[CHECKSUM]) = (Value::Null, Value::Null);
    fields
}

fn changed(value: &Value, input: &mut Input<'_>) -> Value {
    match (input.byte() % 8, value) {
        (0, _) => Value::Null,
        (1, _) => Value::Integer(input.number().cast_signed()),
        (2, _) => Value::Text(String::from_utf8_lossy(input.part()).into_owned()),
        (3, _) => Value::Real(f64::from_bits(input.number())),
        (4, _) => Value::Blob(input.part().to_vec()),
        (_, Value::Blob(bytes)) => {
            let mut bytes = bytes.clone();
            let at = input.below(bytes.len());
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= input.byte();
            }
            Value::Blob(bytes)
        }
        (_, Value::Integer(number)) => Value::Integer(number ^ i64::from(input.byte())),
        (_, other) => other.clone(),
    }
}

/// The checksum as the format says, made here a second time.
fn checksum(header: &Header) -> Option<[u8; 32]> {
    let [
        _,
        _,
        _,
        Value::Blob(salt),
        Value::Integer(memory),
        Value::Integer(passes),
        Value::Integer(lanes),
        Value::Blob(inbox),
        _,
        Value::Blob(mac),
    ] = header.fields.as_slice()
    else {
        return None;
    };
    let mut hash = Sha256::new_with_prefix(b"houvast/1 header");
    for number in [&1, &19, memory, passes, lanes] {
        hash.update(u32::try_from(*number).ok()?.to_be_bytes());
    }
    [b"argon2id".as_slice(), salt, inbox, mac].iter().for_each(|bytes| hash.update(bytes));
    for slot in &header.slots {
        let Value::Blob(bytes) = slot else { return None };
        hash.update(bytes);
    }
    Some(hash.finalize().into())
}

fn whole() -> &'static Header {
    static WHOLE: OnceLock<Header> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let connection = Connection::open(put(&case().bytes)).unwrap();
        let fields = connection
            .query_row("SELECT * FROM header", [], |row| (1..=COLUMNS).map(|at| row.get(at)).collect())
            .unwrap();
        let slot = |id: usize| connection.query_row("SELECT bytes FROM slot WHERE id = ?1", [id], |row| row.get(0));
        Header { fields, slots: (0..SLOTS).map(|id| slot(id).unwrap()).collect() }
    })
}

fn with_connection<T>(with: impl FnOnce(&Connection) -> T) -> T {
    thread_local! {
        static CONNECTION: RefCell<Option<Connection>> = const { RefCell::new(None) };
    }
    CONNECTION.with_borrow_mut(|connection| {
        with(connection.get_or_insert_with(|| {
            let connection = Connection::open_in_memory().unwrap();
            connection.execute_batch(TABLES).unwrap();
            connection
        }))
    })
}

fn write(connection: &Connection, header: &Header) {
    connection.execute_batch("DELETE FROM header; DELETE FROM slot;").unwrap();
    connection
        .prepare_cached("INSERT INTO header VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
        .and_then(|mut insert| insert.execute(params_from_iter(&header.fields)))
        .unwrap();
    for (id, slot) in header.slots.iter().enumerate() {
        connection.execute("INSERT INTO slot VALUES (?1, ?2)", params![id, slot]).unwrap();
    }
}

/// Nothing changed, and each field written over once, with and without a new checksum.
pub fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![vec![0], vec![1]];
    for mends in 0..2 {
        for at in 0..u8::try_from(COLUMNS + SLOTS).unwrap_or(0) {
            seeds.push(vec![mends, at, 5, 0, 3, 0x40]);
        }
        seeds.push(vec![mends, 4, 1, 0, 0, 0, 0, 0x40, 0, 0, 0]);
        seeds.push(vec![mends, 3, 4, 0, 2, 7, 7, 17, 0]);
    }
    seeds
}
