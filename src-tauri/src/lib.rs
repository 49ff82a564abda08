//! The app's shell: window, commands, lock, evidence protocol. It holds no rules of its own: what can be done is
//! in `houvast-logbook`, and the command line can do the same.
#![cfg_attr(target_os = "ios", allow(missing_docs, reason = "Tauri writes a public function, which has none"))]

mod apart;
mod awake;
mod away;
mod beside;
mod bindings;
mod chosen;
mod clipboard;
mod commands;
mod desk;
mod device_key;
mod dialogs;
pub mod environment;
mod error;
mod panel;
mod preferences;
mod protocol;
mod sharing;
mod strength;
mod watch;
mod ways_in;
mod window;

use std::alloc::System;
use std::process::ExitCode;
use std::sync::Arc;

use tauri::Manager;
use zeroizing_alloc::ZeroAlloc;

pub use bindings::export;
pub use error::AppError;

use desk::Desk;

/// Wipes what is freed: opened text leaves this process's memory when the book is dropped.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);

/// What a phone starts. On a PC `main` guards the process, because it does more before this.
#[cfg(mobile)]
#[tauri::mobile_entry_point]
fn start() {
    houvast_vault::guard::process();
    // On iOS what an app writes to its error output goes into the phone's log, and a library's message may quote what it read.
    std::panic::set_hook(Box::new(|_| {}));
    // The system ends an app that cannot go on; there is nobody to tell a code.
    let _ = run();
}

/// Runs the app until its window is closed.
pub fn run() -> ExitCode {
    let ports = houvast_vault::system::ports();
    let built = come_back(system(tauri::Builder::default()))
        .plugin(tauri_plugin_dialog::init())
        .plugin(houvast_phone::init())
        .register_asynchronous_uri_scheme_protocol("vault", |context, request, responder| {
            let desk = Arc::clone(&context.app_handle().state::<Arc<Desk>>());
            // Opening a picture takes longer than a webview may be kept waiting.
            std::thread::spawn(move || responder.respond(protocol::answer(&desk, &request)));
        })
        .setup(move |app| {
            // A Windows network copies the other folder to its server when one logs off.
            let data = if cfg!(windows) { app.path().local_data_dir()? } else { app.path().data_dir()? };
            let desk = Arc::new(Desk::new(&data, ports.clone(), device_key::of_this_device(app.handle())));
            if cfg!(mobile) {
                desk.sweep();
                let desk = Arc::clone(&desk);
                // The answer comes from the main thread, which is this one.
                std::thread::spawn(move || desk.forget_orphan());
            }
            app.manage(Arc::clone(&desk));
            window::open(app.handle())?;
            commands::listen(app.handle());
            watch::start(app.handle().clone(), desk);
            Ok(())
        })
        .invoke_handler(commands::handler())
        .run(tauri::generate_context!());
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Should the page's process end (iOS ends it when memory is short), the page comes back: the logbook is as it was, and a form
/// shows its draft. For Linux this is in `window`.
#[cfg(any(target_os = "macos", target_os = "ios"))]
fn come_back(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    // If it cannot be loaded there is no page to tell.
    builder.on_web_content_process_terminate(|page| drop(page.reload()))
}

/// No other system asks the app.
#[cfg(not(any(target_os = "macos", target_os = "ios")))]
fn come_back(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    builder
}

/// A PC may start a program twice; the second time shows the window of the first.
#[cfg(desktop)]
fn system(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    builder.plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)))
}

/// A phone starts an app once. What other apps hand over is opened through its file plugin, from Rust alone: the page is given
/// none of its permissions.
#[cfg(mobile)]
fn system(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    builder.plugin(tauri_plugin_fs::init())
}
