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
