//! What is promised of a logbook and its ways in; and whether the file keeps the promise.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::Path;

use houvast_logbook::{Agreement, Book};
use houvast_vault::journal_of;
use rusqlite::{Connection, OpenFlags};

use crate::operation::{File, Operation, Said, Way};
use crate::state::{Piece, State};
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
    /// The backups beside it, by name.
    pub(crate) backups: BTreeMap<String, Copy>,
    /// The logbooks that were set aside, in order.
    pub(crate) asides: Vec<Copy>,
    /// What was being put in when it was cut off, and how much of it must be there.
    cut: Option<(String, File, usize)>,
    /// The kinds of what happened and was not acknowledged.
    pub(crate) unasked: Vec<&'static str>,
}

/// Another logbook in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Copy {
    pub(crate) of: Box<World>,
    /// Was it read and found so? Nothing writes to it after.
    held: bool,
}

/// Sealed bytes of what is put in that may wait in memory, with a chunk and its frame.
const IN_MEMORY: usize = (1 << 20) + 2 * 65_536;

impl World {
    /// How things stand after this, if it happened.
    pub(crate) fn after(&self, operation: &Operation, gave: Option<&String>) -> Option<Self> {
        if !self.made && !matches!(operation, Operation::Make { .. }) {
            return None;
        }
        let mut world = Self { state: self.state.after(operation)?, ..self.clone() };
        match operation {
            Operation::Make { .. } if self.made => {}
            Operation::Make { passphrase } => {
                world = Self { made: true, passphrase: passphrase.clone(), recovery: gave.cloned(), ..Self::default() };
            }
            Operation::ChangePassphrase { new } => world.passphrase.clone_from(new),
            Operation::ReplaceRecoveryKey => world.recovery = gave.cloned(),
            Operation::GiveAnchor { .. } => world.anchors.extend(gave.cloned()),
            Operation::BackUp { name } => {
                world.backups.insert(name.clone(), self.copy());
                world.state.backed_up |= gave.is_some();
            }
            Operation::PutBack { name, .. } => {
                let (backups, mut asides) = (self.backups.clone(), self.asides.clone());
                asides.push(self.copy());
                world = Self { backups, asides, ..(*self.backups.get(name)?.of).clone() };
            }
            _ => {}
        }
        Some(world)
    }

    /// How things can stand after this when nobody was told that it was done, apart from how they stood.
    fn halfway(&self, operation: &Operation, upto: usize) -> Vec<Self> {
        let mut worlds: Vec<Self> = self.after(operation, None).into_iter().collect();
        match operation {
            Operation::TakeIn if self.made => {
                let few = (1..self.state.waiting.len()).map(|count| {
                    let mut world = self.clone();
                    world.state.pieces.extend(world.state.waiting.drain(..count));
                    world
                });
                worlds.extend(few);
            }
            Operation::PutIn { name, file } if self.made => {
                worlds.push(Self { cut: Some((name.clone(), file.clone(), upto)), ..self.clone() });
            }
            Operation::BackUp { .. } => worlds.extend(self.after(operation, Some(&String::new()))),
            // It has its second name, and the backup has not yet its own.
            Operation::PutBack { .. } if self.made => {
                let mut world = self.clone();
                world.asides.push(self.copy());
                worlds.push(world);
            }
            _ => {}
        }
        worlds.iter_mut().for_each(|world| world.unasked.push(operation.kind()));
        worlds
    }

    fn copy(&self) -> Copy {
        let of = Self { backups: BTreeMap::new(), asides: Vec::new(), unasked: Vec::new(), ..self.clone() };
        Copy { of: Box::new(of), held: false }
    }

    /// Throws away the logbooks that were set aside, and all but the newest backups, so that the folder stays small.
    pub(crate) fn tidy(&mut self, path: &Path) {
        for n in 1..=self.asides.len() {
            std::fs::remove_file(path.with_file_name(format!("a-{n}.db"))).unwrap();
        }
        self.asides.clear();
        while self.backups.len() > 2 {
            let (name, _) = self.backups.pop_first().unwrap();
            std::fs::remove_file(path.with_file_name(name)).unwrap();
        }
    }

    /// Names of the other logbooks that stand in the folder.
    pub(crate) fn beside(&self) -> BTreeSet<String> {
        let asides = (1..=self.asides.len()).map(|n| format!("a-{n}.db"));
        self.backups.keys().cloned().chain(asides).collect()
    }

    /// If something was cut off when it was put in, then what is found of it, if that can be.
    fn with_cut(&self, found: &State) -> Option<Self> {
        let Some((name, file, least)) = &self.cut else { return Some(self.clone()) };
        let (_, piece) = found.waiting.iter().find(|(waiting, piece)| waiting == name && !piece.whole)?;
        let bytes = file.bytes();
        let part = bytes.get(..piece.size).filter(|part| part.len() >= *least)?;
        let mut world = Self { cut: None, ..self.clone() };
        world.state.waiting.push((name.clone(), Piece { whole: false, ..Piece::of(part) }));
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
    let mut worlds = vec![World { unasked: Vec::new(), ..before.clone() }];
    let (mut begun, mut upto) = (None, 0);
    for line in said {
        match line {
            Said::Begun(n) => (begun, upto) = (Some(*n), 0),
            Said::Upto(_, bytes) => upto = usize::try_from(*bytes).unwrap(),
            Said::Done(n, gave) => {
                begun = None;
                worlds = worlds.iter().filter_map(|world| world.after(&script[*n], gave.as_ref())).collect();
            }
            Said::Failed(n, code) => {
                begun = None;
                if code != worker::NO_BOOK {
                    may_have_happened(&mut worlds, &script[*n], 0);
                }
            }
        }
    }
    if let Some(n) = begun {
        // More than waits in memory stands in the file by then.
        let least = upto.saturating_sub(IN_MEMORY);
        may_have_happened(&mut worlds, &script[n], least);
        if least > 0 {
            worlds.retain(|world| !world.unasked.is_empty());
        }
    }
    worlds
}

fn may_have_happened(worlds: &mut Vec<World>, operation: &Operation, upto: usize) {
    let also: Vec<World> = worlds.iter().flat_map(|world| world.halfway(operation, upto)).collect();
    for world in also {
        if !worlds.contains(&world) {
            worlds.push(world);
        }
    }
}

/// Opens the logbook as a person would the next morning and holds it against how things can stand: it must be one of
/// those, wholly, and nothing may be wrong with it nor with the backups and earlier logbooks beside it. Answers with that
/// one. `passphrase` says whether it must be tried even if there is no doubt about it; that takes its time.
pub(crate) fn hold(path: &Path, mut worlds: Vec<World>, passphrase: bool) -> Result<World, String> {
    let beside = beside(path);
    if !worlds.iter().any(|world| world.beside() == beside) {
        return Err(format!("beside it stand {beside:?}"));
    }
    worlds.retain(|world| world.beside() == beside);
    if !path.exists() {
        return worlds.into_iter().find(|world| !world.made).ok_or_else(|| "the logbook is gone".to_owned());
    }
    worlds.retain(|world| world.made);
    let mut wrong = String::new();
    for world in hold_one(path, worlds, passphrase, true)? {
        match hold_beside(path, world) {
            Ok(world) => return Ok(world),
            Err(why) => wrong = why,
        }
    }
    Err(wrong)
}

/// Holds this one logbook against how it can stand, and answers with all that it can be.
fn hold_one(path: &Path, mut worlds: Vec<World>, passphrase: bool, new_key: bool) -> Result<Vec<World>, String> {
    let book = RefCell::new(enter(path, &mut worlds)?);
    let taken = houvast_logbook::take_inbox(&book, &mut |_, _| ControlFlow::Continue(()));
    let taken = taken.map_err(|error| format!("the inbox: {error}"))?;
    let mut book = book.into_inner();
    let problems = book.check(&mut |_, _| ControlFlow::Continue(())).map_err(|error| format!("check: {error}"))?;
    if !problems.is_empty() {
        return Err(format!("the check found {problems:?}"));
    }
    let (found, errors) = State::having_taken(&book, &taken);
    if !errors.is_empty() {
        return Err(format!("something does not come out: {errors:?}"));
    }
    let fits = |world: &World| world.with_cut(&found).filter(|world| world.state == found);
    let mut fitting: Vec<World> = worlds.iter().filter_map(fits).collect();
    let Some(world) = fitting.first() else {
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
    let new = (new_key && world.recovery.is_none())
        .then(|| book.replace_recovery_key().map(|key| key.to_string()))
        .transpose()
        .map_err(|error| error.to_string())?;
    for world in &mut fitting {
        world.recovery = new.clone().or(world.recovery.take());
        world.state = world.state.after(&Operation::TakeIn).unwrap();
    }
    let blobs: usize = book.evidence().iter().map(|piece| 1 + usize::from(piece.thumbnail.is_some())).sum();
    drop(book);
    adds_up(path, &found, blobs)?;
    Ok(fitting)
}

/// Nothing is in the file that the book does not speak of: no chunks of what was erased, no draft of it, nothing that
/// was taken in already.
fn adds_up(path: &Path, state: &State, blobs: usize) -> Result<(), String> {
    let file = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let small = state.drafts.len() + usize::from(state.backed_up);
    for (select, should) in [
        ("SELECT count(DISTINCT blob) FROM chunk", blobs),
        ("SELECT count(*) FROM staging", 0),
        ("SELECT count(*) FROM inbox", 0),
        ("SELECT count(*) FROM state", small),
    ] {
        let is: usize = file.query_row(select, [], |row| row.get(0)).map_err(|error| error.to_string())?;
        if is != should {
            return Err(format!("{select} gives {is} and should give {should}"));
        }
    }
    Ok(())
}

/// Reads the backups and the earlier logbooks that were not read before; of each a copy, by itself.
fn hold_beside(path: &Path, mut world: World) -> Result<World, String> {
    let asides = world.asides.iter_mut().enumerate().map(|(n, copy)| (format!("a-{}.db", n + 1), copy));
    let backups = world.backups.iter_mut().map(|(name, copy)| (name.clone(), copy));
    for (name, copy) in asides.chain(backups).filter(|(_, copy)| !copy.held) {
        let look = worker::outside(path).join("look.db");
        let from = path.with_file_name(&name);
        std::fs::copy(&from, &look).unwrap();
        // What a crash left to undo goes with the logbook it is about, and none of another one with it.
        match std::fs::copy(journal_of(&from), journal_of(&look)) {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                if journal_of(&look).exists() {
                    std::fs::remove_file(journal_of(&look)).unwrap();
                }
            }
            copied => drop(copied.unwrap()),
        }
        hold_one(&look, vec![(*copy.of).clone()], false, false).map_err(|why| format!("{name}: {why}"))?;
        copy.held = true;
    }
    Ok(world)
}

/// The other logbooks in the folder.
fn beside(path: &Path) -> BTreeSet<String> {
    let names = std::fs::read_dir(path.parent().unwrap()).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let logbook = |name: &String| Path::new(name).extension().is_some_and(|ending| ending == "db");
    names.filter(|name| logbook(name) && !name.starts_with('.') && name != "a.db").collect()
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
