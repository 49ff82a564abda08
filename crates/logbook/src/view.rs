//! What the book shows: plain data for the interface, the command line and the report. It holds no keys.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{
    Arrival, Claims, Contact, ContactId, ContactMoment, EvidenceId, Family, Incident, IncidentId, Kind, Measure,
    MeasureId, MomentId, Note, PutIn, When,
};

/// A change's place in the log and the device's clock when it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Recorded {
    /// RFC 3339 with the device's offset.
    pub at: String,
    /// The device's zone, such as `Europe/Amsterdam`; empty if it told none.
    pub zone: String,
    /// Place in the log.
    #[ts(type = "number")]
    pub seq: u64,
}

/// An incident with all that belongs to it. As JSON the incident's own fields stand beside these.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct IncidentView {
    /// Its id.
    pub id: IncidentId,
    /// When it was first written down (RFC 3339).
    pub recorded: String,
    /// The incident as it reads now.
    #[serde(flatten)]
    pub incident: Incident,
    /// Whole days between the incident and its being written down, if at least one.
    #[ts(type = "number | null")]
    pub days_later: Option<i64>,
    /// The reason, if it was withdrawn.
    pub withdrawn: Option<String>,
    /// Everything that was ever said, oldest first.
    pub history: Vec<Version>,
    /// Evidence, in the order in which it came in.
    pub evidence: Vec<EvidenceView>,
}

/// One step in an incident's history.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Version {
    /// What was done.
    pub step: Step,
    /// When and where in the log.
    pub recorded: Recorded,
    /// Why, if the person said so.
    pub reason: String,
    /// The text as it read from then on; `None` where the text did not change.
    pub incident: Option<Incident>,
}

/// What was done to an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Written down.
    Recorded,
    /// Corrected.
    Amended,
    /// Withdrawn.
    Withdrawn,
    /// Counts again.
    Restored,
    /// The private note was changed, and nothing else.
    Noted,
}

/// An incident with what stands beside it, but without its history.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct IncidentSummary {
    /// Its id.
    pub id: IncidentId,
    /// When it was first written down (RFC 3339).
    pub recorded: String,
    /// The incident as it reads now.
    #[serde(flatten)]
    pub incident: Incident,
    /// Was it corrected?
    pub amended: bool,
    /// Was it withdrawn?
    pub withdrawn: bool,
    /// Whole days between the incident and its being written down, if at least one.
    #[ts(type = "number | null")]
    pub days_later: Option<i64>,
    /// Evidence, in the order in which it came in.
    pub evidence: Vec<EvidenceView>,
}

/// An incident that belongs with another one.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Linked {
    /// Its id.
    pub id: IncidentId,
    /// Why they belong together, as either of them says.
    pub reason: String,
    /// When it happened.
    pub when: When,
    /// What sort of thing it was.
    pub kind: Vec<Kind>,
    /// What happened.
    pub what: String,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct EvidenceView {
    /// Its id.
    pub id: EvidenceId,
    /// The incident that it belongs with.
    pub incident: Option<IncidentId>,
    /// The name that it came with, made safe to show.
    pub name: String,
    /// Its type, read from its bytes. On the command line: `type`.
    #[serde(rename = "type")]
    pub media_type: String,
    /// What sort of file that is.
    #[ts(type = "string")]
    pub family: Family,
    /// Length in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// SHA-256 of the original, in lower-case hexadecimal digits.
    pub sha256: String,
    /// When it came in.
    pub recorded: Recorded,
    /// How it came in.
    pub arrival: Arrival,
    /// When it was put in while the logbook was locked.
    pub put_in: Option<PutIn>,
    /// Width and height of its small picture, if it has one.
    pub thumbnail: Option<(u32, u32)>,
    /// Width and height as shown.
    pub dimensions: Option<(u32, u32)>,
    /// What the file says of itself; not verified.
    #[ts(type = "Record<string, unknown>")]
    pub claims: Claims,
    /// What was found odd while looking at it.
    #[ts(type = "unknown[]")]
    pub notes: Vec<Note>,
    /// What it shows.
    pub caption: String,
    /// What is said or written in it.
    pub transcript: String,
    /// The reason, if it was withdrawn.
    pub withdrawn: Option<String>,
    /// Each time that it was withdrawn or brought back, oldest first.
    pub history: Vec<PieceStep>,
}

/// One step in the history of a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct PieceStep {
    /// What was done: withdrawn, or restored.
    pub step: Step,
    /// When and where in the log.
    pub recorded: Recorded,
    /// Why, if the person said so.
    pub reason: String,
}

/// All evidence.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Gallery {
    /// The pieces, withdrawn ones too, the newest first.
    pub pieces: Vec<EvidenceView>,
    /// The incidents that they belong with.
    pub incidents: BTreeMap<IncidentId, IncidentLine>,
    /// Those of them that are documents of a measure.
    pub documents: Vec<EvidenceId>,
}

/// An incident in one line: enough to tell it from another.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct IncidentLine {
    /// When it was.
    pub when: When,
    /// What sort of thing happened.
    pub kind: Vec<Kind>,
    /// The beginning of what happened, or of the exact words if nothing else was written.
    pub what: String,
    /// Was it withdrawn?
    pub withdrawn: bool,
}

/// An incident to choose from others.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct FoundIncident {
    /// Its id.
    pub id: IncidentId,
    /// What tells it from another.
    #[serde(flatten)]
    pub line: IncidentLine,
}

/// How something read before it was changed.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Earlier<T> {
    /// When it was written down like this (RFC 3339).
    pub recorded: String,
    /// How it read.
    pub was: T,
}

/// A contact person with its id.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct ContactView {
    /// Its id.
    pub id: ContactId,
    /// When it was last changed (RFC 3339).
    pub recorded: String,
    /// Is this still the contact person?
    pub stands: bool,
    /// How it read before, oldest first.
    pub history: Vec<Earlier<Contact>>,
    /// The contact.
    #[serde(flatten)]
    pub contact: Contact,
}

/// A measure with its id.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct MeasureView {
    /// Its id.
    pub id: MeasureId,
    /// When it was last changed (RFC 3339).
    pub recorded: String,
    /// Is it in force today?
    pub in_force: bool,
    /// Days until its last one, 0 on that day; if it is in force and has an end.
    #[ts(type = "number | null")]
    pub ends_in: Option<i64>,
    /// Incidents that broke it, as the person confirmed.
    pub broken: usize,
    /// Its documents, as far as they are still there.
    pub files: Vec<EvidenceView>,
    /// How it read before, oldest first.
    pub history: Vec<Earlier<Measure>>,
    /// The measure.
    #[serde(flatten)]
    pub measure: Measure,
}

/// A contact moment with its id.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct MomentView {
    /// Its id.
    pub id: MomentId,
    /// When it was last changed (RFC 3339).
    pub recorded: String,
    /// How it read before, oldest first.
    pub history: Vec<Earlier<ContactMoment>>,
    /// The contact moment.
    #[serde(flatten)]
    pub moment: ContactMoment,
}

/// What an organisation has not been told yet.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct News {
    /// The organisation.
    pub organisation: String,
    /// When the last contact moment with it was.
    pub last: Option<When>,
    /// Incidents that it was not told, in order of time.
    pub incidents: Vec<IncidentSummary>,
    /// Incidents that it was told, and that were corrected after that.
    pub changed: Vec<IncidentSummary>,
}

/// An anchor that was given to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct AnchorView {
    /// To whom.
    pub to: String,
    /// When (RFC 3339).
    pub recorded: String,
    /// Word for word.
    pub anchor: String,
}

/// A report or a package that was given to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct GivenView {
    /// To whom.
    pub to: String,
    /// When (RFC 3339).
    pub recorded: String,
    /// The incidents that were in it.
    pub incidents: Vec<IncidentId>,
}

/// Something that was erased for good: all that is left of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct ErasedView {
    /// Was it a file by itself?
    pub file: bool,
    /// Files that went with it.
    pub files: usize,
    /// When (RFC 3339).
    pub recorded: String,
    /// Why, if the person said so.
    pub reason: String,
}

/// When the last backup was made, and what came since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct BackupView {
    /// When (RFC 3339), if there was one.
    pub last: Option<String>,
    /// Changes written down since.
    #[ts(type = "number")]
    pub added: u64,
    /// Is it time for a new one?
    pub due: bool,
}

/// What a logbook holds that a backup of it lacks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, ts_rs::TS)]
pub struct Missing {
    /// Incidents that were written down or changed after the backup.
    pub incidents: Vec<IncidentSummary>,
    /// Files that came in after it.
    pub evidence: Vec<EvidenceView>,
    /// Changes of every sort after it, those above included.
    #[ts(type = "number")]
    pub changes: u64,
}

/// Who the logbook is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub struct Case {
    /// The victim's name.
    pub victim: String,
    /// The suspect's name.
    pub suspect: String,
    /// The victim's own address. A report has it only if that was chosen.
    #[ts(optional, as = "Option<_>")]
    pub address: String,
    /// Children and others at risk, by name. A report has them only if that was chosen.
    #[ts(optional, as = "Option<_>")]
    pub children: String,
}

/// Which incidents to show. Everything left out means: all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    /// First day.
    pub from: Option<chrono::NaiveDate>,
    /// Last day.
    pub to: Option<chrono::NaiveDate>,
    /// One of these kinds.
    pub kinds: Vec<Kind>,
    /// All of these hold.
    #[ts(optional, as = "Option<_>")]
    pub having: Vec<Having>,
    /// Words that all occur somewhere; case and accents do not matter.
    pub search: String,
    /// Withdrawn ones too.
    pub withdrawn: bool,
    /// The words are not looked for in private notes, for somebody looks along or it is for a report: that an incident is
    /// found would say that the word stands there.
    #[ts(optional, as = "Option<_>")]
    pub without_notes: bool,
}

/// What may hold of an incident besides its kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Having {
    /// It broke a measure.
    Breach,
    /// There is evidence with it.
    Evidence,
    /// There was a threat.
    Threat,
    /// There was violence.
    Violence,
    /// There was a weapon.
    Weapon,
    /// Nobody was told of it: it is in no contact moment, in nothing that was given, and in no report of its own.
    Untold,
}

impl Having {
    /// All, in the order in which the app shows them.
    pub const ALL: [Self; 6] = [Self::Breach, Self::Threat, Self::Violence, Self::Weapon, Self::Evidence, Self::Untold];

    /// The id as it stands in JSON and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Breach => "breach",
            Self::Evidence => "evidence",
            Self::Threat => "threat",
            Self::Violence => "violence",
            Self::Weapon => "weapon",
            Self::Untold => "untold",
        }
    }

    /// What has this id.
    pub fn known(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|having| having.id() == id)
    }
}

/// The timeline as the interface shows it: the newest first, and how many there would be with another choice.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
pub struct Timeline {
    /// Which state of the logbook this is. It changes with everything that is written down.
    #[ts(type = "number")]
    pub revision: u64,
    /// Every incident, withdrawn ones too, the newest first, or the beginning of that if no more was asked for; `None` if
    /// whoever asked has them of this revision.
    pub lines: Option<Vec<TimelineEntry>>,
    /// Those that the filter lets through, as places in `lines`.
    pub shown: Vec<usize>,
    /// How many it leaves out only because they were withdrawn.
    pub hidden: usize,
    /// Where the words stand that were found beyond what a line shows: place and fields.
    pub elsewhere: Vec<(usize, Vec<Field>)>,
    /// How many of each kind there are with everything else that the filter says.
    pub kinds: Vec<(Kind, usize)>,
    /// How many of those that the filter lets through have this too.
    pub having: Vec<(Having, usize)>,
}

/// An incident as a line of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, ts_rs::TS)]
#[allow(clippy::struct_excessive_bools)] // Each is a mark of its own on the line.
pub struct TimelineEntry {
    /// Its id.
    pub id: IncidentId,
    /// When it happened.
    pub when: When,
    /// The day on which it began, where it happened.
    pub day: chrono::NaiveDate,
    /// Its kinds.
    pub kind: Vec<Kind>,
    /// How many times, if that was said.
    pub times: Option<u32>,
    /// The beginning of what happened, or of the exact words if nothing else was written.
    pub text: String,
    /// Are these the exact words?
    pub quoted: bool,
    /// Does the text go on?
    pub cut: bool,
    /// Did it break a measure?
    pub breach: bool,
    /// Was it withdrawn?
    pub withdrawn: bool,
    /// Pieces of evidence.
    pub pieces: usize,
    /// The first of them that have a small picture.
    pub pictures: Vec<EvidenceId>,
}

/// A part of an incident in which words can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// What happened.
    What,
    /// Words said or written.
    ExactWords,
    /// Where.
    Where,
    /// Who did it.
    Who,
    /// Number, account, address.
    Channel,
    /// What the person did.
    Reaction,
    /// What it did to the person.
    Effect,
    /// Only for oneself.
    PrivateNote,
    /// Who saw it.
    Witness,
    /// To whom it was reported.
    Reported,
    /// Why it belongs with another.
    Links,
    /// Evidence: name, caption, transcript.
    Evidence,
}
