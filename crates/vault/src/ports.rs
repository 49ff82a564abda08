//! What the vault needs from the world: the time and randomness. Both are handed in, so that a test can
//! set the clock back and repeat a run, and so that nothing in here can reach for them by itself.

use std::sync::Arc;

/// A moment as the device's clock told it, with the zone the device was set to.
///
/// It is a claim of the device, not a fact: a clock that goes backwards is recorded as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Microseconds since 1970-01-01T00:00:00 UTC, without leap seconds.
    pub utc_micros: i64,
    /// Seconds to add to UTC to get the local time that stood on the device.
    pub offset_seconds: i32,
    /// IANA name of the zone (`Europe/Amsterdam`), empty if the device did not tell.
    /// The format has room for 255 bytes; what is longer is cut there.
    pub zone: String,
}

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The moment it is now.
    fn now(&self) -> Moment;
}

/// Gives random bytes fit for keys.
pub trait Entropy: Send + Sync {
    /// Fills `out` with bytes that nobody can foresee. There is no way to answer "not now": an
    /// implementation that cannot deliver ends the process rather than hand out weak bytes.
    fn fill(&self, out: &mut [u8]);
}

/// The clock and the random source of one vault.
#[derive(Clone)]
pub struct Ports {
    /// Tells when a record is written down.
    pub clock: Arc<dyn Clock>,
    /// Makes keys, salts, nonces and ids.
    pub entropy: Arc<dyn Entropy>,
}

impl Ports {
    /// `N` fresh random bytes.
    pub(crate) fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }
}

impl std::fmt::Debug for Ports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ports { .. }")
    }
}
