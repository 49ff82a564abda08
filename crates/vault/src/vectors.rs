//! docs/vectors: every step of the format in numbers, for whoever writes another reader. The values must come out for
//! ever; so must the small logbook, in which a record was erased and things wait in the inbox.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};

use rusqlite::{Connection, params};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::blob::BlobWriter;
use crate::header::{Header, device_secret, recovery_secret};
use crate::keys::{MainKey, Subkeys, expand};
use crate::log::LogHead;
use crate::ports::{Clock, Entropy, Moment, Ports};
use crate::{KdfCost, RecoveryKey, Vault, anchor, kdf, merkle, padme, record, sealing, verify_proof};

/// Decomposed, as some keyboards type it: NFC makes another text of it.
const PASSPHRASE: &str = "Vijf koeien en één cafe\u{301}";
/// What stands in the small logbook. The second is erased, as the third says.
const PAYLOADS: [&str; 3] = [
    r#"{"v":1,"change":"incident-recorded","id":"0123456789","incident":{"when":{"day":"2026-03-03"},"what":"Hij stond weer voor de deur."}}"#,
    r#"{"v":1,"change":"incident-recorded","id":"abcdefghjk","incident":{"when":{"day":"2026-03-04"},"what":"Dit wordt gewist."}}"#,
    r#"{"v":1,"change":"incident-erased","id":"abcdefghjk"}"#,
];
/// The row of the second.
const ERASED: u64 = 2;
/// What stands in the inbox: an age file that the program `age` made, how many of its bytes, and its item.
const ITEMS: [(&str, usize, [u8; 16]); 2] = [("note.age", usize::MAX, [0xa1; 16]), ("file.age", 66_000, [0xb2; 16])];

/// The same clock and the same random bytes in every run.
struct Repeatable {
    minute: AtomicI64,
    block: AtomicU64,
}

impl Clock for Repeatable {
    fn now(&self) -> Moment {
        let minute = self.minute.fetch_add(1, Relaxed);
        let utc_micros = (1_772_569_800 + minute * 60) * 1_000_000;
        Moment { utc_micros, offset_seconds: 3600, zone: "Europe/Amsterdam".into() }
    }
}

impl Entropy for Repeatable {
    fn fill(&self, out: &mut [u8]) {
        for part in out.chunks_mut(32) {
            let block = self.block.fetch_add(1, Relaxed);
            let hash = Sha256::new().chain_update("houvast vectors").chain_update(block.to_be_bytes()).finalize();
            part.copy_from_slice(&hash[..part.len()]);
        }
    }
}

fn repeatable() -> (Arc<Repeatable>, Ports) {
    let both = Arc::new(Repeatable { minute: AtomicI64::new(0), block: AtomicU64::new(0) });
    (both.clone(), Ports { clock: both.clone(), entropy: both })
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/vectors")
}

fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes.as_ref().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

fn sealed(file: &Connection, table: &str, row: u64) -> Vec<u8> {
    file.query_row(&format!("SELECT sealed FROM {table} WHERE id = ?1"), [row], |row| row.get(0)).unwrap()
}

/// Makes the small logbook at `path` and answers with all the numbers, and with those of the logbook.
fn make(path: &Path) -> (Value, Value) {
    let (both, ports) = repeatable();
    let (mut vault, recovery) = Vault::create(path, PASSPHRASE, KdfCost::FLOOR, ports.clone()).unwrap();
    // The published ones were written in one act, when each record still took its own time: one head, three minutes.
    for (n, payload) in PAYLOADS.iter().enumerate() {
        vault.append(&[payload.as_bytes()], &[]).unwrap();
        if n + 1 < PAYLOADS.len() {
            both.block.fetch_sub(1, Relaxed);
        }
    }
    vault.set_state("draft/incident", Some(b"{\"what\":\"Nog niet af\"}")).unwrap();
    let (root, anchor, verifier_key) = (hex(vault.head().root), vault.anchor(), vault.verifier_key());
    drop(vault);

    let file = Connection::open(path).unwrap();
    let (header, _) = Header::read(&file).unwrap();
    let (main, _) = header.unwrap(&recovery_secret(&recovery)).unwrap();
    let keys = main.subkeys();
    let erased = erase(&file, &keys, &ports);
    fill_inbox(&file);
    let head = LogHead::read(&file, &keys).unwrap().unwrap();
    let name = format!("houvast/{}", hex(head.origin.0));
    let lengths = [256, 257, 1_025, 65_537, 1_000_000, 1_073_741_825_u64];
    let keys_of_recovery = [recovery.to_string(), "000000-000012-000025-000031-000041-000051-000062-000079".to_owned()];
    let sizes = [0, 1, 2, 3, 5, 8, 13];
    let numbers = json!({
        "padme": lengths.map(|length| json!({"length": length, "least": 256, "padded": padme::padded(length, 256)})),
        "recovery_keys": keys_of_recovery.map(|key| parsed(&key)),
        "passphrase": passphrase(&file, &header),
        "slots": slots(&file, &header, &recovery),
        "main_key": hex(&main.0[..]),
        "subkeys": subkeys(&main),
        "header": in_header(&file, &main),
        "record": in_record(&file, &keys),
        "erased": erased,
        "leaves": leaves().map(hex),
        "trees": sizes.map(tree),
        "head": {
            "sealed": hex(sealed(&file, "head", 1)), "size": head.tree.size(), "root": root,
            "roles": head.roles,
        },
        "state": {
            "row": 1, "sealed": hex(sealed(&file, "state", 1)), "name": "draft/incident",
            "value": "{\"what\":\"Nog niet af\"}",
        },
        "blob": blob(&ports),
        "anchor": {
            "name": name, "size": head.tree.size(), "root": root, "note": anchor, "verifier_key": verifier_key,
            "proof_of_0": proof(&file, &keys, &anchor),
        },
        "inbox": inbox(),
    });
    let items: Vec<Value> = ITEMS.iter().map(|(_, length, item)| json!([hex(item), *length == usize::MAX])).collect();
    let about = json!({"passphrase": PASSPHRASE, "recovery_key": recovery.to_string(), "root": root, "inbox": items});
    (numbers, about)
}

/// Rewrites a record's row as what is left of an erased one.
fn erase(file: &Connection, keys: &Subkeys, ports: &Ports) -> Value {
    let padded = keys.record.open(ERASED, &sealed(file, "record", ERASED)).unwrap();
    let body = sealing::unpad(&padded).unwrap();
    let was = record::decode(record::RecordId(ERASED), body).unwrap();
    let leaf = merkle::leaf(body);
    let left = [[2].as_slice(), &was.origin.0, &was.seq.to_be_bytes(), &leaf].concat();
    let row = keys.record.seal(ERASED, &left, ports).unwrap();
    file.execute("UPDATE record SET sealed = ?1 WHERE id = ?2", params![row, ERASED]).unwrap();
    json!({
        "row": ERASED, "origin": hex(was.origin.0), "seq": was.seq, "leaf": hex(leaf), "body": hex(left),
        "sealed": hex(row),
    })
}

/// Puts age files into the inbox, in rows of 4,000 bytes.
fn fill_inbox(file: &Connection) {
    for (name, length, item) in ITEMS {
        let Ok(age) = std::fs::read(folder().join(name)) else { continue };
        for (n, part) in age[..length.min(age.len())].chunks(4_000).enumerate() {
            file.execute("INSERT INTO inbox (item, n, sealed) VALUES (?1, ?2, ?3)", params![item, n, part]).unwrap();
        }
    }
}

/// What the age files hold.
fn inbox() -> Value {
    let about = |what: &str, name: &str, utc_micros: i64| {
        json!({
            "v": 1, "what": what, "name": name, "utc_micros": utc_micros, "offset_seconds": 3600,
            "zone": "Europe/Amsterdam",
        })
    };
    let sound: Vec<u8> = (0..66_000).map(|n| u8::try_from(n % 251).unwrap()).collect();
    json!([
        {
            "file": "note.age", "about": about("note", "", 1_772_570_100_000_000),
            "sha256": hex(Sha256::digest("Hij staat nu voor de deur. 😡")), "cut": 300, "kept": 0,
        },
        {
            "file": "file.age", "about": about("file", "opname.ogg", 1_772_570_160_000_000),
            "sha256": hex(Sha256::digest(sound)), "cut": ITEMS[1].1, "kept": 65_401,
        },
    ])
}

fn parsed(key: &str) -> Value {
    let digits = RecoveryKey::parse(key).unwrap().secret();
    json!({"key": key, "digits": std::str::from_utf8(&digits).unwrap()})
}

fn passphrase(file: &Connection, header: &Header) -> Value {
    let salt: [u8; 32] = file.query_row("SELECT salt FROM header", [], |row| row.get(0)).unwrap();
    let secret = kdf::passphrase_secret(PASSPHRASE, &salt, header.cost).unwrap();
    let KdfCost { memory_kib, passes, lanes } = header.cost;
    json!({
        "typed": PASSPHRASE, "nfc": hex("Vijf koeien en één café"), "salt": hex(salt), "memory_kib": memory_kib,
        "passes": passes, "lanes": lanes, "secret": hex(*secret),
    })
}

/// A logbook with a device's key, at `path`: what is in it, and its slot opened as the format says.
fn with_device_key(path: &Path) -> Value {
    let (_, ports) = repeatable();
    let (mut vault, recovery) = Vault::create(path, PASSPHRASE, KdfCost::FLOOR, ports).unwrap();
    let secret = vault.add_device_key().unwrap();
    vault.append(&[PAYLOADS[0].as_bytes()], &[]).unwrap();
    let root = hex(vault.head().root);
    drop(vault);
    let file = Connection::open(path).unwrap();
    let (header, _) = Header::read(&file).unwrap();
    let (main, index) = header.unwrap(&device_secret(&secret)).unwrap();
    let head = LogHead::read(&file, &main.subkeys()).unwrap().unwrap();
    let slot = slot(&file, index as u64, 3, "device", &*secret);
    json!({
        "passphrase": PASSPHRASE, "recovery_key": recovery.to_string(), "device_key": hex(*secret), "root": root,
        "inbox": [], "roles": head.roles, "slot": slot, "main_key": hex(&main.0[..]),
    })
}

/// A slot in use, opened as the format says.
fn slot(file: &Connection, index: u64, role: u8, label: &str, secret: &[u8]) -> Value {
    let bytes: Vec<u8> = file.query_row("SELECT bytes FROM slot WHERE id = ?1", [index], |row| row.get(0)).unwrap();
    let label = format!("houvast/1 slot {label}houvast/1 slot");
    let mut both = [0; 64];
    expand(secret, Some(&bytes[..32]), &[label.as_bytes(), &index.to_be_bytes()], &mut both);
    json!({
        "index": index, "role": role, "secret": hex(secret), "bytes": hex(bytes),
        "wrapping_key": hex(&both[..32]), "commitment": hex(&both[32..]),
    })
}

/// The two slots in use, each opened as the format says.
fn slots(file: &Connection, header: &Header, recovery: &RecoveryKey) -> Value {
    let salt: [u8; 32] = file.query_row("SELECT salt FROM header", [], |row| row.get(0)).unwrap();
    let typed = kdf::passphrase_secret(PASSPHRASE, &salt, header.cost).unwrap();
    let ways = [(0_u64, 1, "passphrase", typed.to_vec()), (1, 2, "recovery", recovery.secret().to_vec())];
    ways.iter().map(|(index, role, label, secret)| slot(file, *index, *role, label, secret)).collect()
}

fn subkeys(main: &MainKey) -> Value {
    let named = ["header", "head", "record", "state", "inbox", "sign"].map(|name| {
        let mut key = [0; 32];
        expand(&main.0[..], None, &[b"houvast/1 key ", name.as_bytes()], &mut key);
        (name.to_owned(), json!(hex(key)))
    });
    Value::Object(named.into_iter().collect())
}

fn in_header(file: &Connection, main: &MainKey) -> Value {
    let number =
        |name: &str| -> u32 { file.query_row(&format!("SELECT {name} FROM header"), [], |row| row.get(0)).unwrap() };
    let bytes = |name: &str| -> Vec<u8> {
        file.query_row(&format!("SELECT {name} FROM header"), [], |row| row.get(0)).unwrap()
    };
    let mut fields = b"houvast/1 header".to_vec();
    for name in ["format", "kdf_version", "memory_kib", "passes", "lanes"] {
        fields.extend_from_slice(&number(name).to_be_bytes());
    }
    fields.extend_from_slice(b"argon2id");
    fields.extend_from_slice(&bytes("salt"));
    fields.extend_from_slice(&bytes("inbox_recipient"));
    json!({
        "inbox_recipient": hex(main.inbox_recipient()), "fields": hex(fields), "mac": hex(bytes("mac")),
        "checksum": hex(bytes("checksum")),
    })
}

fn in_record(file: &Connection, keys: &Subkeys) -> Value {
    let row = sealed(file, "record", 1);
    let padded = keys.record.open(1, &row).unwrap();
    let body = sealing::unpad(&padded).unwrap();
    let record = record::decode(record::RecordId(1), body).unwrap();
    json!({
        "row": 1, "origin": hex(record.origin.0), "seq": record.seq, "utc_micros": record.recorded.utc_micros,
        "offset": record.recorded.offset_seconds, "zone": record.recorded.zone, "payload": PAYLOADS[0],
        "body": hex(body), "leaf": hex(merkle::leaf(body)), "sealed": hex(row),
    })
}

/// Leaf *n* is the hash of the one byte *n*.
fn leaves() -> [merkle::Hash; 13] {
    std::array::from_fn(|n| merkle::leaf(&[u8::try_from(n).unwrap()]))
}

fn tree(size: usize) -> Value {
    let mut tree = merkle::Tree::default();
    leaves()[..size].iter().for_each(|leaf| tree.push(*leaf));
    json!({"size": size, "root": hex(tree.root()), "peaks": tree.peaks().iter().map(hex).collect::<Vec<_>>()})
}

/// Byte *n* is n modulo 251. Of the chunks only length and SHA-256, because they are long.
fn blob(ports: &Ports) -> Value {
    let bytes: Vec<u8> = (0..70_000).map(|n| u8::try_from(n % 251).unwrap()).collect();
    let mut writer = BlobWriter::new(ports);
    writer.write(&bytes);
    let (sealed, staged) = writer.finish().unwrap();
    let chunks: Vec<Value> = sealed
        .chunks
        .iter()
        .map(|(_, chunk)| json!({"length": chunk.len(), "sha256": hex(Sha256::digest(chunk))}))
        .collect();
    json!({
        "id": staged.blob.id.to_string(), "key": hex(staged.blob.key.to_bytes()), "size": staged.blob.size,
        "sha256": hex(staged.sha256), "chunks": chunks,
    })
}

/// What shows that the first record is in the log, to one who has its body.
fn proof(file: &Connection, keys: &Subkeys, anchor: &str) -> Value {
    let mut select = file.prepare("SELECT id, sealed FROM record ORDER BY id").unwrap();
    let rows = select.query_map([], |row| Ok((row.get::<_, u64>(0)?, row.get::<_, Vec<u8>>(1)?))).unwrap();
    let leaves = rows.map(|row| {
        let (id, sealed) = row.unwrap();
        let padded = keys.record.open(id, &sealed).unwrap();
        let body = sealing::unpad(&padded).unwrap();
        if id == ERASED { body[25..57].try_into().unwrap() } else { merkle::leaf(body) }
    });
    json!(anchor::prove(0, &merkle::Nodes::over(leaves.collect()), anchor))
}

fn published(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(folder().join(name)).unwrap()).unwrap()
}

#[test]
fn the_published_numbers_still_come_out() {
    let temporary = tempfile::tempdir().unwrap();
    let (numbers, about) = make(&temporary.path().join("a.db"));
    let published_numbers = published("vectors.json");
    for (name, value) in numbers.as_object().unwrap() {
        assert_eq!(&published_numbers[name], value, "{name}");
    }
    assert_eq!(published("erased-and-inbox.json"), about);
    let text = |pointer: &str| published_numbers.pointer(pointer).unwrap().as_str().unwrap().to_owned();
    let body: Vec<u8> = (0..text("/record/body").len() / 2)
        .map(|at| u8::from_str_radix(&text("/record/body")[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    assert!(verify_proof(&text("/anchor/proof_of_0"), &body, &text("/anchor/verifier_key")));
}

#[test]
fn a_published_device_key_still_comes_out() {
    let temporary = tempfile::tempdir().unwrap();
    assert_eq!(published("device-key.json"), with_device_key(&temporary.path().join("a.db")));
}

#[test]
#[ignore = "writes docs/vectors/device-key anew: only for a format of which nothing was ever published"]
#[allow(clippy::disallowed_methods, reason = "by hand, into the working copy")]
fn write_the_device_key() {
    let path = folder().join("device-key.db");
    let _ = std::fs::remove_file(&path);
    let about = with_device_key(&path);
    std::fs::write(folder().join("device-key.json"), format!("{about:#}\n")).unwrap();
}

#[test]
#[ignore = "writes docs/vectors anew: only for a format of which nothing was ever published"]
#[allow(clippy::disallowed_methods, reason = "by hand, into the working copy")]
fn write_the_vectors() {
    let path = folder().join("erased-and-inbox.db");
    let _ = std::fs::remove_file(&path);
    let (numbers, about) = make(&path);
    for (name, value) in [("vectors.json", numbers), ("erased-and-inbox.json", about)] {
        std::fs::write(folder().join(name), format!("{value:#}\n")).unwrap();
    }
}
