//! What the tests of the whole share.
#![allow(
    unreachable_pub,
    missing_docs,
    dead_code,
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    reason = "each test program uses its part"
)]

pub mod app;
pub mod bare;
pub mod browser;
pub mod canary;
pub mod case;
pub mod desktop;
pub mod dialog;
pub mod drag;
pub mod files;
pub mod finger;
pub mod heard;
pub mod slow;
pub mod walk;
pub mod year;

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

/// Where the programs are that `cargo build` made in the profile of this test.
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a running test has a program");
    let folder = test.parent().and_then(|deps| deps.parent()).expect("tests lie in target/<profile>/deps");
    let program = folder.join(name);
    assert!(program.exists(), "{} is missing; run cargo xtask test, which builds it", program.display());
    program
}

/// The text of a PDF, as poppler reads it.
pub fn pdf_text(path: &std::path::Path) -> String {
    let out = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output().expect("poppler-utils is installed");
    assert!(out.status.success(), "pdftotext: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).expect("pdftotext writes UTF-8")
}

/// Asks qpdf, and veraPDF about PDF/A-3a and PDF/UA-1.
pub fn holds_to_the_standards(pdf: &std::path::Path) {
    let checked = Command::new("qpdf").arg("--check").arg(pdf).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    let script = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("verapdf/validate");
    let cache = program("houvast").parent().unwrap().parent().unwrap().join("verapdf");
    let valid = Command::new(script).arg(cache).arg("3a,ua1").arg(pdf).output().unwrap();
    assert!(
        valid.status.success(),
        "{}{}",
        String::from_utf8_lossy(&valid.stdout),
        String::from_utf8_lossy(&valid.stderr)
    );
}

/// SHA-256 as `sha256sum` says it.
pub fn sha256sum(path: &std::path::Path) -> String {
    let out = Command::new("sha256sum").arg(path).output().expect("coreutils are installed");
    String::from_utf8(out.stdout).expect("ASCII")[..64].to_owned()
}

/// Waits for a condition. The limit only ends a test that will never pass.
pub fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begin = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begin.elapsed() < Duration::from_mins(1), "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(30));
    }
}

/// Runs a test of the window. The limit only ends a test that will never pass: a driver whose app is gone can keep
/// its caller waiting for ever.
pub fn finish(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made").block_on(
        async {
            tokio::time::timeout(Duration::from_mins(20), test).await.expect("the window answers no more");
        },
    );
}
