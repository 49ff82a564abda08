//! Sample files, made here.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes a file.
pub fn file(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    File::create(&path).and_then(|mut file| file.write_all(bytes)).expect("the folder can be written");
    path
}

/// A BMP of one colour: the simplest picture that there is.
pub fn picture(width: u32, height: u32, colour: [u8; 3]) -> Vec<u8> {
    drawn(width, height, |_, _| colour)
}

/// A BMP with the colours that `colour` says, from the upper left.
pub fn drawn(width: u32, height: u32, colour: impl Fn(u32, u32) -> [u8; 3]) -> Vec<u8> {
    let row = (width * 3).next_multiple_of(4);
    let size = 54 + row * height;
    let mut bytes = b"BM".to_vec();
    for number in [size, 0, 54, 40, width, height] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.extend_from_slice(&[1, 0, 24, 0]);
    bytes.extend_from_slice(&[0; 24]);
    for y in (0..height).rev() {
        let mut line: Vec<u8> = (0..width)
            .flat_map(|x| {
                let [red, green, blue] = colour(x, y);
                [blue, green, red]
            })
            .collect();
        line.resize(row as usize, 0);
        bytes.extend_from_slice(&line);
    }
    bytes
}

/// A PNG header that promises 60,000 by 60,000 pixels, and nothing behind it.
pub fn absurd_png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend_from_slice(&60_000_u32.to_be_bytes());
    bytes.extend_from_slice(&60_000_u32.to_be_bytes());
    bytes.extend_from_slice(&[8, 2, 0, 0, 0]);
    // The checksum of this header.
    bytes.extend_from_slice(&crc(&bytes[12..]).to_be_bytes());
    bytes.extend_from_slice(b"\0\0\0\0IDAT");
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}
