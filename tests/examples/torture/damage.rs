//! A logbook's file damaged in every way: what is wrong is found and named, what is left is true, nothing crashes.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Instant;

use houvast_logbook::{Book, KdfCost};
use rusqlite::Connection;

use crate::chance::Chance;
use crate::operation::{File, Operation, Way};
use crate::rows::{self, Must};
use crate::state::State;
use crate::{keep_on_failure, lanes, worker};

const PAGE: usize = 16_384;
/// Bytes of a page of which one is flipped in the short form.
const STRETCH: usize = PAGE / 160;
const PASSPHRASE: &str = "een nieuwe zin";
const OTHER_PASSPHRASE: &str = "wrong-passphrase";

/// The logbook that is damaged, and its relatives.
struct Victim {
    folder: tempfile::TempDir,
    way: Way,
    state: State,
    /// The same logbook written on differently from an earlier copy.
    sibling: State,
}

/// How a damaged logbook answers.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    /// It does not open, and the code says that it is damaged.
    Refused(&'static str),
    /// It opens, the check names the damage, and what it shows is true.
    Named,
    /// It shows everything, and finds nothing wrong: the damage hit nothing that anybody wrote.
    Whole,
    /// Nothing is found, and a draft is missing or older; all else is there.
    DraftLost,
    /// Nothing is found, and something else is missing.
    Silent,
}

pub(crate) fn run(seed: u64, long: bool) -> Result<(), String> {
    let victim = Victim::make();
    let mut chance = Chance::new(seed);
    let size = usize::try_from(fs::metadata(victim.file("whole.db")).unwrap().len()).unwrap();
    let done = flips(&victim, &mut chance, size, long)
        .and_then(|()| cuts(&victim, &mut chance, size, long))
        .and_then(|()| rows(&victim));
    done.map_err(|why| keep_on_failure(victim.folder, &why))
}

impl Victim {
    fn make() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let whole = folder.path().join("whole.db");
        let ports = houvast_vault::system::ports();
        let (book, key) = Book::create(&whole, "een oude zin", KdfCost::FLOOR, ports).unwrap();
        let way = Way::RecoveryKey(key.to_string());
        let mut book = Some(std::cell::RefCell::new(book));
        let mut act = |operation| worker::act(&mut book, &whole, operation).unwrap();
        let record = |what: &str| Operation::Record { what: what.to_owned() };
        let draft = |text: &str| Operation::SetDraft { form: "nieuw".into(), text: Some(text.to_owned()) };
        act(record("een"));
        act(record("twee"));
        act(Operation::Keep {
            name: "ruis.bin".into(),
            file: File::Noise { seed: 3, size: 70_000 },
            with: Some("een".into()),
        });
        act(draft("eerder"));
        // Opening anew closes it: an earlier copy, and one that was written on differently.
        act(Operation::Open { way: way.clone() });
        drop(book);
        for name in ["older.db", "sibling.db"] {
            fs::copy(&whole, folder.path().join(name)).unwrap();
        }
        let mut book = None;
        let mut act = |path: &Path, operation| worker::act(&mut book, path, operation).unwrap();
        let other = folder.path().join("sibling.db");
        act(&other, Operation::Open { way: way.clone() });
        act(&other, record("heel anders"));
        act(&other, Operation::Amend { which: "twee".into(), what: "twee, heel anders".into() });
        act(&whole, Operation::Open { way: way.clone() });
        act(&whole, record("drie"));
        act(&whole, Operation::Amend { which: "twee".into(), what: "twee, verbeterd".into() });
        act(&whole, Operation::Keep { name: "foto.bmp".into(), file: File::Picture { colour: [1, 2, 3] }, with: None });
        act(&whole, Operation::GiveAnchor { to: "Els".into() });
        act(&whole, Operation::ChangePassphrase { new: PASSPHRASE.into() });
        act(&whole, draft("later"));
        drop(book);
        let read = |path: &Path| {
            let (state, errors) = State::of(&worker::open(path, &way).unwrap());
            assert!(errors.is_empty());
            state
        };
        let (state, sibling) = (read(&whole), read(&other));
        Self { folder, way, state, sibling }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Does this to a copy and looks at what became of it.
    fn after(&self, name: &str, ways: &[&Way], harm: impl FnOnce(&Path)) -> Result<Vec<Answer>, String> {
        let path = self.file(&format!("{name}.db"));
        fs::copy(self.file("whole.db"), &path).unwrap();
        harm(&path);
        let ask = |way: &&Way| {
            catch_unwind(AssertUnwindSafe(|| self.ask(&path, way))).unwrap_or_else(|_| Err("a crash".to_owned()))
        };
        let answers: Result<Vec<Answer>, String> = ways.iter().map(ask).collect();
        let _ = fs::remove_file(&path);
        answers
    }

    fn ask(&self, path: &Path, way: &Way) -> Result<Answer, String> {
        let book = match worker::open(path, way) {
            Ok(book) => book,
            // True where the passphrase of an older copy is the valid one again; whoever asks judges that.
            Err(error) if error.code() == OTHER_PASSPHRASE => return Ok(Answer::Refused(OTHER_PASSPHRASE)),
            Err(error) => {
                let code = error.code();
                let says = ["damaged", "not-a-logbook", "newer-format"].contains(&code);
                return if says { Ok(Answer::Refused(code)) } else { Err(format!("refused with {code}: {error}")) };
            }
        };
        let problems = match book.check(&mut |_, _| ControlFlow::Continue(())) {
            Ok(problems) => problems,
            Err(error) if error.is_damage() => return Ok(Answer::Refused(error.code())),
            Err(error) => return Err(format!("the check ended with {}: {error}", error.code())),
        };
        let (state, errors) = State::of(&book);
        if let Some(error) = errors.iter().find(|error| !error.is_damage()) {
            return Err(format!("reading ended with {}: {error}", error.code()));
        }
        if !state.is_part_of(&[&self.state, &self.sibling]) {
            return Err(format!("a wrong answer: {state:#?}"));
        }
        match (problems.is_empty(), errors.is_empty()) {
            (false, _) => Ok(Answer::Named),
            (true, false) => Err(format!("the check found nothing, and then {errors:?}")),
            (true, true) if state == self.state => Ok(Answer::Whole),
            (true, true) if (State { drafts: self.state.drafts.clone(), ..state }) == self.state => {
                Ok(Answer::DraftLost)
            }
            (true, true) => Ok(Answer::Silent),
        }
    }
}

/// Every byte with one of its bits turned, or some bytes of every page.
fn flips(victim: &Victim, chance: &mut Chance, size: usize, long: bool) -> Result<(), String> {
    let begin = Instant::now();
    let bits: Vec<(usize, u8)> = if long {
        (0..size).map(|at| (at, 1 << chance.below(8))).collect()
    } else {
        let some = (0..size).step_by(STRETCH);
        some.map(|first| ((first + chance.below(STRETCH)).min(size - 1), 1 << chance.below(8))).collect()
    };
    let answers = lanes::all(&bits, |(at, bit)| {
        let flipped = victim.after(&format!("flip{at}"), &[&victim.way], |path| {
            let byte = fs::read(path).unwrap()[*at];
            put(path, *at, &[byte ^ bit]);
        });
        match flipped {
            Ok(answers) if answers.contains(&Answer::Silent) => {
                Err(format!("bit {bit:#04x} of byte {at}: nothing was named"))
            }
            Ok(answers) => Ok(answers),
            Err(why) => Err(format!("bit {bit:#04x} of byte {at}: {why}")),
        }
    })?;
    tell(&format!("{} of {size} bytes flipped", bits.len()), answers, begin);
    Ok(())
}

/// Cut off at the border of every page, just before and after it, and somewhere inside.
fn cuts(victim: &Victim, chance: &mut Chance, size: usize, long: bool) -> Result<(), String> {
    let begin = Instant::now();
    let inside = if long { 60 } else { 1 };
    let lengths: Vec<usize> = (0..size / PAGE)
        .flat_map(|page| {
            let page = page * PAGE;
            let mut lengths = vec![page, page + 1, (page + PAGE) - 1];
            lengths.extend((0..inside).map(|_| page + chance.below(PAGE)));
            lengths
        })
        .collect();
    let answers = lanes::all(&lengths, |length| {
        let cut = victim.after(&format!("cut{length}"), &[&victim.way], |path| {
            fs::OpenOptions::new().write(true).open(path).unwrap().set_len(*length as u64).unwrap();
        });
        match cut {
            Ok(answers)
                if answers.iter().all(|answer| match answer {
                    Answer::Named | Answer::Refused(_) => true,
                    // What was cut off the last page had not been written to.
                    Answer::Whole => length % PAGE != 0 && length + PAGE > size,
                    _ => false,
                }) =>
            {
                Ok(answers)
            }
            Ok(answers) => Err(format!("cut to {length} bytes: {answers:?}")),
            Err(why) => Err(format!("cut to {length} bytes: {why}")),
        }
    })?;
    tell(&format!("cut off at {} places", lengths.len()), answers, begin);
    Ok(())
}

/// Rows that somebody moved about with the database's own tools.
fn rows(victim: &Victim) -> Result<(), String> {
    let begin = Instant::now();
    let harms: Vec<(usize, (String, Must))> = rows::harms(&victim.file("whole.db")).into_iter().enumerate().collect();
    let answers = lanes::all(&harms, |(n, (sql, must))| {
        let by_both = [&victim.way, &Way::Passphrase(PASSPHRASE.to_owned())];
        let ways = if sql.contains("header") || sql.contains("slot") { &by_both[..] } else { &by_both[..1] };
        let answers = victim.after(&format!("rows{n}"), ways, |path| {
            let raw = Connection::open(path).unwrap();
            for other in ["older", "sibling"] {
                let file = victim.file(&format!("{other}.db"));
                raw.execute(&format!("ATTACH ?1 AS {other}"), [file.to_str()]).unwrap();
            }
            raw.execute_batch(sql).unwrap();
        });
        let answers = answers.map_err(|why| format!("{sql}: {why}"))?;
        let fits = |answer: &Answer| match answer {
            Answer::Refused(OTHER_PASSPHRASE) | Answer::Whole => *must != Must::Name,
            Answer::Named | Answer::Refused(_) => true,
            Answer::DraftLost => *must == Must::LoseADraft,
            Answer::Silent => false,
        };
        if answers.iter().all(fits) { Ok(answers) } else { Err(format!("{sql}: {answers:?}, and it must {must:?}")) }
    })?;
    tell(&format!("{} harms to rows", harms.len()), answers, begin);
    Ok(())
}

fn put(path: &Path, at: usize, bytes: &[u8]) {
    let mut file = fs::OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(at as u64)).and_then(|_| file.write_all(bytes)).unwrap();
}

fn tell(what: &str, answers: Vec<Vec<Answer>>, begin: Instant) {
    let mut counts: BTreeMap<Answer, usize> = BTreeMap::new();
    answers.into_iter().flatten().for_each(|answer| *counts.entry(answer).or_default() += 1);
    println!("{what} in {} s: {counts:?}", begin.elapsed().as_secs());
}
