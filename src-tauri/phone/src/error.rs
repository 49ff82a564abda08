//! What can go wrong.

/// Why the phone did not do it. None of these says what was shared, sealed or dialled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// This device cannot: it is a PC, it has no dialler or no reader of fingers, or none is set up.
    #[error("this device has none of that")]
    NotHere,
    /// The person chose not to, or went to another app. Nothing has changed.
    #[error("it was called off")]
    Cancelled,
    /// The sealed key opens no more: a finger or a face was added, the screen lock was taken away, or what was handed in
    /// is not what this phone sealed. The passphrase still opens the logbook.
    #[error("the key on this device is gone")]
    KeyGone,
    /// The system takes no more tries: wait, or unlock the phone with its own code first.
    #[error("there were too many tries")]
    TooManyTries,
    /// The system did not say why.
    #[error("the system could not do it")]
    Failed,
}

impl Error {
    /// From the code with which the Kotlin or Swift half turned a call down.
    #[cfg_attr(not(any(mobile, test)), expect(dead_code, reason = "a PC has no other half"))]
    pub(crate) fn from_code(code: Option<&str>) -> Self {
        match code {
            Some("not-here") => Self::NotHere,
            Some("cancelled") => Self::Cancelled,
            Some("key-gone") => Self::KeyGone,
            Some("too-many-tries") => Self::TooManyTries,
            _ => Self::Failed,
        }
    }
}

#[cfg(mobile)]
impl From<tauri::plugin::mobile::PluginInvokeError> for Error {
    fn from(error: tauri::plugin::mobile::PluginInvokeError) -> Self {
        match error {
            tauri::plugin::mobile::PluginInvokeError::InvokeRejected(why) => Self::from_code(why.code.as_deref()),
            _ => Self::Failed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Error;

    #[test]
    fn each_code_of_the_other_half_has_its_own_error_and_an_unknown_one_is_a_failure() {
        let met: Vec<_> = ["not-here", "cancelled", "key-gone", "too-many-tries", "failed", "?"]
            .map(|code| Error::from_code(Some(code)))
            .into();
        let right =
            [Error::NotHere, Error::Cancelled, Error::KeyGone, Error::TooManyTries, Error::Failed, Error::Failed];
        assert_eq!(met, right);
        assert_eq!(Error::from_code(None), Error::Failed);
    }
}
