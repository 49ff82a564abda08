//! What a person told their system that they need, the app does without being told again: stillness, contrast.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;

use common::app::App;
use common::desktop::Desktop;
use common::{files, finish};

/// How many things in the page would move, and the colours of its ground and of its lines.
const LOOK: &str = "
    const style = getComputedStyle(document.documentElement);
    const moves = [...document.querySelectorAll('*')].filter((one) => {
        const { transitionDuration, animationName } = getComputedStyle(one);
        return animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
    });
    const colour = (name) => style.getPropertyValue(name).trim();
    return [moves.length, colour('--ground'), colour('--line')];";

async fn look(desktop: &Desktop) -> (u64, String, String) {
    let app = App::start(desktop).await;
    app.see("start-continue").await;
    let told = app.page.execute(LOOK, vec![]).await.unwrap();
    app.close().await;
    serde_json::from_value(told).unwrap()
}

#[test]
fn who_asked_the_system_for_stillness_and_contrast_has_both() {
    finish(async {
        let desktop = Desktop::start();
        let (moves, ground, line) = look(&desktop).await;
        assert!(moves > 0 && ground != line, "{moves} things move, lines of {line} on {ground}");

        let settings = desktop.home().join(".config/gtk-3.0");
        std::fs::create_dir_all(&settings).unwrap();
        let wishes = "[Settings]\ngtk-enable-animations=false\ngtk-theme-name=HighContrast\n";
        files::file(&settings, "settings.ini", wishes.as_bytes());
        let (moves, ground, line) = look(&desktop).await;
        assert_eq!(moves, 0);
        assert_eq!((ground.as_str(), line.as_str()), ("#fff", "#000"));
    });
}
