//! `demo`: a complete fictional case, made as a person would make it.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;
use houvast_logbook::model::{Arrival, Contact, Incident, IncidentId, Kind, Measure, MeasureId};
use houvast_logbook::view::Case;
use houvast_logbook::{Book, KdfCost, Keep};
use houvast_report::Options;

use crate::failure::Failure;
use crate::print;
use crate::session::Session;

/// The passphrase of the sample case. Everybody knows it.
const PASSPHRASE: &str = "dit is een verzonnen zaak";
/// The incidents. Everybody in them is invented.
const CASE: &str = include_str!("../../demo/case.json");

/// A sample file and the place in the case of the incident that it belongs with.
struct Sample {
    incident: usize,
    name: &'static str,
    bytes: &'static [u8],
}

const FILES: [Sample; 6] = [
    Sample { incident: 1, name: "oproepen.png", bytes: include_bytes!("../../demo/oproepen.png") },
    Sample { incident: 1, name: "voicemail.wav", bytes: include_bytes!("../../demo/voicemail.wav") },
    Sample { incident: 5, name: "berichten.png", bytes: include_bytes!("../../demo/berichten.png") },
    Sample { incident: 7, name: "briefje.jpg", bytes: include_bytes!("../../demo/briefje.jpg") },
    Sample { incident: 9, name: "voordeur.jpg", bytes: include_bytes!("../../demo/voordeur.jpg") },
    Sample { incident: 10, name: "mail.eml", bytes: include_bytes!("../../demo/mail.eml") },
];

pub(crate) fn run(session: &Session, out: &Path) -> Result<(), Failure> {
    let cannot = |error| Failure::File("cli-cannot-write", out.display().to_string(), error);
    fs::create_dir_all(out).map_err(cannot)?;
    let logbook = out.join("houvast.db");
    let (book, _) = Book::create(&logbook, PASSPHRASE, KdfCost::FLOOR, session.ports.clone())?;
    let book = std::cell::RefCell::new(book);
    // The case is part of the program, and a test makes it.
    let mut incidents: Vec<Incident> =
        serde_json::from_str(CASE).map_err(|error| Failure::Words("cli-bad-json", error.to_string()))?;
    let measure = people(&mut book.borrow_mut())?;
    for breach in incidents.iter_mut().filter(|incident| incident.kind.contains(&Kind::Breach)) {
        breach.breached = vec![measure.clone()];
    }
    let ids = book.borrow_mut().record_all(incidents).map_err(|(place, error)| Failure::Entry(place + 1, error))?;
    let folder = out.join("bestanden");
    fs::create_dir_all(&folder).map_err(cannot)?;
    for sample in &FILES {
        let path = folder.join(sample.name);
        houvast_logbook::outside::write_file::<std::io::Error>(&path, |file| file.write_all(sample.bytes))
            .map_err(cannot)?;
        let keep = Keep { name: sample.name, arrival: Arrival::CommandLine, incident: ids.get(sample.incident) };
        keep.file(&book, &path, &mut |_, _| ControlFlow::Continue(()))?;
    }
    correct(&mut book.borrow_mut(), &ids)?;
    let pdf = out.join("tijdlijn.pdf");
    let options = Options { language: session.lang, ..Options::default() };
    super::report::write(session, &book, &options, &pdf)?;
    let zip = out.join("pakket.zip");
    super::package::write(session, &book, &options, None, &zip)?;
    let t = |id: &str| session.texts.get(id);
    print::line(
        &session.texts.format("cli-demo-done", &[("incidents", ids.len().into()), ("evidence", FILES.len().into())]),
    );
    print::line(&format!("{}: {}", t("cli-demo-logbook"), logbook.display()));
    print::line(&format!("{}: {PASSPHRASE}", t("cli-demo-passphrase")));
    print::line(&format!("{}: {}", t("cli-demo-pdf"), pdf.display()));
    print::line(&format!("{}: {}", t("cli-demo-package"), zip.display()));
    Ok(())
}

/// Who is in it, and the measure that is broken.
fn people(book: &mut Book) -> Result<MeasureId, Failure> {
    book.set_case(Case { victim: "Sanne Verzonnen".into(), suspect: "Mark Voorbeeld".into(), ..Case::default() })?;
    book.set_contact(
        None,
        Contact {
            organisation: "police".into(),
            name: "A. Jansen".into(),
            role: "wijkagent".into(),
            case_number: "PL-000123".into(),
            ..Contact::default()
        },
    )?;
    book.set_contact(
        None,
        Contact {
            organisation: "shn".into(),
            name: "F. Bakker".into(),
            role: "casemanager".into(),
            ..Contact::default()
        },
    )?;
    let measure = book.set_measure(
        None,
        Measure {
            kind: "contactverbod".into(),
            start: NaiveDate::from_ymd_opt(2026, 5, 1),
            end: NaiveDate::from_ymd_opt(2026, 10, 31),
            decided_by: "Officier van justitie".into(),
            number: "OM-0042".into(),
            conditions: "Geen contact, op geen enkele manier, ook niet via anderen.".into(),
            ..Measure::default()
        },
    )?;
    Ok(measure)
}

/// One incident is corrected and one withdrawn, so that the sample shows what that looks like.
fn correct(book: &mut Book, ids: &[IncidentId]) -> Result<(), Failure> {
    if let [_, _, _, gifts, through, ..] = ids {
        let mut incident = book.incident(gifts)?.incident;
        incident.what.push_str(" Het kaartje heb ik bewaard.");
        book.amend(gifts, incident, "Ik vond het kaartje terug")?;
        book.withdraw(through, "Mijn zus wil hier niet in genoemd worden")?;
    }
    Ok(())
}
