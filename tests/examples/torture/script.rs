//! Making up what a worker is to do.

use crate::chance::Chance;
use crate::operation::{File, KINDS, Operation};
use crate::state::FORMS;
use crate::world::World;

/// Lengths around every border: none, one byte, the smallest padding, a chunk, some chunks, two batches.
const SIZES: [usize; 9] = [0, 1, 257, 65_535, 65_536, 65_537, 200_000, 700_000, 18 << 20];

/// So many operations that can be done one after another, from how things stand. Texts carry the label, so that no two
/// are the same.
pub(crate) fn made_up(chance: &mut Chance, world: &World, label: &str, count: usize) -> Vec<Operation> {
    let mut world = world.clone();
    let mut last = "";
    (0..count)
        .map(|n| {
            let label = format!("{label}.{n}");
            let operation = match last {
                // It is closed then.
                "put-in" if chance.one_in(3) => put_in(chance, &label),
                "put-in" | "put-back" => Operation::Open { way: world.way() },
                "open" if !world.state.waiting.is_empty() => Operation::TakeIn,
                _ => one(chance, &world, &label),
            };
            last = operation.kind();
            world = world.after(&operation, None).unwrap();
            operation
        })
        .collect()
}

fn one(chance: &mut Chance, world: &World, label: &str) -> Operation {
    let entries: Vec<&String> = world.state.entries.keys().collect();
    let pieces: Vec<&String> = world.state.pieces.keys().collect();
    let kind = *chance.pick(KINDS);
    if entries.is_empty() && ["amend", "withdraw", "restore", "move", "erase-entry"].contains(&kind) {
        return Operation::Record { what: text(chance, label) };
    }
    let which = |chance: &mut Chance| (*chance.pick(&entries)).clone();
    let maybe = |chance: &mut Chance| (!entries.is_empty() && !chance.one_in(3)).then(|| which(chance));
    match kind {
        "record-many" => {
            let count = 2 + chance.below(30);
            Operation::RecordMany { whats: (0..count).map(|n| text(chance, &format!("{label}.{n}"))).collect() }
        }
        "amend" => Operation::Amend { which: which(chance), what: text(chance, label) },
        "withdraw" => Operation::Withdraw { which: which(chance), reason: label.to_owned() },
        "restore" => Operation::Restore { which: which(chance), reason: label.to_owned() },
        "keep" => Operation::Keep { name: format!("{label}.bin"), file: file(chance), with: maybe(chance) },
        "move" if !pieces.is_empty() => Operation::Move { name: (*chance.pick(&pieces)).clone(), with: maybe(chance) },
        "give-anchor" => Operation::GiveAnchor { to: label.to_owned() },
        "set-draft" => Operation::SetDraft {
            form: match maybe(chance) {
                Some(which) if chance.one_in(2) => format!("amend/{which}"),
                _ => (*chance.pick(&FORMS)).to_owned(),
            },
            text: (!chance.one_in(4)).then(|| text(chance, label)),
        },
        "change-passphrase" => Operation::ChangePassphrase { new: format!("een zin {label}") },
        "replace-recovery-key" => Operation::ReplaceRecoveryKey,
        "erase-entry" => Operation::EraseEntry {
            // One that a correction is being written for, if there is one.
            which: match world.state.drafts.keys().find_map(|form| form.strip_prefix("amend/")) {
                Some(which) => which.to_owned(),
                None => which(chance),
            },
            files: chance.one_in(2),
            reason: label.to_owned(),
        },
        "erase-file" if !pieces.is_empty() => {
            Operation::EraseFile { name: (*chance.pick(&pieces)).clone(), reason: label.to_owned() }
        }
        "put-in" => put_in(chance, label),
        "take-in" => Operation::TakeIn,
        "back-up" => Operation::BackUp { name: format!("kopie-{label}.db") },
        "put-back" if !world.backups.is_empty() => {
            let names: Vec<&String> = world.backups.keys().collect();
            let name = (*chance.pick(&names)).clone();
            let way = world.backups[&name].of.way();
            Operation::PutBack { name, way }
        }
        _ => Operation::Record { what: text(chance, label) },
    }
}

fn put_in(chance: &mut Chance, label: &str) -> Operation {
    let file = match chance.below(4) {
        0 => File::Note(text(chance, label)),
        // So long that it is written in several goes.
        1 => File::Noise { seed: chance.below(1 << 30) as u64, size: 3_000_000 + chance.below(3_000_000) },
        _ => file(chance),
    };
    Operation::PutIn { name: format!("{label}.bin"), file }
}

fn file(chance: &mut Chance) -> File {
    match chance.below(24) {
        0..6 => {
            let colour = chance.bytes(3);
            File::Picture { colour: [colour[0], colour[1], colour[2]] }
        }
        6 => File::Noise { seed: chance.below(1 << 30) as u64, size: SIZES[8] },
        _ => File::Noise { seed: chance.below(1 << 30) as u64, size: SIZES[chance.below(8)] },
    }
}

fn text(chance: &mut Chance, label: &str) -> String {
    let count = if chance.one_in(5) { chance.below(600) } else { chance.below(20) };
    format!(
        "{label}: {}",
        ["hij belde", "hij stond er weer", "zij schreef", "ik zag de auto"][count % 4].repeat(count + 1)
    )
}
