//! Drawing many pictures at once: one thread reads, the others draw.

use std::io::{Cursor, Read};
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

use houvast_intake::{Limits, Picture, PictureError};
use zeroize::Zeroizing;

use super::{Error, Lend, picture};
use crate::model::EvidenceId;

/// Files up to this size are read whole, in bytes; larger ones are drawn one by one.
const WHOLE: u64 = 64 << 20;
/// Most threads that draw: a picture of 50 megapixels takes some 150 MB while it is drawn.
const MOST: usize = 4;

/// Draws pictures of evidence as [`picture`] does, in the order of `ids`; `None` if the book was locked meanwhile.
pub fn pictures<L: Lend>(book: &L, ids: &[EvidenceId], longest: u32) -> Option<Vec<Result<Picture, PictureError>>> {
    let threads = thread::available_parallelism().map_or(1, usize::from).clamp(1, MOST);
    let (to_draw, from_reader) = mpsc::sync_channel::<(usize, Zeroizing<Vec<u8>>)>(threads);
    let from_reader = Mutex::new(from_reader);
    let drawn = Mutex::new(Vec::new());
    let whole = thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    // The lock is given back before the drawing begins.
                    let next = from_reader.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((place, bytes)) = next else { return };
                    let picture =
                        houvast_intake::picture(&mut Cursor::new(bytes.as_slice()), longest, &Limits::default());
                    drawn.lock().unwrap_or_else(PoisonError::into_inner).push((place, picture));
                }
            });
        }
        let whole = ids.iter().enumerate().try_for_each(|(place, id)| {
            let done = match read(book, id).ok()? {
                // The threads draw until this end is dropped.
                Some(bytes) => return to_draw.send((place, bytes)).ok(),
                None => picture(book, id, longest)?,
            };
            drawn.lock().unwrap_or_else(PoisonError::into_inner).push((place, done));
            Some(())
        });
        drop(to_draw);
        whole
    });
    whole?;
    let mut drawn = drawn.into_inner().unwrap_or_else(PoisonError::into_inner);
    drawn.sort_by_key(|(place, _)| *place);
    Some(drawn.into_iter().map(|(_, picture)| picture).collect())
}

/// The bytes; `None` if they are too many or cannot be read.
fn read<L: Lend>(book: &L, id: &EvidenceId) -> Result<Option<Zeroizing<Vec<u8>>>, Error> {
    let reader = book.lend(|open| open.reader(id, book)).ok_or(Error::Locked)?;
    let Ok(mut reader) = reader else { return Ok(None) };
    let Some(size) = Some(reader.size()).filter(|size| *size <= WHOLE).and_then(|size| usize::try_from(size).ok())
    else {
        return Ok(None);
    };
    // Never grown, so that no half of it stays where it was.
    let mut bytes = Zeroizing::new(vec![0; size]);
    Ok(reader.read_exact(&mut bytes).is_ok().then_some(bytes))
}
