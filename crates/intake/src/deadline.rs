//! Cutting a decoder off: after the deadline its source answers with an error.

use std::io::{self, Read, Seek, SeekFrom};
use std::time::{Duration, Instant};

/// A source that stops answering.
pub(crate) struct Deadline<'a> {
    source: &'a mut dyn crate::Source,
    begin: Instant,
    time: Duration,
}

impl<'a> Deadline<'a> {
    pub(crate) fn new(source: &'a mut dyn crate::Source, time: Duration) -> Self {
        Self { source, begin: Instant::now(), time }
    }

    fn check(&self) -> io::Result<()> {
        if self.begin.elapsed() < self.time { Ok(()) } else { Err(io::ErrorKind::TimedOut.into()) }
    }
}

impl Read for Deadline<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.check()?;
        self.source.read(out)
    }
}

impl Seek for Deadline<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.check()?;
        self.source.seek(to)
    }
}
