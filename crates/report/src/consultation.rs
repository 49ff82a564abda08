//! Two pages for a conversation: the overview, what is open and agreed, and the last eight weeks in a line each.

use chrono::{Datelike, TimeDelta};
use houvast_logbook::model::When;
use serde::Serialize;

use crate::chart::breaking;
use crate::input::Told;
use crate::overview::{Extent, excerpt, last_numbers, said};
use crate::sheet::{Row, Writer, joined};

/// How much stands on the two pages. What does not fit is said to be missing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    pub(crate) front: Front,
    pub(crate) back: Back,
}

/// How much stands on the first page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Front {
    /// What the overview says.
    pub(crate) extent: Extent,
    /// Steps that were agreed.
    agreed: usize,
}

/// How much stands on the second.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Back {
    incidents: usize,
    /// Characters of each, with its kinds.
    length: usize,
}

/// From what most cases need to what every case fits in.
pub(crate) const FRONTS: [Front; 4] = [
    Front { extent: Extent { named: 4, frightening: 2, length: 110, weeks: true }, agreed: 5 },
    Front { extent: Extent { named: 3, frightening: 1, length: 90, weeks: true }, agreed: 4 },
    Front { extent: Extent { named: 2, frightening: 1, length: 60, weeks: false }, agreed: 3 },
    Front { extent: Extent { named: 1, frightening: 1, length: 40, weeks: false }, agreed: 1 },
];
pub(crate) const BACKS: [Back; 8] = [
    Back { incidents: 60, length: 230 },
    Back { incidents: 60, length: ONE_LINE },
    Back { incidents: 56, length: ONE_LINE },
    Back { incidents: 52, length: ONE_LINE },
    Back { incidents: 48, length: ONE_LINE },
    Back { incidents: 40, length: ONE_LINE },
    Back { incidents: 25, length: ONE_LINE },
    Back { incidents: 10, length: ONE_LINE },
];
/// Characters that fit on one line beside the number and the time.
const ONE_LINE: usize = 78;

#[derive(Serialize)]
pub(crate) struct Consultation {
    questions_title: String,
    questions: Vec<String>,
    agreed_title: String,
    agreed: Vec<Row>,
    recent_title: String,
    recent: Vec<Line>,
    recent_note: String,
}

#[derive(Serialize)]
struct Line {
    number: usize,
    when: String,
    kinds: String,
    said: String,
}

impl Writer<'_> {
    pub(crate) fn consultation(&self, room: Room) -> Consultation {
        let first = self.until() - TimeDelta::weeks(8) + TimeDelta::days(1);
        let recent: Vec<&Told> =
            self.stands().filter(|told| (first..=self.until()).contains(&told.incident.when.day())).collect();
        let missing = recent.len().saturating_sub(room.back.incidents);
        let recent_note = if recent.is_empty() {
            self.t("report-recent-none")
        } else if missing > 0 {
            self.texts.format("report-recent-earlier", &[("count", missing.into())])
        } else {
            String::new()
        };
        Consultation {
            questions_title: self.t("report-questions"),
            questions: self.questions(),
            agreed_title: self.t("report-steps"),
            agreed: self.agreed(room),
            recent_title: self.t("report-recent"),
            recent: recent.into_iter().skip(missing).map(|told| self.line(told, room)).collect(),
            recent_note,
        }
    }

    fn line(&self, told: &Told, room: Room) -> Line {
        let incident = &told.incident;
        let kinds: Vec<String> = incident.kind.iter().map(|kind| excerpt(&self.kind(kind), 30)).collect();
        let kinds = excerpt(&kinds.join(" · "), 60);
        let length = room.back.length.saturating_sub(kinds.chars().count()).max(8);
        Line {
            number: told.number,
            when: self.when_in_short(&incident.when),
            kinds,
            said: excerpt(said(incident), length),
        }
    }

    /// "9 november, 16.10 uur": eight weeks need no year.
    fn when_in_short(&self, when: &When) -> String {
        let day = when.day();
        let time = match when {
            When::Day(_) => String::new(),
            When::Period { from, .. } | When::Since(from) => {
                self.texts.format("report-from-on", &[("from", self.texts.time(from.time()).into())])
            }
            _ => self.when(when).1,
        };
        joined(&[&format!("{} {}", day.day(), self.t(&format!("month-{}", day.month()))), &time])
    }

    /// What somebody may want to talk about: facts of the logbook, without advice.
    fn questions(&self) -> Vec<String> {
        let until = self.until();
        let mut questions = Vec::new();
        let mut ask = |id: &str, count: usize, which: String| {
            if count > 0 {
                questions.push(self.texts.format(id, &[("count", count.into()), ("which", which.into())]));
            }
        };
        for (_, measure) in &self.input.measures {
            if let Some(end) = measure.end.filter(|end| (until..=until + TimeDelta::days(30)).contains(end)) {
                let name = excerpt(&joined(&[&self.measure(measure), &measure.number]), 60);
                ask("report-ask-ends", 1, format!("{name}, {}", self.texts.short_date(end)));
            }
        }
        if !self.input.measures.iter().any(|(_, measure)| measure.in_force_on(until)) {
            ask("report-ask-no-measure", 1, String::new());
        }
        let unreported: Vec<&Told> = self.stands().filter(|told| !self.is_told(told)).collect();
        let broken: Vec<&Told> = unreported.iter().copied().filter(|told| breaking(&told.incident)).collect();
        ask("report-ask-broken", broken.len(), last_numbers(&broken));
        ask("report-ask-unreported", unreported.len(), last_numbers(&unreported));
        let nameless: Vec<&Told> = self
            .stands()
            .filter(|told| told.incident.reported.iter().any(|report| report.number.trim().is_empty()))
            .collect();
        ask("report-ask-number", nameless.len(), last_numbers(&nameless));
        let contacts = &self.input.contacts;
        let missing: Vec<String> = ["police", "veilig-thuis", "om", "3ro", "shn"]
            .into_iter()
            .filter(|organisation| !contacts.iter().any(|contact| contact.organisation == *organisation))
            .map(|organisation| self.named("organisation", organisation))
            .collect();
        ask("report-ask-contact", missing.len(), missing.join(", "));
        questions
    }

    /// What was agreed with whom, the latest first.
    fn agreed(&self, room: Room) -> Vec<Row> {
        let mut all: Vec<(chrono::NaiveDate, Row)> = Vec::new();
        for told in self.stands() {
            for report in told.incident.reported.iter().filter(|report| !report.agreed.trim().is_empty()) {
                let day = report.when.as_ref().map_or_else(|| told.incident.when.day(), When::day);
                let to = excerpt(&joined(&[&self.named("organisation", &report.to), &report.officer]), 40);
                all.push((day, (joined(&[&self.texts.short_date(day), &to]), excerpt(&report.agreed, 160))));
            }
        }
        for talk in
            self.input.moments.iter().filter(|talk| !(talk.agreed.trim().is_empty() && talk.next_step.is_empty()))
        {
            let day = talk.when.day();
            let to = excerpt(&joined(&[&self.named("organisation", &talk.organisation), &talk.person]), 40);
            let by = talk.next_on.map_or_else(String::new, |day| {
                self.texts.format("report-step-by", &[("day", self.texts.short_date(day).into())])
            });
            let next = match talk.next_step.trim() {
                "" => String::new(),
                step => self.texts.format("report-step-open", &[("step", joined(&[&excerpt(step, 100), &by]).into())]),
            };
            let said = [excerpt(&talk.agreed, 160), next].into_iter().filter(|part| !part.is_empty());
            all.push((day, (joined(&[&self.texts.short_date(day), &to]), said.collect::<Vec<_>>().join(" "))));
        }
        all.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
        all.into_iter().take(room.front.agreed).map(|(_, row)| row).collect()
    }
}
