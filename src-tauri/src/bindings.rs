//! The interface's types, made from ours.

use std::path::Path;

use ts_rs::{Config, ExportError, TS};

use crate::commands;
use crate::error::AppError;
use crate::preferences::Preferences;

/// Writes a TypeScript file a type into `folder`. A test run compares them with what is committed.
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
        commands::Import,
        commands::ImportProgress,
        commands::ReportSummary,
        houvast_report::Pattern,
        houvast_report::Chart,
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
        houvast_logbook::view::IncidentView,
        houvast_logbook::view::IncidentSummary,
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
    Ok(())
}
