//! `attach`

use std::ops::ControlFlow;
use std::path::PathBuf;

use houvast_logbook::model::Arrival;
use houvast_logbook::{Keep, KeepError};
use serde::Serialize;

use super::incident_id;
use crate::failure::Failure;
use crate::print;
use crate::session::Session;

/// What is printed of each file.
#[derive(Serialize)]
struct Kept {
    id: String,
    name: String,
    size: u64,
    sha256: String,
    #[serde(rename = "type")]
    media_type: String,
}

pub(crate) fn run(session: &Session, incident: &str, files: &[PathBuf]) -> Result<(), Failure> {
    let incident = incident_id(incident)?;
    let book = session.open()?;
    book.borrow().incident(&incident)?;
    let mut kept = Vec::new();
    let mut failed = None;
    for path in files {
        let name =
            path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let keep = Keep { name: &name, arrival: Arrival::CommandLine, incident: Some(&incident) };
        match keep.file(&book, path, &mut |done, total| {
            print::progress(&name, done, total);
            ControlFlow::Continue(())
        }) {
            Ok(id) => {
                let view = book.borrow().one_evidence(&id)?;
                kept.push(Kept {
                    id: view.id.to_string(),
                    name: view.name,
                    size: view.size,
                    sha256: view.sha256,
                    media_type: view.media_type,
                });
            }
            Err(error) => {
                let full = matches!(&error, KeepError::Book(book) if book.code() == "full-disk");
                let failure = Failure::from(error);
                let sentence = failure.sentence(&session.texts).unwrap_or_default();
                print::error(
                    &session
                        .texts
                        .format("cli-file-refused", &[("name", name.as_str().into()), ("sentence", sentence.into())]),
                );
                failed = Some(Failure::DoesNotHold);
                if full {
                    break;
                }
            }
        }
    }
    if session.json {
        print::json(&kept);
    } else {
        for file in &kept {
            print::line(&format!("{}  {}  {}  {}", file.id, file.sha256, file.size, file.name));
        }
    }
    failed.map_or(Ok(()), Err)
}
