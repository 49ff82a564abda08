//! Contact persons, contact moments, measures, and what an organisation has not been told yet.

use houvast_guidance::Lang;
use houvast_logbook::model::{Contact, ContactId, ContactMoment, Measure, MeasureId, MomentId};
use houvast_logbook::view::{ContactView, MeasureView, MomentView, News};
use houvast_logbook::{Book, Error};
use serde::Serialize;

use super::{Answer, TheDesk};
use crate::error::AppError;

/// What an organisation has not been told yet, and how to say it.
#[derive(Serialize, ts_rs::TS)]
pub(crate) struct NewsToTell {
    /// What.
    #[serde(flatten)]
    pub news: News,
    /// In sentences, to read out or to send.
    pub text: String,
}

/// Does something with contact persons or measures, and tells the locked panel.
fn changed<T>(desk: &TheDesk<'_>, with: impl FnOnce(&mut Book) -> Result<T, Error>) -> Answer<T> {
    let done = desk.with(with)?;
    desk.renew_panel();
    Ok(done)
}

#[tauri::command(async)]
pub(crate) fn list_contacts(desk: TheDesk<'_>) -> Answer<Vec<ContactView>> {
    desk.with(|book| Ok::<_, AppError>(book.contacts()))
}

#[tauri::command(async)]
pub(crate) fn set_contact(desk: TheDesk<'_>, id: Option<ContactId>, contact: Contact) -> Answer<ContactId> {
    changed(&desk, |book| book.set_contact(id, contact))
}

#[tauri::command(async)]
pub(crate) fn succeed_contact(desk: TheDesk<'_>, before: ContactId, contact: Contact) -> Answer<ContactId> {
    changed(&desk, |book| book.succeed_contact(&before, contact))
}

#[tauri::command(async)]
pub(crate) fn withdraw_contact(desk: TheDesk<'_>, id: ContactId, reason: String) -> Answer<()> {
    changed(&desk, |book| book.withdraw_contact(&id, &reason))
}

#[tauri::command(async)]
pub(crate) fn list_measures(desk: TheDesk<'_>) -> Answer<Vec<MeasureView>> {
    desk.with(|book| Ok::<_, AppError>(book.measures()))
}

#[tauri::command(async)]
pub(crate) fn set_measure(desk: TheDesk<'_>, id: Option<MeasureId>, measure: Measure) -> Answer<MeasureId> {
    changed(&desk, |book| book.set_measure(id, measure))
}

#[tauri::command(async)]
pub(crate) fn withdraw_measure(desk: TheDesk<'_>, id: MeasureId, reason: String) -> Answer<()> {
    changed(&desk, |book| book.withdraw_measure(&id, &reason))
}

#[tauri::command(async)]
pub(crate) fn list_moments(desk: TheDesk<'_>) -> Answer<Vec<MomentView>> {
    desk.with(|book| Ok::<_, AppError>(book.moments()))
}

#[tauri::command(async)]
pub(crate) fn set_moment(desk: TheDesk<'_>, id: Option<MomentId>, moment: ContactMoment) -> Answer<MomentId> {
    desk.with(|book| book.set_moment(id, moment))
}

#[tauri::command(async)]
pub(crate) fn withdraw_moment(desk: TheDesk<'_>, id: MomentId, reason: String) -> Answer<()> {
    desk.with(|book| book.withdraw_moment(&id, &reason))
}

#[tauri::command(async)]
pub(crate) fn news_for(desk: TheDesk<'_>, organisation: String, language: Lang) -> Answer<NewsToTell> {
    let names = houvast_report::names_of(&organisation);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let news = desk.with(|book| Ok::<_, AppError>(book.news(&organisation, &names)))?;
    let text = houvast_report::news_text(&news, language);
    Ok(NewsToTell { news, text })
}
