//! A PDF is read in a thread of this process, where there can be no child: a phone lets no app start a program of its own.
//!
//! Nothing confines it but what reads it: Rust without `unsafe` of ours, which can open, send and start nothing by itself. A page
//! gets less room than in a child. It can take too long or too much memory: a thread cannot be ended from outside, so one
//! that goes on too long is left alone, and no other is begun until it is done; and a system that is short of memory ends
//! the whole app, which loses nothing that was saved, and no draft.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread::Builder;

use zeroize::Zeroizing;

use super::PdfError;
use super::child::{Question, TIME};

/// Most bytes of a PDF that is drawn.
const MOST: usize = 50 << 20;
/// Most pixels of a page: drawn on a phone's screen, and looked at closely.
const PIXELS: u32 = 8_000_000;
/// What deeply nested pages may take, in bytes.
const STACK: usize = 16 << 20;

/// A thread is at work, or never came back.
static AT_WORK: AtomicBool = AtomicBool::new(false);

/// The answer to one question.
pub(super) fn ask(asked: Question, pdf: &[u8]) -> Result<Zeroizing<Vec<u8>>, PdfError> {
    if pdf.len() > MOST || AT_WORK.swap(true, Ordering::SeqCst) {
        return Err(PdfError::TooMuch);
    }
    let pdf = pdf.to_vec();
    let (tell, answer) = channel();
    let begun = Builder::new().stack_size(STACK).spawn(move || {
        // What panics on a page is a page that cannot be read.
        let made = catch_unwind(AssertUnwindSafe(|| asked.answer(pdf, PIXELS))).unwrap_or(Err(PdfError::Unreadable));
        AT_WORK.store(false, Ordering::SeqCst);
        // Nobody waits any more if it took too long.
        let _ = tell.send(made.map(Zeroizing::new));
    });
    if let Err(error) = begun {
        AT_WORK.store(false, Ordering::SeqCst);
        return Err(error.into());
    }
    answer.recv_timeout(TIME).unwrap_or(Err(PdfError::TooMuch))
}
