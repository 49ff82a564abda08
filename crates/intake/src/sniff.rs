//! What sort of file it is: from its bytes, never from its name.

use serde::{Deserialize, Serialize};

use crate::text;

/// What sort of file it is, for its placeholder and its name in people's languages (`family-…`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Photos, screenshots, drawings.
    Image,
    /// Moving pictures.
    Video,
    /// Sound, voice messages.
    Audio,
    /// PDF.
    Pdf,
    /// Plain text.
    Text,
    /// An e-mail with its headers, or a mailbox.
    Email,
    /// Packed files.
    Archive,
    /// Office documents, web pages, cards.
    Document,
    /// Anything else.
    Other,
}

impl Family {
    /// The id as it stands in JSON and in `locales/`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Pdf => "pdf",
            Self::Text => "text",
            Self::Email => "email",
            Self::Archive => "archive",
            Self::Document => "document",
            Self::Other => "other",
        }
    }
}

/// Bytes from the start of a file that are enough to tell its type.
pub(crate) const HEAD: usize = 64 << 10;

/// Type and family from the first bytes; `whole` says that there are no more.
pub(crate) fn sniff(head: &[u8], whole: bool) -> (&'static str, Family) {
    brand(head).or_else(|| known(head)).unwrap_or_else(|| text::sniff(head, whole))
}

/// ISO base media files by their brands, which say more than a list of magic numbers: the same boxes hold
/// pictures, sound and films.
fn brand(head: &[u8]) -> Option<(&'static str, Family)> {
    let size = usize::try_from(u32::from_be_bytes(head.get(..4)?.try_into().ok()?)).ok()?;
    if head.get(4..8)? != b"ftyp" {
        return None;
    }
    let brands = head.get(8..size.clamp(12, 256).min(head.len()))?;
    let has = |wanted: &[u8; 4]| brands.chunks_exact(4).any(|brand| brand == wanted);
    Some(match brands.get(..4)? {
        b"avif" | b"avis" => ("image/avif", Family::Image),
        b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" => ("image/heic", Family::Image),
        b"mif1" | b"msf1" if has(b"avif") => ("image/avif", Family::Image),
        b"mif1" | b"msf1" if has(b"heic") || has(b"heix") => ("image/heic", Family::Image),
        b"mif1" | b"msf1" => ("image/heif", Family::Image),
        b"M4A " | b"M4B " => ("audio/mp4", Family::Audio),
        b"qt  " => ("video/quicktime", Family::Video),
        [b'3', b'g', ..] => ("video/3gpp", Family::Video),
        b"crx " => ("image/x-canon-cr3", Family::Image),
        // What a browser records has brands of films, whether it has a picture or not: its tracks say what they are.
        _ if has_track(head, *b"soun") && !has_track(head, *b"vide") => ("audio/mp4", Family::Audio),
        _ => ("video/mp4", Family::Video),
    })
}

/// Is there a track with this handler, if the description of the tracks is among the first bytes? ISO/IEC 14496-12, 8.4.3.
fn has_track(head: &[u8], handler: [u8; 4]) -> bool {
    // A box of its own: its name, version and flags, four bytes that mean nothing, then the handler.
    head.windows(16).any(|part| part.starts_with(b"hdlr") && part[12..] == handler)
}

/// Magic numbers, by the `infer` crate and a few that it lacks.
fn known(head: &[u8]) -> Option<(&'static str, Family)> {
    if head.starts_with(b"#!AMR") {
        return Some(("audio/amr", Family::Audio));
    }
    if head.starts_with(b"OggS") && head.get(28..36) == Some(b"OpusHead".as_slice()) {
        return Some(("audio/opus", Family::Audio));
    }
    if head.starts_with(b"OggS") && head.get(..4096.min(head.len())).is_some_and(|start| has(start, b"\x80theora")) {
        return Some(("video/ogg", Family::Video));
    }
    if head.starts_with(b"\xff\x0a") || head.starts_with(b"\0\0\0\x0cJXL \r\n\x87\n") {
        return Some(("image/jxl", Family::Image));
    }
    // Outlook mail is a compound file with this stream name near its start, in UTF-16.
    if head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        let name: Vec<u8> = "__properties_version1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        if has(head, &name) {
            return Some(("application/vnd.ms-outlook", Family::Email));
        }
    }
    let kind = infer::get(head)?;
    // The magic number is that of a film, also of sound alone: what its tracks hold (CodecID of RFC 9559) tells.
    let pictures: [&[u8]; 3] = [b"V_VP", b"V_AV1", b"V_MPEG"];
    if kind.mime_type() == "video/webm" && has(head, b"A_OPUS") && !pictures.iter().any(|codec| has(head, codec)) {
        return Some(("audio/webm", Family::Audio));
    }
    let family = match (kind.matcher_type(), kind.mime_type()) {
        (_, "application/pdf") => Family::Pdf,
        // Text types need a closer look at the whole head, not at one marker.
        (infer::MatcherType::Text, _) => return None,
        (infer::MatcherType::Image, _) => Family::Image,
        (infer::MatcherType::Video, _) => Family::Video,
        (infer::MatcherType::Audio, _) => Family::Audio,
        (infer::MatcherType::Archive, _) => Family::Archive,
        (infer::MatcherType::Doc | infer::MatcherType::Book, _) => Family::Document,
        _ => Family::Other,
    };
    Some((kind.mime_type(), family))
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(head: &[u8]) -> (&'static str, Family) {
        sniff(head, true)
    }

    #[test]
    fn brands_tell_pictures_sound_and_films_apart() {
        assert_eq!(of(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), ("image/heic", Family::Image));
        assert_eq!(of(b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"), ("image/heic", Family::Image));
        assert_eq!(of(b"\0\0\0\x18ftypmif1\0\0\0\0avifmiaf"), ("image/avif", Family::Image));
        assert_eq!(of(b"\0\0\0\x18ftypM4A \0\0\0\0isomiso2"), ("audio/mp4", Family::Audio));
        assert_eq!(of(b"\0\0\0\x18ftypqt  \0\0\0\0qt  qt  "), ("video/quicktime", Family::Video));
        assert_eq!(of(b"\0\0\0\x18ftypisom\0\0\0\0isomiso2"), ("video/mp4", Family::Video));
    }

    #[test]
    fn sound_in_a_box_for_films_is_sound() {
        let with = |start: &[u8], tracks: &[&[u8]]| of(&[&[start], tracks].concat().concat());
        let mp4 = b"\0\0\0\x18ftypiso5\0\0\0\0iso5mp42";
        let (sound, film) = (b"hdlr\0\0\0\0\0\0\0\0soun", b"hdlr\0\0\0\0\0\0\0\0vide");
        assert_eq!(with(mp4, &[sound]), ("audio/mp4", Family::Audio));
        assert_eq!(with(mp4, &[sound, film]), ("video/mp4", Family::Video));
        let webm =
            b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82\x84webm";
        assert_eq!(with(webm, &[b"\x86\x86A_OPUS", &[0; 256]]), ("audio/webm", Family::Audio));
        assert_eq!(with(webm, &[b"\x86\x86A_OPUS", b"\x86\x85V_VP8", &[0; 256]]), ("video/webm", Family::Video));
    }

    #[test]
    fn magic_numbers_are_known() {
        assert_eq!(of(b"\xff\xd8\xff\xe0\0\x10JFIF\0"), ("image/jpeg", Family::Image));
        assert_eq!(of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ("image/png", Family::Image));
        assert_eq!(of(b"GIF89a\x01\0\x01\0"), ("image/gif", Family::Image));
        assert_eq!(of(b"RIFF\x24\0\0\0WEBPVP8 "), ("image/webp", Family::Image));
        assert_eq!(of(b"%PDF-1.7\n%"), ("application/pdf", Family::Pdf));
        assert_eq!(of(b"#!AMR\n\x3c"), ("audio/amr", Family::Audio));
        assert_eq!(of(b"PK\x03\x04\x14\0\0\0\x08\0aaaaaaaaaaaaaaaaaaaaaaaa").1, Family::Archive);
    }

    #[test]
    fn nonsense_is_kept_as_bytes() {
        assert_eq!(of(&[0, 1, 2, 3, 200, 201, 7]), ("application/octet-stream", Family::Other));
        assert_eq!(of(b""), ("application/octet-stream", Family::Other));
        assert_eq!(of(b"\0\0\0\xffftyp"), ("application/octet-stream", Family::Other));
    }
}
