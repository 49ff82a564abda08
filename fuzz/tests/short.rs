//! The short run: every target over its seeds and a fixed number of changes to them, the same in every run.

use houvast_fuzz::{TARGETS, case::mixed};

/// Runs a target; says the input on failure, so that it can be tried again.
fn run(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).expect("a target of this name");
    let seeds = (target.seeds)();
    let attempt = |input: &[u8]| {
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| (target.run)(input)));
        if let Err(panic) = done {
            eprintln!("{name} found something with {input:?}");
            std::panic::resume_unwind(panic);
        }
    };
    seeds.iter().for_each(|seed| attempt(seed));
    let mut random = Random(0);
    for _ in 0..target.short {
        attempt(&changed(&seeds, &mut random));
    }
}

struct Random(u64);

impl Random {
    /// A number below `end`; nought if there is none.
    fn below(&mut self, end: usize) -> usize {
        self.0 += 1;
        usize::try_from(mixed(self.0) >> 16).unwrap_or(0).checked_rem(end).unwrap_or(0)
    }
}

/// One to four changes to a seed.
fn changed(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = seeds[random.below(seeds.len())].clone();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        let byte = u8::try_from(random.below(256)).unwrap_or(0);
        match random.below(7) {
            0 => bytes.iter_mut().skip(at).take(1).for_each(|old| *old ^= 1 << (byte % 8)),
            1 => bytes.iter_mut().skip(at).take(1).for_each(|old| *old = byte),
            2 => bytes.truncate(at),
            3 => bytes.insert(at, byte),
            4 => drop(bytes.drain(at..(at + usize::from(byte % 16)).min(bytes.len()))),
            5 => bytes.iter_mut().skip(at).take(usize::from(byte % 9)).for_each(|old| *old = 0xff),
            // The end of another seed.
            _ => {
                let other = &seeds[random.below(seeds.len())];
                bytes.truncate(at);
                bytes.extend_from_slice(&other[random.below(other.len())..]);
            }
        }
    }
    bytes
}

macro_rules! short_runs {
    ($($name:ident),* $(,)?) => {
        $(#[test] fn $name() { run(stringify!($name)); })*

        #[test]
        fn every_target_has_a_short_run_and_a_program() {
            let here = [$(stringify!($name)),*];
            for target in TARGETS {
                assert!(here.contains(&target.name), "{} is not run", target.name);
                let program = format!("{}/fuzz_targets/{}.rs", env!("CARGO_MANIFEST_DIR"), target.name);
                assert!(std::path::Path::new(&program).exists(), "{program} is missing");
            }
        }
    };
}

short_runs!(
    anchor,
    change,
    exif,
    file,
    header,
    log,
    mail,
    name,
    package,
    pdf,
    picture,
    proof,
    record,
    recovery_key,
    rows,
    sniff,
    text,
);
