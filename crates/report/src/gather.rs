//! Taking out of the book what the person chose.

use chrono::{DateTime, FixedOffset, Utc};
use houvast_logbook::view::Filter;
use houvast_logbook::{Book, Lend};
use houvast_vault::{Moment, hex};

use crate::Error;
use crate::input::{self, Drawn, Form, Input, Options};

/// Longest side of the pictures in the annex, in pixels: 150 dots an inch over the width of a page.
const LARGE: u32 = 1000;

/// Gathers one report's data. Pictures are drawn anew, so that no metadata of theirs goes along.
///
/// # Errors
/// When the book is locked meanwhile, or cannot be read. A picture that cannot be drawn is left out: the annex
/// says why.
pub fn gather(book: &impl Lend, options: &Options, made: &Moment) -> Result<Input, Error> {
    taken(book, options, made, true)
}

/// The same for a first look: the small pictures stand for the larger ones too, which take time to draw.
///
/// # Errors
/// As [`gather`].
pub fn gather_quickly(book: &impl Lend, options: &Options, made: &Moment) -> Result<Input, Error> {
    taken(book, options, made, false)
}

fn taken(book: &impl Lend, options: &Options, made: &Moment, large: bool) -> Result<Input, Error> {
    let mut input = book.lend(|book| facts(book, options, made)).ok_or(Error::Locked)?;
    if options.pictures && options.form == Form::Full {
        let pieces = input.incidents.iter().filter(|told| told.withdrawn.is_none()).flat_map(|told| &told.evidence);
        let mut drawn = Vec::new();
        for piece in pieces.filter(|piece| piece.family == "image") {
            let small = book.lend(|book| book.thumbnail(&piece.id)).ok_or(Error::Locked)?.ok().flatten();
            drawn.extend(small.map(|small| Drawn {
                id: piece.id.clone(),
                small: small.to_vec(),
                large: small.to_vec(),
            }));
        }
        if large {
            let ids: Vec<_> = drawn.iter().map(|picture| picture.id.clone()).collect();
            let pictures = houvast_logbook::pictures(book, &ids, LARGE).ok_or(Error::Locked)?;
            for (picture, large) in drawn.iter_mut().zip(pictures) {
                // The small one stands for what cannot be drawn larger.
                if let Ok(large) = large {
                    picture.large = large.jpeg;
                }
            }
        }
        input.pictures = drawn;
    }
    Ok(input)
}

fn facts(book: &mut Book, options: &Options, made: &Moment) -> Input {
    let filter = Filter { withdrawn: true, ..options.filter() };
    let head = book.head();
    let contacts = book.contacts();
    let incidents = input::numbered(book.incidents_in_full(&filter), options);
    Input {
        options: options.clone(),
        case: input::case(book.case(), options),
        made: local(made),
        moments: input::talks(book.moments(), &contacts, &incidents, options),
        incidents,
        contacts: contacts.into_iter().filter(|view| view.stands).map(|view| input::contact(view.contact)).collect(),
        measures: book.measures().into_iter().map(|view| (view.id, input::measure(view.measure))).collect(),
        erased: book.erased().iter().map(|gone| usize::from(!gone.file) + gone.files).sum(),
        log_size: head.size,
        root: hex(&head.root),
        generator: format!("Houvast {}", env!("CARGO_PKG_VERSION")),
        pictures: Vec::new(),
    }
}

fn local(moment: &Moment) -> DateTime<FixedOffset> {
    let utc = DateTime::<Utc>::from_timestamp_micros(moment.utc_micros).unwrap_or_default();
    match FixedOffset::east_opt(moment.offset_seconds) {
        Some(offset) => utc.with_timezone(&offset),
        None => utc.fixed_offset(),
    }
}
