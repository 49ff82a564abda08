//! `--key-sheet`: the recovery key on a page, to be printed.

use houvast_logbook::RecoveryKey;
use houvast_logbook::outside::write_file;
use houvast_report::child;

use crate::args::KeySheet;
use crate::failure::Failure;
use crate::print;
use crate::session::Session;

/// Writes the page, if it was asked for. The key was printed before: whatever goes wrong here, it is not lost.
pub(super) fn write(session: &Session, key: &RecoveryKey, what: &KeySheet) -> Result<(), Failure> {
    let Some(out) = &what.key_sheet else { return Ok(()) };
    let name = out.display().to_string();
    let sheet = houvast_report::KeySheet::new(key, what.explain_sheet, session.lang);
    let program =
        std::env::current_exe().map_err(|error| Failure::File("cli-cannot-read", "houvast".to_owned(), error))?;
    let pdf = child::key_sheet(&program, &sheet).map_err(Failure::KeySheet)?;
    write_file(out, |file| file.write_all(&pdf))
        .map_err(|error| Failure::File("cli-cannot-write", name.clone(), error))?;
    print::remark(&session.texts.format("cli-key-sheet-written", &[("name", name.into())]));
    Ok(())
}
