//! The app as people start it: no driver looks on, so its window is incognito. It is used by keys alone, and what it does
//! is seen from outside.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::desktop::Desktop;
use super::{program, until};

/// A running app without a driver.
pub struct Bare {
    child: Child,
}

impl Bare {
    /// Starts it by `before`, such as a tracer, or by itself.
    pub fn start(desktop: &Desktop, before: &[&str]) -> Self {
        let words: Vec<String> = before
            .iter()
            .map(|word| (*word).to_owned())
            .chain([program("houvast-app").display().to_string()])
            .collect();
        let mut command = desktop.command(&words[0]);
        command.args(&words[1..]).stdout(Stdio::null()).stderr(Stdio::null());
        let bare = Self { child: command.spawn().expect("the app can be started") };
        let window = until("the app's window", || {
            let found = desktop.xdotool(&["search", "--onlyvisible", "--name", "^Houvast$"]);
            found.lines().next_back().map(str::to_owned)
        });
        desktop.xdotool(&["windowactivate", "--sync", &window]);
        bare
    }

    /// The app's own process.
    pub fn process(&self) -> u32 {
        until("the app's process", || {
            let told = Command::new("pgrep").args(["-x", "houvast-app"]).output().expect("procps are installed");
            let all = String::from_utf8_lossy(&told.stdout).into_owned();
            // The tracer's child, or the child itself.
            all.lines()
                .filter_map(|pid| pid.parse().ok())
                .find(|pid| *pid == self.child.id() || self.is_parent_of(*pid))
        })
    }

    fn is_parent_of(&self, pid: u32) -> bool {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        status.lines().any(|line| line == format!("PPid:\t{}", self.child.id()))
    }

    /// Which of these texts the memory of the app's own process holds.
    pub fn memory_holds(&self, texts: &[&str]) -> Vec<String> {
        memory_holds(self.process(), texts)
    }
}

/// Which of these texts the memory of a process holds; none if it has ended.
pub fn memory_holds(pid: u32, texts: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    each_part_of_memory(pid, |part| super::canary::holds(part, texts, &mut found));
    found
}

/// Shows what a process has in its own memory, part by part; nothing if it has ended.
pub fn each_part_of_memory(pid: u32, mut show: impl FnMut(&[u8])) {
    let folder = format!("/proc/{pid}");
    let Ok(maps) = std::fs::read_to_string(format!("{folder}/maps")) else { return };
    let open = |name: &str| File::open(format!("{folder}/{name}"));
    let (Ok(memory), Ok(pages)) = (open("mem"), open("pagemap")) else {
        assert!(!Path::new(&folder).exists(), "only root may read another's memory");
        return;
    };
    for line in maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|mode| mode.starts_with("rw"))) {
        let Some((from, to)) = line.split(' ').next().and_then(|range| range.split_once('-')) else { continue };
        let (Ok(from), Ok(to)) = (u64::from_str_radix(from, 16), u64::from_str_radix(to, 16)) else { continue };
        for (start, length) in present(&pages, from, to) {
            let mut part = vec![0; length];
            let Ok(count) = memory.read_at(&mut part, start) else { continue };
            show(&part[..count]);
        }
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = Command::new("pkill").args(["-9", "-P", &self.child.id().to_string()]).status();
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Types, wherever the focus is.
pub fn type_text(desktop: &Desktop, text: &str) {
    desktop.xdotool(&["type", "--delay", "30", text]);
}

/// Presses keys one after the other.
pub fn press(desktop: &Desktop, keys: &[&str]) {
    for key in keys {
        desktop.xdotool(&["key", key]);
    }
}

/// The parts of a region that are in memory: much more is reserved than is ever touched.
fn present(pages: &File, from: u64, to: u64) -> Vec<(u64, usize)> {
    const PAGE: u64 = 4096;
    let mut entries = vec![0; usize::try_from((to - from) / PAGE * 8).unwrap_or(0)];
    let read = pages.read_at(&mut entries, from / PAGE * 8).unwrap_or(0);
    let mut parts: Vec<(u64, usize)> = Vec::new();
    // https://docs.kernel.org/admin-guide/mm/pagemap.html: bit 63 says that the page is there.
    let there = entries[..read].chunks_exact(8).map(|entry| entry[7] & 0x80 != 0);
    for (start, _) in (from..to).step_by(4096).zip(there).filter(|(_, there)| *there) {
        match parts.last_mut() {
            Some((begin, length)) if *begin + *length as u64 == start => *length += 4096,
            _ => parts.push((start, 4096)),
        }
    }
    parts
}

/// Is a logbook open in another program?
pub fn is_in_use(path: &Path) -> bool {
    let file = rusqlite::Connection::open(path).expect("the file is there");
    file.busy_timeout(std::time::Duration::ZERO).expect("it takes a setting");
    file.query_row("SELECT count(*) FROM slot", [], |row| row.get::<_, i64>(0)).is_err()
}
