//! Locking by itself: after a time without use, and when the device slept.

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
            let now = desk.ports.clock.now().utc_micros;
            let slept = now.saturating_sub(before) > SLEPT;
            before = now;
            if (slept || desk.is_idle()) && desk.lock() {
                window::renew(&app);
            }
        }
    });
}
