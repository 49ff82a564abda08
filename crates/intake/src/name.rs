//! File names that somebody else chose.

/// Longest name that is kept, in characters.
const LONGEST: usize = 120;

/// Names that Windows keeps for devices.
const DEVICES: [&str; 22] = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2",
    "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
];

/// A name that can be shown and written on any system: no folders, no control or direction characters, nothing
/// that Windows refuses, at most 120 characters with its ending kept, never empty.
pub fn safe_name(original: &str) -> String {
    let last = original.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c.is_control() || "<>:\"|?*".contains(c) { '_' } else { c })
        .collect();
    let mut name = name.trim_matches([' ', '.', '\u{a0}']).to_owned();
    if last.starts_with('.') && !name.is_empty() {
        name.insert(0, '_');
    }
    let stem = name.split('.').next().unwrap_or_default().trim().to_ascii_uppercase();
    if DEVICES.contains(&stem.as_str()) {
        name.insert(0, '_');
    }
    if name.is_empty() { "file".to_owned() } else { shortened(name) }
}

/// Marks that turn text around or cannot be seen.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{061c}' | '\u{fff9}'..='\u{fffb}'
    )
}

fn shortened(name: String) -> String {
    let length = name.chars().count();
    if length <= LONGEST {
        return name;
    }
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if ending.chars().count() <= 10 => (stem, format!(".{ending}")),
        _ => (name.as_str(), String::new()),
    };
    let room = LONGEST - ending.chars().count() - 1;
    let start: String = stem.chars().take(room).collect();
    format!("{start}…{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_cannot_be_left() {
        assert_eq!(safe_name("../../etc/passwd"), "passwd");
        assert_eq!(safe_name("C:\\Users\\x\\foto.jpg"), "foto.jpg");
        assert_eq!(safe_name(".."), "file");
        assert_eq!(safe_name("a/.."), "file");
        assert_eq!(safe_name(""), "file");
        assert_eq!(safe_name(".profile"), "_profile");
    }

    #[test]
    fn newlines_and_direction_marks_are_gone() {
        assert_eq!(safe_name("a\nb\u{202e}gpj.exe"), "a_bgpj.exe");
        assert_eq!(safe_name("nul\0.txt"), "nul_.txt");
    }

    #[test]
    fn what_windows_refuses_is_changed() {
        assert_eq!(safe_name("con.txt"), "_con.txt");
        assert_eq!(safe_name("wat?.txt. "), "wat_.txt");
    }

    #[test]
    fn long_names_keep_their_ending() {
        let name = safe_name(&format!("{}.jpeg", "é".repeat(300)));
        assert_eq!(name.chars().count(), LONGEST);
        assert!(name.ends_with("….jpeg"));
    }
}
