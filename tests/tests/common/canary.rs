//! Looking for texts that were typed in: in memory and on disk, in every form in which programs write text.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Puts those of the texts that are in the bytes on the list.
pub fn holds(bytes: &[u8], texts: &[&str], found: &mut Vec<String>) {
    for text in texts {
        if found.iter().any(|known| known == text) {
            continue;
        }
        if forms(text).iter().any(|form| memchr::memmem::find(bytes, form).is_some()) {
            found.push((*text).to_owned());
        }
    }
}

/// UTF-8, UTF-16 and base64 at each of its three places.
fn forms(text: &str) -> Vec<Vec<u8>> {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut forms = vec![text.as_bytes().to_vec(), wide.clone()];
    for plain in [text.as_bytes(), &wide] {
        for before in 0..3 {
            let shifted = [&vec![0; before], plain].concat();
            let encoded = base64(&shifted);
            // What also depends on the bytes beside the text is cut off.
            let (start, end) = ((before * 8).div_ceil(6), (shifted.len() * 8) / 6);
            forms.push(encoded.as_bytes()[start..end].to_vec());
        }
    }
    forms
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = (0..3).fold(0_usize, |sum, n| sum << 8 | usize::from(three.get(n).copied().unwrap_or(0)));
        (0..4).for_each(|n| text.push(char::from(DIGITS[number >> (18 - 6 * n) & 63])));
    }
    text
}

/// Every file under the folders that was written since, and which of the texts it holds; `apart` are left out.
pub fn on_disk(folders: &[&Path], since: SystemTime, apart: &[&Path], texts: &[&str]) -> Vec<(PathBuf, Vec<String>)> {
    let mut hits = Vec::new();
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| folder.to_path_buf()).collect();
    while let Some(path) = waiting.pop() {
        if apart.iter().any(|left| path.starts_with(left)) {
            continue;
        }
        let Ok(about) = std::fs::symlink_metadata(&path) else { continue };
        if about.is_dir() {
            waiting.extend(std::fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path()));
        } else if about.is_file() && about.modified().is_ok_and(|at| at >= since) {
            let mut found = Vec::new();
            holds(path.to_string_lossy().as_bytes(), texts, &mut found);
            if let Ok(bytes) = std::fs::read(&path) {
                holds(&bytes, texts, &mut found);
                if bytes.starts_with(&[0x1f, 0x8b]) {
                    holds(&gunzip(&path), texts, &mut found);
                }
            }
            if !found.is_empty() {
                hits.push((path, found));
            }
        }
    }
    hits
}

/// Files that were removed but are still open in some process, and which of the texts they hold. What lies in memory only
/// is left out.
pub fn in_removed_files(texts: &[&str]) -> Vec<(PathBuf, Vec<String>)> {
    let list = |path: &Path| std::fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut hits = Vec::new();
    for handle in list(Path::new("/proc")).flat_map(|process| list(&process.join("fd")).collect::<Vec<_>>()) {
        let Ok(target) = std::fs::read_link(&handle) else { continue };
        let name = target.to_string_lossy();
        if !name.ends_with("(deleted)")
            || !name.starts_with('/')
            || name.starts_with("/dev/shm")
            || name.starts_with("/memfd:")
        {
            continue;
        }
        let mut found = Vec::new();
        if let Ok(bytes) = std::fs::read(&handle) {
            holds(&bytes, texts, &mut found);
        }
        if !found.is_empty() {
            hits.push((target, found));
        }
    }
    hits
}

fn gunzip(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Ok(mut child) =
        std::process::Command::new("gzip").arg("-dc").arg(path).stdout(std::process::Stdio::piped()).spawn()
    {
        if let Some(out) = &mut child.stdout {
            let _ = out.read_to_end(&mut bytes);
        }
        let _ = child.wait();
    }
    bytes
}
