//! The `SQLite` file around it all: its tables, its settings, and its errors in our words.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::error::{Error, Place};

/// "HVST" in the file's header: tells a logbook from any other database.
pub(crate) const APPLICATION_ID: u32 = 0x4856_5354;
/// The format that this code reads and writes.
pub(crate) const FORMAT: u32 = 1;

/// The tables of format 1.
pub(crate) const TABLES: &str = "
    CREATE TABLE header (
        id INTEGER PRIMARY KEY CHECK (id = 1), format INTEGER NOT NULL, kdf TEXT NOT NULL, kdf_version INTEGER NOT NULL,
        salt BLOB NOT NULL, memory_kib INTEGER NOT NULL, passes INTEGER NOT NULL, lanes INTEGER NOT NULL,
        inbox_recipient BLOB NOT NULL, checksum BLOB NOT NULL, mac BLOB NOT NULL);
    CREATE TABLE slot (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE head (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL);
    CREATE TABLE record (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL);
    CREATE TABLE state (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL);
    CREATE TABLE chunk (blob BLOB NOT NULL, n INTEGER NOT NULL, sealed BLOB NOT NULL, UNIQUE (blob, n));
    CREATE TABLE staging (blob BLOB PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE inbox (id INTEGER PRIMARY KEY, item BLOB NOT NULL, n INTEGER NOT NULL, sealed BLOB NOT NULL, UNIQUE (item, n));
";

/// Settings of every connection. The rollback journal holds sealed pages only, and is cut to nothing by each commit: in
/// exclusive locking it would else keep the pages as they were before something was erased.
const SETTINGS: &str = "
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_size_limit = 0;
    PRAGMA synchronous = EXTRA;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA cache_size = -16384;
";

/// Makes the tables in a new, empty file, with no journal beside it: whoever asked for it removes the file when
/// anything fails, and would not know of a second one.
pub(crate) fn create(path: &Path) -> Result<Connection, Error> {
    let path = absolute(path)?;
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
    .map_err(told)?;
    connection
        .execute_batch(&format!(
            "PRAGMA journal_mode = MEMORY; PRAGMA page_size = 16384;
             PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT};
             {SETTINGS} BEGIN EXCLUSIVE; {TABLES} COMMIT;"
        ))
        .map_err(told)?;
    Ok(connection)
}

/// Opens a logbook's file for this process alone. One that was cut off is opened for reading only.
pub(crate) fn open(path: &Path) -> Result<Connection, Error> {
    let path = absolute(path)?;
    look(&path)?;
    match open_as(&path, "") {
        // Asked only now: what a crash left half done was put right by opening it.
        Err(Error::Damaged(_)) if is_cut_off(&path)? => {
            // What is left can be read. Nothing is written: new pages would get the numbers of the lost ones.
            let connection = open_as(&path, "PRAGMA writable_schema = ON")?;
            connection.execute_batch("PRAGMA query_only = ON").map_err(told)?;
            Ok(connection)
        }
        opened => opened,
    }
}

/// Puts right what a crash left half done in a logbook, as opening it would. It takes no key.
///
/// # Errors
/// When it is open elsewhere, no logbook, or cannot be put right.
pub fn settle(path: &Path) -> Result<(), Error> {
    open(path).map(drop)
}

/// Where the database keeps what it needs to undo half a change to the file at `path`.
pub fn journal_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    name.into()
}

fn open_as(path: &Path, besides: &str) -> Result<Connection, Error> {
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(told)?;
    distrust(&connection).map_err(told)?;
    // Nobody waits: a second program is told at once.
    connection.busy_timeout(std::time::Duration::ZERO).map_err(told)?;
    connection.execute_batch(besides).map_err(told)?;
    connection.execute_batch(SETTINGS).map_err(told)?;
    // Takes the lock, which the locking mode then keeps until the connection ends.
    connection.execute_batch("BEGIN EXCLUSIVE; COMMIT;").map_err(told)?;
    Ok(connection)
}

/// Was it opened for reading only, because it was cut off?
pub(crate) fn is_for_reading(connection: &Connection) -> Result<bool, Error> {
    connection.query_row("PRAGMA query_only", [], |row| row.get(0)).map_err(told)
}

/// Nothing in the file acts by itself. A view in the place of a table could keep its reader busy for ever, and a
/// trigger could undo what is being written; a logbook has neither.
fn distrust(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    Ok(())
}

/// Does the file hold fewer pages than it says?
fn is_cut_off(path: &Path) -> Result<bool, Error> {
    let mut head = [0; 32];
    let mut file = File::open(path).map_err(io)?;
    file.read_exact(&mut head).map_err(io)?;
    // https://www.sqlite.org/fileformat.html#the_database_header; a page size of 65,536 is written as 1.
    let page = u64::from(u16::from_be_bytes([head[16], head[17]]));
    let pages = u64::from(u32::from_be_bytes([head[28], head[29], head[30], head[31]]));
    Ok(file.metadata().map_err(io)?.len() < page * pages)
}

/// The database takes a path that begins with `file:` for a URI; an absolute one never does.
fn absolute(path: &Path) -> Result<PathBuf, Error> {
    std::path::absolute(path).map_err(io)
}

/// Looks at the first bytes, without the database's own code: what is no logbook is not touched.
fn look(path: &Path) -> Result<(), Error> {
    let about = std::fs::metadata(path).map_err(io)?;
    if !about.is_file() {
        return Err(Error::NotALogbook);
    }
    let mut head = Vec::with_capacity(100);
    File::open(path).and_then(|file| file.take(100).read_to_end(&mut head)).map_err(io)?;
    let number = |at: usize| head.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    // https://www.sqlite.org/fileformat.html#the_database_header
    let is_ours = head.starts_with(b"SQLite format 3\0") && number(68) == Some(APPLICATION_ID);
    match number(60) {
        Some(FORMAT) if is_ours => Ok(()),
        Some(found) if is_ours && found > FORMAT => Err(Error::NewerFormat { found }),
        _ => Err(Error::NotALogbook),
    }
}

/// The system's errors in our words.
pub(crate) fn io(error: std::io::Error) -> Error {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => Error::NotFound,
        ErrorKind::PermissionDenied => Error::Denied,
        ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::Full,
        ErrorKind::AlreadyExists => Error::AlreadyExists,
        _ => Error::Io(error),
    }
}

/// The container's errors in our words.
pub(crate) fn told(error: rusqlite::Error) -> Error {
    let Some(code) = error.sqlite_error_code() else {
        return match error {
            // A row or a column that every logbook has is missing or of another type.
            rusqlite::Error::QueryReturnedNoRows
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::Utf8Error(..)
            // "no such column": our SQL never changes, so the page that lists the tables is damaged.
            | rusqlite::Error::SqlInputError { .. }
            | rusqlite::Error::IntegralValueOutOfRange(..) => Error::Damaged(Place::File),
            other => Error::Container(other),
        };
    };
    match code {
        ErrorCode::DiskFull => Error::Full,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::InUse,
        ErrorCode::ReadOnly => Error::ReadOnly,
        ErrorCode::PermissionDenied | ErrorCode::CannotOpen => Error::Denied,
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Error::Damaged(Place::File),
        ErrorCode::OutOfMemory => Error::OutOfMemory,
        ErrorCode::TooBig => Error::TooLarge,
        // The file ends within a page: somebody cut it off.
        ErrorCode::SystemIoFailure if is_short_read(&error) => Error::Damaged(Place::File),
        ErrorCode::SystemIoFailure => Error::Io(std::io::Error::other(error)),
        // "no such table": the schema's page is damaged.
        ErrorCode::Unknown => Error::Damaged(Place::File),
        _ => Error::Container(error),
    }
}

fn is_short_read(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHORT_READ)
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    #[test]
    fn what_the_container_says_is_told_in_our_words() {
        for (code, ours) in [
            (ffi::SQLITE_FULL, "Full"),
            (ffi::SQLITE_BUSY, "InUse"),
            (ffi::SQLITE_LOCKED, "InUse"),
            (ffi::SQLITE_READONLY, "ReadOnly"),
            (ffi::SQLITE_PERM, "Denied"),
            (ffi::SQLITE_CANTOPEN, "Denied"),
            (ffi::SQLITE_CORRUPT, "Damaged(File)"),
            (ffi::SQLITE_NOTADB, "Damaged(File)"),
            (ffi::SQLITE_ERROR, "Damaged(File)"),
            (ffi::SQLITE_NOMEM, "OutOfMemory"),
            (ffi::SQLITE_TOOBIG, "TooLarge"),
            (ffi::SQLITE_IOERR, "Io("),
            (ffi::SQLITE_CONSTRAINT, "Container("),
        ] {
            let said = format!("{:?}", told(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)));
            assert!(said.starts_with(ours), "{code} is told as {said}");
        }
        let said = format!("{:?}", told(rusqlite::Error::QueryReturnedNoRows));
        assert_eq!(said, "Damaged(File)");
        assert!(matches!(told(rusqlite::Error::InvalidQuery), Error::Container(_)));
    }

    #[test]
    fn what_the_system_says_is_told_in_our_words() {
        use std::io::ErrorKind;
        for (kind, ours) in [
            (ErrorKind::NotFound, "NotFound"),
            (ErrorKind::PermissionDenied, "Denied"),
            (ErrorKind::ReadOnlyFilesystem, "ReadOnly"),
            (ErrorKind::StorageFull, "Full"),
            (ErrorKind::QuotaExceeded, "Full"),
            (ErrorKind::AlreadyExists, "AlreadyExists"),
            (ErrorKind::TimedOut, "Io("),
        ] {
            let said = format!("{:?}", io(kind.into()));
            assert!(said.starts_with(ours), "{kind:?} is told as {said}");
        }
    }
}
