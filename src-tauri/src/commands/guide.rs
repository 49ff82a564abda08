//! Help to read: it is part of the program, so no logbook has to be open.

use houvast_guidance::{CaseStep, Expectation, Found, Lang, MeasureGuide, RiskLevel, Tip, Topic};

#[tauri::command]
pub(crate) fn help_topics(language: Lang) -> Vec<Topic> {
    houvast_guidance::topics(language)
}

#[tauri::command]
pub(crate) fn help_search(language: Lang, words: String) -> Vec<Found> {
    houvast_guidance::search(language, &words)
}

#[tauri::command]
pub(crate) fn help_expect(
    language: Lang,
    organisation: Option<String>,
    step: Option<CaseStep>,
    level: Option<RiskLevel>,
) -> Vec<Expectation> {
    houvast_guidance::expect(language, organisation.as_deref(), step, level)
}

#[tauri::command]
pub(crate) fn measure_guides(language: Lang) -> Vec<MeasureGuide> {
    houvast_guidance::measure_guides(language)
}

#[tauri::command]
pub(crate) fn tip_for(language: Lang, kinds: Vec<String>, dismissed: Vec<String>) -> Option<Tip> {
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    houvast_guidance::tip(language, &kinds, &dismissed)
}
