//! Errors as the interface gets them: a code that it has a sentence for, never content.

use houvast_logbook::{Error, KeepError, PinError, RecoveryKeyError};
use serde::Serialize;

/// Why a command did not do what was asked. The interface says it by `error-<code>` in `locales/…/app.ftl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AppError {
    /// The code.
    pub code: String,
    /// The field of the entry that it is about.
    pub field: Option<String>,
    /// Why the entry is invalid (`invalid-<reason>`), or which group of a recovery key is wrong.
    pub reason: Option<String>,
    /// A number that belongs to the reason.
    pub number: Option<u32>,
}

impl AppError {
    pub(crate) fn new(code: &str) -> Self {
        Self { code: code.to_owned(), field: None, reason: None, number: None }
    }
}

impl From<Error> for AppError {
    fn from(error: Error) -> Self {
        let mut told = Self::new(error.code());
        if let Error::Invalid(invalid) = &error {
            told.field = invalid.field().map(str::to_owned);
            told.reason = Some(invalid.reason().to_owned());
        }
        told
    }
}

impl From<KeepError> for AppError {
    fn from(error: KeepError) -> Self {
        match error {
            KeepError::Book(error) => error.into(),
            error => Self::new(error.code()),
        }
    }
}

impl From<RecoveryKeyError> for AppError {
    fn from(error: RecoveryKeyError) -> Self {
        let (code, number) = match error {
            RecoveryKeyError::WrongGroup(group) => ("recovery-key-group", Some(group)),
            RecoveryKeyError::WrongLength { found } => ("recovery-key-length", Some(found)),
            _ => ("recovery-key-digits", None),
        };
        Self { number: number.and_then(|number| u32::try_from(number).ok()), ..Self::new(code) }
    }
}

impl From<PinError> for AppError {
    fn from(error: PinError) -> Self {
        match error {
            PinError::Length => Self::new("pin-length"),
            PinError::NotDigits => Self::new("pin-digits"),
            PinError::Guessable => Self::new("pin-guessable"),
            PinError::Wrong { left } => Self { number: Some(left.into()), ..Self::new("pin-wrong") },
            PinError::Vault(error) => Error::Vault(error).into(),
            _ => Self::new("pin-ended"),
        }
    }
}

impl From<houvast_report::Error> for AppError {
    fn from(error: houvast_report::Error) -> Self {
        match error {
            houvast_report::Error::Book(error) => error.into(),
            houvast_report::Error::Locked => Self::new("locked"),
            houvast_report::Error::Cancelled => Self::new("cancelled"),
            houvast_report::Error::Write(error) => error.into(),
            _ => Self::new("report-failed"),
        }
    }
}

impl From<std::io::Error> for AppError {
    fn from(error: std::io::Error) -> Self {
        Error::Write(error).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_as_such_whatever_was_being_written() {
        let full = || std::io::Error::from(std::io::ErrorKind::StorageFull);
        let alone = AppError::from(full());
        assert_eq!(AppError::from(houvast_report::Error::Write(full())), alone);
        assert_ne!(alone.code, "report-failed");
    }
}
