//! Rows removed, emptied, swapped, doubled, put back from an older copy: as SQL, made from the rows that there are.

use std::path::Path;

use rusqlite::Connection;

/// What must come of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Must {
    /// It is named, or the logbook is said to be damaged.
    Name,
    /// It is named, or nothing was lost by it.
    LoseNothing,
    /// A draft leaves no trace in the log: an older one or none is not noticed. All else stands.
    LoseADraft,
}

/// Every harm to the rows of this file. `older` and `sibling` are attached.
pub(crate) fn harms(path: &Path) -> Vec<(String, Must)> {
    let raw = Connection::open(path).unwrap();
    let rows = |table: &str| -> Vec<i64> {
        let mut select = raw.prepare(&format!("SELECT rowid FROM {table} ORDER BY rowid")).unwrap();
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let mut harms = Vec::new();
    for (table, column, must) in [
        ("header", "mac", Must::Name),
        ("header", "salt", Must::Name),
        ("header", "checksum", Must::Name),
        ("slot", "bytes", Must::Name),
        ("head", "sealed", Must::Name),
        ("record", "sealed", Must::Name),
        ("chunk", "sealed", Must::Name),
        ("state", "sealed", Must::LoseADraft),
    ] {
        let all = rows(table);
        for id in &all {
            harms.push((format!("DELETE FROM {table} WHERE rowid = {id}"), must));
            harms.push((format!("UPDATE {table} SET {column} = zeroblob(length({column})) WHERE rowid = {id}"), must));
            harms.push((format!("UPDATE {table} SET {column} = x'' WHERE rowid = {id}"), must));
            harms.push((format!("UPDATE {table} SET {column} = 'text' WHERE rowid = {id}"), must));
            for other in all.iter().filter(|other| *other > id) {
                let swap = format!(
                    "CREATE TEMP TABLE held AS SELECT {column} AS bytes FROM {table} WHERE rowid = {id};
                     UPDATE {table} SET {column} = (SELECT {column} FROM {table} WHERE rowid = {other}) WHERE rowid = {id};
                     UPDATE {table} SET {column} = (SELECT bytes FROM held) WHERE rowid = {other};"
                );
                harms.push((swap, must));
                let over = format!(
                    "UPDATE {table} SET {column} = (SELECT {column} FROM {table} WHERE rowid = {id}) WHERE rowid = {other}"
                );
                harms.push((over, must));
            }
        }
    }
    for field in ["memory_kib = 1 << 30", "memory_kib = 8", "passes = 9", "lanes = 0", "kdf = 'argon2i'"] {
        harms.push((format!("UPDATE header SET {field}"), Must::Name));
    }
    // Which format it is stands in the file's first page too, and is read there.
    harms.push(("UPDATE header SET format = 2".into(), Must::LoseNothing));
    harms.extend(doubled(&rows("record"), &rows("chunk")));
    harms.extend(put_back());
    harms
}

/// Beside the row it is a copy of. Rows that nothing refers to lose nothing.
fn doubled(records: &[i64], chunks: &[i64]) -> Vec<(String, Must)> {
    let mut harms = Vec::new();
    for id in records {
        for to in [1000, i64::MAX] {
            harms.push((
                format!("INSERT INTO record SELECT {to}, sealed FROM record WHERE id = {id}"),
                Must::LoseNothing,
            ));
        }
    }
    for id in chunks {
        let sql = format!("INSERT INTO chunk SELECT blob, n + 100, sealed FROM chunk WHERE rowid = {id}");
        harms.push((sql, Must::LoseNothing));
        let sql = format!("INSERT INTO chunk SELECT randomblob(16), n, sealed FROM chunk WHERE rowid = {id}");
        harms.push((sql, Must::LoseNothing));
    }
    harms.push(("INSERT INTO head SELECT 2, sealed FROM head".into(), Must::LoseNothing));
    harms.push(("INSERT INTO slot SELECT 8, bytes FROM slot WHERE id = 0".into(), Must::LoseNothing));
    harms.push(("INSERT INTO state SELECT id + 10, sealed FROM state".into(), Must::LoseADraft));
    // A blob that is in use, marked as one that never got that far, would be swept.
    harms.push(("INSERT INTO staging SELECT DISTINCT blob FROM chunk".into(), Must::Name));
    harms
}

fn put_back() -> Vec<(String, Must)> {
    let from = |table: &str, columns: &str, copy: &str| {
        format!("INSERT OR REPLACE INTO main.{table} ({columns}) SELECT {columns} FROM {copy}.{table};")
    };
    let mut harms = Vec::new();
    for copy in ["older", "sibling"] {
        harms.push((from("head", "id, sealed", copy), Must::Name));
        harms.push((from("slot", "id, bytes", copy), Must::Name));
        let header = "id, format, kdf, kdf_version, salt, memory_kib, passes, lanes, inbox_recipient, checksum, mac";
        harms.push((from("header", header, copy), Must::Name));
        // Both of one copy belong together: the passphrase of then opens it. Who has that copy and that passphrase had
        // the main key already, and it is the same.
        harms.push((from("slot", "id, bytes", copy) + &from("header", header, copy), Must::LoseNothing));
        harms.push((from("state", "id, sealed", copy), Must::LoseADraft));
        // The log shortened to what it was then, its head left.
        let shorter = format!("DELETE FROM main.record WHERE id > (SELECT max(id) FROM {copy}.record)");
        harms.push((format!("{shorter};"), if copy == "older" { Must::Name } else { Must::LoseNothing }));
        let chunks = format!("DELETE FROM main.chunk; {}", from("chunk", "blob, n, sealed", copy));
        harms.push((chunks, Must::Name));
    }
    // Records of the other branch, one by one and all.
    for id in 4..=5 {
        let sql = format!("INSERT OR REPLACE INTO main.record SELECT id, sealed FROM sibling.record WHERE id = {id}");
        harms.push((sql, Must::Name));
    }
    harms.push((from("record", "id, sealed", "sibling"), Must::Name));
    // The records and the head of the other branch, without what that one had not.
    let whole = format!("{}{}", from("record", "id, sealed", "sibling"), from("head", "id, sealed", "sibling"));
    harms.push((whole, Must::Name));
    harms
}
