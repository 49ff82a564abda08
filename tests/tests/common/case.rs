//! `houvast` on a logbook of its own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

use super::{files, program};

/// A logbook in a folder of its own, and `houvast` to use it with.
pub struct Case {
    folder: tempfile::TempDir,
}

impl Case {
    /// The passphrase, and no logbook yet.
    pub fn without_logbook() -> Self {
        let case = Self { folder: tempfile::tempdir().unwrap() };
        files::file(case.path(), "passphrase", b"een zin voor de test\n");
        case
    }

    pub fn new() -> Self {
        let case = Self::without_logbook();
        assert_eq!(case.run(&["create"]).status.code(), Some(0));
        case
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn logbook(&self) -> PathBuf {
        self.path().join("a.db")
    }

    /// Starts `houvast` on this logbook and hands it the input.
    fn start(&self, input: &str, words: &[&str]) -> Child {
        let mut child = Command::new(program("houvast"))
            .args(words)
            .arg("--logbook")
            .arg(self.logbook())
            .arg("--passphrase-file")
            .arg(self.path().join("passphrase"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that refuses its words reads no input.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        child
    }

    pub fn run_with(&self, input: &str, words: &[&str]) -> Output {
        self.start(input, words).wait_with_output().unwrap()
    }

    /// Starts it, kills it after this time, and says whether it had said that it was done.
    pub fn killed_after(&self, moment: std::time::Duration, input: &str, words: &[&str]) -> bool {
        let mut child = self.start(input, words);
        std::thread::sleep(moment);
        let _ = child.kill();
        !child.wait_with_output().unwrap().stdout.is_empty()
    }

    pub fn run(&self, words: &[&str]) -> Output {
        self.run_with("", words)
    }

    pub fn json(&self, words: &[&str]) -> Value {
        let out = self.run(&[words, &["--json"]].concat());
        assert_eq!(out.status.code(), Some(0), "{words:?}: {}", String::from_utf8_lossy(&out.stderr));
        serde_json::from_slice(&out.stdout).unwrap()
    }

    pub fn record(&self, input: &Value) -> String {
        let out = self.run_with(&input.to_string(), &["record", "--input", "-", "--json"]);
        assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
        let ids: Value = serde_json::from_slice(&out.stdout).unwrap();
        ids["ids"][0].as_str().unwrap().to_owned()
    }
}

/// One sentence on standard error, and nothing that looks like a crash.
pub fn sentence(out: &Output) -> String {
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}
