/** The page: one screen at a time, drawn anew when something changes. */
import { holdAgainst } from "../verify/anchor";
import { check } from "../verify/check";
import { packageIn } from "../verify/source";
import { Locked, unzip } from "../verify/zip";
import { ofDrop, type Chosen } from "./choose";
import { el } from "./dom";
import type { Outcome } from "./outcome";
import { result } from "./result";
import { start } from "./start";
import { language, t, type Lang } from "./texts";
import { password, waiting } from "./waiting";
import { now } from "./when";

type Screen =
  | { is: "start" }
  | { is: "waiting" }
  | { is: "password"; chosen: Chosen; wrong: boolean }
  | { is: "result"; outcome: Outcome };

const place = (id: string) => document.getElementById(id) as HTMLElement;
const [header, main, spoken] = [place("header"), place("main"), place("spoken")];

let screen: Screen = { is: "start" };
let running: AbortController | null = null;
let move: (done: number, all: number) => void = () => undefined;

function draw(focus: string | null = "h1"): void {
  header.replaceChildren(...languages());
  main.className = screen.is;
  main.replaceChildren(...parts());
  if (focus) main.querySelector<HTMLElement>(focus)?.focus();
}

function parts(): HTMLElement[] {
  if (screen.is === "start") return start((chosen) => void run(chosen));
  if (screen.is === "waiting") {
    const made = waiting(stop);
    move = made.move;
    return made.screen;
  }
  if (screen.is === "password") {
    const { chosen, wrong } = screen;
    return password(wrong, (given) => void run(chosen, given));
  }
  const { outcome } = screen;
  return result(outcome, {
    compare: (pasted) => compare(outcome, pasted),
    again: () => show({ is: "start" }),
  });
}

function languages(): HTMLElement[] {
  const names: [Lang, string][] = [
    ["nl", "Nederlands"],
    ["en", "English"],
  ];
  return names.map(([lang, name]) => {
    const click = () => {
      language.is = lang;
      draw(null);
      header.querySelector<HTMLElement>(`[lang="${lang}"]`)?.focus();
    };
    const pressed = language.is === lang ? "true" : "false";
    return el("button", { type: "button", lang, "aria-pressed": pressed, on: { click } }, name);
  });
}

/** Shows a screen. Its title gets the focus, so that it is read aloud. */
function show(next: Screen, focus?: string): void {
  screen = next;
  draw(focus);
  spoken.textContent = "";
}

function stop(): void {
  running?.abort();
  show({ is: "start" });
}

async function run(chosen: Chosen | null, given = ""): Promise<void> {
  if (!chosen) return;
  running?.abort();
  const mine = new AbortController();
  running = mine;
  show({ is: "waiting" });
  try {
    const found = "zip" in chosen ? await unzip(chosen.zip, given, mine.signal) : chosen.files;
    const source = typeof found === "string" ? found : packageIn(found, "zip" in chosen);
    const report = await check(source, paced(mine.signal), mine.signal);
    if (mine.signal.aborted) return;
    const outcome = { name: chosen.name, report, checked: now(), pasted: "", agreement: null };
    show({ is: "result", outcome });
  } catch (error) {
    if (mine.signal.aborted) return;
    if (!(error instanceof Locked)) throw error;
    show({ is: "password", chosen, wrong: error.wrong }, "#password");
  }
}

/** Moves the bar, at most ten times a second; a screen reader hears every quarter. */
function paced(signal: AbortSignal): (done: number, all: number) => void {
  let [last, quarter] = [0, 0];
  return (done, all) => {
    const at = performance.now();
    if (signal.aborted || (at - last < 100 && done < all)) return;
    last = at;
    move(done, all);
    const now = Math.floor((4 * done) / Math.max(all, 1));
    if (now > quarter && now < 4) spoken.textContent = `${now * 25}%`;
    quarter = now;
  };
}

/** A few browsers hand over only the address of what was dropped. */
function refuse(): void {
  if (screen.is !== "start") show({ is: "start" });
  const told = main.querySelector(".drag");
  if (told) told.textContent = t("checker-drop-nothing");
  spoken.textContent = t("checker-drop-nothing");
}

function compare(outcome: Outcome, pasted: string): void {
  const { standpoint } = outcome.report;
  const agreement = standpoint && pasted.trim() !== "" ? holdAgainst(pasted, standpoint) : null;
  show({ is: "result", outcome: { ...outcome, pasted, agreement } }, agreement ? "#answer" : "#anchor");
}

// Whatever is dropped, wherever, is checked; a browser would open it otherwise.
let over = 0;
const hover = (by: number) => {
  over = Math.max(0, over + by);
  document.body.classList.toggle("over", over > 0);
  const told = main.querySelector(".drag");
  if (told) told.textContent = t(over > 0 ? "checker-drop-now" : "checker-drop");
};
document.addEventListener("dragenter", () => hover(1));
document.addEventListener("dragleave", () => hover(-1));
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  hover(-over);
  if (event.dataTransfer) void ofDrop(event.dataTransfer).then((chosen) => (chosen ? run(chosen) : refuse()));
});

language.is = navigator.language.toLowerCase().startsWith("en") ? "en" : "nl";
draw(null);
