//! `vault://localhost/…`: pictures and originals for the page, opened on demand, only while the book is open.

use std::io::Read;
use std::sync::atomic::Ordering;

use houvast_logbook::Lend;
use houvast_logbook::model::{EvidenceId, Family};
use houvast_logbook::view::EvidenceView;
use tauri::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use tauri::http::{Request, Response, StatusCode};

use crate::desk::{Desk, held};

/// Longest side of a picture in the viewer, in pixels.
const VIEWER: u32 = 2000;
/// Pixels of a picture that is looked at closely: enough to read a photographed letter, or a conversation that is one long
/// picture, and little enough for the webview's memory.
const CLOSE: u64 = 24_000_000;
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
        "close" => close(desk, &id),
        "original" => original(desk, &id),
        _ => refused(StatusCode::NOT_FOUND),
    }
}

/// A picture with as many of its pixels as may be.
fn close(desk: &Desk, id: &EvidenceId) -> Response<Vec<u8>> {
    let known = desk.lend(|book| book.one_evidence(id));
    let Some(Ok(EvidenceView { dimensions: Some(size), .. })) = known else { return refused(StatusCode::NOT_FOUND) };
    match houvast_logbook::picture(desk, id, longest(size)) {
        Some(Ok(picture)) => found("image/jpeg", picture.jpeg),
        _ => refused(StatusCode::NOT_FOUND),
    }
}

/// The longest side that a picture of this size may have to stay within [`CLOSE`].
fn longest((width, height): (u32, u32)) -> u32 {
    let side = width.max(height);
    let all = u64::from(width) * u64::from(height);
    if all <= CLOSE {
        return side;
    }
    // Both sides shrink by the root of what is too much.
    let shrunk = (u128::from(side) * u128::from(side) * u128::from(CLOSE) / u128::from(all)).isqrt();
    u32::try_from(shrunk).unwrap_or(side)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_narrow_picture_keeps_its_pixels_and_a_large_one_shrinks_to_what_may_be() {
        assert_eq!(longest((1170, 16_000)), 16_000);
        assert_eq!(longest((4000, 3000)), 4000);
        let side = longest((12_000, 9000));
        assert!(u64::from(side) * u64::from(side) * 3 / 4 <= CLOSE && side > 5600, "{side}");
    }
}
