//! `list`

use houvast_logbook::view::{Filter, Having};

use super::record::kinds;
use crate::args::List;
use crate::failure::Failure;
use crate::print;
use crate::session::Session;

/// Characters of what happened that fit on a line.
const EXCERPT: usize = 72;

pub(crate) fn run(session: &Session, what: &List) -> Result<(), Failure> {
    let filter = Filter {
        from: what.from,
        to: what.to,
        kinds: kinds(&what.kind)?,
        having: having(&what.having)?,
        search: what.search.clone().unwrap_or_default(),
        withdrawn: what.withdrawn,
        without_notes: false,
    };
    let book = session.open()?;
    let incidents = book.borrow().incidents(&filter);
    if session.json {
        print::json(&incidents);
        return Ok(());
    }
    if incidents.is_empty() {
        print::remark(&session.texts.get("cli-nothing-found"));
    }
    for summary in &incidents {
        let incident = &summary.incident;
        let kinds: Vec<String> =
            incident.kind.iter().map(|kind| session.texts.get(&format!("kind-{}", kind.id()))).collect();
        let first: String = incident.what.lines().next().unwrap_or_default().chars().take(EXCERPT).collect();
        print::line(&format!(
            "{}  {}  {}  {first}",
            summary.id,
            super::show::when(session, &incident.when),
            kinds.join(", "),
        ));
    }
    Ok(())
}

/// What holds, by its id.
pub(super) fn having(ids: &[String]) -> Result<Vec<Having>, Failure> {
    ids.iter().map(|id| Having::known(id).ok_or_else(|| Failure::Words("cli-bad-having", id.clone()))).collect()
}
