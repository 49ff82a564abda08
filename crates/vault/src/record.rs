//! Records: the entries of the log.

use zeroize::Zeroizing;

use crate::merkle::{self, Hash};
use crate::ports::Moment;

/// The row number of a record in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId(pub u64);

/// Which device wrote a record: random, made when that device made or joined the logbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin(pub [u8; 16]);

/// One opened entry of the log.
#[derive(Clone)]
pub struct Record {
    /// Row in the file.
    pub id: RecordId,
    /// Device that wrote it.
    pub origin: Origin,
    /// Place in that device's log, from 0, without gaps.
    pub seq: u64,
    /// When it was written down, by that device's clock.
    pub recorded: Moment,
    /// What was written down.
    pub payload: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Record").field("id", &self.id).field("seq", &self.seq).finish_non_exhaustive()
    }
}

/// The head of this device's log: what [RFC 9162] calls a tree head.
///
/// [RFC 9162]: https://www.rfc-editor.org/rfc/rfc9162#section-2.1
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The device whose log it is.
    pub origin: Origin,
    /// How many records it has written.
    pub size: u64,
    /// Merkle tree hash over them.
    pub root: [u8; 32],
}

/// Longest payload of one record, in bytes.
pub(crate) const MAX_PAYLOAD: usize = 16 << 20;

/// A record's body begins with what sort of record it is.
const ENTRY: u8 = 1;
/// One whose content was erased.
const ERASED: u8 = 2;

/// Where a record stands in the tree, and its leaf there: all that is left of an erased one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct InTree {
    pub(crate) origin: Origin,
    pub(crate) seq: u64,
    pub(crate) leaf: Hash,
}

/// What the body of a record says.
pub(crate) enum Body {
    /// An entry as it was written.
    Entry(Record),
    /// An erased one.
    Erased,
}

/// What goes into a record's row before it is padded and sealed; docs/vault-format.md has it byte by byte.
pub(crate) fn encode(
    origin: Origin,
    seq: u64,
    recorded: &Moment,
    blinding: &[u8; 32],
    payload: &[u8],
) -> Zeroizing<Vec<u8>> {
    let mut zone = recorded.zone.as_str();
    while zone.len() > 255 {
        zone = &zone[..zone.floor_char_boundary(255)];
    }
    let mut body = Zeroizing::new(Vec::with_capacity(1 + 16 + 8 + 8 + 4 + 1 + zone.len() + 32 + 4 + payload.len()));
    body.push(ENTRY);
    body.extend_from_slice(&origin.0);
    body.extend_from_slice(&seq.to_be_bytes());
    body.extend_from_slice(&recorded.utc_micros.to_be_bytes());
    body.extend_from_slice(&recorded.offset_seconds.to_be_bytes());
    // At most 255 bytes are left of the zone, and the payload was checked to be at most 16 MiB.
    body.push(u8::try_from(zone.len()).unwrap_or(u8::MAX));
    body.extend_from_slice(zone.as_bytes());
    body.extend_from_slice(blinding);
    body.extend_from_slice(&u32::try_from(payload.len()).unwrap_or(u32::MAX).to_be_bytes());
    body.extend_from_slice(payload);
    body
}

/// The body of an erased record.
pub(crate) fn encode_erased(place: &InTree) -> Zeroizing<Vec<u8>> {
    Zeroizing::new([&[ERASED][..], &place.origin.0, &place.seq.to_be_bytes(), &place.leaf].concat())
}

/// Reads a body of either sort; `None` if it is none.
pub(crate) fn read(id: RecordId, body: &[u8]) -> Option<(InTree, Body)> {
    if body.first() == Some(&ERASED) {
        let mut fields = crate::cursor::Cursor(&body[1..]);
        let (origin, seq, leaf) = (Origin(fields.array()?), fields.u64()?, fields.array()?);
        fields.end()?;
        return Some((InTree { origin, seq, leaf }, Body::Erased));
    }
    let record = decode(id, body)?;
    Some((InTree { origin: record.origin, seq: record.seq, leaf: merkle::leaf(body) }, Body::Entry(record)))
}

/// Reads the body of an entry back; `None` if it is none.
pub(crate) fn decode(id: RecordId, body: &[u8]) -> Option<Record> {
    let mut fields = crate::cursor::Cursor(body);
    if fields.u8()? != ENTRY {
        return None;
    }
    let origin = Origin(fields.array()?);
    let seq = fields.u64()?;
    let utc_micros = i64::from_be_bytes(fields.array()?);
    let offset_seconds = i32::from_be_bytes(fields.array()?);
    let zone_length = usize::from(fields.u8()?);
    let zone = std::str::from_utf8(fields.bytes(zone_length)?).ok()?.to_owned();
    fields.bytes(32)?;
    let payload = Zeroizing::new(fields.long()?.to_vec());
    fields.end()?;
    Some(Record { id, origin, seq, recorded: Moment { utc_micros, offset_seconds, zone }, payload })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_reads_back_and_no_part_of_it_does() {
        let recorded = Moment { utc_micros: -5, offset_seconds: 3600, zone: "Europe/Amsterdam".into() };
        let body = encode(Origin([3; 16]), 7, &recorded, &[9; 32], b"{}");
        let record = decode(RecordId(2), &body).unwrap();
        assert_eq!((record.origin, record.seq, &record.recorded), (Origin([3; 16]), 7, &recorded));
        assert_eq!(record.payload.as_slice(), b"{}");
        for length in 0..body.len() {
            assert!(read(RecordId(2), &body[..length]).is_none(), "{length}");
        }
        let place = InTree { origin: Origin([3; 16]), seq: 7, leaf: merkle::leaf(&body) };
        let erased = encode_erased(&place);
        assert!(matches!(read(RecordId(2), &erased), Some((found, Body::Erased)) if found == place));
        for length in 0..erased.len() {
            assert!(read(RecordId(2), &erased[..length]).is_none(), "{length}");
        }
    }
}
