//! `kill -9` at random moments: nothing that was acknowledged is lost, nothing half is there, every opening is clean.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use crate::chance::Chance;
use crate::child::Worker;
use crate::operation::{Operation, Said};
use crate::script;
use crate::world::{World, hold, possible};
use crate::{keep_on_failure, lanes};

/// Kills on one logbook before another is begun: many enough to grow, few enough to stay quick.
const ON_ONE: usize = 20;

/// These derive a key first, which takes long and writes nothing.
const SLOW: &[&str] = &["make", "change-passphrase"];
/// How long an operation takes of which nothing is known yet.
const A_WHILE: Duration = Duration::from_millis(6);

/// What came of it.
#[derive(Default)]
struct Tally {
    kills: usize,
    acknowledged: usize,
    /// By kind of operation: kills inside it, and how many of those operations turned out to be done all the same.
    inside: BTreeMap<&'static str, (usize, usize)>,
    between: usize,
}

/// Kills so many workers.
pub(crate) fn run(seed: u64, count: usize) -> Result<(), String> {
    let begin = Instant::now();
    let logbooks: Vec<(u64, usize)> = (0..count.div_ceil(ON_ONE))
        .map(|n| (seed.wrapping_mul(1_000_003).wrapping_add(n as u64), ON_ONE.min(count - n * ON_ONE)))
        .collect();
    let tallies = lanes::all(&logbooks, |(seed, count)| one_logbook(*seed, *count))?;
    let mut all = Tally::default();
    for tally in tallies {
        all.kills += tally.kills;
        all.acknowledged += tally.acknowledged;
        all.between += tally.between;
        for (kind, (inside, done)) in tally.inside {
            let sum = all.inside.entry(kind).or_default();
            *sum = (sum.0 + inside, sum.1 + done);
        }
    }
    println!(
        "{} kills in {} s; {} operations acknowledged, none of them lost; every opening clean",
        all.kills,
        begin.elapsed().as_secs(),
        all.acknowledged
    );
    for (kind, (inside, done)) in &all.inside {
        println!("{inside:>6} inside {kind}, {done} of which were done by then");
    }
    println!("{:>6} between two operations", all.between);
    Ok(())
}

fn one_logbook(seed: u64, count: usize) -> Result<Tally, String> {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("folder");
    std::fs::create_dir(&inner).unwrap();
    let path = inner.join("a.db");
    let mut chance = Chance::new(seed);
    let mut tally = Tally::default();
    let mut usual = BTreeMap::new();
    let mut world = World::default();
    for round in 0..count {
        match one_kill(&mut chance, &path, &world, round, &mut usual, &mut tally) {
            Ok(after) => {
                world = after;
                world.tidy(&path);
            }
            Err(why) => {
                return Err(keep_on_failure(folder, &format!("kill {round} of the logbook of seed {seed}: {why}")));
            }
        }
    }
    Ok(tally)
}

fn one_kill(
    chance: &mut Chance,
    path: &Path,
    before: &World,
    round: usize,
    usual: &mut BTreeMap<&'static str, Duration>,
    tally: &mut Tally,
) -> Result<World, String> {
    let first = if before.made {
        Operation::Open { way: before.way() }
    } else {
        Operation::Make { passphrase: format!("een zin {round}") }
    };
    let begun = before.after(&first, None).unwrap_or_default();
    // It dies in the last but one, or in the last if it was quicker than usual.
    let victim = if chance.one_in(12) { 0 } else { 1 + chance.below(7) };
    let mut script = vec![first];
    script.extend(script::made_up(chance, &begun, &round.to_string(), victim + 1));
    let mut worker = Worker::start(path, &script, |_| {});
    let mut since = Instant::now();
    loop {
        match worker.hear() {
            Some(Said::Begun(n)) => {
                since = Instant::now();
                if *n == victim {
                    break;
                }
            }
            Some(Said::Upto(..)) => {}
            Some(Said::Done(n, None)) if script[*n].kind() == "back-up" => {
                return Err("a backup was not remembered".to_owned());
            }
            Some(Said::Done(n, _)) => {
                usual.insert(script[*n].kind(), since.elapsed());
            }
            Some(Said::Failed(n, code)) => return Err(format!("{} failed: {code}", script[*n].kind())),
            None => return Err(worker.finish().map_or_else(|why| why, |_| "the worker ended early".to_owned())),
        }
    }
    wait_inside(chance, path, script[victim].kind(), usual);
    let said = worker.kill();

    let worlds = possible(before, &script, &said);
    let acknowledged = said.iter().filter(|said| matches!(said, Said::Done(..))).count();
    let inside = match said.last() {
        Some(Said::Begun(n) | Said::Upto(n, _)) => Some(script[*n].kind()),
        _ => None,
    };
    let changed = said.iter().any(|said| matches!(said, Said::Done(n, _) if script[*n].kind() == "change-passphrase"));
    let world = hold(path, worlds, changed || chance.one_in(10))?;
    tally.kills += 1;
    tally.acknowledged += acknowledged;
    match inside {
        Some(kind) => {
            let sum = tally.inside.entry(kind).or_default();
            sum.0 += 1;
            sum.1 += usize::from(!world.unasked.is_empty());
        }
        None => tally.between += 1,
    }
    Ok(world)
}

/// Waits until some moment inside an operation of this kind that has just begun.
fn wait_inside(chance: &mut Chance, path: &Path, kind: &'static str, usual: &BTreeMap<&'static str, Duration>) {
    let begun = Instant::now();
    // Half of the time near the end, where it is written.
    let part = if chance.one_in(2) { chance.part() } else { 0.75 + 0.35 * chance.part() };
    let whole = usual.get(kind).copied().unwrap_or(A_WHILE);
    if SLOW.contains(&kind) && !chance.one_in(4) {
        let before = writing(path);
        while writing(path) == before && begun.elapsed() < 2 * whole.max(A_WHILE) {
            std::hint::spin_loop();
        }
        // As long as writing takes anybody.
        std::thread::sleep(usual.get("record").copied().unwrap_or(A_WHILE).mul_f64(chance.part()));
    } else {
        std::thread::sleep(whole.mul_f64(part));
    }
}

/// Length and age of everything in the logbook's folder: they change when something is written.
fn writing(path: &Path) -> Vec<(u64, Option<SystemTime>)> {
    let Ok(entries) = std::fs::read_dir(path.parent().unwrap()) else { return Vec::new() };
    let about = entries.filter_map(|entry| entry.ok()?.metadata().ok());
    about.filter(|about| about.len() > 0).map(|about| (about.len(), about.modified().ok())).collect()
}
