//! `package`

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::path::Path;

use houvast_logbook::Book;
use houvast_logbook::outside::write_file;
use houvast_report::{Options, Step};

use crate::args::Package;
use crate::failure::Failure;
use crate::session::Session;
use crate::{ask, print};

/// Fewest characters of a password: whoever has the ZIP can try as many as they like, unseen.
const SHORTEST: usize = 12;

pub(crate) fn run(session: &Session, what: &Package) -> Result<(), Failure> {
    let options = super::report::options(session, &what.choice)?;
    let password = what.password_file.as_deref().map(ask::line_of).transpose()?;
    if let Some(password) = &password
        && (password.len() < SHORTEST || !password.bytes().all(|byte| (b' '..=b'~').contains(&byte)))
    {
        return Err(Failure::Words("cli-weak-password", String::new()));
    }
    let book = session.open()?;
    let made = write(session, &book, &options, password.as_ref().map(|password| password.as_str()), &what.out)?;
    super::report::given(&book, &what.choice, &made.anchor, made.incidents)?;
    for (number, name) in &made.missing {
        let values = [("number", number.to_string().into()), ("name", name.as_str().into())];
        print::remark(&session.texts.format("package-readme-missing-piece", &values));
    }
    let name = what.out.display().to_string();
    let id = if password.is_some() { "cli-package-sealed" } else { "cli-report-written" };
    print::remark(&session.texts.format(id, &[("name", name.into())]));
    Ok(())
}

/// Makes the package and writes it to `out`.
pub(super) fn write(
    session: &Session,
    book: &RefCell<Book>,
    options: &Options,
    password: Option<&str>,
    out: &Path,
) -> Result<houvast_report::Package, Failure> {
    let made = session.ports.clock.now();
    let program =
        std::env::current_exe().map_err(|error| Failure::File("cli-cannot-read", "houvast".to_owned(), error))?;
    let label = session.texts.get("cli-package-making");
    let mut package = None;
    write_file(out, |file| {
        let progress = &mut |step, done, total| {
            if step == Step::Packing {
                print::progress(&label, done, total);
            }
            ControlFlow::Continue(())
        };
        package = Some(houvast_report::package(book, &program, options, &made, password, file, progress)?);
        Ok(())
    })
    .map_err(|error| match error {
        houvast_report::Error::Write(error) => Failure::File("cli-cannot-write", out.display().to_string(), error),
        other => Failure::Report(other),
    })?;
    package.ok_or(Failure::Report(houvast_report::Error::Busy))
}
