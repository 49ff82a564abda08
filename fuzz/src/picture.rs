//! Pictures that somebody else made.

use std::io::Cursor;
use std::sync::Once;
use std::time::Duration;

use houvast_intake::{Limits, inspect, picture};
use image::{ImageFormat, RgbaImage};

/// Less than the app allows, so that a run gets through many.
pub(crate) const LIMITS: Limits =
    Limits { side: 4000, pixels: 1_000_000, memory: 64 << 20, bytes: 4 << 20, time: Duration::from_secs(10) };

/// A decoder that panics is one that says no: `houvast-intake` catches it, so it is no finding, and must not end the
/// fuzzer as a panic elsewhere does. With `HOUVAST_FUZZ_STRICT` set it is one, for who wants to tell its authors.
pub(crate) fn let_decoders_panic() {
    static ONCE: Once = Once::new();
    if std::env::var_os("HOUVAST_FUZZ_STRICT").is_none() {
        ONCE.call_once(|| {
            let loud = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                let ours = panic.location().is_some_and(|place| !place.file().contains("registry"));
                if ours {
                    loud(panic);
                }
            }));
        });
    }
}

/// The small picture is small, and the inspection says the same of the original.
pub fn run(input: &[u8]) {
    let_decoders_panic();
    let found = inspect(&mut Cursor::new(input), &LIMITS);
    if let Some(small) = &found.thumbnail {
        assert!(small.width.max(small.height) <= 480 && small.width.min(small.height) >= 1);
        assert!(u64::from(small.original.0) * u64::from(small.original.1) <= LIMITS.pixels);
        assert_eq!(found.dimensions, Some(small.original));
        match picture(&mut Cursor::new(input), 2000, &LIMITS) {
            Ok(large) => assert_eq!(large.original, small.original),
            Err(error) => panic!("drawn from {:?} and then {error:?}", small.original),
        }
    }
}

/// A few pixels in every format that is drawn.
pub fn seeds() -> Vec<Vec<u8>> {
    let small = RgbaImage::from_fn(9, 5, |x, y| {
        image::Rgba([u8::try_from(x * 20).unwrap_or(0), u8::try_from(y * 40).unwrap_or(0), 90, 200])
    });
    let clear = image::DynamicImage::ImageRgba8(small);
    let flat = image::DynamicImage::ImageRgb8(clear.to_rgb8());
    let grey = image::DynamicImage::ImageLuma8(clear.to_luma8());
    let mut seeds = Vec::new();
    for format in
        [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Bmp, ImageFormat::Tiff]
    {
        for picture in [&clear, &flat, &grey] {
            let mut bytes = Cursor::new(Vec::new());
            // Not every format takes every sort of pixel.
            if picture.write_to(&mut bytes, format).is_ok() {
                seeds.push(bytes.into_inner());
            }
        }
    }
    seeds
}
