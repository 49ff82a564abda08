//! Checking a package: without a logbook, and without taking anything in it for granted.

use std::collections::{HashMap, HashSet};
use std::io;
use std::ops::ControlFlow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use houvast_vault::{Disclosed, Origin, Proof, hex, open_anchor, verify_consistency, verify_note};
use sha2::{Digest, Sha256};

use crate::entries::{self, About, Entry, Record, Records, Timeline};
use crate::error::{Problem, What};
use crate::manifest::{FORMAT, FileEntry, MANIFEST, Manifest, NOTE, VERSION, signed_text};
use crate::source::Source;

/// Most bytes that are taken into memory of one file: manifests and timelines of 100,000 entries are smaller.
const MOST: u64 = 512 << 20;
/// Most bytes of a proof, a checkpoint or a signature.
const SMALL: u64 = 1 << 20;
/// Most bytes of a record's body.
const BODY: u64 = 17 << 20;

/// What a check found.
#[derive(Debug)]
pub struct Verdict {
    /// What is wrong; empty if the package holds.
    pub problems: Vec<Problem>,
    /// The manifest, if there is a readable one.
    pub manifest: Option<Manifest>,
    /// Each file that the manifest lists, and whether it is as listed.
    pub files: Vec<(String, bool)>,
    /// The signed head of the log: origin line, size and root.
    pub head: Option<(String, u64, [u8; 32])>,
    /// The entries of the timeline.
    pub entries: Vec<Entry>,
    /// How many records the anchor that was given to the check covers, or what is wrong with it. `None` if none was given.
    pub anchor: Option<Result<u64, What>>,
}

impl Verdict {
    /// Does everything hold?
    pub fn holds(&self) -> bool {
        self.problems.is_empty()
    }

    /// The verdict on what is no package at all.
    pub fn nothing(problem: Problem) -> Self {
        Self {
            problems: vec![problem],
            manifest: None,
            files: Vec::new(),
            head: None,
            entries: Vec::new(),
            anchor: None,
        }
    }
}

/// Checks a package, and with it an anchor that somebody kept. `progress` gets the bytes read and all that are listed;
/// if it breaks, there is no verdict.
pub fn check(
    source: &mut dyn Source,
    anchor: Option<&str>,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Option<Verdict> {
    let (json, manifest) = match manifest(source) {
        Ok(found) => found,
        Err(problem) => return Some(Verdict::nothing(problem)),
    };
    let mut problems = Vec::new();
    let key = manifest.verifier_key.as_str();
    signature(source, &json, key, &mut problems);
    let files = files(source, &manifest, &mut problems, progress)?;
    let checkpoint = text(source, "checkpoint.txt").unwrap_or_default();
    let head = open_anchor(&checkpoint, key);
    if head.is_none() {
        problems.push(Problem::of(What::CheckpointForged));
    }
    let records = records(source, &manifest, head.as_ref(), &checkpoint, &mut problems);
    let listed: HashMap<&str, &FileEntry> = manifest.files.iter().map(|file| (file.name.as_str(), file)).collect();
    let originals: HashMap<&str, Option<&FileEntry>> = manifest
        .evidence
        .iter()
        .map(|original| (original.id.as_str(), original.file.as_deref().and_then(|name| listed.get(name).copied())))
        .collect();
    let timeline =
        small(source, "timeline.json", MOST).ok().and_then(|json| serde_json::from_slice::<Timeline>(&json).ok());
    let mut entries = Vec::new();
    if let Some(timeline) = &timeline {
        entries = entries::compare(timeline, &records, &originals, &mut problems);
    } else if !problems.iter().any(|problem| problem.name.as_deref() == Some("timeline.json")) {
        problems.push(Problem::file(What::FileUnreadable, "timeline.json"));
    }
    let anchor = anchor.map(|anchor| held_against(anchor, &manifest, head.as_ref()));
    problems.extend(anchor.and_then(Result::err).map(Problem::of));
    Some(Verdict { problems, manifest: Some(manifest), files, head, entries, anchor })
}

fn manifest(source: &mut dyn Source) -> Result<(Vec<u8>, Manifest), Problem> {
    let json = small(source, MANIFEST, MOST).map_err(|error| {
        let what = if error.kind() == io::ErrorKind::NotFound { What::NoPackage } else { What::ManifestDamaged };
        Problem::of(what)
    })?;
    let damaged = || Problem::of(What::ManifestDamaged);
    let value: serde_json::Value = serde_json::from_slice(&json).map_err(|_| damaged())?;
    if value["format"] != FORMAT {
        return Err(damaged());
    }
    if value["version"].as_u64().is_some_and(|version| version > u64::from(VERSION)) {
        return Err(Problem::of(What::Newer));
    }
    let manifest = serde_json::from_value(value).map_err(|_| damaged())?;
    Ok((json, manifest))
}

fn signature(source: &mut dyn Source, json: &[u8], key: &str, problems: &mut Vec<Problem>) {
    let Some(note) = text(source, NOTE) else {
        problems.push(Problem::of(What::ManifestUnsigned));
        return;
    };
    let name = key.split('+').next().unwrap_or_default();
    if verify_note(&note, key).is_none_or(|text| text != signed_text(name, json)) {
        problems.push(Problem::of(What::ManifestChanged));
    }
}

/// The files against the list: each that the list has, and each that it has not.
fn files(
    source: &mut dyn Source,
    manifest: &Manifest,
    problems: &mut Vec<Problem>,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Option<Vec<(String, bool)>> {
    let there: HashSet<String> = source.names().into_iter().collect();
    let total = manifest.files.iter().map(|file| file.size).sum();
    let (mut done, mut found, mut holds) = (0, Vec::new(), Vec::new());
    for file in &manifest.files {
        let problem = if there.contains(&file.name) {
            let read = one_file(source, file, &mut |count| {
                done += count;
                progress(done, total)
            });
            match read {
                Found::AsListed => None,
                Found::Otherwise(what) => Some(what),
                Found::Stopped => return None,
            }
        } else {
            Some(What::FileMissing)
        };
        holds.push((file.name.clone(), problem.is_none()));
        found.extend(problem.map(|what| Problem::file(what, &file.name)));
    }
    let three = ["timeline.pdf", "timeline.json", "timeline.csv"];
    let differs = |name: &str| found.iter().any(|it| it.what == What::FileChanged && it.name.as_deref() == Some(name));
    if three.iter().all(|name| differs(name)) {
        problems.push(Problem::of(What::ManifestOther));
        found.retain(|problem| !problem.name.as_deref().is_some_and(|name| three.contains(&name)));
    }
    problems.extend(found);
    let listed: HashSet<&str> = manifest.files.iter().map(|file| file.name.as_str()).chain([MANIFEST, NOTE]).collect();
    let mut added: Vec<&String> = there.iter().filter(|name| !listed.contains(name.as_str())).collect();
    added.sort();
    problems.extend(added.into_iter().map(|name| Problem::file(What::FileAdded, name)));
    Some(holds)
}

/// How a file is by the list.
enum Found {
    AsListed,
    Otherwise(What),
    /// The person stopped it.
    Stopped,
}

/// One file against its entry in the list.
fn one_file(source: &mut dyn Source, file: &FileEntry, progress: &mut dyn FnMut(u64) -> ControlFlow<()>) -> Found {
    let (mut hash, mut size, mut stopped) = (Sha256::new(), 0_u64, false);
    let read = source.read(&file.name, &mut |piece| {
        hash.update(piece);
        size += piece.len() as u64;
        stopped = progress(piece.len() as u64).is_break();
        // What is longer than listed is changed, however long it may be.
        if stopped || size > file.size { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
    });
    match read {
        _ if stopped => Found::Stopped,
        _ if size > file.size => Found::Otherwise(What::FileChanged),
        Err(_) => Found::Otherwise(What::FileUnreadable),
        Ok(()) if size != file.size || hex(&hash.finalize()) != file.sha256 => Found::Otherwise(What::FileChanged),
        Ok(()) => Found::AsListed,
    }
}

/// The records that the package proves. One with something wrong is not among them, and said so.
fn records(
    source: &mut dyn Source,
    manifest: &Manifest,
    head: Option<&(String, u64, [u8; 32])>,
    checkpoint: &str,
    problems: &mut Vec<Problem>,
) -> Records {
    let mut records = Records::new();
    let Some((origin, size, root)) = head else { return records };
    for record in &manifest.records {
        let body = match &record.body {
            None => None,
            Some(name) => {
                let body = small(source, name, BODY).ok();
                // A file that is missing or changed was told already.
                let Some(read) = body.as_deref().and_then(Disclosed::read) else {
                    problems.push(Problem::number(What::RecordChanged, record.seq));
                    continue;
                };
                if hex(&read.leaf) != record.leaf || read.seq != record.seq || !is_of(read.origin, origin) {
                    problems.push(Problem::number(What::RecordChanged, record.seq));
                    continue;
                }
                Some(read)
            }
        };
        let proof = text(source, &record.proof).and_then(|proof| Proof::read(&proof));
        let what = match (&proof, leaf(&record.leaf)) {
            (Some(proof), _) if proof.anchor != checkpoint => Some(What::ProofOtherTree),
            (Some(proof), Some(leaf)) if proof.index == record.seq && proof.shows(&leaf, *size, root) => None,
            _ => Some(What::ProofWrong),
        };
        if let Some(what) = what {
            problems.push(Problem::number(what, record.seq));
        } else {
            let about = About { incident: record.incident.clone(), evidence: record.evidence.clone() };
            records.insert(record.seq, Record { said: body, about });
        }
    }
    records
}

/// An anchor that somebody kept against the log of this package.
fn held_against(anchor: &str, manifest: &Manifest, head: Option<&(String, u64, [u8; 32])>) -> Result<u64, What> {
    let (origin, size, root) = head.ok_or(What::AnchorUnknown)?;
    let Some((_, first, first_root)) = open_anchor(anchor, &manifest.verifier_key) else {
        // Mail quotes lines, and puts spaces before them.
        let ours = anchor.lines().any(|line| line.trim_start_matches(['>', ' ']).trim() == origin);
        let other = !ours && anchor.contains("houvast/");
        return Err(if other { What::AnchorOtherLogbook } else { What::AnchorForged });
    };
    if (first, &first_root) == (*size, root) {
        return Ok(first);
    }
    let given = manifest
        .anchors
        .iter()
        .find(|given| given.size == first && hash(&given.root) == Some(first_root))
        .ok_or(What::AnchorUnknown)?;
    let path = given.consistency.iter().map(|hash| self::hash(hash)).collect::<Option<Vec<_>>>();
    let grew = path.is_some_and(|path| verify_consistency(first, first_root, *size, *root, &path));
    if grew { Ok(first) } else { Err(What::AnchorDiffers) }
}

fn is_of(origin: Origin, line: &str) -> bool {
    line == format!("houvast/{}", hex(&origin.0))
}

fn hash(base64: &str) -> Option<[u8; 32]> {
    STANDARD.decode(base64).ok()?.try_into().ok()
}

fn leaf(digits: &str) -> Option<[u8; 32]> {
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    let mut leaf = [0; 32];
    for (byte, pair) in leaf.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(leaf)
}

/// A whole file that is not too large to be what it should be.
fn small(source: &mut dyn Source, name: &str, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.read(name, &mut |piece| {
        bytes.extend_from_slice(piece);
        if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(()) }
    })?;
    Ok(bytes)
}

fn text(source: &mut dyn Source, name: &str) -> Option<String> {
    String::from_utf8(small(source, name, SMALL).ok()?).ok()
}
