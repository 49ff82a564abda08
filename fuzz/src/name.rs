//! File names that somebody else chose.

use houvast_intake::safe_name;

/// Whatever the name was, it is one name of a bearable length that leads nowhere, and safe already.
pub fn run(input: &[u8]) {
    let name = safe_name(&String::from_utf8_lossy(input));
    assert!(!name.is_empty() && name.chars().count() <= 120, "{name:?}");
    assert!(!name.contains(['/', '\\', ':', '"', '<', '>', '|', '?', '*']), "{name:?}");
    assert!(!name.chars().any(char::is_control), "{name:?}");
    assert!(!name.starts_with('.') && !name.ends_with(['.', ' ']), "{name:?}");
    assert_eq!(safe_name(&name), name, "a safe name is left as it is");
}

/// Folders, devices, marks and long names.
pub fn seeds() -> Vec<Vec<u8>> {
    let long = format!("{}.jpeg", "é".repeat(150));
    let names = ["foto.jpg", "../../etc/passwd", "C:\\x\\CON.txt", ".profile", "a\u{202e}gpj.exe", "wat?.txt. ", &long];
    names.map(|name| name.as_bytes().to_vec()).into()
}
