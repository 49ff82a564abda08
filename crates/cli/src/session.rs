//! What the common options say, and opening the logbook that they name.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::PathBuf;

use houvast_guidance::Lang;
use houvast_guidance::texts::Texts;
use houvast_logbook::{Book, FILE, FOLDER, Ports, RecoveryKey, Unlock, take_inbox};
use zeroize::Zeroizing;

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

    /// Asks for what opens the logbook: the passphrase, or the recovery key if that was asked for.
    pub(crate) fn way_in(&self) -> Result<WayIn, Failure> {
        if self.with_recovery_key {
            let typed = ask::secret(self, "cli-ask-recovery-key")?;
            return Ok(WayIn::RecoveryKey(RecoveryKey::parse(&typed).map_err(Failure::RecoveryKey)?));
        }
        ask::secret(self, "cli-ask-passphrase").map(WayIn::Passphrase)
    }

    /// Opens the logbook, and takes in what was put in while it was locked.
    pub(crate) fn open(&self) -> Result<RefCell<Book>, Failure> {
        let way = self.way_in()?;
        let book = RefCell::new(Book::open(&self.logbook, &way.unlock(), self.ports.clone())?);
        let label = self.texts.get("cli-taking-in");
        // What cannot be taken in now stays, and the rest can be used.
        let taken = take_inbox(&book, &mut |done, total| {
            crate::print::progress(&label, done as u64, total as u64);
            ControlFlow::Continue(())
        });
        match taken.map(|taken| taken.len()) {
            Ok(0) => {}
            Ok(count) => crate::print::remark(&self.texts.format("cli-taken-in", &[("count", count.into())])),
            Err(error) => crate::print::remark(&Failure::from(error).sentence(&self.texts).unwrap_or_default()),
        }
        if !book.borrow().problems().is_empty() {
            crate::print::remark(&self.texts.get("cli-problems-at-opening"));
        }
        Ok(book)
    }
}

/// What was typed to open a logbook.
pub(crate) enum WayIn {
    Passphrase(Zeroizing<String>),
    RecoveryKey(RecoveryKey),
}

impl WayIn {
    pub(crate) fn unlock(&self) -> Unlock<'_> {
        match self {
            Self::Passphrase(passphrase) => Unlock::Passphrase(passphrase),
            Self::RecoveryKey(key) => Unlock::RecoveryKey(key),
        }
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
    // As the app: a Windows network copies the other folder to its server when one logs off.
    let data = if cfg!(windows) { dirs::data_local_dir() } else { dirs::data_dir() };
    data.unwrap_or_else(|| PathBuf::from(".")).join(FOLDER).join(FILE)
}
