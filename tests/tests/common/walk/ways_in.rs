//! What a device may have: something else that opens the logbook (a PIN, a finger or a face), a camera, a microphone.

use super::super::app::App;
use super::super::desktop::Desktop;
use super::super::files;
use super::{PASSPHRASE, Visitor, Walk, resize, sample};

const PIN: &str = "604813";

impl<V: Visitor> Walk<'_, V> {
    /// Another app shares something while it is locked; the looks are as they were set before.
    async fn shared(&mut self, desktop: &Desktop) {
        let photo = files::file(desktop.home(), "straat.bmp", &files::picture(640, 480, [40, 90, 10]));
        let app = App::start_with_shared(desktop, &[photo]).await;
        resize(desktop, &app, self.width, 800).await;
        self.see(desktop, &app, "shared", "shared").await;
        app.click("shared-stay").await;
        app.see("unlock-passphrase").await;
        app.close().await;
    }

    /// A camera and a microphone, which only seem to be there.
    async fn devices(&mut self, desktop: &Desktop, app: &App) {
        app.click("nav-record").await;
        app.click("photo-open").await;
        app.until("document.querySelector('[data-testid=photo-press]:enabled')").await;
        self.visit(desktop, app, "camera-open").await;
        app.click("photo-press").await;
        app.see_count("evidence", 1).await;
        self.visit(desktop, app, "photo-taken").await;
        app.click("sound-open").await;
        app.see_text("sound-time", "0:01").await;
        self.visit(desktop, app, "sound-recording").await;
        app.click("sound-pause").await;
        self.visit(desktop, app, "sound-paused").await;
        app.click("sound-stop").await;
        app.see_count("evidence", 2).await;
    }

    /// On a device that has a place for keys, which only seems to be there.
    pub async fn ways_in(&mut self) {
        let desktop = Desktop::of_size("2000x4000x24");
        sample(&desktop);
        let app = self.begin(&desktop, App::start_with_devices(&desktop).await).await;
        app.unlock(PASSPHRASE).await;
        self.go(&app, "settings").await;
        app.click("settings-ways-in").await;
        self.see(&desktop, &app, "device-key-keep", "ways-in-off").await;
        app.type_into("device-key-passphrase", PASSPHRASE).await;
        app.click("device-key-keep").await;
        app.see("device-key-on").await;
        app.type_into("pin-passphrase", PASSPHRASE).await;
        app.type_into("pin-new", "123456").await;
        app.type_into("pin-again", "123456").await;
        app.click("pin-set").await;
        self.see(&desktop, &app, "error", "ways-in-weak-pin").await;
        for field in ["pin-new", "pin-again"] {
            Self::empty_field(&app, field).await;
            app.type_into(field, PIN).await;
        }
        app.click("pin-set").await;
        self.see(&desktop, &app, "pin-holds", "ways-in-on").await;
        if self.width < 1000 {
            app.click("settings-back").await;
        }
        app.lock().await;
        self.see(&desktop, &app, "unlock-pin", "unlock-pin").await;
        app.type_into("unlock-pin", "604814").await;
        app.click("unlock-by-pin").await;
        self.see(&desktop, &app, "error", "unlock-pin-wrong").await;
        app.click("unlock-other").await;
        self.see(&desktop, &app, "unlock-passphrase", "unlock-device").await;
        app.click("unlock-by-device").await;
        app.see("timeline").await;
        self.devices(&desktop, &app).await;
        app.close().await;
        // It only seemed to keep the key: now it is gone, as after a new finger.
        let app = self.begin(&desktop, App::start_with_devices(&desktop).await).await;
        app.click("unlock-by-device").await;
        self.see(&desktop, &app, "error", "unlock-device-gone").await;
        app.close().await;
        self.shared(&desktop).await;
    }
}
