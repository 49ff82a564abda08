//! Houvast, the app.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    houvast_vault::guard::process();
    // The report is laid out in a child process of this program, which ends: see houvast_report::child.
    // A PDF that somebody sent is drawn in another, which may do next to nothing: see houvast_intake::pdf::child.
    match std::env::args().nth(1).as_deref() {
        Some(houvast_report::child::ARGUMENT) => return houvast_report::child::serve(),
        Some(houvast_intake::pdf::child::ARGUMENT) => return houvast_intake::pdf::child::serve(),
        _ => {}
    }
    houvast_app_lib::environment::start_over();
    houvast_app_lib::run()
}
