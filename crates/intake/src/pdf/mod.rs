//! The pages of a PDF as pictures, and their text. Whoever sent it may have made it to do harm, so it is only ever read
//! in a [child] process that may do next to nothing, or where there can be none in a [thread](crate::Apart::Thread). What moves, asks or leads elsewhere in it is not looked at.

pub mod child;
pub(crate) mod page;
mod thread;

/// Most bytes of a PDF that is drawn.
pub const MOST_PDF: u64 = 200 << 20;
/// Most pages.
const MOST_PAGES: usize = 5000;
/// Most pixels of a page.
pub(crate) const MOST_PIXELS: u32 = 24_000_000;
/// Longest text of a page, in bytes.
const MOST_TEXT: usize = 1 << 20;

/// Width and height of a page as shown upright, in points of 1/72 inch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Points across.
    pub width: f32,
    /// Points down.
    pub height: f32,
}

/// Why there are no pages.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PdfError {
    /// It is no PDF, it is broken, or there is no such page.
    #[error("the PDF cannot be read")]
    Unreadable,
    /// It asks for a password.
    #[error("the PDF is locked with a password")]
    Locked,
    /// It took more time or memory than a page may.
    #[error("drawing the page took too much")]
    TooMuch,
    /// The child could not be started, or what it said makes no sense.
    #[error("the process that draws failed: {0}")]
    Process(#[from] std::io::Error),
}
