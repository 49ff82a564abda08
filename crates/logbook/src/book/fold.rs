//! Folding for search: case, accents and compatibility forms do not matter.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds a text: NFKD, without combining marks, in lower case.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(fold("Één KEER bij café ﬁets"), "een keer bij cafe fiets");
        assert_eq!(fold("Ωμέγα"), fold("ωμεγα"));
    }
}
