//! What is promised of a logbook and its ways in; and whether the file keeps the promise.

use std::ops::ControlFlow;
use std::path::Path;

use houvast_logbook::{Agreement, Book};

use crate::operation::{Operation, Said, Way};
use crate::state::State;
use crate::worker;

/// One way in which things can stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct World {
    /// Is there a logbook at all?
    pub(crate) made: bool,
    pub(crate) state: State,
    pub(crate) passphrase: String,
    /// `None` if a new one was made and nobody heard it.
    pub(crate) recovery: Option<String>,
    /// The anchors that were handed out, word for word.
    anchors: Vec<String>,
}

impl World {
    /// How things stand after this, if it happened.
    pub(crate) fn after(&self, operation: &Operation, gave: Option<&String>) -> Option<Self> {
        let mut world = Self { state: self.state.after(operation)?, ..self.clone() };
        match operation {
            Operation::Make { .. } if self.made => {}
            Operation::Make { passphrase } => {
                world = Self { made: true, passphrase: passphrase.clone(), recovery: gave.cloned(), ..Self::default() };
            }
            _ if !self.made => return None,
            Operation::ChangePassphrase { new } => world.passphrase.clone_from(new),
            Operation::ReplaceRecoveryKey => world.recovery = gave.cloned(),
            Operation::GiveAnchor { .. } => world.anchors.extend(gave.cloned()),
            _ => {}
        }
        Some(world)
    }

    /// A cheap way in, if there is one.
    pub(crate) fn way(&self) -> Way {
        match &self.recovery {
            Some(key) => Way::RecoveryKey(key.clone()),
            None => Way::Passphrase(self.passphrase.clone()),
        }
    }
}

/// Every way in which things can stand after what a worker said. What was acknowledged happened, what failed or was
/// cut off happened or did not.
pub(crate) fn possible(before: &World, script: &[Operation], said: &[Said]) -> Vec<World> {
    let mut worlds = vec![before.clone()];
    let mut begun = None;
    for line in said {
        match line {
            Said::Begun(n) => begun = Some(*n),
            Said::Done(n, gave) => {
                begun = None;
                worlds = worlds.iter().filter_map(|world| world.after(&script[*n], gave.as_ref())).collect();
            }
            Said::Failed(n, code) => {
                begun = None;
                if code != worker::NO_BOOK {
                    may_have_happened(&mut worlds, &script[*n]);
                }
            }
        }
    }
    if let Some(n) = begun {
        may_have_happened(&mut worlds, &script[n]);
    }
    worlds
}

fn may_have_happened(worlds: &mut Vec<World>, operation: &Operation) {
    let also: Vec<World> = worlds.iter().filter_map(|world| world.after(operation, None)).collect();
    for world in also {
        if !worlds.contains(&world) {
            worlds.push(world);
        }
    }
}

/// Opens the logbook as a person would the next morning and holds it against how things can stand: it must be one of
/// those, wholly, and nothing may be wrong with it. Answers with that one. `passphrase` says whether it must be tried
/// even if there is no doubt about it; that takes its time.
pub(crate) fn hold(path: &Path, mut worlds: Vec<World>, passphrase: bool) -> Result<World, String> {
    if !path.exists() {
        return worlds.into_iter().find(|world| !world.made).ok_or_else(|| "the logbook is gone".to_owned());
    }
    worlds.retain(|world| world.made);
    let mut book = enter(path, &mut worlds)?;
    let problems = book.check(&mut |_, _| ControlFlow::Continue(())).map_err(|error| format!("check: {error}"))?;
    if !problems.is_empty() {
        return Err(format!("the check found {problems:?}"));
    }
    let (found, errors) = State::of(&book);
    if !errors.is_empty() {
        return Err(format!("something does not come out: {errors:?}"));
    }
    let Some(mut world) = worlds.iter().find(|world| world.state == found).cloned() else {
        let wanted: Vec<&State> = worlds.iter().map(|world| &world.state).collect();
        return Err(format!("the logbook says\n{found:#?}\nand should say one of\n{wanted:#?}"));
    };
    for anchor in world.anchors.iter().rev().take(3) {
        if !matches!(book.agrees_with(anchor), Ok(Agreement::Holds { .. })) {
            return Err(format!("this anchor no longer holds:\n{anchor}"));
        }
    }
    if passphrase {
        book.verify_passphrase(&world.passphrase).map_err(|error| format!("the passphrase: {error}"))?;
    }
    if world.recovery.is_none() {
        world.recovery = Some(book.replace_recovery_key().map_err(|error| error.to_string())?.to_string());
    }
    Ok(world)
}

/// Opens by the recovery key if one is known, and tries the passphrases where it is in doubt which of them is valid:
/// one must be, and only one. Worlds whose ways in are refused are struck out.
fn enter(path: &Path, worlds: &mut Vec<World>) -> Result<Book, String> {
    let mut keys: Vec<Option<String>> = worlds.iter().map(|world| world.recovery.clone()).collect();
    keys.sort();
    keys.dedup();
    let mut opened = None;
    for key in keys.into_iter().flatten() {
        match worker::open(path, &Way::RecoveryKey(key.clone())) {
            Ok(book) => {
                worlds.retain(|world| world.recovery.as_ref() == Some(&key));
                opened = Some(book);
                break;
            }
            Err(error) if error.code() == "wrong-recovery-key" => {
                worlds.retain(|world| world.recovery.as_ref() != Some(&key));
            }
            Err(error) => return Err(format!("it does not open by the recovery key: {error} ({})", error.code())),
        }
    }
    let mut passphrases: Vec<String> = worlds.iter().map(|world| world.passphrase.clone()).collect();
    passphrases.sort();
    passphrases.dedup();
    if passphrases.len() == 1
        && let Some(book) = opened
    {
        return Ok(book);
    }
    drop(opened);
    let mut valid = None;
    for passphrase in passphrases {
        match worker::open(path, &Way::Passphrase(passphrase.clone())) {
            Ok(_) if valid.is_some() => return Err("two passphrases open it".to_owned()),
            Ok(_) => valid = Some(passphrase),
            Err(error) if error.code() == "wrong-passphrase" => {}
            Err(error) => return Err(format!("it does not open by the passphrase: {error} ({})", error.code())),
        }
    }
    let valid = valid.ok_or("no way in that should be valid opens it")?;
    worlds.retain(|world| world.passphrase == valid);
    let way = worlds.first().ok_or("the ways in do not belong together")?.way();
    worker::open(path, &way).map_err(|error| format!("it opened once and not again: {error}"))
}
