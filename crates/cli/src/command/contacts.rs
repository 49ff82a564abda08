//! `contact`, `measure`, `moment`, `new` and `case`

use std::path::Path;

use chrono::NaiveDate;
use houvast_logbook::model::ContactId;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::id;
use crate::args::{CardAction, ContactAction, MeasureAction, MomentAction};
use crate::failure::Failure;
use crate::session::Session;
use crate::{ask, print};

pub(crate) fn contact(session: &Session, action: ContactAction) -> Result<(), Failure> {
    let book = session.open()?;
    match action {
        ContactAction::Add { input, after: Some(before) } => {
            let before: ContactId = id(&before)?;
            let mut ids = Vec::new();
            for contact in entries(&input)? {
                // Each follows the one before it.
                let before = ids.last().unwrap_or(&before).clone();
                ids.push(book.borrow_mut().succeed_contact(&before, contact)?);
            }
            added(session, &ids);
        }
        ContactAction::Add { input, after: None } => {
            let all = entries(&input)?.into_iter();
            let ids = all.map(|contact| book.borrow_mut().set_contact(None, contact)).collect::<Result<Vec<_>, _>>()?;
            added(session, &ids);
        }
        ContactAction::Other(CardAction::Change { id: which, input }) => {
            let now = book.borrow_mut().set_contact(Some(id(&which)?), one(&input)?)?;
            added(session, &[now]);
        }
        ContactAction::Other(CardAction::Withdraw { id: which, reason }) => {
            book.borrow_mut().withdraw_contact(&id(&which)?, &reason)?;
        }
        ContactAction::Other(CardAction::List) => list(session, &book.borrow().contacts(), |view| {
            let contact = &view.contact;
            let organisation = session.texts.named("organisation", &contact.organisation);
            vec![
                view.id.to_string(),
                organisation,
                contact.name.clone(),
                contact.role.clone(),
                contact.phone.clone(),
                days(session, contact.since, contact.until),
            ]
        }),
    }
    Ok(())
}

pub(crate) fn measure(session: &Session, action: MeasureAction) -> Result<(), Failure> {
    let book = session.open()?;
    match action {
        MeasureAction::Add { input } => {
            let all = entries(&input)?.into_iter();
            let ids = all.map(|measure| book.borrow_mut().set_measure(None, measure)).collect::<Result<Vec<_>, _>>()?;
            added(session, &ids);
        }
        MeasureAction::Other(CardAction::Change { id: which, input }) => {
            let now = book.borrow_mut().set_measure(Some(id(&which)?), one(&input)?)?;
            added(session, &[now]);
        }
        MeasureAction::Other(CardAction::Withdraw { id: which, reason }) => {
            book.borrow_mut().withdraw_measure(&id(&which)?, &reason)?;
        }
        MeasureAction::Other(CardAction::List) => list(session, &book.borrow().measures(), |view| {
            let measure = &view.measure;
            vec![
                view.id.to_string(),
                session.texts.named("measure", &measure.kind),
                days(session, measure.start, measure.end),
                measure.number.clone(),
            ]
        }),
    }
    Ok(())
}

pub(crate) fn moment(session: &Session, action: MomentAction) -> Result<(), Failure> {
    let book = session.open()?;
    match action {
        MomentAction::Add { input } => {
            let all = entries(&input)?.into_iter();
            let ids = all.map(|moment| book.borrow_mut().set_moment(None, moment)).collect::<Result<Vec<_>, _>>()?;
            added(session, &ids);
        }
        MomentAction::Other(CardAction::Change { id: which, input }) => {
            let now = book.borrow_mut().set_moment(Some(id(&which)?), one(&input)?)?;
            added(session, &[now]);
        }
        MomentAction::Other(CardAction::Withdraw { id: which, reason }) => {
            book.borrow_mut().withdraw_moment(&id(&which)?, &reason)?;
        }
        MomentAction::Other(CardAction::List) => list(session, &book.borrow().moments(), |view| {
            let moment = &view.moment;
            vec![
                view.id.to_string(),
                session.texts.short_date(moment.when.day()),
                session.texts.named("organisation", &moment.organisation),
                moment.person.clone(),
                moment.agreed.clone(),
                if moment.is_open() { moment.next_step.clone() } else { String::new() },
            ]
        }),
    }
    Ok(())
}

/// Prints what an organisation has not been told yet.
pub(crate) fn news(session: &Session, organisation: &str) -> Result<(), Failure> {
    let book = session.open()?;
    let names = houvast_report::names_of(organisation);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let news = book.borrow().news(organisation, &names);
    if session.json {
        print::json(&news);
    } else {
        print::line(&houvast_report::news_text(&news, session.texts.lang()));
    }
    Ok(())
}

/// One line each, or all of them as JSON.
fn list<T: Serialize>(session: &Session, all: &[T], parts: impl Fn(&T) -> Vec<String>) {
    if session.json {
        return print::json(&all);
    }
    for one in all {
        let parts: Vec<String> = parts(one).into_iter().filter(|part| !part.is_empty()).collect();
        print::line(&parts.join("  "));
    }
}

/// "5 januari 2026 – 3 maart 2026", with a dash for what is not known; nothing if neither is.
fn days(session: &Session, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| session.texts.short_date(day));
    if from.is_none() && to.is_none() {
        String::new()
    } else {
        format!("{} – {}", day(from), day(to)).trim().to_owned()
    }
}

/// The one object that a change is.
fn one<T: DeserializeOwned>(input: &Path) -> Result<T, Failure> {
    let mut all = entries(input)?;
    match (all.pop(), all.pop()) {
        (Some(one), None) => Ok(one),
        _ => Err(Failure::Words("cli-not-an-object", input.display().to_string())),
    }
}

/// Sets what is said of victim, suspect, address and children, and shows all four.
pub(crate) fn case(session: &Session, said: [Option<String>; 4]) -> Result<(), Failure> {
    let book = session.open()?;
    let mut case = book.borrow().case();
    if said.iter().any(Option::is_some) {
        let fields = [&mut case.victim, &mut case.suspect, &mut case.address, &mut case.children];
        for (field, said) in fields.into_iter().zip(said) {
            if let Some(said) = said {
                *field = said;
            }
        }
        book.borrow_mut().set_case(case.clone())?;
    }
    if session.json {
        print::json(&case);
    } else {
        for (id, text) in [
            ("cli-victim", &case.victim),
            ("cli-suspect", &case.suspect),
            ("cli-address", &case.address),
            ("cli-children", &case.children),
        ] {
            print::line(&format!("{}: {text}", session.texts.get(id)));
        }
    }
    Ok(())
}

fn entries<T: DeserializeOwned>(input: &Path) -> Result<Vec<T>, Failure> {
    ask::json(input)?
        .into_iter()
        .enumerate()
        .map(|(place, value)| {
            serde_json::from_value(value)
                .map_err(|error| Failure::Words("cli-bad-entry", format!("{}: {error}", place + 1)))
        })
        .collect()
}

fn added<T: ToString>(session: &Session, ids: &[T]) {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    if session.json {
        print::json(&serde_json::json!({ "ids": ids }));
    } else {
        ids.iter().for_each(|id| print::line(id));
    }
}
