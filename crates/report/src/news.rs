//! What to read out or to send to an organisation: what it has not been told yet, in plain sentences.

use houvast_guidance::Lang;
use houvast_guidance::texts::Texts;
use houvast_logbook::view::{IncidentSummary, News};

use crate::chart::{breaking, threatened};
use crate::overview::{excerpt, said};
use crate::sheet::in_words;

/// Characters of what happened: enough to know which it was, short enough to read out.
const LENGTH: usize = 240;

/// The text, in lines, ready to be read out or copied. Private notes are not in it.
pub fn news_text(news: &News, lang: Lang) -> String {
    let texts = Texts::new(lang);
    let since = news.last.as_ref().map(|when| texts.date(when.day()));
    let count = ("count", news.incidents.len().into());
    let mut lines = vec![match since {
        Some(day) => texts.format("news-since", &[count, ("day", day.into())]),
        None => texts.format("news-first", &[count]),
    }];
    lines.extend(news.incidents.iter().map(|one| line(&texts, one)));
    if !news.changed.is_empty() {
        lines.push(texts.format("news-changed", &[("count", news.changed.len().into())]));
        lines.extend(news.changed.iter().map(|one| line(&texts, one)));
    }
    lines.join("\n")
}

/// The names of an organisation in every language, for what was noted of it in free text.
pub fn names_of(organisation: &str) -> Vec<String> {
    Lang::ALL.iter().map(|lang| Texts::new(*lang).named("organisation", organisation)).collect()
}

fn line(texts: &Texts, one: &IncidentSummary) -> String {
    let incident = &one.incident;
    let (day, time) = in_words(texts, &incident.when);
    let kinds: Vec<String> = incident.kind.iter().map(|kind| texts.named("kind", kind.id())).collect();
    let mut parts = vec![format!("{day}, {time}: {}", kinds.join(", "))];
    parts.push(excerpt(said(incident), LENGTH));
    let mut mark = |id: &str, is: bool| {
        if is {
            parts.push(texts.get(id));
        }
    };
    mark("news-threat", threatened(incident));
    mark("news-weapon", incident.weapon == Some(true));
    mark("news-breach", breaking(incident));
    if let Some(fear) = incident.effect.fear {
        parts.push(texts.format("news-fear", &[("fear", fear.into())]));
    }
    if !one.evidence.is_empty() {
        parts.push(texts.format("news-evidence", &[("count", one.evidence.len().into())]));
    }
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_end_matches([' ', ':', '.'])).collect();
    format!("– {}.", parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(". "))
}
