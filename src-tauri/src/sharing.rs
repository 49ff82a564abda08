//! What other apps on the phone share: into the sealed inbox while the logbook is locked, as evidence while it is open. Nothing
//! of it is in a file of ours in between.

use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::atomic::Ordering;

use houvast_guidance::texts::Texts;
use houvast_logbook::model::Arrival;
use houvast_logbook::{Keep, KeepError, put_note, put_stream};
use houvast_phone::Shared;

use crate::commands::{Put, Refused};
use crate::desk::Desk;
use crate::error::AppError;

/// A file to read, and how long it is if that is known.
pub(crate) type Opened = Result<(File, Option<u64>), KeepError>;

/// Takes all of it, one by one. `open` opens an address; `done` is told of each that is safe now; `progress` gets bytes done and
/// all bytes of the one that is being taken, and ends the work by breaking.
pub(crate) fn take(
    desk: &Desk,
    shared: Vec<Shared>,
    open: &dyn Fn(&str) -> Opened,
    done: &dyn Fn(&str),
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Put {
    desk.stop_work.store(false, Ordering::Relaxed);
    let mut all = Put::default();
    for one in shared {
        match take_one(desk, &one, open, progress) {
            Ok(()) => {
                all.count += 1;
                if let Some(address) = &one.uri {
                    done(address);
                }
            }
            Err(error) => {
                let name = houvast_intake::safe_name(&one.name.unwrap_or_default());
                all.refused.push(Refused { name, error });
            }
        }
    }
    all
}

fn take_one(
    desk: &Desk,
    shared: &Shared,
    open: &dyn Fn(&str) -> Opened,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), AppError> {
    let note = || Texts::new(desk.preferences().language).get("put-note-name");
    let Some(address) = &shared.uri else {
        let text = shared.text.as_deref().unwrap_or_default();
        return if desk.is_open() {
            keep(desk, &note(), &mut text.as_bytes(), Some(text.len() as u64), progress)
        } else {
            Ok(put_note(&desk.path(), &desk.ports, &note(), text)?)
        };
    };
    let (mut file, found) = open(address)?;
    // What the other app says of the length counts where the file itself does not tell: a pipe that ends early is then noticed.
    let size = found.or(shared.size);
    let name = shared.name.clone().unwrap_or_default();
    if desk.is_open() {
        keep(desk, &name, &mut file, size, progress)
    } else {
        Ok(put_stream(&desk.path(), &desk.ports, &name, &mut file, size, progress)?)
    }
}

/// As evidence of an open logbook; what is there already is not kept twice.
fn keep(
    desk: &Desk,
    name: &str,
    source: &mut (dyn Read + Send),
    size: Option<u64>,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(), AppError> {
    let keep = Keep { name, arrival: Arrival::Shared, incident: None };
    keep.bytes_once(desk, source, size, &mut |done, total| {
        desk.touch();
        progress(done, total)
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::io::Write;
    use std::path::Path;

    use houvast_logbook::view::EvidenceView;
    use houvast_logbook::{Book, KdfCost, extract, open_file, take_inbox};
    use tauri::Url;

    use super::*;
    use crate::device_key::Absent;

    const PASSPHRASE: &str = "vier gewone woorden samen";

    /// A desk with a logbook on it, open.
    fn desk(folder: &Path) -> Desk {
        let desk = Desk::new(folder, houvast_vault::system::ports(), Box::new(Absent));
        let made = Book::create(&desk.path(), PASSPHRASE, KdfCost::FLOOR, desk.ports.clone()).unwrap();
        desk.put(made.0, desk.ways.since()).unwrap();
        desk
    }

    fn open_again(desk: &Desk) {
        desk.open_with_passphrase(PASSPHRASE).unwrap();
        take_inbox(desk, &mut |_, _| ControlFlow::Continue(())).unwrap();
    }

    fn file(folder: &Path, name: &str, bytes: &[u8]) -> Shared {
        let path = folder.join(name);
        File::create(&path).unwrap().write_all(bytes).unwrap();
        let uri = Some(Url::from_file_path(&path).unwrap().into());
        Shared { uri, name: Some(name.to_owned()), kind: None, text: None, size: None }
    }

    fn at_path(address: &str) -> Opened {
        let path = Url::parse(address).unwrap().to_file_path().unwrap();
        open_file(&path).map(|(file, size)| (file, Some(size)))
    }

    /// What was taken, in order of name, and which addresses are done with.
    fn taken(desk: &Desk, shared: Vec<Shared>, open: &dyn Fn(&str) -> Opened) -> (Put, Vec<String>) {
        let done = RefCell::new(Vec::new());
        let put = take(desk, shared, open, &|address| done.borrow_mut().push(address.to_owned()), &mut |_, _| {
            ControlFlow::Continue(())
        });
        (put, done.into_inner())
    }

    fn kept(desk: &Desk) -> Vec<(EvidenceView, Vec<u8>)> {
        let mut all = desk.with(|book| Ok::<_, AppError>(book.inbox())).unwrap();
        all.sort_by(|a, b| a.name.cmp(&b.name));
        let bytes = |piece: EvidenceView| {
            let mut bytes = std::io::Cursor::new(Vec::new());
            extract(desk, &piece.id, &mut bytes, &mut |_, _| ControlFlow::Continue(())).unwrap();
            (piece, bytes.into_inner())
        };
        all.into_iter().map(bytes).collect()
    }

    #[test]
    fn what_is_shared_while_locked_is_sealed_and_is_evidence_when_the_logbook_opens() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        desk.lock();
        let long = vec![7; 3_000_000];
        let gone = file(folder.path(), "weg.jpg", b"");
        std::fs::remove_file(folder.path().join("weg.jpg")).unwrap();
        let note = Shared { uri: None, name: None, kind: None, text: Some("Hij belde weer".into()), size: None };
        let shared = vec![file(folder.path(), "film.mp4", &long), gone, note, file(folder.path(), "a.txt", b"app")];
        let addresses = [&shared[0], &shared[3]].map(|shared| shared.uri.clone().unwrap());
        let (put, done) = taken(&desk, shared, &at_path);
        assert_eq!(put.count, 3);
        assert_eq!(put.refused.len(), 1);
        assert_eq!((put.refused[0].name.as_str(), put.refused[0].error.code.as_str()), ("weg.jpg", "vanished"));
        assert_eq!(done, addresses, "what was not taken is not done with");
        assert!(!desk.is_open());
        let sealed = std::fs::read(desk.path()).unwrap();
        assert!(!sealed.windows(14).any(|bytes| bytes == b"Hij belde weer"));

        open_again(&desk);
        let kept = kept(&desk);
        let bytes: Vec<&[u8]> = kept.iter().map(|(_, bytes)| bytes.as_slice()).collect();
        assert!(bytes == [b"app".as_slice(), &long, b"Hij belde weer"], "{:?}", kept.iter().map(|(piece, _)| piece));
        assert!(kept.iter().all(|(piece, _)| piece.arrival == Arrival::WhileLocked));
    }

    #[test]
    fn what_is_shared_while_open_is_evidence_at_once_and_not_twice() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let one = file(folder.path(), "foto.jpg", b"no picture");
        let (put, done) = taken(&desk, vec![one.clone(), one], &at_path);
        assert_eq!((put.count, put.refused.len(), done.len()), (2, 0, 2));
        let kept = kept(&desk);
        assert_eq!(kept.len(), 1);
        assert_eq!((kept[0].0.name.as_str(), kept[0].0.arrival), ("foto.jpg", Arrival::Shared));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_that_ends_early_is_refused_where_the_other_app_said_how_long_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let desk = desk(folder.path());
        let pipe = |_: &str| {
            let (read, mut write) = std::io::pipe().unwrap();
            write.write_all(b"half").unwrap();
            Ok((File::from(std::os::fd::OwnedFd::from(read)), None))
        };
        let shared = |size| Shared {
            uri: Some("content://elsewhere/1".into()),
            name: Some("film.mp4".into()),
            kind: None,
            text: None,
            size,
        };
        for locked in [false, true] {
            if locked {
                desk.lock();
            }
            let (put, done) = taken(&desk, vec![shared(Some(10))], &pipe);
            assert_eq!((put.count, done.len()), (0, 0));
            assert_eq!(put.refused[0].error.code, "changed-while-reading");
            let (put, done) = taken(&desk, vec![shared(None)], &pipe);
            assert_eq!((put.count, done.len()), (1, 1), "nobody says how long it is");
        }
        open_again(&desk);
        assert!(kept(&desk).iter().all(|(_, bytes)| bytes == b"half"));
    }
}
