//! Opening the logbook, by every way in: the passphrase, a PIN while the app runs, a key that the device keeps.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use houvast_logbook::{Book, PinLock, Unlock};
use serde::Serialize;

use crate::desk::{Desk, held};
use crate::device_key::{self, Ask, DeviceKey, Kept, KeyState, Refused};
use crate::error::AppError;

/// What opens the logbook besides passphrase and recovery key.
pub(crate) struct Ways {
    /// The PIN, and what it opens.
    pin: Mutex<PinLock>,
    /// How often a PIN was ended, and with it whatever is just being opened.
    ended: AtomicU64,
    device: Box<dyn DeviceKey>,
    /// What the device sealed, if the person chose that.
    kept: Mutex<Option<Kept>>,
}

/// Since when something is being opened.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Since(u64);

/// Does a key that this device keeps open the logbook?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum KeyUse {
    /// No.
    Off,
    /// Yes.
    On,
    /// Yes, and it is time to type the passphrase once.
    Due,
}

impl Ways {
    pub(crate) fn new(folder: &Path, device: Box<dyn DeviceKey>) -> Self {
        Self { pin: Mutex::default(), ended: AtomicU64::new(0), device, kept: Mutex::new(Kept::read(folder)) }
    }

    pub(crate) fn since(&self) -> Since {
        Since(self.ended.load(Ordering::SeqCst))
    }

    pub(crate) fn device_key_state(&self) -> KeyState {
        self.device.state()
    }
}

impl Desk {
    /// Has the device forget a key when there is no logbook that it opens: iOS leaves in its Keychain what an app kept there,
    /// also when the app is removed.
    pub(crate) fn forget_orphan(&self) {
        if !self.path().exists() {
            // If it cannot, it is asked at the next start.
            let _ = self.ways.device.forget();
        }
    }

    fn now(&self) -> i64 {
        self.ports.clock.now().utc_micros
    }

    pub(crate) fn open_with_passphrase(&self, passphrase: &str) -> Result<(), AppError> {
        self.leave_put_sound();
        let since = self.ways.since();
        let mut book = Book::open(&self.path(), &Unlock::Passphrase(passphrase), self.ports.clone())?;
        let mut kept = held(&self.ways.kept);
        if let Some(kept) = kept.as_mut() {
            kept.was_typed(self.now());
            // At worst it is asked for again too early.
            let _ = kept.write(self.folder());
        } else if book.has_device_key() {
            // Of another device, in a backup that was put back, or of this one before it forgot it. It opens nothing here; if it
            // cannot be removed now, the next opening tries again.
            let _ = book.remove_device_key();
        }
        drop(kept);
        self.put(book, since)
    }

    /// Snel weg: locks, ends the PIN, and lets nothing open that is just being opened.
    pub(crate) fn leave(&self) {
        self.end_pin();
        self.lock();
        self.leave_put_sound();
    }

    pub(crate) fn set_pin(&self, pin: &str) -> Result<(), AppError> {
        let since = self.ways.since();
        let lock = self.with(|book| book.set_pin(pin))?;
        let mut pin = held(&self.ways.pin);
        if self.ways.since() == since {
            *pin = lock;
        }
        Ok(())
    }

    /// Ends the PIN, also one that is just being tried.
    pub(crate) fn end_pin(&self) {
        self.ways.ended.fetch_add(1, Ordering::SeqCst);
        held(&self.ways.pin).end();
    }

    /// How many tries there are at the PIN, if one holds. One whose time is over ends here.
    pub(crate) fn pin_tries(&self) -> Option<u8> {
        held(&self.ways.pin).tries_left(&self.ports)
    }

    /// Opens the logbook with the PIN. While one is tried there is none for anybody else; so nobody waits for a try, Snel weg
    /// least of all.
    pub(crate) fn open_with_pin(&self, pin: &str) -> Result<(), AppError> {
        self.leave_put_sound();
        let since = self.ways.since();
        let mut lock = std::mem::take(&mut *held(&self.ways.pin));
        let opened = Book::open_with_pin(&self.path(), &mut lock, pin, self.ports.clone());
        {
            let mut place = held(&self.ways.pin);
            if self.ways.since() == since {
                *place = lock;
            }
        }
        self.put(opened?, since)
    }

    pub(crate) fn key_use(&self) -> KeyUse {
        match held(&self.ways.kept).as_ref() {
            None => KeyUse::Off,
            Some(kept) if kept.is_due(self.now()) => KeyUse::Due,
            Some(_) => KeyUse::On,
        }
    }

    fn ask(&self) -> Ask {
        Ask::in_words(self.preferences().language)
    }

    /// Lets the device keep a key. If it refuses, none opens the logbook.
    pub(crate) fn keep_device_key(&self) -> Result<(), AppError> {
        let key = self.with(Book::add_device_key)?;
        let kept = self.ways.device.seal(&key, &self.ask()).map_err(AppError::from).and_then(|sealed| {
            let kept = Kept::new(sealed, self.now());
            kept.write(self.folder())?;
            Ok(kept)
        });
        match kept {
            Ok(kept) => *held(&self.ways.kept) = Some(kept),
            Err(refused) => {
                self.drop_device_key()?;
                return Err(refused);
            }
        }
        Ok(())
    }

    /// Takes the device's key back: in the logbook, on the disk, in the device.
    pub(crate) fn drop_device_key(&self) -> Result<(), AppError> {
        self.with(Book::remove_device_key)?;
        self.forget_device_key()
    }

    /// Throws away what the device sealed. The logbook's slot goes with the next opening by passphrase.
    fn forget_device_key(&self) -> Result<(), AppError> {
        let mut kept = held(&self.ways.kept);
        device_key::remove(self.folder())?;
        let was_kept = kept.take().is_some();
        // Without the file, what the device still holds opens nothing.
        if was_kept {
            let _ = self.ways.device.forget();
        }
        Ok(())
    }

    pub(crate) fn open_with_device_key(&self) -> Result<(), AppError> {
        self.leave_put_sound();
        let since = self.ways.since();
        let Some(kept) = held(&self.ways.kept).clone() else { return Err(Refused::Gone.into()) };
        let key = self.ways.device.open(&kept.sealed, &self.ask()).or_else(|refused| {
            if refused == Refused::Gone {
                self.forget_device_key()?;
            }
            Err(AppError::from(refused))
        })?;
        let opened = Book::open(&self.path(), &Unlock::DeviceKey(&key), self.ports.clone()).map_err(AppError::from);
        if opened.as_ref().is_err_and(|error| *error == AppError::from(Refused::Gone)) {
            self.forget_device_key()?;
        }
        self.put(opened?, since)?;
        if let Some(kept) = held(&self.ways.kept).as_mut() {
            kept.was_used();
            // At worst the passphrase is asked for later than it might be.
            let _ = kept.write(self.folder());
        }
        Ok(())
    }

    /// Passphrase and recovery key are the only ways in from now on.
    pub(crate) fn end_other_ways(&self) {
        held(&self.ways.pin).end();
        // The logbook no longer knows the key: if the file stays, the next try throws it away.
        let _ = self.forget_device_key();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use houvast_logbook::KdfCost;
    use zeroize::Zeroizing;

    use super::*;

    const PASSPHRASE: &str = "een zin over groene ladders";
    const PIN: &str = "604813";

    /// A phone's place for keys, and what it answers.
    #[derive(Default)]
    struct Phone {
        key: Mutex<Option<[u8; 32]>>,
        refuses: Mutex<Option<Refused>>,
    }

    impl DeviceKey for Arc<Phone> {
        fn state(&self) -> KeyState {
            KeyState::Ready
        }
        fn seal(&self, key: &[u8; 32], _: &Ask) -> Result<Vec<u8>, Refused> {
            if let Some(refused) = *held(&self.refuses) {
                return Err(refused);
            }
            *held(&self.key) = Some(*key);
            Ok(b"kanariepiet".to_vec())
        }
        fn open(&self, sealed: &[u8], _: &Ask) -> Result<Zeroizing<[u8; 32]>, Refused> {
            assert_eq!(sealed, b"kanariepiet");
            match *held(&self.refuses) {
                Some(refused) => Err(refused),
                None => held(&self.key).map(Zeroizing::new).ok_or(Refused::Gone),
            }
        }
        fn forget(&self) -> Result<(), Refused> {
            *held(&self.key) = None;
            Ok(())
        }
    }

    fn desk(data: &Path, phone: &Arc<Phone>) -> Desk {
        Desk::new(data, houvast_vault::system::ports(), Box::new(Arc::clone(phone)))
    }

    /// An open logbook on a phone.
    fn opened(data: &Path) -> (Desk, Arc<Phone>) {
        let phone = Arc::new(Phone::default());
        let desk = desk(data, &phone);
        let (book, _) = Book::create(&desk.path(), PASSPHRASE, KdfCost::FLOOR, desk.ports.clone()).unwrap();
        desk.put(book, desk.ways.since()).unwrap();
        (desk, phone)
    }

    fn code(answer: Result<(), AppError>) -> String {
        answer.unwrap_err().code
    }

    /// Does anything under the folder hold what the device sealed? The numbers of a list, as JSON has them.
    fn is_on_disk(data: &Path) -> bool {
        let numbers = b"kanariepiet".map(|byte| byte.to_string()).join(",");
        let files = std::fs::read_dir(data.join(houvast_logbook::FOLDER)).unwrap();
        files.flatten().any(|file| {
            let bytes = std::fs::read(file.path()).unwrap();
            String::from_utf8_lossy(&bytes).contains(&numbers)
        })
    }

    #[test]
    fn a_pin_opens_what_locked_and_nothing_after_snel_weg() {
        let data = tempfile::tempdir().unwrap();
        let (desk, _) = opened(data.path());
        assert_eq!(desk.pin_tries(), None);
        desk.set_pin(PIN).unwrap();
        assert!(desk.lock());
        assert_eq!(code(desk.open_with_pin("604814")), "pin-wrong");
        assert_eq!(desk.pin_tries(), Some(4));
        desk.open_with_pin(PIN).unwrap();
        assert!(desk.is_open());
        desk.leave();
        assert!(!desk.is_open());
        assert_eq!(code(desk.open_with_pin(PIN)), "pin-ended");
        desk.open_with_passphrase(PASSPHRASE).unwrap();
    }

    #[test]
    fn a_key_is_forgotten_when_its_logbook_is_no_more() {
        let data = tempfile::tempdir().unwrap();
        let (desk, phone) = opened(data.path());
        *held(&phone.key) = Some([7; 32]);
        desk.forget_orphan();
        assert!(held(&phone.key).is_some());
        let nothing = tempfile::tempdir().unwrap();
        self::desk(nothing.path(), &phone).forget_orphan();
        assert!(held(&phone.key).is_none());
    }

    #[test]
    fn nothing_opens_that_somebody_left_while_it_was_being_opened() {
        let data = tempfile::tempdir().unwrap();
        let (desk, _) = opened(data.path());
        desk.lock();
        let since = desk.ways.since();
        let book = Book::open(&desk.path(), &Unlock::Passphrase(PASSPHRASE), desk.ports.clone()).unwrap();
        desk.leave();
        assert_eq!(code(desk.put(book, since)), "locked");
        assert!(!desk.is_open());
        desk.open_with_passphrase(PASSPHRASE).unwrap();
    }

    #[test]
    fn a_finger_opens_it_also_after_a_restart_until_it_is_switched_off() {
        let data = tempfile::tempdir().unwrap();
        let (first, phone) = opened(data.path());
        assert_eq!(first.key_use(), KeyUse::Off);
        first.keep_device_key().unwrap();
        assert!(is_on_disk(data.path()));
        drop(first);
        let desk = desk(data.path(), &phone);
        assert_eq!(desk.key_use(), KeyUse::On);
        for _ in 0..20 {
            desk.open_with_device_key().unwrap();
            desk.lock();
        }
        // It is time for the passphrase; the finger still opens it, so that nobody is shut out.
        assert_eq!(desk.key_use(), KeyUse::Due);
        desk.open_with_device_key().unwrap();
        desk.lock();
        desk.open_with_passphrase(PASSPHRASE).unwrap();
        assert_eq!(desk.key_use(), KeyUse::On);
        let key = held(&phone.key).unwrap();
        desk.drop_device_key().unwrap();
        assert_eq!((desk.key_use(), *held(&phone.key)), (KeyUse::Off, None));
        assert!(!is_on_disk(data.path()));
        desk.lock();
        assert_eq!(code(desk.open_with_device_key()), "device-key-gone");
        assert!(Book::open(&desk.path(), &Unlock::DeviceKey(&key), desk.ports.clone()).is_err());
    }

    #[test]
    fn a_new_finger_ends_it_and_the_passphrase_clears_up() {
        let data = tempfile::tempdir().unwrap();
        let (desk, phone) = opened(data.path());
        desk.keep_device_key().unwrap();
        let key = held(&phone.key).unwrap();
        desk.lock();
        for refused in [Refused::Cancelled, Refused::TooManyTries, Refused::Failed] {
            *held(&phone.refuses) = Some(refused);
            assert_eq!(desk.open_with_device_key(), Err(refused.into()));
            assert_eq!(desk.key_use(), KeyUse::On, "{refused:?}");
        }
        *held(&phone.refuses) = Some(Refused::Gone);
        assert_eq!(code(desk.open_with_device_key()), "device-key-gone");
        assert_eq!(desk.key_use(), KeyUse::Off);
        assert!(!is_on_disk(data.path()));
        desk.open_with_passphrase(PASSPHRASE).unwrap();
        desk.lock();
        assert!(Book::open(&desk.path(), &Unlock::DeviceKey(&key), desk.ports.clone()).is_err());
    }

    #[test]
    fn a_device_that_refuses_to_keep_it_leaves_no_way_in() {
        let data = tempfile::tempdir().unwrap();
        let (desk, phone) = opened(data.path());
        *held(&phone.refuses) = Some(Refused::Cancelled);
        assert_eq!(code(desk.keep_device_key()), "device-key-cancelled");
        assert_eq!(desk.key_use(), KeyUse::Off);
        assert!(!desk.with(|book| Ok::<_, AppError>(book.has_device_key())).unwrap());
    }

    #[test]
    fn a_key_that_the_logbook_no_longer_knows_is_thrown_away() {
        let data = tempfile::tempdir().unwrap();
        let (desk, _) = opened(data.path());
        desk.keep_device_key().unwrap();
        desk.set_pin(PIN).unwrap();
        // As the command line does it.
        desk.with(|book| book.change_passphrase("een andere zin", KdfCost::FLOOR)).unwrap();
        desk.lock();
        assert_eq!(code(desk.open_with_device_key()), "device-key-gone");
        assert_eq!(desk.key_use(), KeyUse::Off);
        desk.end_other_ways();
        assert_eq!(desk.pin_tries(), None);
    }
}
