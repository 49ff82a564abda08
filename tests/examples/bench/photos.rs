//! Reports that are large: with many photos, and with many incidents.

use std::cell::RefCell;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use houvast_logbook::model::Arrival;
use houvast_logbook::{Book, KdfCost, Keep};
use houvast_report::{Error, Options, child, gather, gather_quickly};

use crate::paper::wrapper;
use crate::row::{Row, clock, time};
use crate::{common, made, memory, opening};

const PHOTOS: usize = 200;

/// A thousand incidents with two hundred photos of twelve megapixels, and how soon the first page of a preview is there.
pub(crate) fn measure() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let book = book(folder.path(), 1_000);
    let ids: Vec<_> =
        book.borrow().incidents(&houvast_logbook::view::Filter::default()).into_iter().map(|one| one.id).collect();
    let photo = photo(4_000, 3_000);
    for (place, id) in ids.iter().take(PHOTOS).enumerate() {
        // Each is a file of its own: what stands behind a JPEG's end is passed over.
        let bytes = [photo.as_slice(), format!("{place}").as_bytes()].concat();
        let keep = Keep { name: "foto.jpg", arrival: Arrival::Picked, incident: Some(id) };
        let length = bytes.len() as u64;
        keep.bytes(&book, &mut bytes.as_slice(), length, &mut |_, _| ControlFlow::Continue(())).unwrap();
    }
    let ports = houvast_vault::system::ports();
    let told = folder.path().join("told");
    let program = wrapper(folder.path(), &told);
    let (looked, soon) = clock(|| {
        let input = gather_quickly(&book, &Options::default(), &ports.clock.now()).unwrap();
        child::preview(&program, &input, &mut |_, _| ControlFlow::Break(()))
    });
    assert!(matches!(looked, Err(Error::Cancelled)), "the first page ends it");
    let (pdf, seconds) = clock(|| {
        let input = gather(&book, &Options::default(), &ports.clock.now()).unwrap();
        child::render(&program, &input, &mut |_, _, _| ControlFlow::Continue(())).unwrap()
    });
    let peak: f64 = common::until("the child's peak", || fs::read_to_string(&told).ok()?.parse().ok());
    let (peak, size) = (peak.max(memory::peak()), pdf.len() as f64 / 1e6);
    vec![
        Row::held(
            &format!("PDF of 1,000 incidents, {PHOTOS} photos of 12 megapixels"),
            time(seconds),
            "15 s",
            seconds < 15.0,
        ),
        Row::held("  most memory of one process", format!("{peak:.0} MiB"), "953 MiB (1 GB)", peak < 953.0),
        Row::held("  size", format!("{size:.1} MB"), "60 MB", size < 60.0),
        Row::held("  the first page of its preview, from the small pictures", time(soon), "1 s", soon < 1.0),
    ]
}

/// Ten thousand incidents.
pub(crate) fn many() -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let book = book(folder.path(), 10_000);
    let told = folder.path().join("told");
    let program = wrapper(folder.path(), &told);
    let ports = houvast_vault::system::ports();
    let (pdf, seconds) = clock(|| {
        let input = gather(&book, &Options::default(), &ports.clock.now()).unwrap();
        child::render(&program, &input, &mut |_, _, _| ControlFlow::Continue(())).unwrap()
    });
    let peak: f64 = common::until("the child's peak", || fs::read_to_string(&told).ok()?.parse().ok());
    vec![
        Row::told(&format!("PDF of 10,000 incidents ({:.1} MB)", pdf.len() as f64 / 1e6), time(seconds), "finishes"),
        Row::held("  most memory of one process", format!("{peak:.0} MiB"), "1,431 MiB (1.5 GB)", peak < 1_431.0),
    ]
}

fn book(folder: &Path, incidents: usize) -> RefCell<Book> {
    let ports = houvast_vault::system::ports();
    let (mut book, _) = Book::create(&folder.join("b.db"), opening::PASSPHRASE, KdfCost::FLOOR, ports).unwrap();
    book.record_all(made::incidents(incidents)).unwrap();
    RefCell::new(book)
}

/// A JPEG with fine and coarse patterns, about as large as a telephone's.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).rotate_left(13) % 32;
        let part = |step: u32| u8::try_from((x / step + y / 7 + noise) % 256).unwrap_or_default();
        image::Rgb([part(11), part(17), part(29)])
    });
    let mut jpeg = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 85).encode_image(&picture).unwrap();
    jpeg
}
