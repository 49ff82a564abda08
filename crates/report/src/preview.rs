//! The pages as pictures, to look at before anything is saved.

use std::ops::ControlFlow;

use crate::render::{carefully, laid_out};
use crate::{Error, Input};

/// Most pages that are drawn: enough to see what it becomes.
pub const MOST_PAGES: usize = 30;

/// Lays out and hands over the number of all pages, then the first ones as SVG, one by one; it ends when `take` breaks.
///
/// # Errors
/// When the layout fails.
pub(crate) fn preview(
    input: &Input,
    take: &mut dyn FnMut(usize, Option<String>) -> ControlFlow<()>,
) -> Result<(), Error> {
    let drawn = draw(input, take);
    // A child ends after this, but a thread's process goes on.
    comemo::evict(0);
    drawn
}

fn draw(input: &Input, take: &mut dyn FnMut(usize, Option<String>) -> ControlFlow<()>) -> Result<(), Error> {
    let go_on = &mut |_, _, _| ControlFlow::Continue(());
    let document = carefully(|care| laid_out(input, care, go_on))?;
    let count = document.pages().len();
    if take(count, None).is_break() {
        return Ok(());
    }
    let options = typst_svg::SvgOptions::default();
    for page in document.pages().iter().take(MOST_PAGES) {
        if take(count, Some(typst_svg::svg(page, &options))).is_break() {
            break;
        }
    }
    Ok(())
}
