//! `check`

use std::ops::ControlFlow;
use std::path::Path;

use houvast_logbook::Agreement;

use crate::failure::Failure;
use crate::print;
use crate::session::Session;

pub(crate) fn run(session: &Session, anchor: Option<&Path>) -> Result<(), Failure> {
    let book = session.open()?;
    let label = session.texts.get("cli-checking");
    let problems = book.borrow().check(&mut |done, total| {
        print::progress(&label, done, total);
        ControlFlow::Continue(())
    })?;
    let agreement = anchor.map(|path| super::anchor::compare(session, &book.borrow(), path)).transpose()?;
    let agrees = agreement.is_none_or(|agreement| matches!(agreement, Agreement::Holds { .. }));
    if session.json {
        let mut told = serde_json::json!({ "ok": problems.is_empty() && agrees, "problems": problems });
        if let Some(agreement) = agreement {
            told["anchor"] = agreement.code().into();
        }
        print::json(&told);
    } else if problems.is_empty() {
        print::line(&session.texts.get("cli-all-holds"));
    } else {
        for problem in &problems {
            print::line(&format!("{}: {}", problem.place, problem.what));
        }
        print::error(&session.texts.format("cli-problems", &[("count", problems.len().into())]));
    }
    if problems.is_empty() && agrees { Ok(()) } else { Err(Failure::DoesNotHold) }
}
