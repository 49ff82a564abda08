//! Is the end of a picture there? Its decoder draws what it has, and does not always say that something is missing.

use std::io::{BufReader, Read, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::deadline::Deadline;
use crate::{Limits, Source};

/// Does a JPEG end where it says that it does (ISO/IEC 10918-1, B.1)? What programs put behind that does not count.
/// True if it cannot be told.
pub(crate) fn has_end(source: &mut dyn Source, limits: &Limits) -> bool {
    if source.seek(SeekFrom::Start(0)).is_err() {
        return true;
    }
    let mut bytes = BufReader::with_capacity(64 << 10, Deadline::new(source, limits.time));
    // A source that breaks off for another reason than its end tells nothing.
    catch_unwind(AssertUnwindSafe(|| walk(&mut bytes))).unwrap_or(None).unwrap_or(true)
}

/// Walks over the marked parts; `None` if the source cannot be read.
fn walk(bytes: &mut impl Read) -> Option<bool> {
    loop {
        // Between parts and within what was drawn: to the next mark. A nought behind it, or a restart, is data.
        let marker = loop {
            match next(bytes)? {
                None => return Some(false),
                Some(0xff) => match next(bytes)? {
                    None => return Some(false),
                    Some(0 | 0xd0..=0xd8 | 0x01) => {}
                    // Fill bytes may stand before a mark.
                    Some(0xff) => match after_fill(bytes)? {
                        Some(marker) => break marker,
                        None => return Some(false),
                    },
                    Some(marker) => break marker,
                },
                Some(_) => {}
            }
        };
        if marker == 0xd9 {
            return Some(true);
        }
        let (Some(high), Some(low)) = (next(bytes)?, next(bytes)?) else { return Some(false) };
        let length = u64::from(u16::from_be_bytes([high, low])).saturating_sub(2);
        if std::io::copy(&mut bytes.take(length), &mut std::io::sink()).ok()? < length {
            return Some(false);
        }
    }
}

fn after_fill(bytes: &mut impl Read) -> Option<Option<u8>> {
    loop {
        match next(bytes)? {
            Some(0xff) => {}
            Some(0) | None => return Some(None),
            other => return Some(other),
        }
    }
}

/// The next byte; `Some(None)` at the end.
fn next(bytes: &mut impl Read) -> Option<Option<u8>> {
    let mut byte = [0];
    match bytes.read(&mut byte) {
        Ok(0) => Some(None),
        Ok(_) => Some(Some(byte[0])),
        Err(_) => None,
    }
}
