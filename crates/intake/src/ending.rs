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
    catch_unwind(AssertUnwindSafe(|| walk(&mut bytes))).ok().and_then(Result::ok).unwrap_or(true)
}

/// Walks over the marked parts, to the end if it is there.
fn walk(bytes: &mut impl Read) -> std::io::Result<bool> {
    loop {
        // Between parts and within what was drawn: to the next mark. A nought behind it, or a restart, is data.
        let marker = loop {
            match next(bytes)? {
                None => return Ok(false),
                Some(0xff) => match next(bytes)? {
                    None => return Ok(false),
                    Some(0 | 0xd0..=0xd8 | 0x01) => {}
                    // Fill bytes may stand before a mark.
                    Some(0xff) => match after_fill(bytes)? {
                        Some(marker) => break marker,
                        None => return Ok(false),
                    },
                    Some(marker) => break marker,
                },
                Some(_) => {}
            }
        };
        if marker == 0xd9 {
            return Ok(true);
        }
        let (Some(high), Some(low)) = (next(bytes)?, next(bytes)?) else { return Ok(false) };
        let length = u64::from(u16::from_be_bytes([high, low])).saturating_sub(2);
        if std::io::copy(&mut bytes.take(length), &mut std::io::sink())? < length {
            return Ok(false);
        }
    }
}

/// The mark behind fill bytes, if one stands there.
fn after_fill(bytes: &mut impl Read) -> std::io::Result<Option<u8>> {
    loop {
        match next(bytes)? {
            Some(0xff) => {}
            Some(0) | None => return Ok(None),
            other => return Ok(other),
        }
    }
}

/// The next byte, if there is one.
fn next(bytes: &mut impl Read) -> std::io::Result<Option<u8>> {
    let mut byte = [0];
    Ok((bytes.read(&mut byte)? > 0).then_some(byte[0]))
}
