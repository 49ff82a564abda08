//! Looking at a file once, when it comes in.

use std::io::{BufReader, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::{Deserialize, Serialize};

use crate::closer::closer;
use crate::deadline::Deadline;
use crate::ending::has_end;
use crate::picture::{Picture, PictureError, picture};
use crate::sniff::{Family, HEAD, sniff};
use crate::{Claims, Limits, Source};

/// Longest side of the small picture, in pixels.
const THUMBNAIL: u32 = 480;

/// How far into a file its EXIF data is looked for by its mark, in bytes.
const MARKED: u64 = 8 << 20;

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspection {
    /// Media type from the bytes; `application/octet-stream` if unknown.
    pub media_type: String,
    /// What sort of file that is.
    pub family: Family,
    /// Width and height as shown upright.
    pub dimensions: Option<(u32, u32)>,
    /// What the file says of itself.
    pub claims: Claims,
    /// A small picture, if it could be drawn.
    pub thumbnail: Option<Picture>,
    /// What is odd about it, or why there is no small picture.
    pub notes: Vec<Note>,
}

/// Something that a person should know about a file. In people's languages: `note-<id>` in `words.ftl`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "kebab-case")]
pub enum Note {
    /// It has no bytes.
    Empty,
    /// A picture with more pixels, or in a larger file, than is drawn.
    TooManyPixels {
        /// Pixels across, as its header says; nought if that was not read.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// A picture whose end is missing.
    Truncated,
    /// A picture that cannot be drawn.
    Unreadable,
    /// A picture that took too long to draw.
    TimedOut,
    /// A picture of a sort that is not drawn here, such as HEIC.
    NotDrawn,
    /// A recording that broke off: its end is missing.
    CutOff,
    /// Something that a newer version noted.
    #[serde(other)]
    Unknown,
}

impl Note {
    /// The id as it stands in JSON and in `locales/`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooManyPixels { .. } => "too-many-pixels",
            Self::Truncated => "truncated",
            Self::Unreadable => "unreadable",
            Self::TimedOut => "timed-out",
            Self::NotDrawn => "not-drawn",
            Self::CutOff => "cut-off",
            Self::Unknown => "unknown",
        }
    }
}

impl From<PictureError> for Note {
    fn from(error: PictureError) -> Self {
        match error {
            PictureError::Empty => Self::Empty,
            PictureError::TooLarge { width, height } => Self::TooManyPixels { width, height },
            PictureError::Truncated => Self::Truncated,
            PictureError::TimedOut => Self::TimedOut,
            PictureError::Unreadable => Self::Unreadable,
        }
    }
}

/// Looks at a file: its type, its claims, a small picture. Never fails.
pub fn inspect(source: &mut dyn Source, limits: &Limits) -> Inspection {
    let head = head(source);
    let mut notes = Vec::new();
    if head.is_empty() {
        notes.push(Note::Empty);
    }
    let (media_type, family) = closer(source, &head, sniff(&head, head.len() < HEAD));
    let mut found = Inspection {
        media_type: media_type.to_owned(),
        family,
        dimensions: None,
        claims: Claims::default(),
        thumbnail: None,
        notes,
    };
    if family == Family::Image {
        found.claims = claims(source, limits);
    }
    if is_drawn(media_type) {
        match picture(source, THUMBNAIL, limits) {
            Ok(small) => {
                found.dimensions = Some(small.original);
                found.thumbnail = Some(small);
                if media_type == "image/jpeg" && !has_end(source, limits) {
                    found.notes.push(Note::Truncated);
                }
            }
            Err(error) => found.notes.push(error.into()),
        }
    } else if family == Family::Image {
        found.notes.push(Note::NotDrawn);
    }
    found
}

/// The types that the `image` crate draws here.
fn is_drawn(media_type: &str) -> bool {
    matches!(media_type, "image/jpeg" | "image/png" | "image/gif" | "image/webp" | "image/bmp" | "image/tiff")
}

/// The first bytes, as many as could be read.
fn head(source: &mut dyn Source) -> Vec<u8> {
    let mut head = Vec::new();
    if source.seek(SeekFrom::Start(0)).is_ok() {
        // What was read before an error still tells the type.
        let _ = source.take(HEAD as u64).read_to_end(&mut head);
    }
    head
}

/// What the picture says of itself; nothing if that cannot be read.
pub(crate) fn claims(source: &mut dyn Source, limits: &Limits) -> Claims {
    let size = source.seek(SeekFrom::End(0)).unwrap_or(u64::MAX);
    // The EXIF reader takes a whole TIFF into memory.
    if size > limits.bytes || source.seek(SeekFrom::Start(0)).is_err() {
        return Claims::default();
    }
    let mut bounded = BufReader::new(Deadline::new(source, limits.time));
    catch_unwind(AssertUnwindSafe(|| {
        let mut reader = exif::Reader::new();
        reader.continue_on_error(true);
        let read = reader.read_from_container(&mut bounded).or_else(|error| match by_its_mark(&mut bounded) {
            // The reader refuses more than 128 kB of it in a HEIC; some telephones put a picture of their own in there.
            Some(raw) if !matches!(error, exif::Error::PartialResult(_)) => reader.read_raw(raw),
            _ => Err(error),
        });
        match read {
            Ok(exif) => Claims::of(&exif),
            Err(exif::Error::PartialResult(partial)) => Claims::of(&partial.into_inner().0),
            Err(_) => Claims::default(),
        }
    }))
    .unwrap_or_default()
}

/// The EXIF data of a HEIC or AVIF, found by the bytes that it begins with.
fn by_its_mark(source: &mut (impl Read + Seek)) -> Option<Vec<u8>> {
    let mut start = Vec::new();
    source.rewind().ok()?;
    source.take(MARKED).read_to_end(&mut start).ok()?;
    if start.get(4..8)? != b"ftyp" {
        return None;
    }
    let marks = [b"Exif\0\0MM\0*", b"Exif\0\0II*\0"];
    let at = start.windows(10).position(|ten| marks.iter().any(|mark| ten == *mark))?;
    Some(start.split_off(at + 6))
}
