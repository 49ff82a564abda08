//! Locking by itself: after a time without use, when the device slept, and when the window was minimised or, on a phone, left.
//! A PIN ends when a PC slept, and with its time.

use std::sync::Arc;
use std::time::Duration;

use tauri::AppHandle;

use crate::desk::Desk;
use crate::window;

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
            let slept = desk.ports.clock.now().utc_micros.saturating_sub(before) > SLEPT;
            let hidden = desk.preferences().lock_hidden && (window::is_minimised(&app) || desk.away.is_over());
            // A phone puts every app to sleep that is out of sight.
            if slept && cfg!(desktop) {
                desk.end_pin();
            }
            // One whose time is over ends here too, though nobody asks for it.
            desk.pin_tries();
            if (slept || hidden || desk.is_idle()) && desk.lock() {
                window::renew(&app);
            }
            // Only the time that this thread slept counts: the rest may have waited for something long.
            before = desk.ports.clock.now().utc_micros;
        }
    });
}
