//! Locking by itself: after a time without use, when the device slept, and when the window was minimised or, on a phone, left.
//! A PIN ends when a PC slept, and with its time.

use std::sync::Arc;
use std::time::Duration;

use tauri::AppHandle;

use crate::desk::Desk;
use crate::{away, window};

/// How often to look.
const TICK: Duration = Duration::from_secs(1);
/// A tick that took this much longer by the device's clock means that it slept, in microseconds.
const SLEPT: i64 = 20_000_000;

/// Starts watching, until the app ends.
pub(crate) fn start(app: AppHandle, desk: Arc<Desk>) {
    std::thread::spawn(move || {
        let mut before = desk.ports.clock.now().utc_micros;
        loop {
            std::thread::sleep(TICK);
            let slept = slept(before, desk.ports.clock.now().utc_micros);
            let hidden = desk.preferences().lock_hidden && (window::is_minimised(&app) || desk.away.is_over());
            // A phone puts every app to sleep that is out of sight.
            if slept && cfg!(desktop) {
                desk.end_pin();
            }
            // One whose time is over ends here too, though nobody asks for it.
            desk.pin_tries();
            if is_due(desk.is_open(), slept || hidden || desk.is_idle()) {
                away::lock(&app, &desk);
            }
            // Only the time that this thread slept counts: the rest may have waited for something long.
            before = desk.ports.clock.now().utc_micros;
        }
    });
}

/// Did the device sleep between two ticks, in microseconds of its clock? One that was set back did not.
fn slept(before: i64, now: i64) -> bool {
    now.saturating_sub(before) > SLEPT
}

/// Is the logbook to be locked? Where it is locked already nothing is stopped: a backup may just be coming back, or a film be
/// put in.
fn is_due(open: bool, reason: bool) -> bool {
    open && reason
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_tick_means_sleep_and_a_clock_that_was_set_back_does_not() {
        assert!(!slept(0, 1_100_000));
        assert!(!slept(0, SLEPT));
        assert!(slept(0, SLEPT + 1));
        assert!(!slept(3_600_000_000, 0));
    }

    #[test]
    fn only_an_open_logbook_is_locked() {
        assert!(is_due(true, true));
        assert!(!is_due(true, false));
        assert!(!is_due(false, true));
    }
}
