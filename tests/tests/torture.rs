//! The short form of `cargo xtask torture`: kills, failing disks, damaged files. Each run has a seed of its own, which
//! it prints; `--seed` repeats it.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use std::process::Command;

fn torture(part: &str) {
    let out = Command::new(common::program("examples/torture")).arg(part).output().unwrap();
    let told = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    println!("{told}");
    assert!(out.status.success(), "{told}");
}

#[test]
fn a_program_that_is_killed_at_any_moment_loses_nothing_that_it_acknowledged() {
    torture("kills");
}

#[test]
fn a_call_to_the_disk_that_fails_loses_nothing_that_was_acknowledged() {
    torture("faults");
}

#[test]
fn damage_anywhere_in_the_file_is_found_and_never_gives_a_wrong_answer() {
    torture("damage");
}
