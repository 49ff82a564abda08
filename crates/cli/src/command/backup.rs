//! `backup` and `restore`

use std::ops::ControlFlow;
use std::path::Path;

use houvast_logbook::view::Missing;
use houvast_logbook::{Book, Restore};

use crate::failure::Failure;
use crate::print;
use crate::session::Session;

pub(crate) fn backup(session: &Session, out: &Path) -> Result<(), Failure> {
    let book = session.open()?;
    let label = session.texts.get("cli-backing-up");
    houvast_logbook::backup(&book, out, &mut |done, total| {
        print::progress(&label, done, total);
        ControlFlow::Continue(())
    })?;
    print::remark(&session.texts.format("cli-backed-up", &[("name", out.display().to_string().into())]));
    Ok(())
}

pub(crate) fn restore(session: &Session, from: &Path, replace: bool) -> Result<(), Failure> {
    let way = session.way_in()?;
    let label = session.texts.get("cli-restoring");
    let restore = Restore::read(from, &session.logbook, &way.unlock(), session.ports.clone(), &mut |done, total| {
        print::progress(&label, done, total);
        ControlFlow::Continue(())
    })?;
    if session.logbook.exists() && !replace {
        let here = Book::open(&session.logbook, &way.unlock(), session.ports.clone());
        match here.and_then(|here| restore.lacks(&here)) {
            Ok(missing) if missing.changes == 0 => {}
            Ok(missing) => {
                tell(&missing);
                return Err(Failure::Lacks(missing.changes));
            }
            Err(_) => return Err(Failure::Words("cli-restore-blind", session.logbook.display().to_string())),
        }
    }
    for problem in restore.problems() {
        print::remark(&format!("{}: {}", problem.place, problem.what));
    }
    let aside = restore.put()?;
    print::remark(&session.texts.get("cli-restored"));
    if let Some(aside) = aside {
        print::remark(&session.texts.format("cli-set-aside", &[("name", aside.display().to_string().into())]));
    }
    Ok(())
}

/// What would no longer be in the logbook.
fn tell(missing: &Missing) {
    for incident in &missing.incidents {
        let start: String = incident.incident.what.chars().take(60).collect();
        print::remark(&format!("{}  {}  {start}", incident.id, incident.recorded));
    }
    for piece in &missing.evidence {
        print::remark(&format!("{}  {}  {}", piece.id, piece.recorded.at, piece.name));
    }
}
