//! Small upright pictures, made anew: nothing of the original's metadata is in them.

use std::io::{BufReader, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use fast_image_resize::images::Image as Pixels;
use fast_image_resize::{IntoImageView, PixelType, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageReader, RgbImage};

use crate::deadline::Deadline;
use crate::{Limits, Source};

/// Quality of the JPEGs, 1 to 100.
const QUALITY: u8 = 82;

/// A small picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// JPEG without metadata.
    pub jpeg: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Width and height of the original as shown upright.
    pub original: (u32, u32),
}

/// Why there is no small picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// The file has no bytes.
    #[error("the file is empty")]
    Empty,
    /// More pixels, or more bytes, than are decoded.
    #[error("the picture of {width} by {height} pixels is too large to be drawn")]
    TooLarge {
        /// Pixels across, as the header says; nought if it was not read.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// Its end is missing.
    #[error("the picture is cut off")]
    Truncated,
    /// It took too long.
    #[error("drawing the picture took too long")]
    TimedOut,
    /// It is not a picture that this program draws, or it is broken.
    #[error("the picture cannot be drawn")]
    Unreadable,
}

/// Draws a picture upright with its longest side at most `longest` pixels, on white where it is transparent.
///
/// # Errors
/// See [`PictureError`]; never a panic.
pub fn picture(source: &mut dyn Source, longest: u32, limits: &Limits) -> Result<Picture, PictureError> {
    let begin = Instant::now();
    // A decoder that panics on hostile bytes is a decoder that says no.
    let drawn =
        catch_unwind(AssertUnwindSafe(|| draw(source, longest, limits))).unwrap_or(Err(PictureError::Unreadable));
    match drawn {
        // Most decoders do not pass on why their source stopped answering.
        Err(PictureError::Unreadable | PictureError::Truncated) if begin.elapsed() >= limits.time => {
            Err(PictureError::TimedOut)
        }
        other => other,
    }
}

fn draw(source: &mut dyn Source, longest: u32, limits: &Limits) -> Result<Picture, PictureError> {
    let bytes = source.seek(SeekFrom::End(0)).map_err(|_| PictureError::Unreadable)?;
    if bytes == 0 {
        return Err(PictureError::Empty);
    }
    if bytes > limits.bytes {
        return Err(PictureError::TooLarge { width: 0, height: 0 });
    }
    source.seek(SeekFrom::Start(0)).map_err(|_| PictureError::Unreadable)?;
    let bounded = BufReader::with_capacity(64 << 10, Deadline::new(source, limits.time));
    let mut reader = ImageReader::new(bounded).with_guessed_format().map_err(|_| PictureError::Unreadable)?;
    let mut bounds = image::Limits::default();
    bounds.max_alloc = Some(limits.memory);
    reader.limits(bounds);
    let mut decoder = reader.into_decoder().map_err(|error| told(&error, (0, 0)))?;
    let size = decoder.dimensions();
    let (width, height) = size;
    // A GIF may say that its screen is nothing high and have frames all the same.
    if width.min(height) == 0 {
        return Err(PictureError::Unreadable);
    }
    if width.max(height) > limits.side || u64::from(width) * u64::from(height) > limits.pixels {
        return Err(PictureError::TooLarge { width, height });
    }
    if decoder.total_bytes() > limits.memory {
        return Err(PictureError::TooLarge { width, height });
    }
    let orientation = orientation(&mut decoder);
    let decoded = DynamicImage::from_decoder(decoder).map_err(|error| told(&error, size))?;
    // Small first, upright then: turning a small picture costs little.
    let mut small = shrink(decoded, longest)?;
    small.apply_orientation(orientation);
    let turned = small.width() > small.height();
    let original = if turned == (width > height) || width == height { size } else { (height, width) };
    let flat = small.into_rgb8();
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode(flat.as_raw(), flat.width(), flat.height(), ExtendedColorType::Rgb8)
        .map_err(|_| PictureError::Unreadable)?;
    Ok(Picture { jpeg, width: flat.width(), height: flat.height(), original })
}

/// How the picture is to be turned. Some programs begin a WebP's EXIF as they begin a JPEG's, with six bytes more.
fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    let told = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut prefixed = || {
        let chunk = decoder.exif_metadata().ok()??;
        Orientation::from_exif_chunk(chunk.strip_prefix(b"Exif\0\0")?)
    };
    if told == Orientation::NoTransforms { prefixed().unwrap_or(told) } else { told }
}

/// On white, at most `longest` pixels a side; a smaller picture keeps its size.
fn shrink(picture: DynamicImage, longest: u32) -> Result<DynamicImage, PictureError> {
    let flat = on_white(picture);
    let (width, height) = flat.dimensions();
    let side = width.max(height);
    if side <= longest || longest == 0 {
        return Ok(DynamicImage::ImageRgb8(flat));
    }
    let scaled = |length: u32| {
        let scaled = u64::from(length) * u64::from(longest) / u64::from(side);
        u32::try_from(scaled.max(1)).unwrap_or(longest)
    };
    let from = DynamicImage::ImageRgb8(flat);
    debug_assert_eq!(from.pixel_type(), Some(PixelType::U8x3), "RGB of eight bits");
    let mut to = Pixels::new(scaled(width), scaled(height), PixelType::U8x3);
    Resizer::new().resize(&from, &mut to, &ResizeOptions::default()).map_err(|_| PictureError::Unreadable)?;
    let (width, height) = (to.width(), to.height());
    RgbImage::from_raw(width, height, to.into_vec()).map(DynamicImage::ImageRgb8).ok_or(PictureError::Unreadable)
}

fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let clear = picture.into_rgba8();
    RgbImage::from_fn(clear.width(), clear.height(), |x, y| {
        let image::Rgba([r, g, b, a]) = *clear.get_pixel(x, y);
        let over = |c: u8| {
            let mixed = u16::from(c) * u16::from(a) + 255 * (255 - u16::from(a));
            // At most 255 · 255 was divided by 255.
            u8::try_from(mixed / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([over(r), over(g), over(b)])
    })
}

fn told(error: &image::ImageError, (width, height): (u32, u32)) -> PictureError {
    match error {
        image::ImageError::Limits(_) => PictureError::TooLarge { width, height },
        image::ImageError::IoError(error) if error.kind() == std::io::ErrorKind::TimedOut => PictureError::TimedOut,
        image::ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            PictureError::Truncated
        }
        image::ImageError::Decoding(error) if says_end(error) => PictureError::Truncated,
        _ => PictureError::Unreadable,
    }
}

/// The decoders tell a missing end only in words.
fn says_end(error: &image::error::DecodingError) -> bool {
    let text = error.to_string().to_ascii_lowercase();
    ["end of file", "eof", "truncated", "exhausted", "end of data", "not enough", "premature"]
        .iter()
        .any(|sign| text.contains(sign))
}
