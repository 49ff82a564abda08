//! A small logbook, the same in every run: what it holds is known, so that other content cannot pass for it.

use std::cell::RefCell;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, OnceLock};

use houvast_vault::{
    Agreement, BlobRef, CHUNK, Clock, Entropy, Error, Head, KdfCost, Moment, Opened, Ports, Record, RecoveryKey,
    Unlock, Vault,
};

/// The name of the small value.
pub const STATE: &str = "draft/incident";

/// The logbook and all that it holds.
pub struct Case {
    /// The file.
    pub bytes: Vec<u8>,
    /// Opens it without a slow derivation.
    pub key: RecoveryKey,
    /// Its records.
    pub records: Vec<Record>,
    /// Its small value.
    pub state: Vec<u8>,
    /// Its blob of two chunks.
    pub blob: BlobRef,
    /// What stands in the blob.
    pub evidence: Vec<u8>,
    /// The head of its log.
    pub head: Head,
    /// An anchor over all of it.
    pub anchor: String,
}

/// The logbook. It is made once per process.
pub fn case() -> &'static Case {
    static CASE: OnceLock<Case> = OnceLock::new();
    CASE.get_or_init(make)
}

fn make() -> Case {
    let path = scratch("whole.db");
    let (mut vault, key) = Vault::create(&path, "een vaste zin", KdfCost::FLOOR, ports(1)).unwrap();
    let evidence: Vec<u8> = (0..CHUNK + 100).map(|n| u8::try_from(n % 251).unwrap()).collect();
    let mut records = vault.append(&[b"een", b"twee"], &[]).unwrap();
    let staged = vault.import(&mut evidence.as_slice(), &mut |_| ControlFlow::Continue(())).unwrap();
    records.extend(vault.append(&[b"drie", b"vier"], &[staged.blob.id]).unwrap());
    let state = b"nog niet af".to_vec();
    vault.set_state(STATE, Some(&state)).unwrap();
    let (head, anchor) = (vault.head(), vault.anchor());
    drop(vault);
    let bytes = std::fs::read(&path).unwrap();
    Case { bytes, key, records, state, blob: staged.blob, evidence, head, anchor }
}

/// A clock that goes on by a second at every look, and bytes that only look random.
pub fn ports(seed: u64) -> Ports {
    Ports { clock: Arc::new(Ticking(AtomicI64::new(1_772_524_800))), entropy: Arc::new(Counted(AtomicU64::new(seed))) }
}

struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> Moment {
        let seconds = self.0.fetch_add(1, Relaxed);
        Moment { utc_micros: seconds * 1_000_000, offset_seconds: 3600, zone: "Europe/Amsterdam".into() }
    }
}

struct Counted(AtomicU64);

impl Entropy for Counted {
    fn fill(&self, out: &mut [u8]) {
        for bytes in out.chunks_mut(8) {
            let random = mixed(self.0.fetch_add(1, Relaxed));
            bytes.copy_from_slice(&random.to_le_bytes()[..bytes.len()]);
        }
    }
}

/// `SplitMix64`, after Steele, Lea and Flood (2014).
pub fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// A path for this thread alone, in memory where the system has such a place.
pub fn scratch(name: &str) -> PathBuf {
    thread_local! {
        static FOLDER: RefCell<Option<tempfile::TempDir>> = const { RefCell::new(None) };
    }
    FOLDER.with_borrow_mut(|folder| {
        let folder = folder.get_or_insert_with(|| {
            let memory = Path::new("/dev/shm");
            let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
            made.unwrap()
        });
        folder.path().join(name)
    })
}

/// Puts bytes where a logbook is expected.
pub fn put(bytes: &[u8]) -> PathBuf {
    let path = scratch("harmed.db");
    // A journal of the run before would be taken for this file's.
    for beside in ["harmed.db-journal", "harmed.db-wal", "harmed.db-shm"] {
        let _ = std::fs::remove_file(scratch(beside));
    }
    let mut file = std::fs::File::create(&path).unwrap();
    std::io::Write::write_all(&mut file, bytes).unwrap();
    path
}

/// Opens what may be a harmed copy of the case, and holds what it shows against what was written.
///
/// # Errors
/// When it does not open, or cannot be written on, which is an answer too.
pub fn hold(path: &Path) -> Result<(), Error> {
    let case = case();
    let before = std::fs::read(path).unwrap();
    let opened = match Vault::open(path, &Unlock::RecoveryKey(&case.key), ports(2)) {
        Ok(opened) => opened,
        Err(error) => {
            if matches!(error, Error::NotALogbook | Error::NewerFormat { .. }) {
                assert!(std::fs::read(path).unwrap() == before, "a file that is no logbook was touched");
            }
            return Err(error);
        }
    };
    let harmed = !opened.problems.is_empty();
    shown(&opened);
    let Opened { mut vault, .. } = opened;
    // What is written from here on is kept, and the harm stays visible.
    let later = vault.append(&[b"later"], &[])?;
    drop(vault);
    let again = Vault::open(path, &Unlock::RecoveryKey(&case.key), ports(3)).expect("it opened a moment ago");
    let kept = again.records.iter().any(|record| record.seq == later[0].seq && record.payload.as_slice() == b"later");
    assert!(kept || !again.problems.is_empty(), "what was written is gone, and nothing says so");
    assert!(!harmed || !again.problems.is_empty(), "the harm was forgotten");
    Ok(())
}

/// Everything that an opened logbook shows is what was written, and what is not there is named.
fn shown(opened: &Opened) {
    let case = case();
    let Opened { vault, records, problems } = opened;
    for record in records {
        let written =
            case.records.iter().find(|written| written.seq == record.seq).expect("a record that nobody wrote");
        assert_eq!(
            (&written.payload, &written.recorded, written.origin),
            (&record.payload, &record.recorded, record.origin),
            "a record that was written otherwise"
        );
    }
    for written in &case.records {
        let count = records.iter().filter(|record| record.seq == written.seq).count();
        assert!(count == 1 || !problems.is_empty(), "record {} is there {count} times", written.seq);
    }
    assert!(!problems.is_empty() || vault.head() == case.head, "another head, and nothing says so");
    if let Ok(Some(state)) = vault.state(STATE) {
        assert!(*state == case.state, "a small value that nobody wrote");
    }
    let mut evidence = Vec::new();
    let read = vault.reader(&case.blob).read_to_end(&mut evidence);
    assert!(case.evidence.starts_with(&evidence), "evidence that nobody kept");
    assert!(read.is_err() || evidence == case.evidence, "evidence cut short, and nothing says so");
    let checked = vault.check(std::slice::from_ref(&case.blob), &mut |_, _| ControlFlow::Continue(()));
    if let Ok(found) = checked {
        // Not one for one: reading every page can bring a record back that opening could not reach.
        assert!(problems.is_empty() || !found.is_empty(), "a check forgets {problems:?}");
        assert!(read.is_ok() || !found.is_empty(), "evidence that cannot be read, and a check says nothing");
    }
    if let Ok(agreement) = vault.agrees_with(&case.anchor) {
        let all = Agreement::Holds { covers: case.head.size, later: 0 };
        assert!(agreement == all || !problems.is_empty(), "the anchor differs, and nothing says so: {agreement:?}");
    }
}
