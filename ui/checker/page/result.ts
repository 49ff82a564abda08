/** The verdict first, then everything that it rests on. */
import type { Report } from "../verify/check";
import type { Verdict } from "../verify/problem";
import { anchor } from "./anchor";
import { checked } from "./checked";
import { drawing, el, type Drawing } from "./dom";
import { incidents } from "./incidents";
import { mark, sentence, verdictOf, type Outcome } from "./outcome";
import { problems } from "./problems";
import { t } from "./texts";
import { moment } from "./when";

export interface Acts {
  compare(pasted: string): void;
  again(): void;
}

const SIGNS: Record<Verdict, Drawing> = { holds: "yes", partly: "half", fails: "no", cannot: "unsure" };

export function result(outcome: Outcome, acts: Acts): HTMLElement[] {
  const isChecked = verdictOf(outcome) !== "cannot";
  const parts = [
    head(outcome),
    problems(outcome),
    isChecked && checked(outcome),
    isChecked && incidents(outcome.report),
    isChecked && anchor(outcome, (text) => acts.compare(text)),
    isChecked && limits(),
    el(
      "div",
      { class: "row acts" },
      el("button", { type: "button", on: { click: () => acts.again() } }, t("checker-other")),
      el("button", { type: "button", on: { click: () => window.print() } }, t("checker-print")),
    ),
  ];
  return parts.filter((part): part is HTMLElement => part instanceof HTMLElement);
}

function head(outcome: Outcome): HTMLElement {
  const { report, name } = outcome;
  const is = verdictOf(outcome);
  const facts: [string, string][] = [["checker-package", name]];
  if (report.made)
    facts.push([
      "checker-made",
      t("checker-made-with", { when: moment(report.made), program: report.generator }),
    ]);
  if (report.checkpoint) facts.push(["checker-mark", mark(report)]);
  facts.push(["checker-checked-at", outcome.checked]);
  return el(
    "section",
    { class: `verdict ${is}`, "data-testid": "verdict", "data-verdict": is },
    el("div", { class: "seal" }, drawing(SIGNS[is])),
    el("h1", { tabindex: -1 }, sentence(outcome)),
    is !== "cannot" && el("p", { class: "lead" }, t(meaning(is, report))),
    el(
      "dl",
      {},
      ...facts.flatMap(([label, value]) => [
        el("div", {}, el("dt", {}, t(label)), el("dd", {}, el("bdi", {}, value))),
      ]),
    ),
  );
}

function meaning(is: Verdict, report: Report): string {
  if (is !== "fails") return `checker-${is}`;
  const isSure =
    report.signed && report.checkpoint && !report.problems.some(({ what }) => what === "manifest-other");
  return isSure ? "checker-rest-holds" : "checker-rest-unsure";
}

function limits(): HTMLElement {
  const open = [
    "verify-unproved-true",
    "verify-unproved-clock",
    "verify-unproved-whole",
    "verify-unproved-whose",
  ];
  return el(
    "section",
    { class: "limits", "data-testid": "limits" },
    el("h2", {}, t("verify-unproved-title")),
    el("ul", {}, ...[...open, "checker-unproved-page"].map((id) => el("li", {}, t(id)))),
    el("p", {}, t("verify-unproved-older")),
  );
}
