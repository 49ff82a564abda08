//! Starting a worker, and hearing what it says.

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};

use crate::operation::{Operation, Said};

pub(crate) struct Worker {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
    pub(crate) said: Vec<Said>,
}

impl Worker {
    /// Starts one on the logbook at `path`.
    pub(crate) fn start(path: &Path, script: &[Operation], around: impl FnOnce(&mut Command)) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg("worker").arg(path).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        around(&mut command);
        let mut process = command.spawn().unwrap();
        let lines: Vec<String> = script.iter().map(|operation| serde_json::to_string(operation).unwrap()).collect();
        // One that is refused its start reads nothing, and that is seen at its end.
        let _ = process.stdin.take().unwrap().write_all(lines.join("\n").as_bytes());
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        Self { process, lines, said: Vec::new() }
    }

    /// The next thing that it says; `None` at its end.
    pub(crate) fn hear(&mut self) -> Option<&Said> {
        let line = self.lines.next()?.unwrap();
        self.said.push(serde_json::from_str(&line).unwrap());
        self.said.last()
    }

    /// Ends it at once, wherever it is, and hears what it had said by then.
    pub(crate) fn kill(mut self) -> Vec<Said> {
        self.process.kill().unwrap();
        while self.hear().is_some() {}
        self.process.wait().unwrap();
        self.said
    }

    /// Waits for its end, which must be a proper one, and hears everything.
    pub(crate) fn finish(mut self) -> Result<Vec<Said>, String> {
        while self.hear().is_some() {}
        let ended: ExitStatus = self.process.wait().unwrap();
        if ended.success() {
            return Ok(self.said);
        }
        let mut complaint = String::new();
        self.process.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
        Err(format!("the worker crashed ({ended}): {complaint}"))
    }
}
