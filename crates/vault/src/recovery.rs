//! The recovery key: the second way in, in digits, so that it can be read over the phone in any language.
//!
//! Eight groups of five random digits and one check digit: 40 random digits are 132.9 bits. The check
//! digit of a group also covers the group's number, so that a misread digit and two swapped neighbouring
//! groups are found where they stand.

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::ports::Ports;

const GROUPS: usize = 8;
const RANDOM_DIGITS: usize = 5;
const DIGITS: usize = GROUPS * (RANDOM_DIGITS + 1);

/// A recovery key. Wiped when dropped; [`Display`](std::fmt::Display) writes it out for printing.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey {
    /// The random digits, each 0 to 9, without the check digits.
    digits: [u8; GROUPS * RANDOM_DIGITS],
}

/// Why a text is no recovery key. Groups count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecoveryKeyError {
    /// This group has a wrong digit or stands in the wrong place; the groups before it are right.
    #[error("group {0} is not right")]
    WrongGroup(usize),
    /// There are not 48 digits.
    #[error("a recovery key has 48 digits, this has {found}")]
    WrongLength {
        /// How many digits there are.
        found: usize,
    },
    /// There is something that is neither a digit nor a space or dash.
    #[error("a recovery key has only digits")]
    NotADigit,
}

impl RecoveryKey {
    /// A fresh one.
    pub(crate) fn random(ports: &Ports) -> Self {
        let mut digits = [0; GROUPS * RANDOM_DIGITS];
        for digit in &mut digits {
            // Bytes of 250 and over are drawn again, so that every digit is equally likely.
            *digit = loop {
                let [byte] = ports.random();
                if byte < 250 {
                    break byte % 10;
                }
            };
        }
        Self { digits }
    }

    /// Reads a key as a person types it: white space and dashes of any kind may stand anywhere.
    ///
    /// # Errors
    /// Says which group is wrong, or that there are too few or too many digits.
    pub fn parse(text: &str) -> Result<Self, RecoveryKeyError> {
        let mut typed = Zeroizing::new(Vec::with_capacity(text.len()));
        for character in text.chars().filter(|c| !is_separator(*c)) {
            let digit = character.to_digit(10).ok_or(RecoveryKeyError::NotADigit)?;
            typed.push(u8::try_from(digit).map_err(|_| RecoveryKeyError::NotADigit)?);
        }
        if typed.len() != DIGITS {
            return Err(RecoveryKeyError::WrongLength { found: typed.len() });
        }
        let mut key = Self { digits: [0; GROUPS * RANDOM_DIGITS] };
        let groups = typed.chunks_exact(RANDOM_DIGITS + 1).zip(key.digits.chunks_exact_mut(RANDOM_DIGITS));
        for (index, (group, digits)) in groups.enumerate() {
            digits.copy_from_slice(&group[..RANDOM_DIGITS]);
            if group[RANDOM_DIGITS] != check_digit(index, digits) {
                return Err(RecoveryKeyError::WrongGroup(index + 1));
            }
        }
        Ok(key)
    }

    /// The 40 random digits in ASCII: what the slot's key is derived from.
    pub(crate) fn secret(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.digits.iter().map(|digit| b'0' + digit).collect())
    }
}

/// Spaces, dashes and the invisible marks that text fields put in.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c == '-'
        || ('\u{2010}'..='\u{2015}').contains(&c)
        || matches!(c, '\u{2212}' | '\u{200b}' | '\u{feff}')
}

/// Check digit of the group at `index` (from 0), after H. M. Damm (2004): finds every single wrong digit and
/// every swap of two neighbouring ones. It starts from the group's number, and starting from another number
/// never gives the same check digit, so a group in another's place is found too.
fn check_digit(index: usize, digits: &[u8]) -> u8 {
    const DAMM: [[u8; 10]; 10] = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];
    let start = u8::try_from(index % 10).unwrap_or(0);
    digits.iter().fold(start, |interim, digit| DAMM[usize::from(interim)][usize::from(*digit)])
}

impl std::fmt::Display for RecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, group) in self.digits.chunks_exact(RANDOM_DIGITS).enumerate() {
            if index > 0 {
                f.write_str("-")?;
            }
            group.iter().try_for_each(|digit| write!(f, "{digit}"))?;
            write!(f, "{}", check_digit(index, group))?;
        }
        Ok(())
    }
}

impl std::fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key() -> impl Strategy<Value = RecoveryKey> {
        prop::array::uniform(0_u8..10).prop_map(|digits| RecoveryKey { digits })
    }

    proptest! {
        #[test]
        fn comes_back_however_it_is_spaced(key in key(), spaces in prop::collection::vec("[ \\-–\n]{0,2}", 48)) {
            let text = key.to_string();
            prop_assert_eq!(text.len(), 55);
            let typed: String = text.replace('-', "").chars().zip(spaces).flat_map(|(c, s)| s.chars().chain([c]).collect::<Vec<_>>()).collect();
            prop_assert_eq!(RecoveryKey::parse(&typed).unwrap().digits, key.digits);
        }

        #[test]
        fn a_wrong_digit_is_found_in_its_group(key in key(), at in 0_usize..48, by in 1_u8..10) {
            let mut digits = key.to_string().replace('-', "").into_bytes();
            digits[at] = (digits[at] - b'0' + by) % 10 + b'0';
            let found = RecoveryKey::parse(std::str::from_utf8(&digits).unwrap()).unwrap_err();
            prop_assert_eq!(found, RecoveryKeyError::WrongGroup(at / 6 + 1));
        }

        #[test]
        fn swapped_neighbouring_groups_are_found(key in key(), at in 0_usize..7) {
            let text = key.to_string();
            let mut groups: Vec<_> = text.split('-').collect();
            groups.swap(at, at + 1);
            let found = RecoveryKey::parse(&groups.join("-"));
            prop_assert_eq!(found.unwrap_err(), RecoveryKeyError::WrongGroup(at + 1));
        }

        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            let _ = RecoveryKey::parse(&text);
        }
    }

    #[test]
    fn what_a_key_is_derived_from_are_its_random_digits_in_ascii() {
        let text = "0741852963".repeat(4);
        let digits: Vec<u8> = text.bytes().map(|digit| digit - b'0').collect();
        let key = RecoveryKey { digits: digits.try_into().unwrap() };
        assert_eq!(key.secret().as_slice(), text.as_bytes());
    }

    #[test]
    fn says_how_many_digits_it_saw() {
        assert_eq!(RecoveryKey::parse("12 34").unwrap_err(), RecoveryKeyError::WrongLength { found: 4 });
        assert_eq!(RecoveryKey::parse("twelve").unwrap_err(), RecoveryKeyError::NotADigit);
    }
}
