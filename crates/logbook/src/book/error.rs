//! What can go wrong with the book.

use crate::model::Invalid;

/// What went wrong, and by its variant what the person can do. It never holds what was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The encrypted file: wrong passphrase, damage, full disk, …
    #[error(transparent)]
    Vault(#[from] houvast_vault::Error),
    /// Something cannot be written down as it is.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// There is no incident with this id.
    #[error("there is no incident with this id; `list` shows the ids")]
    NoSuchIncident,
    /// There is no evidence with this id.
    #[error("there is no evidence with this id; `show` names an incident's evidence")]
    NoSuchEvidence,
    /// There is no contact person with this id.
    #[error("there is no contact person with this id")]
    NoSuchContact,
    /// There is no measure with this id.
    #[error("there is no measure with this id")]
    NoSuchMeasure,
    /// There is no contact moment with this id.
    #[error("there is no contact moment with this id")]
    NoSuchMoment,
    /// The stored bytes do not have the hash that was taken when they came in.
    #[error("the stored file no longer has the SHA-256 that it had when it was kept")]
    HashDiffers,
    /// A file that was to be read could not be.
    #[error("the file could not be read: {0}")]
    Read(std::io::Error),
    /// The book was locked meanwhile.
    #[error("the logbook was locked meanwhile")]
    Locked,
    /// The person stopped it.
    #[error("stopped on request")]
    Cancelled,
    /// A backup would have replaced the logbook itself.
    #[error("this is the logbook itself; choose another place")]
    OnItself,
    /// The place that evidence was to be written to could not be written.
    #[error("the file could not be written: {0}")]
    Write(std::io::Error),
}

impl Error {
    /// The error's name for people's languages: `error-<code>` in `locales/…/app.ftl`.
    pub fn code(&self) -> &'static str {
        use houvast_vault::Error as Vault;
        match self {
            Self::Invalid(_) => "invalid",
            Self::NoSuchIncident
            | Self::NoSuchEvidence
            | Self::NoSuchContact
            | Self::NoSuchMeasure
            | Self::NoSuchMoment => "no-such-entry",
            Self::HashDiffers => "damaged-file",
            Self::Write(error) => write_code(error),
            Self::Read(error) if error.kind() == std::io::ErrorKind::NotFound => "not-found",
            Self::Read(_) => "read-failed",
            Self::Locked => "locked",
            Self::Cancelled => "cancelled",
            Self::OnItself => "on-itself",
            Self::Vault(error) => match error {
                Vault::WrongPassphrase => "wrong-passphrase",
                Vault::WrongRecoveryKey => "wrong-recovery-key",
                Vault::WrongDeviceKey => "device-key-gone",
                Vault::NotALogbook => "not-a-logbook",
                Vault::NewerFormat { .. } => "newer-format",
                Vault::Damaged(houvast_vault::Place::Blob { .. }) => "damaged-file",
                Vault::Damaged(_) | Vault::ExcessiveKdf { .. } => "damaged",
                Vault::AlreadyExists => "already-exists",
                Vault::NotFound => "not-found",
                Vault::InUse => "in-use",
                Vault::Full => "full-disk",
                Vault::ReadOnly | Vault::Denied => "denied",
                Vault::OutOfMemory => "out-of-memory",
                Vault::TooLarge => "too-large",
                Vault::InboxFull => "inbox-full",
                Vault::Io(error) => write_code(error),
                _ => "internal",
            },
        }
    }

    /// Does this say that the file is damaged or no logbook?
    pub fn is_damage(&self) -> bool {
        matches!(self.code(), "damaged" | "damaged-file" | "not-a-logbook" | "newer-format")
    }
}

/// The code of an error of the system while writing.
pub(super) fn write_code(error: &std::io::Error) -> &'static str {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full-disk",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "denied",
        ErrorKind::Interrupted => "cancelled",
        _ => "io",
    }
}

impl super::KeepError {
    /// The error's name for people's languages: `error-<code>` in `locales/…/app.ftl`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Vanished => "vanished",
            Self::Directory => "is-directory",
            Self::NotAFile => "not-a-file",
            Self::Changed => "changed-while-reading",
            Self::Unreadable(_) => "read-failed",
            Self::Cancelled => "cancelled",
            Self::Locked => "locked",
            Self::Book(error) => error.code(),
        }
    }
}

impl Invalid {
    /// The reason's name for people's languages: `invalid-<reason>` in `locales/…/app.ftl`.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::TextTooLong { .. } => "text-too-long",
            Self::TooMany { .. } => "too-many",
            Self::Year { .. } => "year",
            Self::EndBeforeStart { .. } => "end-before-start",
            Self::Range { .. } => "range",
            Self::UnknownKind => "unknown-kind",
        }
    }

    /// The field of the JSON that it is about, if it is about one.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::UnknownKind => Some("kind"),
            Self::TextTooLong { field, .. }
            | Self::TooMany { field, .. }
            | Self::Year { field, .. }
            | Self::EndBeforeStart { field }
            | Self::Range { field, .. } => Some(field),
        }
    }
}
