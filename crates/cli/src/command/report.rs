//! `report`

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::Path;

use houvast_logbook::Book;
use houvast_logbook::outside::write_file;
use houvast_report::Options;

use crate::args::Report;
use crate::failure::Failure;
use crate::print;
use crate::session::Session;

pub(crate) fn run(session: &Session, what: &Report) -> Result<(), Failure> {
    let options = Options {
        from: what.from,
        to: what.to,
        language: session.lang,
        pictures: !what.no_pictures,
        effects: !what.no_effects,
        witnesses: !what.no_witnesses,
        ..Options::default()
    };
    let book = session.open()?;
    write(session, &book, &options, &what.out)?;
    print::remark(&session.texts.format("cli-report-written", &[("name", what.out.display().to_string().into())]));
    Ok(())
}

/// Makes the PDF and writes it to `out`.
pub(super) fn write(session: &Session, book: &RefCell<Book>, options: &Options, out: &Path) -> Result<(), Failure> {
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
        .map_err(|error| Failure::File("cli-cannot-write", out.display().to_string(), error))
}
