//! From a passphrase to a key: Argon2id version 1.3 ([RFC 9106]).
//!
//! [RFC 9106]: https://www.rfc-editor.org/rfc/rfc9106

use std::time::Duration;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::error::Error;

/// What one try of a passphrase costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KdfCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes; they are computed one after another here.
    pub lanes: u32,
}

impl KdfCost {
    /// The least a logbook may have: the second recommended option of RFC 9106, section 4.
    pub const FLOOR: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };

    /// The most that a reader does: a header that asks for more is refused before any memory is taken.
    /// 1 GiB is twice what the slowest phone in use could be asked for.
    pub const CEILING: Self = Self { memory_kib: 1024 * 1024, passes: 16, lanes: 16 };

    /// What [`calibrate`](Self::calibrate) goes to at most. A logbook made on a fast PC must still open
    /// on a phone, where one app seldom gets more than a quarter of a GiB at once.
    pub const CALIBRATED_MOST: Self = Self { memory_kib: 256 * 1024, passes: 10, lanes: 4 };

    /// What a device with so many bytes of memory is asked for at most: a sixteenth of them, between [`FLOOR`](Self::FLOOR) and
    /// [`CALIBRATED_MOST`](Self::CALIBRATED_MOST), and the floor's memory where the system says that it is short of it. A phone
    /// with 4 GiB can spend as much as a PC; one with 2 GiB may end an app that takes more than an eighth of a GiB at once.
    pub fn most_on(memory: u64, is_short: bool) -> Self {
        let sixteenth = u32::try_from(memory / 16 / 1024).unwrap_or(u32::MAX);
        let affordable = if is_short { 0 } else { sixteenth };
        let memory_kib = affordable.clamp(Self::FLOOR.memory_kib, Self::CALIBRATED_MOST.memory_kib);
        Self { memory_kib, ..Self::CALIBRATED_MOST }
    }

    /// The cost at which one try takes about `millis` milliseconds on this device: more memory first,
    /// then more passes, between [`FLOOR`](Self::FLOOR) and `most`, which is [`CALIBRATED_MOST`](Self::CALIBRATED_MOST) on a PC.
    ///
    /// `elapsed` tells the time since any fixed moment. One derivation at the floor is timed, and if
    /// that takes longer than asked for, the answer is the floor. Where even the floor's memory cannot
    /// be had the answer is the floor too: making the logbook then fails with [`Error::OutOfMemory`].
    pub fn calibrate(millis: u64, most: Self, elapsed: &mut dyn FnMut() -> Duration) -> Self {
        let start = elapsed();
        if Self::FLOOR.stretch(b"", &[0; 32]).is_err() {
            return Self::FLOOR;
        }
        let once = elapsed().saturating_sub(start).as_micros().max(1);
        // The time grows with memory times passes.
        let affordable = u32::try_from(u128::from(millis) * 1000 / once).unwrap_or(u32::MAX).max(1);
        let times_memory = affordable.min(most.memory_kib / Self::FLOOR.memory_kib).max(1);
        let passes = Self::FLOOR.passes.saturating_mul(affordable) / times_memory;
        Self {
            memory_kib: Self::FLOOR.memory_kib * times_memory,
            passes: passes.clamp(Self::FLOOR.passes, most.passes.max(Self::FLOOR.passes)),
            lanes: Self::FLOOR.lanes,
        }
    }

    /// This cost, raised to the floor where it is under it.
    pub(crate) fn at_least_floor(self) -> Self {
        Self {
            memory_kib: self.memory_kib.max(Self::FLOOR.memory_kib),
            passes: self.passes.max(Self::FLOOR.passes),
            lanes: self.lanes.max(1),
        }
    }

    /// Whether the memory or passes are fewer than any logbook of ours has.
    pub(crate) fn is_under_floor(self) -> bool {
        self != self.at_least_floor()
    }

    /// Refuses what is over the ceiling.
    pub(crate) fn refuse_excess(self) -> Result<(), Error> {
        let most = Self::CEILING;
        if self.memory_kib > most.memory_kib || self.passes > most.passes || self.lanes > most.lanes {
            let Self { memory_kib, passes, lanes } = self;
            return Err(Error::ExcessiveKdf { memory_kib, passes, lanes });
        }
        Ok(())
    }

    /// Argon2id at this cost.
    fn stretch(self, password: &[u8], salt: &[u8; 32]) -> Result<Zeroizing<[u8; 32]>, Error> {
        // Only this cost can be wrong here, and both callers have put it between floor and ceiling.
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| {
            let Self { memory_kib, passes, lanes } = self;
            Error::ExcessiveKdf { memory_kib, passes, lanes }
        })?;
        // The blocks are ours, because the ones that argon2 would take are not wiped.
        let mut blocks = Vec::new();
        blocks.try_reserve_exact(params.block_count()).map_err(|_| Error::OutOfMemory)?;
        blocks.resize(params.block_count(), Block::default());
        let mut out = Zeroizing::new([0; 32]);
        let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
            password,
            salt,
            &mut *out,
            &mut blocks,
        );
        blocks.zeroize();
        // Fails only for a password over 4 GiB.
        done.map_err(|_| Error::TooLarge)?;
        Ok(out)
    }
}

/// What a passphrase gives at a cost: composed and decomposed Unicode give the same.
pub(crate) fn passphrase_secret(
    passphrase: &str,
    salt: &[u8; 32],
    cost: KdfCost,
) -> Result<Zeroizing<[u8; 32]>, Error> {
    let mut composed = Zeroizing::new(String::with_capacity(passphrase.len() * 3));
    composed.extend(passphrase.nfc());
    #[cfg(test)]
    return memo::remember(&composed, salt, cost);
    #[cfg(not(test))]
    cost.stretch(composed.as_bytes(), salt)
}

/// The tests open the same few logbooks thousands of times; each derivation is done once. Not compiled
/// into anything but this crate's own unit tests.
#[cfg(test)]
mod memo {
    use std::collections::HashMap;
    use std::sync::Mutex;

    use super::{Error, KdfCost, Zeroizing};

    type Known = HashMap<(String, [u8; 32], u32, u32, u32), [u8; 32]>;
    static KNOWN: Mutex<Option<Known>> = Mutex::new(None);

    pub(super) fn remember(password: &str, salt: &[u8; 32], cost: KdfCost) -> Result<Zeroizing<[u8; 32]>, Error> {
        let asked = (password.to_owned(), *salt, cost.memory_kib, cost.passes, cost.lanes);
        if let Some(known) = KNOWN.lock().unwrap().get_or_insert_default().get(&asked) {
            return Ok(Zeroizing::new(*known));
        }
        let secret = cost.stretch(password.as_bytes(), salt)?;
        KNOWN.lock().unwrap().get_or_insert_default().insert(asked, *secret);
        Ok(secret)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calibration_stays_between_the_limits_and_spends_the_time() {
        let cost_when_the_floor_takes = |millis: u64| {
            let mut times = [Duration::ZERO, Duration::from_millis(millis)].into_iter();
            KdfCost::calibrate(500, KdfCost::CALIBRATED_MOST, &mut || times.next().unwrap())
        };
        assert_eq!(cost_when_the_floor_takes(2000), KdfCost::FLOOR);
        assert_eq!(cost_when_the_floor_takes(110), KdfCost { memory_kib: 256 * 1024, passes: 3, lanes: 4 });
        assert_eq!(cost_when_the_floor_takes(50), KdfCost { memory_kib: 256 * 1024, passes: 7, lanes: 4 });
        assert_eq!(cost_when_the_floor_takes(0), KdfCost::CALIBRATED_MOST);
    }

    #[test]
    fn a_device_with_little_memory_is_asked_for_less_of_it_and_more_passes_and_never_for_less_than_the_floor() {
        const GIB: u64 = 1 << 30;
        assert_eq!(KdfCost::most_on(8 * GIB, false), KdfCost::CALIBRATED_MOST);
        assert_eq!(KdfCost::most_on(2 * GIB, false).memory_kib, 128 * 1024);
        assert_eq!(KdfCost::most_on(GIB / 2, false).memory_kib, KdfCost::FLOOR.memory_kib);
        assert_eq!(KdfCost::most_on(8 * GIB, true).memory_kib, KdfCost::FLOOR.memory_kib);
        let cost_on = |most: KdfCost, millis: u64| {
            let mut times = [Duration::ZERO, Duration::from_millis(millis)].into_iter();
            KdfCost::calibrate(500, most, &mut || times.next().unwrap())
        };
        let small = KdfCost::most_on(2 * GIB, false);
        assert_eq!(cost_on(small, 110), KdfCost { memory_kib: 128 * 1024, passes: 6, lanes: 4 });
        let least = KdfCost::most_on(0, true);
        assert_eq!(cost_on(least, 110), KdfCost { memory_kib: 64 * 1024, passes: 10, lanes: 4 });
        assert_eq!(cost_on(least, 5000), KdfCost::FLOOR);
        assert!(!cost_on(KdfCost { memory_kib: 0, passes: 0, lanes: 0 }, 5000).is_under_floor());
    }

    #[test]
    fn the_ceiling_itself_is_done_and_nothing_over_it() {
        let most = KdfCost::CEILING;
        assert!(most.refuse_excess().is_ok());
        for over in [
            KdfCost { memory_kib: most.memory_kib + 1, ..most },
            KdfCost { passes: most.passes + 1, ..most },
            KdfCost { lanes: most.lanes + 1, ..most },
        ] {
            assert!(matches!(over.refuse_excess(), Err(Error::ExcessiveKdf { .. })), "{over:?}");
        }
    }

    #[test]
    fn composed_and_decomposed_passphrases_are_the_same() {
        let secret = |text| *passphrase_secret(text, &[7; 32], KdfCost::FLOOR).unwrap();
        assert_eq!(secret("caf\u{e9}"), secret("cafe\u{301}"));
        assert_ne!(secret("caf\u{e9}"), secret("cafe"));
    }
}
