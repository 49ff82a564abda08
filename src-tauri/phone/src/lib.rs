//! What only a phone has: what other apps share, the cover over the screen, the dialler, the way back, memory and room,
//! and a key that opens behind a finger or a face.
//!
//! The Kotlin half is in `android`, the Swift half in `ios`; each call is one command of theirs. The page can reach none
//! of them (see `build.rs`), Rust asks. On a PC every call answers [`Error::NotHere`], so that nothing needs a `cfg`.
//!
//! A call waits for its answer, and one that shows a prompt waits for a person. None of them belongs on the main thread:
//! on iOS that is the one that draws the prompt.

mod error;
#[cfg(any(target_os = "ios", test))]
mod inbox;
mod key;
mod phone;
mod shared;

use tauri::plugin::{Builder, TauriPlugin};
use tauri::{Manager, Runtime};

pub use error::Error;
pub use key::{Ask, KeyState};
pub use phone::{Memory, Phone};
pub use shared::Shared;

/// The plugin's name, and the name of its Kotlin and Swift projects.
const NAME: &str = "houvast-phone";

/// The plugin, for `tauri::Builder::plugin`.
pub fn init<R: Runtime>() -> TauriPlugin<R> {
    let plugin = Builder::new(NAME).setup(|app, api| {
        app.manage(Phone::new(app, api)?);
        Ok(())
    });
    #[cfg(target_os = "ios")]
    let plugin = plugin.on_event(|app, event| {
        if let tauri::RunEvent::Opened { .. } = event {
            app.phone().came();
        }
    });
    plugin.build()
}

/// The phone, from whatever has the app at hand.
pub trait PhoneExt<R: Runtime> {
    /// The phone that the app runs on.
    ///
    /// # Panics
    ///
    /// When [`init`] was not among the app's plugins.
    fn phone(&self) -> &Phone<R>;
}

impl<R: Runtime, M: Manager<R>> PhoneExt<R> for M {
    fn phone(&self) -> &Phone<R> {
        self.state::<Phone<R>>().inner()
    }
}
