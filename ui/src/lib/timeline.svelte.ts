/**
 * What the timeline remembers while one looks at something else: what was searched and chosen, and where one was. It lives
 * only in the page, and locking throws the page away.
 */
import type { Field } from "./bindings/Field";
import type { Filter } from "./bindings/Filter";
import type { Having } from "./bindings/Having";
import type { Kind } from "./bindings/Kind";
import type { Timeline } from "./bindings/Timeline";
import type { TimelineEntry } from "./bindings/TimelineEntry";
import { countsOf, Guesses } from "./strip";
import { localDate } from "./when";

export interface Choice {
  search: string;
  kinds: Kind[];
  having: Having[];
  from: string;
  to: string;
  withdrawn: boolean;
}

const nothing = (): Choice => ({ search: "", kinds: [], having: [], from: "", to: "", withdrawn: false });

export const choice = $state<Choice>(nothing());

/** Lets go of everything but whether withdrawn ones are shown. */
export function clear(): void {
  Object.assign(choice, nothing(), { withdrawn: choice.withdrawn });
}

/** A day as the calendar has it; anything else, as while it is being typed, chooses nothing. */
export const dayOrNull = (text: string): string | null =>
  /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;

export const filterOf = (chosen: Choice): Filter => ({
  search: chosen.search,
  kinds: [...chosen.kinds],
  having: [...chosen.having],
  from: dayOrNull(chosen.from),
  to: dayOrNull(chosen.to),
  withdrawn: chosen.withdrawn,
});

/** How many things are chosen, apart from the words. */
export function chosenIn({ kinds, having, from, to }: Choice): number {
  return kinds.length + having.length + (dayOrNull(from) || dayOrNull(to) ? 1 : 0);
}

/** The first day of a period that people ask for often. */
export const since = {
  "four-weeks": (today: Date): string =>
    localDate(new Date(today.getFullYear(), today.getMonth(), today.getDate() - 27)),
  year: (today: Date): string => localDate(new Date(today.getFullYear(), 0, 1)),
};

/** Months with how many entries each has, by year, in the order of the entries, and the first entry of each. */
export interface Month {
  month: number;
  count: number;
  first: number;
}
export function monthsOf(days: readonly string[]): { year: string; months: Month[] }[] {
  const years: { year: string; months: Month[] }[] = [];
  days.forEach((day, at) => {
    const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
    let of = years.at(-1);
    if (of?.year !== year) years.push((of = { year, months: [] }));
    const last = of.months.at(-1);
    if (last?.month === month) last.count += 1;
    else of.months.push({ month, count: 1, first: at });
  });
  return years;
}

/** Where one was: the topmost entry in sight with how far below the window's top it began, or how far the page was scrolled. */
export interface Place {
  entry: string | null;
  gap: number;
  scroll: number;
}

/** What a filter lets through, laid ready for a list of ten thousand: once, and not each time that one comes back to it. */
export interface Found {
  entries: TimelineEntry[];
  /** The day of each. */
  days: string[];
  /** Those that stand one after the other on the same day. */
  byDay: { days: string[]; counts: number[] };
  /** Where each stands, by its id. */
  places: Map<string, number>;
  /** Fields that a line does not show and that hold words that were found, by the entry's id. */
  elsewhere: Map<string, Field[]>;
}
export function found({ shown, elsewhere }: Timeline, lines: TimelineEntry[]): Found {
  const entries = shown.flatMap((place) => lines[place] ?? []);
  const days = entries.map((entry) => entry.day);
  return {
    entries,
    days,
    byDay: countsOf(days),
    places: new Map(entries.map((entry, at) => [entry.id, at])),
    elsewhere: new Map(elsewhere.map(([place, fields]) => [lines[place]?.id ?? "", fields])),
  };
}

/** The last answer without its lines, all the lines there were then, what it found, and what was asked. */
interface Last {
  answer: Timeline;
  lines: TimelineEntry[];
  found: Found;
  asked: string;
}

const nowhere = () => ({ kinds: [] as Kind[], having: [] as Having[] });

/** How high things are, in pixels, as they were at this width and with the days in the margin or above. */
const unmeasured = () => ({
  width: 0,
  beside: false,
  heights: new Map<string, number>(),
  headings: new Map<string, number>(),
  /** The height of most headings: that of the first one seen. */
  usual: null as number | null,
  guesses: new Guesses<number>(),
});

/** Lines that come first, after unlocking: more than any window shows. */
export const FIRST = 60;

/** What need not make the page be drawn anew when it changes. */
export const kept = {
  /** Every incident, the newest first, as of this revision of the logbook. */
  revision: null as number | null,
  lines: [] as TimelineEntry[],
  /** Its beginning, asked for before the page that shows it is there. */
  ahead: null as Promise<Timeline> | null,
  /** Shown at once when one comes back. */
  last: null as Last | null,
  /** What there is when nothing is chosen: it can still be chosen where a search finds none of it. */
  there: nowhere(),
  place: null as Place | null,
  /** The entry that was opened. */
  opened: null as string | null,
  laid: unmeasured(),
};

/** Is this what the last answer was about? While the logbook stays as it is, it would be the same again. */
export const isAgain = (filter: Filter): boolean => kept.last?.asked === JSON.stringify(filter);

/**
 * Takes an answer in; false if it needs lines that are not there. With `most`, it was asked for so many lines only: then they
 * are of no revision, and the next answer brings all.
 */
export function take(answer: Timeline, filter: Filter, most = Infinity): boolean {
  const whole = (answer.lines?.length ?? 0) < most;
  if (answer.lines) [kept.lines, kept.revision] = [answer.lines, whole ? answer.revision : null];
  else if (answer.revision !== kept.revision) return false;
  const idsOf = <Id>(counts: [Id, number][]): Id[] =>
    counts.filter(([, count]) => count > 0).map(([id]) => id);
  const { search, kinds, having = [], from, to } = filter;
  if (!search.trim() && kinds.length + having.length === 0 && !from && !to)
    kept.there = { kinds: idsOf(answer.kinds), having: idsOf(answer.having) };
  kept.last = {
    answer: { ...answer, lines: null },
    lines: kept.lines,
    found: found(answer, kept.lines),
    asked: JSON.stringify(filter),
  };
  return true;
}

/** Forgets everything. */
export function forget(): void {
  Object.assign(choice, nothing());
  Object.assign(kept, { revision: null, lines: [], ahead: null, last: null, place: null, opened: null });
  [kept.laid, kept.there] = [unmeasured(), nowhere()];
}
