//! The interface's types, made from ours, and the emergency panel's texts, made from `guidance`: the page has them in
//! itself, so that the panel waits for nothing.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use houvast_guidance::{EmergencyPanel, Lang};
use serde::Serialize;
use ts_rs::{Config, ExportError, TS};

use crate::commands;
use crate::error::AppError;
use crate::preferences::Preferences;

/// The file with the panel in every language.
const PANEL: &str = "emergency.json";

/// The panel in every language.
#[derive(Serialize)]
struct Panels {
    nl: EmergencyPanel,
    en: EmergencyPanel,
}

fn panels() -> Result<String, serde_json::Error> {
    let [nl, en] = Lang::ALL.map(houvast_guidance::emergency);
    Ok(serde_json::to_string_pretty(&Panels { nl, en })? + "\n")
}

/// Writes a TypeScript file a type, and the emergency panel, into `folder`. A test run compares them with what is committed.
///
/// # Errors
/// When the folder cannot be written.
pub fn export(folder: &Path) -> Result<(), ExportError> {
    let config = Config::new().with_out_dir(folder);
    macro_rules! types {
        ($($name:ty),* $(,)?) => { $(<$name>::export_all(&config)?;)* };
    }
    types![
        AppError,
        Preferences,
        crate::device_key::KeyState,
        commands::Status,
        commands::Strength,
        commands::ShownOnce,
        commands::Checked,
        commands::VaultInfo,
        commands::GivenAnchor,
        commands::AgreementView,
        houvast_logbook::view::AnchorView,
        houvast_logbook::view::BackupView,
        houvast_logbook::view::ErasedView,
        commands::RestoreView,
        commands::WorkProgress,
        commands::Put,
        commands::Understood,
        commands::Import,
        commands::ImportProgress,
        houvast_logbook::view::Gallery,
        houvast_logbook::view::FoundIncident,
        houvast_logbook::view::IncidentLine,
        commands::Playing,
        commands::TextShown,
        commands::MailShown,
        commands::ReportSummary,
        houvast_report::Pattern,
        houvast_report::Chart,
        houvast_report::Pick,
        houvast_report::Picked,
        commands::PreviewPages,
        commands::SavedReport,
        houvast_logbook::view::GivenView,
        commands::ReportProgress,
        houvast_guidance::EmergencyPanel,
        houvast_guidance::Topic,
        houvast_guidance::Found,
        houvast_guidance::Expectation,
        houvast_guidance::MeasureGuide,
        houvast_guidance::Tip,
        houvast_logbook::view::Timeline,
        houvast_logbook::view::IncidentView,
        houvast_logbook::view::IncidentSummary,
        houvast_logbook::view::Linked,
        houvast_logbook::view::ContactView,
        houvast_logbook::view::MeasureView,
        houvast_logbook::view::MomentView,
        commands::NewsToTell,
        houvast_logbook::model::ContactMoment,
        houvast_logbook::model::Contact,
        houvast_logbook::model::Measure,
        houvast_logbook::view::Case,
        houvast_logbook::view::Filter,
        houvast_report::Options,
    ];
    let texts = panels().map_err(std::io::Error::from)?;
    File::create(folder.join(PANEL))?.write_all(texts.as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_the_panel_that_the_content_says() {
        let committed = include_str!("../../ui/src/lib/bindings/emergency.json");
        assert!(committed == panels().unwrap(), "run cargo xtask bindings and commit");
    }
}
