//! `houvast`: the same book as the app's, from a terminal.
//!
//! Exit status: 0 done; 1 something failed or does not hold; 2 the words are wrong; 3 wrong passphrase;
//! 4 the file is damaged or not a logbook. docs/command-line.md is the contract.

mod args;
mod ask;
mod command;
mod failure;
mod print;
mod session;

use std::alloc::System;
use std::process::ExitCode;

use clap::Parser;
use zeroizing_alloc::ZeroAlloc;

use args::{Arguments, Command};
use failure::Failure;
use session::Session;

/// Wipes what is freed: opened text leaves this process's memory when the book is dropped.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    houvast_vault::guard::process();
    // The report is laid out in a child process of this program, which ends: see houvast_report::child.
    if std::env::args().nth(1).as_deref() == Some(houvast_report::child::ARGUMENT) {
        return houvast_report::child::serve();
    }
    let arguments = Arguments::parse();
    let session = Session::new(&arguments.common);
    match run(&session, arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(sentence) = failure.sentence(&session.texts) {
                print::error(&sentence);
            }
            ExitCode::from(failure.status())
        }
    }
}

fn run(session: &Session, command: Command) -> Result<(), Failure> {
    match command {
        Command::Create(sheet) => command::create::run(session, &sheet),
        Command::Record(what) => command::record::run(session, &what),
        Command::Attach { incident, files } => command::attach::run(session, &incident, &files),
        Command::Move { evidence, to, to_inbox: _ } => command::relocate::run(session, &evidence, to.as_deref()),
        Command::List(what) => command::list::run(session, &what),
        Command::Show { incident } => command::show::run(session, &incident),
        Command::Amend { incident, input, reason } => command::amend::amend(session, &incident, &input, &reason),
        Command::Withdraw { id, reason } => command::withdraw::withdraw(session, &id, &reason),
        Command::BringBack { id, reason } => command::withdraw::bring_back(session, &id, &reason),
        Command::Extract { evidence, out } => command::extract::run(session, &evidence, &out),
        Command::Contact { action } => command::contacts::contact(session, action),
        Command::Measure { action } => command::contacts::measure(session, action),
        Command::Moment { action } => command::contacts::moment(session, action),
        Command::New { organisation } => command::contacts::news(session, &organisation),
        Command::Case { victim, suspect, address, children } => {
            command::contacts::case(session, [victim, suspect, address, children])
        }
        Command::Report(what) => command::report::run(session, &what),
        Command::Package(what) => command::package::run(session, &what),
        Command::Verify(what) => command::verify::run(session, &what),
        Command::Check { anchor } => command::check::run(session, anchor.as_deref()),
        Command::Anchor { to } => command::anchor::run(session, to.as_deref()),
        Command::Put { note, files } => command::put::run(session, note.as_deref(), &files),
        Command::Inbox => command::put::inbox(session),
        Command::Erase { id, keep_files, reason, for_good } => {
            command::erase::run(session, &id, keep_files, &reason, for_good)
        }
        Command::Backup { out } => command::backup::backup(session, &out),
        Command::Restore { from, replace } => command::backup::restore(session, &from, replace),
        Command::Guide(what) => command::guide::run(session, &what),
        Command::Passphrase => command::keys::passphrase(session),
        Command::RecoveryKey(sheet) => command::keys::recovery_key(session, &sheet),
        Command::Demo { out } => command::demo::run(session, &out),
    }
}
