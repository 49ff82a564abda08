//! `put` and `inbox`

use std::ops::ControlFlow;
use std::path::PathBuf;

use houvast_logbook::{put_file, put_note};

use crate::failure::Failure;
use crate::print;
use crate::session::Session;

pub(crate) fn run(session: &Session, note: Option<&str>, files: &[PathBuf]) -> Result<(), Failure> {
    if let Some(note) = note {
        put_note(&session.logbook, &session.ports, &session.texts.get("put-note-name"), note)?;
    }
    let mut failed = Ok(());
    for path in files {
        let name = path.display().to_string();
        let put = put_file(&session.logbook, &session.ports, path, &mut |done, total| {
            print::progress(&name, done, total);
            ControlFlow::Continue(())
        });
        if let Err(error) = put {
            let sentence = Failure::from(error).sentence(&session.texts).unwrap_or_default();
            let told = [("name", name.as_str().into()), ("sentence", sentence.into())];
            print::error(&session.texts.format("cli-file-refused", &told));
            failed = Err(Failure::DoesNotHold);
        }
    }
    if failed.is_ok() {
        print::remark(&session.texts.get("cli-put"));
    }
    failed
}

pub(crate) fn inbox(session: &Session) -> Result<(), Failure> {
    let book = session.open()?;
    let inbox = book.borrow().inbox();
    if session.json {
        print::json(&inbox);
        return Ok(());
    }
    for piece in inbox {
        let at = piece.put_in.map_or(piece.recorded.at, |put_in| put_in.at);
        print::line(&format!("{}  {at}  {}  {}", piece.id, piece.size, piece.name));
    }
    Ok(())
}
