//! Names of originals inside the package: readable, and safe wherever it is unpacked.

use unicode_normalization::UnicodeNormalization;

/// Most characters of a whole name, folder included.
const LONGEST: usize = 120;

/// The name of a piece of evidence in a package, such as `evidence/0003 voordeur.jpg`. The number makes it unique and no name
/// of a device; `shown` is the name that the logbook shows, which has no folders and nothing invisible.
pub fn evidence_name(number: usize, shown: &str) -> String {
    let start = format!("evidence/{number:04} ");
    let room = LONGEST - start.chars().count();
    let clean: String = shown
        .nfc()
        .map(|c| if c.is_control() || "<>:\"/\\|?*".contains(c) { '_' } else { c })
        .filter(|c| !is_invisible(*c))
        .collect();
    let clean = clean.trim_matches([' ', '.', '\u{a0}']);
    let clean = if clean.is_empty() { "file" } else { clean };
    let (stem, ending) = match clean.rsplit_once('.') {
        Some((stem, ending)) if ending.chars().count() <= 10 => (stem, format!(".{ending}")),
        _ => (clean, String::new()),
    };
    let stem: String = stem.chars().take(room.saturating_sub(ending.chars().count())).collect();
    // Cutting may have left a space or a dot at the end.
    let name = format!("{start}{}{ending}", stem.trim_end_matches([' ', '.']));
    name.trim_end_matches([' ', '.']).to_owned()
}

/// Marks that turn text around or cannot be seen: a name must read as it is.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{061c}' | '\u{fff9}'..='\u{fffb}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_readable_and_cannot_leave_the_folder() {
        for (shown, expected) in [
            ("voordeur.jpg", "evidence/0003 voordeur.jpg"),
            ("../../etc/passwd", "evidence/0003 _.._etc_passwd"),
            ("C:\\x:y*.txt", "evidence/0003 C__x_y_.txt"),
            ("CON", "evidence/0003 CON"),
            ("a. . .", "evidence/0003 a"),
            ("...", "evidence/0003 file"),
            ("e\u{301}.png", "evidence/0003 é.png"),
            ("foto\u{202e}gpj.exe", "evidence/0003 fotogpj.exe"),
        ] {
            assert_eq!(evidence_name(3, shown), expected);
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = evidence_name(12, &format!("{}.jpeg", "é ".repeat(200)));
        assert!(name.chars().count() <= LONGEST, "{name}");
        assert_eq!(
            name.rsplit_once('.').map(|(stem, ending)| (stem.ends_with('é'), ending)),
            Some((true, "jpeg")),
            "{name}"
        );
    }

    #[test]
    fn ten_thousand_files_of_one_name_are_ten_thousand_names() {
        let names: std::collections::HashSet<String> = (1..=10_000).map(|n| evidence_name(n, "IMG.jpg")).collect();
        assert_eq!(names.len(), 10_000);
    }
}
