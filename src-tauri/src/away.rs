//! Going to the background on a phone: the logbook locks, and what was being typed is kept. The file chooser, the camera's
//! question and a share sheet put the app there as well; while the app itself asked for one of those, it stays open until the
//! automatic lock.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tauri::{AppHandle, Emitter, Manager};

use crate::desk::{Desk, held};
use crate::window;

/// How long the page gets to keep its drafts. It may not be running any more.
const KEEP: Duration = Duration::from_secs(1);
/// What the app asked for is over, and it is still not in front: the person went elsewhere from there. The answer of a chooser
/// comes a moment before the app does.
const BACK: Duration = Duration::from_secs(5);

/// Where the app is.
#[derive(Default)]
pub(crate) struct Away {
    at: Mutex<At>,
    /// The page has kept its drafts.
    kept: Condvar,
}

#[derive(Default)]
struct At {
    /// Not in front since then.
    since: Option<Instant>,
    /// Things of the system's that the app asked for and that are still there.
    asked: usize,
    /// Drafts were kept so often.
    kept: u64,
}

/// The app asked the system for something that puts it into the background; as long as this is held it does not lock because
/// of that.
pub(crate) struct Asked(Arc<Desk>);

impl Asked {
    pub(crate) fn new(app: &AppHandle) -> Self {
        let desk = Arc::clone(&app.state::<Arc<Desk>>());
        desk.away.ask(true);
        Self(desk)
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.0.away.ask(false);
    }
}

impl Away {
    /// The app asks the system for something, or that is over.
    pub(crate) fn ask(&self, begins: bool) {
        let mut at = held(&self.at);
        at.asked = if begins { at.asked + 1 } else { at.asked.saturating_sub(1) };
        if at.since.is_some() {
            at.since = Some(Instant::now());
        }
    }

    /// The app went to the background. True if nothing of ours is the reason.
    fn left(&self) -> bool {
        let mut at = held(&self.at);
        at.since = Some(Instant::now());
        at.asked == 0
    }

    /// It is in front again.
    pub(crate) fn came_back(&self) {
        held(&self.at).since = None;
    }

    /// It has been in the background for longer than a chooser's answer takes, and nothing of ours is the reason.
    pub(crate) fn is_over(&self) -> bool {
        let at = held(&self.at);
        at.asked == 0 && at.since.is_some_and(|since| since.elapsed() >= BACK)
    }

    /// The page has kept its drafts.
    pub(crate) fn kept(&self) {
        held(&self.at).kept += 1;
        self.kept.notify_all();
    }

    /// Says it to the page, and waits until it has kept its drafts.
    fn wait(&self, say: impl FnOnce()) {
        let before = held(&self.at).kept;
        say();
        let at = held(&self.at);
        // Whoever waited in vain locks all the same.
        let _ = self.kept.wait_timeout_while(at, KEEP, |at| at.kept == before).unwrap_or_else(PoisonError::into_inner);
    }
}

/// The app went to the background.
#[cfg_attr(desktop, expect(dead_code, reason = "a PC's window is minimised, see watch"))]
pub(crate) fn left(app: &AppHandle) {
    let desk = Arc::clone(&app.state::<Arc<Desk>>());
    if desk.away.left() && desk.preferences().lock_hidden && desk.is_open() {
        let app = app.clone();
        // The page cannot keep anything while this thread waits for it.
        std::thread::spawn(move || lock(&app, &desk));
    }
}

/// Lets the page keep its drafts, and locks.
pub(crate) fn lock(app: &AppHandle, desk: &Desk) {
    keep(app, desk);
    if desk.lock() {
        window::renew(app);
    }
}

/// Lets the page keep what was typed, does this, and throws the page away, whether the logbook was open or not. Goes on by
/// itself: the page cannot keep anything while it waits for an answer.
pub(crate) fn then(app: &AppHandle, desk: &Arc<Desk>, lock: fn(&Desk)) {
    let (app, desk) = (app.clone(), Arc::clone(desk));
    std::thread::spawn(move || {
        keep(&app, &desk);
        lock(&desk);
        window::renew(&app);
    });
}

/// What was typed is kept, and what was copied is taken off the clipboard.
fn keep(app: &AppHandle, desk: &Desk) {
    // A draft does not wait for what takes long.
    desk.stop();
    desk.away.wait(|| {
        // A page that is gone has nothing to keep.
        let _ = app.emit_to(window::LABEL, "leaving", ());
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_app_itself_asked_for_does_not_lock_it_and_going_elsewhere_from_there_does() {
        let away = Away::default();
        assert!(away.left());
        away.came_back();
        assert!(!away.is_over());

        away.ask(true);
        assert!(!away.left());
        held(&away.at).since = Instant::now().checked_sub(BACK);
        assert!(!away.is_over(), "the chooser is still there");
        away.ask(false);
        assert!(!away.is_over(), "the app comes a moment after the answer");
        held(&away.at).since = Instant::now().checked_sub(BACK);
        assert!(away.is_over(), "it did not come");
        away.came_back();
        assert!(!away.is_over());
        // One end too many asks for nothing.
        away.ask(false);
        assert!(away.left());
    }

    #[test]
    fn locking_waits_until_the_page_has_kept_its_drafts() {
        let away = Arc::new(Away::default());
        let page = Arc::clone(&away);
        let (told, says) = std::sync::mpsc::channel();
        let waiting = std::thread::spawn(move || {
            away.wait(|| told.send(()).unwrap());
            away
        });
        says.recv().unwrap();
        assert!(!waiting.is_finished());
        page.kept();
        let away = waiting.join().unwrap();
        // An answer that came before the question is none.
        assert_eq!(held(&away.at).kept, 1);
    }
}
