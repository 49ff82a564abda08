//! `vault://localhost/…`: pictures and originals for the page, opened on demand, only while the book is open.

use std::io::Read;
use std::sync::atomic::Ordering;

use houvast_logbook::Lend;
use houvast_logbook::model::{EvidenceId, Family};
use tauri::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use tauri::http::{Request, Response, StatusCode};

use crate::desk::{Desk, held};

/// Longest side of a picture in the viewer, in pixels.
const VIEWER: u32 = 2000;
/// Largest sound or film that is played inside the app: the webview holds all of it in memory.
const PLAYED: u64 = 100 << 20;

/// Answers one request.
pub(crate) fn answer(desk: &Desk, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let path = request.uri().path().trim_start_matches('/');
    let Some((what, id)) = path.split_once('/') else { return refused(StatusCode::NOT_FOUND) };
    if what == "preview" {
        return preview(desk, id);
    }
    let Ok(id) = id.parse::<EvidenceId>() else { return refused(StatusCode::NOT_FOUND) };
    match what {
        "thumbnail" => match desk.lend(|book| book.thumbnail(&id)) {
            Some(Ok(Some(jpeg))) => found("image/jpeg", jpeg.to_vec()),
            _ => refused(StatusCode::NOT_FOUND),
        },
        "picture" => match houvast_logbook::picture(desk, &id, VIEWER) {
            Some(Ok(picture)) => found("image/jpeg", picture.jpeg),
            _ => refused(StatusCode::NOT_FOUND),
        },
        "original" => original(desk, &id),
        _ => refused(StatusCode::NOT_FOUND),
    }
}

/// A page of a report that is being looked at: `<preview>-<page>`, the pages counted from 0.
fn preview(desk: &Desk, which: &str) -> Response<Vec<u8>> {
    let pages = held(&desk.pages);
    let page = which.split_once('-').and_then(|(preview, page)| {
        let current = desk.previews.load(Ordering::SeqCst).to_string();
        pages.get(page.parse::<usize>().ok()?).filter(|_| preview == current)
    });
    page.map_or_else(|| refused(StatusCode::NOT_FOUND), |svg| found("image/svg+xml", svg.to_vec()))
}

/// Sound and films, as they are. Nothing else: a page must never run what somebody else wrote.
fn original(desk: &Desk, id: &EvidenceId) -> Response<Vec<u8>> {
    let Some(Ok((view, mut reader))) =
        desk.lend(|book| Ok::<_, houvast_logbook::Error>((book.one_evidence(id)?, book.reader(id, desk)?)))
    else {
        return refused(StatusCode::NOT_FOUND);
    };
    if !matches!(view.family, Family::Audio | Family::Video) {
        return refused(StatusCode::FORBIDDEN);
    }
    if view.size > PLAYED {
        return refused(StatusCode::PAYLOAD_TOO_LARGE);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(view.size).unwrap_or(0));
    match reader.read_to_end(&mut bytes) {
        Ok(_) => found(&view.media_type, bytes),
        Err(_) => refused(StatusCode::NOT_FOUND),
    }
}

fn found(media_type: &str, bytes: Vec<u8>) -> Response<Vec<u8>> {
    Response::builder()
        .header(CONTENT_TYPE, media_type)
        .header(CACHE_CONTROL, "no-store")
        .header(X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header("Access-Control-Allow-Origin", "tauri://localhost")
        .body(bytes)
        .unwrap_or_else(|_| refused(StatusCode::INTERNAL_SERVER_ERROR))
}

fn refused(status: StatusCode) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status;
    response
}
