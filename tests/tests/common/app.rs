//! The real app in its real window, driven through `WebKit`'s own driver.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use super::desktop::Desktop;
use super::{dialog, program, until};

/// A running app.
pub struct App {
    driver: Child,
    pub page: Client,
}

impl App {
    /// Starts the app on a desktop.
    pub async fn start(desktop: &Desktop) -> Self {
        Self::driven(desktop.command("WebKitWebDriver")).await
    }

    /// Starts the app with a camera and a microphone that only seem to be there.
    pub async fn start_with_devices(desktop: &Desktop) -> Self {
        let mut driver = desktop.command("WebKitWebDriver");
        driver.env("HOUVAST_MOCK_DEVICES", "1");
        Self::driven(driver).await
    }

    /// Starts the app so that its page's process ends with a lock, as it does for people. The driver has lost the page then.
    pub async fn start_whose_page_ends(desktop: &Desktop) -> Self {
        let mut driver = desktop.command("WebKitWebDriver");
        driver.env("HOUVAST_END_PAGE", "1");
        Self::driven(driver).await
    }

    /// Starts the app as if another app had shared these files with it, as happens on a phone.
    pub async fn start_with_shared(desktop: &Desktop, files: &[PathBuf]) -> Self {
        let mut driver = desktop.command("WebKitWebDriver");
        driver.env("HOUVAST_SHARED", std::env::join_paths(files).expect("no colons in these names"));
        Self::driven(driver).await
    }

    /// Starts the app so that what is chosen in a dialog has an address and no path, as on a phone.
    pub async fn start_with_addresses(desktop: &Desktop) -> Self {
        let mut driver = desktop.command("WebKitWebDriver");
        driver.env("HOUVAST_ADDRESSES", "1");
        Self::driven(driver).await
    }

    /// Starts the app with its folder, its page's data included, on a disk of this size, in a namespace of its own.
    pub async fn start_on_small_disk(desktop: &Desktop, size: &str) -> Self {
        let folder = desktop.logbook().parent().expect("a logbook lies in a folder").to_owned();
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        let mut driver = desktop.command("unshare");
        let script = "mount -t tmpfs -o size=\"$1\" tmpfs \"$2\" && shift 2 && exec WebKitWebDriver \"$@\"";
        driver.args(["--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", size]).arg(folder);
        Self::driven(driver).await
    }

    /// The driver can wait for ever for an app that found another one still ending; then both are started again.
    async fn driven(driver: Command) -> Self {
        let mut driver = driver;
        for _ in 0..3 {
            if let Some(app) = Self::try_driven(&mut driver).await {
                return app;
            }
        }
        panic!("the app does not start");
    }

    async fn try_driven(driver: &mut Command) -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port is free").port();
        let mut driver = driver
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("webkit2gtk-driver is installed");
        until("the driver", || std::net::TcpStream::connect(("127.0.0.1", port)).ok());
        let mut wanted = Capabilities::new();
        wanted.insert("webkitgtk:browserOptions".into(), json!({ "binary": program("houvast-app") }));
        let address = format!("http://127.0.0.1:{port}");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connecting = builder.capabilities(wanted).connect(&address);
        if let Ok(Ok(page)) = tokio::time::timeout(Duration::from_mins(1), connecting).await {
            return Some(Self { driver, page });
        }
        end(&mut driver);
        None
    }

    /// The app's process: the driver's child.
    pub fn process(&self) -> u32 {
        let driver = self.driver.id().to_string();
        let told = Command::new("pgrep").args(["-P", &driver, "houvast-app"]).output().expect("procps are installed");
        String::from_utf8_lossy(&told.stdout).trim().parse().expect("the app is running")
    }

    /// Ends the app at once, as a crash or an empty battery does: the driver's child is the app.
    pub async fn crash(self) {
        let killed = Command::new("pkill").args(["-9", "-P", &self.driver.id().to_string(), "houvast-app"]).status();
        assert!(killed.is_ok_and(|status| status.success()), "procps are installed and the app is running");
        self.close().await;
    }

    /// The webview's processes, children of the app's.
    pub fn webview_processes(&self) -> Vec<u32> {
        let app = self.process().to_string();
        let told = Command::new("pgrep").args(["-P", &app, "WebKit"]).output().expect("procps are installed");
        String::from_utf8_lossy(&told.stdout).lines().filter_map(|pid| pid.parse().ok()).collect()
    }

    /// The process in which the page lives, a child of the app's.
    pub fn page_process(&self) -> Option<String> {
        let app = self.process().to_string();
        let told = Command::new("pgrep").args(["-P", &app, "WebKitWebProces"]).output().expect("procps are installed");
        Some(String::from_utf8_lossy(&told.stdout).trim().to_owned()).filter(|page| !page.is_empty())
    }

    /// Ends the app as a person who closes it.
    pub async fn close(mut self) {
        // The driver ends the app with the session, and says nothing if there is no app any more.
        let _ = tokio::time::timeout(Duration::from_secs(10), self.page.clone().close()).await;
        end(&mut self.driver);
    }

    /// Waits for the element with this test id.
    pub async fn see(&self, id: &str) -> Element {
        self.see_within(id, Duration::from_mins(1)).await
    }

    /// The same, with another limit.
    pub async fn see_within(&self, id: &str, limit: Duration) -> Element {
        let (css, begin) = (format!("[data-testid='{id}']"), Instant::now());
        loop {
            // While a page is being drawn anew the driver answers with what it cannot make sense of itself: not yet.
            let error = match self.page.find(Locator::Css(&css)).await {
                Ok(element) => return element,
                Err(error) => error,
            };
            assert!(begin.elapsed() < limit, "{id} does not appear: {error:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Clicks it, once it can be clicked: a button may be waiting for an answer, a list may just be drawn anew.
    pub async fn click(&self, id: &str) {
        let mut why = String::from("it is disabled");
        for _ in 0..200 {
            let element = self.see(id).await;
            if element.is_enabled().await.unwrap_or(false) {
                match self.try_click(id, &element).await {
                    Ok(()) => return,
                    Err(error) => why = error.to_string(),
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{id} cannot be clicked: {why}");
    }

    /// Clicks it. What lies under the corner or the bar is moved away from there for the next try, as a person does.
    async fn try_click(&self, id: &str, element: &Element) -> Result<(), fantoccini::error::CmdError> {
        let clicked = element.click().await;
        if clicked.is_err() {
            let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })";
            let _ = self.page.execute(script, vec![json!(format!("[data-testid='{id}']"))]).await;
        }
        clicked
    }

    /// Clicks it until the next thing appears: a click on a window that is just being drawn can get lost.
    pub async fn click_until(&self, id: &str, next: &str) {
        for _ in 0..12 {
            if self.count(id).await > 0 {
                self.click(id).await;
            }
            for _ in 0..50 {
                if self.count(next).await > 0 {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
        panic!("{next} does not appear after {id} was clicked");
    }

    /// Clicks on what opens a file dialog, and chooses this path in it.
    pub async fn choose(&self, desktop: &Desktop, id: &str, path: &std::path::Path) {
        let (mut tries, mut next) = (0, 0);
        while dialog::open(desktop).is_empty() {
            // A click can get lost; one on a page behind a dialog that is about to appear is refused.
            if tries == next {
                let element = self.see(id).await;
                next += if self.try_click(id, &element).await.is_ok() { 200 } else { 10 };
            }
            tries += 1;
            assert!(tries < 1000, "no dialog appears after {id} was clicked");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        dialog::choose(desktop, path);
    }

    pub async fn type_into(&self, id: &str, text: &str) {
        let element = self.see(id).await;
        element.send_keys(text).await.unwrap_or_else(|error| panic!("{id} takes no text: {error}"));
    }

    /// Loads the page anew, and waits until the old one is gone.
    pub async fn reload(&self) {
        self.page.execute("window.old = true; location.reload()", vec![]).await.expect("a script runs");
        for _ in 0..600 {
            if self.page.execute("return window.old ?? false", vec![]).await.is_ok_and(|old| old == false) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the page is not loaded anew");
    }

    /// The element's text.
    pub async fn text(&self, id: &str) -> String {
        self.see(id).await.text().await.expect("an element has a text")
    }

    /// Waits until the element's text holds this.
    pub async fn see_text(&self, id: &str, text: &str) {
        let mut last = String::new();
        for _ in 0..600 {
            // An element that is being replaced is looked for anew.
            if let Ok(found) = self.see(id).await.text().await {
                if found.contains(text) {
                    return;
                }
                last = found;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{id} never says {text:?}; it says {last:?}");
    }

    /// Waits until the field holds this.
    pub async fn see_value(&self, id: &str, text: &str) {
        let mut last = None;
        for _ in 0..600 {
            last = self.see(id).await.prop("value").await.unwrap_or(None);
            if last.as_deref() == Some(text) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{id} never holds {text:?}; it holds {last:?}");
    }

    /// Presses keys one after the other, wherever the focus is; special keys as WebDriver's code points.
    pub async fn press(&self, keys: &str) {
        let mut strokes = KeyActions::new("keyboard".into());
        for value in keys.chars() {
            strokes = strokes.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.page.perform_actions(strokes).await.unwrap_or_else(|error| panic!("{keys:?} cannot be typed: {error}"));
    }

    /// Presses a key while another is held down.
    pub async fn press_with(&self, held: char, value: char) {
        let strokes = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: held });
        self.page.perform_actions(strokes).await.unwrap_or_else(|error| panic!("{value:?} cannot be typed: {error}"));
    }

    /// Presses Tab until the element with this test id, or something in it, has the focus.
    pub async fn tab_to(&self, id: &str) {
        self.see(id).await;
        let script = "return document.activeElement.closest('[data-testid]')?.dataset.testid ?? ''";
        let mut passed = Vec::new();
        for _ in 0..80 {
            let focused = self.page.execute(script, vec![]).await.expect("a script runs");
            if focused.as_str() == Some(id) {
                return;
            }
            passed.push(focused.as_str().unwrap_or_default().to_owned());
            self.press("\u{e004}").await;
        }
        panic!("Tab never reaches {id}; it went over {passed:?}");
    }

    pub async fn count(&self, id: &str) -> usize {
        let css = format!("[data-testid='{id}']");
        self.page.find_all(Locator::Css(&css)).await.map_or(0, |found| found.len())
    }

    /// Waits until the page answers this question with yes.
    pub async fn until(&self, question: &str) {
        let script = format!("return Boolean({question})");
        for _ in 0..600 {
            if self.page.execute(&script, vec![]).await.is_ok_and(|told| told == true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("never: {question}");
    }

    /// Presses Escape once: twice in a moment is Snel weg, so that moment goes by first.
    pub async fn escape(&self) {
        self.page.execute("window.since = performance.now()", vec![]).await.expect("a script runs");
        self.until("performance.now() - window.since > 700").await;
        self.press("\u{e00c}").await;
    }

    /// Opens the viewer at the piece of evidence whose name holds this.
    pub async fn view(&self, name: &str) {
        let script = "const button = [...document.querySelectorAll('[data-testid=view-picture]')]
            .find((button) => button.textContent.includes(arguments[0]));
            button.scrollIntoView(); button.focus(); button.click()";
        self.page.execute(script, vec![json!(name)]).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        self.see("viewer").await;
    }

    /// Waits until there are this many elements with this test id.
    pub async fn see_count(&self, id: &str, wanted: usize) {
        for _ in 0..600 {
            if self.count(id).await == wanted {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("there are {} of {id}, not {wanted}", self.count(id).await);
    }

    /// Makes a logbook from the first page on, and answers with its recovery key.
    pub async fn make_logbook(&self, passphrase: &str) -> String {
        self.click_until("start-continue", "passphrase").await;
        self.type_into("passphrase", passphrase).await;
        self.type_into("passphrase-again", passphrase).await;
        self.click("create").await;
        let key = self.text("recovery-key").await;
        self.click("recovery-written").await;
        self.click("recovery-confirm").await;
        self.see("timeline").await;
        key
    }

    /// Locks it by the button in the settings, and waits for the page that comes after: until then a press on what stands on
    /// both pages can be lost with the first.
    pub async fn lock(&self) {
        self.click("lock").await;
        self.see("put-open").await;
    }

    pub async fn unlock(&self, passphrase: &str) {
        self.type_into("unlock-passphrase", passphrase).await;
        self.click("unlock").await;
        self.see("timeline").await;
    }
}

impl Drop for App {
    fn drop(&mut self) {
        end(&mut self.driver);
    }
}

/// Ends the driver and the app that it started. An app that were still ending would be taken for a running one by the
/// next, which shows that one and ends.
fn end(driver: &mut Child) {
    let children = || {
        let told = Command::new("pgrep").args(["-P", &driver.id().to_string()]).output().expect("procps are installed");
        String::from_utf8_lossy(&told.stdout).lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let apps = children();
    let _ = driver.kill();
    let _ = driver.wait();
    for app in apps {
        let _ = Command::new("kill").args(["-9", &app]).stderr(Stdio::null()).status();
        until("the app to end", || (!std::path::Path::new("/proc").join(&app).exists()).then_some(()));
    }
}
