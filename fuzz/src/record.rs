//! The body of a record, as it stands behind its seal.

use houvast_vault::{Moment, Origin, fuzzing};

/// A body that reads is the one that is written for what was read: no two bodies say the same.
pub fn run(input: &[u8]) {
    let Some(body) = fuzzing::unpad(input) else { return };
    let Some(record) = fuzzing::decode_record(body) else { return };
    let blinding_at = 1 + 16 + 8 + 8 + 4 + 1 + record.recorded.zone.len();
    let blinding = body[blinding_at..].first_chunk().expect("it was read over");
    let again = fuzzing::encode_record(record.origin, record.seq, &record.recorded, blinding, &record.payload);
    assert!(*again == body, "written otherwise than it was read");
}

/// Bodies with short and long zones and payloads, padded.
pub fn seeds() -> Vec<Vec<u8>> {
    let body = |zone: &str, payload: &[u8]| {
        let recorded = Moment { utc_micros: -5, offset_seconds: 3600, zone: zone.into() };
        let body = fuzzing::encode_record(Origin([3; 16]), 7, &recorded, &[9; 32], payload);
        let len = u32::try_from(body.len()).expect("seeds are small");
        [len.to_be_bytes().as_slice(), &body, &[0; 9]].concat()
    };
    vec![body("Europe/Amsterdam", b"{}"), body("", b""), body(&"z".repeat(300), &[1; 90])]
}
