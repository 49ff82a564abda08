//! Contact persons, contact moments, measures, and what an organisation has not been told yet.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::path::Path;

use chrono::{NaiveDate, TimeDelta};
use houvast_logbook::model::{
    Contact, ContactMoment, EvidenceId, Incident, IncidentId, Invalid, Measure, Report, When,
};
use houvast_logbook::{Book, Error, KdfCost, Unlock};
use houvast_vault::system;

const PASSPHRASE: &str = "een zin voor de test";
const POLICE: &[&str] = &["Politie", "Police"];

fn book(path: &Path) -> Book {
    Book::create(path, PASSPHRASE, KdfCost::FLOOR, system::ports()).unwrap().0
}

fn again(book: Book) -> Book {
    let path = book.path().to_owned();
    drop(book);
    Book::open(&path, &Unlock::Passphrase(PASSPHRASE), system::ports()).unwrap()
}

fn today() -> NaiveDate {
    let now = system::ports().clock.now();
    let utc = chrono::DateTime::from_timestamp_micros(now.utc_micros).unwrap();
    (utc + TimeDelta::seconds(now.offset_seconds.into())).date_naive()
}

fn incident(what: &str) -> Incident {
    Incident { what: what.into(), ..Incident::at(When::Day("2026-03-03".parse().unwrap())) }
}

fn bos() -> Contact {
    Contact {
        organisation: "police".into(),
        name: "Wijkagent Bos".into(),
        phone: "0900-8844".into(),
        since: Some("2026-01-05".parse().unwrap()),
        ..Contact::default()
    }
}

fn moment(organisation: &str, incidents: &[&IncidentId]) -> ContactMoment {
    ContactMoment {
        when: When::Day("2026-03-10".parse().unwrap()),
        organisation: organisation.into(),
        contact: None,
        person: String::new(),
        how: "phone".into(),
        told: String::new(),
        incidents: incidents.iter().copied().cloned().collect(),
        agreed: String::new(),
        next_step: String::new(),
        next_on: None,
        done: false,
        extra: serde_json::Map::new(),
    }
}

/// What happened in what the police were not told, and in what was corrected since they were.
fn news(book: &Book, organisation: &str, names: &[&str]) -> (Vec<String>, Vec<String>) {
    let news = book.news(organisation, names);
    let said =
        |all: Vec<houvast_logbook::view::IncidentSummary>| all.into_iter().map(|one| one.incident.what).collect();
    (said(news.incidents), said(news.changed))
}

fn only(what: &str) -> (Vec<String>, Vec<String>) {
    (vec![what.to_owned()], Vec::new())
}

const NOTHING: (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());

#[test]
fn a_contact_person_who_is_followed_by_another_stays_with_an_end_and_every_change_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book(&folder.path().join("a.db"));
    let first = book.set_contact(None, bos()).unwrap();
    book.set_contact(Some(first.clone()), Contact { hours: "overdag".into(), ..bos() }).unwrap();
    let next = Contact { organisation: "police".into(), name: "Agent Vos".into(), ..Contact::default() };
    let second = book.succeed_contact(&first, next).unwrap();
    let book = again(book);

    let all = book.contacts();
    let by = |id| all.iter().find(|view| view.id == id).unwrap();
    let (bos, vos) = (by(first), by(second));
    assert_eq!((bos.contact.until, bos.contact.hours.as_str()), (Some(today()), "overdag"));
    assert_eq!((vos.contact.since, vos.contact.predecessor.as_str()), (Some(today()), "Wijkagent Bos"));
    assert!(vos.stands);
    let before: Vec<(&str, Option<NaiveDate>)> =
        bos.history.iter().map(|earlier| (earlier.was.hours.as_str(), earlier.was.until)).collect();
    assert_eq!(before, [("", None), ("overdag", None)]);
    assert!(vos.history.is_empty());
}

#[test]
fn who_left_yesterday_no_longer_stands_and_who_leaves_today_does() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book(&folder.path().join("a.db"));
    let stands = |book: &mut Book, until| {
        let id = book.set_contact(None, Contact { until, ..bos() }).unwrap();
        book.contacts().into_iter().find(|view| view.id == id).unwrap().stands
    };
    assert!(stands(&mut book, None));
    assert!(stands(&mut book, Some(today())));
    assert!(!stands(&mut book, Some(today() - TimeDelta::days(1))));
    let early = Contact { until: Some("2025-12-31".parse().unwrap()), ..bos() };
    assert!(matches!(book.set_contact(None, early), Err(Error::Invalid(Invalid::EndBeforeStart { field: "until" }))));
}

#[test]
fn what_was_added_by_mistake_is_hidden_and_stays_in_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book(&folder.path().join("a.db"));
    let contact = book.set_contact(None, bos()).unwrap();
    let measure = book.set_measure(None, Measure { kind: "aol".into(), ..Measure::default() }).unwrap();
    let told = book.record(incident("een"), &[]).unwrap();
    let id = book.set_moment(None, moment("police", &[&told])).unwrap();
    book.withdraw_contact(&contact, "dubbel").unwrap();
    book.withdraw_measure(&measure, "").unwrap();
    book.withdraw_moment(&id, "verkeerde instantie").unwrap();
    let size = book.head().size;
    let book = again(book);
    assert_eq!((book.contacts(), book.measures(), book.moments()), (vec![], vec![], vec![]));
    assert_eq!(book.head().size, size);
    assert_eq!(news(&book, "police", POLICE), only("een"), "what a withdrawn moment told counts as untold");
}

#[test]
fn an_organisation_is_told_by_a_moment_a_report_or_what_it_was_given_and_no_other_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book(&folder.path().join("a.db"));
    assert_eq!(news(&book, "police", POLICE), NOTHING);
    let one = book.record(incident("een"), &[]).unwrap();
    let report = Report { to: "bij de politie".into(), ..Report::default() };
    book.record(Incident { reported: vec![report], ..incident("twee") }, &[]).unwrap();
    let three = book.record(incident("drie"), &[]).unwrap();
    book.record(incident("vier"), &[]).unwrap();
    book.set_contact(None, bos()).unwrap();
    book.set_moment(None, moment("police", &[&one])).unwrap();
    book.give_report("wijkagent bos, op het bureau", "", vec![three]).unwrap();
    let book = again(book);
    assert_eq!(news(&book, "police", POLICE), only("vier"));
    assert_eq!(news(&book, "om", &["OM"]).0.len(), 4);
    let last = book.news("police", POLICE).last;
    assert_eq!(last, Some(When::Day("2026-03-10".parse().unwrap())));
    assert_eq!(book.news("om", &["OM"]).last, None);
}

#[test]
fn what_is_corrected_after_it_was_told_comes_back_and_what_is_withdrawn_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book(&folder.path().join("a.db"));
    let one = book.record(incident("een"), &[]).unwrap();
    let two = book.record(incident("twee"), &[]).unwrap();
    book.set_moment(None, moment("police", &[&one])).unwrap();
    assert_eq!(news(&book, "police", POLICE), only("twee"));
    book.amend(&one, Incident { private_note: "alleen voor mij".into(), ..incident("een") }, "").unwrap();
    assert_eq!(news(&book, "police", POLICE), only("twee"), "a private note is nothing to tell");
    book.amend(&one, incident("een, met een mes"), "").unwrap();
    book.withdraw(&two, "").unwrap();
    assert_eq!(news(&book, "police", POLICE), (vec![], vec!["een, met een mes".to_owned()]));
    book.set_moment(None, moment("police", &[&one])).unwrap();
    assert_eq!(news(&book, "police", POLICE), NOTHING);
}

#[test]
fn a_moment_names_only_what_is_there_and_can_be_corrected_when_that_was_erased() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book(&folder.path().join("a.db"));
    let one = book.record(incident("een"), &[]).unwrap();
    let nobody: IncidentId = "0000000000".parse().unwrap();
    assert!(matches!(book.set_moment(None, moment("police", &[&nobody])), Err(Error::NoSuchIncident)));
    assert!(matches!(book.set_moment(None, moment(" ", &[])), Err(Error::Invalid(Invalid::Nothing))));
    let id = book.set_moment(None, moment("police", &[&one, &one])).unwrap();
    assert_eq!(book.moments()[0].moment.incidents, std::slice::from_ref(&one));
    book.erase_incident(&one, false, "").unwrap();
    let step = ContactMoment { next_step: "Terugbellen".into(), ..moment("police", &[&one]) };
    assert!(step.is_open());
    book.set_moment(Some(id), step).unwrap();
    let moments = again(book).moments();
    assert_eq!((moments.len(), moments[0].history.len()), (1, 1));
    assert_eq!(moments[0].moment.next_step, "Terugbellen");
}

#[test]
fn a_measure_says_whether_it_is_in_force_how_long_and_how_often_it_was_broken() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = book(&folder.path().join("a.db"));
    let until = |end| Measure { kind: "contactverbod".into(), end, ..Measure::default() };
    let mut shown = |end| {
        let id = book.set_measure(None, until(end)).unwrap();
        let breach = Incident { breached: vec![id.clone()], ..incident("weer") };
        let gone = book.record(breach.clone(), &[]).unwrap();
        book.record(breach, &[]).unwrap();
        book.withdraw(&gone, "").unwrap();
        let view = book.measures().into_iter().find(|view| view.id == id).unwrap();
        (view.in_force, view.ends_in, view.broken)
    };
    assert_eq!(shown(None), (true, None, 1));
    assert_eq!(shown(Some(today())), (true, Some(0), 1));
    assert_eq!(shown(Some(today() + TimeDelta::days(14))), (true, Some(14), 1));
    assert_eq!(shown(Some(today() - TimeDelta::days(1))), (false, None, 1));
    let document: EvidenceId = "0000000000".parse().unwrap();
    let papers = Measure { documents: vec![document], ..until(None) };
    assert!(matches!(book.set_measure(None, papers), Err(Error::NoSuchEvidence)));
}
