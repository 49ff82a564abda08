//! How hard a passphrase is to guess, for somebody who knows the one who made it.

/// What stands in front of everybody: these words make nothing harder to guess.
const KNOWN: [&str; 4] = ["houvast", "wachtzin", "stalker", "stalking"];
/// So much of a passphrase is weighed, in characters: the work grows with the length, and what stands beyond only makes it
/// harder.
const WEIGHED: usize = 100;

/// From 0, guessed at once, to 4 (zxcvbn, Wheeler 2016). `names` are words that an ex-partner would try first.
pub(crate) fn score(passphrase: &str, names: &[String]) -> u8 {
    let start: String = passphrase.chars().take(WEIGHED).collect();
    let known: Vec<&str> = KNOWN.into_iter().chain(names.iter().map(String::as_str)).collect();
    u8::from(zxcvbn::zxcvbn(&start, &known).score())
}

/// The words in these texts that are long enough to be a name, a street or a year.
pub(crate) fn words(texts: &[&str]) -> Vec<String> {
    let of =
        |text: &str| text.split(|letter: char| !letter.is_alphanumeric()).map(ToOwned::to_owned).collect::<Vec<_>>();
    texts.iter().flat_map(|text| of(text)).filter(|word| word.chars().count() > 2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_ones_own_life_make_a_passphrase_weaker() {
        let names = words(&["Quirijntje Wolkenstein", "Zuiderzeeweg 12, 8012 Zwolle", "", "Bo"]);
        assert_eq!(names, ["Quirijntje", "Wolkenstein", "Zuiderzeeweg", "8012", "Zwolle"]);
        for passphrase in ["Wolkenstein8012", "ZuiderzeewegQuirijntje"] {
            assert!(score(passphrase, &[]) >= 3, "{passphrase}");
            assert!(score(passphrase, &names) < 3, "{passphrase}");
        }
    }
}
