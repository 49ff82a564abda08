//! `create`

use std::time::Instant;

use houvast_logbook::{Book, KdfCost};

use super::key_sheet;
use crate::args::KeySheet;
use crate::failure::Failure;
use crate::session::Session;
use crate::{ask, print};

/// How long one try at the passphrase should take on this device.
const TRY_MILLIS: u64 = 500;

pub(crate) fn run(session: &Session, sheet: &KeySheet) -> Result<(), Failure> {
    // Said before anything is typed.
    if session.logbook.exists() {
        return Err(houvast_logbook::Error::from(houvast_vault::Error::AlreadyExists).into());
    }
    let passphrase = match session.passphrase_file {
        Some(_) => ask::secret(session, "cli-ask-new-passphrase")?,
        None => ask::twice(session)?,
    };
    let (_, recovery) = Book::create(&session.logbook, &passphrase, cost(), session.ports.clone())?;
    if session.json {
        print::json(&serde_json::json!({ "recovery_key": recovery.to_string() }));
    } else {
        print::remark(&session.texts.get("cli-created"));
        print::line(&recovery.to_string());
    }
    key_sheet::write(session, &recovery, sheet)
}

/// The cost of deriving the key, measured on this device.
pub(crate) fn cost() -> KdfCost {
    let begin = Instant::now();
    KdfCost::calibrate(TRY_MILLIS, KdfCost::CALIBRATED_MOST, &mut || begin.elapsed())
}
