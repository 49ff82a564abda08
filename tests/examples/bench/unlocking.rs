//! Unlocking a logbook of 10,000 incidents, taken apart: what each answer of Rust takes to come, and what the page does with
//! it. The whole of it is measured by `window`, in a release.

use serde_json::Value;

use crate::common::app::App;
use crate::row::{Row, median, time};

/// Tells of each answer when it was asked for, came and was read, and when the first incident was there and drawn.
/// Milliseconds since the key that unlocks.
const WATCH: &str = "
    const parts = window.parts = [];
    const asked = window.fetch;
    let begin = 0;
    const now = () => performance.now() - begin;
    window.fetch = async (...of) => {
        const part = { name: String(of[0]).split('/').pop(), asked: now() };
        parts.push(part);
        const answer = await asked(...of);
        part.came = now();
        for (const how of ['json', 'text', 'arrayBuffer']) {
            const read = answer[how].bind(answer);
            answer[how] = async () => { const found = await read(); part.read = now(); return found; };
        }
        return answer;
    };
    window.addEventListener('submit', () => { begin = performance.now(); }, true);
    new MutationObserver((_, self) => {
        if (!document.querySelector('[data-testid=entry]')) return;
        self.disconnect();
        const there = now();
        requestAnimationFrame(() => setTimeout(() => { window.drawn = [there, now()]; }));
    }).observe(document.body, { childList: true, subtree: true });";

pub(crate) fn measure() -> Vec<Row> {
    let desktop = super::using::filled();
    let mut parts: Vec<(String, Vec<f64>)> = Vec::new();
    super::using::runtime().block_on(async {
        for _ in 0..5 {
            let app = App::start(&desktop).await;
            app.see("unlock-passphrase").await;
            app.page.execute(WATCH, vec![]).await.unwrap();
            app.unlock(super::opening::PASSPHRASE).await;
            super::using::wait(&app, "return window.drawn ?? null").await;
            let told = app.page.execute("return [window.parts, window.drawn]", vec![]).await.unwrap();
            for (what, milliseconds) in told_of(&told) {
                match parts.iter_mut().find(|(name, _)| *name == what) {
                    Some((_, all)) => all.push(milliseconds / 1000.0),
                    None => parts.push((what, vec![milliseconds / 1000.0])),
                }
            }
            app.close().await;
        }
    });
    parts.into_iter().map(|(what, times)| Row::told(&what, time(median(times)), "written down")).collect()
}

fn told_of(told: &Value) -> Vec<(String, f64)> {
    let mut all = Vec::new();
    for part in told[0].as_array().into_iter().flatten() {
        let name = part["name"].as_str().unwrap_or_default();
        for at in ["asked", "came", "read"] {
            if let Some(milliseconds) = part[at].as_f64() {
                all.push((format!("{name} {at}"), milliseconds));
            }
        }
    }
    for (at, what) in ["the first incident there", "drawn"].into_iter().enumerate() {
        all.extend(told[1][at].as_f64().map(|milliseconds| (what.to_owned(), milliseconds)));
    }
    all
}
