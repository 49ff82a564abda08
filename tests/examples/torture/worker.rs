//! The worker: does what its script says through the book, as the app does, and says after each operation that it is
//! done. It is killed, or its disk fails.

use std::cell::RefCell;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;
use houvast_logbook::model::{Arrival, EvidenceId, Incident, IncidentId, When};
use houvast_logbook::view::Filter;
use houvast_logbook::{Book, Error, KdfCost, Keep, KeepError, RecoveryKey, Restore, Unlock};

use crate::operation::{File, Operation, Said, Way};

/// Runs the script that comes as lines from standard input, on the logbook at `path`.
pub(crate) fn work(path: &Path) {
    let mut book = None;
    let script: Vec<Operation> =
        std::io::stdin().lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect();
    for (n, operation) in script.into_iter().enumerate() {
        say(&Said::Begun(n));
        match act_telling(&mut book, path, operation, &|bytes| say(&Said::Upto(n, bytes))) {
            Ok(gave) => say(&Said::Done(n, gave)),
            Err(code) => say(&Said::Failed(n, code.to_owned())),
        }
    }
}

fn say(said: &Said) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string(said).unwrap()).and_then(|()| out.flush()).unwrap();
}

/// Opens a logbook by any way in.
pub(crate) fn open(path: &Path, way: &Way) -> Result<Book, Error> {
    let ports = houvast_vault::system::ports();
    match way {
        Way::Passphrase(passphrase) => Book::open(path, &Unlock::Passphrase(passphrase), ports),
        Way::RecoveryKey(key) => Book::open(path, &Unlock::RecoveryKey(&RecoveryKey::parse(key).unwrap()), ports),
    }
}

pub(crate) fn incident(what: &str) -> Incident {
    let mut incident = Incident::at(When::Day(NaiveDate::from_ymd_opt(2026, 3, 3).unwrap()));
    what.clone_into(&mut incident.what);
    incident
}

/// Said when an operation needs a logbook that could not be made or opened, which was said before.
pub(crate) const NO_BOOK: &str = "no-book";

/// What was handed out, or the code of the error.
pub(crate) type Answer = Result<Option<String>, &'static str>;

/// Does it, through the book.
pub(crate) fn act(held: &mut Option<RefCell<Book>>, path: &Path, operation: Operation) -> Answer {
    act_telling(held, path, operation, &|_| {})
}

fn act_telling(held: &mut Option<RefCell<Book>>, path: &Path, operation: Operation, upto: &dyn Fn(u64)) -> Answer {
    match (&operation, &held) {
        (Operation::Make { .. }, Some(_)) => return Ok(None),
        (Operation::Make { passphrase }, None) => {
            let ports = houvast_vault::system::ports();
            let (book, key) = Book::create(path, passphrase, KdfCost::FLOOR, ports).map_err(|error| error.code())?;
            *held = Some(RefCell::new(book));
            return Ok(Some(key.to_string()));
        }
        (Operation::Open { way }, _) => {
            // One at a time: the file belongs to who has it open.
            *held = None;
            *held = Some(RefCell::new(open(path, way).map_err(|error| error.code())?));
            return Ok(None);
        }
        (Operation::PutIn { name, file }, _) => {
            *held = None;
            return put_in(path, name, file, upto);
        }
        (Operation::PutBack { name, way }, _) => return put_back(held, path, name, way),
        _ => {}
    }
    match held {
        Some(book) => on(book, operation),
        None => Err(NO_BOOK),
    }
}

fn put_in(path: &Path, name: &str, file: &File, upto: &dyn Fn(u64)) -> Answer {
    let ports = houvast_vault::system::ports();
    if let File::Note(text) = file {
        return houvast_logbook::put_note(path, &ports, name, text).map(|()| None).map_err(|error| error.code());
    }
    // It comes from elsewhere.
    let source = outside(path).join(name);
    std::fs::write(&source, file.bytes()).unwrap();
    let put = houvast_logbook::put_file(path, &ports, &source, &mut |bytes, _| {
        upto(bytes);
        ControlFlow::Continue(())
    });
    std::fs::remove_file(&source).unwrap();
    put.map(|()| None).map_err(|error| error.code())
}

/// A folder that is not the logbook's.
pub(crate) fn outside(path: &Path) -> &Path {
    path.parent().and_then(Path::parent).unwrap()
}

/// As the app does: what it would lose is looked at first, and the logbook that was there is closed by then.
fn put_back(held: &mut Option<RefCell<Book>>, path: &Path, name: &str, way: &Way) -> Answer {
    let here = held.take();
    let key;
    let unlock = match way {
        Way::Passphrase(passphrase) => Unlock::Passphrase(passphrase),
        Way::RecoveryKey(text) => {
            key = RecoveryKey::parse(text).unwrap();
            Unlock::RecoveryKey(&key)
        }
    };
    let (from, ports) = (path.with_file_name(name), houvast_vault::system::ports());
    let read = Restore::read(&from, path, &unlock, ports, &mut |_, _| ControlFlow::Continue(()));
    let restore = read.map_err(|error| error.code())?;
    if let Some(here) = here {
        restore.lacks(&here.borrow()).map_err(|error| error.code())?;
    }
    restore.put().map(|_| None).map_err(|error| error.code())
}

fn on(book: &RefCell<Book>, operation: Operation) -> Answer {
    match &operation {
        Operation::TakeIn => {
            let taken = houvast_logbook::take_inbox(book, &mut |_, _| ControlFlow::Continue(()));
            return taken.map(|_| None).map_err(|error| error.code());
        }
        Operation::BackUp { name } => {
            let target = book.borrow().path().with_file_name(name);
            houvast_logbook::backup(book, &target, &mut |_, _| ControlFlow::Continue(()))
                .map_err(|error| error.code())?;
            let remembered = book.borrow().last_backup().is_ok_and(|last| last.last.is_some() && last.added == 0);
            return Ok(remembered.then(|| "remembered".to_owned()));
        }
        _ => {}
    }
    let mut open = book.borrow_mut();
    let done = match operation {
        Operation::Make { .. }
        | Operation::Open { .. }
        | Operation::PutIn { .. }
        | Operation::TakeIn
        | Operation::BackUp { .. }
        | Operation::PutBack { .. } => unreachable!("done before"),
        Operation::Record { what } => open.record(incident(&what), &[]).map(|_| None),
        Operation::RecordMany { whats } => {
            open.record_all(whats.iter().map(|what| incident(what)).collect()).map(|_| None).map_err(|(_, error)| error)
        }
        Operation::Amend { which, what } => {
            entry(&open, &which).and_then(|id| open.amend(&id, incident(&what), "beter")).map(|()| None)
        }
        Operation::Withdraw { which, reason } => {
            entry(&open, &which).and_then(|id| open.withdraw(&id, &reason)).map(|()| None)
        }
        Operation::Restore { which, reason } => {
            entry(&open, &which).and_then(|id| open.restore(&id, &reason)).map(|()| None)
        }
        Operation::Keep { name, file, with } => {
            let incident = with.map(|which| entry(&open, &which)).transpose().map_err(|error| error.code())?;
            drop(open);
            let bytes = file.bytes();
            let keep = Keep { name: &name, arrival: Arrival::Picked, incident: incident.as_ref() };
            let kept =
                keep.bytes(book, &mut bytes.as_slice(), bytes.len() as u64, &mut |_, _| ControlFlow::Continue(()));
            return kept.map(|_| None).map_err(|error: KeepError| error.code());
        }
        Operation::Move { name, with } => piece(&open, &name)
            .and_then(|id| {
                let incident = with.map(|which| entry(&open, &which)).transpose()?;
                open.link_evidence(&id, incident)
            })
            .map(|()| None),
        Operation::GiveAnchor { to } => open.give_anchor(&to).map(Some),
        Operation::SetDraft { form, text } => {
            let form = match form.strip_prefix("amend/") {
                Some(which) => entry(&open, which).map(|id| format!("amend/{id}")),
                None => Ok(form),
            };
            form.and_then(|form| open.set_draft(&form, text.map(serde_json::Value::String).as_ref())).map(|()| None)
        }
        Operation::ChangePassphrase { new } => open.change_passphrase(&new, KdfCost::FLOOR).map(|()| None),
        Operation::ReplaceRecoveryKey => open.replace_recovery_key().map(|key| Some(key.to_string())),
        Operation::EraseEntry { which, files, reason } => {
            entry(&open, &which).and_then(|id| open.erase_incident(&id, files, &reason)).map(|()| None)
        }
        Operation::EraseFile { name, reason } => {
            piece(&open, &name).and_then(|id| open.erase_evidence(&id, &reason)).map(|()| None)
        }
    };
    done.map_err(|error| error.code())
}

/// The entry whose first text this is.
fn entry(book: &Book, first: &str) -> Result<IncidentId, Error> {
    let all = book.incidents_in_full(&Filter { withdrawn: true, ..Filter::default() });
    let found = all.into_iter().find(|view| crate::state::first_text(view) == Some(first));
    found.map(|view| view.id).ok_or(Error::NoSuchIncident)
}

fn piece(book: &Book, name: &str) -> Result<EvidenceId, Error> {
    book.evidence().into_iter().find(|piece| piece.name == name).map(|piece| piece.id).ok_or(Error::NoSuchEvidence)
}
