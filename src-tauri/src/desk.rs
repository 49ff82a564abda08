//! What the running app holds: the open book, if it is open, and what is going on.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use chrono::{DateTime, NaiveDate};
use houvast_logbook::model::Arrival;
use houvast_logbook::{Book, FILE, FOLDER, Lend, LockedRecording, Ports, Recording, Restore};

use zeroize::Zeroizing;

use crate::away::Away;
use crate::chosen::Chosen;
use crate::commands::Saved;
use crate::device_key::DeviceKey;
use crate::error::AppError;
use crate::panel::{self, Kept, OwnPanel};
use crate::preferences::Preferences;
use crate::ways_in::{Since, Ways};

/// The app's state. The book is behind a lock that is held for one step at a time, so that a picture can be shown
/// while a film is being kept.
pub(crate) struct Desk {
    folder: PathBuf,
    pub(crate) ports: Ports,
    book: Mutex<Option<Book>>,
    preferences: Mutex<Preferences>,
    /// What the locked emergency panel shows of the person, if they chose that.
    panel: Mutex<Option<Kept>>,
    /// When somebody last did something.
    used: Mutex<Instant>,
    /// The files that were last dropped on the window.
    pub(crate) dropped: Mutex<Vec<PathBuf>>,
    /// The files that the last import did not keep because they are there already.
    pub(crate) twice: Mutex<Vec<(Chosen, Arrival)>>,
    /// Somebody asked to stop what is being kept.
    pub(crate) stop_import: AtomicBool,
    /// Somebody asked to stop the report.
    pub(crate) stop_report: AtomicBool,
    /// Somebody asked to stop the backup, or what else is long and there is one of at a time.
    pub(crate) stop_work: AtomicBool,
    /// The preview that is wanted: a number that grows.
    pub(crate) previews: AtomicU64,
    /// Its pages, as far as they are drawn.
    pub(crate) pages: Mutex<Vec<Zeroizing<Vec<u8>>>>,
    /// What was last handed over.
    pub(crate) saved: Mutex<Option<Saved>>,
    /// A backup that was read and waits to be put back.
    pub(crate) restore: Mutex<Option<Restore>>,
    /// What is being recorded.
    pub(crate) recording: Mutex<Option<Recording>>,
    /// What is being recorded while the logbook is locked. It keeps the file, so it ends before anything opens that.
    pub(crate) put_sound: Mutex<Option<LockedRecording>>,
    /// Held while a page of a PDF is drawn: one at a time takes memory enough.
    pub(crate) drawing: Mutex<()>,
    /// What opens the logbook besides passphrase and recovery key.
    pub(crate) ways: Ways,
    /// Where the app is: in front, or behind something.
    pub(crate) away: Away,
    /// Held while what another app shared is taken in.
    pub(crate) taking: Mutex<()>,
    /// What a test shares was taken.
    pub(crate) shared_once: Mutex<bool>,
}

impl Desk {
    pub(crate) fn new(data: &Path, ports: Ports, device: Box<dyn DeviceKey>) -> Self {
        let folder = data.join(FOLDER);
        let preferences = Preferences::read(&folder);
        let panel = Kept::read(&folder);
        let ways = Ways::new(&folder, device);
        Self {
            folder,
            ports,
            book: Mutex::new(None),
            preferences: Mutex::new(preferences),
            panel: Mutex::new(panel),
            used: Mutex::new(Instant::now()),
            dropped: Mutex::new(Vec::new()),
            twice: Mutex::new(Vec::new()),
            stop_import: AtomicBool::new(false),
            stop_report: AtomicBool::new(false),
            stop_work: AtomicBool::new(false),
            previews: AtomicU64::new(0),
            pages: Mutex::new(Vec::new()),
            saved: Mutex::new(None),
            restore: Mutex::new(None),
            recording: Mutex::new(None),
            put_sound: Mutex::new(None),
            drawing: Mutex::new(()),
            ways,
            away: Away::default(),
            taking: Mutex::new(()),
            shared_once: Mutex::new(false),
        }
    }

    /// Where a backup is made before it goes to an address.
    pub(crate) fn on_the_way(&self) -> PathBuf {
        self.folder.join("kopie.db")
    }

    /// Removes what was being made when the system ended the app: on a phone that happens often, and a backup is large. Only
    /// where no other program of ours can be making something.
    pub(crate) fn sweep(&self) {
        let is_half = |path: &PathBuf| {
            let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            is_hidden && path.extension().is_some_and(|ending| ending == "new")
        };
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let half = entries.map(|entry| entry.path()).filter(is_half);
        for path in half.chain([self.on_the_way()]) {
            // It may not be there, and can wait for the next start.
            let _ = std::fs::remove_file(path);
        }
    }

    /// The folder of the logbook and of what lies beside it.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the logbook is, or will be.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    pub(crate) fn is_open(&self) -> bool {
        held(&self.book).is_some()
    }

    /// Puts an opened book on the desk, unless somebody left since it began to be opened.
    pub(crate) fn put(&self, book: Book, since: Since) -> Result<(), AppError> {
        self.touch();
        {
            let mut on_desk = held(&self.book);
            if self.ways.since() != since {
                return Err(AppError::new("locked"));
            }
            *on_desk = Some(book);
        }
        self.renew_panel();
        Ok(())
    }

    /// Stops what takes long, which lets others have the book.
    pub(crate) fn stop(&self) {
        for stop in [&self.stop_import, &self.stop_report, &self.stop_work] {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Drops the book, its keys and all opened text, and stops what was going on. True if it was open.
    pub(crate) fn lock(&self) -> bool {
        self.stop();
        *held(&self.restore) = None;
        held(&self.dropped).clear();
        held(&self.twice).clear();
        *held(&self.saved) = None;
        self.leave_recording();
        let was_open = held(&self.book).take().is_some();
        self.previews.fetch_add(1, Ordering::SeqCst);
        held(&self.pages).clear();
        was_open
    }

    /// Ends what is being recorded. It is in the logbook's file already, and becomes evidence at the next opening even if
    /// its end cannot be written.
    pub(crate) fn leave_recording(&self) {
        if let Some(recording) = held(&self.recording).take() {
            let _ = self.lend(|book| recording.leave(book));
        }
    }

    /// Ends what is being recorded while the logbook is locked. It is in the file already, and becomes evidence at the next
    /// opening even if its end cannot be written.
    pub(crate) fn leave_put_sound(&self) {
        if let Some(recording) = held(&self.put_sound).take() {
            let _ = recording.leave();
        }
    }

    /// Does something with the open book.
    pub(crate) fn with<T, E: Into<AppError>>(
        &self,
        with: impl FnOnce(&mut Book) -> Result<T, E>,
    ) -> Result<T, AppError> {
        self.lend(with).ok_or_else(|| AppError::new("locked"))?.map_err(Into::into)
    }

    pub(crate) fn preferences(&self) -> Preferences {
        held(&self.preferences).clone()
    }

    pub(crate) fn set_preferences(&self, preferences: Preferences) -> Result<(), AppError> {
        preferences.write(&self.folder)?;
        *held(&self.preferences) = preferences;
        Ok(())
    }

    /// The day that it is on this device.
    fn today(&self) -> NaiveDate {
        let now = self.ports.clock.now();
        let local = now.utc_micros.saturating_add(i64::from(now.offset_seconds) * 1_000_000);
        DateTime::from_timestamp_micros(local).unwrap_or_default().date_naive()
    }

    /// The person's own part of the locked emergency panel, if they chose that.
    pub(crate) fn panel(&self) -> Option<OwnPanel> {
        held(&self.panel).as_ref().map(|kept| kept.on(self.today()))
    }

    /// Shows contact persons on the locked panel too, or no longer.
    pub(crate) fn set_panel(&self, shown: bool) -> Result<(), AppError> {
        if shown {
            let kept = self.with(|book| Ok::<_, AppError>(Kept::of(book, self.today())))?;
            kept.write(&self.folder)?;
            *held(&self.panel) = Some(kept);
        } else {
            panel::remove(&self.folder)?;
            *held(&self.panel) = None;
        }
        Ok(())
    }

    /// Contact persons or measures may have changed. If this cannot be written, yesterday's numbers are better than
    /// none, and the next change or opening writes them again.
    pub(crate) fn renew_panel(&self) {
        let is_shown = held(&self.panel).is_some();
        if is_shown {
            let _ = self.set_panel(true);
        }
    }

    /// Somebody did something: the automatic lock waits anew.
    pub(crate) fn touch(&self) {
        *held(&self.used) = Instant::now();
    }

    /// Has nobody done anything for as long as the settings say?
    pub(crate) fn is_idle(&self) -> bool {
        let minutes = u64::from(self.preferences().lock_minutes.clamp(1, 60));
        held(&self.used).elapsed().as_secs() >= minutes * 60
    }
}

impl Lend for Desk {
    fn lend<T>(&self, with: impl FnOnce(&mut Book) -> T) -> Option<T> {
        held(&self.book).as_mut().map(with)
    }
}

/// A panic elsewhere does not make the book unusable: every change is a transaction.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_half_made_is_swept_away_and_nothing_else() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join(FOLDER);
        std::fs::create_dir(&folder).unwrap();
        for name in [FILE, "houvast.db-journal", "houvast-1.db", "settings.json", ".aB3x.new", "kopie.db"] {
            std::fs::File::create(folder.join(name)).unwrap();
        }
        Desk::new(data.path(), houvast_vault::system::ports(), Box::new(crate::device_key::Absent)).sweep();
        let mut left: Vec<_> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, ["houvast-1.db", "houvast.db", "houvast.db-journal", "settings.json"]);
    }
}
