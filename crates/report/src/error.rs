//! Why there is no report.

/// Why a report could not be made. No variant holds what was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The book was locked, or could not be read.
    #[error(transparent)]
    Book(#[from] houvast_logbook::Error),
    /// The book was locked while the report was gathered.
    #[error("the logbook was locked")]
    Locked,
    /// The person stopped it.
    #[error("stopped; no report was made")]
    Cancelled,
    /// The layout failed. The text says where in the template, not what was laid out.
    #[error("the report could not be laid out: {0}")]
    Layout(String),
    /// The process that lays out ended early or could not be started.
    #[error("the process that makes the report failed: {0}")]
    Process(#[from] std::io::Error),
}
