//! A package with a file of more than 4 GiB, which is where a ZIP's lengths of four bytes end; and a logbook of that size that
//! moves to another device.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::cell::RefCell;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow::Continue;
use std::process::Command;

use houvast_logbook::model::Arrival;
use houvast_logbook::{Book, KdfCost, Keep, Restore, Unlock, backup};
use houvast_package::{About, Error, Writer};
use sha2::{Digest, Sha256};

/// A little more than four bytes can say.
const LENGTH: u64 = (1 << 32) + 12_345;

/// A file in which zeros are holes, so that the disk need not have the room.
struct Sparse(File);

impl Write for Sparse {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if bytes.len() > 4096 && bytes.iter().all(|byte| *byte == 0) {
            let end = self.0.seek(SeekFrom::Current(i64::try_from(bytes.len()).unwrap()))?;
            if self.0.metadata()?.len() < end {
                self.0.set_len(end)?;
            }
            return Ok(bytes.len());
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

impl Seek for Sparse {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.0.seek(to)
    }
}

/// Where bytes go only to be counted.
struct Counted(u64);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Zeros, and at their very end a letter: what is cut off or begins anew is another file.
fn film() -> impl Read {
    std::io::repeat(0).take(LENGTH - 1).chain(&b"e"[..])
}

fn told(words: &[&str]) -> String {
    let run = Command::new(words[0]).args(&words[1..]).output().unwrap();
    assert!(run.status.success(), "{words:?}: {run:?}");
    String::from_utf8_lossy(&run.stdout).into_owned()
}

#[test]
fn a_film_of_more_than_4_gib_is_packed_and_other_programs_take_it_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    let (mut hash, mut from, mut piece) = (Sha256::new(), film(), vec![0; 1 << 20]);
    loop {
        match from.read(&mut piece).unwrap() {
            0 => break,
            count => hash.update(&piece[..count]),
        }
    }
    let sha256 = houvast_vault::hex(&hash.finalize());

    let about = About {
        made: "2026-03-03T21:30:00+01:00".parse().unwrap(),
        generator: "Houvast".into(),
        language: "nl".into(),
        verifier_key: String::new(),
    };
    let mut writer = Writer::new(Sparse(File::create(&path).unwrap()), about, None);
    assert!(writer.add_stream("evidence/film.mp4", &mut film(), LENGTH, &sha256, &mut |_| Ok(())).unwrap());
    writer.add("achter.txt", b"Wat achter de grens staat.").unwrap();
    writer.finish::<Error>(Vec::new(), |_| Ok("note".into())).unwrap();

    let zip = path.to_str().unwrap();
    let script = "import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); \
        print(z.getinfo('evidence/film.mp4').file_size, z.read('achter.txt').decode())";
    assert_eq!(told(&["python3", "-c", script, zip]).trim(), format!("{LENGTH} Wat achter de grens staat."));
    assert_eq!(told(&["unzip", "-p", zip, "achter.txt"]), "Wat achter de grens staat.");
    let out = told(&["sh", "-c", "7z x -so \"$1\" evidence/film.mp4 | sha256sum", "sh", zip]);
    assert_eq!(out.split_whitespace().next(), Some(sha256.as_str()));
    told(&["unzip", "-tqq", zip]);
}

#[test]
#[ignore = "it writes 13 GB: cargo test --workspace --test large -- --ignored"]
fn a_logbook_of_more_than_4_gib_moves_to_another_device() {
    const PASSPHRASE: &str = "een zin voor de proef";
    let folder = tempfile::tempdir().unwrap();
    let (old, copy, new) = (folder.path().join("old.db"), folder.path().join("kopie.db"), folder.path().join("new.db"));
    let (book, _) = Book::create(&old, PASSPHRASE, KdfCost::FLOOR, houvast_vault::system::ports()).unwrap();
    let book = RefCell::new(book);
    let keep = Keep { name: "film.mp4", arrival: Arrival::Picked, incident: None };
    let id = keep.bytes(&book, &mut film(), LENGTH, &mut |_, _| Continue(())).unwrap();
    let mut told = (0, 0);
    backup(&book, &copy, &mut |done, total| {
        assert!(done >= told.0 && done <= total, "{done} of {total} after {told:?}");
        told = (done, total);
        Continue(())
    })
    .unwrap();
    assert!(told.1 > 0 && told.0 == told.1, "how far it is was told to its end: {told:?}");
    drop(book);
    // Only the backup goes along.
    std::fs::remove_file(&old).unwrap();
    let unlock = Unlock::Passphrase(PASSPHRASE);
    let ports = houvast_vault::system::ports;
    let restore = Restore::read(&copy, &new, &unlock, ports(), &mut |_, _| Continue(())).unwrap();
    assert_eq!(restore.problems(), []);
    restore.put().unwrap();
    let book = Book::open(&new, &unlock, ports()).unwrap();
    // What is taken out is checked against its SHA-256 on the way.
    let mut out = Counted(0);
    book.extract(&id, &mut out, &mut |_| Continue(())).unwrap();
    assert_eq!((out.0, book.one_evidence(&id).unwrap().size), (LENGTH, LENGTH));
}
