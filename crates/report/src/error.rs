//! Why there is no PDF.

/// Why a report or a page could not be made. No variant holds what was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The book was locked, or could not be read.
    #[error(transparent)]
    Book(#[from] houvast_logbook::Error),
    /// The book was locked while the report was gathered.
    #[error("the logbook was locked")]
    Locked,
    /// Things were written down all the while.
    #[error("the logbook changed while the package was made")]
    Busy,
    /// The person stopped it.
    #[error("stopped; no report was made")]
    Cancelled,
    /// The layout failed. The text says where in the template, not what was laid out.
    #[error("the layout failed: {0}")]
    Layout(String),
    /// What was made could not be written: the disk is full, or the place is gone.
    #[error("it could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// The package could not be written for another reason.
    #[error(transparent)]
    Package(houvast_package::Error),
    /// The process that lays out ended early or could not be started.
    #[error("the process that lays out failed: {0}")]
    Process(std::io::Error),
}

impl From<houvast_package::Error> for Error {
    fn from(error: houvast_package::Error) -> Self {
        match error {
            houvast_package::Error::Io(error) => Self::Write(error),
            other => Self::Package(other),
        }
    }
}
