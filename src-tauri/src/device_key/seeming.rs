//! A place for keys that only seems to be there, for the tests alone: it knows what it sealed until the program ends, and
//! every finger is its owner's. No release has it.

use std::sync::Mutex;

use zeroize::Zeroizing;

use super::{Ask, DeviceKey, KeyState, Refused};
use crate::desk::held;

/// What was sealed last.
#[derive(Default)]
pub(super) struct Seeming(Mutex<Option<Zeroizing<[u8; 32]>>>);

impl DeviceKey for Seeming {
    fn state(&self) -> KeyState {
        KeyState::Ready
    }
    fn seal(&self, key: &[u8; 32], _: &Ask) -> Result<Vec<u8>, Refused> {
        *held(&self.0) = Some(Zeroizing::new(*key));
        Ok(b"sealed".to_vec())
    }
    fn open(&self, _: &[u8], _: &Ask) -> Result<Zeroizing<[u8; 32]>, Refused> {
        held(&self.0).clone().ok_or(Refused::Gone)
    }
    fn forget(&self) -> Result<(), Refused> {
        *held(&self.0) = None;
        Ok(())
    }
}
