/** Which measures are in force when. */
import type { Measure } from "./bindings/Measure";
import { localDate, type WhenForm } from "./when";

/** Within this many days a measure's end is announced. */
export const SOON = 14;

/** Calendar days, the first and the last. */
export interface Span {
  from: string;
  to: string;
}

/** The days that the form tells of. What still goes on lasts until today. */
export function spanOf(form: Pick<WhenForm, "mode" | "date" | "untilDate">, now: Date): Span {
  const from = form.date;
  const today = localDate(now);
  if (form.mode === "period") return { from, to: form.untilDate > from ? form.untilDate : from };
  if (form.mode === "since") return { from, to: today > from ? today : from };
  return { from, to: from };
}

/** Was it in force on at least one of these days? No first day means: since ever; no last one: until further notice. */
export function inForce(measure: Pick<Measure, "start" | "end">, { from, to }: Span): boolean {
  if (!from) return false;
  return (!measure.start || measure.start <= to) && (!measure.end || from <= measure.end);
}

/** In force today and ending within two weeks, the first to end in front. */
export function endingSoon<M extends { ends_in: number | null }>(measures: readonly M[]): M[] {
  const soon = measures.filter(({ ends_in }) => ends_in !== null && ends_in <= SOON);
  return soon.sort((a, b) => (a.ends_in ?? 0) - (b.ends_in ?? 0));
}

/** How it stands with it: in force, over, or still to begin. */
export function standing(measure: Pick<Measure, "start" | "end">, now: Date): "now" | "over" | "later" {
  const today = localDate(now);
  if (measure.start && today < measure.start) return "later";
  return measure.end && measure.end < today ? "over" : "now";
}
