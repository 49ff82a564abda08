//! The recovery key as somebody types it.

use houvast_vault::{RecoveryKey, RecoveryKeyError};

/// What is read is written the same; what is not says which group is wrong.
pub fn run(input: &[u8]) {
    match RecoveryKey::parse(&String::from_utf8_lossy(input)) {
        Ok(key) => {
            let text = key.to_string();
            assert_eq!(RecoveryKey::parse(&text).expect("its own text").to_string(), text);
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            assert_eq!(digits(&text), digits(&String::from_utf8_lossy(input)), "another key");
        }
        Err(RecoveryKeyError::WrongGroup(group)) => assert!((1..=8).contains(&group), "group {group}"),
        Err(RecoveryKeyError::WrongLength { found }) => assert!(found != 48 && found <= input.len(), "{found}"),
        Err(_) => {}
    }
}

/// A right key, spaced in several ways, and wrong ones.
pub fn seeds() -> Vec<Vec<u8>> {
    let key = crate::case::case().key.to_string();
    [
        key.clone(),
        key.replace('-', " "),
        key.replace('-', "\u{2011}\n"),
        key.replace('-', ""),
        key.chars().rev().collect(),
        key[..20].to_owned(),
        "geen sleutel".to_owned(),
    ]
    .map(String::into_bytes)
    .into()
}
