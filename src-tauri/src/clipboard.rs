//! What another program copied: WebKit on Linux hands no pictures to the page, so the system is asked.

use std::path::PathBuf;

use tauri::AppHandle;

/// What is on the clipboard, as far as it can be evidence. Text comes from the page.
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "elsewhere the page gets it itself"))]
pub(crate) enum Copied {
    /// Files, copied in a file manager.
    Files(Vec<PathBuf>),
    /// A picture, and the ending that its file gets.
    Picture(Vec<u8>, &'static str),
}

/// Asks for files, and then for a picture in the best form that there is.
#[cfg(target_os = "linux")]
pub(crate) fn read(app: &AppHandle) -> Option<Copied> {
    /// Forms of pictures, the exact ones first.
    const FORMS: [(&str, &str); 6] = [
        ("image/png", "png"),
        ("image/jpeg", "jpg"),
        ("image/webp", "webp"),
        ("image/gif", "gif"),
        ("image/tiff", "tiff"),
        ("image/bmp", "bmp"),
    ];
    let addresses = ask(app, |clipboard, answer| {
        clipboard.request_uris(move |_, addresses| {
            answer(addresses.iter().map(|address| address.as_str().to_owned()).collect::<Vec<_>>());
        });
    })?;
    let paths: Vec<PathBuf> = addresses
        .iter()
        .filter_map(|address| gtk::glib::filename_from_uri(address).ok())
        .map(|(path, _host)| path)
        .collect();
    if !paths.is_empty() {
        return Some(Copied::Files(paths));
    }
    FORMS.into_iter().find_map(|(form, ending)| {
        let bytes = ask(app, move |clipboard, answer| {
            clipboard.request_contents(&gtk::gdk::Atom::intern(form), move |_, found| {
                answer(if found.length() > 0 { found.data() } else { Vec::new() });
            });
        })?;
        (!bytes.is_empty()).then_some(Copied::Picture(bytes, ending))
    })
}

/// Asks the clipboard on the thread that may, and waits for the answer here: the other program may be slow to give it.
#[cfg(target_os = "linux")]
fn ask<T: Send + 'static>(
    app: &AppHandle,
    question: impl FnOnce(gtk::Clipboard, Box<dyn FnOnce(T)>) + Send + 'static,
) -> Option<T> {
    let (told, answer) = std::sync::mpsc::channel();
    app.run_on_main_thread(move || {
        let tell = Box::new(move |found| {
            // Nobody waits any more.
            let _ = told.send(found);
        });
        question(gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD), tell);
    })
    .ok()?;
    answer.recv_timeout(std::time::Duration::from_secs(10)).ok()
}

/// Elsewhere the page gets pictures and files itself.
#[cfg(not(target_os = "linux"))]
pub(crate) fn read(_app: &AppHandle) -> Option<Copied> {
    None
}
