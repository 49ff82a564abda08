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

/// A WAV of eight bits a sample, whose samples are this text again and again.
pub fn wav(text: &str, seconds: usize) -> Vec<u8> {
    const RATE: usize = 44_100;
    let sound: Vec<u8> = text.bytes().cycle().take(RATE * seconds).collect();
    let number = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
    let head = [b"RIFF".as_slice(), &number(36 + sound.len()), b"WAVEfmt ", &number(16), &[1, 0, 1, 0]].concat();
    let rest = [number(RATE).as_slice(), &number(RATE), &[1, 0, 8, 0], b"data", &number(sound.len())].concat();
    [head, rest, sound].concat()
}

/// A film of three seconds with sound, as telephones make them.
pub fn film(folder: &Path) -> PathBuf {
    let path = folder.join("film.mp4");
    let sources =
        ["-f", "lavfi", "-i", "testsrc=size=320x240:rate=15:duration=3", "-f", "lavfi", "-i", "sine=duration=3"];
    let made = std::process::Command::new("ffmpeg")
        .args(["-v", "error", "-y"])
        .args(sources)
        .args(["-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"])
        .arg(&path)
        .status()
        .expect("ffmpeg is installed");
    assert!(made.success());
    path
}

/// A voice message of 25 seconds, as chat apps make them: nothing at its head tells how long it is.
pub fn voice(folder: &Path) -> PathBuf {
    let path = folder.join("bericht.opus");
    let made = std::process::Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-f", "lavfi", "-i", "sine=duration=25", "-c:a", "libopus"])
        .arg(&path)
        .status()
        .expect("ffmpeg is installed");
    assert!(made.success());
    path
}

/// A PDF with these lines, each on a page of A4.
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 4 + 2 * n)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (n, text) in pages.iter().enumerate() {
        let drawn = format!("BT /F 24 Tf 72 720 Td ({text}) Tj ET");
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>",
            5 + 2 * n
        ));
        objects.push(format!("<</Length {}>>\nstream\n{drawn}\nendstream", drawn.len()));
    }
    let (mut file, mut places) = (b"%PDF-1.7\n".to_vec(), Vec::new());
    for (n, object) in objects.iter().enumerate() {
        places.push(format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).bytes());
    }
    let (start, count) = (file.len(), objects.len() + 1);
    let table = places.concat();
    file.extend(
        format!("xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n")
            .bytes(),
    );
    file
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}
