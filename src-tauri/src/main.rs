//! Houvast, the app.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    // The report is laid out in a child process of this program, which ends: see houvast_report::child.
    if std::env::args().nth(1).as_deref() == Some(houvast_report::child::ARGUMENT) {
        return houvast_report::child::serve();
    }
    houvast_app_lib::run()
}
