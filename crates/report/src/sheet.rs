//! What stands on the pages, word by word: everything but the layout.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate};
use houvast_guidance::texts::Texts;
use houvast_logbook::model::{Incident, IncidentId, Kind, Measure, When};
use serde::Serialize;

use crate::chart;
use crate::input::{Input, Past, Piece, Told};

/// A label and what stands behind it.
type Row = (String, String);

#[derive(Serialize)]
pub(crate) struct Sheet {
    lang: &'static str,
    fonts: Vec<String>,
    title: String,
    subtitle: String,
    footer: String,
    page: String,
    of: String,
    facts: Vec<Row>,
    summary_title: String,
    summary: Vec<String>,
    kinds_title: String,
    kinds: Vec<(String, usize)>,
    kinds_head: Row,
    chart: Option<Chart>,
    contacts_title: String,
    contacts_head: Vec<String>,
    contacts: Vec<Vec<String>>,
    measures_title: String,
    measures_head: Vec<String>,
    measures: Vec<Vec<String>>,
    reading_title: String,
    reading: Vec<Row>,
    contents_title: String,
    timeline_title: String,
    empty: String,
    months: Vec<Month>,
    withdrawn_title: String,
    withdrawn: Vec<Entry>,
    evidence_title: String,
    evidence_note: String,
    evidence: Vec<Listed>,
    pictures_title: String,
    pictures: Vec<Shown>,
    versions_title: String,
    versions_note: String,
    versions: Vec<Versions>,
    check_title: String,
    check: Vec<String>,
    attachment: String,
    described: String,
}

#[derive(Serialize)]
struct Chart {
    title: String,
    says: String,
    left: String,
    right: String,
}

#[derive(Serialize)]
struct Month {
    title: String,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    number: usize,
    day: String,
    time: String,
    heading: String,
    kinds: String,
    what: String,
    exact: Option<Row>,
    rows: Vec<Row>,
    marks: Vec<String>,
    pieces: Vec<Small>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct Small {
    label: String,
    detail: String,
    picture: Option<String>,
    alt: String,
}

#[derive(Serialize)]
struct Listed {
    title: String,
    rows: Vec<Row>,
    sha_label: String,
    sha: String,
}

#[derive(Serialize)]
struct Shown {
    file: String,
    alt: String,
    caption: String,
}

#[derive(Serialize)]
struct Versions {
    title: String,
    steps: Vec<Earlier>,
}

#[derive(Serialize)]
struct Earlier {
    title: String,
    rows: Vec<Row>,
}

/// Writes the sheet. `drawn` names the evidence of which there are pictures.
pub(crate) fn of(input: &Input, drawn: &HashSet<&str>) -> Sheet {
    let numbers = input.incidents.iter().map(|told| (&told.id, told.number)).collect();
    Writer { input, drawn, texts: Texts::new(input.options.language), numbers }.sheet()
}

struct Writer<'a> {
    input: &'a Input,
    drawn: &'a HashSet<&'a str>,
    texts: Texts,
    /// Numbers of incidents by their ids.
    numbers: HashMap<&'a IncidentId, usize>,
}

impl Writer<'_> {
    fn t(&self, id: &str) -> String {
        self.texts.get(id)
    }

    fn stands(&self) -> impl Iterator<Item = &Told> {
        self.input.incidents.iter().filter(|told| told.withdrawn.is_none())
    }

    fn sheet(&self) -> Sheet {
        let t = |id: &str| self.t(id);
        let made = self.texts.date_time(&self.input.made);
        Sheet {
            lang: self.texts.lang().tag(),
            fonts: crate::fonts::families(),
            title: t("report-title"),
            subtitle: self.subtitle(),
            footer: self
                .texts
                .format("report-footer", &[("made", made.clone().into()), ("root", short(&self.input.root).into())]),
            page: t("report-page"),
            of: t("report-of"),
            facts: self.facts(&made),
            summary_title: t("report-summary"),
            summary: self.summary(),
            kinds_title: t("report-kinds"),
            kinds: self.kinds(),
            kinds_head: (t("report-kind"), t("report-count")),
            chart: self.chart(),
            contacts_title: t("report-contacts"),
            contacts_head: ["organisation", "name", "role", "reach", "case-number"]
                .iter()
                .map(|id| t(&format!("report-contact-{id}")))
                .collect(),
            contacts: self.contacts(),
            measures_title: t("report-measures"),
            measures_head: ["kind", "from", "to", "decided", "number"]
                .iter()
                .map(|id| t(&format!("report-measure-{id}")))
                .collect(),
            measures: self.measures(),
            reading_title: t("report-reading"),
            reading: self.reading(),
            contents_title: t("report-contents"),
            timeline_title: t("report-timeline"),
            empty: t("report-empty"),
            months: self.months(),
            withdrawn_title: t("report-withdrawn"),
            withdrawn: self
                .input
                .incidents
                .iter()
                .filter(|told| told.withdrawn.is_some())
                .map(|told| self.entry(told))
                .collect(),
            evidence_title: t("report-evidence"),
            evidence_note: t("report-evidence-note"),
            evidence: self.evidence(),
            pictures_title: t("report-pictures"),
            pictures: self.pictures(),
            versions_title: t("report-versions"),
            versions_note: t("report-versions-note"),
            versions: self.versions(),
            check_title: t("report-check"),
            check: self.check(),
            attachment: "timeline.json".into(),
            described: t("report-attachment"),
        }
    }

    fn subtitle(&self) -> String {
        let case = &self.input.case;
        match (case.victim.trim(), case.suspect.trim()) {
            ("", "") => self.t("report-subtitle"),
            (victim, "") => self.texts.format("report-subtitle-victim", &[("victim", victim.into())]),
            ("", suspect) => self.texts.format("report-subtitle-suspect", &[("suspect", suspect.into())]),
            (victim, suspect) => {
                self.texts.format("report-subtitle-both", &[("victim", victim.into()), ("suspect", suspect.into())])
            }
        }
    }

    fn facts(&self, made: &str) -> Vec<Row> {
        let mut rows = Vec::new();
        let case = &self.input.case;
        push(&mut rows, self.t("report-victim"), &case.victim);
        push(&mut rows, self.t("report-suspect"), &case.suspect);
        push(&mut rows, self.t("report-period"), &self.period());
        push(&mut rows, self.t("report-made"), made);
        rows
    }

    /// The chosen period; where an end was left open, the incidents' own.
    fn period(&self) -> String {
        let days: Vec<NaiveDate> = self.stands().map(|told| told.incident.when.day()).collect();
        let options = &self.input.options;
        let from = options.from.or_else(|| days.iter().min().copied());
        let to = options.to.or_else(|| days.iter().max().copied());
        match (from, to) {
            (Some(from), Some(to)) => self.texts.format(
                "report-from-to",
                &[("from", self.texts.short_date(from).into()), ("to", self.texts.short_date(to).into())],
            ),
            (Some(day), None) | (None, Some(day)) => self.texts.short_date(day),
            (None, None) => String::new(),
        }
    }

    fn summary(&self) -> Vec<String> {
        let stands: Vec<&Told> = self.stands().collect();
        let count = |test: fn(&Told) -> bool| stands.iter().filter(|told| test(told)).count();
        let mut sentences = vec![self.texts.format("report-says-count", &[("count", stands.len().into())])];
        let mut say = |id: &str, count: usize| {
            if count > 0 {
                sentences.push(self.texts.format(id, &[("count", count.into())]));
            }
        };
        say(
            "report-says-threats",
            count(|told| told.incident.threat == Some(true) || told.incident.kind.contains(&Kind::Threat)),
        );
        say(
            "report-says-violence",
            count(|told| told.incident.violence == Some(true) || told.incident.kind.contains(&Kind::Violence)),
        );
        say("report-says-weapon", count(|told| told.incident.weapon == Some(true)));
        say("report-says-children", count(|told| told.incident.children == Some(true)));
        say(
            "report-says-breaches",
            count(|told| !told.incident.breached.is_empty() || told.incident.kind.contains(&Kind::Breach)),
        );
        say("report-says-reported", count(|told| !told.incident.reported.is_empty()));
        say("report-says-evidence", stands.iter().map(|told| told.evidence.len()).sum());
        if let (Some(first), Some(last)) = (stands.first(), stands.last()) {
            sentences.push(self.texts.format(
                "report-says-first-last",
                &[
                    ("first", self.texts.date(first.incident.when.day()).into()),
                    ("last", self.texts.date(last.incident.when.day()).into()),
                ],
            ));
        }
        sentences
    }

    fn kinds(&self) -> Vec<(String, usize)> {
        let mut counts: BTreeMap<&Kind, usize> = BTreeMap::new();
        for kind in self.stands().flat_map(|told| &told.incident.kind) {
            *counts.entry(kind).or_default() += 1;
        }
        let mut counts: Vec<(String, usize)> =
            counts.into_iter().map(|(kind, count)| (self.kind(kind), count)).collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    }

    fn kind(&self, kind: &Kind) -> String {
        self.named("kind", kind.id())
    }

    /// The name of a thing by its id; free text stays as it is.
    fn named(&self, group: &str, id: &str) -> String {
        let key = format!("{group}-{id}");
        if self.texts.has(&key) { self.t(&key) } else { id.to_owned() }
    }

    fn chart(&self) -> Option<Chart> {
        let weeks = chart::weeks(self.input);
        let (first, _) = weeks.counts.first()?;
        let (last, _) = weeks.counts.last()?;
        let (busiest, most) = weeks.counts.iter().max_by_key(|(day, count)| (*count, std::cmp::Reverse(*day)))?;
        let quiet = weeks.counts.iter().filter(|(_, count)| *count == 0).count();
        Some(Chart {
            title: self.t("report-weeks"),
            says: self.texts.format(
                "report-weeks-says",
                &[
                    ("weeks", weeks.counts.len().into()),
                    ("most", (*most).into()),
                    ("busiest", self.texts.short_date(*busiest).into()),
                    ("quiet", quiet.into()),
                ],
            ),
            left: self.texts.short_date(*first),
            right: self.texts.short_date(*last),
        })
    }

    /// How to read the document, and what it does not claim.
    fn reading(&self) -> Vec<Row> {
        let count = self.input.erased;
        let erased = (count > 0).then(|| {
            (
                self.texts.get("report-reading-erased"),
                self.texts.format("report-reading-erased-text", &[("count", count.into())]),
            )
        });
        ["told", "recorded", "verified", "claims", "limits"]
            .iter()
            .map(|id| {
                let text = |id: &str| self.texts.get(id);
                (text(&format!("report-reading-{id}")), text(&format!("report-reading-{id}-text")))
            })
            .chain(erased)
            .collect()
    }

    fn contacts(&self) -> Vec<Vec<String>> {
        self.input
            .contacts
            .iter()
            .map(|contact| {
                let reach = [contact.phone.as_str(), contact.email.as_str()];
                let reach: Vec<&str> = reach.into_iter().filter(|part| !part.is_empty()).collect();
                vec![
                    self.named("organisation", &contact.organisation),
                    contact.name.clone(),
                    contact.role.clone(),
                    reach.join(", "),
                    contact.case_number.clone(),
                ]
            })
            .collect()
    }

    fn measures(&self) -> Vec<Vec<String>> {
        let day = |day: Option<NaiveDate>| day.map_or_else(|| "–".to_owned(), |day| self.texts.short_date(day));
        self.input
            .measures
            .iter()
            .map(|(_, measure)| {
                vec![
                    self.measure(measure),
                    day(measure.start),
                    day(measure.end),
                    measure.decided_by.clone(),
                    measure.number.clone(),
                ]
            })
            .collect()
    }

    fn measure(&self, measure: &Measure) -> String {
        self.named("measure", &measure.kind)
    }

    fn months(&self) -> Vec<Month> {
        let mut months: Vec<Month> = Vec::new();
        for told in self.stands() {
            let title = self.texts.month(told.incident.when.day());
            match months.last_mut().filter(|month| month.title == title) {
                Some(month) => month.entries.push(self.entry(told)),
                None => months.push(Month { title, entries: vec![self.entry(told)] }),
            }
        }
        months
    }

    fn entry(&self, told: &Told) -> Entry {
        let incident = &told.incident;
        let number = told.number;
        let (day, time) = self.when(&incident.when);
        let kinds: Vec<String> = incident.kind.iter().map(|kind| self.kind(kind)).collect();
        let heading = if time.is_empty() { day.clone() } else { format!("{day}, {time}") };
        Entry {
            number,
            heading: format!("{number}. {heading}"),
            day,
            time,
            kinds: kinds.join(" · "),
            what: incident.what.clone(),
            exact: (!incident.exact_words.is_empty()).then(|| (self.t("report-exact"), incident.exact_words.clone())),
            rows: self.rows(incident),
            marks: self.marks(incident),
            pieces: told.evidence.iter().map(|piece| self.small(piece)).collect(),
            notes: self.notes(told),
        }
    }

    /// Day and time in words, as exact as the person was.
    fn when(&self, when: &When) -> (String, String) {
        let day = self.texts.date(when.day());
        let say = |id: &str, time: String| self.texts.format(id, &[("time", time.into())]);
        let time = match when {
            When::Exact(at) => self.texts.time(at.time()),
            When::About(at) => say("report-about", self.texts.time(at.time())),
            When::Day(_) => self.t("report-some-time"),
            When::Period { from, to } if from.date_naive() == to.date_naive() => {
                format!("{} – {}", self.texts.time(from.time()), self.texts.time(to.time()))
            }
            When::Period { from, to } => {
                format!("{} – {}", self.texts.time(from.time()), self.texts.date_time(to))
            }
            When::Since(at) => say("report-since", self.texts.time(at.time())),
        };
        (day, time)
    }

    fn rows(&self, incident: &Incident) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut row = |id: &str, text: &str| push(&mut rows, self.t(id), text);
        row("report-where", &incident.place);
        if let Some(place) = incident.coordinates {
            row("report-coordinates", &format!("{:.5}, {:.5}", place.latitude, place.longitude));
        }
        if let Some(count) = incident.how_often {
            row("report-how-often", &self.texts.format("report-times", &[("count", count.into())]));
        }
        row("report-who", &self.who(incident));
        row("report-channel", &incident.channel);
        for witness in &incident.witnesses {
            let statement = match witness.statement {
                Some(true) => self.t("report-will-state"),
                Some(false) => self.t("report-will-not-state"),
                None => String::new(),
            };
            row("report-witness", &joined(&[&witness.name, &witness.contact, &statement]));
        }
        row("report-reaction", &incident.reaction);
        if let Some(fear) = incident.effect.fear {
            row("report-fear", &self.texts.format("report-fear-of-ten", &[("fear", fear.into())]));
        }
        row("report-effect", &incident.effect.description);
        row("report-injury", &incident.effect.injury);
        row("report-damage", &joined(&[&incident.effect.damage, &euros(incident.effect.damage_cents)]));
        for id in &incident.breached {
            let name = self
                .input
                .measures
                .iter()
                .find(|(other, _)| other == id)
                .map_or_else(|| id.to_string(), |(_, measure)| joined(&[&self.measure(measure), &measure.number]));
            row("report-breached", &name);
        }
        for report in &incident.reported {
            let when = report.when.as_ref().map_or_else(String::new, |when| self.texts.date(when.day()));
            row("report-reported", &joined(&[&report.to, &when, &report.number, &report.officer]));
            row("report-agreed", &report.agreed);
        }
        for link in &incident.links {
            if let Some(number) = self.numbers.get(&link.to) {
                let other = self.texts.format("report-linked-to", &[("number", (*number).into())]);
                row("report-linked", &joined(&[&other, &link.reason]));
            }
        }
        rows
    }

    fn who(&self, incident: &Incident) -> String {
        use houvast_logbook::model::HowKnown;
        let known = match incident.who.known {
            HowKnown::NotSaid | HowKnown::Known => String::new(),
            HowKnown::Unknown => self.t("report-who-unknown"),
            HowKnown::ThroughSomeoneElse => self.t("report-who-through"),
        };
        let recognised = if incident.who.recognised_by.is_empty() {
            String::new()
        } else {
            self.texts.format("report-recognised", &[("how", incident.who.recognised_by.as_str().into())])
        };
        joined(&[&incident.who.name, &known, &recognised])
    }

    fn marks(&self, incident: &Incident) -> Vec<String> {
        let said = [
            ("report-mark-threat", incident.threat),
            ("report-mark-violence", incident.violence),
            ("report-mark-weapon", incident.weapon),
            ("report-mark-children", incident.children),
        ];
        said.into_iter().filter(|(_, said)| *said == Some(true)).map(|(id, _)| self.t(id)).collect()
    }

    fn small(&self, piece: &Piece) -> Small {
        let label = self.label(piece);
        let has = self.drawn.contains(piece.id.as_str());
        Small {
            detail: format!(
                "{} · SHA-256 {}…",
                self.named("family", &piece.family),
                &piece.sha256[..16.min(piece.sha256.len())]
            ),
            picture: has.then(|| format!("small/{}.jpg", piece.id)),
            alt: joined(&[&label, &piece.caption]),
            label: joined(&[&label, &piece.caption]),
        }
    }

    fn label(&self, piece: &Piece) -> String {
        self.texts.format("report-piece", &[("number", piece.number.into()), ("name", piece.name.as_str().into())])
    }

    fn notes(&self, told: &Told) -> Vec<String> {
        let mut notes = Vec::new();
        let recorded = self.moment(&told.recorded);
        notes.push(match told.days_later {
            Some(days) => {
                self.texts.format("report-recorded-later", &[("when", recorded.into()), ("days", days.into())])
            }
            None => self.texts.format("report-recorded", &[("when", recorded.into())]),
        });
        if let Some(last) = told.history.iter().rev().find(|past| past.step == "amended") {
            notes.push(self.texts.format("report-changed", &[("when", self.moment(&last.at).into())]));
        }
        if let Some(reason) = &told.withdrawn {
            notes.push(self.texts.format("report-withdrawn-because", &[("reason", reason.as_str().into())]));
        }
        notes
    }

    /// A moment of the log in words.
    fn moment(&self, rfc3339: &str) -> String {
        DateTime::parse_from_rfc3339(rfc3339).map_or_else(
            |_| rfc3339.to_owned(),
            |at| format!("{}, {}", self.texts.short_date(at.date_naive()), self.texts.time(at.time())),
        )
    }

    fn all_pieces(&self) -> Vec<&Piece> {
        self.input.incidents.iter().flat_map(|told| &told.evidence).collect()
    }

    fn evidence(&self) -> Vec<Listed> {
        let pieces = self.input.incidents.iter().flat_map(|told| told.evidence.iter().map(move |piece| (told, piece)));
        pieces
            .map(|(told, piece)| {
                let mut rows = Vec::new();
                let mut row = |id: &str, text: &str| push(&mut rows, self.t(id), text);
                row("report-with", &self.texts.format("report-linked-to", &[("number", told.number.into())]));
                row("report-type", &format!("{} ({})", self.named("family", &piece.family), piece.media_type));
                row("report-size", &self.texts.format("report-bytes", &[("bytes", grouped(piece.size).into())]));
                row("report-kept", &self.moment(&piece.recorded));
                row("report-caption", &piece.caption);
                row("report-transcript", &piece.transcript);
                for (label, value) in &piece.claims {
                    let label = self.t(&format!("report-claim-{label}"));
                    push(&mut rows, label, value);
                }
                for note in &piece.notes {
                    push(&mut rows, self.t("report-note"), &self.note(note));
                }
                Listed { title: self.label(piece), rows, sha_label: "SHA-256".into(), sha: piece.sha256.clone() }
            })
            .collect()
    }

    fn note(&self, id: &str) -> String {
        self.t(&format!("note-{id}"))
    }

    fn pictures(&self) -> Vec<Shown> {
        self.all_pieces()
            .into_iter()
            .filter(|piece| self.drawn.contains(piece.id.as_str()))
            .map(|piece| Shown {
                file: format!("large/{}.jpg", piece.id),
                alt: joined(&[&self.label(piece), &piece.caption]),
                caption: joined(&[&self.label(piece), &piece.caption]),
            })
            .collect()
    }

    fn versions(&self) -> Vec<Versions> {
        self.input
            .incidents
            .iter()
            .filter(|told| told.history.len() > 1)
            .map(|told| Versions {
                title: self.texts.format("report-versions-of", &[("number", told.number.into())]),
                steps: told.history.iter().map(|past| self.earlier(past)).collect(),
            })
            .collect()
    }

    fn earlier(&self, past: &Past) -> Earlier {
        let when = self.moment(&past.at);
        let mut rows = Vec::new();
        push(&mut rows, self.t("report-reason"), &past.reason);
        if let Some(incident) = &past.incident {
            let (day, time) = self.when(&incident.when);
            push(&mut rows, self.t("report-when"), &joined(&[&day, &time]));
            let kinds: Vec<String> = incident.kind.iter().map(|kind| self.kind(kind)).collect();
            push(&mut rows, self.t("report-kind"), &kinds.join(" · "));
            push(&mut rows, self.t("report-what"), &incident.what);
            push(&mut rows, self.t("report-exact"), &incident.exact_words);
            rows.extend(self.rows(incident));
        }
        Earlier { title: self.texts.format(&format!("report-step-{}", past.step), &[("when", when.into())]), rows }
    }

    fn check(&self) -> Vec<String> {
        vec![
            self.texts.format("report-check-log", &[("size", self.input.log_size.into())]),
            self.input.root.clone(),
            self.t("report-check-meaning"),
            self.t("report-check-files"),
            self.t("report-check-limits"),
        ]
    }
}

fn push(rows: &mut Vec<Row>, label: String, text: &str) {
    if !text.trim().is_empty() {
        rows.push((label, text.to_owned()));
    }
}

/// The parts that are not empty, with commas.
fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.trim().is_empty()).collect();
    parts.join(", ")
}

fn euros(cents: Option<u64>) -> String {
    cents.map_or_else(String::new, |cents| format!("€ {},{:02}", grouped(cents / 100), cents % 100))
}

/// Digits in groups of three, as Dutch writes them.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// Enough of a hash to compare by eye.
fn short(hash: &str) -> String {
    hash.get(..16).unwrap_or(hash).to_owned()
}
