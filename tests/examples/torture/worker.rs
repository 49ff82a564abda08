//! The worker: does what its script says through the book, as the app does, and says after each operation that it is
//! done. It is killed, or its disk fails.

use std::cell::RefCell;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;
use houvast_logbook::model::{Arrival, EvidenceId, Incident, IncidentId, When};
use houvast_logbook::view::Filter;
use houvast_logbook::{Book, Error, KdfCost, Keep, KeepError, RecoveryKey, Unlock};

use crate::operation::{Operation, Said, Way};

/// Runs the script that comes as lines from standard input, on the logbook at `path`.
pub(crate) fn work(path: &Path) {
    let mut book = None;
    let script: Vec<Operation> =
        std::io::stdin().lines().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect();
    for (n, operation) in script.into_iter().enumerate() {
        say(&Said::Begun(n));
        match act(&mut book, path, operation) {
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
        _ => {}
    }
    match held {
        Some(book) => on(book, operation),
        None => Err(NO_BOOK),
    }
}

fn on(book: &RefCell<Book>, operation: Operation) -> Answer {
    let mut open = book.borrow_mut();
    let done = match operation {
        Operation::Make { .. } | Operation::Open { .. } => unreachable!("done before"),
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
            open.set_draft(&form, text.map(serde_json::Value::String).as_ref()).map(|()| None)
        }
        Operation::ChangePassphrase { new } => open.change_passphrase(&new, KdfCost::FLOOR).map(|()| None),
        Operation::ReplaceRecoveryKey => open.replace_recovery_key().map(|key| Some(key.to_string())),
        // Here come: erasing, backing up, restoring, and what is put in while locked.
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
