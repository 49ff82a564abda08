//! A text, read in pieces that a screen can take, however long it is.

use std::io::{self, Read, SeekFrom};

use crate::Source;
use crate::legible::legible;

/// Bytes of a piece.
const PIECE: usize = 64 << 10;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPiece {
    /// What stands there, with what cannot be seen made visible.
    pub text: String,
    /// Where the next piece begins, in bytes; `None` if this was the last.
    pub next: Option<u64>,
}

/// How the letters are written.
#[derive(Clone, Copy)]
enum Letters {
    /// UTF-8. What is not is read as Windows-1252, which old programs wrote: its letters rarely look like UTF-8.
    Narrow,
    /// UTF-16, with the end first that its mark says.
    Wide(fn([u8; 2]) -> u16),
}

/// Reads the piece that begins at `from`, which is nought or what the piece before said.
///
/// # Errors
/// When the source cannot be read.
pub fn text_piece(source: &mut dyn Source, from: u64) -> io::Result<TextPiece> {
    let mut mark = Vec::new();
    source.seek(SeekFrom::Start(0))?;
    source.take(3).read_to_end(&mut mark)?;
    let (letters, start) = match mark.as_slice() {
        [0xff, 0xfe, ..] => (Letters::Wide(u16::from_le_bytes), 2),
        [0xfe, 0xff, ..] => (Letters::Wide(u16::from_be_bytes), 2),
        [0xef, 0xbb, 0xbf] => (Letters::Narrow, 3),
        _ => (Letters::Narrow, 0),
    };
    let from = from.max(start);
    let mut bytes = Vec::new();
    source.seek(SeekFrom::Start(from))?;
    // One more tells whether this is the last piece.
    source.take(PIECE as u64 + 1).read_to_end(&mut bytes)?;
    let goes_on = bytes.len() > PIECE;
    if goes_on {
        bytes.truncate(PIECE);
        bytes.truncate(end(&bytes, letters));
    }
    let text = match letters {
        Letters::Narrow => narrow(&bytes),
        Letters::Wide(unit) => wide(&bytes, unit),
    };
    Ok(TextPiece { text: legible(&text), next: goes_on.then_some(from + bytes.len() as u64) })
}

/// Where to end a piece that goes on: behind a line if there is one in its second half, never within a character.
fn end(bytes: &[u8], letters: Letters) -> usize {
    match letters {
        Letters::Narrow => {
            let line = bytes.iter().rposition(|byte| *byte == b'\n').map(|at| at + 1);
            line.filter(|at| *at > PIECE / 2).unwrap_or_else(|| {
                match std::str::from_utf8(bytes.last_chunk::<4>().map_or(bytes, |last| last)) {
                    // Up to three bytes may belong to a character that goes on.
                    Err(_) => bytes.len() - (1..=3).find(|back| bytes[bytes.len() - back] >= 0xc0).unwrap_or(0),
                    Ok(_) => bytes.len(),
                }
            })
        }
        Letters::Wide(unit) => {
            let units = |at: usize| bytes.get(at..at + 2).map(|two| unit([two[0], two[1]]));
            let even = bytes.len() & !1;
            let line = (0..even).step_by(2).rev().find(|at| units(*at) == Some(0x0a)).map(|at| at + 2);
            line.filter(|at| *at > PIECE / 2).unwrap_or_else(|| match units(even.saturating_sub(2)) {
                Some(0xd800..=0xdbff) => even - 2,
                _ => even,
            })
        }
    }
}

fn narrow(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| old(*byte)));
    }
    text
}

/// A byte of Windows-1252, as browsers read it.
fn old(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|two| unit([two[0], two[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn whole(bytes: &[u8]) -> String {
        let (mut text, mut from) = (String::new(), 0);
        for _ in 0..100 {
            let piece = text_piece(&mut Cursor::new(bytes), from).unwrap();
            text.push_str(&piece.text);
            match piece.next {
                Some(next) => from = next,
                None => return text,
            }
        }
        panic!("it never ends");
    }

    #[test]
    fn each_way_of_writing_letters_is_read() {
        assert_eq!(whole("één € 👍".as_bytes()), "één € 👍");
        assert_eq!(whole("\u{feff}één".as_bytes()), "één");
        assert_eq!(whole(b"\x93\xe9\xe9n\x94 kost \x80 5"), "“één” kost € 5");
        assert_eq!(whole(b"\xff\xfe\xe9\0n\0\x3d\xd8\x4d\xdc"), "én👍");
        assert_eq!(whole(b"\xfe\xff\0\xe9\0n\xd8\x3d\xdc\x4d"), "én👍");
        assert_eq!(whole(b""), "");
    }

    #[test]
    fn a_long_text_comes_in_pieces_and_nothing_is_lost_between_them() {
        for (n, line) in ["[03-03-2026 21:30] Mark: waar ben je\n", "één👍", "é", "x"].into_iter().enumerate() {
            for shift in 0..4 {
                let text = "a".repeat(shift) + &line.repeat(200_000 / line.len());
                assert!(text_piece(&mut Cursor::new(text.as_bytes()), 0).unwrap().next.is_some());
                assert_eq!(whole(text.as_bytes()), text, "{n} {shift}");
                let wide: Vec<u8> =
                    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
                assert_eq!(whole(&wide), text, "{n} {shift}");
            }
        }
        let old = vec![b'\xe9'; 150_000];
        assert_eq!(whole(&old), "é".repeat(150_000));
    }

    #[test]
    fn a_piece_ends_behind_a_line() {
        let text = "een regel tekst\n".repeat(10_000);
        let piece = text_piece(&mut Cursor::new(text.as_bytes()), 0).unwrap();
        assert!(piece.text.ends_with("tekst\n"));
        assert_eq!(piece.next, Some(piece.text.len() as u64));
    }
}
