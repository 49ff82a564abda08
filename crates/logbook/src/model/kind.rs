//! The kinds of incident: a list with ids that never change.

use serde::{Deserialize, Serialize};

/// What sort of thing happened, from the Routekaart's examples of stalking (page 2), finer where police and
/// victim support are. Names and explanations in people's languages are in `locales/…/words.ftl`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Following, waiting, watching, at the door, breaking in.
    ComingClose,
    /// Telephone calls, answered or not.
    Calls,
    /// Text and chat messages, also through social media.
    Messages,
    /// E-mail.
    Email,
    /// Letters and cards.
    Post,
    /// Gifts and deliveries.
    Gifts,
    /// A threat, said, written or shown.
    Threat,
    /// Violence against a person or an animal.
    Violence,
    /// Damage to things.
    Damage,
    /// Sexual harassment or violence.
    Sexual,
    /// Through children, family, work, friends.
    ThroughOthers,
    /// Tracking, hacked accounts, spyware, fake accounts, publishing private data or images.
    Cyberstalking,
    /// False reports, or orders in the victim's name.
    FalseReports,
    /// A protective measure was broken.
    Breach,
    /// Something else.
    Other,
    /// A kind that a newer version wrote.
    #[serde(untagged)]
    #[ts(skip)]
    Unknown(String),
}

impl Kind {
    /// Every kind that a person can choose, in the order in which the app shows them.
    pub const ALL: [Self; 15] = [
        Self::ComingClose,
        Self::Calls,
        Self::Messages,
        Self::Email,
        Self::Post,
        Self::Gifts,
        Self::Threat,
        Self::Violence,
        Self::Damage,
        Self::Sexual,
        Self::ThroughOthers,
        Self::Cyberstalking,
        Self::FalseReports,
        Self::Breach,
        Self::Other,
    ];

    /// The id as it stands in JSON, on the command line and in `locales/`.
    pub fn id(&self) -> &str {
        match self {
            Self::ComingClose => "coming-close",
            Self::Calls => "calls",
            Self::Messages => "messages",
            Self::Email => "email",
            Self::Post => "post",
            Self::Gifts => "gifts",
            Self::Threat => "threat",
            Self::Violence => "violence",
            Self::Damage => "damage",
            Self::Sexual => "sexual",
            Self::ThroughOthers => "through-others",
            Self::Cyberstalking => "cyberstalking",
            Self::FalseReports => "false-reports",
            Self::Breach => "breach",
            Self::Other => "other",
            Self::Unknown(id) => id,
        }
    }

    /// The kind with this id, if this version knows it.
    pub fn known(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_what_json_says_and_reads_back() {
        for kind in Kind::ALL {
            let json = serde_json::to_string(&kind).unwrap();
            assert_eq!(json, format!("\"{}\"", kind.id()));
            assert_eq!(serde_json::from_str::<Kind>(&json).unwrap(), kind);
            assert_eq!(Kind::known(kind.id()), Some(kind));
        }
    }

    #[test]
    fn a_kind_from_a_newer_version_survives() {
        let kind: Kind = serde_json::from_str("\"drone\"").unwrap();
        assert_eq!(kind, Kind::Unknown("drone".into()));
        assert_eq!(serde_json::to_string(&kind).unwrap(), "\"drone\"");
    }
}
