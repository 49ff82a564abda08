//! `anchor`, and what `check --anchor` says

use std::path::Path;

use houvast_logbook::{Agreement, Book};

use crate::failure::Failure;
use crate::session::Session;
use crate::{ask, print};

/// Longest text that is read as an anchor, in bytes.
const LONGEST: u64 = 1 << 20;

pub(crate) fn run(session: &Session, to: Option<&str>) -> Result<(), Failure> {
    let book = session.open()?;
    if let Some(to) = to {
        let anchor = book.borrow_mut().give_anchor(to)?;
        if session.json {
            print::json(&serde_json::json!({ "to": to, "anchor": anchor }));
        } else {
            print::line(anchor.trim_end());
        }
        return Ok(());
    }
    let given = book.borrow().anchors();
    if session.json {
        print::json(&given);
        return Ok(());
    }
    for anchor in given {
        print::line(&format!("{}  {}", anchor.recorded, anchor.to));
    }
    Ok(())
}

/// Reads an anchor and says how the book agrees with it.
pub(crate) fn compare(session: &Session, book: &Book, path: &Path) -> Result<Agreement, Failure> {
    let text = ask::text(path, LONGEST)?;
    let agreement = book.agrees_with(&text)?;
    if !session.json {
        let sentence = sentence(session, agreement);
        if matches!(agreement, Agreement::Holds { .. }) { print::line(&sentence) } else { print::error(&sentence) }
    }
    Ok(agreement)
}

fn sentence(session: &Session, agreement: Agreement) -> String {
    let id = format!("agreement-{}", agreement.code());
    let numbers = match agreement {
        Agreement::Holds { covers, later } => [("covers", covers), ("later", later)],
        Agreement::Older { covers, here } => [("covers", covers), ("here", here)],
        _ => [("covers", 0), ("later", 0)],
    };
    session.texts.format(&id, &numbers.map(|(name, number)| (name, number.into())))
}
