//! `guide`: help to read. It is part of the program and needs no logbook.

use houvast_guidance::{Expectation, Fact, Found, FoundKind, Line, MeasureGuide, Topic};

use crate::args::Guide;
use crate::failure::Failure;
use crate::print;
use crate::session::Session;

pub(crate) fn run(session: &Session, what: &Guide) -> Result<(), Failure> {
    if what.expect {
        return expect(session, what);
    }
    if !what.search.is_empty() {
        search(session, &what.search.join(" "));
        return Ok(());
    }
    if let Some(id) = &what.topic {
        return one(session, id);
    }
    list(session);
    Ok(())
}

fn list(session: &Session) {
    let topics = houvast_guidance::topics(session.lang);
    if session.json {
        print::json(&topics);
        return;
    }
    for topic in topics {
        print::line(&format!("{}  {}  {}", topic.id, topic.title, topic.lead));
    }
}

fn one(session: &Session, id: &str) -> Result<(), Failure> {
    if let Some(topic) = houvast_guidance::topic(session.lang, id) {
        if session.json {
            print::json(&topic);
        } else {
            show_topic(session, &topic);
        }
        return Ok(());
    }
    let guide = houvast_guidance::measure_guide(session.lang, id)
        .ok_or_else(|| Failure::Words("cli-guide-none", id.to_owned()))?;
    if session.json {
        print::json(&guide);
    } else {
        show_measure(session, &guide);
    }
    Ok(())
}

fn show_topic(session: &Session, topic: &Topic) {
    print::line(&topic.title);
    print::line(&topic.lead);
    let mut facts = Vec::new();
    let mut region = false;
    for section in &topic.sections {
        heading(&section.title);
        for line in &section.lines {
            item(&line.text);
            facts.push(&line.fact);
            region |= line.region;
        }
    }
    checked(session, &facts, region);
}

fn show_measure(session: &Session, guide: &MeasureGuide) {
    print::line(&session.texts.named("measure", &guide.id));
    let parts: [(&str, &[Line]); 4] = [
        ("cli-guide-what", &guide.what),
        ("cli-guide-decides", &guide.decides),
        ("cli-guide-ask", &guide.ask),
        ("cli-guide-breach", &guide.breach),
    ];
    for (title, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        heading(&session.texts.get(title));
        lines.iter().for_each(|line| item(&line.text));
    }
    let facts: Vec<&Fact> = guide.lines().map(|line| &line.fact).collect();
    checked(session, &facts, guide.lines().any(|line| line.region));
}

fn search(session: &Session, words: &str) {
    let found = houvast_guidance::search(session.lang, words);
    if session.json {
        print::json(&found);
        return;
    }
    if found.is_empty() {
        print::remark(&session.texts.get("cli-nothing-found"));
    }
    for Found { kind, id, title, lines } in found {
        // A measure is known by its name; a topic's id helps to ask for it.
        let name = if kind == FoundKind::Topic { title } else { format!("{}: {title}", session.texts.get("measure")) };
        print::line(&format!("{id}  {name}"));
        lines.iter().for_each(|line| item(&line.text));
    }
}

fn expect(session: &Session, what: &Guide) -> Result<(), Failure> {
    let known = houvast_guidance::organisations();
    if let Some(organisation) = &what.organisation
        && !known.contains(organisation)
    {
        return Err(Failure::Choice("cli-guide-organisation", organisation.clone(), known.join(", ")));
    }
    let found = houvast_guidance::expect(session.lang, what.organisation.as_deref(), what.step, what.level);
    if session.json {
        print::json(&found);
        return Ok(());
    }
    if found.is_empty() {
        print::remark(&session.texts.get("cli-nothing-found"));
        return Ok(());
    }
    // Step by step, and at each step organisation by organisation.
    for group in found.chunk_by(|one, other| one.step == other.step) {
        for organisation in &known {
            let here: Vec<&Expectation> = group.iter().filter(|one| one.organisation == *organisation).collect();
            let Some(first) = here.first() else { continue };
            let step = session.texts.get(&format!("case-step-{}", first.step.id()));
            heading(&format!("{} – {step}", session.texts.named("organisation", organisation)));
            here.into_iter().for_each(|expectation| show_expectation(session, expectation));
        }
    }
    let facts: Vec<&Fact> = found.iter().map(|expectation| &expectation.fact).collect();
    checked(session, &facts, true);
    Ok(())
}

fn show_expectation(session: &Session, expectation: &Expectation) {
    item(&expectation.text);
    if let Some(ask) = &expectation.ask {
        below(&session.texts.format("cli-guide-question", &[("question", ask.as_str().into())]));
    }
    let levels: Vec<String> =
        expectation.levels.iter().map(|level| session.texts.get(&format!("risk-{}", level.id()))).collect();
    below(&session.texts.format("cli-guide-levels", &[("levels", levels.join(", ").into())]));
    if expectation.unsure {
        below(&session.texts.get("cli-guide-unsure"));
    }
}

fn heading(title: &str) {
    print::line(&format!("\n{title}"));
}

fn item(text: &str) {
    print::line(&format!("- {text}"));
}

fn below(text: &str) {
    print::line(&format!("  {text}"));
}

/// Says where it comes from and when somebody last looked: the oldest day of all.
fn checked(session: &Session, facts: &[&Fact], region: bool) {
    let Some(oldest) = facts.iter().map(|fact| fact.checked).min() else { return };
    let mut sources: Vec<&str> = Vec::new();
    for fact in facts {
        if !sources.contains(&fact.source.as_str()) {
            sources.push(&fact.source);
        }
    }
    let told = [("sources", sources.join("; ").into()), ("checked", session.texts.short_date(oldest).into())];
    print::line("");
    print::line(&session.texts.format("cli-guide-checked", &told));
    if region {
        print::line(&session.texts.get("cli-guide-region"));
    }
}
