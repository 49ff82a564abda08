//! `contact`, `measure` and `case`

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::args::{ContactAction, MeasureAction};
use crate::failure::Failure;
use crate::session::Session;
use crate::{ask, print};

pub(crate) fn contact(session: &Session, action: ContactAction) -> Result<(), Failure> {
    let book = session.open()?;
    match action {
        ContactAction::Add { input } => {
            let ids = entries(&input)?
                .into_iter()
                .map(|contact| book.borrow_mut().set_contact(None, contact))
                .collect::<Result<Vec<_>, _>>()?;
            added(session, &ids.iter().map(ToString::to_string).collect::<Vec<_>>());
        }
        ContactAction::List => {
            let all = book.borrow().contacts();
            if session.json {
                print::json(&all);
                return Ok(());
            }
            for view in all {
                let contact = view.contact;
                let organisation = session.texts.named("organisation", &contact.organisation);
                print::line(&format!(
                    "{}  {organisation}  {}  {}  {}",
                    view.id, contact.name, contact.role, contact.phone
                ));
            }
        }
    }
    Ok(())
}

pub(crate) fn measure(session: &Session, action: MeasureAction) -> Result<(), Failure> {
    let book = session.open()?;
    match action {
        MeasureAction::Add { input } => {
            let ids = entries(&input)?
                .into_iter()
                .map(|measure| book.borrow_mut().set_measure(None, measure))
                .collect::<Result<Vec<_>, _>>()?;
            added(session, &ids.iter().map(ToString::to_string).collect::<Vec<_>>());
        }
        MeasureAction::List => {
            let all = book.borrow().measures();
            if session.json {
                print::json(&all);
                return Ok(());
            }
            for view in all {
                let measure = view.measure;
                let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
                let kind = session.texts.named("measure", &measure.kind);
                print::line(&format!(
                    "{}  {kind}  {} – {}  {}",
                    view.id,
                    day(measure.start),
                    day(measure.end),
                    measure.number
                ));
            }
        }
    }
    Ok(())
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

fn added(session: &Session, ids: &[String]) {
    if session.json {
        print::json(&serde_json::json!({ "ids": ids }));
    } else {
        ids.iter().for_each(|id| print::line(id));
    }
}
