//! `check`

use std::ops::ControlFlow;

use crate::failure::Failure;
use crate::print;
use crate::session::Session;

pub(crate) fn run(session: &Session) -> Result<(), Failure> {
    let book = session.open()?;
    let label = session.texts.get("cli-checking");
    let problems = book.borrow().check(&mut |done, total| {
        print::progress(&label, done, total);
        ControlFlow::Continue(())
    })?;
    if session.json {
        print::json(&serde_json::json!({ "ok": problems.is_empty(), "problems": problems }));
    } else if problems.is_empty() {
        print::line(&session.texts.get("cli-all-holds"));
    } else {
        for problem in &problems {
            print::line(&format!("{}: {}", problem.place, problem.what));
        }
        print::error(&session.texts.format("cli-problems", &[("count", problems.len().into())]));
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::DoesNotHold) }
}
