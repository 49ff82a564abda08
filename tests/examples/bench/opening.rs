//! Opening a large logbook, and one durable record.

use std::path::Path;

use houvast_logbook::{Book, KdfCost, Unlock};
use rusqlite::Connection;

use crate::made;
use crate::row::{Row, clock, median, time};

pub(crate) const PASSPHRASE: &str = "vier woorden paars kasteel";

pub(crate) fn measure() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let small = opening(&fill(folder.path(), 2_500));
    let large = opening(&fill(folder.path(), 10_000));
    let growth = large / small;
    let mut rows = vec![
        Row::held(
            "opening 10,000 incidents with 20,000 changes, without Argon2id",
            time(large),
            "150 ms",
            large < 0.150,
        ),
        Row::held(
            "  against 2,500 incidents with 5,000 changes",
            format!("{growth:.2} times"),
            "linear: at most 5 times",
            growth <= 5.0,
        ),
    ];
    rows.push(durable(folder.path()));
    rows
}

/// Makes a logbook of this many incidents, each corrected once.
pub(crate) fn fill(folder: &Path, count: usize) -> std::path::PathBuf {
    let path = folder.join(format!("{count}.db"));
    let (mut book, _) = Book::create(&path, PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports()).unwrap();
    let incidents = made::incidents(count);
    let ids = book.record_all(incidents.clone()).unwrap();
    for (id, mut incident) in ids.iter().zip(incidents) {
        incident.what.push_str(" Later verbeterd.");
        book.amend(id, incident, "Ik wist het weer").unwrap();
    }
    path
}

/// Seconds to open it, less the key derivation, which is slow on purpose.
fn opening(path: &Path) -> f64 {
    let mut times = Vec::new();
    for _ in 0..5 {
        let ports = houvast_vault::system::ports();
        let (book, whole) = clock(|| Book::open(path, &Unlock::Passphrase(PASSPHRASE), ports).unwrap());
        let ((), derivation) = clock(|| book.verify_passphrase(PASSPHRASE).unwrap());
        times.push(whole - derivation);
    }
    median(times)
}

/// One incident on the disk, beside a bare insert of as many bytes with the same settings.
fn durable(folder: &Path) -> Row {
    let path = folder.join("one.db");
    let (mut book, _) = Book::create(&path, PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports()).unwrap();
    let bare = Connection::open(folder.join("bare.db")).unwrap();
    bare.execute_batch(
        "PRAGMA page_size = 16384; PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = EXTRA;
         PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0; PRAGMA cache_size = -16384;
         CREATE TABLE record (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL);",
    )
    .unwrap();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for incident in made::incidents(300) {
        let bytes = serde_json::to_vec(&incident).unwrap();
        ours.push(clock(|| book.record(incident, &[]).unwrap()).1);
        theirs.push(clock(|| bare.execute("INSERT INTO record (sealed) VALUES (?1)", [&bytes]).unwrap()).1);
    }
    let (ours, theirs) = (median(ours), median(theirs));
    Row::held(
        "one incident recorded, durable",
        time(ours),
        &format!("at most 2 bare SQLite inserts ({}): {:.2}", time(theirs), ours / theirs),
        ours <= 2.0 * theirs,
    )
}
