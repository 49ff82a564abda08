//! Passphrases and input: from a file, from standard input, or asked on the terminal without echo.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, stdin};
use std::path::Path;

use zeroize::Zeroizing;

use crate::failure::Failure;
use crate::session::Session;

/// Texts longer than this are no passphrase and no list of incidents that a person or a program of theirs wrote.
const MAX_INPUT: u64 = 1 << 30;

/// The first line of the passphrase file, or what is typed on the terminal under `prompt`.
pub(crate) fn secret(session: &Session, prompt: &str) -> Result<Zeroizing<String>, Failure> {
    match session.passphrase_file.as_deref() {
        Some(path) if path == Path::new("-") => first_line(&mut stdin().lock(), "-"),
        Some(path) => line_of(path),
        None => typed(session, prompt),
    }
}

/// A second secret: the line after the first one, or typed twice.
pub(crate) fn new_secret(session: &Session) -> Result<Zeroizing<String>, Failure> {
    if let Some(path) = session.passphrase_file.as_deref() {
        if path == Path::new("-") {
            return first_line(&mut stdin().lock(), "-");
        }
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| Failure::File("cli-cannot-read", name.clone(), error))?;
        let mut lines = BufReader::new(file);
        first_line(&mut lines, &name)?;
        return first_line(&mut lines, &name);
    }
    twice(session)
}

/// Asked twice on the terminal, until both are the same.
pub(crate) fn twice(session: &Session) -> Result<Zeroizing<String>, Failure> {
    loop {
        let first = typed(session, "cli-ask-new-passphrase")?;
        let second = typed(session, "cli-ask-again")?;
        if first == second {
            return Ok(first);
        }
        crate::print::remark(&session.texts.get("cli-not-the-same"));
    }
}

/// The first line of a file.
pub(crate) fn line_of(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|error| Failure::File("cli-cannot-read", name.clone(), error))?;
    first_line(&mut BufReader::new(file), &name)
}

/// The whole of a file, or what is left on standard input, up to `most` bytes.
pub(crate) fn text(path: &Path, most: u64) -> Result<String, Failure> {
    let mut text = String::new();
    let read = if path == Path::new("-") {
        stdin().lock().take(most).read_to_string(&mut text)
    } else {
        File::open(path).and_then(|file| file.take(most).read_to_string(&mut text))
    };
    read.map_err(|error| Failure::File("cli-cannot-read", path.display().to_string(), error))?;
    Ok(text)
}

fn typed(session: &Session, prompt: &str) -> Result<Zeroizing<String>, Failure> {
    rpassword::prompt_password(format!("{} ", session.texts.get(prompt)))
        .map(Zeroizing::new)
        .map_err(|error| Failure::File("cli-no-terminal", String::new(), error))
}

fn first_line(lines: &mut impl BufRead, name: &str) -> Result<Zeroizing<String>, Failure> {
    let mut line = Zeroizing::new(String::new());
    lines
        .take(64 << 10)
        .read_line(&mut line)
        .map_err(|error| Failure::File("cli-cannot-read", name.to_owned(), error))?;
    let text = line.trim_end_matches(['\n', '\r']);
    if text.is_empty() {
        return Err(Failure::Words("cli-empty-passphrase", name.to_owned()));
    }
    Ok(Zeroizing::new(text.to_owned()))
}

/// The whole of a file, or what is left on standard input, as JSON: one object or an array of them.
pub(crate) fn json(path: &Path) -> Result<Vec<serde_json::Value>, Failure> {
    let (name, text) = (path.display().to_string(), text(path, MAX_INPUT)?);
    match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(serde_json::Value::Array(all)) => Ok(all),
        Ok(one @ serde_json::Value::Object(_)) => Ok(vec![one]),
        Ok(_) => Err(Failure::Words("cli-not-an-object", name)),
        Err(error) => Err(Failure::Words("cli-bad-json", format!("{name}: {error}"))),
    }
}
