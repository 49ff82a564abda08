//! What the common options say, and opening the logbook that they name.

use std::cell::RefCell;
use std::path::PathBuf;

use houvast_guidance::Lang;
use houvast_guidance::texts::Texts;
use houvast_logbook::{Book, FILE, FOLDER, Ports, RecoveryKey, Unlock};

use crate::args::Common;
use crate::ask;
use crate::failure::Failure;

/// The common options, read.
pub(crate) struct Session {
    pub(crate) logbook: PathBuf,
    pub(crate) passphrase_file: Option<PathBuf>,
    pub(crate) with_recovery_key: bool,
    pub(crate) json: bool,
    pub(crate) lang: Lang,
    pub(crate) texts: Texts,
    pub(crate) ports: Ports,
}

impl Session {
    pub(crate) fn new(common: &Common) -> Self {
        let lang = common.lang.unwrap_or_else(system_language);
        Self {
            logbook: common.logbook.clone().unwrap_or_else(usual_place),
            passphrase_file: common.passphrase_file.clone(),
            with_recovery_key: common.with_recovery_key,
            json: common.json,
            lang,
            texts: Texts::new(lang),
            ports: houvast_vault::system::ports(),
        }
    }

    /// Opens the logbook with the passphrase, or with the recovery key if that was asked for.
    pub(crate) fn open(&self) -> Result<RefCell<Book>, Failure> {
        let book = if self.with_recovery_key {
            let typed = ask::secret(self, "cli-ask-recovery-key")?;
            let key = RecoveryKey::parse(&typed).map_err(Failure::RecoveryKey)?;
            Book::open(&self.logbook, &Unlock::RecoveryKey(&key), self.ports.clone())?
        } else {
            let passphrase = ask::secret(self, "cli-ask-passphrase")?;
            Book::open(&self.logbook, &Unlock::Passphrase(&passphrase), self.ports.clone())?
        };
        if !book.problems().is_empty() {
            crate::print::remark(&self.texts.get("cli-problems-at-opening"));
        }
        Ok(RefCell::new(book))
    }
}

/// Dutch first; English where the system speaks it.
fn system_language() -> Lang {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    if set.is_some_and(|language| language.starts_with("en")) { Lang::En } else { Lang::Nl }
}

/// Where the app keeps its logbook.
fn usual_place() -> PathBuf {
    dirs::data_dir().unwrap_or_else(|| PathBuf::from(".")).join(FOLDER).join(FILE)
}
