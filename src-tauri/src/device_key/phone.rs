//! A phone's Keystore or Keychain, through the plugin.

use houvast_phone::{Error, Phone};
use tauri::{AppHandle, Manager, Wry};
use zeroize::Zeroizing;

use super::{Ask, DeviceKey, KeyState, Refused};

/// The phone, from the app that runs on it.
pub(super) struct Keystore(AppHandle);

impl Keystore {
    pub(super) fn of(app: &AppHandle) -> Self {
        Self(app.clone())
    }

    /// Asks the phone; without the plugin there is none to ask.
    fn ask<T>(&self, ask: impl FnOnce(&Phone<Wry>) -> Result<T, Error>) -> Result<T, Refused> {
        self.0.try_state::<Phone<Wry>>().map_or(Err(Error::NotHere), |phone| ask(phone.inner())).map_err(refused)
    }
}

impl DeviceKey for Keystore {
    fn state(&self) -> KeyState {
        match self.ask(|phone| Ok(phone.key_state())) {
            Ok(houvast_phone::KeyState::Ready) => KeyState::Ready,
            Ok(houvast_phone::KeyState::NothingEnrolled) => KeyState::NothingEnrolled,
            Ok(houvast_phone::KeyState::Absent) | Err(_) => KeyState::Absent,
        }
    }
    fn seal(&self, key: &[u8; 32], ask: &Ask) -> Result<Vec<u8>, Refused> {
        self.ask(|phone| phone.seal_key(key, &asked(ask)))
    }
    fn open(&self, sealed: &[u8], ask: &Ask) -> Result<Zeroizing<[u8; 32]>, Refused> {
        self.ask(|phone| phone.open_key(sealed, &asked(ask)))
    }
    fn forget(&self) -> Result<(), Refused> {
        self.ask(Phone::forget_key)
    }
}

fn asked(ask: &Ask) -> houvast_phone::Ask {
    houvast_phone::Ask { title: ask.title.clone(), cancel: ask.cancel.clone() }
}

fn refused(error: Error) -> Refused {
    match error {
        Error::NotHere => Refused::Absent,
        Error::Cancelled => Refused::Cancelled,
        Error::KeyGone => Refused::Gone,
        Error::TooManyTries => Refused::TooManyTries,
        Error::Failed => Refused::Failed,
    }
}
