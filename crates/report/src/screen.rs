//! The pattern as the screen shows it: each chart with its table, and with what can be touched.

use chrono::{Datelike, NaiveDate, TimeDelta};
use houvast_logbook::model::MeasureId;

use crate::chart;
use crate::input::Told;
use crate::overview::{Drawings, WHOLE, excerpt, sentences};
use crate::pattern::{Chart, ChartRow, ENOUGH, Named, Pattern, Spot};
use crate::picked::{Pick, chains, end_of, how_many};
use crate::sheet::{Writer, joined};

/// Most stretches of four weeks, and most chains.
const STRETCHES: i64 = 6;
const CHAINS: usize = 12;

impl Writer<'_> {
    pub(crate) fn pattern(&self) -> Pattern {
        let incidents = self.stands().count();
        let few = incidents < ENOUGH;
        let one = |chart: Option<Chart>| if few { None } else { chart };
        Pattern {
            incidents,
            enough: ENOUGH,
            figures: self.figures(),
            points: self.points(WHOLE),
            weeks: one(self.weeks_chart()),
            trend: one(self.trend_chart()),
            hours: one(self.hours_chart()),
            kinds: one(self.kinds_chart()),
            breaches: one(self.breaches_chart()),
            chains: one(self.chains_chart()),
        }
    }

    fn counted(&self, of: &str, count: usize, pick: Pick) -> Named {
        let name = self.texts.format("report-spot", &[("of", of.into()), ("count", count.into())]);
        Named { name, count, pick }
    }

    fn weeks_chart(&self) -> Option<Chart> {
        let mut drawings = Drawings::default();
        let weeks = self.weeks(&self.dots(), &mut drawings)?;
        let of = |monday: NaiveDate, many: usize, count: usize| {
            let day = self.texts.short_date(monday);
            let words = [("day", day.into()), ("weeks", many.into())];
            let name = self.texts.format("report-spot-weeks", &words);
            self.counted(&name, count, Pick::Days { from: monday, to: end_of(monday, many) })
        };
        let rows = weeks.rows.iter().filter(|week| week.incidents > 0).map(|week| {
            let counts = [week.incidents, week.grave, week.breaches].map(|count| count.to_string());
            let cells = [self.texts.short_date(week.monday)].into_iter().chain(counts).collect();
            ChartRow { cells, of: Some(of(week.monday, 1, week.incidents)) }
        });
        let bars = weeks.rows.chunks(weeks.group);
        let width = 1.0 / real(bars.len().max(1));
        let spots = bars.enumerate().filter_map(|(place, bar)| {
            let count: usize = bar.iter().map(|week| week.incidents).sum();
            let x = real(place) * width;
            (count > 0).then(|| Spot { x, y: 0.0, width, height: 1.0, of: of(bar[0].monday, weeks.group, count) })
        });
        Some(Chart {
            head: [&self.t("report-week-of"), &self.t("report-count"), &weeks.legend[0], &weeks.legend[2]]
                .map(String::clone)
                .to_vec(),
            rows: rows.collect(),
            spots: spots.collect(),
            title: weeks.title,
            says: weeks.says,
            svg: drawings.weeks,
            legend: weeks.legend.to_vec(),
            ticks: weeks.ticks,
        })
    }

    fn hours_chart(&self) -> Option<Chart> {
        let mut drawings = Drawings::default();
        let hours = self.hours(&self.dots(), &mut drawings)?;
        let weekday = |day: usize| self.t(&format!("weekday-{}", day + 1));
        let days = || hours.rows.iter().enumerate();
        let number = |place: usize| u32::try_from(place).unwrap_or(0);
        let rows = days().map(|(day, counts)| {
            let parts = counts.chunks(6).map(|part| part.iter().sum::<usize>().to_string());
            let all: usize = counts.iter().sum();
            let name = weekday(day);
            let cells = [name.clone()].into_iter().chain(parts).collect();
            let of = (all > 0).then(|| self.counted(&name, all, Pick::Weekday { day: number(day) }));
            ChartRow { cells, of }
        });
        let (width, height) = (1.0 / 24.0, 1.0 / 7.0);
        let spots = days().flat_map(|(day, counts)| {
            let some = counts.iter().enumerate().filter(|(_, count)| **count > 0);
            some.map(move |(hour, count)| (day, hour, *count))
        });
        let spots = spots.map(|(day, hour, count)| {
            let words = [("day", weekday(day).into()), ("from", hour.into()), ("to", (hour + 1).into())];
            let name = self.texts.format("report-spot-hour", &words);
            let of = self.counted(&name, count, Pick::Hour { day: number(day), hour: number(hour) });
            Spot { x: real(hour) * width, y: real(day) * height, width, height, of }
        });
        Some(Chart {
            head: [String::new()].into_iter().chain(hours.parts.iter().map(|(name, _)| name.clone())).collect(),
            rows: rows.collect(),
            spots: spots.collect(),
            title: hours.title.clone(),
            says: hours.says.clone(),
            svg: drawings.hours,
            legend: Vec::new(),
            ticks: [0_u8, 6, 12, 18, 24].map(|hour| (f64::from(hour) / 24.0, hour.to_string())).to_vec(),
        })
    }

    fn kinds_chart(&self) -> Option<Chart> {
        let mut drawings = Drawings::default();
        let kinds = self.kinds(&mut drawings)?;
        let bars = kinds.rows.iter().zip(kinds.of);
        let bars = bars.map(|((name, count), kind)| (name.clone(), *count, Pick::Kind { kind })).collect();
        Some(self.bars(kinds.title, kinds.says, (kinds.head.0, kinds.head.1), bars))
    }

    /// Which measure was broken how often.
    fn breaches_chart(&self) -> Option<Chart> {
        let broken = |measure: Option<&MeasureId>| {
            let pick = Pick::Breach { measure: measure.cloned() };
            (how_many(self.input, &pick), pick)
        };
        let measures = self.input.measures.iter().map(|(id, measure)| {
            let (count, pick) = broken(Some(id));
            (excerpt(&joined(&[&self.measure(measure), &measure.number]), 40), count, pick)
        });
        let (unnamed, pick) = broken(None);
        let mut bars: Vec<(String, usize, Pick)> = measures.collect();
        bars.push((self.t("report-breach-unnamed"), unnamed, pick));
        bars.retain(|(_, count, _)| *count > 0);
        bars.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
        if bars.is_empty() {
            return None;
        }
        let all = self.stands().filter(|told| chart::breaking(&told.incident)).count();
        let rows: Vec<(String, usize)> = bars.iter().map(|(name, count, _)| (name.clone(), *count)).collect();
        let says = sentences([
            Some(self.texts.format("report-breaches-says", &[("count", all.into())])),
            self.most_often("report-most-often", &rows),
            Some(self.t("report-breaches-several")),
        ]);
        let head = (self.t("report-measure-kind"), self.t("report-count"));
        Some(self.bars(self.t("report-breaches-chart"), says, head, bars))
    }

    /// Four weeks at a time, back from the last day: counts beside each other, and nothing about what comes.
    fn trend_chart(&self) -> Option<Chart> {
        let says = self.trend_says()?;
        let first = self.stands().map(|told| told.incident.when.day()).min()?;
        let stretches = (0..STRETCHES).map(|back| {
            let to = self.until() - TimeDelta::weeks(4 * back);
            (to - TimeDelta::weeks(4) + TimeDelta::days(1), to)
        });
        // None from before the logbook begins: there one knows nothing.
        let bars = stretches.take_while(|(_, to)| first <= *to).map(|(from, to)| {
            let pick = Pick::Days { from, to };
            let count = how_many(self.input, &pick);
            (self.stretch(from, to), count, pick)
        });
        let bars: Vec<(String, usize, Pick)> = bars.collect();
        // Nothing in all that time is a sentence, not a chart.
        bars.iter().any(|(_, count, _)| *count > 0).then(|| {
            let head = (self.t("report-period-head"), self.t("report-count"));
            self.bars(self.t("report-trend-chart"), says, head, bars)
        })
    }

    /// "28 okt – 24 nov 2026", short enough to stand beside a bar on a phone.
    fn stretch(&self, from: NaiveDate, to: NaiveDate) -> String {
        let month = |day: NaiveDate| self.t(&format!("report-month-{}", day.month()));
        let day = |day: NaiveDate| format!("{} {}", day.day(), month(day));
        if from == to {
            format!("{} {}", day(to), to.year())
        } else if from.year() == to.year() {
            format!("{} – {} {}", day(from), day(to), to.year())
        } else {
            format!("{} {} – {} {}", day(from), from.year(), day(to), to.year())
        }
    }

    /// Incidents that were linked with each other.
    fn chains_chart(&self) -> Option<Chart> {
        let all = chains(self.stands());
        let longest = all.first()?;
        let day = |told: &Told| self.texts.short_date(told.incident.when.day());
        let ends = |chain: &[&Told]| (day(chain[0]), day(chain[chain.len() - 1]));
        let (from, to) = ends(longest);
        let words =
            [("chains", all.len().into()), ("most", longest.len().into()), ("from", from.into()), ("to", to.into())];
        let says = self.texts.format("report-chains-says", &words);
        let bars = all.iter().take(CHAINS).map(|chain| {
            let day = |told: &Told| told.incident.when.day();
            let name = self.stretch(day(chain[0]), day(chain[chain.len() - 1]));
            (name, chain.len(), Pick::Chain { of: chain[0].id.clone() })
        });
        let head = (self.t("report-period-head"), self.t("report-count"));
        Some(self.bars(self.t("report-chains"), says, head, bars.collect()))
    }

    /// Bars in the order in which they come.
    fn bars(&self, title: String, says: String, head: (String, String), bars: Vec<(String, usize, Pick)>) -> Chart {
        let counts: Vec<usize> = bars.iter().map(|(_, count, _)| *count).collect();
        let height = 1.0 / real(bars.len().max(1));
        let (mut rows, mut spots) = (Vec::new(), Vec::new());
        for (place, (name, count, pick)) in bars.into_iter().enumerate() {
            let of = (count > 0).then(|| self.counted(&name, count, pick));
            spots.extend(of.clone().map(|of| Spot { x: 0.0, y: real(place) * height, width: 1.0, height, of }));
            rows.push(ChartRow { cells: vec![name, count.to_string()], of });
        }
        Chart {
            title,
            says,
            svg: chart::bars(&counts),
            legend: Vec::new(),
            ticks: Vec::new(),
            head: vec![head.0, head.1],
            rows,
            spots,
        }
    }
}

#[allow(clippy::cast_precision_loss)] // Counts of bars are far below 2^52.
fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use houvast_guidance::Lang;
    use houvast_logbook::model::{Incident, IncidentId, Kind, Link, Measure, When};
    use houvast_logbook::view::Case;

    use super::*;
    use crate::input::{Input, Options};
    use crate::picked::picks;
    use crate::sheet;

    fn id(place: usize) -> IncidentId {
        serde_json::from_value(serde_json::Value::from(format!("{place:010}"))).unwrap()
    }

    /// Some years of incidents: kinds, hours, breaches and links by turns, every fifth withdrawn.
    fn book(count: usize) -> Input {
        let measure: MeasureId = serde_json::from_value("0000000001".into()).unwrap();
        let first: chrono::DateTime<chrono::FixedOffset> = "2024-01-01T03:10:00+01:00".parse().unwrap();
        let incidents = (0..count).map(|place| {
            let at = first + TimeDelta::hours(31 * i64::try_from(place).unwrap());
            let when = if place % 7 == 3 { When::Day(at.date_naive()) } else { When::About(at) };
            let mut incident = Incident::at(when);
            incident.kind = vec![Kind::ALL[place % 5].clone(), Kind::ALL[place % 3].clone()];
            incident.kind.dedup();
            incident.what = format!("Nummer {place}.");
            if place % 11 == 0 {
                incident.breached = vec![measure.clone()];
            }
            if place % 13 == 0 {
                incident.kind.push(Kind::Breach);
            }
            if place % 4 == 1 && place > 20 {
                incident.links = vec![Link { to: id(place - 20), reason: String::new() }];
            }
            Told {
                number: place + 1,
                id: id(place),
                seq: 0,
                recorded: String::new(),
                incident,
                days_later: None,
                withdrawn: (place % 5 == 4).then(String::new),
                history: Vec::new(),
                evidence: Vec::new(),
            }
        });
        let incidents: Vec<Told> = incidents.collect();
        let made = incidents.last().map_or(first, |told| told.incident.when.start(*first.offset()));
        Input {
            options: Options { language: Lang::Nl, ..Options::default() },
            case: Case::default(),
            made,
            incidents,
            contacts: Vec::new(),
            measures: vec![(measure, Measure { kind: "contactverbod".into(), ..Measure::default() })],
            moments: Vec::new(),
            erased: 0,
            log_size: 0,
            root: String::new(),
            generator: String::new(),
            pictures: Vec::new(),
        }
    }

    fn charts(pattern: Pattern) -> Vec<Chart> {
        let Pattern { weeks, trend, hours, kinds, breaches, chains, .. } = pattern;
        [weeks, trend, hours, kinds, breaches, chains].into_iter().flatten().collect()
    }

    fn pattern(input: &Input) -> Pattern {
        sheet::pattern(input, &std::collections::HashSet::new())
    }

    #[test]
    fn behind_every_bar_and_row_are_as_many_incidents_as_it_counts() {
        for count in [4, 60, 400, 2_000] {
            let input = book(count);
            let all = charts(pattern(&input));
            assert!(all.len() >= 3, "{count}");
            for chart in &all {
                assert!(!chart.spots.is_empty(), "{}", chart.title);
                let rows = chart.rows.iter().filter_map(|row| row.of.as_ref());
                for of in chart.spots.iter().map(|spot| &spot.of).chain(rows) {
                    assert_eq!(picks(&input, &of.pick).len(), of.count, "{}", of.name);
                    assert!(of.name.contains(&of.count.to_string()), "{}", of.name);
                }
            }
        }
    }

    #[test]
    fn weeks_that_are_not_all_in_the_document_are_not_compared_and_an_open_end_is_today() {
        let mut input = book(400);
        let today = input.made.date_naive();
        let says = |input: &Input| {
            serde_json::to_string(&sheet::of(input, &std::collections::HashSet::new(), None).sheet).unwrap()
        };
        for (weeks, compared) in [(8, true), (7, false)] {
            let from = today - TimeDelta::weeks(weeks) + TimeDelta::days(1);
            input.options.from = Some(from);
            // As they are when they were gathered so.
            let said = says(&input);
            assert_eq!(said.contains("in de vier weken daarvoor"), compared, "{weeks}: {said}");
            input.incidents.retain(|told| told.incident.when.day() < today);
            let texts = houvast_guidance::texts::Texts::new(Lang::Nl);
            let period = format!("{} tot en met {}", texts.short_date(from), texts.short_date(today));
            assert!(said.contains(&period), "{period} is not in {said}");
        }
    }

    #[test]
    fn the_sentences_say_what_the_tables_say() {
        let input = book(400);
        let found = pattern(&input);
        let all: usize = found.weeks.iter().flat_map(|chart| &chart.spots).map(|spot| spot.of.count).sum();
        assert_eq!(all, found.incidents);
        let counts =
            |chart: &Chart| -> Vec<usize> { chart.rows.iter().map(|row| row.cells[1].parse().unwrap()).collect() };
        for chart in [found.kinds, found.breaches].into_iter().flatten() {
            let counts = counts(&chart);
            let most = counts.iter().max().unwrap();
            let alone = counts.iter().filter(|count| *count == most).count() == 1;
            assert_eq!(chart.says.contains(&format!("Het vaakst: {} ({most}).", chart.rows[0].cells[0])), alone);
            assert_eq!(chart.says.contains("Het vaakst"), alone, "{}: {counts:?}", chart.says);
        }
        let chains = found.chains.unwrap();
        let most = counts(&chains).into_iter().max().unwrap();
        assert!(chains.says.contains(&most.to_string()), "{}: {most}", chains.says);
        let trend = found.trend.unwrap();
        let (now, before) = (&trend.rows[0].cells[1], &trend.rows[1].cells[1]);
        assert!(trend.says.contains(now) && trend.says.contains(before), "{}", trend.says);
    }

    #[test]
    fn what_is_touched_lies_inside_the_drawing() {
        for chart in charts(pattern(&book(400))) {
            for spot in &chart.spots {
                assert!(spot.x >= 0.0 && spot.x + spot.width < 1.000_001, "{}", chart.title);
                assert!(spot.y >= 0.0 && spot.y + spot.height < 1.000_001, "{}", chart.title);
            }
        }
    }

    #[test]
    fn three_incidents_are_no_pattern() {
        let found = pattern(&book(3));
        assert_eq!(found.incidents, 3);
        assert!(charts(found).is_empty());
    }

    #[test]
    fn a_chain_goes_by_way_of_others_and_is_whole_from_whichever_end() {
        let input = book(120);
        let whole: Vec<usize> = chains(input.incidents.iter().filter(|told| told.withdrawn.is_none()))
            .into_iter()
            .map(|chain| {
                let first = picks(&input, &Pick::Chain { of: chain[0].id.clone() });
                let last = picks(&input, &Pick::Chain { of: chain[chain.len() - 1].id.clone() });
                assert_eq!(first, last);
                first.len()
            })
            .collect();
        assert!(whole[0] > 2, "{whole:?}");
    }

    #[test]
    fn the_latest_stands_first() {
        let input = book(60);
        let found = picks(&input, &Pick::Kind { kind: Kind::ALL[0].clone() });
        assert!(found.windows(2).all(|two| two[0].when.day() >= two[1].when.day()));
        assert!(found[0].when.day().year() == 2024);
    }
}
