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
    /// The package could not be written.
    #[error(transparent)]
    Package(#[from] houvast_package::Error),
    /// The process that lays out ended early or could not be started.
    #[error("the process that lays out failed: {0}")]
    Process(#[from] std::io::Error),
}
