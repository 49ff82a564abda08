//! `vault://localhost/…`: pictures and originals for the page, opened on demand, only while the book is open.

use std::io::{Read, Seek, SeekFrom};
use std::sync::atomic::Ordering;

use houvast_intake::pdf;
use houvast_logbook::Lend;
use houvast_logbook::model::{EvidenceId, Family};
use houvast_logbook::view::EvidenceView;
use tauri::http::header::{ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_TYPE, RANGE, X_CONTENT_TYPE_OPTIONS};
use tauri::http::{HeaderValue, Request, Response, StatusCode};

use crate::commands;
use crate::desk::{Desk, held};

/// Where the page comes from: Windows and Android have no addresses of our own sort.
const PAGE: &str =
    if cfg!(any(windows, target_os = "android")) { "http://tauri.localhost" } else { "tauri://localhost" };
/// Longest side of a picture in the viewer, in pixels.
const VIEWER: u32 = 2000;
/// Pixels of a picture that is looked at closely: enough to read a photographed letter, or a conversation that is one long
/// picture, and little enough for the webview's memory.
const CLOSE: u64 = 24_000_000;
/// Largest sound or film that is played where the webview must hold all of it in memory, in bytes.
pub(crate) const PLAYED: u64 = 100 << 20;
/// Bytes of a sound or film that are handed over at a time.
pub(crate) const PIECE: u64 = 2 << 20;

/// Answers one request.
pub(crate) fn answer(desk: &Desk, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
    let path = request.uri().path().trim_start_matches('/');
    let Some((what, id)) = path.split_once('/') else { return refused(StatusCode::NOT_FOUND) };
    if what == "preview" {
        return preview(desk, id);
    }
    let (id, rest) = id.split_once('/').unwrap_or((id, ""));
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
        "original" => {
            let range = request.headers().get(RANGE).and_then(|range| range.to_str().ok());
            original(desk, &id, rest, range)
        }
        "page" => page(desk, &id, rest),
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

/// Sound and films, as they are. Nothing else: a page must never run what somebody else wrote. `piece` counts pieces from 0;
/// without one, a range is answered by at most a piece of it.
fn original(desk: &Desk, id: &EvidenceId, piece: &str, range: Option<&str>) -> Response<Vec<u8>> {
    let Some(Ok((view, mut reader))) =
        desk.lend(|book| Ok::<_, houvast_logbook::Error>((book.one_evidence(id)?, book.reader(id, desk)?)))
    else {
        return refused(StatusCode::NOT_FOUND);
    };
    if !matches!(view.family, Family::Audio | Family::Video) {
        return refused(StatusCode::FORBIDDEN);
    }
    let whole = if piece.is_empty() { range.map(|range| start_and_end(range, view.size)) } else { None };
    let (from, until) = match (piece.parse::<u64>(), whole) {
        (Ok(piece), _) => (piece.saturating_mul(PIECE), (piece.saturating_add(1)).saturating_mul(PIECE).min(view.size)),
        (_, Some(Some((from, until)))) => (from, until),
        // Without a range the whole of it would be one answer.
        _ => return refused(StatusCode::RANGE_NOT_SATISFIABLE),
    };
    if from >= until {
        return refused(StatusCode::RANGE_NOT_SATISFIABLE);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(until - from).unwrap_or(0));
    let read = reader.seek(SeekFrom::Start(from)).and_then(|_| reader.take(until - from).read_to_end(&mut bytes));
    if read.is_err() || bytes.len() as u64 != until - from {
        return refused(StatusCode::NOT_FOUND);
    }
    let mut response = found(&view.media_type, bytes);
    if whole.is_some() {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let told = format!("bytes {from}-{}/{}", until - 1, view.size);
        if let Ok(told) = told.parse() {
            response.headers_mut().insert(CONTENT_RANGE, told);
        }
        response.headers_mut().insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    }
    response
}

/// The first byte that a range asks for and the one behind its last (RFC 9110, section 14.1.2), at most a piece.
fn start_and_end(range: &str, size: u64) -> Option<(u64, u64)> {
    let (first, last) = range.strip_prefix("bytes=")?.split(',').next()?.trim().split_once('-')?;
    let (from, until) = if first.is_empty() {
        (size.saturating_sub(last.parse().ok()?), size)
    } else {
        let until = if last.is_empty() { size } else { last.parse::<u64>().ok()?.saturating_add(1) };
        (first.parse().ok()?, until.min(size))
    };
    Some((from, until.min(from.saturating_add(PIECE))))
}

/// A page of a PDF: `<page>/<width>`, the pages counted from 0, the width in pixels.
fn page(desk: &Desk, id: &EvidenceId, which: &str) -> Response<Vec<u8>> {
    let asked = which.split_once('/').and_then(|(page, width)| Some((page.parse().ok()?, width.parse().ok()?)));
    let Some((page, width)) = asked else { return refused(StatusCode::NOT_FOUND) };
    match commands::with_pdf(desk, id, |apart, pdf| pdf::child::draw(apart, pdf, page, width)) {
        Ok(png) => found("image/png", png),
        Err(_) => refused(StatusCode::NOT_FOUND),
    }
}

fn found(media_type: &str, bytes: Vec<u8>) -> Response<Vec<u8>> {
    Response::builder()
        .header(CONTENT_TYPE, media_type)
        .header(CACHE_CONTROL, "no-store")
        .header(X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header("Access-Control-Allow-Origin", PAGE)
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

    #[test]
    fn a_range_is_answered_by_what_it_asks_for_and_never_by_more_than_a_piece() {
        assert_eq!(start_and_end("bytes=0-", 10), Some((0, 10)));
        assert_eq!(start_and_end("bytes=2-5", 10), Some((2, 6)));
        assert_eq!(start_and_end("bytes=-3", 10), Some((7, 10)));
        assert_eq!(start_and_end("bytes=-30", 10), Some((0, 10)));
        assert_eq!(start_and_end("bytes=4-99", 10), Some((4, 10)));
        assert_eq!(start_and_end("bytes=5-", PIECE * 9), Some((5, 5 + PIECE)));
        assert_eq!(start_and_end("bytes=x-", 10), None);
        assert_eq!(start_and_end("lines=0-", 10), None);
    }
}
