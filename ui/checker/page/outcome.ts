/** What was found, and what is judged from it. */
import type { Agreement } from "../verify/anchor";
import { hex } from "../verify/bytes";
import type { Report } from "../verify/check";
import { verdict, type Problem, type Verdict } from "../verify/problem";
import { t } from "./texts";

/** All that is shown. */
export interface Outcome {
  name: string;
  report: Report;
  checked: string;
  pasted: string;
  agreement: Agreement | null;
}

export function problemsOf({ report, agreement }: Outcome): Problem[] {
  const anchor: Problem[] = agreement && !agreement.holds ? [{ what: agreement.what }] : [];
  return [...report.problems, ...anchor];
}

export function verdictOf(outcome: Outcome): Verdict {
  return verdict(problemsOf(outcome));
}

/** The verdict in a sentence. */
export function sentence(outcome: Outcome): string {
  return t(`verify-verdict-${verdictOf(outcome)}`, { count: problemsOf(outcome).length });
}

/** The first digits are enough to compare by eye, and are those at the foot of the pages on paper. */
const DIGITS = 16;

export function mark(report: Report): string {
  return hex(report.checkpoint?.root ?? new Uint8Array()).slice(0, DIGITS);
}
