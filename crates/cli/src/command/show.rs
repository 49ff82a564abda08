//! `show`

use houvast_logbook::model::{Incident, When};
use houvast_logbook::view::{EvidenceView, IncidentView};

use super::incident_id;
use crate::failure::Failure;
use crate::print;
use crate::session::Session;

pub(crate) fn run(session: &Session, incident: &str) -> Result<(), Failure> {
    let id = incident_id(incident)?;
    let book = session.open()?;
    let view = book.borrow().incident(&id)?;
    if session.json {
        print::json(&view);
    } else {
        whole(session, &view);
    }
    Ok(())
}

/// When something happened, as a person writes it down in a list.
pub(super) fn when(session: &Session, when: &When) -> String {
    let minute = |at: &chrono::DateTime<chrono::FixedOffset>| at.format("%Y-%m-%d %H:%M").to_string();
    match when {
        When::Exact(at) => minute(at),
        When::About(at) => session.texts.format("cli-about", &[("when", minute(at).into())]),
        When::Day(day) => day.to_string(),
        When::Period { from, to } => format!("{} – {}", minute(from), minute(to)),
        When::Since(at) => session.texts.format("cli-since", &[("when", minute(at).into())]),
    }
}

fn whole(session: &Session, view: &IncidentView) {
    print::line(&format!("{}  {}", view.id, when(session, &view.incident.when)));
    if let Some(reason) = &view.withdrawn {
        field(session, "cli-withdrawn", reason);
    }
    said(session, &view.incident);
    for evidence in &view.evidence {
        piece(session, evidence);
    }
    if view.history.len() > 1 {
        print::line("");
        print::line(&session.texts.get("cli-history"));
        for version in &view.history {
            let step = match version.step {
                houvast_logbook::view::Step::Recorded => "cli-step-recorded",
                houvast_logbook::view::Step::Amended => "cli-step-amended",
                houvast_logbook::view::Step::Withdrawn => "cli-step-withdrawn",
                houvast_logbook::view::Step::Restored => "cli-step-restored",
                houvast_logbook::view::Step::Noted => "cli-step-noted",
            };
            print::line(&format!("- {}  {}  {}", version.recorded.at, session.texts.get(step), version.reason));
            match &version.incident {
                Some(incident) if version.step == houvast_logbook::view::Step::Noted => {
                    print::line(&incident.private_note);
                }
                Some(incident) => print::line(&incident.what),
                None => {}
            }
        }
    }
}

fn said(session: &Session, incident: &Incident) {
    let kinds: Vec<String> =
        incident.kind.iter().map(|kind| session.texts.get(&format!("kind-{}", kind.id()))).collect();
    field(session, "cli-kind", &kinds.join(", "));
    field(session, "cli-where", &incident.place);
    field(session, "cli-who", &incident.who.name);
    field(session, "cli-channel", &incident.channel);
    field(session, "cli-what", &incident.what);
    field(session, "cli-exact-words", &incident.exact_words);
    field(session, "cli-reaction", &incident.reaction);
    field(session, "cli-effect", &incident.effect.description);
    field(session, "cli-private-note", &incident.private_note);
}

fn piece(session: &Session, evidence: &EvidenceView) {
    let family = session.texts.get(&format!("family-{}", evidence.family.id()));
    print::line(&format!(
        "[{}]  {family}  {}  {} B\n            SHA-256 {}",
        evidence.id, evidence.name, evidence.size, evidence.sha256
    ));
}

fn field(session: &Session, label: &str, text: &str) {
    if !text.is_empty() {
        print::line(&format!("{}: {text}", session.texts.get(label)));
    }
}
