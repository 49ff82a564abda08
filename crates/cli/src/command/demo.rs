//! `demo`: placeholder until the sample case is written.
use crate::failure::Failure;
use crate::session::Session;
use std::path::Path;
pub(crate) fn run(_: &Session, _: &Path) -> Result<(), Failure> {
    Ok(())
}
