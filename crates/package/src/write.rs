//! Writing a package.

use std::collections::HashSet;
use std::io::{Read, Seek, Write};

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use houvast_vault::hex;
use sha2::{Digest, Sha256};
use zip::write::{FileOptions, SimpleFileOptions};
use zip::{AesMode, CompressionMethod, ZipWriter};

use crate::manifest::{FORMAT, VERSION};
use crate::{Anchor, Error, FileEntry, MANIFEST, Manifest, NOTE, Original, Proved};

/// What stands at the head of a manifest.
pub struct About {
    /// When the package is made.
    pub made: DateTime<FixedOffset>,
    /// The program and its version.
    pub generator: String,
    /// `nl` or `en`.
    pub language: String,
    /// The logbook's key.
    pub verifier_key: String,
}

/// A package in the making. Nothing of a file is kept in memory.
pub struct Writer<'a, W: Write + Seek> {
    zip: ZipWriter<W>,
    about: About,
    password: Option<&'a str>,
    files: Vec<FileEntry>,
    /// Names without regard to case: Windows and macOS have one file for two such names.
    names: HashSet<String>,
    records: Vec<Proved>,
    evidence: Vec<Original>,
}

/// From here on a file is written as ZIP64: a little below 4 GiB.
const LARGE: u64 = 0xffff_0000;
/// Bytes that are read at once.
const PIECE: usize = 1 << 17;

impl<'a, W: Write + Seek> Writer<'a, W> {
    /// Begins a package in `out`. With a password each file is encrypted with AES-256, as `WinZip`'s AE-2.
    pub fn new(out: W, about: About, password: Option<&'a str>) -> Self {
        Self {
            zip: ZipWriter::new(out).set_auto_large_file(),
            about,
            password,
            files: Vec::new(),
            names: HashSet::new(),
            records: Vec::new(),
            evidence: Vec::new(),
        }
    }

    /// Adds a file.
    ///
    /// # Errors
    /// When there is one of this name, or it cannot be written.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.begin(name, bytes.len() as u64)?;
        self.zip.write_all(bytes)?;
        self.done(name, bytes.len() as u64, &Sha256::digest(bytes));
        Ok(())
    }

    /// Adds a file from a stream that should have this length and SHA-256 (lower-case hexadecimal digits); `false` if it has another
    /// one, and then it is not in the package. `progress` gets the bytes of each step, and ends the work with an error.
    ///
    /// # Errors
    /// When there is one of this name, the stream cannot be read, or it cannot be written. What was begun is taken back;
    /// after an error of the reader the package can go on.
    pub fn add_stream(
        &mut self,
        name: &str,
        from: &mut impl Read,
        expected: u64,
        sha256: &str,
        progress: &mut dyn FnMut(u64) -> std::io::Result<()>,
    ) -> Result<bool, Error> {
        self.begin(name, expected)?;
        let (mut hash, mut size, mut piece) = (Sha256::new(), 0, vec![0; PIECE]);
        let read = loop {
            let count = match from.read(&mut piece) {
                Ok(0) => break Ok(()),
                Ok(count) => count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => break Err(error),
            };
            hash.update(&piece[..count]);
            self.zip.write_all(&piece[..count])?;
            size += count as u64;
            progress(count as u64)?;
        };
        let hash = hash.finalize();
        if read.is_err() || hex(&hash) != sha256 {
            self.zip.abort_file()?;
            self.names.remove(&name.to_lowercase());
            return Ok(false);
        }
        self.done(name, size, &hash);
        Ok(true)
    }

    /// Says that a record is proved; its files must have been added.
    pub fn proved(&mut self, record: Proved) {
        self.records.push(record);
    }

    /// Says where an original is.
    pub fn original(&mut self, original: Original) {
        self.evidence.push(original);
    }

    /// Adds the manifest and its signature, which `sign` makes from the manifest's bytes, and ends the ZIP.
    ///
    /// # Errors
    /// When it cannot be written, or what `sign` says.
    pub fn finish<E: From<Error>>(
        mut self,
        anchors: Vec<Anchor>,
        sign: impl FnOnce(&[u8]) -> Result<String, E>,
    ) -> Result<W, E> {
        self.files.sort_by(|a, b| a.name.as_bytes().cmp(b.name.as_bytes()));
        self.records.sort_by_key(|record| record.seq);
        let manifest = Manifest {
            format: FORMAT.into(),
            version: VERSION,
            made: self.about.made.to_rfc3339(),
            generator: self.about.generator.clone(),
            language: self.about.language.clone(),
            verifier_key: self.about.verifier_key.clone(),
            files: std::mem::take(&mut self.files),
            records: std::mem::take(&mut self.records),
            evidence: std::mem::take(&mut self.evidence),
            anchors,
        };
        // Text and numbers only.
        let mut json = serde_json::to_vec_pretty(&manifest).map_err(|error| Error::Io(error.into()))?;
        json.push(b'\n');
        let note = sign(&json)?;
        self.add(MANIFEST, &json)?;
        self.add(NOTE, note.as_bytes())?;
        Ok(self.zip.finish().map_err(Error::from)?)
    }

    fn begin(&mut self, name: &str, size: u64) -> Result<(), Error> {
        if !self.names.insert(name.to_lowercase()) {
            return Err(Error::SameName(name.to_owned()));
        }
        let mut options: FileOptions<'_, '_, ()> = SimpleFileOptions::default()
            .compression_method(if shrinks(name) { CompressionMethod::Deflated } else { CompressionMethod::Stored })
            .last_modified_time(stamp(&self.about.made))
            // Room for a length of eight bytes must be kept before the first byte is written; encrypting adds some.
            .large_file(size >= LARGE)
            .unix_permissions(0o644);
        if let Some(password) = self.password {
            options = options.with_aes_encryption(AesMode::Aes256, password);
        }
        self.zip.start_file(name, options)?;
        Ok(())
    }

    fn done(&mut self, name: &str, size: u64, hash: &[u8]) {
        self.files.push(FileEntry { name: name.to_owned(), size, sha256: hex(hash) });
    }
}

/// Does a file of this name get smaller? Originals are stored as they are: most are compressed already, and then anybody
/// finds them in the ZIP bit for bit.
fn shrinks(name: &str) -> bool {
    ["txt", "html", "json", "csv", "note", "tlog-proof"].iter().any(|ending| {
        name.rsplit_once('.').is_some_and(|(stem, found)| found == *ending && !stem.starts_with("evidence/"))
    })
}

/// The time of every file: ZIP keeps local times, to two seconds, from 1980.
fn stamp(made: &DateTime<FixedOffset>) -> zip::DateTime {
    let part = |value: u32| u8::try_from(value).unwrap_or(0);
    let year = u16::try_from(made.year()).unwrap_or(0);
    let (month, day) = (part(made.month()), part(made.day()));
    zip::DateTime::from_date_and_time(year, month, day, part(made.hour()), part(made.minute()), part(made.second()))
        .unwrap_or_default()
}
