//! Laying out in a child process that ends: Typst frees what it laid out but does not wipe it, and keeps caches.
//! Text and pictures go through pipes only. Where no child can be had it is done in a [thread](crate::Apart::Thread).
//!
//! Frames both ways: one byte that says what it is, the length (u32, little end first), the bytes.

use std::io::{self, BufReader, BufWriter, Read, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio};

use zeroize::Zeroizing;

use crate::input::{Drawn, Input};
use crate::{Apart, Error, KeySheet, Step, render as lay_out, thread};

/// The argument on which our programs serve as this child.
pub const ARGUMENT: &str = "render-report";

/// To the child: a report's input as JSON; its pictures follow.
const INPUT: u8 = b'I';
/// To the child: a report of which pictures of the pages are wanted; the same follows.
const PREVIEW: u8 = b'V';
/// To the child: a page with a recovery key as JSON, and nothing else.
const KEY_SHEET: u8 = b'K';
/// To the child: a picture; its id, its small and its large JPEG are three frames.
const PICTURE: u8 = b'P';
/// To the child: that was all of the report.
const END: u8 = b'E';
/// From the child: how far it is, as JSON.
const PROGRESS: u8 = b'S';
/// From the child: how many pages there are, as JSON.
const COUNT: u8 = b'C';
/// From the child: a page as SVG.
const PAGE: u8 = b'G';
/// From the child: that was all.
const DONE: u8 = b'.';
/// From the child: the PDF.
const PDF: u8 = b'D';
/// From the child: why there is none.
const FAILED: u8 = b'F';

/// The child: reads its input, makes the PDF, answers. For `main` of a program that was started with
/// [`ARGUMENT`].
pub fn serve() -> ExitCode {
    let stdout = io::stdout();
    let mut out = BufWriter::new(stdout.lock());
    let answered = asked(&mut BufReader::new(io::stdin().lock()), &mut out);
    match answered.and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn asked(from: &mut impl Read, out: &mut impl Write) -> io::Result<()> {
    match read_frame(from)? {
        (INPUT, json) => report(&read_input(&json, from)?, out),
        (PREVIEW, json) => draw(&read_input(&json, from)?, out),
        (KEY_SHEET, json) => {
            let sheet: KeySheet = serde_json::from_slice(&json)?;
            answer(sheet.render(), out)
        }
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

fn report(input: &Input, out: &mut impl Write) -> io::Result<()> {
    let made = lay_out(input, &mut |step, done, total| {
        let told = serde_json::to_vec(&(step, done, total)).unwrap_or_default();
        // A parent that went away ends the work.
        match frame(out, PROGRESS, &told).and_then(|()| out.flush()) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    });
    answer(made, out)
}

fn draw(input: &Input, out: &mut impl Write) -> io::Result<()> {
    let made = crate::preview::preview(input, &mut |count, page| {
        let told = match page {
            Some(svg) => frame(out, PAGE, svg.as_bytes()),
            None => frame(out, COUNT, count.to_string().as_bytes()),
        };
        match told.and_then(|()| out.flush()) {
            Ok(()) => ControlFlow::Continue(()),
            Err(_) => ControlFlow::Break(()),
        }
    });
    match made {
        Ok(()) => frame(out, DONE, &[]),
        failed => answer(failed.map(|()| Vec::new()), out),
    }
}

fn answer(made: Result<Vec<u8>, Error>, out: &mut impl Write) -> io::Result<()> {
    match made {
        Ok(pdf) => frame(out, PDF, &pdf),
        // Only what the layout says: the other side puts the same words before it again.
        Err(Error::Layout(why)) => frame(out, FAILED, why.as_bytes()),
        Err(error) => frame(out, FAILED, error.to_string().as_bytes()),
    }
}

/// Makes the report apart. Breaking in `progress` kills the child; a thread ends at its next step.
///
/// # Errors
/// When it is stopped, the child cannot be started or ends early, or the layout fails.
pub fn render<'a>(
    apart: impl Into<Apart<'a>>,
    input: &Input,
    progress: &mut dyn FnMut(Step, u64, u64) -> ControlFlow<()>,
) -> Result<Vec<u8>, Error> {
    match apart.into() {
        Apart::Child(program) => ask(program, |to| write_input(to, INPUT, input), progress),
        Apart::Thread => thread::render(input, progress),
    }
}

/// Makes the page with a recovery key apart. The PDF is wiped when dropped.
///
/// # Errors
/// When the child cannot be started or ends early, or the layout fails.
pub fn key_sheet<'a>(apart: impl Into<Apart<'a>>, sheet: &KeySheet) -> Result<Zeroizing<Vec<u8>>, Error> {
    let program = match apart.into() {
        Apart::Child(program) => program,
        Apart::Thread => return thread::key_sheet(sheet),
    };
    let json = Zeroizing::new(serde_json::to_vec(sheet).map_err(|error| Error::Process(error.into()))?);
    ask(program, |to| frame(to, KEY_SHEET, &json), &mut |_, _, _| ControlFlow::Continue(())).map(Zeroizing::new)
}

/// The pages as SVG, the first [`MOST_PAGES`](crate::MOST_PAGES) of them: `take` gets the number of all pages and each page as
/// it is done. Breaking kills the child; a thread ends with its page.
///
/// # Errors
/// When it is stopped, the child cannot be started or ends early, or the layout fails.
pub fn preview<'a>(
    apart: impl Into<Apart<'a>>,
    input: &Input,
    take: &mut dyn FnMut(usize, Zeroizing<Vec<u8>>) -> ControlFlow<()>,
) -> Result<(), Error> {
    let program = match apart.into() {
        Apart::Child(program) => program,
        Apart::Thread => return thread::preview(input, take),
    };
    let (_child, mut from) = started(program, |to| write_input(to, PREVIEW, input))?;
    let mut count = 0;
    loop {
        match read_frame(&mut from).map_err(Error::Process)? {
            (COUNT, told) => count = serde_json::from_slice(&told).map_err(|error| Error::Process(error.into()))?,
            (PAGE, svg) => {
                if take(count, Zeroizing::new(svg)).is_break() {
                    return Err(Error::Cancelled);
                }
            }
            (DONE, _) => return Ok(()),
            (_, why) => return Err(Error::Layout(String::from_utf8_lossy(&why).into_owned())),
        }
    }
}

/// Starts a child, says what to make, and waits for the PDF.
fn ask(
    program: &Path,
    say: impl FnOnce(&mut ChildStdin) -> io::Result<()>,
    progress: &mut dyn FnMut(Step, u64, u64) -> ControlFlow<()>,
) -> Result<Vec<u8>, Error> {
    let (_child, mut from) = started(program, say)?;
    loop {
        match read_frame(&mut from).map_err(Error::Process)? {
            (PROGRESS, told) => {
                let Ok((step, done, total)) = serde_json::from_slice(&told) else {
                    continue;
                };
                if progress(step, done, total).is_break() {
                    return Err(Error::Cancelled);
                }
            }
            (PDF, pdf) => return Ok(pdf),
            (_, why) => return Err(Error::Layout(String::from_utf8_lossy(&why).into_owned())),
        }
    }
}

/// Starts a child and says what to make.
fn started(
    program: &Path,
    say: impl FnOnce(&mut ChildStdin) -> io::Result<()>,
) -> Result<(Ends, BufReader<ChildStdout>), Error> {
    let mut child = Ends(
        Command::new(program)
            .arg(ARGUMENT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Error::Process)?,
    );
    let (Some(mut to), Some(from)) = (child.0.stdin.take(), child.0.stdout.take()) else {
        return Err(Error::Process(io::ErrorKind::BrokenPipe.into()));
    };
    // The child reads everything before it writes anything, so this cannot wait for itself.
    say(&mut to).map_err(Error::Process)?;
    drop(to);
    Ok((child, BufReader::new(from)))
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

fn write_input(to: &mut impl Write, kind: u8, input: &Input) -> io::Result<()> {
    let to = &mut BufWriter::new(to);
    frame(to, kind, &serde_json::to_vec(input)?)?;
    for picture in &input.pictures {
        frame(to, PICTURE, picture.id.as_str().as_bytes())?;
        frame(to, PICTURE, &picture.small)?;
        frame(to, PICTURE, &picture.large)?;
    }
    frame(to, END, &[])?;
    to.flush()
}

fn read_input(json: &[u8], from: &mut impl Read) -> io::Result<Input> {
    let mut input: Input = serde_json::from_slice(json)?;
    loop {
        match read_frame(from)? {
            (END, _) => return Ok(input),
            (PICTURE, id) => {
                let id = String::from_utf8(id).ok().and_then(|id| id.parse().ok());
                let ((PICTURE, small), (PICTURE, large), Some(id)) = (read_frame(from)?, read_frame(from)?, id) else {
                    return Err(io::ErrorKind::InvalidData.into());
                };
                input.pictures.push(Drawn { id, small, large });
            }
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

fn frame(to: &mut impl Write, kind: u8, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| io::ErrorKind::FileTooLarge)?;
    to.write_all(&[kind])?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(bytes)
}

fn read_frame(from: &mut impl Read) -> io::Result<(u8, Vec<u8>)> {
    let mut head = [0; 5];
    from.read_exact(&mut head)?;
    let [kind, length @ ..] = head;
    let mut bytes = vec![0; usize::try_from(u32::from_le_bytes(length)).map_err(|_| io::ErrorKind::FileTooLarge)?];
    from.read_exact(&mut bytes)?;
    Ok((kind, bytes))
}
