//! The payloads of records: the changes that the book is what one gets from.

use std::cell::RefCell;
use std::ops::ControlFlow;

use houvast_logbook::Book;
use houvast_logbook::model::{Change, ChangeBody};
use houvast_logbook::view::Filter;
use houvast_vault::{KdfCost, Moment, Origin, Record, RecordId};

use crate::case::{ports, scratch};
use crate::input::{Input, edited, part};

/// Most records in an input.
const MOST: usize = 12;

/// The book shows whatever the payloads give, and a change that is read is written the same.
pub fn run(input: &[u8]) {
    let mut input = Input(input);
    let mut records = Vec::new();
    while !input.is_empty() && records.len() < MOST {
        let payload = match input.byte() {
            0 => input.part().to_vec(),
            seed => {
                let samples = samples();
                let sample = &samples[usize::from(seed) % samples.len()];
                edited(sample.as_bytes(), &mut Input(input.part()))
            }
        };
        both_ways(&payload);
        let moment = match input.byte() {
            0 => Moment { utc_micros: 1_772_524_800_000_000, offset_seconds: 3600, zone: "Europe/Amsterdam".into() },
            _ => Moment {
                utc_micros: input.number().cast_signed(),
                offset_seconds: i32::from(input.byte().cast_signed()) * 900,
                zone: String::new(),
            },
        };
        let seq = records.len() as u64;
        records.push(Record {
            id: RecordId(seq + 1),
            origin: Origin([1; 16]),
            seq,
            recorded: moment,
            payload: payload.into(),
        });
    }
    with_book(|book| {
        book.show(&records);
        look(book);
    });
}

fn both_ways(payload: &[u8]) {
    let derived = serde_json::from_slice::<Change>(payload);
    let Ok(change) = Change::read(payload) else {
        assert!(derived.is_err(), "the quick way refuses what the derived way reads");
        return;
    };
    let derived = derived.expect("the quick way reads what the derived way refuses");
    let written = serde_json::to_vec(&change).expect("a change can be written");
    assert_eq!(written, serde_json::to_vec(&derived).expect("a change can be written"), "two ways, two changes");
    if matches!(change.body, ChangeBody::Unknown(_)) {
        // It is never written again, and a field that stands in it twice would stand in it once.
        return;
    }
    let again = Change::read(&written).expect("what was written can be read");
    assert_eq!(written, serde_json::to_vec(&again).expect("a change can be written"), "written otherwise than read");
}

/// Everything that can be asked of a book.
fn look(book: &Book) {
    let shown = |value: serde_json::Result<String>| drop(value.expect("a view can be shown"));
    let day = |text: &str| text.parse().ok();
    let all = Filter { withdrawn: true, ..Filter::default() };
    let some = Filter { search: "BEL é".into(), from: day("2026-03-01"), to: day("2026-03-31"), ..Filter::default() };
    for filter in [&all, &some] {
        shown(serde_json::to_string(&book.incidents(filter)));
        shown(serde_json::to_string(&book.timeline(filter, None)));
        shown(serde_json::to_string(&book.incidents_in_full(filter)));
    }
    assert!(book.incidents(&all).len() == book.count());
    shown(serde_json::to_string(&book.contacts()));
    shown(serde_json::to_string(&book.moments()));
    shown(serde_json::to_string(&book.news("police", &["Politie"])));
    shown(serde_json::to_string(&book.measures()));
    shown(serde_json::to_string(&book.anchors()));
    shown(serde_json::to_string(&book.case()));
    shown(serde_json::to_string(&book.problems()));
    shown(serde_json::to_string(&book.inbox()));
    for evidence in book.evidence() {
        // Nothing was kept in this file, so what is named cannot be shown; an empty picture has nothing to show.
        let small = book.thumbnail(&evidence.id);
        assert!(small.is_err() || small.is_ok_and(|small| small.is_none_or(|bytes| bytes.is_empty())));
        let mut out = Vec::new();
        assert!(book.extract(&evidence.id, &mut out, &mut |_| ControlFlow::Continue(())).is_err() || out.is_empty());
    }
    let mut turns = 0;
    let _ = book.check(&mut |_, _| {
        turns += 1;
        if turns < 20 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
}

fn with_book(with: impl FnOnce(&mut Book)) {
    thread_local! {
        static BOOK: RefCell<Option<Book>> = const { RefCell::new(None) };
    }
    BOOK.with_borrow_mut(|book| {
        with(book.get_or_insert_with(|| {
            let path = scratch("book.db");
            Book::create(&path, "een vaste zin", KdfCost::FLOOR, ports(5)).unwrap().0
        }));
    });
}

/// One payload of each sort.
fn samples() -> Vec<String> {
    let incident = r#"{"when":"2026-03-03T21:30:00+01:00","kind":["calls"],"what":"hij belde","exact_words":"bel terug","where":"thuis","coordinates":{"latitude":52.1,"longitude":4.9},"how_often":43,"who":{"name":"Mark"},"witnesses":[{"name":"Sanne"}],"effect":{},"threat":true,"later":{"a":1}}"#;
    let plain = |when: &str| format!(r#"{{"when":{when},"what":"tekst"}}"#);
    let id = "252cvbn1m5";
    let blob = format!(r#"{{"id":"{}","key":"{}","size":70}}"#, "ab".repeat(16), "cd".repeat(32));
    vec![
        format!(r#"{{"v":1,"change":"incident-recorded","id":"{id}","incident":{incident}}}"#),
        format!(
            r#"{{"v":1,"change":"incident-amended","id":"{id}","incident":{},"reason":"ja"}}"#,
            plain(r#"{"day":"2026-03-03"}"#)
        ),
        format!(
            r#"{{"v":1,"change":"incident-recorded","id":"252cvbn1m6","incident":{}}}"#,
            plain(r#"{"since":"2026-03-03T22:00:00Z"}"#)
        ),
        format!(
            r#"{{"v":1,"change":"incident-recorded","id":"252cvbn1m7","incident":{}}}"#,
            plain(r#"{"from":"2026-03-03T22:00:00+01:00","to":"2026-03-04T02:00:00+01:00"}"#)
        ),
        format!(r#"{{"v":1,"change":"incident-withdrawn","id":"{id}","reason":"nee"}}"#),
        format!(r#"{{"v":1,"change":"incident-restored","id":"{id}"}}"#),
        format!(r#"{{"v":1,"change":"private-note-set","id":"{id}","text":"voor mij"}}"#),
        format!(
            r#"{{"v":1,"change":"evidence-kept","evidence":{{"id":"{id}","name":"foto.jpg","media_type":"image/jpeg","family":"image","size":70,"sha256":"00","blob":{blob},"thumbnail":{{"blob":{blob},"width":3,"height":4}},"dimensions":[3,4],"claims":{{"taken":"2026-03-03T21:30:00"}},"notes":[{{"note":"empty"}}],"arrival":"picked"}},"incident":"{id}"}}"#
        ),
        format!(r#"{{"v":1,"change":"evidence-linked","id":"{id}","incident":null}}"#),
        format!(r#"{{"v":1,"change":"evidence-described","id":"{id}","caption":"voordeur","transcript":"kom"}}"#),
        format!(r#"{{"v":1,"change":"evidence-withdrawn","id":"{id}","reason":"dubbel"}}"#),
        format!(r#"{{"v":1,"change":"evidence-restored","id":"{id}","reason":"toch niet"}}"#),
        format!(
            r#"{{"v":1,"change":"contact-set","id":"{id}","contact":{{"organisation":"politie","name":"Fatima"}}}}"#
        ),
        format!(
            r#"{{"v":1,"change":"measure-set","id":"{id}","measure":{{"kind":"contact-ban","start":"2026-03-01"}}}}"#
        ),
        r#"{"v":1,"change":"case-set","victim":"Noor","suspect":"Mark"}"#.to_owned(),
        r#"{"v":1,"change":"anchor-given","to":"Fatima","anchor":"houvast/x"}"#.to_owned(),
        r#"{"v":2,"change":"something-new","x":[1,2]}"#.to_owned(),
    ]
}

/// Every payload by itself, all of them together, and clocks that are far off.
pub fn seeds() -> Vec<Vec<u8>> {
    let samples = samples();
    let mut seeds: Vec<Vec<u8>> =
        samples.iter().map(|payload| [[0].as_slice(), &part(payload.as_bytes()), &[0]].concat()).collect();
    seeds.push((17..34).flat_map(|sample| [sample, 0, 0, 0]).collect());
    for clock in [i64::MAX, i64::MIN, 0, 253_402_300_799_999_999, -62_135_596_800_000_001] {
        for zone in [56, -56_i8] {
            seeds.push([[17, 0, 0, 1].as_slice(), &clock.to_be_bytes(), &zone.to_be_bytes()].concat());
        }
    }
    let large = samples[7].replace("\"size\":70", "\"size\":18446744073709551615");
    seeds.push([[0].as_slice(), &part(large.as_bytes()), &[0]].concat());
    let day = r#"{"v":1,"change":"incident-recorded","id":"252cvbn1m5","incident":{"when":{"day":"+262142-12-31"},"what":"x"}}"#;
    seeds.push([[0].as_slice(), &part(day.as_bytes()), &[0]].concat());
    seeds
}
