//! Packages that somebody hands back: as a ZIP of any bytes, with one file changed, and ones that the right key signed over
//! anything.

use std::collections::BTreeMap;
use std::io::{self, Cursor};
use std::ops::ControlFlow;
use std::sync::OnceLock;

use houvast_package::{About, Proved, Source, Verdict, Writer, Zip, check, signed_text};
use houvast_vault::fuzzing::encode_record;
use houvast_vault::{Disclosed, Moment, hex};

use crate::anchor::{ORIGIN, with_inside};
use crate::input::{Input, edited};

const TIMELINE: &str = r#"{"incidents":[{"number":1,"id":"252cvbn1m5","seq":0,"recorded":"2026-03-03T10:00:00+01:00",
"days_later":null,"withdrawn":null,"when":{"day":"2026-03-03"},"what":"tekst","history":[{"seq":0,"step":"recorded",
"at":"2026-03-03T10:00:00+01:00","reason":"","incident":{"when":{"day":"2026-03-03"},"what":"tekst"}}],"evidence":[]}]}"#;
const PAYLOAD: &str =
    r#"{"v":1,"change":"incident-recorded","id":"252cvbn1m5","incident":{"when":{"day":"2026-03-03"},"what":"tekst"}}"#;

/// The files of a package in memory.
#[derive(Clone)]
struct Files(BTreeMap<String, Vec<u8>>);

impl Source for Files {
    fn names(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    fn read(&mut self, name: &str, take: &mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
        take(self.0.get(name).ok_or(io::ErrorKind::NotFound)?)
    }
}

fn verdict(source: &mut dyn Source) -> Verdict {
    check(source, None, &mut |_, _| ControlFlow::Continue(())).expect("nobody stopped it")
}

/// A small package, whole, and its ZIP.
fn genuine() -> &'static (Files, Vec<u8>) {
    static GENUINE: OnceLock<(Files, Vec<u8>)> = OnceLock::new();
    GENUINE.get_or_init(|| {
        with_inside(|inside| {
            let at = Moment { utc_micros: 1_772_528_400_000_000, offset_seconds: 3600, zone: String::new() };
            let body = encode_record(ORIGIN, 0, &at, &[9; 32], PAYLOAD.as_bytes());
            let other = encode_record(ORIGIN, 1, &at, &[8; 32], b"{}");
            let bodies: [&[u8]; 2] = [&body, &other];
            let about = About {
                made: "2026-03-05T14:03:00+01:00".parse().expect("a time"),
                generator: "Houvast".into(),
                language: "nl".into(),
                verifier_key: inside.verifier_key(ORIGIN),
            };
            let anchor = inside.anchor(ORIGIN, &bodies);
            let leaf = Disclosed::read(&body).expect("a body").leaf;
            let mut writer = Writer::new(Cursor::new(Vec::new()), about, None);
            let proof = inside.prove(0, ORIGIN, &bodies).expect("there is such a record");
            for (name, bytes) in [
                ("timeline.pdf", b"%PDF".as_slice()),
                ("timeline.json", TIMELINE.as_bytes()),
                ("timeline.csv", b"a;b\r\n"),
                ("checkpoint.txt", anchor.as_bytes()),
                ("records/000000.bin", &body),
                ("proofs/000000.tlog-proof", proof.as_bytes()),
            ] {
                writer.add(name, bytes).expect("memory takes it");
            }
            writer.proved(Proved {
                seq: 0,
                leaf: hex(&leaf),
                proof: "proofs/000000.tlog-proof".into(),
                body: Some("records/000000.bin".into()),
                incident: Some("252cvbn1m5".into()),
                evidence: None,
            });
            let sign = |manifest: &[u8]| {
                Ok::<_, houvast_package::Error>(inside.sign(&name(), &signed_text(&name(), manifest)))
            };
            let zip = writer.finish(Vec::new(), sign).expect("memory takes it").into_inner();
            let mut opened = Zip::open(Cursor::new(&zip), None).expect("it is a package");
            let mut files = Files(BTreeMap::new());
            for name in opened.names() {
                let mut bytes = Vec::new();
                let read = opened.read(&name, &mut |piece| {
                    bytes.extend_from_slice(piece);
                    Ok(())
                });
                read.expect("it is there");
                files.0.insert(name, bytes);
            }
            let found = verdict(&mut files.clone());
            assert!(found.holds(), "{:?}", found.problems);
            (files, zip)
        })
    })
}

fn name() -> String {
    format!("houvast/{}", "07".repeat(16))
}

/// Nothing holds but what was handed over. What the right key signed may hold with another list; it never says of another
/// text that it was written down.
pub fn run(input: &[u8]) {
    let mut input = Input(input);
    let (files, zip) = genuine();
    match input.byte() % 4 {
        0 => {
            if let Ok(mut opened) = Zip::open(Cursor::new(edited(zip, &mut input)), Some("x")) {
                let found = verdict(&mut opened);
                assert!(!found.holds() || same(&mut opened, files), "another package holds");
            }
        }
        1 => {
            if let Ok(mut opened) = Zip::open(Cursor::new(input.rest()), None) {
                let found = verdict(&mut opened);
                assert!(!found.holds() || same(&mut opened, files), "another package holds");
            }
        }
        way => {
            let mut changed = files.clone();
            let place = input.below(files.0.len());
            let name_of = files.0.keys().nth(place).expect("there is such a file").clone();
            let bytes = edited(&files.0[&name_of], &mut input);
            let is_same = bytes == files.0[&name_of];
            changed.0.insert(name_of.clone(), bytes);
            if way == 3 {
                // Who has the key can sign any list.
                let manifest = changed.0["manifest.json"].clone();
                let note = with_inside(|inside| inside.sign(&name(), &signed_text(&name(), &manifest)));
                changed.0.insert("manifest.note".into(), note.into_bytes());
            }
            let found = verdict(&mut changed);
            let signed = way == 3 && matches!(name_of.as_str(), "manifest.json" | "manifest.note");
            assert!(is_same || signed || !found.holds(), "{name_of} was changed, and the package holds");
        }
    }
}

fn same(opened: &mut dyn Source, files: &Files) -> bool {
    files.0.iter().all(|(name, wanted)| {
        let mut bytes = Vec::new();
        let read = opened.read(name, &mut |piece| {
            bytes.extend_from_slice(piece);
            Ok(())
        });
        read.is_ok() && bytes == *wanted
    })
}

/// The whole ZIP, and changes to each of its files.
pub fn seeds() -> Vec<Vec<u8>> {
    let (files, zip) = genuine();
    let mut seeds = vec![vec![0], [b"\x01".as_slice(), zip].concat(), b"\x00\0\0\0\0\x20\x01A".to_vec()];
    for way in [2, 3] {
        for place in 0..files.0.len() {
            let place = u8::try_from(place).expect("few files");
            seeds.push(vec![way, 0, place, 0, 0, 0, 0, 12, 1, b'x']);
        }
    }
    seeds
}
