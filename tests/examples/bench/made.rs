//! Cases of any size, made up.

use chrono::{DateTime, TimeDelta};
use houvast_logbook::model::{Incident, Kind, When};

const WHAT: [&str; 4] = [
    "Hij stond weer aan de overkant van de straat en keek naar boven. Toen ik het gordijn dichtdeed, belde hij aan.",
    "Veertien berichten achter elkaar, eerst dat het hem spijt en daarna dat ik er nog wel achter kom.",
    "Mijn collega kreeg een mail over mij met foto's van vroeger. Zij heeft niet geantwoord en de mail bewaard.",
    "De fiets stond met een lekke band in de schuur. Het slot was open, terwijl ik zeker weet dat het dicht was.",
];

/// Incidents at odd hours, three hours apart.
pub(crate) fn incidents(count: usize) -> Vec<Incident> {
    let first = DateTime::parse_from_rfc3339("2023-01-01T07:20:00+01:00").unwrap();
    let kinds = [Kind::ComingClose, Kind::Messages, Kind::ThroughOthers, Kind::Damage];
    (0..count)
        .map(|n| {
            let at = first + TimeDelta::minutes(i64::try_from(n).unwrap() * 187);
            let mut incident = Incident::at(When::Exact(at));
            incident.kind = vec![kinds[n % 4].clone()];
            incident.what = format!("{} ({n})", WHAT[n % 4]);
            incident.exact_words = "Je hebt tot vrijdag om te antwoorden.".into();
            incident.place = "Thuis".into();
            incident.who.name = "Mark".into();
            incident.effect.fear = Some(u8::try_from(n % 11).unwrap());
            incident
        })
        .collect()
}
