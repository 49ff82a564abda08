//! A key that the device keeps for its owner, behind a fingerprint or a face: what a device must be able to do, and what
//! lies beside the logbook for it.

#[cfg(mobile)]
mod phone;
#[cfg(all(debug_assertions, not(mobile)))]
mod seeming;

use std::io;
use std::path::{Path, PathBuf};

use houvast_guidance::Lang;
use houvast_guidance::texts::Texts;
use serde::{Deserialize, Serialize};
use tauri::AppHandle;
use zeroize::Zeroizing;

use crate::beside;
use crate::error::AppError;

/// The name of the file beside the logbook. The file is the choice; without it the device is not asked.
const FILE: &str = "device-key.json";
/// How long one may open it by finger before the passphrase is asked for once, in microseconds: two weeks.
const ASKED_AFTER: u64 = 14 * 24 * 60 * 60 * 1_000_000;
/// The same, in times.
const ASKED_AFTER_TIMES: u32 = 20;

/// Can this device keep a key?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(mobile), allow(dead_code, reason = "only a phone says all of them"))]
pub(crate) enum KeyState {
    /// It can.
    Ready,
    /// It could, if its owner let it know a finger or a face.
    NothingEnrolled,
    /// It has nothing for it.
    Absent,
}

/// Why the device does not hand over the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(mobile), allow(dead_code, reason = "only a phone says all of them"))]
pub(crate) enum Refused {
    /// It has nothing to keep one in.
    Absent,
    /// The person stopped it.
    Cancelled,
    /// There is no such key any more: a finger or a face was added, or all were removed.
    Gone,
    /// Too many fingers that it does not know.
    TooManyTries,
    /// Anything else.
    Failed,
}

impl From<Refused> for AppError {
    fn from(refused: Refused) -> Self {
        Self::new(match refused {
            Refused::Absent => "device-key-absent",
            Refused::Cancelled => "device-key-cancelled",
            Refused::Gone => "device-key-gone",
            Refused::TooManyTries => "device-key-tries",
            Refused::Failed => "device-key-failed",
        })
    }
}

/// What the device says while it waits for the finger.
#[cfg_attr(not(mobile), allow(dead_code, reason = "only a phone shows it"))]
pub(crate) struct Ask {
    /// What for. It does not say what the app is.
    pub(crate) title: String,
    /// On the button that stops it.
    pub(crate) cancel: String,
}

impl Ask {
    /// In this language.
    pub(crate) fn in_words(lang: Lang) -> Self {
        let texts = Texts::new(lang);
        Self { title: texts.get("device-key-ask"), cancel: texts.get("device-key-ask-cancel") }
    }
}

/// A place in the device's hardware that seals, and opens only after its owner showed a finger or a face. Adding a finger or
/// a face makes what was sealed worthless.
pub(crate) trait DeviceKey: Send + Sync {
    /// Is there such a place?
    fn state(&self) -> KeyState;
    /// Seals, so that only this device opens it.
    fn seal(&self, key: &[u8; 32], ask: &Ask) -> Result<Vec<u8>, Refused>;
    /// Opens what [`seal`](Self::seal) made last.
    fn open(&self, sealed: &[u8], ask: &Ask) -> Result<Zeroizing<[u8; 32]>, Refused>;
    /// Makes what was sealed worthless.
    fn forget(&self) -> Result<(), Refused>;
}

/// A PC: there is no such place that every one of them has.
#[cfg(not(mobile))]
pub(crate) struct Absent;

#[cfg(not(mobile))]
impl DeviceKey for Absent {
    fn state(&self) -> KeyState {
        KeyState::Absent
    }
    fn seal(&self, _: &[u8; 32], _: &Ask) -> Result<Vec<u8>, Refused> {
        Err(Refused::Absent)
    }
    fn open(&self, _: &[u8], _: &Ask) -> Result<Zeroizing<[u8; 32]>, Refused> {
        Err(Refused::Absent)
    }
    fn forget(&self) -> Result<(), Refused> {
        Ok(())
    }
}

/// What this device has.
#[cfg(mobile)]
pub(crate) fn of_this_device(app: &AppHandle) -> Box<dyn DeviceKey> {
    Box::new(phone::Keystore::of(app))
}

/// What this device has.
#[cfg(not(mobile))]
pub(crate) fn of_this_device(_app: &AppHandle) -> Box<dyn DeviceKey> {
    #[cfg(debug_assertions)]
    if crate::window::has_seeming_devices() {
        return Box::new(seeming::Seeming::default());
    }
    Box::new(Absent)
}

/// What lies in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// The logbook's key as the device sealed it.
    pub(crate) sealed: Vec<u8>,
    /// When the passphrase was typed last, in microseconds of the device's clock.
    typed: i64,
    /// How often the key opened the logbook since.
    opened: u32,
}

impl Kept {
    pub(crate) fn new(sealed: Vec<u8>, now: i64) -> Self {
        Self { sealed, typed: now, opened: 0 }
    }

    /// Reads the file. One that cannot be read opens nothing.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        std::fs::read(path(folder)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok())
    }

    /// Writes the file.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        beside::write(&path(folder), self)
    }

    /// The key opened the logbook.
    pub(crate) fn was_used(&mut self) {
        self.opened = self.opened.saturating_add(1);
    }

    /// The passphrase was typed.
    pub(crate) fn was_typed(&mut self, now: i64) {
        (self.typed, self.opened) = (now, 0);
    }

    /// Is it time to type the passphrase, so that it is not forgotten?
    pub(crate) fn is_due(&self, now: i64) -> bool {
        self.opened >= ASKED_AFTER_TIMES || now.abs_diff(self.typed) > ASKED_AFTER
    }
}

/// Overwrites the file and removes it.
pub(crate) fn remove(folder: &Path) -> io::Result<()> {
    beside::remove(&path(folder))
}

fn path(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_passphrase_is_asked_for_after_two_weeks_or_twenty_times() {
        let day = 24 * 60 * 60 * 1_000_000;
        let mut kept = Kept::new(vec![1], 0);
        assert!(!kept.is_due(14 * day));
        assert!(kept.is_due(14 * day + 1));
        // A clock that was set back far says nothing of when it was.
        assert!(kept.is_due(-15 * day));
        for _ in 0..19 {
            kept.was_used();
        }
        assert!(!kept.is_due(day));
        kept.was_used();
        assert!(kept.is_due(day));
        kept.was_typed(20 * day);
        assert!(!kept.is_due(34 * day));
    }

    #[test]
    fn what_lies_there_comes_back_and_what_cannot_be_read_opens_nothing() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Kept::read(folder.path()), None);
        let kept = Kept::new(vec![0, 7, 255], 5);
        kept.write(folder.path()).unwrap();
        assert_eq!(Kept::read(folder.path()), Some(kept));
        std::fs::File::create(path(folder.path())).unwrap();
        assert_eq!(Kept::read(folder.path()), None);
        remove(folder.path()).unwrap();
        assert!(!path(folder.path()).exists());
    }

    #[cfg(not(mobile))]
    #[test]
    fn a_pc_keeps_nothing() {
        let ask = Ask { title: String::new(), cancel: String::new() };
        assert_eq!(Absent.state(), KeyState::Absent);
        assert_eq!(Absent.seal(&[1; 32], &ask), Err(Refused::Absent));
        assert_eq!(Absent.open(&[1], &ask).unwrap_err(), Refused::Absent);
    }
}
