//! Texts that somebody else wrote, in pieces.

use std::io::Cursor;

use houvast_intake::{legible, text_piece};

/// Nothing in it can hide or turn the rest around.
pub(crate) fn is_legible(text: &str) {
    let hides = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}')
    };
    assert!(!text.chars().any(hides), "{text:?}");
    assert_eq!(legible(text), text, "it is legible already");
}

/// Every piece is legible and moves on; one at any other place than a piece's beginning is answered too.
pub fn run(input: &[u8]) {
    // Long enough for several pieces.
    let long = input.repeat(150_000_usize.checked_div(input.len()).unwrap_or(0).min(400) + 1);
    for bytes in [input, &long] {
        let mut from = 0;
        loop {
            let piece = text_piece(&mut Cursor::new(bytes), from).expect("bytes in memory can be read");
            is_legible(&piece.text);
            let Some(next) = piece.next else { break };
            assert!(next > from && next < bytes.len() as u64);
            from = next;
        }
    }
    let at = input.first().copied().unwrap_or(0);
    is_legible(&text_piece(&mut Cursor::new(input), u64::from(at)).expect("bytes in memory can be read").text);
}

/// A few ways of writing letters.
pub fn seeds() -> Vec<Vec<u8>> {
    let texts: [&[u8]; 5] = [
        "[03-03-2026 21:30] Mark: één 👍\u{202e}fdp.exe\r\n".as_bytes(),
        b"\xff\xfe\xe9\0n\0\x3d\xd8\x4d\xdc\n\0",
        b"\xfe\xff\0\xe9\0n\xd8\x3d\xdc\x4d\0\n",
        b"\x93\xe9\xe9n\x94 kost \x80 5\n",
        "\u{feff}e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\0\u{1b}[31m".as_bytes(),
    ];
    texts.map(<[u8]>::to_vec).into()
}
