//! Anchors that somebody brings back: as they came by mail, and ones that the right key signed over anything.

use std::cell::OnceCell;

use houvast_vault::fuzzing::Inside;
use houvast_vault::{Agreement, Origin};

use crate::case::ports;
use crate::input::{Input, edited};

pub(crate) const ORIGIN: Origin = Origin([7; 16]);
pub(crate) const BODIES: [&[u8]; 7] = [b"0", b"1", b"22", b"3", b"4", b"5", b"6"];

pub(crate) fn with_inside<T>(with: impl FnOnce(&Inside) -> T) -> T {
    thread_local! {
        static INSIDE: OnceCell<Inside> = const { OnceCell::new() };
    }
    INSIDE.with(|inside| with(inside.get_or_init(|| Inside::new(ports(4)).unwrap())))
}

/// An anchor holds only if it is the one over the records that it says it covers.
pub fn run(input: &[u8]) {
    let mut input = Input(input);
    let (way, size) = (input.byte() % 3, usize::from(input.byte()) % (BODIES.len() + 1));
    with_inside(|inside| {
        let genuine = inside.anchor(ORIGIN, &BODIES[..size]);
        let bytes = match way {
            0 => input.rest().to_vec(),
            1 => edited(genuine.as_bytes(), &mut input),
            _ => {
                let text = genuine.split_once("\n\n").expect("a note has a gap").0;
                let text = edited(format!("{text}\n").as_bytes(), &mut input);
                inside.sign(&name(), &String::from_utf8_lossy(&text)).into_bytes()
            }
        };
        let text = String::from_utf8_lossy(&bytes);
        let agreement = inside.agreement(&text, ORIGIN, &BODIES);
        assert!(*text != genuine || matches!(agreement, Agreement::Holds { .. }), "{agreement:?}");
        if let Agreement::Holds { covers, later } = agreement {
            assert_eq!(covers + later, BODIES.len() as u64);
            let covered = inside.anchor(ORIGIN, &BODIES[..usize::try_from(covers).unwrap()]);
            let root = covered.lines().nth(2).expect("a checkpoint has three lines");
            assert!(text.contains(root), "it holds without the root");
            // Who signs may say more; who does not cannot.
            assert!(way == 2 || covered == inside.anchor(ORIGIN, &BODIES[..size]) || way == 0, "another anchor holds");
        }
    });
}

fn name() -> String {
    format!("houvast/{}", "07".repeat(16))
}

/// Genuine ones, quoted ones, and ones with more lines.
pub fn seeds() -> Vec<Vec<u8>> {
    let genuine = with_inside(|inside| inside.anchor(ORIGIN, &BODIES[..5]));
    let quoted = format!("> {}", genuine.trim_end().replace('\n', "\r\n> "));
    let raw = |text: &str| [b"\0\x05".as_slice(), text.as_bytes()].concat();
    vec![
        raw(&genuine),
        raw(&quoted),
        raw("houvast/1\n\n\u{2014} a b\n"),
        vec![1, 5],
        vec![1, 5, 0, 0, 0, 0, 44, 1, b'6'],
        vec![2, 5],
        vec![2, 0],
        vec![2, 7, 0, 0, 0, 0, 41, 1, b'9'],
    ]
}
