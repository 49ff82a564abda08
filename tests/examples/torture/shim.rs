//! Letting the disk fail under a worker: `tests/preload/fail.c`.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What is to go wrong, and at which of the calls that change the folder, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    None,
    /// This call fails once.
    Once(&'static str, usize),
    /// This call fails, and all after it: the disk stays full, or is gone.
    From(&'static str, usize),
    /// This write takes half of its bytes.
    Short(usize),
    /// There is room for so many bytes.
    Room(usize),
}

pub(crate) const ERRORS: [&str; 2] = ["ENOSPC", "EIO"];

/// The shim, compiled.
pub(crate) struct Shim {
    library: PathBuf,
}

impl Shim {
    /// Compiles it into this folder.
    pub(crate) fn compile(folder: &Path) -> Result<Self, String> {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("preload/fail.c");
        let library = folder.join("fail.so");
        let words = ["-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o"];
        let ended = Command::new("cc").args(words).arg(&library).arg(source).status();
        if ended.is_ok_and(|status| status.success()) {
            Ok(Self { library })
        } else {
            Err("fail.c does not compile; cargo xtask torture installs the compiler".to_owned())
        }
    }

    /// Puts it around a worker.
    pub(crate) fn around(&self, command: &mut Command, folder: &Path, told: &Path, fault: Fault) {
        let (mode, error, at) = match fault {
            Fault::None => ("none", "", 0),
            Fault::Once(error, at) => ("once", error, at),
            Fault::From(error, at) => ("from", error, at),
            Fault::Short(at) => ("short", "", at),
            Fault::Room(bytes) => ("room", "", bytes),
        };
        command
            .env("LD_PRELOAD", &self.library)
            .env("HOUVAST_FAIL_FOLDER", folder)
            .env("HOUVAST_FAIL_TOLD", told)
            .env("HOUVAST_FAIL_MODE", mode)
            .env("HOUVAST_FAIL_ERROR", error)
            .env("HOUVAST_FAIL_AT", at.to_string());
    }
}

/// A call that a worker made: its kind, and whether it was about the logbook itself.
pub(crate) struct Call {
    pub(crate) kind: String,
    pub(crate) logbook: bool,
}

/// The calls of a worker in order, from what the shim told.
pub(crate) fn calls(told: &Path) -> Vec<Call> {
    let text = std::fs::read_to_string(told).unwrap_or_default();
    let call = |line: &str| {
        let kind = line.split(' ').nth(1)?.to_owned();
        Some(Call { kind, logbook: line.ends_with("/a.db") })
    };
    text.lines().filter_map(call).collect()
}
