//! A PDF is read in a child process of our own program that may open nothing, write nothing, start nothing, and take
//! little memory and time. Each question is a child of its own: what one page did to it is gone with it.
//!
//! To the child: what is asked (one byte), which page and how wide (u32 each, little end first), then the PDF, to the
//! end. From the child: how it went (one byte), then the answer, to the end.

use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use zeroize::Zeroizing;

use super::{MOST_PAGES, MOST_PDF, MOST_PIXELS, MOST_TEXT, PdfError, Size, page, thread};
use crate::Apart;

/// The argument on which our program serves as this child.
pub const ARGUMENT: &str = "draw-page";

/// Time for one question.
pub(super) const TIME: Duration = Duration::from_secs(20);
/// Memory that the child may take, in bytes, with what its program takes before it begins.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 2 << 30;

/// The sizes of all pages.
const SIZES: u8 = b'S';
/// A page as pixels.
const DRAW: u8 = b'D';
/// The text of a page.
const TEXT: u8 = b'T';

const DONE: u8 = b'.';
const LOCKED: u8 = b'L';
const UNREADABLE: u8 = b'U';

/// The child: reads a question, answers. For `main` of a program that was started with [`ARGUMENT`].
pub fn serve() -> ExitCode {
    if !confine() {
        return ExitCode::FAILURE;
    }
    // What panics on a page is a page that cannot be read.
    let answer = catch_unwind(AssertUnwindSafe(|| asked(&mut io::stdin().lock()))).unwrap_or(Err(PdfError::Unreadable));
    let mut out = io::stdout().lock();
    let said = match answer {
        Ok(bytes) => out.write_all(&[DONE]).and_then(|()| out.write_all(&bytes)),
        Err(PdfError::Locked) => out.write_all(&[LOCKED]),
        Err(_) => out.write_all(&[UNREADABLE]),
    };
    if said.and_then(|()| out.flush()).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn asked(from: &mut impl Read) -> Result<Vec<u8>, PdfError> {
    let mut head = [0; 9];
    from.read_exact(&mut head)?;
    let [what, a, b, c, d, width @ ..] = head;
    let number = usize::try_from(u32::from_le_bytes([a, b, c, d])).map_err(|_| PdfError::Unreadable)?;
    let mut pdf = Vec::new();
    from.take(MOST_PDF + 1).read_to_end(&mut pdf)?;
    Question { what, number, width: u32::from_le_bytes(width) }.answer(pdf, MOST_PIXELS)
}

/// What is asked of a PDF.
#[derive(Clone, Copy)]
pub(super) struct Question {
    what: u8,
    /// The page, counted from nought.
    number: usize,
    /// Pixels across.
    width: u32,
}

impl Question {
    /// Reads the PDF and answers. A page gets so many pixels at most.
    pub(super) fn answer(self, pdf: Vec<u8>, most: u32) -> Result<Vec<u8>, PdfError> {
        let pdf = page::open(pdf)?;
        Ok(match self.what {
            SIZES => {
                page::sizes(&pdf).iter().flat_map(|size| [size.width, size.height]).flat_map(f32::to_le_bytes).collect()
            }
            DRAW => {
                let (width, height, mut pixels) = page::draw(&pdf, self.number, self.width, most)?;
                pixels.extend([width, height].into_iter().flat_map(u32::to_le_bytes));
                pixels
            }
            TEXT => page::text(&pdf, self.number)?.into_bytes(),
            _ => return Err(PdfError::Unreadable),
        })
    }
}

/// No file, socket or process can be opened from here on, nothing be written to a file, and memory and time end.
#[cfg(target_os = "linux")]
fn confine() -> bool {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let limits = [
        (Resource::As, MEMORY),
        (Resource::Cpu, TIME.as_secs()),
        (Resource::Fsize, 0),
        // In, out and errors are there already.
        (Resource::Nofile, 3),
        (Resource::Nproc, 0),
    ];
    limits.into_iter().all(|(what, most)| setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) }).is_ok())
}

/// Other systems: the parent watches the time; what is read is read by code without `unsafe` of ours.
#[cfg(not(target_os = "linux"))]
fn confine() -> bool {
    true
}

/// The pages and their sizes.
///
/// # Errors
/// See [`PdfError`].
pub fn sizes<'a>(apart: impl Into<Apart<'a>>, pdf: &[u8]) -> Result<Vec<Size>, PdfError> {
    let answer = ask(apart.into(), Question { what: SIZES, number: 0, width: 0 }, pdf, MOST_PAGES * 8)?;
    let side = |at: &[u8]| f32::from_le_bytes([at[0], at[1], at[2], at[3]]);
    let sizes: Vec<Size> =
        answer.chunks_exact(8).map(|two| Size { width: side(two), height: side(&two[4..]) }).collect();
    if sizes.is_empty() { Err(PdfError::Unreadable) } else { Ok(sizes) }
}

/// A page, counted from nought, as a PNG so many pixels wide; less wide if it would have too many pixels.
///
/// # Errors
/// See [`PdfError`].
pub fn draw<'a>(apart: impl Into<Apart<'a>>, pdf: &[u8], page: usize, width: u32) -> Result<Vec<u8>, PdfError> {
    let answer = ask(apart.into(), Question { what: DRAW, number: page, width }, pdf, MOST_PIXELS as usize * 4)?;
    // The child hands over pixels and no picture: whatever became of it, what is shown was encoded here.
    let (pixels, [a, b, c, d, height @ ..]) = answer.split_last_chunk::<8>().ok_or(PdfError::Unreadable)?;
    let (width, height) = (u32::from_le_bytes([*a, *b, *c, *d]), u32::from_le_bytes(*height));
    if u64::from(width) * u64::from(height) * 3 != pixels.len() as u64 || pixels.is_empty() {
        return Err(PdfError::Unreadable);
    }
    let mut png = Vec::new();
    PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Adaptive)
        .write_image(pixels, width, height, ExtendedColorType::Rgb8)
        .map_err(|_| PdfError::Unreadable)?;
    Ok(png)
}

/// The text of a page, counted from nought, made legible.
///
/// # Errors
/// See [`PdfError`].
pub fn text<'a>(apart: impl Into<Apart<'a>>, pdf: &[u8], page: usize) -> Result<String, PdfError> {
    let answer = ask(apart.into(), Question { what: TEXT, number: page, width: 0 }, pdf, MOST_TEXT + 4)?;
    Ok(crate::legible(&String::from_utf8_lossy(&answer)))
}

/// Asks one thing, and takes at most so many bytes for an answer.
fn ask(apart: Apart<'_>, asked: Question, pdf: &[u8], most: usize) -> Result<Zeroizing<Vec<u8>>, PdfError> {
    match apart {
        Apart::Child(program) => ask_child(program, asked, pdf, most),
        Apart::Thread => thread::ask(asked, pdf),
    }
}

fn ask_child(program: &Path, asked: Question, pdf: &[u8], most: usize) -> Result<Zeroizing<Vec<u8>>, PdfError> {
    let Question { what, number, width } = asked;
    let mut child = Command::new(program)
        .arg(ARGUMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(PdfError::Process)?;
    let pipes = child.stdin.take().zip(child.stdout.take());
    let child = Ends(child);
    let (to, from) = pipes.ok_or(io::Error::from(io::ErrorKind::BrokenPipe))?;
    let page = u32::try_from(number).map_err(|_| PdfError::Unreadable)?;
    let head = [[what].as_slice(), &page.to_le_bytes(), &width.to_le_bytes()].concat();
    let answer = std::thread::scope(|scope| {
        let (done, waits) = channel();
        scope.spawn(move || {
            // Either the answer is there or the time is over: in both cases the child ends.
            let _ = waits.recv_timeout(TIME);
            drop(child);
        });
        let answer = talk(to, from, &head, pdf, most);
        let _ = done.send(());
        answer
    });
    match answer?.split_first() {
        Some((&DONE, bytes)) => Ok(Zeroizing::new(bytes.to_vec())),
        Some((&LOCKED, _)) => Err(PdfError::Locked),
        Some(_) => Err(PdfError::Unreadable),
        // It ended without a word: it was stopped, or had no memory left, or fell over what it read.
        None => Err(PdfError::TooMuch),
    }
}

fn talk(mut to: ChildStdin, from: ChildStdout, head: &[u8], pdf: &[u8], most: usize) -> io::Result<Zeroizing<Vec<u8>>> {
    // The child reads everything before it writes anything. One that ended early has nothing to say.
    let said = to.write_all(head).and_then(|()| to.write_all(pdf)).and_then(|()| to.flush());
    drop(to);
    let mut answer = Zeroizing::new(Vec::new());
    from.take(most as u64 + 1).read_to_end(&mut answer)?;
    if answer.is_empty() && said.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe) {
        return Err(io::ErrorKind::BrokenPipe.into());
    }
    Ok(answer)
}

/// However this ends, the child ends with it.
struct Ends(Child);

impl Drop for Ends {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to kill, only to collect.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
