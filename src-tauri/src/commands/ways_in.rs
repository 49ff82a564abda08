//! A PIN while the app runs, and a key that the device keeps.

use zeroize::Zeroizing;

use super::logbook::must_know;
use super::{Answer, TheDesk};
use crate::device_key::KeyState;

#[tauri::command(async)]
pub(crate) fn unlock_with_pin(desk: TheDesk<'_>, pin: String) -> Answer<()> {
    desk.open_with_pin(&Zeroizing::new(pin))
}

#[tauri::command(async)]
pub(crate) fn unlock_with_device_key(desk: TheDesk<'_>) -> Answer<()> {
    desk.open_with_device_key()
}

/// Lets a PIN open the logbook again for as long as the app runs. One that held before no longer does.
#[tauri::command(async)]
pub(crate) fn set_pin(desk: TheDesk<'_>, passphrase: String, pin: String) -> Answer<()> {
    let (passphrase, pin) = (Zeroizing::new(passphrase), Zeroizing::new(pin));
    must_know(&desk, &passphrase)?;
    desk.set_pin(&pin)
}

#[tauri::command]
pub(crate) fn drop_pin(desk: TheDesk<'_>) {
    desk.end_pin();
}

/// Can this device keep a key behind a finger or a face?
#[tauri::command(async)]
pub(crate) fn device_key_state(desk: TheDesk<'_>) -> KeyState {
    desk.ways.device_key_state()
}

/// Lets this device keep a key that opens the logbook.
#[tauri::command(async)]
pub(crate) fn keep_device_key(desk: TheDesk<'_>, passphrase: String) -> Answer<()> {
    must_know(&desk, &Zeroizing::new(passphrase))?;
    desk.keep_device_key()
}

/// Whoever takes a way in away need not know the passphrase.
#[tauri::command(async)]
pub(crate) fn drop_device_key(desk: TheDesk<'_>) -> Answer<()> {
    desk.drop_device_key()
}
