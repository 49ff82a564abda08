//! The words of the command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};
use houvast_guidance::{CaseStep, Lang, RiskLevel};

// The first line stands in the list of all manual pages (`apropos`), where everybody reads it.
/// The logbook of Houvast, from a terminal.
#[derive(Parser)]
#[command(name = "houvast", version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Args)]
pub(crate) struct Common {
    /// The logbook; without it, the one that the app uses.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) logbook: Option<PathBuf>,
    /// The passphrase is the first line of this file; - reads the first line of standard input.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Unlock with the recovery key instead of the passphrase.
    #[arg(long, global = true)]
    pub(crate) with_recovery_key: bool,
    /// Language of what is printed: nl or en.
    #[arg(long, global = true, value_name = "nl|en")]
    pub(crate) lang: Option<Lang>,
    /// Print data as JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Make a new logbook and print its recovery key, once.
    Create(KeySheet),
    /// Write incidents down.
    Record(Record),
    /// Keep files as evidence with an incident.
    Attach {
        /// The incident's id.
        #[arg(value_name = "ID")]
        incident: String,
        /// The files.
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    /// Put evidence that is in the logbook with an incident, or back in the inbox.
    Move {
        /// The ids of the evidence.
        #[arg(value_name = "EVIDENCE-ID", required = true)]
        evidence: Vec<String>,
        /// The id of the incident that it belongs with from now on.
        #[arg(long, value_name = "ID", required_unless_present = "to_inbox")]
        to: Option<String>,
        /// It belongs with no incident for now.
        #[arg(long, conflicts_with = "to")]
        to_inbox: bool,
    },
    /// The timeline.
    List(List),
    /// One incident with its history and evidence.
    Show {
        /// The incident's id.
        #[arg(value_name = "ID")]
        incident: String,
    },
    /// Correct an incident; the earlier text stays in its history.
    Amend {
        /// The incident's id.
        #[arg(value_name = "ID")]
        incident: String,
        /// A JSON object with the fields that change; - reads standard input.
        #[arg(long, value_name = "FILE|-")]
        input: PathBuf,
        /// Why.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Withdraw an incident or a piece of evidence: hidden, kept, and said so.
    Withdraw {
        /// The id of the incident or of the evidence.
        #[arg(value_name = "ID")]
        id: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Let a withdrawn incident or piece of evidence count again; that it was withdrawn stays in its history.
    BringBack {
        /// The id of the incident or of the evidence.
        #[arg(value_name = "ID")]
        id: String,
        /// Why.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Write evidence back, bit for bit, and check its hash.
    Extract {
        /// The evidence's id.
        #[arg(value_name = "EVIDENCE-ID")]
        evidence: String,
        /// Where to.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Contact persons at the organisations.
    Contact {
        #[command(subcommand)]
        action: ContactAction,
    },
    /// Protective measures.
    Measure {
        #[command(subcommand)]
        action: MeasureAction,
    },
    /// Contact moments: whom one spoke to, what was told and agreed, what happens next.
    Moment {
        #[command(subcommand)]
        action: MomentAction,
    },
    /// What an organisation has not been told yet, as a text to read out.
    New {
        /// Which: police, veilig-thuis, om, 3ro, shn, lawyer, municipality, other, or as it was written down.
        #[arg(long = "for", value_name = "ORGANISATION")]
        organisation: String,
    },
    /// Who the logbook is about, for the report's first page.
    Case {
        /// The victim's name.
        #[arg(long)]
        victim: Option<String>,
        /// The suspect's name.
        #[arg(long)]
        suspect: Option<String>,
        /// The victim's own address: only in what is handed over if that is asked for.
        #[arg(long)]
        address: Option<String>,
        /// Names of children and others at risk: only in what is handed over if that is asked for.
        #[arg(long)]
        children: Option<String>,
    },
    /// Write the PDF timeline.
    Report(Report),
    /// Write the package for the police: the PDF, the originals, the data and the proofs, in one ZIP.
    Package(Package),
    /// Check a package. Needs no logbook and no passphrase.
    Verify(Verify),
    /// Check the whole logbook: every record, every chunk, the log.
    Check {
        /// Also hold it against an anchor that was given earlier; - reads standard input.
        #[arg(long, value_name = "FILE|-")]
        anchor: Option<PathBuf>,
    },
    /// Make an anchor for somebody to keep; without --to, list those that were given.
    Anchor {
        /// To whom it is given.
        #[arg(long, value_name = "NAME")]
        to: Option<String>,
    },
    /// Put notes and files into the locked logbook: without the passphrase, and unreadable until it is opened.
    Put {
        /// A note.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
        /// The files.
        #[arg(value_name = "FILE", required_unless_present = "note")]
        files: Vec<PathBuf>,
    },
    /// What was put in or kept and belongs to no incident yet.
    Inbox,
    /// Erase an incident or a piece of evidence for good; only that something was erased stays.
    Erase {
        /// The id of the incident or of the evidence.
        #[arg(value_name = "ID")]
        id: String,
        /// With an incident: keep its files, in the inbox.
        #[arg(long)]
        keep_files: bool,
        /// Why.
        #[arg(long, default_value = "")]
        reason: String,
        /// Needed: what is erased cannot be brought back.
        #[arg(long)]
        for_good: bool,
    },
    /// Write an encrypted copy of the whole logbook, and read it again.
    Backup {
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Put a backup in the logbook's place. The logbook that is there is kept under another name.
    Restore {
        /// The backup.
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// Do it even if the logbook that is there holds something that the backup lacks.
        #[arg(long)]
        replace: bool,
    },
    /// Help to read: topics, measures, what one may expect. Needs no logbook and no passphrase.
    Guide(Guide),
    /// Set a new passphrase: asked on the terminal, or the next line after the present one.
    Passphrase,
    /// Make a new recovery key; the old one stops working.
    RecoveryKey(KeySheet),
    /// Make a complete fictional case: a logbook, incidents, evidence, the PDF and the package.
    Demo {
        /// The folder to make it in.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

#[derive(Args)]
pub(crate) struct KeySheet {
    /// Also write the recovery key to this PDF, to be printed: a page of numbers that does not say what it is for.
    #[arg(long, value_name = "FILE.pdf")]
    pub(crate) key_sheet: Option<PathBuf>,
    /// Let the page say what it is for.
    #[arg(long, requires = "key_sheet")]
    pub(crate) explain_sheet: bool,
}

#[derive(Args)]
pub(crate) struct Record {
    /// A JSON object or an array of them; - reads standard input.
    #[arg(long, value_name = "FILE|-", conflicts_with_all = ["when", "kind", "place", "what"])]
    pub(crate) input: Option<PathBuf>,
    /// When: a time with its offset, a day, or words such as "gisteren rond 22 uur". Without it: now.
    #[arg(long)]
    pub(crate) when: Option<String>,
    /// What sort of thing: an id such as coming-close or calls. May be given more than once.
    #[arg(long)]
    pub(crate) kind: Vec<String>,
    /// Where.
    #[arg(long = "where", value_name = "WHERE")]
    pub(crate) place: Option<String>,
    /// What happened.
    #[arg(long)]
    pub(crate) what: Option<String>,
}

#[derive(Args)]
pub(crate) struct List {
    /// First day.
    #[arg(long, value_name = "DAY")]
    pub(crate) from: Option<NaiveDate>,
    /// Last day.
    #[arg(long, value_name = "DAY")]
    pub(crate) to: Option<NaiveDate>,
    /// Only this kind. May be given more than once.
    #[arg(long)]
    pub(crate) kind: Vec<String>,
    /// Only entries with a breach, threat, violence, weapon, evidence, or of which nobody was told (untold). May be
    /// given more than once; then all of them hold.
    #[arg(long, value_name = "WHAT")]
    pub(crate) having: Vec<String>,
    /// Only entries with these words.
    #[arg(long, value_name = "TEXT")]
    pub(crate) search: Option<String>,
    /// Withdrawn entries too.
    #[arg(long)]
    pub(crate) withdrawn: bool,
}

/// What goes into what is handed over. Private notes never do.
#[derive(Args)]
#[allow(clippy::struct_excessive_bools)] // Each is a choice of its own.
pub(crate) struct Choice {
    /// First day.
    #[arg(long, value_name = "DAY")]
    pub(crate) from: Option<NaiveDate>,
    /// Last day.
    #[arg(long, value_name = "DAY")]
    pub(crate) to: Option<NaiveDate>,
    /// Only incidents of this kind. May be given more than once.
    #[arg(long)]
    pub(crate) kind: Vec<String>,
    /// Only incidents with a breach, threat, violence, weapon, evidence, or of which nobody was told (untold). May be
    /// given more than once; then all of them hold.
    #[arg(long, value_name = "WHAT")]
    pub(crate) having: Vec<String>,
    /// Only incidents with these words; private notes do not count.
    #[arg(long, value_name = "TEXT")]
    pub(crate) search: Option<String>,
    /// Leave the pictures out of the PDF.
    #[arg(long)]
    pub(crate) no_pictures: bool,
    /// Leave out what it did to the person.
    #[arg(long)]
    pub(crate) no_effects: bool,
    /// Leave out the names of witnesses.
    #[arg(long)]
    pub(crate) no_witnesses: bool,
    /// Leave out places on earth.
    #[arg(long)]
    pub(crate) no_coordinates: bool,
    /// Name the victim's own address.
    #[arg(long)]
    pub(crate) with_address: bool,
    /// Name the children and others at risk.
    #[arg(long)]
    pub(crate) with_children: bool,
    /// Note in the logbook to whom it is given.
    #[arg(long, value_name = "NAME")]
    pub(crate) given_to: Option<String>,
}

#[derive(Args)]
pub(crate) struct Report {
    /// The PDF to write.
    #[arg(long, value_name = "FILE.pdf")]
    pub(crate) out: PathBuf,
    /// Two pages to talk from, instead of everything.
    #[arg(long)]
    pub(crate) consultation: bool,
    #[command(flatten)]
    pub(crate) choice: Choice,
}

#[derive(Args)]
pub(crate) struct Package {
    /// The ZIP to write.
    #[arg(long, value_name = "FILE.zip")]
    pub(crate) out: PathBuf,
    /// Encrypt it: the password is the first line of this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) choice: Choice,
}

#[derive(Args)]
pub(crate) struct Verify {
    /// The ZIP, or the folder that it was unpacked to.
    #[arg(value_name = "FILE.zip|DIR")]
    pub(crate) package: PathBuf,
    /// Also hold it against an anchor that somebody kept; - reads standard input.
    #[arg(long, value_name = "FILE|-")]
    pub(crate) anchor: Option<PathBuf>,
    /// The password is the first line of this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Guide {
    /// The id of a topic or of a measure; without it, the list of topics.
    #[arg(value_name = "TOPIC|MEASURE")]
    pub(crate) topic: Option<String>,
    /// Only what has all these words.
    #[arg(long, value_name = "WORDS", num_args = 1.., conflicts_with_all = ["topic", "expect"])]
    pub(crate) search: Vec<String>,
    /// What one may expect, and can ask for.
    #[arg(long, conflicts_with = "topic")]
    pub(crate) expect: bool,
    /// Of this organisation: police, veilig-thuis, om, 3ro, shn or actieoverleg.
    #[arg(long, value_name = "ID", requires = "expect")]
    pub(crate) organisation: Option<String>,
    /// At this step: start, assessment, plan, investigation or always.
    #[arg(long, requires = "expect")]
    pub(crate) step: Option<CaseStep>,
    /// At this level of risk: high, middle or low. Without it: at any, and it says at which.
    #[arg(long, requires = "expect")]
    pub(crate) level: Option<RiskLevel>,
}

#[derive(Subcommand)]
pub(crate) enum ContactAction {
    /// Add contact persons from a JSON object or array; - reads standard input.
    Add {
        /// Fields: organisation, name, role, phone, email, hours, `case_number`, predecessor, since, until, remark.
        #[arg(long, value_name = "FILE|-")]
        input: PathBuf,
        /// The id of the contact person who is followed by this one.
        #[arg(long, value_name = "ID")]
        after: Option<String>,
    },
    #[command(flatten)]
    Other(CardAction),
}

#[derive(Subcommand)]
pub(crate) enum MeasureAction {
    /// Add measures from a JSON object or array; - reads standard input.
    Add {
        /// Fields: kind, start, end, conditions, `decided_by`, number, documents (ids of evidence).
        #[arg(long, value_name = "FILE|-")]
        input: PathBuf,
    },
    #[command(flatten)]
    Other(CardAction),
}

#[derive(Subcommand)]
pub(crate) enum MomentAction {
    /// Add contact moments from a JSON object or array; - reads standard input.
    Add {
        /// Fields: when, organisation, contact (an id), person, how, told, incidents (ids), agreed, `next_step`, `next_on`,
        /// done.
        #[arg(long, value_name = "FILE|-")]
        input: PathBuf,
    },
    #[command(flatten)]
    Other(CardAction),
}

/// What can be done with a contact person, a measure and a contact moment alike.
#[derive(Subcommand)]
pub(crate) enum CardAction {
    /// Change one: the whole of it as a JSON object; what it said before is kept.
    Change {
        /// Which.
        id: String,
        /// The same fields as for `add`.
        #[arg(long, value_name = "FILE|-")]
        input: PathBuf,
    },
    /// Hide one that was added by mistake; it is kept.
    Withdraw {
        /// Which.
        id: String,
        /// Why.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// List them.
    List,
}
