/** What does not hold, and what to do about it. */
import type { Report } from "../verify/check";
import { verdict, type Problem, type ProblemName, type Verdict } from "../verify/problem";
import { el } from "./dom";
import { problemsOf, verdictOf, type Outcome } from "./outcome";
import { isolated, t } from "./texts";

/** What concerns everything comes first, then what people read, then what it rests on. */
const ORDER: ProblemName[] = [
  "manifest-other",
  "manifest-changed",
  "manifest-unsigned",
  "checkpoint-forged",
  "anchor-differs",
  "anchor-other-logbook",
  "anchor-forged",
  "entry-differs",
  "evidence-differs",
  "file-changed",
  "file-missing",
  "record-changed",
  "proof-wrong",
  "proof-other-tree",
  "entry-unproved",
  "evidence-unproved",
  "file-unreadable",
  "file-added",
  "anchor-unknown",
];
const TITLES: Record<Verdict, string> = {
  holds: "checker-problems",
  partly: "checker-not-shown",
  fails: "checker-problems",
  cannot: "checker-why",
};
/** So many lines of one sort are shown at once. */
const LINES = 5;

export function problems(outcome: Outcome): HTMLElement | null {
  const all = problemsOf(outcome);
  if (all.length === 0) return null;
  const sorts = [...new Set(all.map(({ what }) => what))].sort(
    (one, other) => ORDER.indexOf(one) - ORDER.indexOf(other),
  );
  const groups = sorts.map((sort) =>
    group(
      all.filter(({ what }) => what === sort),
      outcome.report,
    ),
  );
  // With the list of another package everything else is wrong too, and says nothing more.
  const isOther = sorts[0] === "manifest-other" && groups.length > 1;
  return el(
    "section",
    { class: "problems", "data-testid": "problems" },
    el("h2", {}, t(TITLES[verdictOf(outcome)])),
    ...(isOther ? groups.slice(0, 1) : groups),
    isOther &&
      el("details", {}, el("summary", {}, t("checker-more", { count: all.length - 1 })), ...groups.slice(1)),
  );
}

/** Problems of one sort, with what to do about them once. */
function group(same: Problem[], report: Report): HTMLElement {
  const lines = same.map((problem) => el("li", {}, text(problem, report)));
  const more = lines.splice(same.length > LINES + 1 ? LINES : same.length);
  return el(
    "div",
    { class: `problem ${verdict(same)}` },
    el("ul", {}, ...lines),
    more.length > 0 &&
      el("details", {}, el("summary", {}, t("checker-more", { count: more.length })), el("ul", {}, ...more)),
    el("p", {}, t(`verify-do-${same[0]?.what}`)),
  );
}

function text({ what, name, number }: Problem, report: Report): string {
  // A number is a name here: no thousands are marked in it.
  const sentence = t(`verify-problem-${what}`, { name: isolated(name ?? ""), number: String(number ?? "") });
  const incident = /^(proof|record)-/.test(what) ? report.incidentOf.get(number ?? -1) : undefined;
  return incident === undefined
    ? sentence
    : `${sentence} ${t("checker-belongs", { number: String(incident) })}`;
}
