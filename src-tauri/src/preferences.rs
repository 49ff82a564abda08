//! What must be known before the logbook is open: language, look, lock. Nothing personal.

use std::path::{Path, PathBuf};

use houvast_guidance::Lang;
use houvast_guidance::texts::Texts;
use houvast_logbook::outside::write_file;
use serde::{Deserialize, Serialize};

/// The name of the file beside the logbook.
const FILE: &str = "settings.json";

/// The settings that can be read without the passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(default)]
pub(crate) struct Preferences {
    /// Language of the app.
    pub language: Lang,
    /// Light, dark, or as the system says.
    pub theme: Theme,
    /// As much contrast as there is, or as the system says.
    pub contrast: Contrast,
    /// How large all of it is on a PC, in percent. A phone has a setting of its own for that.
    pub size: u16,
    /// Minutes without use after which the logbook locks by itself.
    pub lock_minutes: u32,
    /// Locks as well when the window is minimised.
    pub lock_hidden: bool,
    /// Keeps what the window shows out of screenshots and shared screens, where the system can.
    pub protected: bool,
    /// What stands in the window's bar and in the list of windows.
    pub window_name: WindowName,
}

/// What the window is called where others may read it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum WindowName {
    /// The app's own name.
    #[default]
    Houvast,
    /// As if it were a notebook.
    Notes,
}

impl WindowName {
    /// The name in this language.
    pub(crate) fn in_words(self, lang: Lang) -> String {
        Texts::new(lang).get(match self {
            Self::Houvast => "window-name-houvast",
            Self::Notes => "window-name-notes",
        })
    }
}

/// How the app looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Its id.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How strongly the app's colours differ.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Contrast {
    /// As the system says.
    #[default]
    System,
    /// As much as there is.
    High,
}

impl Contrast {
    /// Its id.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::High => "high",
        }
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Lang::Nl,
            theme: Theme::System,
            contrast: Contrast::System,
            size: 100,
            lock_minutes: 2,
            lock_hidden: true,
            protected: true,
            window_name: WindowName::Houvast,
        }
    }
}

impl Preferences {
    /// Reads the settings; what cannot be read is as it was at first.
    pub(crate) fn read(folder: &Path) -> Self {
        std::fs::read(path(folder)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Writes the settings.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), std::io::Error> {
        std::fs::create_dir_all(folder)?;
        write_file(&path(folder), |file| Ok(serde_json::to_writer(file, self)?))
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join(FILE)
}
