/** Contact persons, contact moments and measures as empty forms begin with them. */
import type { Contact } from "./bindings/Contact";
import type { ContactMoment } from "./bindings/ContactMoment";
import type { Measure } from "./bindings/Measure";
import type { When } from "./bindings/When";

/** Where one may expect a fixed contact person: these have a place even when it is empty. */
export const EXPECTED = ["police", "veilig-thuis", "om", "3ro", "shn"] as const;
/** Those that are there once somebody works with them. */
export const OTHERS = ["lawyer", "municipality", "other"] as const;
export const ORGANISATIONS: readonly string[] = [...EXPECTED, ...OTHERS];
export const MEANS = ["phone", "visit", "video", "email", "message", "letter", "other"] as const;

export const emptyContact = (organisation: string): Contact => ({
  organisation,
  name: "",
  role: "",
  phone: "",
  email: "",
  hours: "",
  case_number: "",
  predecessor: "",
  since: null,
  remark: "",
});

export const emptyMoment = (organisation: string, when: When): ContactMoment => ({
  when,
  organisation,
  contact: null,
  person: "",
  how: "phone",
  told: "",
  incidents: [],
  agreed: "",
  next_step: "",
  next_on: null,
  done: false,
});

export const emptyMeasure = (): Measure => ({
  kind: "contactverbod",
  start: null,
  end: null,
  conditions: "",
  decided_by: "",
  number: "",
  documents: [],
});

const BESIDE = new Set(["id", "recorded", "history", "stands", "in_force", "ends_in", "broken", "files"]);

/** What was written down out of a view, with fields that a newer version wrote. */
export function valueOf<T>(view: T & object): T {
  return Object.fromEntries(Object.entries(view).filter(([name]) => !BESIDE.has(name))) as T;
}

/** A day's field left empty is no day. */
export const dayOrNone = (day: string | null | undefined): string | null => day || null;

/** As a telephone dials it: digits, and a plus in front. The nought in "+31 (0)10" is for those who leave out the +31. */
export const dialled = (shown: string): string =>
  shown
    .trim()
    .replace(/^(\+.*)\(0\)/, "$1")
    .replace(/(?!^\+)[^0-9]/g, "");

/** The organisation's id, if the text is its name; else the text. */
export function idOfName(text: string, names: Record<string, string>): string {
  const wanted = text.trim().toLowerCase();
  return Object.entries(names).find(([, name]) => name.toLowerCase() === wanted)?.[0] ?? text;
}
