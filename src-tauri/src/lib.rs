//! The app's shell: window, commands, lock, evidence protocol. It holds no rules of its own: what can be done is
//! in `houvast-logbook`, and the command line can do the same.

mod beside;
mod bindings;
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
mod watch;
mod ways_in;
mod window;

use std::process::ExitCode;
use std::sync::Arc;

use tauri::Manager;

pub use bindings::export;
pub use error::AppError;

use desk::Desk;

/// Runs the app until its window is closed.
#[cfg_attr(mobile, tauri::mobile_entry_point)]
pub fn run() -> ExitCode {
    let ports = houvast_vault::system::ports();
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)))
        .plugin(tauri_plugin_dialog::init())
        .register_asynchronous_uri_scheme_protocol("vault", |context, request, responder| {
            let desk = Arc::clone(&context.app_handle().state::<Arc<Desk>>());
            // Opening a picture takes longer than a webview may be kept waiting.
            std::thread::spawn(move || responder.respond(protocol::answer(&desk, &request)));
        })
        .setup(move |app| {
            let data = app.path().data_dir()?;
            let desk = Arc::new(Desk::new(&data, ports.clone(), device_key::of_this_device(app.handle())));
            app.manage(Arc::clone(&desk));
            window::open(app.handle())?;
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
