//! The package for the police: the report, the originals and the proofs in one ZIP. docs/package-format.md says what
//! is in it.

use std::io::{self, Seek, Write};
use std::ops::ControlFlow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use houvast_guidance::Lang;
use houvast_guidance::texts::Texts;
use houvast_logbook::model::{EvidenceId, IncidentId};
use houvast_logbook::{Book, Lend};
use houvast_package::{About, Anchor, Original, Proved, ToldInFull, Writer, evidence_name, signed_text};
use houvast_vault::{Disclosed, Moment, hex};

use crate::input::{Input, Options, Piece};
use crate::{Apart, Error, Step, child, gather, timeline_csv, timeline_json};

/// The page that checks a package, made of ui/checker.
const CHECKER: &[u8] = include_bytes!("../../../ui/dist-checker/controleren.html");

/// What became of a package.
#[derive(Debug)]
pub struct Package {
    /// The anchor in it.
    pub anchor: String,
    /// The incidents in it.
    pub incidents: Vec<IncidentId>,
    /// Originals that are in it.
    pub originals: usize,
    /// Evidence that could not be read and is missing from it, by number on paper and name.
    pub missing: Vec<(usize, String)>,
}

/// Writes a package to `out`. The pages are laid out `apart`; `progress` gets the bytes of
/// the originals in [`Step::Packing`], and stops the work by breaking. Evidence that cannot be read is left out and said so; if
/// the log is damaged, there are no proofs in the package, and a check of it says so.
///
/// # Errors
/// When it is stopped, the book is locked meanwhile, the layout fails, or `out` cannot be written.
pub fn package<'a>(
    book: &impl Lend,
    apart: impl Into<Apart<'a>>,
    options: &Options,
    made: &Moment,
    password: Option<&str>,
    out: impl Write + Seek,
    progress: &mut dyn FnMut(Step, u64, u64) -> ControlFlow<()>,
) -> Result<Package, Error> {
    let (input, log) = facts(book, options, made)?;
    let pdf = child::render(apart, &input, progress)?;
    let about = About {
        made: input.made,
        generator: input.generator.clone(),
        language: options.language.tag().to_owned(),
        verifier_key: log.verifier_key.clone(),
    };
    let json = timeline_json(&input);
    let mut writer = Writer::new(out, about, password);
    writer.add("controleren.html", CHECKER)?;
    writer.add("timeline.pdf", &pdf)?;
    drop(pdf);
    writer.add("timeline.json", &json)?;
    writer.add("timeline.csv", &timeline_csv(&input))?;
    let missing = originals(book, &input, &mut writer, progress)?;
    let gone: Vec<&EvidenceId> = missing.iter().map(|piece| &piece.id).collect();
    for (name, lang) in [("LEESMIJ.txt", Lang::Nl), ("README.txt", Lang::En)] {
        writer.add(name, read_me(&input, lang, &missing).as_bytes())?;
    }
    let told = ToldInFull::of(&json);
    for record in &log.records {
        let may_be_read = match &record.of {
            Of::Incident(_) => told.as_ref().is_some_and(|told| told.step(&record.disclosed)),
            Of::Evidence(piece) => !gone.contains(&piece) && (options.coordinates || !has_place(&record.disclosed)),
        };
        proof(&mut writer, record, may_be_read)?;
    }
    writer.add("checkpoint.txt", log.anchor.as_bytes())?;
    let anchors = log.grown;
    writer.finish(anchors, |manifest| {
        let origin = log.anchor.lines().next().unwrap_or_default();
        let text = signed_text(origin, manifest);
        book.lend(|book| book.sign_note(&text)).ok_or(Error::Locked)?.map_err(Error::from)
    })?;
    let incidents = input.incidents.iter().map(|told| told.id.clone()).collect();
    let originals = pieces(&input).count() - missing.len();
    let missing = missing.into_iter().map(|piece| (piece.number, piece.name.clone())).collect();
    Ok(Package { anchor: log.anchor, incidents, originals, missing })
}

/// What goes in, and the log of the same moment: the fingerprint on the pages is that of the checkpoint. What is written
/// down in between makes it begin again, at most some times; a camera may be putting pictures in all the while.
fn facts(book: &impl Lend, options: &Options, made: &Moment) -> Result<(Input, Log), Error> {
    for _ in 0..8 {
        let input = gather(book, options, made)?;
        let log = book.lend(|book| (book.head().size == input.log_size).then(|| log_of(book, &input)));
        if let Some(log) = log.ok_or(Error::Locked)? {
            return Ok((input, log));
        }
    }
    Err(Error::Busy)
}

/// What the log says of what is handed over.
struct Log {
    verifier_key: String,
    anchor: String,
    records: Vec<Shown>,
    grown: Vec<Anchor>,
}

/// A record and its proof.
struct Shown {
    of: Of,
    body: zeroize::Zeroizing<Vec<u8>>,
    disclosed: Disclosed,
    proof: String,
}

/// What a record says something of.
enum Of {
    Incident(IncidentId),
    Evidence(EvidenceId),
}

fn log_of(book: &Book, input: &Input) -> Log {
    let mut wanted: Vec<(u64, Of)> = Vec::new();
    for told in &input.incidents {
        wanted.extend(told.history.iter().map(|step| (step.seq, Of::Incident(told.id.clone()))));
        wanted.extend(told.evidence.iter().map(|piece| (piece.seq, Of::Evidence(piece.id.clone()))));
    }
    wanted.sort_by_key(|(seq, _)| *seq);
    let seqs: Vec<u64> = wanted.iter().map(|(seq, _)| *seq).collect();
    // A damaged log proves nothing; the timeline is handed over all the same.
    let disclosed = book.disclose(&seqs).unwrap_or_default();
    let records = wanted
        .into_iter()
        .zip(disclosed)
        .filter_map(|((_, of), (body, proof))| Some(Shown { of, disclosed: Disclosed::read(&body)?, body, proof }))
        .collect();
    let grown = book.grown_from_anchors().unwrap_or_default();
    let grown = grown
        .into_iter()
        .map(|anchor| Anchor {
            size: anchor.size,
            root: STANDARD.encode(anchor.root),
            consistency: anchor.path.iter().map(|hash| STANDARD.encode(hash)).collect(),
        })
        .collect();
    Log { verifier_key: book.verifier_key(), anchor: book.anchor(), records, grown }
}

fn pieces(input: &Input) -> impl Iterator<Item = &Piece> {
    input.incidents.iter().flat_map(|told| &told.evidence)
}

/// Puts the originals in, and answers with those that could not be read.
fn originals<'a, W: Write + Seek>(
    book: &impl Lend,
    input: &'a Input,
    writer: &mut Writer<'_, W>,
    progress: &mut dyn FnMut(Step, u64, u64) -> ControlFlow<()>,
) -> Result<Vec<&'a Piece>, Error> {
    let total = pieces(input).map(|piece| piece.size).sum();
    let (mut done, mut missing) = (0, Vec::new());
    for piece in pieces(input) {
        let name = evidence_name(piece.number, &piece.name);
        let reader = book.lend(|open| open.reader(&piece.id, book)).ok_or(Error::Locked)?;
        let mut stopped = false;
        let whole = match reader {
            Err(_) => Ok(false),
            Ok(mut reader) => writer.add_stream(&name, &mut reader, piece.size, &piece.sha256, &mut |count| {
                done += count;
                stopped = progress(Step::Packing, done, total).is_break();
                if stopped { Err(io::ErrorKind::Interrupted.into()) } else { Ok(()) }
            }),
        };
        if stopped {
            return Err(Error::Cancelled);
        }
        let whole = whole?;
        // A book that was locked in between cannot be read either; that is no missing file.
        if !whole && book.lend(|_| ()).is_none() {
            return Err(Error::Locked);
        }
        if !whole {
            missing.push(piece);
        }
        let file = whole.then_some(name);
        writer.original(Original { id: piece.id.to_string(), number: piece.number, file });
    }
    Ok(missing)
}

fn proof<W: Write + Seek>(writer: &mut Writer<'_, W>, record: &Shown, may_be_read: bool) -> Result<(), Error> {
    let seq = record.disclosed.seq;
    let name = format!("proofs/{seq:06}.tlog-proof");
    writer.add(&name, record.proof.as_bytes())?;
    let body = may_be_read.then(|| format!("records/{seq:06}.bin"));
    if let Some(body) = &body {
        writer.add(body, &record.body)?;
    }
    let leaf = hex(&record.disclosed.leaf);
    let (incident, evidence) = match &record.of {
        Of::Incident(id) => (Some(id.to_string()), None),
        Of::Evidence(id) => (None, Some(id.to_string())),
    };
    writer.proved(Proved { seq, leaf, proof: name, body, incident, evidence });
    Ok(())
}

/// Does the record of a piece of evidence say where on earth it was made?
fn has_place(record: &Disclosed) -> bool {
    serde_json::from_slice::<serde_json::Value>(&record.payload)
        .map_or(true, |change| !change["evidence"]["claims"]["latitude"].is_null())
}

/// What this is and how to check it, with the line ends that every editor knows.
fn read_me(input: &Input, lang: Lang, missing: &[&Piece]) -> String {
    let texts = Texts::new(lang);
    let t = |id: &str| texts.get(&format!("package-readme-{id}"));
    let made = texts.date_time(&input.made);
    let files = pieces(input).count() - missing.len();
    let holds = [("incidents", input.incidents.len().into()), ("files", files.into())];
    let mut parts = vec![
        t("title"),
        texts.format("package-readme-what", &[("made", made.into())]),
        texts.format("package-readme-holds", &holds),
        t("care"),
        t("start"),
        t("pdf"),
        t("evidence"),
        t("check"),
        t("check-how"),
        t("check-own"),
        t("shows"),
        t("shows-text"),
    ];
    if !missing.is_empty() {
        parts.push(t("missing"));
        parts.extend(missing.iter().map(|piece| {
            let values = [("number", piece.number.to_string().into()), ("name", piece.name.as_str().into())];
            texts.format("package-readme-missing-piece", &values)
        }));
    }
    parts.extend([t("rest"), t("rest-text")]);
    let lines: Vec<String> = parts.iter().map(|part| wrapped(part)).collect();
    format!("\u{feff}{}\r\n", lines.join("\r\n\r\n"))
}

/// Lines of at most 78 characters: editors of old do not wrap.
fn wrapped(text: &str) -> String {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > 78 {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines.join("\r\n")
}
