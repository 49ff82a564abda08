//! Giving anchors away, and holding the book against them.

use houvast_vault::Agreement;

use super::{Book, Error};
use crate::model::{ChangeBody, IncidentId, Invalid, MAX_TEXT};
use crate::view::{AnchorView, GivenView};

impl Book {
    /// Makes an anchor for somebody to keep, and remembers to whom it was given. It covers everything written down
    /// before; nothing of that can be read from it.
    ///
    /// # Errors
    /// When the name is too long, or that it was given cannot be written.
    pub fn give_anchor(&mut self, to: &str) -> Result<String, Error> {
        let to = name(to)?;
        let anchor = self.vault.anchor();
        self.write(vec![ChangeBody::AnchorGiven { to, anchor: anchor.clone() }], &[])?;
        Ok(anchor)
    }

    /// Notes that a report or a package with these incidents was given to somebody, and with it the anchor that is in it.
    ///
    /// # Errors
    /// When the name is too long, or it cannot be written.
    pub fn give_report(&mut self, to: &str, anchor: &str, incidents: Vec<IncidentId>) -> Result<(), Error> {
        let to = name(to)?;
        self.write(vec![ChangeBody::ReportGiven { to, anchor: anchor.to_owned(), incidents }], &[])
    }

    /// The reports and packages that were given, the latest last.
    pub fn given(&self) -> Vec<GivenView> {
        self.shelf.given.iter().map(|(_, given)| given.clone()).collect()
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

fn name(to: &str) -> Result<String, Invalid> {
    if to.len() > MAX_TEXT {
        return Err(Invalid::TextTooLong { field: "to", length: to.len() });
    }
    Ok(to.trim().to_owned())
}
