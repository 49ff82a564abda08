//! Every write, sync, rename, … failing once in turn, and disks that stay bad: what was acknowledged is there, what
//! went wrong was said in our own words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::chance::Chance;
use crate::child::Worker;
use crate::operation::{File, Operation, Said};
use crate::shim::{self, Call, ERRORS, Fault, Shim};
use crate::world::{World, hold, possible};
use crate::{keep_on_failure, lanes, worker};

/// What a worker does, and on what.
struct Scene {
    name: &'static str,
    /// The files that it finds; none, and it makes the logbook itself.
    folder: Option<PathBuf>,
    /// What was promised of them.
    before: Vec<World>,
    script: Vec<Operation>,
    /// Runs of each sort in the short form.
    some: usize,
}

/// What is told in the end.
#[derive(Default)]
struct Tally {
    runs: usize,
    codes: BTreeMap<String, usize>,
    /// Operations that were said to have failed, and were found done.
    done_all_the_same: usize,
    /// Runs in which the fault was noticed by nobody, because it did no harm.
    unnoticed: usize,
}

/// Runs every scene with every fault, or with some.
pub(crate) fn run(seed: u64, long: bool) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    let shim = Shim::compile(folder.path())?;
    let mut chance = Chance::new(seed);
    let prepared = prepare(folder.path());
    let mut scenes = scenes(&prepared, &folder.path().join("prepared"));
    let crashed = crashed(&shim, &scenes[1], folder.path())?;
    scenes.extend(crashed);
    let mut kinds = BTreeSet::new();
    for scene in &scenes {
        let begin = Instant::now();
        let (said, calls) = attempt(&shim, scene, Fault::None)?;
        if let Some(Said::Failed(_, code)) = said.iter().find(|said| matches!(said, Said::Failed(..))) {
            return Err(format!("{}: {code} without any fault", scene.name));
        }
        let faults = faults(&calls, &mut chance, if long { usize::MAX } else { scene.some });
        let tallies = lanes::all(&faults, |fault| {
            one_fault(&shim, scene, *fault).map_err(|why| format!("{}, {fault:?}: {why}", scene.name))
        })?;
        tell(scene, &calls, tallies, begin);
        kinds.extend(calls.into_iter().map(|call| call.kind));
    }
    // Else the shim would have missed them, and all this would say nothing.
    let all = ["create", "remove", "rename", "sync", "truncate", "write"];
    if kinds.iter().eq(all) { Ok(()) } else { Err(format!("of all kinds of calls only {kinds:?} were seen")) }
}

fn tell(scene: &Scene, calls: &[Call], tallies: Vec<Tally>, begin: Instant) {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    calls.iter().for_each(|call| *kinds.entry(&call.kind).or_default() += 1);
    let mut all = Tally::default();
    for tally in tallies {
        all.runs += tally.runs;
        all.done_all_the_same += tally.done_all_the_same;
        all.unnoticed += tally.unnoticed;
        tally.codes.into_iter().for_each(|(code, count)| *all.codes.entry(code).or_default() += count);
    }
    println!("{}: {} calls {kinds:?}; {} faults in {} s", scene.name, calls.len(), all.runs, begin.elapsed().as_secs());
    println!(
        "    said {:?}; {} did no harm; {} failed and were found done",
        all.codes, all.unnoticed, all.done_all_the_same
    );
}

/// All faults there are for a run of so many calls, or some of each sort.
fn faults(calls: &[Call], chance: &mut Chance, some: usize) -> Vec<Fault> {
    let every: Vec<usize> = (1..=calls.len()).collect();
    let writes: Vec<usize> = every.iter().copied().filter(|n| calls[n - 1].kind == "write").collect();
    let mut faults = Vec::new();
    for error in ERRORS {
        faults.extend(spread(&every, some, chance).into_iter().map(|n| Fault::Once(error, n)));
        faults.extend(spread(&every, some / 4, chance).into_iter().map(|n| Fault::From(error, n)));
    }
    faults.extend(spread(&writes, some / 4, chance).into_iter().map(Fault::Short));
    // From a disk that is full at once to one that has room enough.
    let rooms: Vec<usize> = (0..60).map(|n| n * 16 * 1024).collect();
    faults.extend(spread(&rooms, some / 4, chance).into_iter().map(Fault::Room));
    faults
}

/// So many of them, one from every stretch.
fn spread(from: &[usize], some: usize, chance: &mut Chance) -> Vec<usize> {
    if from.len() <= some {
        return from.to_vec();
    }
    (0..some)
        .map(|n| {
            let (first, end) = (n * from.len() / some, (n + 1) * from.len() / some);
            from[first + chance.below(end - first)]
        })
        .collect()
}

/// A worker runs a scene in a copy of its folder; what it said, and which calls it made. Then the copy goes to `look`.
fn in_copy<T>(
    shim: &Shim,
    scene: &Scene,
    fault: Fault,
    look: impl FnOnce(&Path, Vec<Said>, Vec<Call>) -> Result<T, String>,
) -> Result<T, String> {
    let outer = tempfile::tempdir().unwrap();
    // Without symbolic links, as the shim compares it.
    let folder = fs::canonicalize(outer.path()).unwrap().join("folder");
    fs::create_dir(&folder).unwrap();
    if let Some(prepared) = &scene.folder {
        copy(prepared, &folder);
    }
    let told = outer.path().join("told");
    let path = folder.join("a.db");
    let worker = Worker::start(&path, &scene.script, |command| shim.around(command, &folder, &told, fault));
    worker.finish().and_then(|said| look(&path, said, shim::calls(&told))).map_err(|why| keep_on_failure(outer, &why))
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

fn attempt(shim: &Shim, scene: &Scene, fault: Fault) -> Result<(Vec<Said>, Vec<Call>), String> {
    in_copy(shim, scene, fault, |_, said, calls| Ok((said, calls)))
}

fn one_fault(shim: &Shim, scene: &Scene, fault: Fault) -> Result<Tally, String> {
    in_copy(shim, scene, fault, |path, said, _| {
        let failed: Vec<(&'static str, &str)> = said
            .iter()
            .filter_map(|said| match said {
                Said::Failed(n, code) => Some((scene.script[*n].kind(), code.as_str())),
                _ => None,
            })
            .collect();
        let known: &[&str] = match fault {
            Fault::Room(_) => &["full-disk", worker::NO_BOOK],
            // Where nothing can be removed any more, what was made half stays.
            Fault::From(..) => &["full-disk", "io", "denied", "already-exists", worker::NO_BOOK],
            _ => &["full-disk", "io", "denied", worker::NO_BOOK],
        };
        if let Some((kind, code)) = failed.iter().find(|(_, code)| !known.contains(code)) {
            return Err(format!("{kind} was answered with {code}, of all {failed:?}"));
        }
        if matches!(fault, Fault::Once(..) | Fault::Short(_)) && failed.len() > 1 {
            return Err(format!("one fault, and more than one operation failed: {failed:?}"));
        }
        let worlds: Vec<Vec<World>> =
            scene.before.iter().map(|before| possible(before, &scene.script, &said)).collect();
        let changed = scene.script.iter().any(|operation| operation.kind() == "change-passphrase");
        let found = hold(path, worlds.concat(), changed)?;
        if !matches!(fault, Fault::From(..)) {
            nothing_beside(path, &found)?;
        }
        let mut tally = Tally { runs: 1, unnoticed: usize::from(failed.is_empty()), ..Tally::default() };
        failed.iter().for_each(|(_, code)| *tally.codes.entry((*code).to_owned()).or_default() += 1);
        if !found.unasked.is_empty() {
            // A disk that is gone for good cannot be asked. One that failed once can, and a draft is nobody's loss; nor
            // is what was already taken in of several things that were put in.
            let mut harmless = vec!["set-draft", "take-in"];
            if matches!(fault, Fault::From(..) | Fault::Room(_)) {
                // Removing what was put in half takes room for a journal, so its beginning stays, and says so.
                harmless.push("put-in");
            }
            if !found.unasked.iter().all(|kind| harmless.contains(kind)) && !matches!(fault, Fault::From("EIO", _)) {
                return Err(format!("it was said to have failed, and was found done: {failed:?}"));
            }
            tally.done_all_the_same = 1;
        }
        Ok(tally)
    })
}

/// Nothing half was left beside the logbook. A journal is the database's own: it stays if it could not be removed, and
/// the next opening sees by its first bytes that it is over.
fn nothing_beside(path: &Path, world: &World) -> Result<(), String> {
    let names = fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name());
    let known = |name: &str| {
        let name = name.strip_suffix("-journal").unwrap_or(name);
        name == "a.db" || world.beside().contains(name)
    };
    let others: Vec<_> = names.filter(|name| !known(&name.to_string_lossy())).collect();
    if others.is_empty() { Ok(()) } else { Err(format!("{others:?} was left behind")) }
}

const PASSPHRASE: &str = "een zin voor de proef";
const BACKUP: &str = "kopie.db";

/// A logbook with something in it.
fn prepare(folder: &Path) -> World {
    let folder = folder.join("prepared");
    fs::create_dir(&folder).unwrap();
    let script = [
        Operation::Make { passphrase: PASSPHRASE.to_owned() },
        record("vooraf"),
        record("ook vooraf"),
        Operation::Keep {
            name: "vooraf.bin".into(),
            file: File::Noise { seed: 1, size: 90_000 },
            with: Some("vooraf".into()),
        },
        draft(Some("begonnen")),
        Operation::BackUp { name: BACKUP.into() },
        record("na de kopie"),
    ];
    let said = Worker::start(&folder.join("a.db"), &script, |_| {}).finish().unwrap();
    possible(&World::default(), &script, &said).remove(0)
}

fn record(what: &str) -> Operation {
    Operation::Record { what: what.to_owned() }
}

fn draft(text: Option<&str>) -> Operation {
    Operation::SetDraft { form: "nieuw".into(), text: text.map(str::to_owned) }
}

fn scenes(prepared: &World, folder: &Path) -> Vec<Scene> {
    let make = || Operation::Make { passphrase: PASSPHRASE.to_owned() };
    let open = || Operation::Open { way: prepared.way() };
    let scene = |name, script, some| Scene {
        name,
        folder: Some(folder.to_owned()),
        before: vec![prepared.clone()],
        script,
        some,
    };
    vec![
        Scene {
            name: "making",
            folder: None,
            before: vec![World::default()],
            // Whoever is told that it failed tries again.
            script: vec![make(), make(), record("eerst"), record("toen")],
            some: 12,
        },
        scene("writing", writing(open()), 32),
        scene(
            "ways in",
            vec![
                open(),
                Operation::ChangePassphrase { new: "een nieuwe zin".into() },
                record("met de nieuwe zin"),
                Operation::ReplaceRecoveryKey,
                record("met de nieuwe sleutel"),
            ],
            8,
        ),
        scene("erasing, putting in", erasing(open()), 12),
        scene(
            "backing up, putting back",
            vec![
                open(),
                open(),
                Operation::BackUp { name: "nog-een.db".into() },
                record("na nog een kopie"),
                Operation::PutBack { name: BACKUP.into(), way: prepared.way() },
                open(),
                open(),
                record("in de oude"),
            ],
            24,
        ),
    ]
}

/// What is put in while locked is taken in twice: the first time may fail.
fn erasing(open: Operation) -> Vec<Operation> {
    let put_in = |name: &str, file| Operation::PutIn { name: name.into(), file };
    let erase = |which: &str, files| Operation::EraseEntry { which: which.into(), files, reason: "weg".into() };
    vec![
        open.clone(),
        open.clone(),
        Operation::SetDraft { form: "amend/vooraf".into(), text: Some("verbeterd".into()) },
        Operation::Move { name: "vooraf.bin".into(), with: Some("ook vooraf".into()) },
        erase("vooraf", false),
        Operation::EraseFile { name: "vooraf.bin".into(), reason: "ook weg".into() },
        Operation::Keep {
            name: "erbij.bmp".into(),
            file: File::Picture { colour: [1, 9, 8] },
            with: Some("na de kopie".into()),
        },
        erase("na de kopie", true),
        put_in("briefje.txt", File::Note("snel even".into())),
        put_in("film.bin", File::Noise { seed: 4, size: 2_500_000 }),
        put_in("foto.bmp", File::Picture { colour: [7, 7, 7] }),
        open.clone(),
        open.clone(),
        Operation::TakeIn,
        Operation::TakeIn,
        open,
        record("daarna"),
    ]
}

/// Opened twice: a first opening may fail. Everything else can be done whether or not the one before it was.
fn writing(open: Operation) -> Vec<Operation> {
    let with = || Some("vooraf".to_owned());
    vec![
        open.clone(),
        open.clone(),
        record("tijdens"),
        Operation::Keep { name: "ruis.bin".into(), file: File::Noise { seed: 2, size: 150_000 }, with: with() },
        draft(Some("verder geschreven")),
        Operation::RecordMany { whats: (0..9).map(|n| format!("tegelijk {n}: {}", "lang ".repeat(300))).collect() },
        Operation::Amend { which: "vooraf".into(), what: "toch anders".into() },
        Operation::Keep { name: "foto.bmp".into(), file: File::Picture { colour: [9, 80, 70] }, with: None },
        Operation::GiveAnchor { to: "Els".into() },
        Operation::Move { name: "vooraf.bin".into(), with: None },
        Operation::Withdraw { which: "ook vooraf".into(), reason: "vergissing".into() },
        Operation::Restore { which: "ook vooraf".into(), reason: "toch niet".into() },
        draft(None),
        open,
        record("daarna"),
    ]
}

/// What the same script leaves behind when the disk is gone while a file is kept: in the middle of writing it, a
/// journal to be rolled back; after that, chunks to be swept. The next opening is where they fail this time.
fn crashed(shim: &Shim, scene: &Scene, folder: &Path) -> Result<Vec<Scene>, String> {
    let (_, calls) = attempt(shim, scene, Fault::None)?;
    let (first, end) = longest(&calls).ok_or("nothing was written to the logbook")?;
    // Behind the last write come its sync, and the writing and sync that end the journal.
    let moments = [
        ("opening after half a write", "putting back over half a write", usize::midpoint(first, end)),
        ("opening after half a file", "putting back over half a file", end + 4),
    ];
    let mut scenes = Vec::new();
    for (name, over, at) in moments {
        let to = folder.join(name);
        fs::create_dir(&to).unwrap();
        let before = in_copy(shim, scene, Fault::From("EIO", at), |path, said, _| {
            copy(path.parent().unwrap(), &to);
            Ok(possible(&scene.before[0], &scene.script, &said))
        })?;
        let open = Operation::Open { way: before[0].way() };
        let script = vec![open.clone(), open, record("na de klap")];
        let back = Operation::PutBack { name: BACKUP.into(), way: before[0].way() };
        let put_back = vec![back, script[0].clone(), script[0].clone(), record("na de klap")];
        scenes.push(Scene { name, folder: Some(to.clone()), before: before.clone(), script, some: 8 });
        // Whoever cannot get in any more puts a backup back without opening the logbook first.
        scenes.push(Scene { name: over, folder: Some(to), before, script: put_back, some: 8 });
    }
    Ok(scenes)
}

/// The longest stretch of writes to the logbook itself: its first call and the last, counted from 1.
fn longest(calls: &[Call]) -> Option<(usize, usize)> {
    let is_write = |call: &Call| call.kind == "write" && call.logbook;
    let mut at = 1;
    let mut stretches = Vec::new();
    for stretch in calls.chunk_by(|one, next| is_write(one) == is_write(next)) {
        if is_write(&stretch[0]) {
            stretches.push((at, at + stretch.len() - 1));
        }
        at += stretch.len();
    }
    stretches.into_iter().max_by_key(|(first, end)| end - first)
}
