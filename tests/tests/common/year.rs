//! A year of 400 incidents and 120 pictures. Everybody in it is invented.

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use houvast_logbook::model::{
    Arrival, Contact, EvidenceId, Incident, Kind, Link, Measure, MeasureId, Report, When, Witness,
};
use houvast_logbook::view::Case;
use houvast_logbook::{Book, KdfCost, Keep};

/// What happens, what is said, where, and which kinds that is.
const SCENES: [(&str, &str, &str, &[Kind]); 8] = [
    (
        "Veertien berichten achter elkaar, eerst dat het hem spijt en daarna dat ik er nog wel achter kom.",
        "Je kunt me niet zomaar wegdoen.",
        "",
        &[Kind::Messages],
    ),
    ("Gebeld met een onbekend nummer. Als ik opneem, zegt hij niets.", "", "", &[Kind::Calls]),
    (
        "Hij stond aan de overkant van de straat en keek naar boven. Toen ik het gordijn dichtdeed, belde hij aan. Ik heb \
         niet opengedaan en de buurvrouw gebeld. Na een kwartier liep hij weg in de richting van het station.",
        "Ik weet dat je thuis bent.",
        "Thuis, Lindelaan in Voorbeeldstad",
        &[Kind::ComingClose],
    ),
    (
        "Mijn collega kreeg een mail over mij met foto's van vroeger. Zij heeft niet geantwoord en de mail bewaard.",
        "",
        "Op het werk",
        &[Kind::ThroughOthers, Kind::Email],
    ),
    ("Bloemen bij de voordeur met een kaartje zonder naam.", "Voor altijd.", "Thuis", &[Kind::Gifts, Kind::Post]),
    (
        "De fiets stond met een lekke band in de schuur. Het slot was open, terwijl ik zeker weet dat het dicht was.",
        "",
        "Schuur achter het huis",
        &[Kind::Damage],
    ),
    (
        "Een nepaccount met mijn foto vraagt vrienden om mijn adres.\nHet account is gemeld en na twee dagen weggehaald.",
        "",
        "",
        &[Kind::Cyberstalking],
    ),
    (
        "Hij reed langzaam langs en draaide het raam open.",
        "Doe open of je krijgt spijt. Ik ben nog niet klaar met jou.",
        "Schoolplein",
        &[Kind::ComingClose, Kind::Threat],
    ),
];

fn moment(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

/// The day on which the reports about this year are made.
pub fn made() -> DateTime<FixedOffset> {
    moment("2026-11-20T10:30:00+01:00")
}

/// Small numbers that look thrown and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one_in(&mut self, sides: u64) -> bool {
        self.below(sides) == 0
    }
}

/// Writes the year down at `path`.
pub fn book(path: &Path, passphrase: &str) -> RefCell<Book> {
    let ports = houvast_vault::system::ports();
    let (mut book, _) = Book::create(path, passphrase, KdfCost::FLOOR, ports).unwrap();
    let measures = people(&mut book);
    let mut dice = Dice(7);
    let mut at = moment("2025-11-22T19:40:00+01:00");
    let mut incidents: Vec<Incident> = (0..400_u64)
        .map(|n| {
            at += TimeDelta::minutes(i64::try_from(300 + dice.below(2_030)).unwrap());
            let (what, exact, place, kinds) = SCENES[usize::try_from(dice.below(8)).unwrap()];
            let when = match dice.below(9) {
                0 => When::Day(at.date_naive()),
                1 => When::About(at),
                2 => When::Period { from: at, to: at + TimeDelta::minutes(150) },
                _ => When::Exact(at),
            };
            let mut incident = Incident::at(when);
            incident.kind = kinds.to_vec();
            incident.what = format!("{what} Dit is voorval {n}.");
            incident.exact_words = if exact.is_empty() { String::new() } else { format!("{exact} [{n}]") };
            incident.place = place.into();
            incident.who.name = "Mark".into();
            incident.private_note = "Dat hoeft niemand te weten.".into();
            incident.effect.fear = Some(u8::try_from(2 + dice.below(7)).unwrap());
            let grave = incident.kind.contains(&Kind::Threat);
            incident.threat = grave.then_some(true);
            if grave && dice.one_in(4) {
                incident.effect.fear = Some(u8::try_from(9 + dice.below(2)).unwrap());
                incident.weapon = dice.one_in(4).then_some(true);
                incident.children = dice.one_in(2).then_some(true);
            }
            if dice.one_in(5) {
                incident.witnesses =
                    vec![Witness { name: "Els de Wit".into(), contact: "via mijn werk".into(), statement: Some(true) }];
            }
            let today = at.date_naive();
            for (id, from, to) in &measures {
                if (*from..=*to).contains(&today) && dice.one_in(6) {
                    incident.breached = vec![id.clone()];
                    incident.kind.push(Kind::Breach);
                }
            }
            if (grave || !incident.breached.is_empty()) && !dice.one_in(4) {
                incident.reported = vec![Report {
                    to: "police".into(),
                    when: Some(When::Day(today)),
                    number: if dice.one_in(5) { String::new() } else { format!("PL-{:06}", 200 + n) },
                    officer: "agent El Amrani".into(),
                    agreed: if dice.one_in(3) {
                        "Aangifte op het bureau, beelden meenemen.".into()
                    } else {
                        String::new()
                    },
                }];
            }
            incident
        })
        .collect();
    incidents[17].what = "Een lang verhaal over één avond. ".repeat(220);
    let ids = book.record_all(incidents).unwrap();
    let book = RefCell::new(book);
    let mut linked = book.borrow().incident(&ids[40]).unwrap().incident;
    linked.links = vec![Link { to: ids[39].clone(), reason: "zelfde avond".into() }];
    book.borrow_mut().amend(&ids[40], linked, "hoort bij de vorige").unwrap();
    book.borrow_mut().withdraw(&ids[100], "Het was mijn buurman").unwrap();
    for n in 0..120_usize {
        let incident = &ids[n * 400 / 120];
        let id = keep(&book, &format!("foto-{:03}.bmp", n + 1), &scenery(n), incident);
        if n % 3 == 0 {
            book.borrow_mut().describe_evidence(&id, format!("Schermafdruk {}", n + 1), String::new()).unwrap();
        }
    }
    book
}

/// Who is in it, and two measures with their first and last days.
fn people(book: &mut Book) -> [(MeasureId, NaiveDate, NaiveDate); 2] {
    book.set_case(Case {
        victim: "Sanne Verzonnen".into(),
        suspect: "Mark Voorbeeld".into(),
        address: "Lindelaan 12, Voorbeeldstad".into(),
        children: "Bram (9) en Fenna (6)".into(),
    })
    .unwrap();
    for (organisation, name, role, phone, number) in [
        ("police", "A. Jansen", "wijkagent", "0900 8844", "PL-000123"),
        ("shn", "F. Bakker", "casemanager", "0900 0101", ""),
        ("lawyer", "mr. K. el Idrissi", "", "010 555 0123", "2026/114"),
    ] {
        let contact = Contact {
            organisation: organisation.into(),
            name: name.into(),
            role: role.into(),
            phone: phone.into(),
            case_number: number.into(),
            remark: "alleen voor mij".into(),
            ..Contact::default()
        };
        book.set_contact(None, contact).unwrap();
    }
    [
        ("gedragsaanwijzing", "2026-03-10", "2026-06-07", "OM-0042"),
        ("contactverbod", "2026-06-20", "2026-12-15", "OM-0077"),
    ]
    .map(|(kind, start, end, number)| {
        let (start, end) = (start.parse().unwrap(), end.parse().unwrap());
        let measure = Measure {
            kind: kind.into(),
            start: Some(start),
            end: Some(end),
            decided_by: "Officier van justitie".into(),
            number: number.into(),
            conditions: "Geen contact, op geen enkele manier. Niet binnen 300 meter van de Lindelaan.".into(),
            ..Measure::default()
        };
        (book.set_measure(None, measure).unwrap(), start, end)
    })
}

fn keep(book: &RefCell<Book>, name: &str, bytes: &[u8], to: &houvast_logbook::model::IncidentId) -> EvidenceId {
    let keep = Keep { name, arrival: Arrival::Picked, incident: Some(to) };
    let length = bytes.len() as u64;
    keep.bytes(book, &mut &*bytes, length, &mut |_, _| ControlFlow::Continue(())).unwrap()
}

/// A picture like a screenshot or a photo of a street, and every tenth one tiny.
fn scenery(n: usize) -> Vec<u8> {
    let (width, height) = match n % 10 {
        0 => (60, 40),
        1..=4 => (360, 640),
        5..=8 => (640, 480),
        _ => (900, 160),
    };
    super::files::drawn(width, height, |x, y| {
        let shade = |value: u32| u8::try_from(value.min(255)).unwrap();
        let bubble = y * 12 / height % 2 == 1 && x > width / 10 && x < width * (5 + (y * 12 / height) % 4) / 10;
        if height > width {
            if bubble { [255, 255, 255] } else { [222, 214, 200] }
        } else if y * 3 > height * 2 {
            [70, 74, 78]
        } else if (x * 8 / width + u32::try_from(n).unwrap()) % 3 == 0 {
            [140, 92, 74]
        } else {
            [shade(120 + y * 90 / height), shade(140 + y * 90 / height), shade(170 + y * 80 / height)]
        }
    })
}
