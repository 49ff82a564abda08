//! The recovery key on one page, to be printed. Unless it is wanted, nothing on the page and nothing in the file says
//! what its digits are for.

use houvast_guidance::Lang;
use houvast_guidance::texts::Texts;
use houvast_logbook::RecoveryKey;
use serde::{Deserialize, Serialize};
use serde_json::json;
use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, Timestamp};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::Error;
use crate::render::{pages, standards, written};
use crate::world::Desk;

const TEMPLATE: &str = include_str!("key_sheet.typ");

/// What stands on the page. Wiped when dropped.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct KeySheet {
    /// Eight groups of six digits, in order.
    groups: Vec<String>,
    /// Does it say what it is for?
    explained: bool,
    #[zeroize(skip)]
    language: Lang,
}

impl KeySheet {
    /// A page with this key on it. Without `explained` it is a page of numbers and nothing else.
    pub fn new(key: &RecoveryKey, explained: bool, language: Lang) -> Self {
        let text = Zeroizing::new(key.to_string());
        Self { groups: text.split('-').map(str::to_owned).collect(), explained, language }
    }

    /// A name for the file that does not say what it is either.
    pub fn file_name(language: Lang) -> String {
        Texts::new(language).get("sheet-file-name")
    }

    /// Makes the PDF. The same page gives the same bytes.
    pub(crate) fn render(&self) -> Result<Vec<u8>, Error> {
        let texts = Texts::new(self.language);
        let (title, says) = if self.explained {
            let says = ["sheet-what-for", "sheet-who-has-it", "sheet-where", "sheet-new-one"];
            ("sheet-explained-title", says.map(|id| texts.get(id)).to_vec())
        } else {
            ("sheet-title", Vec::new())
        };
        let data =
            json!({ "lang": texts.lang().tag(), "title": texts.get(title), "says": says, "groups": self.groups });
        let desk = Desk::new(TEMPLATE, vec![("data.json".to_owned(), data.to_string().into_bytes())]);
        let pdf = pages(&desk).and_then(|document| {
            // No program's name, and a date that is the same on every sheet: PDF/A will not do without one.
            let day = Datetime::from_ymd_hms(2000, 1, 1, 0, 0, 0);
            let options = PdfOptions {
                creator: Smart::Custom(None),
                timestamp: day.map(Timestamp::new_utc),
                standards: standards()?,
                ..PdfOptions::default()
            };
            written(&document, &options)
        });
        comemo::evict(0);
        pdf
    }
}
