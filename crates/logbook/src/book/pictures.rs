//! Drawing many pictures at once: one thread reads, the others draw.

use std::io::Cursor;
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

use houvast_intake::{Limits, Picture, PictureError};
use zeroize::Zeroizing;

use super::{Error, Lend, picture, whole};
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
    let all = thread::scope(|scope| {
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
        let done = ids.iter().enumerate().try_for_each(|(place, id)| {
            let done = match whole(book, id, WHOLE) {
                // The threads draw until this end is dropped.
                Ok(bytes) => return to_draw.send((place, bytes)).ok(),
                Err(Error::Locked) => return None,
                Err(_) => picture(book, id, longest)?,
            };
            drawn.lock().unwrap_or_else(PoisonError::into_inner).push((place, done));
            Some(())
        });
        drop(to_draw);
        done
    });
    all?;
    let mut drawn = drawn.into_inner().unwrap_or_else(PoisonError::into_inner);
    drawn.sort_by_key(|(place, _)| *place);
    Some(drawn.into_iter().map(|(_, picture)| picture).collect())
}
