//! A disk that takes its time, so that what is under way can be looked at: a tracer holds up the app's calls.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::app::App;
use super::desktop::Desktop;

/// While it is there, the disk is slow.
pub struct Slow(Child);

impl Slow {
    /// Each read of this file takes so many milliseconds.
    pub fn reads(desktop: &Desktop, app: &App, path: &Path, millis: u32) -> Self {
        let held = format!("inject=read,pread64:delay_enter={}", 1000 * millis);
        let words = ["-e".to_owned(), held, "-P".to_owned(), path.display().to_string()];
        Self::traced(desktop, app, "trace=read,pread64", &words)
    }

    /// A file that was written into this folder takes long to be safe there.
    pub fn syncs(desktop: &Desktop, app: &App, folder: &Path) -> Self {
        let words = ["-e", "inject=fsync:delay_enter=90000000", "-P"].map(str::to_owned);
        let words = words.into_iter().chain([folder.display().to_string()]).collect::<Vec<_>>();
        Self::traced(desktop, app, "trace=fsync", &words)
    }

    fn traced(desktop: &Desktop, app: &App, calls: &str, words: &[String]) -> Self {
        let process = app.process().to_string();
        let mut child = desktop
            .command("strace")
            .args(["-f", "-o", "/dev/null", "-p", &process, "-e", calls])
            .args(words)
            .stderr(Stdio::piped())
            .spawn()
            .expect("strace is installed");
        let told = BufReader::new(child.stderr.take().expect("it is piped"));
        let (say, heard) = std::sync::mpsc::channel();
        // It goes on telling, and ends if nobody listens.
        std::thread::spawn(move || told.lines().map_while(Result::ok).for_each(|line| drop(say.send(line))));
        assert!(heard.iter().any(|line| line.contains("attached")), "only root may hold up another program");
        Self(child)
    }
}

impl Drop for Slow {
    fn drop(&mut self) {
        // It lets go of the program only if it is asked.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}
