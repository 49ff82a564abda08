//! The timeline as the interface asks for it: lines once, places with every key, and counts for every other choice.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use houvast_logbook::model::{Contact, ContactMoment, Incident, IncidentId, Kind, When};
use houvast_logbook::view::{Field, Filter, Having, Timeline};
use houvast_logbook::{Book, KdfCost};
use houvast_vault::system;

fn incident(day: &str, kinds: &[Kind], what: &str) -> Incident {
    Incident { kind: kinds.to_vec(), what: what.into(), ..Incident::at(When::Day(day.parse().unwrap())) }
}

/// Three incidents in March and one in April: calls, calls with a threat, a broken measure, a letter.
fn book(folder: &tempfile::TempDir) -> (Book, Vec<IncidentId>) {
    let path = folder.path().join("logboek.db");
    let (mut book, _) = Book::create(&path, "een zin voor de test", KdfCost::FLOOR, system::ports()).unwrap();
    let mut threat = incident("2026-03-05", &[Kind::Calls], "Hij belde en dreigde.");
    (threat.threat, threat.exact_words) = (Some(true), "Ik kom eraan".into());
    let all = vec![
        incident("2026-03-03", &[Kind::Calls], "Veertien oproepen."),
        threat,
        incident("2026-03-08", &[Kind::Breach, Kind::ComingClose], "Hij stond bij de voordeur."),
        incident("2026-04-01", &[Kind::Post], "Een brief: ik kom terug."),
    ];
    let ids = book.record_all(all).unwrap();
    (book, ids)
}

fn of_kind(timeline: &Timeline, kind: &Kind) -> Option<usize> {
    timeline.kinds.iter().find(|(one, _)| one == kind).map(|(_, count)| *count)
}

fn having(timeline: &Timeline, having: Having) -> usize {
    timeline.having.iter().find(|(one, _)| *one == having).unwrap().1
}

#[test]
fn lines_come_once_for_a_revision_and_the_newest_stands_first() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, ids) = book(&folder);
    let first = book.timeline(&Filter::default(), None);
    let lines = first.lines.unwrap();
    assert_eq!(lines.iter().map(|line| &line.id).collect::<Vec<_>>(), ids.iter().rev().collect::<Vec<_>>());
    assert_eq!(first.shown, [0, 1, 2, 3]);
    assert_eq!(book.timeline(&Filter::default(), Some(first.revision)).lines, None);

    book.withdraw(&ids[0], "Het was de buurman").unwrap();
    let after = book.timeline(&Filter::default(), Some(first.revision));
    assert!(after.lines.unwrap()[3].withdrawn);
    assert_eq!((after.shown, after.hidden), (vec![0, 1, 2], 1));
    let with = book.timeline(&Filter { withdrawn: true, ..Filter::default() }, Some(after.revision));
    assert_eq!((with.shown.len(), with.hidden), (4, 0));
}

#[test]
fn a_count_is_what_one_gets_by_choosing_it() {
    let folder = tempfile::tempdir().unwrap();
    let (book, _) = book(&folder);
    for filter in [
        Filter::default(),
        Filter { kinds: vec![Kind::Calls], ..Filter::default() },
        Filter { search: "hij".into(), ..Filter::default() },
        Filter { to: Some("2026-03-31".parse().unwrap()), having: vec![Having::Untold], ..Filter::default() },
    ] {
        let told = book.timeline(&filter, None);
        assert_eq!(told.shown.len(), book.incidents(&filter).len());
        for (kind, count) in told.kinds {
            let only = Filter { kinds: vec![kind.clone()], ..filter.clone() };
            assert_eq!(book.incidents(&only).len(), count, "{kind:?} with {filter:?}");
        }
        for (one, count) in told.having {
            let mut with = filter.clone();
            with.having.push(one);
            assert_eq!(book.incidents(&with).len(), count, "{one:?} with {filter:?}");
        }
    }
    let calls = book.timeline(&Filter { kinds: vec![Kind::Calls], ..Filter::default() }, None);
    assert_eq!(of_kind(&calls, &Kind::Post), Some(1), "another kind can still be chosen besides");
    assert_eq!((having(&calls, Having::Threat), having(&calls, Having::Breach)), (1, 0));
    let nothing =
        book.timeline(&Filter { kinds: vec![Kind::Calls], search: "brief".into(), ..Filter::default() }, None);
    assert_eq!(of_kind(&nothing, &Kind::Calls), Some(0), "what was chosen stays to be let go of");
}

#[test]
fn words_beyond_the_line_are_found_with_their_field() {
    let folder = tempfile::tempdir().unwrap();
    let (book, _) = book(&folder);
    let found = book.timeline(&Filter { search: "KOM".into(), ..Filter::default() }, None);
    assert_eq!(found.shown, [0, 2]);
    assert_eq!(found.elsewhere, [(2, vec![Field::ExactWords])]);
}

#[test]
fn what_somebody_was_told_of_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, ids) = book(&folder);
    let untold = |book: &Book| having(&book.timeline(&Filter::default(), None), Having::Untold);
    assert_eq!(untold(&book), 4);
    let contact = Contact { organisation: "police".into(), name: "Wijkagent Bos".into(), ..Contact::default() };
    book.set_contact(None, contact).unwrap();
    let moment =
        serde_json::json!({ "when": { "day": "2026-03-10" }, "organisation": "police", "incidents": [ids[0]] });
    let moment: ContactMoment = serde_json::from_value(moment).unwrap();
    let moment = book.set_moment(None, moment).unwrap();
    assert_eq!(untold(&book), 3);
    book.give_report("Advocaat", &book.anchor(), vec![ids[1].clone()]).unwrap();
    assert_eq!(untold(&book), 2);
    book.withdraw_moment(&moment, "Vergissing").unwrap();
    assert_eq!(untold(&book), 3);
}
