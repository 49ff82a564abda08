//! The device's own clock and random source: the one place that touches them.

use std::sync::Arc;

use chrono::{FixedOffset, NaiveDateTime, TimeDelta};

use crate::ports::{Clock, Entropy, Moment, Ports};

/// The clock and random source of the operating system.
pub fn ports() -> Ports {
    Ports { clock: Arc::new(SystemClock), entropy: Arc::new(SystemEntropy) }
}

/// The offset that a local time has in the device's zone. Of a time that the clocks have twice it is the first, and of one
/// that they skip it is the one after, as in the app's forms.
pub fn offset_at(local: NaiveDateTime) -> FixedOffset {
    use chrono::{Local, Offset, TimeZone};
    let at = |local: &NaiveDateTime| Local.offset_from_local_datetime(local).earliest().map(|offset| offset.fix());
    // No change of the clocks skips three hours.
    at(&local).or_else(|| at(&(local + TimeDelta::hours(3)))).unwrap_or_else(|| chrono::Utc.fix())
}

struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock that is handed in everywhere else")]
    fn now(&self) -> Moment {
        let now = chrono::Local::now();
        Moment {
            utc_micros: now.timestamp_micros(),
            offset_seconds: now.offset().local_minus_utc(),
            zone: iana_time_zone::get_timezone().unwrap_or_default(),
        }
    }
}

struct SystemEntropy;

impl Entropy for SystemEntropy {
    /// # Panics
    /// If the operating system refuses random bytes four times in a row. `getrandom` waits by itself
    /// until the system's pool is ready, so a refusal means a broken system, on which no key may be made.
    fn fill(&self, out: &mut [u8]) {
        for _ in 0..4 {
            if getrandom::fill(out).is_ok() {
                return;
            }
        }
        panic!("the operating system gives no random bytes; a key made without them would protect nothing");
    }
}
