//! A window with a page and nothing of ours, which `cargo xtask bench window` holds the start of the app against.

use tauri::WebviewUrl;
use tauri::http::Response;
use tauri::webview::WebviewWindowBuilder;

/// A shape in the colour that the bench waits for.
const PAGE: &str = r##"<!doctype html><html lang="nl"><title>-</title><body bgcolor="#faf7f1">
<table width="300" height="100" bgcolor="#1f5a5e"><tr><td>&nbsp;</table>"##;

fn main() {
    tauri::Builder::default()
        .register_uri_scheme_protocol("plain", |_, _| {
            Response::builder().header("Content-Type", "text/html").body(PAGE.as_bytes().to_vec()).expect("it is whole")
        })
        .setup(|app| {
            let page = "plain://localhost/".parse().expect("it is an address");
            WebviewWindowBuilder::new(app, "plain", WebviewUrl::CustomProtocol(page))
                .inner_size(1100.0, 780.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("a window can be opened");
}
