//! A browser with a page from the disk, as somebody opens it who has no Houvast.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use super::desktop::Desktop;
use super::until;

/// Which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// What Chrome and Edge are made of.
    Chromium,
    /// What Safari is made of, in the small browser that comes with it.
    WebKit,
}

/// A running browser.
pub struct Browser {
    driver: Child,
    pub page: Client,
}

impl Browser {
    pub async fn start(which: Which, desktop: &Desktop) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port is free").port();
        let (driver, wanted) = match which {
            Which::Chromium => {
                // As root it has no sandbox, and what a test machine gives it to share memory can be little.
                let words = ["--no-sandbox", "--disable-dev-shm-usage", "--window-size=1000,900"];
                ("chromedriver", ("goog:chromeOptions", json!({ "args": words })))
            }
            Which::WebKit => {
                let options = json!({ "binary": mini_browser(), "args": ["--automation"] });
                ("WebKitWebDriver", ("webkitgtk:browserOptions", options))
            }
        };
        let mut driver = desktop
            .command(driver)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromium-driver and webkit2gtk-driver are installed");
        until("the driver", || std::net::TcpStream::connect(("127.0.0.1", port)).ok());
        let capabilities = Capabilities::from_iter([(wanted.0.to_owned(), wanted.1)]);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let address = format!("http://127.0.0.1:{port}");
        let connecting = builder.capabilities(capabilities).connect(&address);
        match tokio::time::timeout(Duration::from_mins(2), connecting).await {
            Ok(Ok(page)) => Self { driver, page },
            other => {
                end(&mut driver);
                panic!("{which:?} does not start: {other:?}");
            }
        }
    }

    /// Opens a file from the disk.
    pub async fn open(&self, file: &Path) {
        self.page.goto(&format!("file://{}", file.display())).await.expect("the page opens");
    }

    /// Waits for an element.
    pub async fn see(&self, css: &str) -> Element {
        let found = self.page.wait().at_most(Duration::from_mins(1)).for_element(Locator::Css(css)).await;
        found.unwrap_or_else(|error| panic!("{css} does not appear: {error}"))
    }

    /// Types into a field; a field for files takes a path.
    pub async fn give(&self, css: &str, text: &str) {
        self.see(css).await.send_keys(text).await.unwrap_or_else(|error| panic!("{css} takes nothing: {error}"));
    }

    /// Puts a text into a field as pasting does: WebKit's driver cannot type every character.
    pub async fn paste(&self, css: &str, text: &str) {
        self.see(css).await;
        let script = "document.querySelector(arguments[0]).value = arguments[1];";
        self.page.execute(script, vec![json!(css), json!(text)]).await.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    pub async fn click(&self, css: &str) {
        self.see(css).await.click().await.unwrap_or_else(|error| panic!("{css} cannot be clicked: {error}"));
    }

    /// What is written in it.
    pub async fn text(&self, css: &str) -> String {
        self.see(css).await.text().await.expect("an element has a text")
    }

    /// Is there such an element now?
    pub async fn has(&self, css: &str) -> bool {
        self.page.find(Locator::Css(css)).await.is_ok()
    }

    pub async fn close(mut self) {
        let _ = tokio::time::timeout(Duration::from_secs(10), self.page.clone().close()).await;
        end(&mut self.driver);
    }
}

fn end(driver: &mut Child) {
    let _ = driver.kill();
    let _ = driver.wait();
}

/// Debian keeps it where the libraries for this machine are.
fn mini_browser() -> String {
    let out = Command::new("sh")
        .args(["-c", "ls /usr/lib*/webkit2gtk-4.1/MiniBrowser /usr/lib/*/webkit2gtk-4.1/MiniBrowser 2>/dev/null"])
        .output();
    let found = out.map(|out| String::from_utf8_lossy(&out.stdout).lines().next().unwrap_or_default().to_owned());
    found.ok().filter(|path| !path.is_empty()).expect("libwebkit2gtk-4.1 brings MiniBrowser along")
}
