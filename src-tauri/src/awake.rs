//! Keeping a phone's screen on while something long goes on: a screen that goes off puts the app into the background, which
//! locks the logbook and stops it.

use std::sync::atomic::{AtomicUsize, Ordering};

use houvast_phone::PhoneExt;
use tauri::AppHandle;

/// So many long things go on.
static GOING: AtomicUsize = AtomicUsize::new(0);

/// As long as one of these is held the screen stays on. A PC's is its own affair.
pub(crate) struct Awake(AppHandle);

impl Awake {
    /// Not to be called on the main thread, which gives the phone's answer.
    pub(crate) fn new(app: &AppHandle) -> Self {
        if GOING.fetch_add(1, Ordering::SeqCst) == 0 {
            // Without it, it goes on as long as the person touches the screen now and then.
            let _ = app.phone().keep_awake(true);
        }
        Self(app.clone())
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        if GOING.fetch_sub(1, Ordering::SeqCst) == 1 {
            let _ = self.0.phone().keep_awake(false);
        }
    }
}
