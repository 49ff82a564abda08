//! The texts of `locales/`, which the app's interface reads too: one source for the app, the report and the
//! command line.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::Lang;

/// The files, Dutch and English side by side.
const FILES: [(&str, &str, &str); 6] = [
    ("package", include_str!("../../../locales/nl/package.ftl"), include_str!("../../../locales/en/package.ftl")),
    ("words", include_str!("../../../locales/nl/words.ftl"), include_str!("../../../locales/en/words.ftl")),
    ("app", include_str!("../../../locales/nl/app.ftl"), include_str!("../../../locales/en/app.ftl")),
    ("report", include_str!("../../../locales/nl/report.ftl"), include_str!("../../../locales/en/report.ftl")),
    ("cli", include_str!("../../../locales/nl/cli.ftl"), include_str!("../../../locales/en/cli.ftl")),
    ("verify", include_str!("../../../locales/nl/verify.ftl"), include_str!("../../../locales/en/verify.ftl")),
];

/// All texts in one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Reads the embedded files. Broken entries are left out; a test holds that there are none.
    pub fn new(lang: Lang) -> Self {
        // A tag of two letters always parses; the default would only change how plurals are chosen.
        let tag: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks would stand in file names, terminals and PDFs; user text is isolated where it is shown.
        bundle.set_use_isolating(false);
        match lang {
            Lang::Nl => bundle.set_formatter(Some(in_dutch)),
            Lang::En => bundle.set_formatter(Some(in_english)),
        }
        for (_, nl, en) in FILES {
            let text = if lang == Lang::Nl { nl } else { en };
            let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Is there a text with this id?
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The name of a thing by its id, from `<group>-<id>`; free text stays as it is.
    pub fn named(&self, group: &str, id: &str) -> String {
        let key = format!("{group}-{id}");
        if self.has(&key) { self.get(&key) } else { id.to_owned() }
    }

    /// The text with this id; the id itself if there is none.
    pub fn get(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// The text with this id and these values in it.
    pub fn format(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let arguments: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }

    /// A number in figures: "10.000", "10,000". What counts is written so in every text; what only names something, such as
    /// the number of an incident, is put in as text.
    pub fn number(&self, number: u64) -> String {
        grouped(number, self.lang)
    }

    /// An amount of money: "€ 1.250,50", "€1,250.50".
    pub fn euros(&self, cents: u64) -> String {
        let (whole, rest) = (self.number(cents / 100), cents % 100);
        match self.lang {
            Lang::Nl => format!("€ {whole},{rest:02}"),
            Lang::En => format!("€{whole}.{rest:02}"),
        }
    }

    /// A day in words: "dinsdag 3 maart 2026", "Tuesday 3 March 2026".
    pub fn date(&self, day: NaiveDate) -> String {
        let weekday = self.get(&format!("weekday-{}", day.weekday().number_from_monday()));
        format!("{weekday} {} {}", day.day(), self.month(day))
    }

    /// A day in words without its weekday: "3 maart 2026".
    pub fn short_date(&self, day: NaiveDate) -> String {
        format!("{} {}", day.day(), self.month(day))
    }

    /// Month and year: "maart 2026".
    pub fn month(&self, day: NaiveDate) -> String {
        format!("{} {}", self.get(&format!("month-{}", day.month())), day.year())
    }

    /// A time of day: "21.30 uur", "21:30".
    pub fn time(&self, at: chrono::NaiveTime) -> String {
        let (hour, minute) = (at.hour(), at.minute());
        match self.lang {
            Lang::Nl => format!("{hour}.{minute:02} uur"),
            Lang::En => format!("{hour:02}:{minute:02}"),
        }
    }

    /// Day and time: "dinsdag 3 maart 2026, 21.30 uur".
    pub fn date_time(&self, at: &DateTime<FixedOffset>) -> String {
        format!("{}, {}", self.date(at.date_naive()), self.time(at.time()))
    }
}

fn in_dutch<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    count(value).map(|number| grouped(number, Lang::Nl))
}

fn in_english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    count(value).map(|number| grouped(number, Lang::En))
}

/// A whole number that has thousands; the rest is written as it is.
fn count(value: &FluentValue<'_>) -> Option<u64> {
    let FluentValue::Number(number) = value else { return None };
    // Counts are far below what a float tells apart.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is whole and within the bounds")]
    let whole = (1e3..1e15).contains(&number.value).then_some(number.value as u64)?;
    (number.value.fract() == 0.0).then_some(whole)
}

/// Figures in groups of three.
fn grouped(number: u64, lang: Lang) -> String {
    let mark = if lang == Lang::Nl { '.' } else { ',' };
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_bundle::FluentResource;

    use super::*;

    /// Ids with the variables that they use, read from the text.
    fn entries(text: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut entries: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut id = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) =
                line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                id = name.trim().to_owned();
                assert!(entries.insert(id.clone(), BTreeSet::new()).is_none(), "{id} stands twice");
            } else if let Some((name, _)) = line.trim().strip_prefix('.').and_then(|line| line.split_once(" =")) {
                entries.entry(format!("{id}.{name}")).or_default();
            }
            for part in line.split('$').skip(1) {
                let name: String =
                    part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect();
                entries.entry(id.clone()).or_default().insert(name);
            }
        }
        entries
    }

    #[test]
    fn both_languages_have_the_same_texts_with_the_same_variables() {
        for (name, nl, en) in FILES {
            let (nl, en) = (entries(nl), entries(en));
            for (id, variables) in &nl {
                assert_eq!(Some(variables), en.get(id), "{name}.ftl, {id} in English");
            }
            for id in en.keys() {
                assert!(nl.contains_key(id), "{name}.ftl, {id} in Dutch");
            }
        }
    }

    #[test]
    fn every_file_is_read_without_errors() {
        for (name, nl, en) in FILES {
            for text in [nl, en] {
                if let Err((_, errors)) = FluentResource::try_new(text.to_owned()) {
                    panic!("{name}.ftl: {errors:?}");
                }
            }
        }
    }

    #[test]
    fn no_id_stands_in_two_files() {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (name, nl, _) in FILES {
            for id in entries(nl).into_keys() {
                let other = seen.insert(id.clone(), name);
                assert_eq!(other, None, "{id} stands in {name}.ftl too");
            }
        }
    }

    #[test]
    fn figures_are_written_as_each_language_does() {
        let texts = [Lang::Nl, Lang::En].map(Texts::new);
        assert_eq!(texts.each_ref().map(|texts| texts.number(1_234_567)), ["1.234.567", "1,234,567"]);
        assert_eq!(texts.each_ref().map(|texts| texts.number(999)), ["999", "999"]);
        assert_eq!(texts.each_ref().map(|texts| texts.euros(125_005)), ["€ 1.250,05", "€1,250.05"]);
        let found = texts.each_ref().map(|texts| texts.format("found", &[("count", 10_000.into())]));
        assert_eq!(found, ["10.000 incidenten", "10,000 incidents"]);
    }

    #[test]
    fn one_of_a_thing_is_said_as_one() {
        let [nl, en] = [Lang::Nl, Lang::En].map(Texts::new);
        for (id, value, dutch, english) in [
            ("report-times", "count", "1 keer", "once"),
            ("report-bytes", "bytes", "1 byte", "1 byte"),
            ("times", "count", "1 keer", "once"),
            ("error-recovery-key-length", "found", "Dit is er 1.", "This is 1."),
            ("cli-restore-lacks", "changes", "heeft 1 wijziging die", "has 1 change that"),
            ("report-check-log", "size", "telt 1 vastlegging.", "has 1 record."),
        ] {
            for (texts, said) in [(&nl, dutch), (&en, english)] {
                let found = texts.format(id, &[(value, 1.into())]);
                assert!(found.contains(said), "{id}: {found}");
            }
        }
        let weeks = [("weeks", 3.into()), ("most", 1.into()), ("quiet", 0.into()), ("busiest", "3 maart".into())];
        assert!(nl.format("report-weeks-says", &weeks).contains("met 1 incident."));
    }

    #[test]
    fn dates_are_said_in_words() {
        let at = DateTime::parse_from_rfc3339("2026-03-03T21:30:00+01:00").unwrap();
        assert_eq!(Texts::new(Lang::Nl).date_time(&at), "dinsdag 3 maart 2026, 21.30 uur");
        assert_eq!(Texts::new(Lang::En).date_time(&at), "Tuesday 3 March 2026, 21:30");
    }
}
