//! Pictures that somebody else made: drawn upright, with what they say of themselves as claims, and never a crash.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::io::Cursor;

use houvast_intake::{Inspection, Limits, Note, inspect};
use image::{ImageFormat, Rgb, RgbImage};
use proptest::prelude::*;

const RED: Rgb<u8> = Rgb([220, 20, 20]);
const GREEN: Rgb<u8> = Rgb([20, 180, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 220]);
const YELLOW: Rgb<u8> = Rgb([230, 220, 20]);
const FORMATS: [(ImageFormat, &str); 6] = [
    (ImageFormat::Jpeg, "image/jpeg"),
    (ImageFormat::Png, "image/png"),
    (ImageFormat::Gif, "image/gif"),
    (ImageFormat::WebP, "image/webp"),
    (ImageFormat::Bmp, "image/bmp"),
    (ImageFormat::Tiff, "image/tiff"),
];

fn look(bytes: &[u8]) -> Inspection {
    inspect(&mut Cursor::new(bytes), &Limits::default())
}

/// A colour in every quarter: red and green above, blue and yellow below. Wider than high.
fn quarters() -> RgbImage {
    RgbImage::from_fn(96, 64, |x, y| match (x < 48, y < 32) {
        (true, true) => RED,
        (false, true) => GREEN,
        (true, false) => BLUE,
        (false, false) => YELLOW,
    })
}

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// One field of an EXIF directory, as CIPA DC-008 lays it out, little end first.
enum Field {
    Short(u16, u16),
    Text(u16, &'static str),
    Ratios(u16, [(u32, u32); 3]),
    Directory(u16, Vec<Field>),
}

/// A TIFF structure with these fields.
fn tiff(fields: Vec<Field>) -> Vec<u8> {
    let mut out = b"II\x2a\0\x08\0\0\0".to_vec();
    directory(&mut out, fields);
    out
}

fn directory(out: &mut Vec<u8>, fields: Vec<Field>) {
    let table = out.len();
    let count = fields.len();
    out.extend(u16::try_from(count).unwrap().to_le_bytes());
    out.resize(table + 2 + count * 12 + 4, 0);
    for (n, field) in fields.into_iter().enumerate() {
        let behind = u32::try_from(out.len()).unwrap().to_le_bytes();
        let (tag, kind, length, value): (u16, u16, u32, [u8; 4]) = match field {
            Field::Short(tag, value) => {
                let [low, high] = value.to_le_bytes();
                (tag, 3, 1, [low, high, 0, 0])
            }
            Field::Text(tag, text) => {
                let mut bytes = text.as_bytes().to_vec();
                bytes.push(0);
                let length = u32::try_from(bytes.len()).unwrap();
                if bytes.len() <= 4 {
                    bytes.resize(4, 0);
                    (tag, 2, length, bytes.try_into().unwrap())
                } else {
                    out.extend(bytes);
                    (tag, 2, length, behind)
                }
            }
            Field::Ratios(tag, ratios) => {
                for (over, under) in ratios {
                    out.extend(over.to_le_bytes());
                    out.extend(under.to_le_bytes());
                }
                (tag, 5, 3, behind)
            }
            Field::Directory(tag, fields) => {
                directory(out, fields);
                (tag, 4, 1, behind)
            }
        };
        let entry = &mut out[table + 2 + n * 12..][..12];
        entry[..2].copy_from_slice(&tag.to_le_bytes());
        entry[2..4].copy_from_slice(&kind.to_le_bytes());
        entry[4..8].copy_from_slice(&length.to_le_bytes());
        entry[8..].copy_from_slice(&value);
    }
}

/// A JPEG with these EXIF fields.
fn jpeg_with(picture: &RgbImage, fields: Vec<Field>) -> Vec<u8> {
    let exif = tiff(fields);
    let jpeg = encoded(picture, ImageFormat::Jpeg);
    let mut out = jpeg[..2].to_vec();
    out.extend(b"\xff\xe1");
    out.extend(u16::try_from(exif.len() + 8).unwrap().to_be_bytes());
    out.extend(b"Exif\0\0");
    out.extend(exif);
    out.extend(&jpeg[2..]);
    out
}

fn near(pixel: Rgb<u8>, wanted: Rgb<u8>) -> bool {
    pixel.0.iter().zip(wanted.0).all(|(is, should)| is.abs_diff(should) < 40)
}

#[test]
fn every_format_that_is_promised_is_drawn() {
    for (format, media_type) in FORMATS {
        let found = look(&encoded(&quarters(), format));
        assert_eq!(found.media_type, media_type);
        assert_eq!(found.dimensions, Some((96, 64)), "{media_type}");
        assert_eq!(found.notes, [], "{media_type}");
        let small = image::load_from_memory(&found.thumbnail.unwrap().jpeg).unwrap().into_rgb8();
        assert!(near(*small.get_pixel(10, 10), RED) && near(*small.get_pixel(85, 55), YELLOW), "{media_type}");
    }
}

/// All eight values of the orientation tag: whatever way the camera was held, the small picture is upright.
#[test]
fn all_eight_orientations_are_turned_upright() {
    use image::imageops::{flip_horizontal, flip_vertical, rotate90, rotate180, rotate270};
    let upright = quarters();
    // How a camera stores the upright scene for each value: the opposite of what a reader must do.
    let stored: [RgbImage; 8] = [
        upright.clone(),
        flip_horizontal(&upright),
        rotate180(&upright),
        flip_vertical(&upright),
        rotate270(&flip_horizontal(&upright)),
        rotate270(&upright),
        rotate90(&flip_horizontal(&upright)),
        rotate90(&upright),
    ];
    for (value, picture) in (1..).zip(&stored) {
        let found = look(&jpeg_with(picture, vec![Field::Short(0x0112, value)]));
        assert_eq!(found.dimensions, Some((96, 64)), "orientation {value}");
        let small = image::load_from_memory(&found.thumbnail.unwrap().jpeg).unwrap().into_rgb8();
        let corners = [(10, 10, RED), (85, 10, GREEN), (10, 55, BLUE), (85, 55, YELLOW)];
        for (x, y, colour) in corners {
            assert!(near(*small.get_pixel(x, y), colour), "orientation {value} at {x}, {y}");
        }
    }
}

#[test]
fn time_place_and_device_are_claims() {
    let fields = vec![
        Field::Text(0x010f, "Fictief"),
        Field::Text(0x0110, "Telefoon \u{7}9"),
        Field::Directory(0x8769, vec![Field::Text(0x9003, "2026:05:14 22:41:07"), Field::Text(0x9011, "+02:00")]),
        Field::Directory(
            0x8825,
            vec![
                Field::Text(1, "N"),
                Field::Ratios(2, [(52, 1), (5, 1), (2400, 100)]),
                Field::Text(3, "W"),
                Field::Ratios(4, [(5, 1), (7, 1), (12, 1)]),
            ],
        ),
    ];
    let found = look(&jpeg_with(&quarters(), fields));
    assert_eq!(found.claims.taken.as_deref(), Some("2026-05-14T22:41:07+02:00"));
    assert_eq!(found.claims.maker.as_deref(), Some("Fictief"));
    assert_eq!(found.claims.model.as_deref(), Some("Telefoon 9"), "control characters are left out");
    assert_eq!((found.claims.latitude, found.claims.longitude), (Some(52.09), Some(-5.12)));
    let jpeg = found.thumbnail.unwrap().jpeg;
    assert!(!jpeg.windows(4).any(|window| window == b"Exif"), "the small picture has no metadata");
}

#[test]
fn impossible_claims_are_left_out() {
    let fields = vec![
        Field::Directory(0x8769, vec![Field::Text(0x9003, "2026:13:45 29:99:99")]),
        Field::Directory(
            0x8825,
            vec![
                Field::Text(1, "N"),
                Field::Ratios(2, [(52, 0), (5, 1), (0, 1)]),
                Field::Text(3, "E"),
                Field::Ratios(4, [(999, 1), (7, 1), (12, 1)]),
            ],
        ),
    ];
    let found = look(&jpeg_with(&quarters(), fields));
    assert!(found.claims.is_empty(), "{:?}", found.claims);
    assert!(found.thumbnail.is_some());
}

#[test]
fn what_is_transparent_is_drawn_on_white() {
    let clear = image::RgbaImage::from_pixel(20, 20, image::Rgba([0, 0, 0, 0]));
    let mut bytes = Cursor::new(Vec::new());
    clear.write_to(&mut bytes, ImageFormat::Png).unwrap();
    let small = image::load_from_memory(&look(bytes.get_ref()).thumbnail.unwrap().jpeg).unwrap().into_rgb8();
    assert!(near(*small.get_pixel(10, 10), Rgb([255, 255, 255])));
}

#[test]
fn the_day_of_an_edit_is_not_the_day_a_photo_was_taken() {
    let edited = look(&jpeg_with(&quarters(), vec![Field::Text(0x0132, "2026:06:01 09:00:00")]));
    assert_eq!(edited.claims.taken, None);
}

#[test]
fn a_picture_of_a_sort_that_is_not_drawn_is_kept_with_a_note() {
    let found = look(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic");
    assert_eq!(found.media_type, "image/heic");
    assert_eq!(found.notes, [Note::NotDrawn]);
}

#[test]
fn a_picture_beyond_the_limits_is_kept_with_a_note() {
    let few = Limits { pixels: 96 * 64 - 1, ..Limits::default() };
    let found = inspect(&mut Cursor::new(encoded(&quarters(), ImageFormat::Png)), &few);
    assert_eq!(found.notes, [Note::TooManyPixels { width: 96, height: 64 }]);
    assert!(found.thumbnail.is_none());
    let soon = Limits { time: std::time::Duration::ZERO, ..Limits::default() };
    for (format, media_type) in FORMATS {
        let found = inspect(&mut Cursor::new(encoded(&quarters(), format)), &soon);
        assert_eq!(found.notes, [Note::TimedOut], "{media_type}");
        assert!(found.thumbnail.is_none());
    }
}

/// Cut off after every single byte: a note, or a picture with its lower part missing, never a crash.
#[test]
fn every_length_of_a_cut_off_picture_is_answered() {
    let small = image::imageops::thumbnail(&quarters(), 24, 16);
    for (format, media_type) in FORMATS {
        let whole = encoded(&small, format);
        for length in 0..whole.len() {
            let found = look(&whole[..length]);
            assert!(
                found.thumbnail.is_some() || length < 12 || !found.notes.is_empty() || found.media_type != media_type
            );
        }
        assert!(look(&whole).thumbnail.is_some(), "{media_type}");
    }
    assert_eq!(look(&[]).notes, [Note::Empty]);
    // Half a photo is what a broken download leaves: it is said to be cut off or broken.
    let photo = encoded(
        &RgbImage::from_fn(400, 300, |x, y| Rgb([x, y, x * y].map(|value| value.to_le_bytes()[0]))),
        ImageFormat::Jpeg,
    );
    assert_eq!(look(&photo).notes, []);
    for part in [2, 3, 10, 100] {
        let notes = look(&photo[..photo.len() - photo.len() / part]).notes;
        assert_eq!(notes, [Note::Truncated], "without the last part of {part}");
    }
    assert_eq!(look(&photo[..photo.len() - 1]).notes, [Note::Truncated]);
    // What a telephone puts behind a photo is not its end.
    assert_eq!(look(&[photo.as_slice(), b"MotionPhoto_Data\xff\xff"].concat()).notes, []);
}

/// Some programs begin a WebP's EXIF as they begin a JPEG's.
#[test]
fn a_webp_is_turned_upright_however_its_exif_begins() {
    let sideways = image::imageops::rotate270(&quarters());
    let simple = encoded(&sideways, ImageFormat::WebP);
    let chunk = |name: &[u8; 4], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        [name.as_slice(), &length, content, &[0][..content.len() % 2]].concat()
    };
    for prefix in [b"".as_slice(), b"Exif\0\0"] {
        let exif = [prefix, &tiff(vec![Field::Short(0x0112, 6)])].concat();
        let (width, height) = sideways.dimensions();
        let [w, h] = [width - 1, height - 1].map(u32::to_le_bytes);
        let extended = chunk(b"VP8X", &[8, 0, 0, 0, w[0], w[1], w[2], h[0], h[1], h[2]]);
        let body = [b"WEBP".as_slice(), &extended, &simple[12..], &chunk(b"EXIF", &exif)].concat();
        let found = look(&chunk(b"RIFF", &body));
        assert_eq!(found.dimensions, Some((96, 64)), "{prefix:?}");
        let small = image::load_from_memory(&found.thumbnail.unwrap().jpeg).unwrap().into_rgb8();
        assert!(near(*small.get_pixel(10, 10), RED) && near(*small.get_pixel(85, 55), YELLOW), "{prefix:?}");
    }
}

/// A HEIC as telephones write it: an item of EXIF, here with a large picture of the maker's own in it.
#[test]
fn a_heic_says_what_it_is_however_large_its_exif() {
    let boxed = |kind: &[u8; 4], content: &[u8]| {
        [u32::try_from(content.len() + 8).unwrap().to_be_bytes().as_slice(), kind, content].concat()
    };
    for padding in [0, 192 << 10] {
        let exif = [
            b"\0\0\0\x06Exif\0\0".as_slice(),
            &tiff(vec![Field::Text(0x010f, "Voorbeeld"), Field::Text(0x0110, "Toestel 3")]),
            &vec![7; padding],
        ]
        .concat();
        let start = boxed(b"ftyp", b"heic\0\0\0\0mif1heic");
        let entry = boxed(b"infe", b"\x02\0\0\0\0\x01\0\0Exif\0");
        let items = boxed(b"iinf", &[b"\0\0\0\0\0\x01".as_slice(), &entry].concat());
        // Where it stands is known once all before it is.
        let index = |at: u32| {
            let length = u32::try_from(exif.len()).unwrap().to_be_bytes();
            let place = [b"\0\0\0\0\x44\0\0\x01\0\x01\0\0\0\x01".as_slice(), &at.to_be_bytes(), &length].concat();
            let handler = boxed(b"hdlr", b"\0\0\0\0\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0");
            boxed(b"meta", &[b"\0\0\0\0".as_slice(), &handler, &items, &boxed(b"iloc", &place)].concat())
        };
        let before = u32::try_from(start.len() + index(0).len() + 8).unwrap();
        let heic = [start.as_slice(), &index(before), &boxed(b"mdat", &exif)].concat();
        let found = look(&heic);
        assert_eq!(found.media_type, "image/heic");
        assert_eq!(found.claims.model.as_deref(), Some("Toestel 3"), "{padding}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Bytes changed anywhere in a real file.
    #[test]
    fn broken_pictures_never_crash(
        format in 0_usize..6,
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let small = image::imageops::thumbnail(&quarters(), 24, 16);
        let mut bytes = encoded(&small, FORMATS[format].0);
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let found = look(&bytes);
        if let Some(picture) = found.thumbnail {
            prop_assert!(picture.width <= 480 && picture.height <= 480);
        }
    }

    /// Broken EXIF.
    #[test]
    fn broken_metadata_never_crashes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut file = b"\xff\xd8\xff\xe1".to_vec();
        file.extend(u16::try_from(bytes.len() + 16).unwrap().to_be_bytes());
        file.extend(b"Exif\0\0II\x2a\0\x08\0\0\0");
        file.extend(&bytes);
        let found = look(&file);
        prop_assert_eq!(found.media_type, "image/jpeg");
    }

    /// Anything at all.
    #[test]
    fn anything_is_answered(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let found = look(&bytes);
        prop_assert!(!found.media_type.is_empty());
    }
}

#[test]
fn a_gif_whose_screen_is_nothing_high_is_no_picture() {
    let mut gif = encoded(&quarters(), ImageFormat::Gif);
    // The screen's height stands behind the signature and the width.
    gif[8..10].fill(0);
    let found = look(&gif);
    assert!(found.thumbnail.is_none());
    assert_eq!(found.dimensions, None);
}
