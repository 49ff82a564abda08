//! Times as people say them.

use chrono::DateTime;
use houvast_guidance::Lang;
use houvast_logbook::model::When;
use houvast_logbook::spoken::{Heard, Here, Language, hear};
use houvast_vault::system;
use serde::Serialize;

use super::TheDesk;

/// What was understood of a time that was typed in words.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct Understood {
    /// What it can mean, the earliest first; nothing if it was not understood.
    pub of: Vec<When>,
    /// It is still to come.
    pub future: bool,
    /// It happened again and again; `of` has the stretch in which it did, if that was said.
    pub often: bool,
}

#[tauri::command(async)]
pub(crate) fn understand_when(desk: TheDesk<'_>, text: String, language: Lang) -> Understood {
    let moment = desk.ports.clock.now();
    let offset = chrono::FixedOffset::east_opt(moment.offset_seconds);
    let now = DateTime::from_timestamp_micros(moment.utc_micros).unwrap_or_default();
    let now = offset.map_or_else(|| now.fixed_offset(), |offset| now.with_timezone(&offset));
    let language = match language {
        Lang::Nl => Language::Dutch,
        Lang::En => Language::English,
    };
    let heard = hear(&text, &Here { now, offset: &system::offset_at }, language);
    let (future, often) = (heard == Heard::Future, matches!(heard, Heard::Often(_)));
    let of = match heard {
        Heard::When(when) => vec![when],
        Heard::Which(some) => some,
        Heard::Often(stretch) => stretch.into_iter().collect(),
        Heard::Future | Heard::Nothing => Vec::new(),
    };
    Understood { of, future, often }
}
