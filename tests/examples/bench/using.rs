//! The app in use with 10,000 incidents: how soon a search shows, how even the list scrolls, and what the page's process
//! holds after a long time. Each beside a plain page in the same window: the same texts as one long list, drawn once, and
//! nothing else. It is driven, so it needs the development build: `cargo xtask bench using`.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::common::app::App;
use crate::common::desktop::Desktop;
use crate::memory;
use crate::row::{Row, median, time};

/// Types a word key by key and waits for each mark in the first entry to be drawn: milliseconds.
const TYPED: &str = "
    const done = arguments[0];
    const field = document.querySelector('[data-testid=search]');
    const word = 'stond open';
    const drawn = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
    const type = (text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); };
    const now = () => [...new Set([...document.querySelectorAll('.entry')][0]
        ?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent.toLowerCase());
    (async () => {
        const times = [];
        for (let round = 0; round < 3; round++) {
            for (let n = 1; n <= word.length; n++) {
                const text = word.slice(0, n);
                if (text.endsWith(' ')) continue;
                const begin = performance.now();
                type(text);
                const wanted = text.split(' ');
                while (!wanted.every((one) => now().includes(one))) await drawn();
                await drawn();
                times.push(performance.now() - begin);
            }
            type('');
            while (now().length > 0) await drawn();
        }
        done(times);
    })();";

/// The same in a field with nothing behind it.
const TYPED_PLAIN: &str = "
    const done = arguments[0];
    const field = document.body.appendChild(document.createElement('input'));
    const said = document.body.appendChild(document.createElement('p'));
    field.addEventListener('input', () => { said.textContent = field.value; });
    const drawn = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
    (async () => {
        const times = [];
        for (let n = 1; n <= 30; n++) {
            const begin = performance.now();
            field.value = 'x'.repeat(n);
            field.dispatchEvent(new Event('input', { bubbles: true }));
            await drawn();
            times.push(performance.now() - begin);
        }
        done(times);
    })();";

/// Scrolls through everything, 600 pixels a frame, and answers when asked for the times between frames.
const SCROLL: &str = "
    window.frames_taken = null;
    window.scrollTo(0, 0);
    const times = [];
    let last = performance.now();
    const step = (at) => {
        times.push(at - last);
        last = at;
        if (scrollY + innerHeight >= document.documentElement.scrollHeight - 2) { window.frames_taken = times; return; }
        window.scrollBy(0, 600);
        requestAnimationFrame(step);
    };
    requestAnimationFrame((at) => { last = at; requestAnimationFrame(step); });";

/// Opens 200 incidents one after the other, each somewhere else, and comes back to the one that was opened: the list puts
/// the focus there once it is laid out. What ends it early is kept for who waits.
const OPEN: &str = "
    window.opened = 0;
    const drawn = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
    const until = async (wanted) => {
        for (let frames = 0; frames < 3000; frames++) { const found = wanted(); if (found) return found; await drawn(); }
        throw new Error(`never: ${wanted}`);
    };
    const find = (id) => document.querySelector(`[data-testid=${id}]`);
    (async () => {
        for (let n = 0; n < 200; n++) {
            window.scrollTo(0, document.documentElement.scrollHeight * n / 200);
            await drawn();
            await drawn();
            const entries = await until(() => {
                const there = [...document.querySelectorAll('[data-testid=entry]')];
                return there.length > 0 && there;
            });
            entries[Math.floor(entries.length / 2)].click();
            (await until(() => find('incident-back'))).click();
            await until(() => document.activeElement.closest('[data-testid=entry]'));
            window.opened = n + 1;
        }
    })().catch((error) => { window.opened = `${window.opened}: ${error}`; });";

/// The same texts as one list, and nothing else in the window. It is as high as ours, or nearly.
const PLAIN: &str = "
    const texts = arguments[0];
    const list = document.createElement('main');
    for (const text of texts) {
        const line = document.createElement('p');
        line.textContent = text;
        line.style.height = '90px';
        list.append(line);
    }
    document.body.replaceChildren(list);";

pub(crate) fn measure() -> Vec<Row> {
    let desktop = filled();
    runtime().block_on(async {
        let ours = ours(&desktop).await;
        let plain = plain(&desktop).await;
        rows(&ours, &plain)
    })
}

/// How many minutes `lasting` takes, if not ten.
const MINUTES: &str = "HOUVAST_BENCH_MINUTES";

/// What the page's process holds after ten minutes of use without a pause, beside a plain list that is scrolled as long.
pub(crate) fn lasting() -> Vec<Row> {
    let minutes = std::env::var(MINUTES).ok().and_then(|text| text.parse().ok()).unwrap_or(10);
    let desktop = filled();
    runtime().block_on(async {
        let app = App::start(&desktop).await;
        app.unlock(super::opening::PASSPHRASE).await;
        app.see("entry").await;
        app.page.execute_async(TYPED, vec![]).await.unwrap();
        let (mut ours, begin) = (vec![held(&app)], Instant::now());
        while begin.elapsed() < Duration::from_mins(minutes) {
            use_all(&app).await;
            ours.push(held(&app));
        }
        app.close().await;

        let app = App::start(&desktop).await;
        show_plain(&app).await;
        let (mut plain, begin) = (vec![held(&app)], Instant::now());
        while begin.elapsed() < Duration::from_mins(minutes) {
            scroll(&app).await;
            plain.push(held(&app));
        }
        app.close().await;
        let (first, last) = (ours[0], *ours.last().unwrap());
        vec![
            Row::held(
                &format!("memory of the page's process after {minutes} minutes of use"),
                format!("{last:.0} MiB"),
                &format!("1.1 times that after the first search ({first:.0} MiB): {:.2}", last / first),
                last <= 1.1 * first,
            ),
            Row::told(
                "  each time that all was scrolled, 200 opened, searched",
                listed(&ours[1..]),
                &format!("a plain list, scrolled: {}", listed(&plain)),
            ),
        ]
    })
}

pub(crate) fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// A desktop with a logbook of 10,000 incidents, which does not lock meanwhile.
pub(crate) fn filled() -> Desktop {
    let desktop = Desktop::start();
    let folder = desktop.logbook().parent().unwrap().to_owned();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::rename(super::opening::fill(&folder, 10_000), desktop.logbook()).unwrap();
    std::fs::write(folder.join("settings.json"), r#"{"theme":"light","lock_minutes":60}"#).unwrap();
    desktop
}

/// Scrolls through all, opens 200 incidents and searches. Answers with the times between frames.
async fn use_all(app: &App) -> Vec<f64> {
    let frames = scroll(app).await;
    app.page.execute(OPEN, vec![]).await.unwrap();
    let opened =
        wait(app, "return typeof window.opened === 'string' || window.opened === 200 ? window.opened : null").await;
    assert_eq!(opened, json!(200), "opening incidents ends early");
    app.page.execute_async(TYPED, vec![]).await.unwrap();
    frames
}

async fn show_plain(app: &App) {
    app.see("unlock-passphrase").await;
    let texts: Vec<String> = crate::made::incidents(10_000).into_iter().map(|one| one.what).collect();
    app.page.execute(PLAIN, vec![json!(texts)]).await.unwrap();
}

fn listed(mebibytes: &[f64]) -> String {
    mebibytes.iter().map(|one| format!("{one:.0}")).collect::<Vec<_>>().join(", ")
}

/// Seconds and MiB of one page.
struct Figures {
    keys: Vec<f64>,
    frames: Vec<f64>,
    memory: Vec<f64>,
}

async fn ours(desktop: &Desktop) -> Figures {
    let app = App::start(desktop).await;
    app.unlock(super::opening::PASSPHRASE).await;
    app.see("entry").await;
    let keys = seconds(&app.page.execute_async(TYPED, vec![]).await.unwrap());
    let mut memory = vec![held(&app)];
    let mut frames = Vec::new();
    for _ in 0..3 {
        frames.extend(use_all(&app).await);
        memory.push(held(&app));
    }
    app.close().await;
    Figures { keys, frames, memory }
}

async fn plain(desktop: &Desktop) -> Figures {
    let app = App::start(desktop).await;
    show_plain(&app).await;
    let frames = scroll(&app).await;
    let memory = vec![held(&app)];
    app.page.execute("document.body.replaceChildren()", vec![]).await.unwrap();
    let keys = seconds(&app.page.execute_async(TYPED_PLAIN, vec![]).await.unwrap());
    app.close().await;
    Figures { keys, frames, memory }
}

/// The page's process, in MiB, once it had a moment to give back what it no longer needs.
fn held(app: &App) -> f64 {
    std::thread::sleep(Duration::from_secs(5));
    memory::of_process(app.page_process().unwrap().parse().unwrap())
}

async fn scroll(app: &App) -> Vec<f64> {
    app.page.execute(SCROLL, vec![]).await.unwrap();
    seconds(&wait(app, "return window.frames_taken").await)
}

/// Waits for an answer that is not null.
pub(crate) async fn wait(app: &App, script: &str) -> Value {
    loop {
        let answer = app.page.execute(script, vec![]).await.unwrap();
        if !answer.is_null() {
            return answer;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

fn seconds(milliseconds: &Value) -> Vec<f64> {
    milliseconds.as_array().unwrap().iter().filter_map(Value::as_f64).map(|one| one / 1e3).collect()
}

/// The 99th of a hundred, in order of size.
fn nearly_longest(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[(sorted.len() - 1) * 99 / 100]
}

fn rows(ours: &Figures, plain: &Figures) -> Vec<Row> {
    let longest = |values: &[f64]| values.iter().copied().fold(0.0, f64::max);
    let late = |values: &[f64]| values.iter().filter(|one| **one > 0.1).count();
    let (key, bare) = (median(ours.keys.clone()), median(plain.keys.clone()));
    let (frame, even) = (median(ours.frames.clone()), median(plain.frames.clone()));
    let (first, last) = (ours.memory[0], *ours.memory.last().unwrap());
    vec![
        Row::held(
            "key pressed to marks drawn, 10,000 incidents",
            time(key),
            &format!("100 ms (an empty field {})", time(bare)),
            key < 0.1,
        ),
        Row::told("  99th of a hundred", time(nearly_longest(&ours.keys)), "written down"),
        Row::held(
            &format!("time between frames, scrolling through all ({})", ours.frames.len()),
            time(frame),
            &format!("1.5 times a plain list ({}): {:.2}", time(even), frame / even),
            frame <= 1.5 * even,
        ),
        Row::told(
            "  99th of a hundred",
            time(nearly_longest(&ours.frames)),
            &format!("a plain list {}", time(nearly_longest(&plain.frames))),
        ),
        Row::told("  longest", time(longest(&ours.frames)), &format!("a plain list {}", time(longest(&plain.frames)))),
        Row::told(
            "  frames over 100 ms",
            late(&ours.frames).to_string(),
            &format!("a plain list {}", late(&plain.frames)),
        ),
        Row::told(
            "memory of the page's process, after the first search",
            format!("{first:.0} MiB"),
            &format!("a plain list {:.0} MiB", plain.memory[0]),
        ),
        Row::held(
            "  after three times: all scrolled, 200 opened, searched",
            listed(&ours.memory[1..]),
            "the last at most 1.1 times the one before",
            last <= 1.1 * ours.memory[ours.memory.len() - 2],
        ),
    ]
}
