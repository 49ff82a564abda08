//! What other apps share on iOS: the system copies each file into the app's own `Documents/Inbox` and says so. It stays there
//! until it is taken away, also when the app was ended in between, so the folder itself is the list.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::{Error, Shared};

/// The folder, and what of it was handed over since the app started.
pub(crate) struct Inbox {
    folder: PathBuf,
    handed_over: Mutex<BTreeSet<PathBuf>>,
    told: Mutex<Arc<dyn Fn() + Send + Sync>>,
}

impl Inbox {
    /// In: the folder into which the system copies. It need not be there.
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, handed_over: Mutex::default(), told: Mutex::new(Arc::new(|| ())) }
    }

    /// What is there and was not handed over yet, by name.
    pub(crate) fn shared(&self) -> Result<Vec<Shared>, Error> {
        let entries = match std::fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(_) => return Err(Error::Failed),
        };
        let mut paths: Vec<PathBuf> =
            entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_file()).collect();
        paths.sort();
        let mut handed_over = held(&self.handed_over);
        Ok(paths.into_iter().filter(|path| handed_over.insert(path.clone())).filter_map(|path| about(&path)).collect())
    }

    /// Who is told when something came.
    pub(crate) fn on_shared(&self, told: impl Fn() + Send + Sync + 'static) {
        *held(&self.told) = Arc::new(told);
    }

    /// The system says that something came. Whoever asked is told on a thread of its own: this is the main one.
    pub(crate) fn came(&self) -> std::thread::JoinHandle<()> {
        let told = Arc::clone(&held(&self.told));
        std::thread::spawn(move || told())
    }

    /// Takes a copy away; anything that is not one is left alone.
    pub(crate) fn done_with(&self, uri: &str) -> Result<(), Error> {
        let path = tauri::Url::parse(uri).ok().and_then(|url| url.to_file_path().ok()).ok_or(Error::Failed)?;
        if path.parent() != Some(self.folder.as_path()) {
            return Err(Error::Failed);
        }
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::Failed),
            _ => {
                held(&self.handed_over).remove(&path);
                Ok(())
            }
        }
    }
}

/// A file's address, name and size. Its kind is not known: whoever reads it finds out.
fn about(path: &Path) -> Option<Shared> {
    Some(Shared {
        uri: Some(tauri::Url::from_file_path(path).ok()?.into()),
        name: path.file_name().map(|name| name.to_string_lossy().into_owned()),
        kind: None,
        text: None,
        size: path.metadata().ok().map(|about| about.len()),
    })
}

/// A thread that panicked left the list as it was.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::Inbox;
    use crate::Error;

    fn put(folder: &std::path::Path, name: &str, text: &[u8]) {
        use std::io::Write;
        std::fs::File::create(folder.join(name)).unwrap().write_all(text).unwrap();
    }

    #[test]
    fn each_copy_is_handed_over_once_and_again_after_a_new_start_until_it_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let inbox = Inbox::new(folder.path().to_owned());
        assert_eq!(inbox.shared(), Ok(vec![]));
        put(folder.path(), "b #1.jpg", b"12345");
        put(folder.path(), "a.pdf", b"1");
        let first = inbox.shared().unwrap();
        let names: Vec<_> = first.iter().map(|shared| shared.name.as_deref().unwrap()).collect();
        assert_eq!(names, ["a.pdf", "b #1.jpg"]);
        assert_eq!(first[1].size, Some(5));
        assert_eq!(inbox.shared(), Ok(vec![]), "once");

        inbox.done_with(first[1].uri.as_deref().unwrap()).unwrap();
        let after = Inbox::new(folder.path().to_owned()).shared().unwrap();
        assert_eq!(after, first[..1], "what was not taken away comes back");
        put(folder.path(), "b #1.jpg", b"another of that name");
        assert_eq!(inbox.shared().unwrap().len(), 1);
    }

    #[test]
    fn nothing_outside_the_folder_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("Inbox");
        std::fs::create_dir(&inside).unwrap();
        put(folder.path(), "logbook", b"all of it");
        let inbox = Inbox::new(inside.clone());
        for uri in [
            tauri::Url::from_file_path(folder.path().join("logbook")).unwrap().to_string(),
            format!("file://{}/../logbook", inside.display()),
            "content://media/1".into(),
            String::new(),
        ] {
            assert_eq!(inbox.done_with(&uri), Err(Error::Failed), "{uri}");
        }
        assert!(folder.path().join("logbook").exists());
    }

    #[test]
    fn whoever_asked_is_told_and_the_last_who_asked_alone() {
        let inbox = Inbox::new("/nowhere/at/all".into());
        inbox.came().join().unwrap();
        let (before, now) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        for told in [&before, &now] {
            let told = Arc::clone(told);
            inbox.on_shared(move || {
                told.fetch_add(1, Ordering::Relaxed);
            });
        }
        inbox.came().join().unwrap();
        assert_eq!((before.load(Ordering::Relaxed), now.load(Ordering::Relaxed)), (0, 1));
        assert_eq!(inbox.shared(), Ok(vec![]));
    }
}
