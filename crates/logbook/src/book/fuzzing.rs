//! A way in for `fuzz/`: a book that shows records which nobody wrote.

use houvast_vault::Record;

use super::{Book, replay};

impl Book {
    /// Shows what these records give, as if they had been read from the file.
    #[doc(hidden)]
    pub fn show(&mut self, records: &[Record]) {
        self.shelf = replay(records);
    }
}
