/** Where things stand in a long list by day of which only the part in sight is on the page. Numbers only, no page. */

/** Every top, in pixels from the top of the list. */
export interface Strip {
  /** Of each entry, and the end of the last one. */
  entries: Float64Array;
  /** Of each day, and the end of the last one. */
  days: Float64Array;
  /** The day of each entry. */
  dayOf: Uint32Array;
  /** The first entry of each day, and the number of all. */
  firsts: Uint32Array;
}

export interface Measures {
  /** Height of each entry. */
  entries: ArrayLike<number>;
  /** Height of each day's heading. */
  headings: ArrayLike<number>;
  /** Stand the headings in a margin beside the entries? Else above them. */
  beside: boolean;
  /** Room above a day's first entry if its heading stands beside it, and below its last. */
  room: number;
}

/** Lays out days of so many entries. */
export function layOut(counts: readonly number[], measures: Measures): Strip {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const strip: Strip = {
    entries: new Float64Array(all + 1),
    days: new Float64Array(counts.length + 1),
    dayOf: new Uint32Array(all),
    firsts: new Uint32Array(counts.length + 1),
  };
  let at = 0;
  counts.forEach((count, day) => {
    strip.firsts[day] = at;
    strip.dayOf.fill(day, at, at + count);
    at += count;
  });
  strip.firsts[counts.length] = all;
  layOutFrom(strip, 0, measures);
  return strip;
}

/** Lays out this day and all after it with other heights, in place: with each frame of scrolling some become known. */
export function layOutFrom(strip: Strip, from: number, measures: Measures): void {
  const { entries: heights, headings, beside, room } = measures;
  const { entries, days, firsts } = strip;
  const count = days.length - 1;
  let y = days[from] ?? 0;
  for (let day = from; day < count; day++) {
    const heading = headings[day] ?? 0;
    days[day] = y;
    let top = y + (beside ? room : heading);
    for (let at = firsts[day] ?? 0, end = firsts[day + 1] ?? 0; at < end; at++) {
      entries[at] = top;
      top += heights[at] ?? 0;
    }
    y = Math.max(top, beside ? y + room + heading : 0) + room;
  }
  [days[count], entries[entries.length - 1]] = [y, y];
}

export const heightOf = (strip: Strip): number => strip.days.at(-1) ?? 0;

/** The last entry that begins at or above this height; the first one if none does, -1 if there are none. */
export function entryAt(strip: Strip, y: number): number {
  let [low, high] = [0, strip.entries.length - 2];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((strip.entries[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, high);
}

/** The entries between two heights: from the first up to, not including, the second. */
export function between(strip: Strip, from: number, to: number): [number, number] {
  const first = entryAt(strip, from);
  if (first < 0 || to < 0 || from > heightOf(strip)) return [0, 0];
  return [first, entryAt(strip, to) + 1];
}

export interface Part {
  day: number;
  entries: number[];
}

/** What is on the page, by day: the entries in sight, and those by the one that has the focus, wherever they are. */
export function onPage(strip: Strip, range: readonly [number, number], focused: number): Part[] {
  const all = strip.dayOf.length;
  // The list may just have become shorter.
  const [first, end] = [Math.min(range[0], all), Math.min(range[1], all)];
  const near = focused < 0 ? [] : [focused - 1, focused, focused + 1].filter((one) => one >= 0 && one < all);
  const wanted = [
    ...near.filter((one) => one < first),
    ...Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at),
    ...near.filter((one) => one >= Math.max(first, end)),
  ];
  const parts: Part[] = [];
  for (const entry of wanted) {
    const day = strip.dayOf[entry] ?? 0;
    const last = parts.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else parts.push({ day, entries: [entry] });
  }
  return parts;
}

/** Heights of what was not on the page yet: as those that look alike had on average. */
export class Guesses<Sort> {
  #known = new Map<Sort, { sum: number; count: number }>();

  /** True if this is the first of its sort. */
  learn(sort: Sort, height: number): boolean {
    const known = this.#known.get(sort);
    if (!known) this.#known.set(sort, { sum: height, count: 1 });
    else [known.sum, known.count] = [known.sum + height, known.count + 1];
    return !known;
  }
  guess(sort: Sort, otherwise: number): number {
    const known = this.#known.get(sort);
    return known ? known.sum / known.count : otherwise;
  }
}

/** Entries that stand one after the other on the same day: how many on each. */
export function countsOf(days: readonly string[]): { days: string[]; counts: number[] } {
  const found: { days: string[]; counts: number[] } = { days: [], counts: [] };
  for (const day of days) {
    const last = found.counts.length - 1;
    if (last >= 0 && found.days[last] === day) found.counts[last] = (found.counts[last] ?? 0) + 1;
    else {
      found.days.push(day);
      found.counts.push(1);
    }
  }
  return found;
}
