//! A key that opens behind a finger or a face.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::Error;

/// Bytes in a key.
const KEY: usize = 32;

/// Can a key be kept behind a finger or a face?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyState {
    /// Yes.
    Ready,
    /// The phone could, but no finger or face is set up on it.
    NothingEnrolled,
    /// No: it has no reader that is strong enough, or it is a PC.
    Absent,
}

/// What the system's prompt says. Others may read it over a shoulder: name neither the app nor what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// What to do, in one short sentence.
    pub title: String,
    /// The way out.
    pub cancel: String,
}

/// A call that shows the prompt. The key goes to the other half in base64, inside the JSON in which Tauri hands every call
/// over. What Rust holds of it is wiped; the strings that Java and Swift make of it are not theirs to wipe, and stay until
/// those collect them.
#[derive(Serialize, Zeroize, ZeroizeOnDrop)]
pub(crate) struct Prompted {
    title: String,
    cancel: String,
    key: String,
}

impl Prompted {
    /// The call that seals this key, or opens what was sealed.
    pub(crate) fn new(bytes: &[u8], ask: &Ask) -> Self {
        Self { title: ask.title.clone(), cancel: ask.cancel.clone(), key: STANDARD.encode(bytes) }
    }
}

/// The answer: what was sealed, or the opened key.
#[derive(Deserialize, Zeroize, ZeroizeOnDrop)]
pub(crate) struct Answered {
    key: String,
}

impl Answered {
    /// What was sealed.
    pub(crate) fn sealed(&self) -> Result<Vec<u8>, Error> {
        STANDARD.decode(&self.key).map_err(|_| Error::Failed)
    }

    /// The opened key.
    pub(crate) fn opened(&self) -> Result<Zeroizing<[u8; KEY]>, Error> {
        let bytes = Zeroizing::new(STANDARD.decode(&self.key).map_err(|_| Error::Failed)?);
        let mut key = Zeroizing::new([0; KEY]);
        if bytes.len() != KEY {
            return Err(Error::KeyGone);
        }
        key.copy_from_slice(&bytes);
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::{Answered, Ask, KeyState, Prompted};
    use crate::Error;

    #[test]
    fn a_key_goes_over_in_base64_and_comes_back_whole_or_not_at_all() {
        let ask = Ask { title: "Open".into(), cancel: "Niet nu".into() };
        let sent = serde_json::to_value(Prompted::new(&[7; 32], &ask)).unwrap();
        assert_eq!(sent["title"], "Open");
        assert_eq!(sent["cancel"], "Niet nu");
        let answer: Answered = serde_json::from_value(serde_json::json!({ "key": sent["key"] })).unwrap();
        assert_eq!(*answer.opened().unwrap(), [7; 32]);
        assert_eq!(answer.sealed().unwrap(), [7; 32]);
        let short: Answered = serde_json::from_str(r#"{"key":"AAAA"}"#).unwrap();
        assert_eq!(short.opened().unwrap_err(), Error::KeyGone);
        let other: Answered = serde_json::from_str(r#"{"key":"?"}"#).unwrap();
        assert_eq!(other.opened().unwrap_err(), Error::Failed);
    }

    #[test]
    fn each_state_has_the_word_that_the_other_half_sends() {
        for (word, state) in
            [("ready", KeyState::Ready), ("nothing-enrolled", KeyState::NothingEnrolled), ("absent", KeyState::Absent)]
        {
            assert_eq!(serde_json::from_value::<KeyState>(word.into()).unwrap(), state);
        }
    }
}
