//! Ways in for `fuzz/`: the parts of an inspection, one by one.

use crate::{Claims, Family, Limits, Source};

/// Type and family from the first bytes; `whole` says that there are no more.
pub fn sniff(head: &[u8], whole: bool) -> (&'static str, Family) {
    crate::sniff::sniff(head, whole)
}

/// What a picture says of itself.
pub fn claims(source: &mut dyn Source, limits: &Limits) -> Claims {
    crate::inspect::claims(source, limits)
}

/// A page of HTML as text.
pub fn html(page: &str) -> String {
    crate::html::text(page)
}

/// What the child says of a PDF: the size of each page, a page so many pixels wide (its width, its height, and three bytes
/// a pixel), and its text. A panic on a page is a page that cannot be read, as in the child.
#[cfg(feature = "pdf")]
pub fn pdf(bytes: &[u8], number: usize, width: u32) -> Option<(Vec<crate::pdf::Size>, Drawn, String)> {
    use crate::pdf::{PdfError, page};
    use std::panic::{AssertUnwindSafe, catch_unwind};

    let read = || -> Result<_, PdfError> {
        let pdf = page::open(bytes.to_vec())?;
        Ok((page::sizes(&pdf), page::draw(&pdf, number, width, MOST_PIXELS)?, page::text(&pdf, number)?))
    };
    catch_unwind(AssertUnwindSafe(read)).ok()?.ok()
}

/// Width, height, and three bytes a pixel.
#[cfg(feature = "pdf")]
pub type Drawn = (u32, u32, Vec<u8>);

/// Most pixels that a page is drawn with.
#[cfg(feature = "pdf")]
pub const MOST_PIXELS: u32 = crate::pdf::MOST_PIXELS;
