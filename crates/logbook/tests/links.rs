//! Incidents that belong together are found from either side.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use houvast_logbook::model::{Incident, IncidentId, Link, When};
use houvast_logbook::{Book, KdfCost};
use houvast_vault::system;

fn incident(what: &str, day: &str, links: &[(&IncidentId, &str)]) -> Incident {
    let links = links.iter().map(|(to, reason)| Link { to: (*to).clone(), reason: (*reason).to_owned() }).collect();
    Incident { what: what.into(), links, ..Incident::at(When::Day(day.parse().unwrap())) }
}

#[test]
fn a_link_is_seen_from_both_ends_and_by_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("houvast.db");
    let mut book = Book::create(&path, "een zin voor de test", KdfCost::FLOOR, system::ports()).unwrap().0;
    let flowers = book.record(incident("Bloemen", "2026-03-03", &[]), &[]).unwrap();
    let calls = book.record(incident("Belde erover", "2026-03-04", &[(&flowers, "over de bloemen")]), &[]).unwrap();
    let other = book.record(incident("Iets anders", "2026-03-05", &[]), &[]).unwrap();
    let seen = |book: &Book, id: &IncidentId| -> Vec<(String, String)> {
        book.linked(id).unwrap().into_iter().map(|linked| (linked.what, linked.reason)).collect()
    };
    assert_eq!(seen(&book, &flowers), [("Belde erover".to_owned(), "over de bloemen".to_owned())]);
    assert_eq!(seen(&book, &calls), [("Bloemen".to_owned(), "over de bloemen".to_owned())]);
    assert_eq!(seen(&book, &other), []);
    // What both say is one link; what is withdrawn is not shown.
    book.amend(&flowers, incident("Bloemen", "2026-03-03", &[(&calls, "")]), "").unwrap();
    assert_eq!(seen(&book, &flowers), [("Belde erover".to_owned(), "over de bloemen".to_owned())]);
    book.withdraw(&calls, "vergissing").unwrap();
    assert_eq!(seen(&book, &flowers), []);
}
