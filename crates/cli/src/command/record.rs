//! `record`

use chrono::{DateTime, FixedOffset, Utc};
use houvast_guidance::Lang;
use houvast_logbook::model::{Incident, Invalid, Kind, When};
use houvast_logbook::spoken::{Heard, Here, Language, hear, say};

use crate::args::Record;
use crate::failure::Failure;
use crate::session::Session;
use crate::{ask, print};

pub(crate) fn run(session: &Session, what: &Record) -> Result<(), Failure> {
    // The passphrase first: with `-` for both, it is the first line and the rest is the input.
    let book = session.open()?;
    let incidents = match &what.input {
        Some(path) => ask::json(path)?
            .into_iter()
            .enumerate()
            .map(|(place, value)| incident(session, place + 1, value))
            .collect::<Result<Vec<_>, _>>()?,
        None => vec![from_words(session, what)?],
    };
    let ids = book.borrow_mut().record_all(incidents).map_err(|(place, error)| match error {
        error @ houvast_logbook::Error::Invalid(_) => Failure::Entry(place + 1, error),
        error => error.into(),
    })?;
    if session.json {
        print::json(&serde_json::json!({ "ids": ids }));
    } else {
        ids.iter().for_each(|id| print::line(id.as_str()));
    }
    Ok(())
}

fn incident(session: &Session, place: usize, value: serde_json::Value) -> Result<Incident, Failure> {
    let incident: Incident =
        serde_json::from_value(value).map_err(|error| Failure::Words("cli-bad-entry", format!("{place}: {error}")))?;
    name_unknown_fields(session, &incident);
    Ok(incident)
}

/// Fields that this version does not know are kept with the entry, and said.
pub(super) fn name_unknown_fields(session: &Session, incident: &Incident) {
    for field in incident.extra.keys() {
        print::remark(&session.texts.format("cli-unknown-field", &[("what", field.as_str().into())]));
    }
}

fn from_words(session: &Session, what: &Record) -> Result<Incident, Failure> {
    // Without a word it is more likely a slip than an incident.
    if what.when.is_none() && what.kind.is_empty() && what.place.is_none() && what.what.is_none() {
        return Err(houvast_logbook::Error::Invalid(Invalid::Nothing).into());
    }
    let when = match &what.when {
        Some(text) => text.parse().or_else(|_| said(session, text))?,
        None => When::Exact(now(session)),
    };
    Ok(Incident {
        kind: kinds(&what.kind)?,
        what: what.what.clone().unwrap_or_default(),
        place: what.place.clone().unwrap_or_default(),
        ..Incident::at(when)
    })
}

/// Kinds by their ids.
pub(super) fn kinds(ids: &[String]) -> Result<Vec<Kind>, Failure> {
    ids.iter().map(|id| Kind::known(id).ok_or_else(|| Failure::Words("cli-bad-kind", id.clone()))).collect()
}

/// A time in words. What can mean more than one thing is not chosen from.
fn said(session: &Session, text: &str) -> Result<When, Failure> {
    let language = match session.lang {
        Lang::Nl => Language::Dutch,
        Lang::En => Language::English,
    };
    let here = Here { now: now(session), offset: &houvast_vault::system::offset_at };
    match hear(text, &here, language) {
        Heard::When(when) => Ok(when),
        Heard::Which(some) => {
            let some: Vec<String> = some.iter().map(|when| say(when, language)).collect();
            Err(Failure::Words("cli-which-time", some.join("; ")))
        }
        Heard::Often(when) => Err(match when {
            Some(when) => Failure::Words("cli-often-time", say(&when, language)),
            None => Failure::Words("cli-often-no-time", text.to_owned()),
        }),
        Heard::Future => Err(Failure::Words("cli-future-time", text.to_owned())),
        Heard::Nothing => Err(Failure::Words("cli-bad-time", text.to_owned())),
    }
}

/// Now, to the minute.
fn now(session: &Session) -> DateTime<FixedOffset> {
    let moment = session.ports.clock.now();
    let minute = moment.utc_micros.div_euclid(60_000_000) * 60_000_000;
    let offset = FixedOffset::east_opt(moment.offset_seconds);
    let utc = DateTime::<Utc>::from_timestamp_micros(minute).unwrap_or_default();
    offset.map_or_else(|| utc.fixed_offset(), |offset| utc.with_timezone(&offset))
}
