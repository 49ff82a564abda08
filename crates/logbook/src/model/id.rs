//! Identifiers of entries: short enough to type, random so that two devices never clash.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Crockford's base 32 in lower case: no `i`, `l`, `o` or `u`, so that an id can be read aloud.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Characters in an id, five bits each: fifty random bits.
const LENGTH: usize = 10;

/// Turns random bytes into an id's text. Only the lower five bits of each byte are used.
fn spell(random: [u8; LENGTH]) -> String {
    random.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect()
}

/// Why a text is no id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id has ten letters and digits, as `list` prints them")]
pub struct NotAnId;

fn read(text: &str) -> Result<String, NotAnId> {
    let text = text.trim().to_ascii_lowercase();
    let fits = text.len() == LENGTH && text.bytes().all(|byte| ALPHABET.contains(&byte));
    if fits { Ok(text) } else { Err(NotAnId) }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
        #[serde(try_from = "String", into = "String")]
        #[ts(type = "string")]
        pub struct $name(String);

        impl $name {
            /// Makes an id from ten random bytes.
            pub fn from_random(random: [u8; LENGTH]) -> Self {
                Self(spell(random))
            }

            /// The ten characters.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read(text).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;
            fn try_from(text: String) -> Result<Self, NotAnId> {
                read(&text).map(Self)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    };
}

id!(
    /// An incident in this logbook.
    IncidentId
);
id!(
    /// A piece of evidence in this logbook.
    EvidenceId
);
id!(
    /// A contact person at an organisation.
    ContactId
);
id!(
    /// A protective measure.
    MeasureId
);
id!(
    /// A contact moment with an organisation.
    MomentId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_in_upper_case_and_with_spaces_around_it() {
        let id = IncidentId::from_random([0, 1, 2, 30, 31, 32, 63, 255, 9, 10]);
        assert_eq!(id.as_str(), "012yz0zz9a");
        assert_eq!(" 012YZ0ZZ9A ".parse::<IncidentId>(), Ok(id));
    }

    #[test]
    fn other_texts_are_no_ids() {
        for text in ["", "012yz0zz9", "012yz0zz9aa", "012yz0zz9u", "012yz0zz9é"] {
            assert_eq!(text.parse::<IncidentId>(), Err(NotAnId), "{text}");
        }
    }
}
