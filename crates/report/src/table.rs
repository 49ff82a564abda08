//! `timeline.csv`: a line for each incident, for spreadsheets.

use houvast_guidance::Lang;
use houvast_guidance::texts::Texts;
use houvast_logbook::model::{Incident, When};
use houvast_package::Csv;

use crate::input::{Input, Told};

/// The columns, by their texts `package-csv-…`.
const COLUMNS: [&str; 25] = [
    "number",
    "date",
    "time",
    "exact",
    "until-date",
    "until-time",
    "kind",
    "what",
    "words",
    "where",
    "how-often",
    "who",
    "channel",
    "witnesses",
    "fear",
    "threat",
    "violence",
    "weapon",
    "children",
    "breached",
    "reported",
    "recorded",
    "evidence",
    "withdrawn",
    "id",
];

/// The timeline as a table, in the report's language. docs/package-format.md says how it is written.
pub fn timeline_csv(input: &Input) -> Vec<u8> {
    let texts = Texts::new(input.options.language);
    // What spreadsheets take for the next cell in that language.
    let separator = if input.options.language == Lang::Nl { ';' } else { ',' };
    let headings: Vec<String> = COLUMNS.iter().map(|id| texts.get(&format!("package-csv-{id}"))).collect();
    let mut table = Csv::new(separator, &headings);
    for told in &input.incidents {
        table.row(&row(input, told, &texts));
    }
    table.finish()
}

fn row(input: &Input, told: &Told, texts: &Texts) -> Vec<String> {
    let incident = &told.incident;
    let said = |answer: Option<bool>| {
        answer.map_or_else(String::new, |yes| texts.get(if yes { "package-csv-yes" } else { "package-csv-no" }))
    };
    let number = |value: Option<u32>| value.map_or_else(String::new, |value| value.to_string());
    let list = |items: Vec<String>| items.join(", ");
    let [date, time, exact, until_date, until_time] = when(&incident.when, texts);
    let measure = |id: &houvast_logbook::model::MeasureId| {
        let found = input.measures.iter().find(|(other, _)| other == id);
        found.map_or_else(|| id.to_string(), |(_, measure)| texts.named("measure", &measure.kind))
    };
    vec![
        told.number.to_string(),
        date,
        time,
        exact,
        until_date,
        until_time,
        list(incident.kind.iter().map(|kind| texts.named("kind", kind.id())).collect()),
        incident.what.clone(),
        incident.exact_words.clone(),
        incident.place.clone(),
        number(incident.how_often),
        incident.who.name.clone(),
        incident.channel.clone(),
        list(incident.witnesses.iter().map(|witness| witness.name.clone()).collect()),
        number(incident.effect.fear.map(u32::from)),
        said(incident.threat),
        said(incident.violence),
        said(incident.weapon),
        said(incident.children),
        list(incident.breached.iter().map(measure).collect()),
        list(reported(incident)),
        // By the device's clock, as spreadsheets read a day and a time; the offset stands in timeline.json.
        told.recorded.get(..19).unwrap_or_default().replace('T', " "),
        list(told.evidence.iter().map(|piece| piece.number.to_string()).collect()),
        told.withdrawn.clone().unwrap_or_default(),
        told.id.to_string(),
    ]
}

fn reported(incident: &Incident) -> Vec<String> {
    incident
        .reported
        .iter()
        .map(|report| {
            [report.to.as_str(), report.number.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

/// Day, time, how exact, and until when, as spreadsheets read them.
fn when(when: &When, texts: &Texts) -> [String; 5] {
    let day = |at: &chrono::DateTime<chrono::FixedOffset>| at.format("%Y-%m-%d").to_string();
    let time = |at: &chrono::DateTime<chrono::FixedOffset>| at.format("%H:%M").to_string();
    let exact = |id: &str| texts.get(&format!("package-csv-exact-{id}"));
    let none = String::new;
    match when {
        When::Exact(at) => [day(at), time(at), exact("exact"), none(), none()],
        When::About(at) => [day(at), time(at), exact("about"), none(), none()],
        When::Day(date) => [date.format("%Y-%m-%d").to_string(), none(), exact("day"), none(), none()],
        When::Period { from, to } => [day(from), time(from), exact("period"), day(to), time(to)],
        When::Since(at) => [day(at), time(at), exact("since"), none(), none()],
    }
}
