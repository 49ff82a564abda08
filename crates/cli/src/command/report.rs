//! `report`

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::Path;

use houvast_logbook::Book;
use houvast_logbook::model::IncidentId;
use houvast_logbook::outside::write_file;
use houvast_report::{Form, Options};

use super::list::having;
use super::record::kinds;
use crate::args::{Choice, Report};
use crate::failure::Failure;
use crate::print;
use crate::session::Session;

pub(crate) fn run(session: &Session, what: &Report) -> Result<(), Failure> {
    let form = if what.consultation { Form::Consultation } else { Form::Full };
    let options = Options { form, ..options(session, &what.choice)? };
    let book = session.open()?;
    let (anchor, incidents) = write(session, &book, &options, &what.out)?;
    given(&book, &what.choice, &anchor, incidents)?;
    print::remark(&session.texts.format("cli-report-written", &[("name", what.out.display().to_string().into())]));
    Ok(())
}

/// What was chosen.
pub(super) fn options(session: &Session, choice: &Choice) -> Result<Options, Failure> {
    Ok(Options {
        form: Form::Full,
        from: choice.from,
        to: choice.to,
        kinds: kinds(&choice.kind)?,
        having: having(&choice.having)?,
        search: choice.search.clone().unwrap_or_default(),
        language: session.lang,
        pictures: !choice.no_pictures,
        effects: !choice.no_effects,
        witnesses: !choice.no_witnesses,
        address: choice.with_address,
        children: choice.with_children,
        coordinates: !choice.no_coordinates,
    })
}

/// Notes to whom it is given, if that was said.
pub(super) fn given(
    book: &RefCell<Book>,
    choice: &Choice,
    anchor: &str,
    incidents: Vec<IncidentId>,
) -> Result<(), Failure> {
    if let Some(to) = &choice.given_to {
        book.borrow_mut().give_report(to, anchor, incidents)?;
    }
    Ok(())
}

/// Makes the PDF and writes it to `out`; answers with the anchor of its moment and the incidents in it.
pub(super) fn write(
    session: &Session,
    book: &RefCell<Book>,
    options: &Options,
    out: &Path,
) -> Result<(String, Vec<IncidentId>), Failure> {
    let made = session.ports.clock.now();
    let input = houvast_report::gather(book, options, &made)?;
    let program =
        std::env::current_exe().map_err(|error| Failure::File("cli-cannot-read", "houvast".to_owned(), error))?;
    let label = session.texts.get("cli-report-making");
    let pdf = houvast_report::child::render(&program, &input, &mut |_, done, total| {
        print::progress(&label, done, total);
        ControlFlow::Continue(())
    })?;
    write_file(out, |file| file.write_all(&pdf))
        .map_err(|error| Failure::File("cli-cannot-write", out.display().to_string(), error))?;
    let anchor = book.borrow().anchor();
    Ok((anchor, input.incidents.into_iter().map(|told| told.id).collect()))
}
