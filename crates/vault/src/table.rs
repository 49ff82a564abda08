//! Reading the rows of a table as far as its pages can be read: a page that cannot costs its own rows and no others.

use std::collections::BinaryHeap;

use rusqlite::{Connection, Statement};

use crate::container::told;
use crate::error::Error;

/// Rows above this one were not numbered by us: what follows them could not be numbered at all.
pub(crate) const LAST_ROW: u64 = 1 << 62;
/// The row if others can follow it. The last one can be put in by anybody, and what followed would never be read.
pub(crate) fn counted(row: u64) -> u64 {
    if row < LAST_ROW { row } else { 0 }
}

/// Looks in vain after which the rest is given up.
const LOOKS: u32 = 4096;
/// As how many of them one counts in which the device failed: it may have tried for seconds.
const SLOW: u32 = 64;
/// Rows that are looked for behind the last one that there should be, if the end cannot be read.
const BEHIND: u64 = 1024;

/// Hands out every row that can be read: its number, and what was sealed if that is bytes. In order, if all can be; and
/// whether all could. `known` is a row up to which there should be some.
pub(crate) fn each_row(
    connection: &Connection,
    table: &str,
    known: u64,
    mut take: impl FnMut(u64, Option<&[u8]>),
) -> Result<bool, Error> {
    let select = |order| format!("SELECT id, sealed FROM {table} WHERE id BETWEEN ?1 AND ?2 ORDER BY id {order}");
    let mut upwards = connection.prepare(&select("ASC")).map_err(told)?;
    let Err((last, _)) = run(&mut upwards, 0, LAST_ROW, &mut take)? else {
        return Ok(true);
    };
    let from = last.map_or(0, |last| last + 1);
    let mut downwards = connection.prepare(&select("DESC")).map_err(told)?;
    let mut gaps = BinaryHeap::new();
    if let Err((first, _)) = run(&mut downwards, from, LAST_ROW, &mut take)? {
        let to = first.map_or(known.max(from).saturating_add(BEHIND).min(LAST_ROW), |first| first.saturating_sub(1));
        gaps.push(Gap::new(from, to));
    }
    // The widest gap first: whole pages lie in it that can be read, if any do.
    let mut looks = LOOKS;
    while let Some(Gap { from, to, .. }) = gaps.pop() {
        let Some(width) = to.checked_sub(from).filter(|_| looks > 0) else {
            continue;
        };
        let middle = from + width / 2;
        if let Err((last, cost)) = run(&mut upwards, middle, to, &mut take)? {
            gaps.push(Gap::new(last.unwrap_or(middle) + 1, to));
            looks = looks.saturating_sub(cost);
        }
        if let Some(below) = middle.checked_sub(1).filter(|below| *below >= from)
            && let Err((first, cost)) = run(&mut downwards, from, below, &mut take)?
        {
            if let Some(before) = first.unwrap_or(below).checked_sub(1) {
                gaps.push(Gap::new(from, before));
            }
            looks = looks.saturating_sub(cost);
        }
    }
    Ok(false)
}

/// Rows that could not be read yet, from one to another. The widest is the greatest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Gap {
    width: u64,
    from: u64,
    to: u64,
}

impl Gap {
    fn new(from: u64, to: u64) -> Self {
        Self { width: to.saturating_sub(from), from, to }
    }
}

/// All of them; or the last row before one that cannot be read, and what that look cost.
type Until = Result<(), (Option<u64>, u32)>;

/// Reads rows until there are no more, or one cannot be read.
fn run(
    select: &mut Statement<'_>,
    from: u64,
    to: u64,
    take: &mut impl FnMut(u64, Option<&[u8]>),
) -> Result<Until, Error> {
    let mut last = None;
    let mut rows = select.query([from, to]).map_err(told)?;
    loop {
        let failed = match rows.next().map_err(told) {
            Ok(Some(row)) => {
                let id: u64 = row.get(0).map_err(told)?;
                last = Some(id);
                take(id, row.get_ref(1).ok().and_then(|sealed| sealed.as_blob().ok()));
                continue;
            }
            Ok(None) => return Ok(Ok(())),
            Err(failed) => failed,
        };
        return match failed {
            Error::Damaged(_) => Ok(Err((last, 1))),
            Error::Io(_) => Ok(Err((last, SLOW))),
            other => Err(other),
        };
    }
}
