//! A valid logbook with its rows and tables changed one at a time, by somebody who knows the format and has no key.

use houvast_vault::{Error, Place};
use rusqlite::types::Value;
use rusqlite::{Connection, params};

use crate::case::{case, hold, put};
use crate::input::Input;

/// Tables, the column that holds what was sealed, and the one that a row is found by.
const TABLES: [(&str, &str); 7] = [
    ("header", "mac"),
    ("slot", "bytes"),
    ("head", "sealed"),
    ("record", "sealed"),
    ("state", "sealed"),
    ("chunk", "sealed"),
    ("staging", "blob"),
];
const COLUMNS: [&[&str]; 7] = [
    &["format", "kdf", "kdf_version", "salt", "memory_kib", "passes", "lanes", "inbox_recipient", "checksum", "mac"],
    &["id", "bytes"],
    &["id", "sealed"],
    &["id", "sealed"],
    &["id", "sealed"],
    &["blob", "n", "sealed"],
    &["blob"],
];
/// Tables of which no row is needed to open the logbook.
const SPARE: std::ops::Range<usize> = 2..7;
/// The change that is made to the tables rather than to a row.
const SCHEME: u8 = 6;

/// Whatever was done to it, it opens with what was written or says what is wrong.
pub fn run(input: &[u8]) {
    let mut input = Input(input);
    let path = put(&case().bytes);
    let mut spare = true;
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;").unwrap();
    for _ in 0..4 {
        if input.is_empty() {
            break;
        }
        let table = usize::from(input.byte()) % TABLES.len();
        let (nth, what) = (input.byte() % 8, input.byte() % 8);
        // What the tables do not allow is not done.
        let done = change(&connection, table, nth, what, &mut input).is_ok();
        spare &= !done || (SPARE.contains(&table) && what != SCHEME);
    }
    drop(connection);
    if let Err(error) = hold(&path) {
        assert!(!spare, "a row that can be spared keeps the logbook from being read or written: {error}");
        assert!(
            matches!(
                error,
                Error::Damaged(Place::File | Place::Header)
                    | Error::ExcessiveKdf { .. }
                    | Error::WrongRecoveryKey
                    | Error::NotALogbook
                    | Error::NewerFormat { .. }
            ),
            "{error:?}"
        );
    }
}

fn change(connection: &Connection, table: usize, nth: u8, what: u8, input: &mut Input<'_>) -> rusqlite::Result<()> {
    let (name, column) = TABLES[table];
    let nth = format!(
        "(SELECT min(rowid) FROM (SELECT rowid FROM {name} LIMIT 1 OFFSET {nth} % (SELECT max(1, count(*)) FROM {name})))"
    );
    let nth = if name == "staging" { "0".to_owned() } else { nth };
    match what {
        0 => {
            let columns = COLUMNS[table];
            let column = columns[usize::from(input.byte()) % columns.len()];
            connection
                .execute(&format!("UPDATE {name} SET {column} = ?1 WHERE rowid = {nth}"), [value(input)])
                .map(|_| ())
        }
        1 => connection.execute(&format!("DELETE FROM {name} WHERE rowid = {nth}"), []).map(|_| ()),
        2 => {
            let other = format!("(SELECT {column} FROM {name} LIMIT 1 OFFSET {})", input.byte() % 8);
            connection.execute(&format!("UPDATE {name} SET {column} = {other} WHERE rowid = {nth}"), []).map(|_| ())
        }
        3 => {
            // One bit, or the length, of what was sealed.
            let select = format!("SELECT {column} FROM {name} WHERE rowid = {nth}");
            let mut bytes: Vec<u8> = connection.query_row(&select, [], |row| row.get(0))?;
            let at = input.place(bytes.len());
            match input.byte() {
                0 => bytes.truncate(at),
                255 => bytes.push(0),
                mask => bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= mask),
            }
            connection.execute(&format!("UPDATE {name} SET {column} = ?1 WHERE rowid = {nth}"), [bytes]).map(|_| ())
        }
        4 => {
            let row = input.number().cast_signed();
            let insert = match name {
                "chunk" => "INSERT INTO chunk SELECT blob, ?1, sealed FROM chunk LIMIT 1".to_owned(),
                "staging" => "INSERT INTO staging SELECT blob FROM chunk WHERE n < ?1 LIMIT 1".to_owned(),
                _ => format!("INSERT INTO {name} SELECT ?1, {column} FROM {name} LIMIT 1"),
            };
            connection.execute(&insert, params![row]).map(|_| ())
        }
        5 => connection
            .execute(&format!("UPDATE {name} SET rowid = ?1 WHERE rowid = {nth}"), [input.below(9)])
            .map(|_| ()),
        SCHEME => connection.execute_batch(SCHEMES[usize::from(input.byte()) % SCHEMES.len()]),
        _ => Ok(()),
    }
}

fn value(input: &mut Input<'_>) -> Value {
    match input.byte() % 6 {
        0 => Value::Null,
        1 => Value::Integer(input.number().cast_signed()),
        2 => Value::Text(String::from_utf8_lossy(input.part()).into_owned()),
        3 => Value::Real(f64::from_bits(input.number())),
        4 => Value::Blob(input.part().to_vec()),
        _ => Value::Blob(vec![0; input.below(400)]),
    }
}

/// What somebody could put into the file besides rows.
const SCHEMES: [&str; 12] = [
    "PRAGMA user_version = 2",
    "PRAGMA application_id = 7",
    "DROP TABLE inbox",
    "DROP TABLE state",
    "DROP TABLE record",
    "ALTER TABLE chunk RENAME COLUMN sealed TO other",
    "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record WHERE id = 1; END",
    "CREATE TRIGGER t AFTER INSERT ON head BEGIN DELETE FROM record; END",
    "ALTER TABLE record RENAME TO old; CREATE VIEW record AS SELECT id, sealed FROM old WHERE id <> 2",
    "ALTER TABLE record RENAME TO old; CREATE VIEW record AS
        WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, x'00' AS sealed FROM n",
    "CREATE INDEX i ON record (sealed DESC)",
    "CREATE TABLE more (x); INSERT INTO more VALUES (1)",
];

/// One of each sort of change.
pub fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![vec![]];
    for table in 0..7 {
        seeds.push(vec![table, 1, 1]);
        seeds.push(vec![table, 1, 0, 1, 4, 0, 2, 9, 9]);
        seeds.push(vec![table, 1, 0, 1, 2, 0, 1, b'x']);
        seeds.push(vec![table, 1, 2, 0]);
        seeds.push(vec![table, 0, 3, 0, 0, 0, 40, 1]);
        seeds.push(vec![table, 0, 3, 0, 0, 0, 9, 0]);
        seeds.push(vec![table, 0, 4, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
        seeds.push(vec![table, 0, 4, 0xff, 0, 0, 0, 0, 0, 0, 0]);
        seeds.push(vec![table, 0, 5, 0, 7]);
    }
    seeds.extend((0..12).map(|scheme| vec![0, 0, 6, scheme]));
    seeds
}
