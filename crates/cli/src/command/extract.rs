//! `extract`

use std::ops::ControlFlow;
use std::path::Path;

use houvast_logbook::outside::write_file;

use super::evidence_id;
use crate::failure::Failure;
use crate::print;
use crate::session::Session;

/// Lets `write_file` tell the book's errors from those of the place that is written to.
enum Stopped {
    Book(houvast_logbook::Error),
    Place(std::io::Error),
}

impl From<std::io::Error> for Stopped {
    fn from(error: std::io::Error) -> Self {
        Self::Place(error)
    }
}

pub(crate) fn run(session: &Session, evidence: &str, out: &Path) -> Result<(), Failure> {
    let id = evidence_id(evidence)?;
    let book = session.open()?;
    let book = book.borrow();
    let view = book.one_evidence(&id)?;
    write_file(out, |file| {
        book.extract(&id, file, &mut |done| {
            print::progress(&view.name, done, view.size);
            ControlFlow::Continue(())
        })
        .map_err(Stopped::Book)
    })
    .map_err(|stopped| match stopped {
        Stopped::Book(houvast_logbook::Error::Write(error)) | Stopped::Place(error) => {
            Failure::File("cli-cannot-write", out.display().to_string(), error)
        }
        Stopped::Book(error) => error.into(),
    })?;
    if session.json {
        print::json(&serde_json::json!({ "id": view.id, "sha256": view.sha256, "size": view.size }));
    } else {
        print::remark(&session.texts.format("cli-extracted", &[("name", out.display().to_string().into())]));
    }
    Ok(())
}
