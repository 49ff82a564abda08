//! The first two pages: what an officer with ten minutes must see. Everything is as told; nothing is weighed.

use std::collections::{BTreeMap, HashSet};

use chrono::{NaiveDate, TimeDelta};
use houvast_logbook::model::{Incident, IncidentId, Kind, Measure, MeasureId, When};
use serde::Serialize;

use crate::chart::{self, Dot, armed, breaking, clear_most, threatened, violent};
use crate::input::Told;
use crate::sheet::{Row, Writer, joined};

/// Most reports in the table; the others stand with their incidents.
const REPORTS: usize = 8;

/// How much the overview says of single incidents.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    /// Most incidents that a line names one by one.
    pub(crate) named: usize,
    /// Most incidents that are told as the most frightening.
    pub(crate) frightening: usize,
    /// Characters of what happened.
    pub(crate) length: usize,
    /// Is there room for the weeks?
    pub(crate) weeks: bool,
}

/// For a first page of its own.
pub(crate) const WHOLE: Extent = Extent { named: 6, frightening: 3, length: 130, weeks: true };

/// A label and lines, each with a head that stands out and what follows it.
type Point = (String, Vec<Row>);

#[derive(Serialize)]
pub(crate) struct Overview {
    title: String,
    pub(crate) figures: Vec<(String, String)>,
    points: Vec<Point>,
    weeks: Option<Weeks>,
    hours: Option<Hours>,
    kinds: Option<Kinds>,
    lists: Vec<Listing>,
}

#[derive(Serialize)]
pub(crate) struct Weeks {
    pub(crate) title: String,
    pub(crate) says: String,
    pub(crate) ticks: Vec<(f64, String)>,
    lines: Vec<(f64, usize)>,
    pub(crate) legend: [String; 3],
    /// For the screen.
    #[serde(skip)]
    pub(crate) group: usize,
    #[serde(skip)]
    pub(crate) rows: Vec<chart::Week>,
}

#[derive(Serialize)]
pub(crate) struct Hours {
    pub(crate) title: String,
    pub(crate) says: String,
    /// Names of days with their numbers of incidents.
    days: Vec<(String, usize)>,
    /// Parts of the day with their numbers of incidents.
    pub(crate) parts: Vec<(String, usize)>,
    total: String,
    /// For the screen.
    #[serde(skip)]
    pub(crate) rows: [[usize; 24]; 7],
}

#[derive(Serialize)]
pub(crate) struct Kinds {
    pub(crate) title: String,
    pub(crate) says: String,
    pub(crate) head: Row,
    pub(crate) rows: Vec<(String, usize)>,
    /// For the screen.
    #[serde(skip)]
    pub(crate) of: Vec<Kind>,
}

#[derive(Serialize)]
pub(crate) struct Listing {
    title: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Widths of the columns, in parts.
    widths: Vec<f64>,
    note: String,
}

/// The drawings of the first pages, by the names under which the template asks for them.
#[derive(Default)]
pub(crate) struct Drawings {
    pub(crate) weeks: String,
    pub(crate) hours: String,
    pub(crate) kinds: String,
}

/// What happened, or the exact words if nothing else was said.
pub(crate) fn said(incident: &Incident) -> &str {
    if incident.what.trim().is_empty() { &incident.exact_words } else { &incident.what }
}

/// Those that there are, one after the other.
pub(crate) fn sentences<const N: usize>(all: [Option<String>; N]) -> String {
    all.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The beginning of a text on one line, of about this many characters, cut between words where there are any.
pub(crate) fn excerpt(text: &str, length: usize) -> String {
    // What is far beyond the end need not be looked at.
    let near = text.char_indices().nth(length * 4).map_or(text, |(end, _)| &text[..end]);
    let line = near.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(length) else {
        return if near.len() < text.len() { format!("{line}…") } else { line };
    };
    let cut = line[..end].rfind(' ').filter(|space| *space > end / 2).unwrap_or(end);
    format!("{}…", line[..cut].trim_end_matches([',', '.', ' ']))
}

/// The numbers of these incidents, the last ten if there are more.
pub(crate) fn last_numbers(all: &[&Told]) -> String {
    let last: Vec<String> = all.iter().skip(all.len().saturating_sub(10)).map(|told| told.number.to_string()).collect();
    if all.len() > 10 { format!("… {}", last.join(", ")) } else { last.join(", ") }
}

impl Writer<'_> {
    pub(crate) fn overview(&self, drawings: &mut Drawings, extent: Extent) -> Overview {
        let dots = self.dots();
        Overview {
            title: self.t("report-summary"),
            figures: self.figures(),
            points: self.points(extent),
            weeks: if extent.weeks { self.weeks(&dots, drawings) } else { None },
            hours: self.hours(&dots, drawings),
            kinds: self.kinds(drawings),
            lists: [self.measures(), self.reports(), self.contacts()].into_iter().flatten().collect(),
        }
    }

    /// The last day that the document is about.
    pub(crate) fn until(&self) -> NaiveDate {
        let made = self.input.made.date_naive();
        self.input.options.to.map_or(made, |to| to.min(made))
    }

    pub(crate) fn dots(&self) -> Vec<Dot> {
        self.stands().map(|told| Dot::of(&told.incident)).collect()
    }

    /// Numbers to see at once; what did not occur is left out.
    pub(crate) fn figures(&self) -> Vec<(String, String)> {
        let count = |test: fn(&Incident) -> bool| self.stands().filter(|told| test(&told.incident)).count();
        let counts = [
            ("incidents", count(|_| true)),
            ("threats", count(threatened)),
            ("violence", count(violent)),
            ("weapon", count(armed)),
            ("breaches", count(breaking)),
            ("children", count(|incident| incident.children == Some(true))),
            ("reported", self.stands().filter(|told| self.is_told(told)).count()),
            ("evidence", self.stands().map(|told| told.evidence.len()).sum()),
        ];
        let named = |(id, count): (&str, usize)| {
            (
                self.texts.number(count as u64),
                self.texts.format(&format!("report-figure-{id}"), &[("count", count.into())]),
            )
        };
        counts.into_iter().filter(|(id, count)| *count > 0 || *id == "incidents").map(named).collect()
    }

    pub(crate) fn points(&self, extent: Extent) -> Vec<Point> {
        let mut points = Vec::new();
        let mut point = |id: &str, lines: Vec<Row>| {
            if !lines.is_empty() {
                points.push((self.t(id), lines));
            }
        };
        point("report-in-force", self.in_force());
        point("report-breaches", self.dated(breaking, extent));
        point("report-threats", self.dated(threatened, extent));
        point("report-violence", self.dated(violent, extent));
        point("report-weapon", self.dated(armed, extent));
        let all: Vec<&Told> = self.stands().collect();
        point("report-first", all.first().map(|told| self.briefly(told, extent)).into_iter().collect());
        if let [_, .., last] = all.as_slice() {
            point("report-last", vec![self.briefly(last, extent)]);
        }
        point("report-frightening", self.frightening(extent));
        point("report-trend", self.trend());
        points
    }

    /// The measures that are in force on the last day.
    fn in_force(&self) -> Vec<Row> {
        let plain = |text: String| (String::new(), text);
        let measures = self.input.measures.iter().map(|(_, measure)| measure);
        let lines: Vec<Row> = measures
            .filter(|measure| measure.in_force_on(self.until()))
            .take(4)
            .map(|measure| (excerpt(&joined(&[&self.measure(measure), &measure.number]), 80), self.span(measure)))
            .collect();
        if lines.is_empty() && !self.input.measures.is_empty() {
            let day = self.texts.short_date(self.until());
            return vec![plain(self.texts.format("report-none-in-force", &[("day", day.into())]))];
        }
        lines
    }

    fn span(&self, measure: &Measure) -> String {
        let say = |id: &str, from: Option<NaiveDate>, to: Option<NaiveDate>| {
            let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| self.texts.short_date(day));
            self.texts.format(id, &[("from", day(from).into()), ("to", day(to).into())])
        };
        match (measure.start, measure.end) {
            (Some(_), Some(_)) => say("report-from-to", measure.start, measure.end),
            (Some(_), None) => say("report-from-on", measure.start, None),
            (None, Some(_)) => say("report-until", None, measure.end),
            (None, None) => String::new(),
        }
    }

    /// "14 mei 2026 (nr. 10)".
    pub(crate) fn day_and_number(&self, told: &Told) -> String {
        let day = self.texts.short_date(told.incident.when.day());
        self.texts.format("report-day-number", &[("day", day.into()), ("number", told.number.to_string().into())])
    }

    /// How often something occurred, and the last times.
    fn dated(&self, test: fn(&Incident) -> bool, extent: Extent) -> Vec<Row> {
        let all: Vec<&Told> = self.stands().filter(|told| test(&told.incident)).collect();
        if all.is_empty() {
            return Vec::new();
        }
        let last: Vec<String> =
            all.iter().skip(all.len().saturating_sub(extent.named)).map(|told| self.day_and_number(told)).collect();
        let id = if all.len() > extent.named { "report-times-last" } else { "report-times-all" };
        vec![(self.texts.format(id, &[("count", all.len().into())]), last.join(" · "))]
    }

    /// An incident in a line or two.
    fn briefly(&self, told: &Told, extent: Extent) -> Row {
        let kinds: Vec<String> = told.incident.kind.iter().map(|kind| excerpt(&self.kind(kind), 40)).collect();
        let head = joined(&[&self.day_and_number(told), &excerpt(&kinds.join(" · "), 80)]);
        (head, excerpt(said(&told.incident), extent.length))
    }

    /// Fear of 9 or 10, or a threat with a weapon, as the writer said so themselves.
    fn frightening(&self, extent: Extent) -> Vec<Row> {
        let fear = |told: &Told| told.incident.effect.fear.unwrap_or(0);
        let mut all: Vec<&Told> = self
            .stands()
            .filter(|told| fear(told) >= 9 || (threatened(&told.incident) && armed(&told.incident)))
            .collect();
        // A weapon and the greatest fear first; of equal ones the latest.
        all.sort_by_key(|told| std::cmp::Reverse((armed(&told.incident), fear(told), told.number)));
        let rest = all.len().saturating_sub(extent.frightening);
        all.truncate(extent.frightening);
        all.sort_by_key(|told| told.number);
        let mut lines: Vec<Row> = all
            .into_iter()
            .map(|told| {
                let fear =
                    told.incident.effect.fear.map_or_else(String::new, |fear| {
                        self.texts.format("report-with-fear", &[("fear", fear.into())])
                    });
                let weapon = if armed(&told.incident) { self.t("report-with-weapon") } else { String::new() };
                (joined(&[&self.day_and_number(told), &fear, &weapon]), excerpt(said(&told.incident), extent.length))
            })
            .collect();
        if rest > 0 {
            lines.push((String::new(), self.texts.format("report-and-more", &[("count", rest.into())])));
        }
        lines
    }

    /// For the texts: were only some of the incidents chosen, so that others may be in the same time?
    fn only(&self) -> &'static str {
        let options = &self.input.options;
        let all = options.kinds.is_empty() && options.having.is_empty() && options.search.trim().is_empty();
        if all { "no" } else { "yes" }
    }

    /// The last four weeks against the four before.
    fn trend(&self) -> Vec<Row> {
        self.trend_says().map(|says| (String::new(), says)).into_iter().collect()
    }

    /// The same as a sentence; none if nothing was written down about the time before.
    pub(crate) fn trend_says(&self) -> Option<String> {
        let (end, four) = (self.until(), TimeDelta::weeks(4));
        let (from, before) = (end - four + TimeDelta::days(1), end - four - four + TimeDelta::days(1));
        if !self.stands().any(|told| told.incident.when.day() < from) {
            return None;
        }
        // Of weeks that are not all in the document nothing is counted.
        if self.input.options.from.is_some_and(|chosen| chosen > before) {
            return None;
        }
        let count = |first: NaiveDate, last: NaiveDate| {
            self.stands().filter(|told| (first..=last).contains(&told.incident.when.day())).count()
        };
        Some(self.texts.format(
            "report-trend-says",
            &[
                ("only", self.only().into()),
                ("from", self.texts.short_date(from).into()),
                ("to", self.texts.short_date(end).into()),
                ("now", count(from, end).into()),
                ("before", count(before, from - TimeDelta::days(1)).into()),
            ],
        ))
    }

    pub(crate) fn weeks(&self, dots: &[Dot], drawings: &mut Drawings) -> Option<Weeks> {
        let weeks = chart::weeks(dots, self.until());
        drawings.weeks = weeks.svg;
        let busiest = weeks.busiest?;
        let mut says = self.texts.format(
            "report-weeks-says",
            &[
                ("only", self.only().into()),
                ("weeks", weeks.rows.len().into()),
                ("most", busiest.incidents.into()),
                ("busiest", self.texts.short_date(busiest.monday).into()),
                ("quiet", weeks.quiet.into()),
            ],
        );
        if weeks.group > 1 {
            says.push(' ');
            says.push_str(&self.texts.format("report-weeks-grouped", &[("group", weeks.group.into())]));
        }
        let ticks = weeks.ticks.iter().enumerate();
        Some(Weeks {
            title: self.t("report-weeks"),
            says,
            ticks: ticks.map(|(place, (x, day))| (*x, self.tick(*day, place == 0))).collect(),
            lines: weeks.lines,
            legend: ["grave", "other", "breach"].map(|id| self.t(&format!("report-legend-{id}"))),
            group: weeks.group,
            rows: weeks.rows,
        })
    }

    /// "mrt", and with its year where one begins.
    fn tick(&self, day: NaiveDate, first: bool) -> String {
        use chrono::Datelike;
        let month = self.t(&format!("report-month-{}", day.month()));
        if first || day.month() == 1 { format!("{month} {}", day.year()) } else { month }
    }

    pub(crate) fn hours(&self, dots: &[Dot], drawings: &mut Drawings) -> Option<Hours> {
        let hours = chart::hours(dots);
        drawings.hours = hours.svg;
        let totals = hours.rows.map(|day| day.iter().sum::<usize>());
        let known: usize = totals.iter().sum();
        if known == 0 {
            return None;
        }
        let weekday = |day: usize| self.t(&format!("weekday-{}", day + 1));
        let part = |part: usize| self.t(&format!("report-part-{}", part + 1));
        let days: Vec<_> = totals.into_iter().enumerate().map(|(day, count)| (weekday(day), count)).collect();
        let parts: Vec<_> = hours.parts.into_iter().enumerate().map(|(at, count)| (part(at), count)).collect();
        let says = sentences([
            Some(self.texts.format("report-hours-says", &[("known", known.into())])),
            self.most_often("report-hours-most-part", &parts),
            self.most_often("report-hours-most-day", &days),
            (hours.without > 0).then(|| self.texts.format("report-hours-without", &[("count", hours.without.into())])),
        ]);
        Some(Hours {
            title: self.t("report-hours"),
            says,
            days,
            parts,
            total: self.t("report-total"),
            rows: hours.rows,
        })
    }

    pub(crate) fn kinds(&self, drawings: &mut Drawings) -> Option<Kinds> {
        let mut counts: BTreeMap<&Kind, usize> = BTreeMap::new();
        for kind in self.stands().flat_map(|told| &told.incident.kind) {
            *counts.entry(kind).or_default() += 1;
        }
        // Most first; equal ones in the order in which kinds are listed everywhere.
        let mut counts: Vec<(&Kind, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        // What newer versions call something by themselves may be anything and any number.
        counts.truncate(Kind::ALL.len());
        let of = counts.iter().map(|(kind, _)| (*kind).clone()).collect();
        let named: Vec<(String, usize)> =
            counts.into_iter().map(|(kind, count)| (excerpt(&self.kind(kind), 40), count)).collect();
        let kinds = chart::kinds(&named);
        if kinds.rows.is_empty() {
            return None;
        }
        drawings.kinds = kinds.svg;
        let says = sentences([self.most_often("report-most-often", &kinds.rows), Some(self.t("report-kinds-says"))]);
        Some(Kinds {
            title: self.t("report-kinds"),
            says,
            head: (self.t("report-kind"), self.t("report-count")),
            rows: kinds.rows,
            of,
        })
    }

    /// "Most often: calls (12).", in the words of `id`, if one of the rows is that.
    pub(crate) fn most_often(&self, id: &str, rows: &[(String, usize)]) -> Option<String> {
        let counts: Vec<usize> = rows.iter().map(|(_, count)| *count).collect();
        let (name, count) = &rows[clear_most(&counts)?];
        Some(self.texts.format(id, &[("name", name.as_str().into()), ("count", (*count).into())]))
    }

    fn list(&self, id: &str, columns: &[(&str, f64)], rows: Vec<Vec<String>>) -> Option<Listing> {
        (!rows.is_empty()).then(|| Listing {
            title: self.t(&format!("report-{id}s")),
            head: columns.iter().map(|(column, _)| self.t(&format!("report-{id}-{column}"))).collect(),
            widths: columns.iter().map(|(_, width)| *width).collect(),
            rows,
            note: String::new(),
        })
    }

    fn measures(&self) -> Option<Listing> {
        let day = |day: Option<NaiveDate>| day.map_or_else(|| "–".to_owned(), |day| self.texts.short_date(day));
        let rows = self.input.measures.iter().map(|(id, measure)| {
            let name = self.measure(measure);
            let what =
                if measure.conditions.trim().is_empty() { name } else { format!("{name}\n{}", measure.conditions) };
            vec![
                what,
                day(measure.start),
                day(measure.end),
                joined(&[&measure.decided_by, &measure.number]),
                self.broken(id),
            ]
        });
        let columns = [("kind", 1.9), ("from", 1.1), ("to", 1.2), ("decided", 1.4), ("broken", 1.5)];
        let mut list = self.list("measure", &columns, rows.collect())?;
        let unnamed: Vec<&Told> =
            self.stands().filter(|told| breaking(&told.incident) && told.incident.breached.is_empty()).collect();
        if !unnamed.is_empty() {
            let which = last_numbers(&unnamed);
            list.note = self
                .texts
                .format("report-measures-unnamed", &[("count", unnamed.len().into()), ("which", which.into())]);
        }
        Some(list)
    }

    /// The incidents that broke this measure.
    fn broken(&self, measure: &MeasureId) -> String {
        let all: Vec<&Told> = self.stands().filter(|told| told.incident.breached.contains(measure)).collect();
        if all.is_empty() {
            return "–".to_owned();
        }
        let list = last_numbers(&all);
        self.texts.format("report-broken", &[("count", all.len().into()), ("list", list.into())])
    }

    /// Was this incident told to somebody, by a report of its own or in a contact moment?
    pub(crate) fn is_told(&self, told: &Told) -> bool {
        !told.incident.reported.is_empty() || self.in_moments.contains(&told.id)
    }

    /// What was told to whom, the latest at the end.
    fn reports(&self) -> Option<Listing> {
        let day = |when: &When| self.texts.short_date(when.day());
        let own = self.stands().flat_map(|told| told.incident.reported.iter().map(move |report| (told, report)));
        let mut all: Vec<(NaiveDate, Vec<String>)> = own
            .map(|(told, report)| {
                let row = vec![
                    report.when.as_ref().map_or_else(|| "–".to_owned(), day),
                    excerpt(&joined(&[&self.named("organisation", &report.to), &report.officer]), 80),
                    excerpt(&report.number, 40),
                    told.number.to_string(),
                    excerpt(&report.agreed, 120),
                ];
                (report.when.as_ref().unwrap_or(&told.incident.when).day(), row)
            })
            .collect();
        all.extend(self.input.moments.iter().map(|talk| {
            let row = vec![
                day(&talk.when),
                excerpt(&joined(&[&self.named("organisation", &talk.organisation), &talk.person]), 80),
                "–".to_owned(),
                self.numbers_of(&talk.incidents),
                excerpt(&talk.agreed, 120),
            ];
            (talk.when.day(), row)
        }));
        all.sort_by_key(|(day, _)| *day);
        let earlier = all.len().saturating_sub(REPORTS);
        let columns = [("when", 1.2), ("to", 1.6), ("number", 1.1), ("incident", 0.8), ("agreed", 2.2)];
        let mut list = self.list("report", &columns, all.into_iter().skip(earlier).map(|(_, row)| row).collect())?;
        if earlier > 0 {
            list.note = self.texts.format("report-reports-earlier", &[("count", earlier.into())]);
        }
        Some(list)
    }

    /// The numbers of these incidents on the pages, the last ten if there are more.
    fn numbers_of(&self, ids: &[IncidentId]) -> String {
        let ids: HashSet<&IncidentId> = ids.iter().collect();
        let all: Vec<&Told> = self.input.incidents.iter().filter(|told| ids.contains(&told.id)).collect();
        if all.is_empty() { "–".to_owned() } else { last_numbers(&all) }
    }

    fn contacts(&self) -> Option<Listing> {
        let rows = self.input.contacts.iter().map(|contact| {
            vec![
                self.named("organisation", &contact.organisation),
                joined(&[&contact.name, &contact.role]),
                joined(&[&contact.phone, &contact.email]),
                contact.case_number.clone(),
            ]
        });
        let columns = [("organisation", 1.4), ("name", 1.6), ("reach", 1.6), ("case-number", 1.0)];
        self.list("contact", &columns, rows.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn an_excerpt_ends_between_words_and_says_that_it_ends() {
        assert_eq!(excerpt("Hij belde\n twee  keer.", 40), "Hij belde twee keer.");
        assert_eq!(excerpt("Hij belde twee keer, en dreigde.", 22), "Hij belde twee keer…");
        assert_eq!(excerpt(&"a".repeat(100), 5), "aaaaa…");
        assert_eq!(excerpt(&format!("a{}b", " ".repeat(500)), 5), "a…");
    }
}
