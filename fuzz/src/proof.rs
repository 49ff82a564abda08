//! Proofs that a record is in the log, as a verifier gets them.

use houvast_vault::verify_proof;

use crate::anchor::{BODIES, ORIGIN, with_inside};
use crate::input::{Input, edited};

/// A proof shows no body that is not in the log, whatever was done to proof, body and key.
pub fn run(input: &[u8]) {
    let mut input = Input(input);
    let (way, seq) = (input.byte() % 3, usize::from(input.byte()) % BODIES.len());
    with_inside(|inside| {
        let key = inside.verifier_key(ORIGIN);
        let genuine = inside.prove(seq as u64, ORIGIN, &BODIES).expect("there is such a record");
        assert!(verify_proof(&genuine, BODIES[seq], &key));
        let body = input.part();
        match way {
            0 => {
                let proof = String::from_utf8_lossy(input.rest());
                assert!(!verify_proof(&proof, body, &key) || BODIES.contains(&body), "{proof}");
            }
            1 => {
                let proof = edited(genuine.as_bytes(), &mut input);
                let proof = String::from_utf8_lossy(&proof);
                assert!(!verify_proof(&proof, body, &key) || BODIES.contains(&body), "{proof}");
            }
            _ => {
                let other = edited(key.as_bytes(), &mut input);
                let other = String::from_utf8_lossy(&other);
                assert!(!verify_proof(&genuine, BODIES[seq], &other) || other == key, "{other}");
            }
        }
    });
}

/// Genuine ones, and some with a line changed.
pub fn seeds() -> Vec<Vec<u8>> {
    let genuine = with_inside(|inside| inside.prove(3, ORIGIN, &BODIES)).expect("there is such a record");
    vec![
        [b"\0\x03\0\x013".as_slice(), genuine.as_bytes()].concat(),
        b"\x01\x03\0\x013".to_vec(),
        b"\x01\x03\0\x013\x00\0\0\0\x1d\x01\x34".to_vec(),
        b"\x01\x03\0\x01x\x01\0\0\0\x1f\x2d".to_vec(),
        b"\x02\x03\0\0".to_vec(),
        b"\x02\x03\0\0\0\0\0\0\x40\x01A".to_vec(),
    ]
}
