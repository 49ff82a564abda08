//! What sort of file it is, from its first bytes.

use houvast_intake::{Family, fuzzing};

/// Every head gets a type. That of a whole file and of the same bytes as the start of a longer one may differ, but a
/// magic number holds in both.
pub fn run(input: &[u8]) {
    let (whole, family) = fuzzing::sniff(input, true);
    let (start, _) = fuzzing::sniff(input, false);
    assert!(whole.contains('/') && start.contains('/'));
    let by_its_text = matches!(family, Family::Text | Family::Email | Family::Document | Family::Other);
    assert!(by_its_text || whole == start, "{whole} and {start}");
}

/// One head of each sort that is told apart.
pub fn seeds() -> Vec<Vec<u8>> {
    let outlook: Vec<u8> = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        .iter()
        .copied()
        .chain("__properties_version1".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let heads: [&[u8]; 20] = [
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        b"\0\0\0\x18ftypmif1\0\0\0\0avifmiaf",
        b"\0\0\0\x18ftypqt  \0\0\0\0qt  qt  ",
        b"#!AMR\n\x3c",
        b"OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead",
        b"\xff\x0a\0\0",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0",
        b"%PDF-1.7\n%",
        b"PK\x03\x04\x14\0\0\0\x08\0mimetypeapplication/epub+zip",
        b"Rar!\x1a\x07\0",
        b"RIFF\x24\0\0\0WEBPVP8 ",
        b"MZ\x90\0\x03\0\0\0",
        b"BEGIN:VCARD\r\nFN:Mark\r\nEND:VCARD\r\n",
        b"<!DOCTYPE html><p>x",
        b"<?xml version='1.0'?><svg xmlns='x'/>",
        b"From mark Tue Mar 3\nFrom: m@example.org\nDate: x\n\nhallo",
        b"Received: from a by b;\r\n\tTue\r\nFrom: <m@example.org>\r\nSubject: x\r\n\r\nhallo",
        b"\xff\xfeh\0o\0i\0\n\0",
        b"Hij belde om \xe9\xe9n uur 's nachts, twee keer achter elkaar",
        &outlook,
    ];
    heads.map(<[u8]>::to_vec).into()
}
