//! What a report is made from: plain data, without keys and without private notes.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use houvast_guidance::Lang;
use houvast_logbook::model::{
    Contact, ContactId, EvidenceId, Incident, IncidentId, Kind, Measure, MeasureId, PutIn, When,
};
use houvast_logbook::view::{Case, ContactView, EvidenceView, Filter, Having, IncidentView, MomentView, Version};
use serde::{Deserialize, Serialize};

/// What the person chose to hand over. Private notes are never in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools)] // Each is a choice of its own.
pub struct Options {
    /// Two pages to talk from, or everything.
    #[ts(optional, as = "Option<_>")]
    pub form: Form,
    /// First day; all if left out.
    #[ts(type = "string | null")]
    pub from: Option<NaiveDate>,
    /// Last day; all if left out.
    #[ts(type = "string | null")]
    pub to: Option<NaiveDate>,
    /// Incidents of one of these kinds; all if left out.
    #[ts(optional, as = "Option<_>")]
    pub kinds: Vec<Kind>,
    /// Incidents of which all of this holds.
    #[ts(optional, as = "Option<_>")]
    pub having: Vec<Having>,
    /// Incidents in which all these words occur, private notes aside; all if empty.
    #[ts(optional, as = "Option<_>")]
    pub search: String,
    /// Language of the report, independent of the app's.
    pub language: Lang,
    /// Pictures, small in the timeline and larger in an annex.
    pub pictures: bool,
    /// What it did to the person.
    pub effects: bool,
    /// Names of witnesses and how to reach them.
    pub witnesses: bool,
    /// The victim's own address.
    #[ts(optional, as = "Option<_>")]
    pub address: bool,
    /// Names of children and others at risk.
    #[ts(optional, as = "Option<_>")]
    pub children: bool,
    /// Places on earth, also those that a file says of itself.
    #[ts(optional, as = "Option<_>")]
    pub coordinates: bool,
}

/// What sort of document it is to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ReportForm")]
pub enum Form {
    /// The whole timeline with its annexes.
    #[default]
    Full,
    /// Two pages for a conversation.
    Consultation,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            form: Form::Full,
            from: None,
            to: None,
            kinds: Vec::new(),
            having: Vec::new(),
            search: String::new(),
            language: Lang::Nl,
            pictures: true,
            effects: true,
            witnesses: true,
            address: false,
            children: false,
            coordinates: true,
        }
    }
}

impl Options {
    /// The incidents that go along. That a word stands in a private note is told to nobody, so it counts elsewhere only.
    #[must_use]
    pub fn filter(&self) -> Filter {
        Filter {
            from: self.from,
            to: self.to,
            kinds: self.kinds.clone(),
            having: self.having.clone(),
            search: self.search.clone(),
            without_notes: true,
            withdrawn: false,
        }
    }
}

/// Everything that goes into one report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Input {
    /// What was chosen.
    pub options: Options,
    /// Who it is about.
    pub case: Case,
    /// When it is made.
    pub made: DateTime<FixedOffset>,
    /// The incidents in the order of their numbers: in order of time, those that were withdrawn last.
    pub incidents: Vec<Told>,
    /// Contact persons.
    pub contacts: Vec<Contact>,
    /// Measures with their ids.
    pub measures: Vec<(MeasureId, Measure)>,
    /// Contact moments, the earliest first.
    pub moments: Vec<Talk>,
    /// Entries and files that were erased for good.
    pub erased: usize,
    /// Records in the log.
    pub log_size: u64,
    /// Root of the log, in hexadecimal digits.
    pub root: String,
    /// The program and its version.
    pub generator: String,
    /// Pictures, in the order of the evidence. They travel beside the JSON.
    #[serde(skip)]
    pub pictures: Vec<Drawn>,
}

/// A contact moment as it is handed over: who was told which incidents when, and what was agreed. What else was said stays
/// with the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Talk {
    /// When.
    pub when: When,
    /// The organisation: an id of `organisation-…` in `words.ftl`, or free text.
    pub organisation: String,
    /// Whom.
    pub person: String,
    /// The incidents that were told, of those that are in the report.
    pub incidents: Vec<IncidentId>,
    /// What was agreed.
    pub agreed: String,
    /// What is still to happen; only in the consultation.
    pub next_step: String,
    /// By when.
    pub next_on: Option<NaiveDate>,
}

/// An incident as it is handed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// Its number on the pages, from 1.
    pub number: usize,
    /// Its id.
    pub id: IncidentId,
    /// Where the log says that it was first written down.
    pub seq: u64,
    /// When it was written down (RFC 3339).
    pub recorded: String,
    /// As it reads now, without the private note.
    pub incident: Incident,
    /// Days between the incident and its being written down.
    pub days_later: Option<i64>,
    /// The reason, if it was withdrawn.
    pub withdrawn: Option<String>,
    /// Earlier texts and steps, oldest first.
    pub history: Vec<Past>,
    /// Evidence.
    pub evidence: Vec<Piece>,
}

/// A step in an incident's history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// Place in the log.
    pub seq: u64,
    /// `recorded`, `amended`, `withdrawn` or `restored`.
    pub step: String,
    /// RFC 3339.
    pub at: String,
    /// Why.
    pub reason: String,
    /// The text from then on.
    pub incident: Option<Incident>,
}

/// A piece of evidence as it is handed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// Its number on the pages, from 1.
    pub number: usize,
    /// Its id.
    pub id: EvidenceId,
    /// Where the log says that it came in.
    pub seq: u64,
    /// Name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Family id.
    pub family: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
    /// When it came in (RFC 3339).
    pub recorded: String,
    /// Width and height as shown, of a picture.
    pub dimensions: Option<(u32, u32)>,
    /// When it was put in while the logbook was locked.
    pub put_in: Option<PutIn>,
    /// What it shows.
    pub caption: String,
    /// What is said in it.
    pub transcript: String,
    /// What the file says of itself, as label ids and values.
    pub claims: Vec<(String, String)>,
    /// Ids of notes.
    pub notes: Vec<String>,
}

/// Pictures of one piece of evidence, as JPEG without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Whose.
    pub id: EvidenceId,
    /// For the timeline.
    pub small: Vec<u8>,
    /// For the annex.
    pub large: Vec<u8>,
}

/// Numbers incidents and evidence in order of time; what was withdrawn comes last. Links lead only to what is there.
pub(crate) fn numbered(views: Vec<IncidentView>, options: &Options) -> Vec<Told> {
    let (stands, withdrawn): (Vec<_>, Vec<_>) = views.into_iter().partition(|view| view.withdrawn.is_none());
    let mut all: Vec<Told> = stands.into_iter().chain(withdrawn).map(|view| Told::of(view, options)).collect();
    let ids: HashSet<IncidentId> = all.iter().map(|told| told.id.clone()).collect();
    let mut pieces = 0;
    for (place, told) in all.iter_mut().enumerate() {
        told.number = place + 1;
        for piece in &mut told.evidence {
            pieces += 1;
            piece.number = pieces;
        }
        let earlier = told.history.iter_mut().filter_map(|past| past.incident.as_mut());
        for incident in earlier.chain([&mut told.incident]) {
            incident.links.retain(|link| ids.contains(&link.to));
        }
    }
    all
}

/// Who the logbook is about, as far as that was chosen.
pub(crate) fn case(case: Case, options: &Options) -> Case {
    Case {
        address: if options.address { case.address } else { String::new() },
        children: if options.children { case.children } else { String::new() },
        ..case
    }
}

/// A contact person as the pages name them: what else was noted about them stays with the person.
pub(crate) fn contact(contact: Contact) -> Contact {
    let Contact { organisation, name, role, phone, email, case_number, .. } = contact;
    Contact { organisation, name, role, phone, email, case_number, ..Contact::default() }
}

/// The organisations whose contact moments a report names. What is said to victim support or to a lawyer is nobody's
/// business but theirs, and the suspect's lawyer reads the file: it stands in the consultation alone.
const OPEN: [&str; 4] = ["police", "veilig-thuis", "om", "3ro"];

/// The contact moments that go along, the earliest first.
pub(crate) fn talks(moments: Vec<MomentView>, contacts: &[ContactView], told: &[Told], options: &Options) -> Vec<Talk> {
    let consultation = options.form == Form::Consultation;
    let there: HashSet<&IncidentId> = told.iter().map(|told| &told.id).collect();
    let within = |day: NaiveDate| options.from.is_none_or(|from| from <= day) && options.to.is_none_or(|to| day <= to);
    let named = |id: &ContactId| contacts.iter().find(|view| view.id == *id).map(|view| view.contact.name.clone());
    let chosen =
        moments.into_iter().rev().map(|view| view.moment).filter(|moment| {
            within(moment.when.day()) && (consultation || OPEN.contains(&moment.organisation.as_str()))
        });
    chosen
        .map(|moment| {
            let open = consultation && moment.is_open();
            Talk {
                person: moment.contact.as_ref().and_then(named).unwrap_or(moment.person),
                incidents: moment.incidents.into_iter().filter(|id| there.contains(id)).collect(),
                when: moment.when,
                organisation: moment.organisation,
                agreed: moment.agreed,
                next_step: if open { moment.next_step } else { String::new() },
                next_on: moment.next_on.filter(|_| open),
            }
        })
        .collect()
}

/// A measure without what a newer version wrote.
pub(crate) fn measure(measure: Measure) -> Measure {
    Measure { extra: serde_json::Map::new(), ..measure }
}

/// Removes what is only for the person.
fn public(mut incident: Incident, options: &Options) -> Incident {
    incident.private_note = String::new();
    // What a newer version wrote may be private for all that this one knows.
    incident.extra.clear();
    if !options.effects {
        incident.effect = houvast_logbook::model::Effect::default();
    }
    if !options.witnesses {
        incident.witnesses.clear();
    }
    if !options.coordinates {
        incident.coordinates = None;
    }
    incident
}

impl Told {
    /// Its number is given later.
    fn of(view: IncidentView, options: &Options) -> Self {
        Self {
            number: 0,
            id: view.id,
            // A history begins with its first text, or with what is left of it.
            seq: view.history.first().map_or(0, |first| first.recorded.seq),
            recorded: view.recorded,
            incident: public(view.incident, options),
            days_later: view.days_later,
            withdrawn: view.withdrawn,
            history: view.history.into_iter().filter_map(|version| Past::of(version, options)).collect(),
            evidence: view.evidence.into_iter().map(|piece| Piece::of(piece, options)).collect(),
        }
    }
}

impl Past {
    /// That a private note was changed is nobody else's business.
    fn of(version: Version, options: &Options) -> Option<Self> {
        use houvast_logbook::view::Step;
        let step = match version.step {
            Step::Recorded => "recorded",
            Step::Amended => "amended",
            Step::Withdrawn => "withdrawn",
            Step::Restored => "restored",
            Step::Noted => return None,
        };
        Some(Self {
            seq: version.recorded.seq,
            step: step.into(),
            at: version.recorded.at,
            reason: version.reason,
            incident: version.incident.map(|incident| public(incident, options)),
        })
    }
}

impl Piece {
    fn of(view: EvidenceView, options: &Options) -> Self {
        let claims = view.claims;
        let mut said = Vec::new();
        for (label, value) in
            [("taken", claims.taken), ("maker", claims.maker), ("model", claims.model), ("software", claims.software)]
        {
            said.extend(value.map(|value| (label.to_owned(), value)));
        }
        if let (true, Some(latitude), Some(longitude)) = (options.coordinates, claims.latitude, claims.longitude) {
            said.push(("place".to_owned(), format!("{latitude:.5}, {longitude:.5}")));
        }
        Self {
            number: 0,
            id: view.id,
            seq: view.recorded.seq,
            name: view.name,
            media_type: view.media_type,
            family: view.family.id().to_owned(),
            size: view.size,
            sha256: view.sha256,
            recorded: view.recorded.at,
            dimensions: view.dimensions,
            put_in: view.put_in,
            caption: view.caption,
            transcript: view.transcript,
            claims: said,
            notes: view.notes.into_iter().map(|note| note.id().to_owned()).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use houvast_logbook::model::When;
    use houvast_logbook::{Book, KdfCost};

    use super::*;

    #[test]
    fn that_a_private_note_was_changed_is_told_to_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let ports = houvast_vault::system::ports();
        let path = folder.path().join("a.db");
        let mut book = Book::create(&path, "een zin voor de test", KdfCost::FLOOR, ports.clone()).unwrap().0;
        let when = When::Day(NaiveDate::from_ymd_opt(2026, 3, 3).unwrap());
        let incident = |what: &str, note: &str| Incident {
            what: what.into(),
            private_note: note.into(),
            ..Incident::at(when.clone())
        };
        let id = book.record(incident("Hij belde.", "geheim"), &[]).unwrap();
        book.amend(&id, incident("Hij belde.", "ook geheim"), "geheime reden").unwrap();
        book.amend(&id, incident("Hij belde twee keer.", "nog geheimer"), "geteld").unwrap();
        let input = crate::gather(&RefCell::new(book), &Options::default(), &ports.clock.now()).unwrap();
        let steps: Vec<&str> = input.incidents[0].history.iter().map(|past| past.step.as_str()).collect();
        assert_eq!(steps, ["recorded", "amended"]);
        let json = String::from_utf8(crate::timeline_json(&input)).unwrap();
        assert!(json.contains("geteld") && !json.contains("geheim"), "{json}");
    }

    #[test]
    fn only_what_was_found_goes_along_and_a_private_note_finds_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let ports = houvast_vault::system::ports();
        let path = folder.path().join("a.db");
        let mut book = Book::create(&path, "een zin voor de test", KdfCost::FLOOR, ports.clone()).unwrap().0;
        let mut record = |what: &str, note: &str, threat| {
            let when = When::Day(NaiveDate::from_ymd_opt(2026, 3, 3).unwrap());
            let told =
                Incident { what: what.into(), private_note: note.into(), threat: Some(threat), ..Incident::at(when) };
            book.record(told, &[]).unwrap();
        };
        record("Hij stond bij het tuinhek.", "", true);
        record("Hij liep langs het tuinhek.", "", false);
        record("Hij belde.", "Ik stond achter het tuinhek.", true);
        let book = RefCell::new(book);
        let options = Options { having: vec![Having::Threat], search: "tuinhek".into(), ..Options::default() };
        let input = crate::gather(&book, &options, &ports.clock.now()).unwrap();
        let told: Vec<&str> = input.incidents.iter().map(|told| told.incident.what.as_str()).collect();
        assert_eq!(told, ["Hij stond bij het tuinhek."]);
        let written = crate::sheet::of(&input, &HashSet::new(), None);
        let sheet = serde_json::to_string(&written.sheet).unwrap();
        assert!(sheet.contains("alleen met: Bedreiging"), "{sheet}");
        assert!(sheet.contains("alleen waar deze woorden in staan: \\\"tuinhek\\\""), "{sheet}");
        // What was left out may have happened in the same weeks: nothing is said of those.
        assert!(
            sheet.contains("Van wat voor dit document gekozen is: geen incidenten in de laatste vier weken"),
            "{sheet}"
        );
        assert!(sheet.contains("weken is er niets wat voor dit document gekozen is."), "{sheet}");
        assert!(!sheet.contains("weken is niets vastgelegd"), "{sheet}");
    }
}
