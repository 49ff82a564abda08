//! Giving anchors away, and holding the book against them.

use houvast_vault::Agreement;

use super::{Book, Error};
use crate::model::{ChangeBody, Invalid, MAX_TEXT};
use crate::view::AnchorView;

impl Book {
    /// Makes an anchor for somebody to keep, and remembers to whom it was given. It covers everything written down
    /// before; nothing of that can be read from it.
    ///
    /// # Errors
    /// When the name is too long, or that it was given cannot be written.
    pub fn give_anchor(&mut self, to: &str) -> Result<String, Error> {
        if to.len() > MAX_TEXT {
            return Err(Invalid::TextTooLong { field: "to", length: to.len() }.into());
        }
        let anchor = self.vault.anchor();
        self.write(vec![ChangeBody::AnchorGiven { to: to.trim().to_owned(), anchor: anchor.clone() }], &[])?;
        Ok(anchor)
    }

    /// The anchors that were given, the latest last.
    pub fn anchors(&self) -> Vec<AnchorView> {
        self.shelf.anchors.clone()
    }

    /// Does everything that an anchor covers still stand here, unchanged?
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub fn agrees_with(&self, anchor: &str) -> Result<Agreement, Error> {
        Ok(self.vault.agrees_with(anchor)?)
    }
}
