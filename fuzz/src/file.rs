//! A file that somebody opens as a logbook: a backup, a download, a disk that rots.

use crate::case::{case, hold, put};
use crate::input::{Input, edited};

/// Bytes of a page.
const PAGE: usize = 16_384;

/// Whatever the file is, it opens with what was written or says what is wrong.
pub fn run(input: &[u8]) {
    let mut input = Input(input);
    let bytes = match input.byte() % 3 {
        0 => input.rest().to_vec(),
        1 => edited(&case().bytes, &mut input),
        _ => pages(&mut input),
    };
    let _ = hold(&put(&bytes));
}

/// The case with whole pages lost, doubled, or put in each other's place, as disks do it; then single bytes.
fn pages(input: &mut Input<'_>) -> Vec<u8> {
    let mut bytes = case().bytes.clone();
    let count = bytes.len() / PAGE;
    for _ in 0..input.byte() % 4 {
        let (from, to) = (input.below(count) * PAGE, input.below(count) * PAGE);
        let page = match input.byte() % 3 {
            0 => vec![0; PAGE],
            1 => vec![0xff; PAGE],
            _ => bytes[from..from + PAGE].to_vec(),
        };
        bytes[to..to + PAGE].copy_from_slice(&page);
    }
    while !input.is_empty() {
        // Half of the changes go where the database keeps its own numbers: the start of a page.
        let page = input.below(count) * PAGE;
        let at = match input.byte() % 2 {
            0 => page + input.below(120),
            _ => page + input.below(PAGE),
        };
        bytes[at] = input.byte();
    }
    bytes
}

/// The whole file, files that are none, cut ones, and one with a page lost.
pub fn seeds() -> Vec<Vec<u8>> {
    let mut start = case().bytes[..512].to_vec();
    start.insert(0, 0);
    vec![
        b"\0hello".to_vec(),
        b"\0SQLite format 3\0 but then nothing of ours".to_vec(),
        start,
        vec![1],
        b"\x01\x00\x00\x00\x20\x00\x02ab".to_vec(),
        b"\x01\x01\x00\x01\x00\x00\xff".to_vec(),
        b"\x02\x00\x00\x03\x00\x00\x05\x09".to_vec(),
        b"\x02\x01\x00\x04\x00\x05\x00".to_vec(),
        b"\x02\x00\x00\x00\x00\x00\x3f\x02".to_vec(),
        // The head's row is found under another number, so a second one is written beside it.
        b"\x20\x30\x00\x6c\x68\x00\xf9\x6b".to_vec(),
    ]
}
