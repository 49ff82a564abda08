/** What can be found, by the names of docs/package-format.md. */
export type ProblemName =
  | "no-package"
  | "zip-ambiguous"
  | "newer"
  | "manifest-damaged"
  | "manifest-unsigned"
  | "manifest-changed"
  | "manifest-other"
  | "file-missing"
  | "file-changed"
  | "file-unreadable"
  | "file-added"
  | "checkpoint-forged"
  | "proof-other-tree"
  | "record-changed"
  | "proof-wrong"
  | "entry-differs"
  | "entry-unproved"
  | "evidence-differs"
  | "evidence-unproved"
  | "anchor-other-logbook"
  | "anchor-forged"
  | "anchor-unknown"
  | "anchor-differs";

/** A problem and its place: a file, or a number. */
export interface Problem {
  what: ProblemName;
  name?: string;
  number?: number;
}

export type Verdict = "holds" | "partly" | "fails" | "cannot";

/** Of these nothing can be checked at all. */
const NOTHING: ReadonlySet<ProblemName> = new Set([
  "no-package",
  "zip-ambiguous",
  "newer",
  "manifest-damaged",
]);
/** These contradict nothing: something is not shown. */
const NOT_SHOWN: ReadonlySet<ProblemName> = new Set([
  "file-unreadable",
  "file-added",
  "entry-unproved",
  "evidence-unproved",
  "anchor-unknown",
]);

export function verdict(problems: Problem[]): Verdict {
  if (problems.some(({ what }) => NOTHING.has(what))) return "cannot";
  if (problems.length === 0) return "holds";
  return problems.every(({ what }) => NOT_SHOWN.has(what)) ? "partly" : "fails";
}
