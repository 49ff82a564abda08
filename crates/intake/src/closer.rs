//! A closer look where the first bytes say too little: the same boxes hold sound and films, the same ZIP letters and
//! sheets. Reads a few small places, whatever the size of the file.

use std::io::{Read, SeekFrom};

use crate::Source;
use crate::sniff::Family;

/// Boxes that are looked at, over all levels.
const MOST_BOXES: usize = 4096;
/// Bytes at the end of a ZIP in which names are looked for.
const TAIL: u64 = 64 << 10;

/// Type and family after a closer look; as they were if it tells nothing new.
pub(crate) fn closer(
    source: &mut dyn Source,
    head: &[u8],
    (media_type, family): (&'static str, Family),
) -> (&'static str, Family) {
    let found = match media_type {
        "video/mp4" if is_only_sound(source) => Some(("audio/mp4", Family::Audio)),
        "video/3gpp" if is_only_sound(source) => Some(("audio/3gpp", Family::Audio)),
        "video/webm" if is_only_sound_in_webm(head) => Some(("audio/webm", Family::Audio)),
        "application/zip" => office(source, head).map(|media_type| (media_type, Family::Document)),
        _ => None,
    };
    found.unwrap_or((media_type, family))
}

/// Does an ISO base media file have tracks of sound and none of moving pictures? Telephones give both the same brand.
fn is_only_sound(source: &mut dyn Source) -> bool {
    let Ok(end) = source.seek(SeekFrom::End(0)) else { return false };
    let mut left = MOST_BOXES;
    let mut handlers = Vec::new();
    for film in inside(source, (0, end), *b"moov", &mut left) {
        for track in inside(source, film, *b"trak", &mut left) {
            for media in inside(source, track, *b"mdia", &mut left) {
                for (start, _) in inside(source, media, *b"hdlr", &mut left) {
                    // Version, flags and a field of noughts stand before it (ISO/IEC 14496-12, 8.4.3).
                    let mut handler = [0; 12];
                    if source.seek(SeekFrom::Start(start)).is_ok() && source.read_exact(&mut handler).is_ok() {
                        handlers.push([handler[8], handler[9], handler[10], handler[11]]);
                    }
                }
            }
        }
    }
    handlers.contains(b"soun") && !handlers.contains(b"vide")
}

/// Where the contents of the boxes of one sort begin and end, among those between two places.
fn inside(source: &mut dyn Source, (start, end): (u64, u64), wanted: [u8; 4], left: &mut usize) -> Vec<(u64, u64)> {
    let (mut at, mut found) = (start, Vec::new());
    while *left > 0 && at < end {
        *left -= 1;
        let Some((kind, content, stop)) = box_at(source, at, end) else { break };
        if kind == wanted {
            found.push((content, stop));
        }
        at = stop;
    }
    found
}

/// The box that begins at a place: its sort, where its content begins, and where it ends, at the latest at `end`.
fn box_at(source: &mut dyn Source, at: u64, end: u64) -> Option<([u8; 4], u64, u64)> {
    let mut head = [0; 8];
    source.seek(SeekFrom::Start(at)).ok()?;
    source.read_exact(&mut head).ok()?;
    let [a, b, c, d, kind @ ..] = head;
    let (content, size) = match u32::from_be_bytes([a, b, c, d]) {
        // It goes on to the end.
        0 => (8, end - at),
        1 => {
            let mut long = [0; 8];
            source.read_exact(&mut long).ok()?;
            (16, u64::from_be_bytes(long))
        }
        size => (8, u64::from(size)),
    };
    let stop = at.checked_add(size)?.min(end);
    (size >= content).then_some((kind, at + content, stop))
}

/// Do the codecs that a `WebM` file names have sound only? They stand near its start, each behind the id of its field.
fn is_only_sound_in_webm(head: &[u8]) -> bool {
    let names = |letter: u8| {
        head.windows(4).any(|four| matches!(four, [0x86, size, sort, b'_'] if size & 0x80 != 0 && *sort == letter))
    };
    names(b'A') && !names(b'V')
}

/// What office program a ZIP is from, by the names in it (ECMA-376): some programs put others than theirs first.
fn office(source: &mut dyn Source, head: &[u8]) -> Option<&'static str> {
    let size = source.seek(SeekFrom::End(0)).ok()?;
    let mut tail = Vec::new();
    source.seek(SeekFrom::Start(size.saturating_sub(TAIL))).ok()?;
    source.take(TAIL).read_to_end(&mut tail).ok()?;
    let mut names = entries(head, *b"PK\x03\x04", 26, 30);
    names.extend(entries(&tail, *b"PK\x01\x02", 28, 46));
    let starts = |with: &[u8]| names.iter().any(|name| name.starts_with(with));
    let sort = [
        (b"word/".as_slice(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ];
    let (_, media_type) = sort.into_iter().find(|(folder, _)| starts(folder))?;
    starts(b"[Content_Types].xml").then_some(media_type)
}

/// The names of entries whose records begin with these bytes, the length of the name and the name at these places.
fn entries(bytes: &[u8], sign: [u8; 4], length_at: usize, name_at: usize) -> Vec<&[u8]> {
    let name = |at: usize| {
        let record = bytes.get(at..)?;
        let length = record.get(length_at..length_at + 2)?;
        record.get(name_at..name_at + usize::from(u16::from_le_bytes([length[0], length[1]])))
    };
    let starts = bytes.windows(4).enumerate().filter(|(_, four)| *four == sign);
    starts.filter_map(|(at, _)| name(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, inspect};
    use std::io::Cursor;

    fn of(bytes: Vec<u8>) -> (String, Family) {
        let found = inspect(&mut Cursor::new(bytes), &Limits::default());
        (found.media_type, found.family)
    }

    fn boxed(kind: &[u8], content: &[u8]) -> Vec<u8> {
        let size = u32::try_from(content.len() + 8).unwrap();
        [size.to_be_bytes().as_slice(), kind, content].concat()
    }

    fn track(handler: &[u8]) -> Vec<u8> {
        let hdlr = boxed(b"hdlr", &[&[0; 8], handler, &[0; 13]].concat());
        boxed(b"trak", &[boxed(b"tkhd", &[0; 84]), boxed(b"mdia", &[boxed(b"mdhd", &[0; 24]), hdlr].concat())].concat())
    }

    /// As telephones write it: the index of the tracks behind the sound itself.
    fn telephone(brand: &[u8], tracks: &[&[u8]]) -> Vec<u8> {
        let moov: Vec<u8> = tracks.iter().flat_map(|handler| track(handler)).collect();
        let start = boxed(b"ftyp", &[brand, &[0; 4], b"isommp42"].concat());
        [start, boxed(b"mdat", &vec![7; 100_000]), boxed(b"moov", &moov)].concat()
    }

    #[test]
    fn a_recording_of_sound_is_no_film_whatever_its_brand() {
        assert_eq!(of(telephone(b"mp42", &[b"soun"])), ("audio/mp4".into(), Family::Audio));
        assert_eq!(of(telephone(b"isom", &[b"soun", b"text"])), ("audio/mp4".into(), Family::Audio));
        assert_eq!(of(telephone(b"3gp4", &[b"soun"])), ("audio/3gpp".into(), Family::Audio));
        assert_eq!(of(telephone(b"mp42", &[b"soun", b"vide"])), ("video/mp4".into(), Family::Video));
        assert_eq!(of(telephone(b"mp42", &[])), ("video/mp4".into(), Family::Video));
        // Cut off before its tracks are told.
        assert_eq!(of(telephone(b"mp42", &[b"soun"])[..50_000].to_vec()), ("video/mp4".into(), Family::Video));
    }

    #[test]
    fn boxes_that_lie_about_their_size_end_the_search() {
        let mut film = telephone(b"mp42", &[b"soun"]);
        film.extend_from_slice(b"\0\0\0\x04free\0\0\0\x01wide\xff\xff\xff\xff\xff\xff\xff\xff");
        assert_eq!(of(film).1, Family::Audio);
        assert_eq!(of([boxed(b"ftyp", b"mp42\0\0\0\0"), boxed(b"moov", &[])[..7].to_vec()].concat()).1, Family::Video);
    }

    #[test]
    fn webm_of_sound_alone_is_a_sound() {
        let start =
            b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webmB\x87\x81\x04";
        let sound = [start.as_slice(), b"\x16\x54\xae\x6b\x86\x86A_OPUS", &[0; 300]].concat();
        assert_eq!(of(sound.clone()), ("audio/webm".into(), Family::Audio));
        assert_eq!(of([sound.as_slice(), b"\x86\x85V_VP8"].concat()), ("video/webm".into(), Family::Video));
    }

    #[test]
    fn an_ogg_file_with_pictures_is_a_film() {
        let page = |content: &[u8]| [b"OggS\0\x02".as_slice(), &[0; 20], &[1, 7], content].concat();
        assert_eq!(of(page(b"\x80theora\x03\x02\x01")), ("video/ogg".into(), Family::Video));
        assert_eq!(of([page(b"fishead\0"), page(b"\x80theora")].concat()), ("video/ogg".into(), Family::Video));
        assert_eq!(of(page(b"\x01vorbis\0")), ("audio/ogg".into(), Family::Audio));
    }

    fn zip(names: &[&str]) -> Vec<u8> {
        let (mut file, mut directory) = (Vec::new(), Vec::new());
        for name in names {
            let length = u16::try_from(name.len()).unwrap().to_le_bytes();
            file.extend(
                [b"PK\x03\x04".as_slice(), &[20, 0, 0, 0, 0, 0], &[0; 16], &length, &[0; 2], name.as_bytes()].concat(),
            );
            // More than is read of the start.
            file.extend(vec![b' '; 40_000]);
            directory.extend([b"PK\x01\x02".as_slice(), &[0; 24], &length, &[0; 16], name.as_bytes()].concat());
        }
        [file, directory, b"PK\x05\x06".to_vec(), vec![0; 18]].concat()
    }

    #[test]
    fn a_letter_is_known_wherever_its_parts_stand_in_the_zip() {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        for order in [
            ["word/document.xml", "x.xml", "[Content_Types].xml"],
            ["a.xml", "[Content_Types].xml", "word/document.xml"],
        ] {
            assert_eq!(of(zip(&order)), (word.into(), Family::Document), "{order:?}");
        }
        assert_eq!(of(zip(&["foto.jpg", "word/", "b"])).1, Family::Archive);
    }
}
