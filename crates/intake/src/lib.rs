//! The one room that parses bytes which somebody else made: what sort of file it is, what it says of itself, a
//! small picture of it, and its text, mail or pages to look at. Nothing here fails or panics on any input; what is odd
//! becomes a [`Note`].
//!
//! Memory is bounded by [`Limits`] whatever the file's size: a video is never read, a picture is decoded only if
//! its header promises a bounded result, and its decoder is cut off after a deadline.

mod apart;
mod claims;
mod closer;
mod deadline;
mod ending;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod html;
mod inspect;
mod legible;
mod limits;
mod mail;
mod name;
#[cfg(feature = "pdf")]
pub mod pdf;
mod picture;
mod pieces;
mod sniff;
mod text;

pub use apart::Apart;
pub use claims::Claims;
pub use inspect::{Inspection, Note, inspect};
pub use legible::legible;
pub use limits::Limits;
pub use mail::{Attachment, MOST_MAIL, Mail, attachment, mail};
pub use name::safe_name;
pub use picture::{Picture, PictureError, picture};
pub use pieces::{TextPiece, text_piece};
pub use sniff::Family;

/// Something that can be read from any place in it.
pub trait Source: std::io::Read + std::io::Seek {}
impl<T: std::io::Read + std::io::Seek + ?Sized> Source for T {}
