//! Pages that cannot be read: they cost what stood on them and nothing else.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::collections::BTreeSet;
use std::io::Write;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use houvast_vault::{KdfCost, Opened, Place, Problem, ProblemKind, RecoveryKey, Unlock, Vault, system};

const PAGE: usize = 16_384;

/// A logbook of 400 records on many pages, and three small values on a page each.
struct Made {
    folder: tempfile::TempDir,
    key: RecoveryKey,
    whole: Vec<u8>,
}

impl Made {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let (mut vault, key) = Vault::create(&path, "een zin", KdfCost::FLOOR, system::ports()).unwrap();
        for n in 0..400_u32 {
            vault.append(&[format!("{n} {}", "x".repeat(900)).as_bytes()], &[]).unwrap();
        }
        for name in ["een", "twee", "drie"] {
            vault.set_state(name, Some(&[7; 9_000])).unwrap();
        }
        drop(vault);
        let whole = std::fs::read(&path).unwrap();
        Self { folder, key, whole }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("a.db")
    }

    /// The leaves of a table of two levels: the page of each and the rows that stand on it. As SQLite's file format says:
    /// an inner page has a child and the last row on it in each cell, and its last child in its own header.
    fn leaves(&self, table: &str) -> Vec<(usize, RangeInclusive<u64>)> {
        self.write(&self.whole);
        let raw = rusqlite::Connection::open(self.path()).unwrap();
        let asked = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, u64>(0)).unwrap();
        let root = asked(&format!("SELECT rootpage FROM sqlite_schema WHERE name = '{table}'"));
        let last = asked(&format!("SELECT max(id) FROM {table}"));
        let page = &self.whole[(usize::try_from(root).unwrap() - 1) * PAGE..][..PAGE];
        let short = |at: usize| usize::from(u16::from_be_bytes([page[at], page[at + 1]]));
        let long = |at: usize| u32::from_be_bytes(page[at..at + 4].try_into().unwrap()) as usize;
        assert_eq!(page[0], 5, "the root of {table} is no inner page");
        let mut leaves = Vec::new();
        let mut from = 1;
        for cell in 0..short(3) {
            let at = short(12 + 2 * cell);
            let (mut key, mut digit) = (0, at + 4);
            loop {
                key = key << 7 | u64::from(page[digit] & 0x7f);
                if page[digit] < 0x80 {
                    break;
                }
                digit += 1;
            }
            leaves.push((long(at), from..=key));
            from = key + 1;
        }
        leaves.push((long(8), from..=last));
        leaves
    }

    fn write(&self, bytes: &[u8]) {
        std::fs::File::create(self.path()).unwrap().write_all(bytes).unwrap();
    }

    /// Spoils the pages' own numbers, so that the database refuses them, and opens.
    fn spoil(&self, pages: &[usize]) -> Opened {
        let mut bytes = self.whole.clone();
        pages.iter().for_each(|page| bytes[(page - 1) * PAGE..][..100].fill(0x6b));
        self.write(&bytes);
        open(&self.path(), &self.key)
    }
}

fn open(path: &Path, key: &RecoveryKey) -> Opened {
    Vault::open(path, &Unlock::RecoveryKey(key), system::ports()).unwrap()
}

#[test]
fn pages_of_records_that_cannot_be_read_cost_their_own_records_which_are_named() {
    let made = Made::new();
    let leaves = made.leaves("record");
    let end = leaves.len() - 1;
    assert!(end > 15, "too few pages for this test");
    for spoilt in [vec![0], vec![5], vec![3, 4, 9], vec![2, end - 1], vec![end], vec![0, 7, end - 1, end]] {
        let pages: Vec<usize> = spoilt.iter().map(|leaf| leaves[*leaf].0).collect();
        let opened = made.spoil(&pages);
        let lost: BTreeSet<u64> = spoilt.iter().flat_map(|leaf| leaves[*leaf].1.clone()).map(|row| row - 1).collect();
        let left: Vec<u64> = opened.records.iter().map(|record| record.seq).collect();
        let wanted: Vec<u64> = (0..400).filter(|seq| !lost.contains(seq)).collect();
        assert_eq!(left, wanted, "leaves {spoilt:?}");
        let named: BTreeSet<u64> = opened.problems.iter().filter_map(missing).collect();
        assert_eq!(named, lost, "leaves {spoilt:?}");
        let unreadable = Problem { what: ProblemKind::Unreadable, place: Place::File };
        assert!(opened.problems.contains(&unreadable));
    }
}

fn missing(problem: &Problem) -> Option<u64> {
    match problem {
        Problem { what: ProblemKind::Missing, place: Place::Seq(seq) } => Some(*seq),
        _ => None,
    }
}

#[test]
fn a_table_of_which_nothing_can_be_read_is_given_up_in_the_end() {
    let made = Made::new();
    made.write(&made.whole);
    let raw = rusqlite::Connection::open(made.path()).unwrap();
    let select = "SELECT rootpage FROM sqlite_schema WHERE name = 'record'";
    let root: usize = raw.query_row(select, [], |row| row.get(0)).unwrap();
    drop(raw);
    let opened = made.spoil(&[root]);
    assert_eq!(opened.records.len(), 0);
    assert_eq!(opened.problems.iter().filter_map(missing).count(), 400);
}

#[test]
fn a_page_of_small_values_that_cannot_be_read_costs_its_own_values() {
    let made = Made::new();
    let leaves = made.leaves("state");
    assert_eq!(leaves.len(), 3);
    let opened = made.spoil(&[leaves[1].0]);
    assert_eq!(opened.problems, [Problem { what: ProblemKind::Unreadable, place: Place::State }]);
    for (name, there) in [("een", true), ("twee", false), ("drie", true)] {
        assert_eq!(opened.vault.state(name).unwrap().is_some(), there, "{name}");
    }
    assert_eq!(opened.records.len(), 400);
}

#[test]
fn a_small_value_that_was_set_while_the_old_one_could_not_be_read_is_the_one_that_counts() {
    let made = Made::new();
    let spoilt = made.leaves("state")[0].0;
    let mut opened = made.spoil(&[spoilt]);
    opened.vault.set_state("een", Some(b"newer")).unwrap();
    opened.vault.set_state("vier", Some(b"new")).unwrap();
    drop(opened);
    // The disk gives the page back.
    let mut bytes = std::fs::read(made.path()).unwrap();
    let page = (spoilt - 1) * PAGE..spoilt * PAGE;
    bytes[page.clone()].copy_from_slice(&made.whole[page]);
    made.write(&bytes);
    let mut opened = open(&made.path(), &made.key);
    assert!(opened.problems.is_empty(), "{:?}", opened.problems);
    for (name, value) in [("een", b"newer".as_slice()), ("twee", &[7; 9_000]), ("drie", &[7; 9_000]), ("vier", b"new")]
    {
        assert_eq!(opened.vault.state(name).unwrap().unwrap().as_slice(), value, "{name}");
    }
    opened.vault.set_state("vijf", Some(b"last")).unwrap();
    opened.vault.set_state("een", Some(b"newest")).unwrap();
    drop(opened);
    assert_eq!(open(&made.path(), &made.key).vault.state("een").unwrap().unwrap().as_slice(), b"newest");
}
