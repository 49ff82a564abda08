//! Reading a PDF, within the child or the thread.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::kurbo::{Affine, BezPath, Point, Rect};
use hayro::{RenderCache, RenderSettings};

use super::{MOST_PAGES, MOST_TEXT, PdfError, Size};

/// Longest side of a page in points that is taken for real; the format's own limit.
const LONGEST: f32 = 14_400.0;

pub(crate) fn open(bytes: Vec<u8>) -> Result<Pdf, PdfError> {
    Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => PdfError::Locked,
        _ => PdfError::Unreadable,
    })
}

pub(crate) fn sizes(pdf: &Pdf) -> Vec<Size> {
    pdf.pages().iter().take(MOST_PAGES).map(size).collect()
}

fn size(page: &Page<'_>) -> Size {
    let (width, height) = page.render_dimensions();
    // An absurd page is shown as a sheet of A4.
    let real = |side: f32| side.is_finite() && (1.0..=LONGEST).contains(&side);
    if real(width) && real(height) { Size { width, height } } else { Size { width: 595.0, height: 842.0 } }
}

fn page(pdf: &Pdf, number: usize) -> Result<&Page<'_>, PdfError> {
    pdf.pages().iter().take(MOST_PAGES).nth(number).ok_or(PdfError::Unreadable)
}

/// Draws a page so many pixels wide, on white, and of so many in all at most: width, height, and three bytes a pixel.
pub(crate) fn draw(pdf: &Pdf, number: usize, width: u32, most: u32) -> Result<(u32, u32, Vec<u8>), PdfError> {
    let page = page(pdf, number)?;
    let Size { width: points, height } = size(page);
    #[allow(clippy::cast_precision_loss, reason = "a width in pixels is small")]
    let wanted = width.clamp(100, 4000) as f32;
    #[allow(clippy::cast_precision_loss, reason = "the bound need not be exact")]
    let most = (most as f32 / (points * height)).sqrt();
    let scale = (wanted / points).min(most).min(f32::from(u16::MAX) / height);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded above, and a cast saturates")]
    let pixels = |side: f32| (side * scale).round().max(1.0) as u16;
    let (across, down) = (pixels(points), pixels(height));
    let settings =
        RenderSettings { x_scale: scale, y_scale: scale, width: Some(across), height: Some(down), bg_color: WHITE };
    let drawn = hayro::render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let flat = drawn.data_as_u8_slice().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    Ok((u32::from(across), u32::from(down), flat))
}

/// The text of a page, in the order in which it is drawn.
pub(crate) fn text(pdf: &Pdf, number: usize) -> Result<String, PdfError> {
    let page = page(pdf, number)?;
    let Size { width, height } = size(page);
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let upright = page.initial_transform(true).to_kurbo();
    let cache = InterpreterCache::new();
    let mut context = Context::new(upright, area, &cache, page.xref(), InterpreterSettings::default());
    let mut reader = Reader::default();
    interpret_page(page, &mut context, &mut reader);
    Ok(reader.text)
}

/// Gathers letters.
#[derive(Default)]
struct Reader {
    text: String,
    /// Where the letter before ended, and its height.
    before: Option<(Point, f64)>,
}

impl Device<'_> for Reader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let letter = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(letters)) => letters,
            None => return,
        };
        if self.text.len() + letter.len() > MOST_TEXT {
            return;
        }
        let placed = transform * glyph_transform;
        let at = placed * Point::ZERO;
        // A thousand units are the height of a line.
        let height = (placed * Point::new(0.0, 1000.0)).distance(at).max(1.0);
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map_or(0.0, f64::from),
            Glyph::Type3(_) => 0.0,
        };
        if let Some((end, size)) = self.before {
            if (at.y - end.y).abs() > size * 0.5 {
                self.text.push('\n');
            } else if at.x - end.x > size * 0.2 && advance > 0.0 && !self.text.ends_with(char::is_whitespace) {
                self.text.push(' ');
            }
        }
        self.text.push_str(&letter);
        self.before = Some((placed * Point::new(advance, 0.0), height));
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
