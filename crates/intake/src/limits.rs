//! How much work a foreign file may cause.

use std::time::Duration;

/// Bounds on decoding one picture.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Longest side, in pixels.
    pub side: u32,
    /// Pixels in all.
    pub pixels: u64,
    /// Memory that a decoder may take, in bytes.
    pub memory: u64,
    /// Length of the file, in bytes; some decoders read all of it.
    pub bytes: u64,
    /// Time until the decoder is cut off.
    pub time: Duration,
}

impl Default for Limits {
    /// Room for the largest telephone cameras (200 megapixels come as smaller pictures by default), and
    /// little enough for a telephone's memory.
    fn default() -> Self {
        Self { side: 30_000, pixels: 120_000_000, memory: 512 << 20, bytes: 256 << 20, time: Duration::from_secs(15) }
    }
}
