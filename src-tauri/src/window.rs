//! The one window.

use houvast_guidance::Lang;
use houvast_phone::PhoneExt;
use tauri::webview::{NewWindowResponse, WebviewWindowBuilder};
use tauri::{AppHandle, DragDropEvent, Emitter, Manager, Url, WebviewUrl, WebviewWindow, WindowEvent};

use std::sync::Arc;

use crate::desk::{Desk, held};
use crate::dialogs;
use crate::preferences::Preferences;

/// Its label, which the capability names.
pub(crate) const LABEL: &str = "main";

/// Can this system keep a window out of screenshots? Linux cannot: neither X11 nor Wayland has a way to ask for it. Android
/// keeps it out of the list of recent apps as well; iOS covers it there, and lets nobody forbid a screenshot.
pub(crate) const CAN_PROTECT: bool = !cfg!(target_os = "linux");

/// Opens the window: nothing of it is kept on disk, and it goes nowhere else.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let preferences = app.state::<Arc<Desk>>().preferences();
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App(look(&preferences).into()))
        .title(preferences.window_name.in_words(preferences.language))
        .content_protected(preferences.protected)
        .inner_size(1100.0, 780.0)
        .min_inner_size(320.0, 320.0)
        .incognito(!is_driven_by_a_test())
        .general_autofill_enabled(false)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    come_back(&window)?;
    let_record(&window)?;
    cover(app, preferences.protected);
    enlarge(&window, preferences.size);
    speak(&window, preferences.language)?;
    let handle = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            // An open logbook keeps them as evidence, a locked one in its inbox.
            held(&handle.state::<Arc<Desk>>().dropped).clone_from(paths);
            // A window that is closing no longer listens.
            let _ = handle.emit_to(LABEL, "files-dropped", paths.len());
        }
        #[cfg(mobile)]
        WindowEvent::Suspended => crate::away::left(&handle),
        // An alert over the app on iOS suspends it, and ends with the focus alone.
        #[cfg(mobile)]
        WindowEvent::Resumed | WindowEvent::Focused(true) => handle.state::<Arc<Desk>>().away.came_back(),
        _ => {}
    });
    Ok(())
}

/// Puts the phone's own cover over the screen, or takes it away. A PC has none: there the window itself is protected.
fn cover(app: &AppHandle, on: bool) {
    let app = app.clone();
    // The answer comes from the main thread, which may be this one.
    std::thread::spawn(move || app.phone().protect(on));
}

/// In fields for a date, day and month stand in the order of the app's language and not of the system's: 1-3 is no third of January.
#[cfg(target_os = "linux")]
fn speak(window: &WebviewWindow, language: Lang) -> tauri::Result<()> {
    use webkit2gtk::{WebContextExt, WebViewExt};

    // English as it is written here, with the day first.
    let locale = match language {
        Lang::Nl => "nl-NL",
        Lang::En => "en-GB",
    };
    window.with_webview(move |view| {
        if let Some(context) = view.inner().context() {
            context.set_preferred_languages(&[locale]);
        }
    })
}

/// Elsewhere the webview follows the device, which is the person's own.
#[cfg(not(target_os = "linux"))]
fn speak(_: &WebviewWindow, _: Lang) -> tauri::Result<()> {
    Ok(())
}

/// Shows everything so large, in percent. Half and three times as large are as far as anything can still be used.
#[cfg(desktop)]
fn enlarge(window: &WebviewWindow, size: u16) {
    // A window that is closing needs it no more.
    let _ = window.set_zoom(f64::from(size.clamp(50, 300)) / 100.0);
}

/// A phone's letters are as large as the person has them everywhere.
#[cfg(mobile)]
fn enlarge(_: &WebviewWindow, _: u16) {}

/// The page's address, with how it looks: the emergency panel is drawn before the page asked the app for anything.
fn look(Preferences { language, theme, contrast, .. }: &Preferences) -> String {
    format!("#language={}&theme={}&contrast={}", language.tag(), theme.id(), contrast.id())
}

/// Should the page's process crash, or the system end it for want of memory, the page comes back: the logbook is as it was,
/// and a form shows its draft.
#[cfg(target_os = "linux")]
fn come_back(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;

    window.with_webview(|view| {
        view.inner().connect_web_process_terminated(|page, _| page.reload());
    })
}

/// Windows' webview sees to that itself, for Apple's it is said in [`crate::run`], and Android ends the whole app, which begins
/// anew.
#[cfg(not(target_os = "linux"))]
fn come_back(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Camera and microphone, for our page alone: what it records goes straight into the logbook. The screen is never recorded.
#[cfg(target_os = "linux")]
fn let_record(window: &WebviewWindow) -> tauri::Result<()> {
    use gtk::prelude::ObjectExt;
    use webkit2gtk::glib::object::Cast;
    use webkit2gtk::{
        PermissionRequestExt, SettingsExt, UserMediaPermissionRequest, UserMediaPermissionRequestExt, WebViewExt,
    };

    /// Devices that are not there, for the tests alone.
    const MOCK: &str = "enable-mock-capture-devices";

    window.with_webview(|view| {
        let page = view.inner();
        if let Some(settings) = page.settings() {
            settings.set_enable_media_stream(true);
            if has_seeming_devices() && settings.find_property(MOCK).is_some() {
                settings.set_property(MOCK, true);
            }
        }
        page.connect_permission_request(|_, request| {
            let Some(device) = request.downcast_ref::<UserMediaPermissionRequest>() else { return false };
            if device.is_for_audio_device() || device.is_for_video_device() {
                request.allow();
                return true;
            }
            false
        });
    })
}

/// Elsewhere the webview asks the person itself.
#[cfg(not(target_os = "linux"))]
fn let_record(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// `WebKit`'s driver cannot see an incognito window (wry gives those a context of their own), so the tests' build
/// does without it when it is driven. A release never does.
pub(crate) fn is_driven_by_a_test() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// Does a test want a camera, a microphone and a place for keys that only seem to be there?
#[cfg(any(target_os = "linux", all(debug_assertions, not(mobile))))]
pub(crate) fn has_seeming_devices() -> bool {
    is_driven_by_a_test() && std::env::var_os("HOUVAST_MOCK_DEVICES").is_some()
}

fn is_ours(address: &Url) -> bool {
    address.scheme() == "tauri" || address.host_str() == Some("tauri.localhost") || address.as_str() == "about:blank"
}

/// Throws the page away, with every text that it showed, and loads it anew. What it asked the system for closes too.
pub(crate) fn renew(app: &AppHandle) {
    dialogs::dismiss(app);
    if let Some(window) = app.get_webview_window(LABEL) {
        // Elsewhere it keeps nothing on disk; Android's webview has no such mode. Nothing of ours asks it to keep anything either.
        #[cfg(target_os = "android")]
        let _ = window.clear_all_browsing_data();
        // If the page cannot be reached it is gone already.
        let _ = if keeps_its_process() { window.reload() } else { end_process(&window) };
    }
}

/// Ends the process in which the page lives: one that is only loaded anew stays in it, with texts that it showed and pieces
/// of sound. The webview's network process lets go of what it held for it. The page comes back as after a crash.
#[cfg(target_os = "linux")]
fn end_process(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt;

    window.with_webview(|view| view.inner().terminate_web_process())
}

/// Elsewhere the webview has no such way; there the page is loaded anew.
#[cfg(not(target_os = "linux"))]
fn end_process(window: &WebviewWindow) -> tauri::Result<()> {
    window.reload()
}

/// `WebKit`'s driver loses a page whose process ends, so a test that goes on after a lock has it loaded anew. A release never
/// does.
fn keeps_its_process() -> bool {
    is_driven_by_a_test() && std::env::var_os("HOUVAST_END_PAGE").is_none()
}

/// Gives the window the name and the size of letters that were set, and keeps it out of screenshots or not.
pub(crate) fn dress(app: &AppHandle, preferences: &Preferences) {
    cover(app, preferences.protected);
    if let Some(window) = app.get_webview_window(LABEL) {
        // A window that is closing needs neither.
        let _ = window.set_title(&preferences.window_name.in_words(preferences.language));
        let _ = window.set_content_protected(preferences.protected);
        enlarge(&window, preferences.size);
        let _ = speak(&window, preferences.language);
    }
}

/// Did somebody minimise it?
pub(crate) fn is_minimised(app: &AppHandle) -> bool {
    app.get_webview_window(LABEL).is_some_and(|window| window.is_minimized().unwrap_or(false))
}

/// Takes the window out of sight.
#[cfg(desktop)]
pub(crate) fn hide(app: &AppHandle) {
    dialogs::dismiss(app);
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.hide();
    }
}

/// Leaves for the home screen. On iOS, where an app cannot, what is locked is all that is left to see.
#[cfg(mobile)]
pub(crate) fn hide(app: &AppHandle) {
    let app = app.clone();
    // The answer comes from the main thread, which may be this one.
    std::thread::spawn(move || app.phone().leave());
}

/// Brings the window back: the app was started a second time.
#[cfg(desktop)]
pub(crate) fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.show();
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}
