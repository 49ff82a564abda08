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
    (0..count)
        .map(|n| {
            let operation = one(chance, &world, &format!("{label}.{n}"));
            world = world.after(&operation, None).unwrap();
            operation
        })
        .collect()
}

fn one(chance: &mut Chance, world: &World, label: &str) -> Operation {
    let entries: Vec<&String> = world.state.entries.keys().collect();
    let pieces: Vec<&String> = world.state.pieces.keys().collect();
    let kind = *chance.pick(KINDS);
    if entries.is_empty() && ["amend", "withdraw", "restore", "move"].contains(&kind) {
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
            form: (*chance.pick(&FORMS)).to_owned(),
            text: (!chance.one_in(4)).then(|| text(chance, label)),
        },
        "change-passphrase" => Operation::ChangePassphrase { new: format!("een zin {label}") },
        "replace-recovery-key" => Operation::ReplaceRecoveryKey,
        _ => Operation::Record { what: text(chance, label) },
    }
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
