//! `timeline.json`: what the pages say, as data for another program. docs/timeline-json.md is its description.
//!
//! Every field is named here one by one, so that nothing goes along because it is new.

use chrono::{DateTime, FixedOffset};
use houvast_logbook::model::{
    Contact, Coordinates, Effect, EvidenceId, Incident, IncidentId, Kind, Link, Measure, MeasureId, PutIn, Report,
    When, Who, Witness,
};
use houvast_logbook::view::Case;
use serde::Serialize;
use std::collections::BTreeMap;

use crate::input::{Input, Options, Past, Piece, Talk, Told};

/// The name of the format.
const FORMAT: &str = "houvast-timeline";
/// Its version. A field may be added without a new one; none changes its meaning or goes.
const VERSION: u32 = 1;

/// The timeline as JSON, as it is embedded in the PDF and stands in the package. The same input gives the same bytes.
pub fn timeline_json(input: &Input) -> Vec<u8> {
    // Text keys and finite numbers only: this cannot fail.
    let mut json = serde_json::to_vec_pretty(&Timeline::of(input)).unwrap_or_default();
    json.push(b'\n');
    json
}

#[derive(Serialize)]
struct Timeline<'a> {
    format: &'static str,
    version: u32,
    generator: &'a str,
    made: DateTime<FixedOffset>,
    options: &'a Options,
    log: Log<'a>,
    erased: usize,
    case: Of<'a>,
    contacts: Vec<Person<'a>>,
    measures: Vec<Protection<'a>>,
    moments: Vec<Conversation<'a>>,
    incidents: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Log<'a> {
    size: u64,
    root: &'a str,
}

#[derive(Serialize)]
struct Of<'a> {
    victim: &'a str,
    suspect: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    children: Option<&'a str>,
}

#[derive(Serialize)]
struct Person<'a> {
    organisation: &'a str,
    name: &'a str,
    role: &'a str,
    phone: &'a str,
    email: &'a str,
    case_number: &'a str,
}

#[derive(Serialize)]
struct Protection<'a> {
    id: &'a MeasureId,
    kind: &'a str,
    start: Option<chrono::NaiveDate>,
    end: Option<chrono::NaiveDate>,
    conditions: &'a str,
    decided_by: &'a str,
    number: &'a str,
}

#[derive(Serialize)]
struct Conversation<'a> {
    when: &'a When,
    organisation: &'a str,
    person: &'a str,
    incidents: &'a [IncidentId],
    agreed: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    number: usize,
    id: &'a IncidentId,
    seq: u64,
    recorded: &'a str,
    days_later: Option<i64>,
    withdrawn: Option<&'a str>,
    #[serde(flatten)]
    said: Said<'a>,
    history: Vec<Stage<'a>>,
    evidence: Vec<File<'a>>,
}

#[derive(Serialize)]
struct Stage<'a> {
    seq: u64,
    step: &'a str,
    at: &'a str,
    reason: &'a str,
    incident: Option<Said<'a>>,
}

/// What was written down of an incident.
#[derive(Serialize)]
struct Said<'a> {
    when: &'a When,
    kind: &'a [Kind],
    what: &'a str,
    exact_words: &'a str,
    #[serde(rename = "where")]
    place: &'a str,
    coordinates: Option<Coordinates>,
    how_often: Option<u32>,
    who: &'a Who,
    channel: &'a str,
    witnesses: &'a [Witness],
    reaction: &'a str,
    effect: &'a Effect,
    threat: Option<bool>,
    violence: Option<bool>,
    weapon: Option<bool>,
    children: Option<bool>,
    breached: &'a [MeasureId],
    reported: &'a [Report],
    links: &'a [Link],
}

#[derive(Serialize)]
struct File<'a> {
    number: usize,
    id: &'a EvidenceId,
    seq: u64,
    name: &'a str,
    #[serde(rename = "type")]
    media_type: &'a str,
    family: &'a str,
    size: u64,
    sha256: &'a str,
    recorded: &'a str,
    dimensions: Option<(u32, u32)>,
    put_in: Option<&'a PutIn>,
    caption: &'a str,
    transcript: &'a str,
    claims: BTreeMap<&'a str, &'a str>,
    notes: &'a [String],
}

impl<'a> Timeline<'a> {
    fn of(input: &'a Input) -> Self {
        let Case { victim, suspect, address, children } = &input.case;
        Self {
            format: FORMAT,
            version: VERSION,
            generator: &input.generator,
            made: input.made,
            options: &input.options,
            log: Log { size: input.log_size, root: &input.root },
            erased: input.erased,
            case: Of {
                victim,
                suspect,
                address: input.options.address.then_some(address.as_str()),
                children: input.options.children.then_some(children.as_str()),
            },
            contacts: input.contacts.iter().map(Person::of).collect(),
            measures: input.measures.iter().map(|(id, measure)| Protection::of(id, measure)).collect(),
            moments: input.moments.iter().map(Conversation::of).collect(),
            incidents: input.incidents.iter().map(Entry::of).collect(),
        }
    }
}

impl<'a> Person<'a> {
    fn of(contact: &'a Contact) -> Self {
        let Contact { organisation, name, role, phone, email, case_number, .. } = contact;
        Self { organisation, name, role, phone, email, case_number }
    }
}

impl<'a> Conversation<'a> {
    fn of(talk: &'a Talk) -> Self {
        let Talk { when, organisation, person, incidents, agreed, .. } = talk;
        Self { when, organisation, person, incidents, agreed }
    }
}

impl<'a> Protection<'a> {
    fn of(id: &'a MeasureId, measure: &'a Measure) -> Self {
        let Measure { kind, start, end, conditions, decided_by, number, documents: _, extra: _ } = measure;
        Self { id, kind, start: *start, end: *end, conditions, decided_by, number }
    }
}

impl<'a> Entry<'a> {
    fn of(told: &'a Told) -> Self {
        let Told { number, id, seq, recorded, incident, days_later, withdrawn, history, evidence } = told;
        Self {
            number: *number,
            id,
            seq: *seq,
            recorded,
            days_later: *days_later,
            withdrawn: withdrawn.as_deref(),
            said: Said::of(incident),
            history: history.iter().map(Stage::of).collect(),
            evidence: evidence.iter().map(File::of).collect(),
        }
    }
}

impl<'a> Stage<'a> {
    fn of(past: &'a Past) -> Self {
        let Past { seq, step, at, reason, incident } = past;
        Self { seq: *seq, step, at, reason, incident: incident.as_ref().map(Said::of) }
    }
}

impl<'a> Said<'a> {
    fn of(incident: &'a Incident) -> Self {
        let Incident {
            when,
            kind,
            what,
            exact_words,
            place,
            coordinates,
            how_often,
            who,
            channel,
            witnesses,
            reaction,
            effect,
            threat,
            violence,
            weapon,
            children,
            breached,
            reported,
            links,
            private_note: _,
            extra: _,
        } = incident;
        Self {
            when,
            kind,
            what,
            exact_words,
            place,
            coordinates: *coordinates,
            how_often: *how_often,
            who,
            channel,
            witnesses,
            reaction,
            effect,
            threat: *threat,
            violence: *violence,
            weapon: *weapon,
            children: *children,
            breached,
            reported,
            links,
        }
    }
}

impl<'a> File<'a> {
    fn of(piece: &'a Piece) -> Self {
        Self {
            number: piece.number,
            id: &piece.id,
            seq: piece.seq,
            name: &piece.name,
            media_type: &piece.media_type,
            family: &piece.family,
            size: piece.size,
            sha256: &piece.sha256,
            recorded: &piece.recorded,
            dimensions: piece.dimensions,
            put_in: piece.put_in.as_ref(),
            caption: &piece.caption,
            transcript: &piece.transcript,
            claims: piece.claims.iter().map(|(label, value)| (label.as_str(), value.as_str())).collect(),
            notes: &piece.notes,
        }
    }
}
