//! A PIN that opens the logbook again while the program keeps running. The main key stays in memory meanwhile, sealed
//! under the PIN by Argon2id and XChaCha20-Poly1305; nothing of it is ever written down.
//!
//! A PIN is short, so whoever can read the program's memory can try all of them. Whoever cannot has five tries. They are
//! counted here, before the PIN is tried, so that no caller can forget it.

use std::path::Path;

use zeroize::Zeroizing;

use crate::container;
use crate::error::Error;
use crate::header::Header;
use crate::kdf::{KdfCost, passphrase_secret};
use crate::keys::MainKey;
use crate::ports::Ports;
use crate::sealing;
use crate::vault::{Opened, Vault};

/// Wrong tries, of which the last ends it.
const TRIES: u8 = 5;
/// The fewest digits. Five tries at six that were drawn at random succeed once in about 180,000 cases.
const LEAST: usize = 6;
/// The most digits.
const MOST: usize = 12;
/// Microseconds for which a PIN holds: twelve hours. Whoever never types the passphrase forgets it.
const HOLDS: u64 = 12 * 60 * 60 * 1_000_000;
/// What the main key is bound to.
const ABOUT: &[u8] = b"houvast main key under a pin";
/// Figures that a finger draws on the keys, and others that many people choose.
const FIGURES: [&str; 14] = [
    "147258", "258369", "147369", "159753", "159357", "753159", "951753", "123654", "123789", "789456", "456123",
    "112233", "123698", "147896",
];

/// Why a PIN does not do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PinError {
    /// It has too few or too many digits.
    #[error("a PIN has 6 to 12 digits")]
    Length,
    /// There is something that is no digit from 0 to 9.
    #[error("a PIN has only digits")]
    NotDigits,
    /// It is a row, a repetition, a figure on the keys or a date.
    #[error("this PIN is easy to guess")]
    Guessable,
    /// It is another one.
    #[error("this is not the PIN; {left} tries are left")]
    Wrong {
        /// How many more there may be; never 0.
        left: u8,
    },
    /// There is none, or none any more: the passphrase is needed.
    #[error("no PIN holds")]
    Ended,
    /// It is the PIN, and the logbook does not open; or there is not enough memory to tell.
    #[error(transparent)]
    Vault(#[from] Error),
}

/// What a PIN opens, and how many tries are left; at first there is none. What it holds is wiped when it ends.
#[derive(Default)]
pub struct PinLock(Option<Sealed>);

struct Sealed {
    salt: [u8; 32],
    cost: KdfCost,
    main: Zeroizing<Vec<u8>>,
    left: u8,
    /// When it was set, in microseconds of the device's clock.
    set: i64,
}

impl PinLock {
    /// How many tries there are if a PIN holds. One that held for twelve hours, by the device's clock, ends here.
    pub fn tries_left(&mut self, ports: &Ports) -> Option<u8> {
        let now = ports.clock.now().utc_micros;
        // A clock that went far back says nothing of how long it was.
        self.0.take_if(|sealed| now.abs_diff(sealed.set) > HOLDS);
        self.0.as_ref().map(|sealed| sealed.left)
    }

    /// Ends it.
    pub fn end(&mut self) {
        self.0 = None;
    }

    /// Opens the logbook at `path` with the PIN. Being wrong takes a try; with the last of them the PIN ends. The right
    /// one makes it five again, and holds on.
    ///
    /// # Errors
    /// [`PinError::Wrong`] or [`PinError::Ended`]; or as at [`Vault::open`], which takes no try.
    pub fn open(&mut self, pin: &str, path: &Path, ports: Ports) -> Result<Opened, PinError> {
        self.tries_left(&ports);
        let sealed = self.0.as_mut().ok_or(PinError::Ended)?;
        // Before it is tried: whatever goes wrong meanwhile, the try is spent.
        sealed.left -= 1;
        let key = passphrase_secret(pin, &sealed.salt, sealed.cost).inspect_err(|_| sealed.left += 1)?;
        let Some(main) = sealing::open(&key, ABOUT, &sealed.main) else {
            let left = sealed.left;
            if left == 0 {
                self.end();
                return Err(PinError::Ended);
            }
            return Err(PinError::Wrong { left });
        };
        sealed.left = TRIES;
        let main = MainKey::first_of(&main).ok_or(PinError::Ended)?;
        let connection = container::open(path)?;
        let header = Header::read(&connection)?;
        Ok(Vault::open_by(path, connection, header, main, ports)?)
    }
}

impl Vault {
    /// Lets a PIN open this logbook again until the answer is dropped or [ends](PinLock::end), for twelve hours at most.
    /// A try costs as much as one at the passphrase.
    ///
    /// # Errors
    /// When the PIN is too short or easy to guess, or there is not enough memory.
    pub fn set_pin(&self, pin: &str) -> Result<PinLock, PinError> {
        refuse_weak(pin)?;
        let (salt, cost) = (self.ports.random(), self.header.cost.at_least_floor());
        let key = passphrase_secret(pin, &salt, cost)?;
        let plain = Zeroizing::new(self.main.0.to_vec());
        let main = Zeroizing::new(sealing::seal(&key, ABOUT, plain, &self.ports));
        Ok(PinLock(Some(Sealed { salt, cost, main, left: TRIES, set: self.ports.clock.now().utc_micros })))
    }
}

/// Refuses what an ex-partner or anybody would try first.
fn refuse_weak(pin: &str) -> Result<(), PinError> {
    if !pin.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PinError::NotDigits);
    }
    if !(LEAST..=MOST).contains(&pin.len()) {
        return Err(PinError::Length);
    }
    let digits = Zeroizing::new(pin.bytes().map(|byte| byte - b'0').collect::<Vec<u8>>());
    let is_figure = FIGURES.iter().any(|figure| pin.starts_with(figure));
    if is_row(&digits) || is_repetition(&digits) || is_date(&digits) || is_figure {
        return Err(PinError::Guessable);
    }
    Ok(())
}

/// Every digit is as far from the one before: 123456, 864208, 000000.
fn is_row(digits: &[u8]) -> bool {
    let step = |pair: &[u8]| (10 + pair[1] - pair[0]) % 10;
    digits.windows(2).all(|pair| step(pair) == step(digits))
}

/// Two digits at most, a part that comes again, or the same from both ends: 122112, 123123, 123321.
fn is_repetition(digits: &[u8]) -> bool {
    let other = digits.iter().find(|digit| **digit != digits[0]);
    let few = digits.iter().all(|digit| *digit == digits[0] || Some(digit) == other);
    let comes_again = (1..=digits.len() / 2).any(|part| digits[part..] == digits[..digits.len() - part]);
    few || comes_again || digits.iter().eq(digits.iter().rev())
}

/// A day, or a month with its year, as people write it.
fn is_date(digits: &[u8]) -> bool {
    let number = |part: &[u8]| part.iter().fold(0_u32, |sum, digit| sum * 10 + u32::from(*digit));
    let day = |part: &[u8]| (1..=31).contains(&number(part));
    let month = |part: &[u8]| (1..=12).contains(&number(part));
    let year = |part: &[u8]| (1900..2100).contains(&number(part));
    let day_and_month = |one: &[u8], two: &[u8]| day(one) && month(two) || month(one) && day(two);
    match digits.len() {
        6 => {
            let (first, second, third) = (&digits[..2], &digits[2..4], &digits[4..]);
            day_and_month(first, second)
                || month(second) && day(third)
                || month(first) && year(&digits[2..])
                || year(&digits[..4]) && month(third)
        }
        8 => {
            day_and_month(&digits[..2], &digits[2..4]) && year(&digits[4..])
                || year(&digits[..4]) && month(&digits[4..6]) && day(&digits[6..])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use super::*;
    use crate::Unlock;
    use crate::ports::{Clock, Moment};

    const PIN: &str = "604813";

    /// A clock that stands still until it is set.
    struct Set(AtomicI64);

    impl Clock for Set {
        fn now(&self) -> Moment {
            Moment { utc_micros: self.0.load(Ordering::Relaxed), offset_seconds: 0, zone: String::new() }
        }
    }

    fn made(folder: &Path) -> (Vault, std::path::PathBuf, Arc<Set>, Ports) {
        let clock = Arc::new(Set(AtomicI64::new(1_772_569_800_000_000)));
        let ports = Ports { clock: clock.clone(), ..crate::system::ports() };
        let path = folder.join("a.db");
        let (mut vault, _) = Vault::create(&path, "een goede zin", KdfCost::FLOOR, ports.clone()).unwrap();
        vault.append(&[b"one"], &[]).unwrap();
        (vault, path, clock, ports)
    }

    #[test]
    fn a_pin_opens_the_logbook_as_often_as_one_likes_and_is_nowhere_in_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let (vault, path, _, ports) = made(folder.path());
        let before = std::fs::read(&path).unwrap();
        let mut pin = vault.set_pin(PIN).unwrap();
        // While the logbook is open it cannot be opened again, which takes no try.
        assert!(matches!(pin.open(PIN, &path, ports.clone()), Err(PinError::Vault(Error::InUse))));
        let main = vault.main.0.clone();
        drop(vault);
        for _ in 0..7 {
            let opened = pin.open(PIN, &path, ports.clone()).unwrap();
            assert_eq!((opened.records.len(), &opened.vault.main.0), (1, &main));
            assert!(matches!(pin.open("604814", &path, ports.clone()), Err(PinError::Wrong { left: 4 })));
        }
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }

    #[test]
    fn five_wrong_tries_end_it_and_wipe_what_it_held() {
        let folder = tempfile::tempdir().unwrap();
        let (vault, path, _, ports) = made(folder.path());
        let mut pin = vault.set_pin(PIN).unwrap();
        drop(vault);
        for expected in (1..TRIES).rev() {
            let wrong = pin.open("000000", &path, ports.clone());
            assert!(matches!(wrong, Err(PinError::Wrong { left }) if left == expected), "{expected}");
            assert_eq!(pin.tries_left(&ports), Some(expected));
        }
        assert!(matches!(pin.open("", &path, ports.clone()), Err(PinError::Ended)));
        assert!(pin.0.is_none());
        assert!(matches!(pin.open(PIN, &path, ports.clone()), Err(PinError::Ended)));
        Vault::open(&path, &Unlock::Passphrase("een goede zin"), ports).unwrap();
    }

    #[test]
    fn it_holds_for_twelve_hours_whichever_way_the_clock_goes() {
        let folder = tempfile::tempdir().unwrap();
        let (vault, path, clock, ports) = made(folder.path());
        let start = clock.0.load(Ordering::Relaxed);
        let hours = |hours: i64| hours * 3_600_000_000;
        let mut pins = [vault.set_pin(PIN).unwrap(), vault.set_pin(PIN).unwrap()];
        drop(vault);
        for (pin, way) in pins.iter_mut().zip([1, -1]) {
            clock.0.store(start + way * hours(12), Ordering::Relaxed);
            assert!(pin.open(PIN, &path, ports.clone()).is_ok());
            clock.0.store(start + way * (hours(12) + 1), Ordering::Relaxed);
            assert!(matches!(pin.open(PIN, &path, ports.clone()), Err(PinError::Ended)));
            clock.0.store(start, Ordering::Relaxed);
            assert_eq!(pin.tries_left(&ports), None);
        }
    }

    #[test]
    fn it_does_not_open_another_logbook() {
        let folder = tempfile::tempdir().unwrap();
        let (vault, path, _, ports) = made(folder.path());
        let mut pin = vault.set_pin(PIN).unwrap();
        drop(vault);
        std::fs::remove_file(&path).unwrap();
        drop(made(folder.path()).0);
        assert!(matches!(pin.open(PIN, &path, ports), Err(PinError::Vault(Error::Damaged(_)))));
    }

    #[test]
    fn what_somebody_would_try_first_is_refused() {
        for weak in [
            "123456", "654321", "901234", "246802", "000000", "777777", "122122", "121212", "123123", "12312312",
            "112112", "123321", "147258", "159753", "112233", "13021987", "19870213", "130287", "870213", "021387",
            "021987", "198702", "12345678", "45454545",
        ] {
            assert!(matches!(refuse_weak(weak), Err(PinError::Guessable)), "{weak}");
        }
        for good in [PIN, "730194", "90481736", "58820641937"] {
            assert!(refuse_weak(good).is_ok(), "{good}");
        }
        for short in ["", "4071", "40719", "7301946507318"] {
            assert!(matches!(refuse_weak(short), Err(PinError::Length)), "{short}");
        }
        for other in ["73019a", "73 019", "٧٣٠١٩٤", "73019é"] {
            assert!(matches!(refuse_weak(other), Err(PinError::NotDigits)), "{other}");
        }
    }

    #[test]
    fn nine_of_ten_pins_are_left() {
        let taken = (0..1_000_000).filter(|pin| refuse_weak(&format!("{pin:06}")).is_ok()).count();
        assert!(taken > 880_000, "{taken}");
    }
}
