//! What other apps share.

use serde::Deserialize;

/// One thing that another app shared: a file or a piece of text. Everything in it was said by that app: believe none of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Shared {
    /// Where the file is to be read: `content://…` on Android, `file://…` on iOS. Nothing for text.
    pub uri: Option<String>,
    /// The file's name, or what the text is called.
    pub name: Option<String>,
    /// What sort of file it is said to be, as a MIME type.
    pub kind: Option<String>,
    /// The text itself.
    pub text: Option<String>,
    /// The file's size in bytes, where it is known.
    pub size: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::Shared;

    /// The words that Kotlin's `Shares.kt` and Swift's `Shares.swift` send.
    #[test]
    fn what_the_other_half_sends_is_understood_with_and_without_the_parts_that_may_be_missing() {
        let sent =
            r#"[{"uri":"content://media/1","name":"a.jpg","kind":"image/jpeg","size":5000000000},{"text":"hoi"}]"#;
        let read: Vec<Shared> = serde_json::from_str(sent).unwrap();
        assert_eq!(read[0].size, Some(5_000_000_000));
        assert_eq!(read[0].kind.as_deref(), Some("image/jpeg"));
        assert_eq!((read[1].uri.as_ref(), read[1].text.as_deref()), (None, Some("hoi")));
    }
}
