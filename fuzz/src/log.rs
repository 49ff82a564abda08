//! The log behind its seals: a head and bodies that anybody with the key could have written.

use houvast_vault::fuzzing::{self, PutHead};
use houvast_vault::{Moment, Origin};

use crate::anchor::with_inside;
use crate::input::{Input, part};

/// Most records in an input.
const MOST: usize = 24;
/// Records that a head may say there are. A genuine one says what was written; a head that says 2⁶³ can only be made
/// with the key, and would be counted through.
const SIZE: u64 = 1 << 12;

/// What is read was put in, in order, and what a head covers is there or named as missing.
pub fn run(input: &[u8]) {
    let mut input = Input(input);
    let (head, covered) = (input.byte() % 3, usize::from(input.byte()));
    let raw_head = input.part();
    let mut records: Vec<(u64, Vec<u8>)> = Vec::new();
    let mut states: Vec<(u64, Vec<u8>)> = Vec::new();
    while !input.is_empty() && records.len() + states.len() < MOST {
        let (what, row) = (input.byte() % 4, u64::from(input.byte()) + 1);
        match what {
            0 => records.push((row, input.part().to_vec())),
            1 => states.push((row, input.part().to_vec())),
            _ => {
                let (origin, seq) = (Origin([input.byte() % 2; 16]), u64::from(input.byte() % 16));
                let recorded = Moment { utc_micros: 0, offset_seconds: 0, zone: String::new() };
                let body = fuzzing::encode_record(origin, seq, &recorded, &[0; 32], input.part());
                records.push((row, body.to_vec()));
            }
        }
    }
    let covered: Vec<&[u8]> = records.iter().take(covered).map(|(_, body)| body.as_slice()).collect();
    let size = raw_head.get(26..34).and_then(|bytes| bytes.try_into().ok()).map_or(0, u64::from_be_bytes);
    let head = match head {
        1 if size <= SIZE => PutHead::Body(raw_head),
        2 => PutHead::Over(Origin([0; 16]), &covered),
        _ => PutHead::None,
    };
    let put: Vec<(u64, &[u8])> = records.iter().map(|(row, body)| (*row, body.as_slice())).collect();
    let named: Vec<(u64, &[u8])> = states.iter().map(|(row, body)| (*row, body.as_slice())).collect();
    let found = with_inside(|inside| inside.read(&head, &put, &named)).expect("it was put in a moment ago");
    for record in &found.records {
        let body = &put.iter().rev().find(|(row, _)| *row == record.id.0).expect("a row that was put in").1;
        let again = fuzzing::decode_record(body).expect("it was read");
        assert_eq!((again.seq, again.origin, again.payload), (record.seq, record.origin, record.payload.clone()));
    }
    let mut places: Vec<_> = found.records.iter().filter(|record| record.origin == found.head.origin).collect();
    places.dedup_by_key(|record| record.seq);
    assert!(places.is_sorted_by_key(|record| record.seq), "out of order");
    let whole = (0..found.head.size).all(|seq| places.iter().any(|record| record.seq == seq));
    let more = places.iter().any(|record| record.seq >= found.head.size);
    assert!(!found.problems.is_empty() || (whole && !more), "a gap or a surplus, and nothing says so");
}

/// A whole log, one with a gap, one without a head, small values, a raw head.
pub fn seeds() -> Vec<Vec<u8>> {
    let record = |row: u8, seq: u8, text: &[u8]| [[2, row, 0, seq].as_slice(), &part(text)].concat();
    let state = |row: u8, name: &[u8], value: &[u8]| {
        let long = |bytes: &[u8]| [&[0, 0, 0, u8::try_from(bytes.len()).unwrap_or(0)], bytes].concat();
        [[1, row].as_slice(), &part(&[long(name), long(value)].concat())].concat()
    };
    let three = [record(0, 0, b"een"), record(1, 1, b"twee"), record(2, 2, b"drie")].concat();
    let gap = [record(0, 0, b"een"), record(2, 2, b"drie")].concat();
    let empty = houvast_vault::Head { origin: Origin([0; 16]), size: 0, root: sha2_of_nothing() };
    let body = [[1].as_slice(), &empty.origin.0, &[1, 2, 0, 0, 0, 0, 0, 0], &[0], &[0; 8], &empty.root].concat();
    vec![
        [b"\x02\x03\0\0".as_slice(), &three].concat(),
        [b"\x02\x03\0\0".as_slice(), &gap].concat(),
        [b"\x00\x00\0\0".as_slice(), &three].concat(),
        [b"\x02\x01\0\0".as_slice(), &three, &state(4, b"draft/incident", b"half")].concat(),
        [b"\x01\0".as_slice(), &part(&body), &three].concat(),
    ]
}

fn sha2_of_nothing() -> [u8; 32] {
    <sha2::Sha256 as sha2::Digest>::digest([]).into()
}
