/** The incidents, and how each stands. */
import type { Report } from "../verify/check";
import type { Standing, Told } from "../verify/timeline";
import { drawing, el, type Drawing } from "./dom";
import { kind, t } from "./texts";
import { when } from "./when";

const STANDINGS: Record<Standing, Drawing> = {
  full: "yes",
  partly: "half",
  differs: "no",
  unproved: "unsure",
};

export function incidents({ entries }: Report): HTMLElement | null {
  if (entries.length === 0) return null;
  const used = (["full", "partly", "differs", "unproved"] as const).filter((standing) =>
    entries.some((entry) => entry.standing === standing),
  );
  const head = ["checker-number", "checker-when", "checker-words", "checker-standing"];
  return el(
    "section",
    { "data-testid": "incidents" },
    el("h2", { id: "incidents" }, t("checker-entries")),
    el("p", { class: "quiet" }, t("checker-entries-about")),
    el(
      "table",
      { "aria-labelledby": "incidents" },
      el("thead", {}, el("tr", {}, ...head.map((id) => el("th", { scope: "col" }, t(id))))),
      el("tbody", {}, ...entries.map(row)),
    ),
    el(
      "dl",
      { class: "legend" },
      ...used.map((standing) =>
        el("div", {}, el("dt", {}, chip(standing)), el("dd", {}, t(`checker-means-${standing}`))),
      ),
    ),
  );
}

function row(entry: Told): HTMLElement {
  const words = firstWords(entry.words) || entry.kinds.map(kind).join(", ") || t("checker-no-words");
  return el(
    "tr",
    { class: entry.withdrawn ? "withdrawn" : "" },
    el("th", { scope: "row" }, String(entry.number)),
    el("td", { class: "when" }, when(entry.when)),
    el(
      "td",
      { class: "words" },
      el("bdi", {}, words),
      entry.withdrawn && el("span", { class: "quiet" }, t("checker-withdrawn")),
    ),
    el("td", { class: "standing" }, chip(entry.standing)),
  );
}

function chip(standing: Standing): HTMLElement {
  return el(
    "span",
    { class: `chip ${standing}` },
    drawing(STANDINGS[standing]),
    t(`verify-state-${standing}`),
  );
}

const WORDS = 90;

function firstWords(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  const letters = Array.from(line.slice(0, WORDS * 3));
  if (letters.length <= WORDS) return line;
  return `${letters
    .slice(0, WORDS)
    .join("")
    .replace(/\s+\S*$/, "")}…`;
}
