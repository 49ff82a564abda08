//! The walk through every screen and state of the app, with somebody who looks at each: the tests that measure, the
//! tool that takes pictures.

mod empty;
mod full;
mod people;
mod pieces;
mod ways_in;
mod work;

use serde_json::json;

use super::app::App;
use super::desktop::Desktop;
use super::program;

/// The passphrase of the sample case, and of the logbook that is made on the way.
pub const PASSPHRASE: &str = "dit is een verzonnen zaak";

/// Somebody who comes along and looks at every state.
pub trait Visitor {
    /// Looks at the window as it stands. It may be left in another size or place, but in the same state.
    async fn visit(&mut self, desktop: &Desktop, app: &App, state: &str);
}

/// A walk in one language at one width.
pub struct Walk<'a, V> {
    pub language: &'a str,
    pub width: u32,
    pub visitor: &'a mut V,
}

/// Gives the page this size. The desktop is asked: the driver can wait for ever for a window that has its size already.
pub async fn resize(desktop: &Desktop, app: &App, width: u32, height: u32) {
    let window = desktop.xdotool(&["search", "--onlyvisible", "--name", "^Houvast$"]).trim().to_owned();
    let wanted = json!([width, height]);
    for _ in 0..200 {
        let size = app.page.execute("return [innerWidth, innerHeight]", vec![]).await;
        if size.is_ok_and(|size| size == wanted) {
            return;
        }
        desktop.xdotool(&["windowsize", &window, &width.to_string(), &height.to_string()]);
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the window does not become {width} × {height}");
}

/// The sample case, where the app looks for its logbook.
pub fn sample(desktop: &Desktop) {
    let made = desktop
        .command(program("houvast"))
        .args(["demo", "--out"])
        .arg(desktop.logbook().parent().expect("a logbook lies in a folder"))
        .output()
        .expect("houvast can be started");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

impl<V: Visitor> Walk<'_, V> {
    /// From the first page with an empty logbook, then through that of a whole year, then in by every other way.
    pub async fn all(&mut self) {
        self.empty().await;
        self.full().await;
        self.ways_in().await;
    }

    async fn start(&self, desktop: &Desktop) -> App {
        self.begin(desktop, App::start(desktop).await).await
    }

    /// Gives an app that has just been started its size and language.
    async fn begin(&self, desktop: &Desktop, app: App) -> App {
        resize(desktop, &app, self.width, 800).await;
        let script = "const [preferences, done] = arguments;
            window.__TAURI_INTERNALS__.invoke('set_preferences', { preferences }).then(() => done(null));";
        let preferences =
            json!({ "language": self.language, "theme": "light", "contrast": "system", "lock_minutes": 30 });
        app.page.execute_async(script, vec![preferences]).await.expect("the preferences can be set");
        app.reload().await;
        app
    }

    async fn visit(&mut self, desktop: &Desktop, app: &App, state: &str) {
        self.visitor.visit(desktop, app, state).await;
        resize(desktop, app, self.width, 800).await;
    }

    /// Waits for what belongs to the state, and has it looked at.
    async fn see(&mut self, desktop: &Desktop, app: &App, id: &str, state: &str) {
        app.see(id).await;
        self.visit(desktop, app, state).await;
    }

    /// Goes to a place for which a phone's bar has no room.
    async fn go(&self, app: &App, place: &str) {
        if self.width < 900 {
            app.click("nav-more").await;
            app.click(&format!("more-{place}")).await;
        } else {
            app.click(&format!("nav-{place}")).await;
        }
    }

    async fn empty_field(app: &App, id: &str) {
        let held = app.see(id).await.prop("value").await.expect("a field has a value").unwrap_or_default();
        // As a person does, from the end.
        app.type_into(id, &format!("\u{e010}{}", "\u{e003}".repeat(held.chars().count()))).await;
    }
}
