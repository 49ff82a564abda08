//! What processes hold in memory, as the kernel counts it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Where a child leaves its peak.
pub(crate) const PEAK_FILE: &str = "HOUVAST_BENCH_PEAK";

/// The most memory that this process ever had, in MiB.
pub(crate) fn peak() -> f64 {
    field("/proc/self/status", "VmHWM:")
}

/// What this process has now, in MiB.
pub(crate) fn now() -> f64 {
    field("/proc/self/status", "VmRSS:")
}

/// Keeps writing this process's peak where its parent asked for it: the parent ends it once it has its answer.
pub(crate) fn tell_peak() {
    if let Some(path) = std::env::var_os(PEAK_FILE).map(std::path::PathBuf::from) {
        std::thread::spawn(move || {
            let half = path.with_extension("half");
            loop {
                let _ = fs::write(&half, peak().to_string()).and_then(|()| fs::rename(&half, &path));
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
        });
    }
}

/// What a process and all its children hold together, shared pages counted once over all of them, in MiB.
pub(crate) fn of_tree(root: u32) -> f64 {
    let mut family = vec![root];
    let mut next = 0;
    while next < family.len() {
        let told = Command::new("pgrep").args(["-P", &family[next].to_string()]).output().unwrap();
        family.extend(String::from_utf8_lossy(&told.stdout).lines().filter_map(|line| line.parse::<u32>().ok()));
        next += 1;
    }
    family.into_iter().map(of_process).sum()
}

/// What one process holds, what it shares with others counted in parts, in MiB.
pub(crate) fn of_process(process: u32) -> f64 {
    field(&format!("/proc/{process}/smaps_rollup"), "Pss:")
}

/// Runs a program and says how many MiB it had at most, with its children: GNU `time` tells.
pub(crate) fn peak_of(program: &str, words: &[&str], folder: &Path) -> Option<f64> {
    let told = folder.join("peak");
    let ended = Command::new("/usr/bin/time")
        .args(["-f", "%M", "-o"])
        .arg(&told)
        .arg(program)
        .args(words)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if !ended.is_ok_and(|status| status.success()) {
        return None;
    }
    fs::read_to_string(told).ok()?.trim().parse::<f64>().ok().map(|kib| kib / 1024.0)
}

fn field(path: &str, name: &str) -> f64 {
    let text = fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok()).map_or(0.0, |kib| kib / 1024.0)
}
