//! What pictures say of themselves.

use std::io::Cursor;

use exif::experimental::Writer;
use exif::{Field, In, Rational, Tag, Value};
use houvast_intake::fuzzing;

use crate::input::Input;
use crate::picture::{LIMITS, let_decoders_panic};

/// Claims are in range, short and without control characters, in whatever container they come.
pub fn run(input: &[u8]) {
    let_decoders_panic();
    let mut input = Input(input);
    let container = input.byte() % 3;
    let bytes = match container {
        0 => input.rest().to_vec(),
        1 => in_jpeg(input.rest()),
        _ => in_png(input.rest()),
    };
    let claims = fuzzing::claims(&mut Cursor::new(bytes), &LIMITS);
    assert_eq!(claims.latitude.is_some(), claims.longitude.is_some());
    assert!(claims.latitude.is_none_or(|north| north.abs() <= 90.0));
    assert!(claims.longitude.is_none_or(|east| east.abs() <= 180.0));
    for text in [&claims.maker, &claims.model, &claims.software, &claims.taken].into_iter().flatten() {
        assert!(!text.is_empty() && text.chars().count() <= 200 && !text.chars().any(char::is_control), "{text:?}");
    }
    if let Some(taken) = &claims.taken {
        assert!(taken.len() == 19 || taken.len() == 25, "{taken}");
    }
}

fn in_jpeg(exif: &[u8]) -> Vec<u8> {
    let exif = &exif[..exif.len().min(60_000)];
    let len = u16::try_from(2 + 6 + exif.len()).expect("it was cut");
    [b"\xff\xd8\xff\xe1".as_slice(), &len.to_be_bytes(), b"Exif\0\0", exif, b"\xff\xd9"].concat()
}

fn in_png(exif: &[u8]) -> Vec<u8> {
    let exif = &exif[..exif.len().min(60_000)];
    let len = u32::try_from(exif.len()).expect("it was cut");
    [b"\x89PNG\r\n\x1a\n".as_slice(), &len.to_be_bytes(), b"eXIf", exif, &[0; 4], b"\0\0\0\0IEND\xae\x42\x60\x82"]
        .concat()
}

/// Everything that is read, in each container and both ends first.
pub fn seeds() -> Vec<Vec<u8>> {
    let ascii = |tag, text: &str| Field { tag, ifd_num: In::PRIMARY, value: Value::Ascii(vec![text.into()]) };
    let ratios = |tag, parts: [u32; 3]| Field {
        tag,
        ifd_num: In::PRIMARY,
        value: Value::Rational(parts.map(|num| Rational { num, denom: 1 }).into()),
    };
    let fields = [
        ascii(Tag::Make, "Fabriek"),
        ascii(Tag::Model, "Toestel 7"),
        ascii(Tag::Software, "1.0"),
        ascii(Tag::DateTimeOriginal, "2026:03:03 21:30:00"),
        ascii(Tag::OffsetTimeOriginal, "+01:00"),
        ratios(Tag::GPSLatitude, [52, 22, 12]),
        ascii(Tag::GPSLatitudeRef, "N"),
        ratios(Tag::GPSLongitude, [4, 53, 42]),
        ascii(Tag::GPSLongitudeRef, "E"),
    ];
    let mut seeds = Vec::new();
    for little in [true, false] {
        let mut writer = Writer::new();
        fields.iter().for_each(|field| writer.push_field(field));
        let mut bytes = Cursor::new(Vec::new());
        writer.write(&mut bytes, little).unwrap();
        let bytes = bytes.into_inner();
        seeds.extend((0..3).map(|container| [[container].as_slice(), &bytes].concat()));
    }
    seeds
}
