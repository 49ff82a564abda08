//! `passphrase` and `recovery-key`

use super::create::cost;
use super::key_sheet;
use crate::args::KeySheet;
use crate::failure::Failure;
use crate::session::Session;
use crate::{ask, print};

pub(crate) fn passphrase(session: &Session) -> Result<(), Failure> {
    let book = session.open()?;
    let new = ask::new_secret(session)?;
    book.borrow_mut().change_passphrase(&new, cost())?;
    print::remark(&session.texts.get("cli-passphrase-changed"));
    print::remark(&session.texts.get("cli-old-copies"));
    Ok(())
}

pub(crate) fn recovery_key(session: &Session, sheet: &KeySheet) -> Result<(), Failure> {
    let book = session.open()?;
    let key = book.borrow_mut().replace_recovery_key()?;
    if session.json {
        print::json(&serde_json::json!({ "recovery_key": key.to_string() }));
    } else {
        print::remark(&session.texts.get("cli-new-recovery-key"));
        print::line(&key.to_string());
        print::remark(&session.texts.get("cli-old-copies"));
    }
    key_sheet::write(session, &key, sheet)
}
