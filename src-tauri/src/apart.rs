//! The program whose child does what is better not done in this process: laying a report out, reading a PDF.

use std::io;
use std::path::PathBuf;

/// This program.
///
/// # Errors
/// When the system does not say where it is.
#[cfg(desktop)]
pub(crate) fn program() -> io::Result<Option<PathBuf>> {
    std::env::current_exe().map(Some)
}

/// None: a phone starts apps, and lets none start a program. What a thread makes of that is in docs/threat-model.md.
#[cfg(mobile)]
#[expect(clippy::unnecessary_wraps, reason = "as on a PC")]
pub(crate) fn program() -> io::Result<Option<PathBuf>> {
    Ok(None)
}
