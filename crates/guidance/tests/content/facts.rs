//! Every fact has its source and its day, every id is there once, and everything that is named exists.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use houvast_guidance::texts::Texts;
use houvast_guidance::{
    Lang, contact_advice, emergency, expect, figures, measure_guides, more_numbers, numbers, organisations, search,
    tip, topics,
};
use toml::{Table, Value};

use crate::files::{each_table, files, texts};

/// Pages of the Routekaart.
const PAGES: std::ops::RangeInclusive<u8> = 1..=7;

/// Ids in braces.
pub(crate) fn placeholders(text: &str) -> Vec<String> {
    text.split('{').skip(1).map(|part| part.split('}').next().unwrap_or(part).to_owned()).collect()
}

fn is_source(source: &str) -> bool {
    if let Some(page) = source.strip_prefix("Routekaart, p. ") {
        return page.parse().is_ok_and(|page: u8| PAGES.contains(&page));
    }
    source.strip_prefix("https://").is_some_and(|address| {
        let host = address.split('/').next().unwrap_or_default();
        host.contains('.') && !host.starts_with('.') && !address.contains(char::is_whitespace)
    })
}

#[test]
fn a_source_is_a_page_of_the_routekaart_or_an_address() {
    for source in ["Routekaart, p. 1", "Routekaart, p. 7", "https://www.politie.nl/themas/stalking.html"] {
        assert!(is_source(source), "{source}");
    }
    for source in
        ["", "Routekaart", "Routekaart, p. 8", "politie.nl", "http://politie.nl", "https://", "https://a b.nl"]
    {
        assert!(!is_source(source), "{source}");
    }
}

#[test]
fn every_fact_has_its_source_and_the_day_of_looking() {
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let mut facts = 0;
    for (name, table) in files() {
        each_table(&table, &mut |place, table| {
            let says = ["text", "shown", "when"].iter().any(|key| table.contains_key(*key));
            if !says && !table.contains_key("source") && !table.contains_key("checked") {
                return;
            }
            let said = |key: &str| match table.get(key) {
                Some(Value::String(text)) => text.clone(),
                _ => panic!("{name}, {place}: {key} is missing"),
            };
            assert!(is_source(&said("source")), "{name}, {place}: {}", said("source"));
            let checked: NaiveDate = said("checked").parse().unwrap_or_else(|_| panic!("{name}, {place}: checked"));
            assert!(checked >= first, "{name}, {place}: {checked}");
            if let Some(site) = table.get("site") {
                let site = site.as_str().unwrap();
                assert!(site.starts_with("https://") && is_source(site), "{name}, {place}: {site}");
            }
            facts += 1;
        });
    }
    assert!(facts > 25, "{facts}");
}

#[test]
fn every_text_is_there_in_both_languages() {
    for text in texts() {
        for (lang, said) in text.both() {
            assert!(!said.trim().is_empty(), "{}.{lang} is empty", text.at());
            assert_eq!(said.trim(), said, "{}.{lang} has spaces around it", text.at());
        }
    }
}

#[test]
fn both_languages_hold_the_same_lines() {
    let lines = |lang| -> Vec<String> {
        let of_topics = topics(lang).into_iter().flat_map(|topic| {
            topic.sections.into_iter().flat_map(move |section| {
                let place = format!("{}/{}", topic.id, section.id);
                section
                    .lines
                    .into_iter()
                    .map(move |line| format!("{place}/{} {:?} {:?}", line.id, line.kind, line.fact))
            })
        });
        let of_measures = measure_guides(lang).into_iter().flat_map(|guide| {
            guide.lines().map(|line| format!("{}/{} {:?}", guide.id, line.id, line.fact)).collect::<Vec<_>>()
        });
        let of_expectations = expect(lang, None, None, None)
            .into_iter()
            .map(|one| format!("{} {:?} {:?} {}", one.id, one.levels, one.fact, one.ask.is_some()));
        of_topics.chain(of_measures).chain(of_expectations).collect()
    };
    assert_eq!(lines(Lang::Nl), lines(Lang::En));
}

/// The ids of an array of tables.
fn ids(table: &Table, key: &str) -> Vec<String> {
    let entries = table.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_table);
    entries.filter_map(|entry| Some(entry.get("id").or(entry.get("organisation"))?.as_str()?.to_owned())).collect()
}

fn all_differ(place: &str, ids: &[String]) {
    let mut seen = BTreeSet::new();
    for id in ids {
        assert!(seen.insert(id), "{place}: {id} stands twice");
        let kebab = id
            .split('-')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
        assert!(kebab, "{place}: {id} is no id");
    }
}

#[test]
fn every_id_stands_once() {
    for (name, table) in files() {
        each_table(&table, &mut |place, table| {
            for key in table.keys() {
                all_differ(&format!("{name}, {place}"), &ids(table, key));
            }
        });
    }
    let of = |ids: Vec<Vec<String>>| ids.concat();
    for topic in topics(Lang::Nl) {
        let lines = topic.sections.iter().flat_map(|section| section.lines.iter().map(|line| line.id.clone()));
        all_differ(&topic.id, &lines.collect::<Vec<_>>());
    }
    // One name is enough to ask for either.
    all_differ(
        "topics and measures",
        &of(vec![
            topics(Lang::Nl).into_iter().map(|topic| topic.id).collect(),
            measure_guides(Lang::Nl).into_iter().map(|guide| guide.id).collect(),
        ]),
    );
    // Texts name both in braces.
    all_differ("numbers and figures", &named());
}

fn named() -> Vec<String> {
    let numbers = numbers(Lang::Nl).into_iter().chain(more_numbers(Lang::Nl)).map(|number| number.id);
    numbers.chain(figures(Lang::Nl).into_iter().map(|figure| figure.id)).collect()
}

#[test]
fn every_number_and_figure_that_is_named_exists() {
    let named = named();
    for text in texts() {
        for (lang, said) in text.both() {
            assert_eq!(said.matches('{').count(), said.matches('}').count(), "{}.{lang}", text.at());
            for id in placeholders(said) {
                assert!(named.contains(&id), "{}.{lang}: {{{id}}}", text.at());
            }
        }
    }
    let numbers: Vec<String> =
        numbers(Lang::Nl).into_iter().chain(more_numbers(Lang::Nl)).map(|number| number.id).collect();
    for (name, table) in files() {
        each_table(&table, &mut |place, table| {
            for id in table.get("numbers").and_then(Value::as_array).into_iter().flatten() {
                let id = id.as_str().unwrap().to_owned();
                assert!(numbers.contains(&id), "{name}, {place}: {id}");
            }
        });
    }
}

#[test]
fn every_organisation_and_measure_that_is_named_has_its_name() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let panel = emergency(lang);
        let mut organisations = organisations();
        organisations.extend(panel.numbers.iter().chain(&panel.more).map(|number| number.organisation.clone()));
        organisations.extend(contact_advice(lang).ask.into_iter().map(|ask| ask.organisation));
        organisations.extend(panel.order.danger.into_iter().chain(panel.order.calm));
        for organisation in organisations {
            assert!(texts.has(&format!("organisation-{organisation}")), "organisation-{organisation} in {lang}");
        }
        for guide in measure_guides(lang) {
            assert!(texts.has(&format!("measure-{}", guide.id)), "measure-{} in {lang}", guide.id);
        }
    }
}

#[test]
fn every_tip_fits_a_kind_and_leads_to_a_topic() {
    let texts = Texts::new(Lang::Nl);
    let topics: BTreeSet<String> = topics(Lang::Nl).into_iter().map(|topic| topic.id).collect();
    for (name, table) in files().into_iter().filter(|(name, _)| name == "tips.toml") {
        each_table(&table, &mut |place, table| {
            for kind in table.get("kinds").and_then(Value::as_array).into_iter().flatten() {
                let kind = kind.as_str().unwrap();
                assert!(texts.has(&format!("kind-{kind}")), "{name}, {place}: {kind}");
            }
            if let Some(topic) = table.get("topic") {
                assert!(topics.contains(topic.as_str().unwrap()), "{name}, {place}: {topic}");
            }
        });
    }
}

/// Ids of `<group>-…` in `words.ftl`.
fn words(group: &str) -> Vec<String> {
    crate::messages::messages("nl")
        .into_iter()
        .filter(|message| message.file == "nl/words.ftl")
        .filter_map(|message| message.id.strip_prefix(&format!("{group}-")).map(str::to_owned))
        .collect()
}

#[test]
fn every_measure_that_can_be_chosen_says_what_it_is() {
    let measures = words("measure");
    assert!(measures.len() > 10);
    let guides = measure_guides(Lang::Nl);
    for measure in measures.into_iter().filter(|measure| measure != "other") {
        let guide = guides.iter().find(|guide| guide.id == measure);
        assert!(guide.is_some_and(|guide| !guide.what.is_empty()), "{measure}");
    }
}

#[test]
fn every_kind_of_incident_has_its_tip() {
    let kinds: BTreeSet<String> = words("kind").into_iter().collect();
    assert!(kinds.len() > 10);
    for kind in kinds {
        assert!(tip(Lang::Nl, &[&kind], &[]).is_some(), "{kind}");
    }
}

#[test]
fn every_topic_is_found_by_its_title() {
    for lang in Lang::ALL {
        for topic in topics(lang) {
            assert!(search(lang, &topic.title).iter().any(|found| found.id == topic.id), "{}", topic.title);
        }
    }
}
