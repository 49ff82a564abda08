//! `verify`: needs no logbook and no passphrase.

use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;

use houvast_package::{Folder, Problem, State, Verdict, What, Zip, check};
use houvast_vault::hex;
use serde_json::json;

use crate::args::Verify;
use crate::failure::Failure;
use crate::session::Session;
use crate::{ask, print};

/// More than any anchor.
const LONGEST: u64 = 64 << 10;
/// Bytes of the fingerprint, as they stand at the foot of the pages.
const DIGITS: usize = 8;

pub(crate) fn run(session: &Session, what: &Verify) -> Result<(), Failure> {
    let anchor = what.anchor.as_deref().map(|path| ask::text(path, LONGEST)).transpose()?;
    let verdict = verdict(session, what, anchor.as_deref())?;
    if session.json {
        print::json(&as_json(&verdict));
    } else {
        say(session, &verdict);
    }
    if verdict.holds() { Ok(()) } else { Err(Failure::DoesNotHold) }
}

fn verdict(session: &Session, what: &Verify, anchor: Option<&str>) -> Result<Verdict, Failure> {
    let path = &what.package;
    let cannot = |error| Failure::File("cli-cannot-read", path.display().to_string(), error);
    let label = session.texts.get("cli-checking");
    let mut progress = |done, total| {
        print::progress(&label, done, total);
        ControlFlow::Continue(())
    };
    if std::fs::metadata(path).map_err(cannot)?.is_dir() {
        return Ok(match Folder::open(path) {
            Ok(mut folder) => check(&mut folder, anchor, &mut progress).ok_or(Failure::DoesNotHold)?,
            Err(problem) => Verdict::nothing(problem),
        });
    }
    let password = what.password_file.as_deref().map(ask::line_of).transpose()?;
    let file = BufReader::new(File::open(path).map_err(cannot)?);
    match Zip::open(file, password.as_ref().map(|password| password.as_str())) {
        Ok(mut zip) => check(&mut zip, anchor, &mut progress).ok_or(Failure::DoesNotHold),
        Err(Problem { what: What::WrongPassword, .. }) => Err(Failure::Words(
            if password.is_some() { "cli-package-password-wrong" } else { "cli-package-password" },
            String::new(),
        )),
        Err(problem) => Ok(Verdict::nothing(problem)),
    }
}

/// Every file, every entry, what is wrong, what holds, and what nothing here can show.
fn say(session: &Session, verdict: &Verdict) {
    let texts = &session.texts;
    for (name, holds) in &verdict.files {
        print::line(&format!("{}  {name}", if *holds { "✓" } else { "✗" }));
    }
    for entry in &verdict.entries {
        let mark = if matches!(entry.state, State::Full | State::Partly) { "✓" } else { "✗" };
        let state = texts.get(&format!("verify-state-{}", entry.state.name()));
        print::line(&format!("{mark}  {} · {} · {} · {state}", entry.number, entry.when, first_line(&entry.what)));
    }
    print::line("");
    for problem in &verdict.problems {
        let name = problem.what.name();
        let values = [
            ("name", problem.name.clone().unwrap_or_default().into()),
            ("number", problem.number.unwrap_or_default().to_string().into()),
        ];
        print::line(&texts.format(&format!("verify-problem-{name}"), &values));
        print::line(&format!("  {}", texts.get(&format!("verify-do-{name}"))));
    }
    if verdict.holds() {
        print::line(&texts.format("verify-files-hold", &[("count", verdict.files.len().into())]));
        print::line(&texts.get("verify-signed"));
        if let Some((_, size, root)) = &verdict.head {
            let fingerprint = hex(&root[..DIGITS]);
            print::line(&texts.format("verify-log", &[("size", (*size).into()), ("fingerprint", fingerprint.into())]));
        }
        let count = |state| verdict.entries.iter().filter(|entry| entry.state == state).count();
        let entries = [("full", count(State::Full).into()), ("partly", count(State::Partly).into())];
        print::line(&texts.format("verify-entries", &entries));
        if let Some(Ok(size)) = verdict.anchor {
            print::line(&texts.format("verify-anchor-holds", &[("size", size.into())]));
        }
        print::line("");
        print::line(&texts.get("verify-unproved-title"));
        for id in ["true", "clock", "whole", "whose", "older"] {
            print::line(&format!("- {}", texts.get(&format!("verify-unproved-{id}"))));
        }
        print::line("");
        print::line(&texts.get("verify-verdict-holds"));
    } else {
        let judged = match verdict.manifest {
            None => "cannot",
            Some(_) if verdict.problems.iter().all(|problem| problem.what.is_doubt()) => "partly",
            Some(_) => "fails",
        };
        let count = verdict.problems.len();
        print::error(&texts.format(&format!("verify-verdict-{judged}"), &[("count", count.into())]));
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn as_json(verdict: &Verdict) -> serde_json::Value {
    let place = |problem: &Problem| {
        problem.name.clone().or(problem.number.map(|number| number.to_string())).unwrap_or_default()
    };
    let problems: Vec<_> =
        verdict.problems.iter().map(|problem| json!({"what": problem.what.name(), "where": place(problem)})).collect();
    let files: Vec<_> = verdict.files.iter().map(|(name, holds)| json!({"name": name, "ok": holds})).collect();
    let entries: Vec<_> = verdict
        .entries
        .iter()
        .map(|entry| json!({"number": entry.number, "when": entry.when, "state": entry.state.name()}))
        .collect();
    let anchor = verdict.anchor.map(|held| held.is_ok());
    json!({"ok": verdict.holds(), "problems": problems, "files": files, "entries": entries, "anchor": anchor})
}
