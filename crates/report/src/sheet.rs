//! What stands on the pages, word by word: everything but the layout.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate};
use houvast_guidance::texts::Texts;
use houvast_logbook::model::{Incident, IncidentId, Kind, Measure, When};
use houvast_logbook::view::Having;
use serde::Serialize;

use crate::consultation::{Consultation, Room};
use crate::input::{Input, Past, Piece, Told};
use crate::overview::{Drawings, Overview, WHOLE, excerpt, said};
use crate::pattern::Pattern;

/// A label and what stands behind it.
pub(crate) type Row = (String, String);

#[derive(Serialize)]
pub(crate) struct Sheet {
    lang: &'static str,
    fonts: Vec<String>,
    title: String,
    subtitle: String,
    /// Above every page but the first.
    running: String,
    footer: String,
    page: String,
    of: String,
    facts: Vec<Row>,
    overview: Overview,
    consultation: Option<Consultation>,
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
    /// In rows: of pictures that are higher than wide, two stand side by side.
    pictures: Vec<Vec<Shown>>,
    versions_title: String,
    versions_note: String,
    versions: Vec<Versions>,
    check_title: String,
    check: Vec<String>,
    attachment: String,
    described: String,
}

#[derive(Serialize)]
struct Month {
    title: String,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    time: String,
    heading: String,
    kinds: String,
    what: String,
    exact: Option<Row>,
    rows: Vec<Row>,
    marks: Vec<String>,
    pieces: Vec<Small>,
    notes: Vec<String>,
    /// Too long to be kept together on a page.
    long: bool,
    /// What is told is higher than what stands in the margin beside it.
    tall: bool,
}

/// How many lines what is told takes at least, however narrow its letters are.
fn least_told(entry: &Entry) -> usize {
    let what = entry.what.lines().map(|line| line.chars().count().div_ceil(130).max(1)).sum::<usize>();
    usize::from(!entry.kinds.is_empty())
        + what
        + entry.exact.iter().len() * 2
        + entry.rows.len()
        + entry.pieces.len() * 2
        + entry.notes.len()
}

/// How many lines the margin takes at most: day, time, and the marks in their boxes.
fn most_in_margin(entry: &Entry) -> usize {
    let lines = |text: &str| text.chars().count() / 12 + 1;
    lines(&entry.heading) + lines(&entry.time) + entry.marks.iter().map(|mark| 2 * lines(mark)).sum::<usize>()
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
    long: bool,
}

#[derive(Serialize)]
struct Shown {
    file: String,
    alt: String,
    caption: String,
    detail: String,
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

/// What the template lays out.
pub(crate) struct Written {
    pub(crate) sheet: Sheet,
    pub(crate) drawings: Drawings,
}

/// The pattern for the screen.
pub(crate) fn pattern(input: &Input, drawn: &HashSet<&str>) -> Pattern {
    Writer::of(input, drawn).pattern()
}

/// Writes the sheet. `drawn` names the evidence of which there are pictures; `room` is what a consultation may hold.
pub(crate) fn of(input: &Input, drawn: &HashSet<&str>, room: Option<Room>) -> Written {
    let writer = Writer::of(input, drawn);
    let mut drawings = Drawings { weeks: String::new(), hours: String::new(), kinds: String::new() };
    let sheet = writer.sheet(&mut drawings, room);
    Written { sheet, drawings }
}

pub(crate) struct Writer<'a> {
    pub(crate) input: &'a Input,
    drawn: &'a HashSet<&'a str>,
    pub(crate) texts: Texts,
    /// Numbers of incidents by their ids.
    numbers: HashMap<&'a IncidentId, usize>,
    /// Incidents that were told in a contact moment.
    pub(crate) in_moments: HashSet<&'a IncidentId>,
}

impl<'a> Writer<'a> {
    fn of(input: &'a Input, drawn: &'a HashSet<&'a str>) -> Self {
        Self {
            input,
            drawn,
            texts: Texts::new(input.options.language),
            numbers: input.incidents.iter().map(|told| (&told.id, told.number)).collect(),
            in_moments: input.moments.iter().flat_map(|talk| &talk.incidents).collect(),
        }
    }
}

impl Writer<'_> {
    pub(crate) fn t(&self, id: &str) -> String {
        self.texts.get(id)
    }

    pub(crate) fn stands(&self) -> impl Iterator<Item = &Told> {
        self.input.incidents.iter().filter(|told| told.withdrawn.is_none())
    }

    fn sheet(&self, drawings: &mut Drawings, room: Option<Room>) -> Sheet {
        let t = |id: &str| self.t(id);
        let made = self.texts.date_time(&self.input.made);
        Sheet {
            lang: self.texts.lang().tag(),
            fonts: crate::fonts::families(),
            title: t(if room.is_some() { "report-title-consultation" } else { "report-title" }),
            running: excerpt(&self.subtitle(), 90),
            subtitle: self.subtitle(),
            footer: self
                .texts
                .format("report-footer", &[("made", made.clone().into()), ("root", short(&self.input.root).into())]),
            page: t("report-page"),
            of: t("report-of"),
            facts: self.facts(&made),
            overview: self.overview(drawings, room.map_or(WHOLE, |room| room.front.extent)),
            consultation: room.map(|room| self.consultation(room)),
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
        push(&mut rows, self.t("report-address"), &case.address);
        push(&mut rows, self.t("report-children"), &case.children);
        push(&mut rows, self.t("report-period"), &self.period());
        push(&mut rows, self.t("report-choice"), &self.choice());
        push(&mut rows, self.t("report-made"), made);
        rows
    }

    /// What was left out, so that nobody takes it for all there is.
    fn choice(&self) -> String {
        let options = &self.input.options;
        let kinds: Vec<String> = options.kinds.iter().map(|kind| self.kind(kind)).collect();
        let kinds = if kinds.is_empty() {
            String::new()
        } else {
            self.texts.format("report-only-kinds", &[("kinds", kinds.join(" · ").into())])
        };
        let (untold, having): (Vec<&Having>, Vec<&Having>) =
            options.having.iter().partition(|having| **having == Having::Untold);
        let having: Vec<String> = having.iter().map(|having| self.named("having", having.id())).collect();
        let having = if having.is_empty() {
            String::new()
        } else {
            self.texts.format("report-only-having", &[("having", having.join(" · ").into())])
        };
        let words = options.search.trim();
        let words = if words.is_empty() {
            String::new()
        } else {
            self.texts.format("report-only-words", &[("words", words.into())])
        };
        let without = |wanted: bool, id: &str| if wanted { String::new() } else { self.t(id) };
        joined(&[
            &kinds,
            &having,
            &without(untold.is_empty(), "report-only-untold"),
            &words,
            &without(options.pictures || options.form == crate::Form::Consultation, "report-without-pictures"),
            &without(options.effects, "report-without-effects"),
            &without(options.witnesses, "report-without-witnesses"),
            &without(options.coordinates, "report-without-coordinates"),
        ])
    }

    /// The chosen period, until the day on which it is made if no end was chosen; without a choice the incidents' own.
    fn period(&self) -> String {
        let days: Vec<NaiveDate> = self.stands().map(|told| told.incident.when.day()).collect();
        let options = &self.input.options;
        let from = options.from.or_else(|| days.iter().min().copied());
        let to = options.to.or_else(|| options.from.map(|_| self.until())).or_else(|| days.iter().max().copied());
        match (from, to) {
            (Some(from), Some(to)) => self.texts.format(
                "report-from-to",
                &[("from", self.texts.short_date(from).into()), ("to", self.texts.short_date(to).into())],
            ),
            (Some(day), None) | (None, Some(day)) => self.texts.short_date(day),
            (None, None) => String::new(),
        }
    }

    pub(crate) fn kind(&self, kind: &Kind) -> String {
        self.named("kind", kind.id())
    }

    /// The name of a thing by its id; free text stays as it is.
    pub(crate) fn named(&self, group: &str, id: &str) -> String {
        self.texts.named(group, id)
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

    pub(crate) fn measure(&self, measure: &Measure) -> String {
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
        let rows = self.rows(incident);
        // Written down in a hurry: the moment, perhaps a picture.
        let silent = incident.kind.is_empty() && said(incident).trim().is_empty();
        let length = incident.what.len() + incident.exact_words.len() + written(&rows) + 250 * told.evidence.len();
        let mut entry = Entry {
            long: length > TOGETHER,
            tall: false,
            heading: format!("{number}. {day}"),
            time,
            kinds: kinds.join(" · "),
            what: if silent { self.t("report-not-described") } else { incident.what.clone() },
            exact: (!incident.exact_words.is_empty()).then(|| (self.t("report-exact"), incident.exact_words.clone())),
            rows,
            marks: told.withdrawn.iter().map(|_| self.t("report-mark-withdrawn")).chain(self.marks(incident)).collect(),
            pieces: told.evidence.iter().map(|piece| self.small(piece)).collect(),
            notes: self.notes(told),
        };
        entry.tall = least_told(&entry) > most_in_margin(&entry);
        entry
    }

    /// Day and time in words, as exact as the person was.
    pub(crate) fn when(&self, when: &When) -> (String, String) {
        in_words(&self.texts, when)
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
        row(
            "report-damage",
            &joined(&[
                &incident.effect.damage,
                &incident.effect.damage_cents.map_or_else(String::new, |cents| self.texts.euros(cents)),
            ]),
        );
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
            row(
                "report-reported",
                &joined(&[&self.named("organisation", &report.to), &when, &report.number, &report.officer]),
            );
            row("report-agreed", &report.agreed);
        }
        for link in &incident.links {
            if let Some(number) = self.numbers.get(&link.to) {
                let other = self.texts.format("report-linked-to", &[("number", number.to_string().into())]);
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

    pub(crate) fn marks(&self, incident: &Incident) -> Vec<String> {
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
        self.texts.format(
            "report-piece",
            &[("number", piece.number.to_string().into()), ("name", piece.name.as_str().into())],
        )
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

    /// A moment out of a file: with an offset or without, in words if it is one.
    fn claimed(&self, value: &str) -> String {
        let local = value.parse::<chrono::NaiveDateTime>();
        let local = local.or_else(|_| DateTime::parse_from_rfc3339(value).map(|at| at.naive_local()));
        local.map_or_else(
            |_| value.to_owned(),
            |at| format!("{}, {}", self.texts.short_date(at.date()), self.texts.time(at.time())),
        )
    }

    fn all_pieces(&self) -> Vec<(&Told, &Piece)> {
        self.input.incidents.iter().flat_map(|told| told.evidence.iter().map(move |piece| (told, piece))).collect()
    }

    fn evidence(&self) -> Vec<Listed> {
        self.all_pieces()
            .into_iter()
            .map(|(told, piece)| {
                let mut rows = Vec::new();
                let mut row = |id: &str, text: &str| push(&mut rows, self.t(id), text);
                row(
                    "report-with",
                    &self.texts.format("report-linked-to", &[("number", told.number.to_string().into())]),
                );
                row("report-type", &format!("{} ({})", self.named("family", &piece.family), piece.media_type));
                row("report-size", &self.texts.format("report-bytes", &[("bytes", piece.size.into())]));
                row("report-kept", &self.moment(&piece.recorded));
                if let Some(put_in) = &piece.put_in {
                    let id = if put_in.whole { "report-put-in-whole" } else { "report-put-in-cut-off" };
                    row("report-put-in", &self.texts.format(id, &[("when", self.moment(&put_in.at).into())]));
                }
                row("report-caption", &piece.caption);
                row("report-transcript", &piece.transcript);
                for (label, value) in &piece.claims {
                    let label = self.t(&format!("report-claim-{label}"));
                    push(&mut rows, label, &self.claimed(value));
                }
                for note in &piece.notes {
                    push(&mut rows, self.t("report-note"), &self.note(note));
                }
                let long = written(&rows) > TOGETHER;
                Listed { title: self.label(piece), rows, long, sha_label: "SHA-256".into(), sha: piece.sha256.clone() }
            })
            .collect()
    }

    fn note(&self, id: &str) -> String {
        self.t(&format!("note-{id}"))
    }

    fn pictures(&self) -> Vec<Vec<Shown>> {
        let mut rows: Vec<Vec<Shown>> = Vec::new();
        let mut half = false;
        for (told, piece) in self.all_pieces() {
            if !self.drawn.contains(piece.id.as_str()) {
                continue;
            }
            let shown = Shown {
                file: format!("large/{}.jpg", piece.id),
                alt: joined(&[&self.label(piece), &piece.caption]),
                caption: joined(&[&self.label(piece), &piece.caption]),
                detail: joined(&[
                    &self.texts.format("report-linked-to", &[("number", told.number.to_string().into())]),
                    &self.texts.date(told.incident.when.day()),
                ]),
            };
            let narrow = piece.dimensions.is_some_and(|(width, height)| 4 * width <= 3 * height);
            if let Some(row) = rows.last_mut().filter(|_| narrow && half) {
                row.push(shown);
                half = false;
            } else {
                rows.push(vec![shown]);
                half = narrow;
            }
        }
        rows
    }

    fn versions(&self) -> Vec<Versions> {
        self.input
            .incidents
            .iter()
            .filter(|told| told.history.len() > 1)
            .map(|told| Versions {
                title: self.texts.format("report-versions-of", &[("number", told.number.to_string().into())]),
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

/// Bytes of text that are kept together on a page; a tenth of it at most is then left white.
const TOGETHER: usize = 1_500;

fn written(rows: &[Row]) -> usize {
    rows.iter().map(|(_, text)| text.len().max(90)).sum()
}

pub(crate) fn push(rows: &mut Vec<Row>, label: String, text: &str) {
    if !text.trim().is_empty() {
        rows.push((label, text.to_owned()));
    }
}

/// The parts that are not empty, with commas.
pub(crate) fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.trim().is_empty()).collect();
    parts.join(", ")
}

/// Enough of a hash to compare by eye.
fn short(hash: &str) -> String {
    hash.get(..16).unwrap_or(hash).to_owned()
}

/// Day and time in words, each as exact as memory is.
pub(crate) fn in_words(texts: &Texts, when: &When) -> (String, String) {
    let day = texts.date(when.day());
    let say = |id: &str, time: String| texts.format(id, &[("time", time.into())]);
    let time = match when {
        When::Exact(at) => texts.time(at.time()),
        When::About(at) => say("report-about", texts.time(at.time())),
        When::Day(_) => texts.get("report-some-time"),
        When::Period { from, to } if from.date_naive() == to.date_naive() => {
            format!("{} – {}", texts.time(from.time()), texts.time(to.time()))
        }
        When::Period { from, to } => format!("{} – {}", texts.time(from.time()), texts.date_time(to)),
        When::Since(at) => say("report-since", texts.time(at.time())),
    };
    // The word for the hour stays with it.
    (day, time.replace(" uur", "\u{a0}uur"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(what: &str, rows: usize, marks: &[&str]) -> Entry {
        Entry {
            time: "rond 21.30 uur".into(),
            heading: "12. woensdag 25 november 2026".into(),
            kinds: "Telefoontjes".into(),
            what: what.into(),
            exact: None,
            rows: vec![("Waar".into(), "bij de voordeur".into()); rows],
            marks: marks.iter().map(|&mark| mark.into()).collect(),
            pieces: Vec::new(),
            notes: vec!["Opgeschreven op 26 november 2026".into()],
            long: false,
            tall: false,
        }
    }

    fn tall(entry: &Entry) -> bool {
        least_told(entry) > most_in_margin(entry)
    }

    #[test]
    fn what_is_told_is_tall_only_where_the_margin_can_never_be_higher() {
        assert!(!tall(&entry("Kort.", 0, &[])), "the margin would reach into the next entry");
        assert!(tall(&entry("Kort.", 4, &[])));
        assert!(!tall(&entry("Kort.", 4, &["Bedreiging", "Geweld", "Wapen", "Kinderen erbij"])));
        assert!(tall(&entry(&"regel\n".repeat(30), 0, &["Bedreiging", "Geweld", "Wapen", "Kinderen erbij"])));
    }
}
