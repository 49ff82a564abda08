/** What the help and the emergency panel work out by themselves. */
import texts from "./bindings/emergency.json";
import type { EmergencyPanel } from "./bindings/EmergencyPanel";
import type { Incident } from "./bindings/Incident";
import type { Lang } from "./bindings/Lang";
import { fold, mark, type Marks } from "./marking";
import { EXPECTED } from "./people";
import { toForm } from "./when";

/** The panel, a part of the page: it is drawn without asking anybody. */
export const panelOf = (lang: Lang): EmergencyPanel => texts[lang] as unknown as EmergencyPanel;

/** Those to call in this order, and the places that are empty. Organisations that it does not name come last. */
export function toCall<Person extends { organisation: string }>(
  order: string[],
  people: Person[],
): { people: Person[]; missing: string[] } {
  const place = ({ organisation }: Person): number => {
    const at = order.indexOf(organisation);
    return at < 0 ? order.length : at;
  };
  const expected: ReadonlySet<string> = new Set(EXPECTED);
  const known = new Set(people.map((person) => person.organisation));
  return {
    people: [...people].sort((one, other) => place(one) - place(other)),
    missing: order.filter((id) => expected.has(id) && !known.has(id)),
  };
}

/** After such an incident the short form of the panel is shown: what the person said themselves, and no weighing. */
export function isGrave(
  incident: Pick<Incident, "threat" | "weapon" | "violence" | "kind" | "effect">,
): boolean {
  const { threat, weapon, violence, kind, effect } = incident;
  return (
    [threat, weapon, violence].includes(true) ||
    kind.some((one) => one === "threat" || one === "violence") ||
    (effect.fear ?? 0) >= 9
  );
}

/** Days after which what ended is told of as something of the past. */
const PAST = 30;

/** Is it long over? Then the short form says whom to call, and does not ask about now. What goes on never is. */
export function isOver({ when }: Pick<Incident, "when">, now = new Date()): boolean {
  const { mode, date, untilDate } = toForm(when);
  const last = Date.parse(mode === "period" ? untilDate : date);
  return mode !== "since" && now.getTime() - last > PAST * 24 * 60 * 60 * 1000;
}

/** Where something was found: a site, and its address if it has one. Some addresses tell a frightening story. */
export interface Source {
  name: string;
  address: string | null;
  frightening: boolean;
}
const FRIGHTENING =
  /stalk|dreig|mishandel|misbruik|geweld|schot|aangehouden|verkracht|vermoord|moord|dood|slachtoffer|threat|violence|abuse|assault|murder|death/i;

export function sourceOf(source: string): Source {
  if (!source.startsWith("https://") && !source.startsWith("http://"))
    return { name: source, address: null, frightening: false };
  const { hostname, pathname, search } = new URL(source);
  return {
    name: hostname.replace(/^www\./, ""),
    address: source,
    frightening: FRIGHTENING.test(pathname + search),
  };
}

/** The sources of some facts, each once, and the day on which the one that was looked at longest ago was. */
export function sourcesOf(facts: { source: string; checked: string }[]): {
  checked: string;
  sources: Source[];
} {
  const checked = facts.map((fact) => fact.checked).sort()[0] ?? "";
  return { checked, sources: [...new Set(facts.map((fact) => fact.source))].map(sourceOf) };
}

/** A text in parts, with those that a search found marked; the same rules as in `guidance`. */
export const marked = (text: string, words: string): Marks =>
  mark(text, formsOf(words), (form) => [...form].length < 4);

function formsOf(words: string): string[] {
  const wanted = fold(words)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((word) => word);
  return wanted.flatMap((word) => {
    const stems = ["'s", "en", "s"]
      .filter((ending) => word.endsWith(ending))
      .map((end) => word.slice(0, -end.length));
    return [word, ...stems.filter((stem) => [...stem].length >= 4)];
  });
}
