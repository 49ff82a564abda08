import { describe, expect, it } from "vitest";

import { between, countsOf, entryAt, Guesses, heightOf, layOut, layOutFrom, onPage } from "$lib/strip";

const above = { headings: [50, 50, 50], beside: false, room: 10 };
/** Three days of two, one and three entries. */
const days = [2, 1, 3];
const heights = [100, 60, 40, 80, 80, 80];

describe("a strip", () => {
  it("puts headings above the entries, and room below them", () => {
    const strip = layOut(days, { entries: heights, ...above });
    expect([...strip.days]).toEqual([0, 220, 320, 620]);
    expect([...strip.entries]).toEqual([50, 150, 270, 370, 450, 530, 620]);
    expect([...strip.dayOf]).toEqual([0, 0, 1, 2, 2, 2]);
    expect([...strip.firsts]).toEqual([0, 2, 3, 6]);
    expect(heightOf(strip)).toBe(620);
  });
  it("puts them beside the entries, and leaves a short day as high as its heading", () => {
    const strip = layOut([1, 1], { entries: [30, 90], headings: [70, 70], beside: true, room: 10 });
    expect([...strip.days]).toEqual([0, 90, 200]);
    expect([...strip.entries]).toEqual([10, 100, 200]);
  });
  it("is laid out anew from one day on, as it would be from the first", () => {
    for (const beside of [false, true]) {
      const known = { entries: [100, 60, 44, 80, 92, 80], headings: [50, 70, 50], beside, room: 10 };
      const strip = layOut(days, { ...known, entries: heights, headings: above.headings });
      layOutFrom(strip, 1, known);
      expect(strip).toEqual(layOut(days, known));
    }
  });
  it("knows which entry stands at a height", () => {
    const strip = layOut(days, { entries: heights, ...above });
    expect([-5, 0, 149, 150, 600, 9000].map((y) => entryAt(strip, y))).toEqual([0, 0, 0, 1, 5, 5]);
    expect(between(strip, 140, 300)).toEqual([0, 3]);
    expect(between(strip, 700, 900)).toEqual([0, 0]);
    expect(between(strip, -900, -1)).toEqual([0, 0]);
  });
  it("of nothing is empty", () => {
    const strip = layOut([], { entries: [], headings: [], beside: true, room: 10 });
    expect(heightOf(strip)).toBe(0);
    expect(between(strip, 0, 1000)).toEqual([0, 0]);
    expect(onPage(strip, [0, 0], -1)).toEqual([]);
  });
  it("of ten thousand has only what is in sight on the page", () => {
    const counts = Array.from({ length: 1250 }, () => 8);
    const entries = Array.from({ length: 10_000 }, (_, at) => 60 + (at % 7) * 11);
    const headings = counts.map(() => 50);
    const strip = layOut(counts, { entries, headings, beside: false, room: 10 });
    for (let y = 0; y < heightOf(strip); y += 4321) {
      const [first, end] = between(strip, y, y + 800);
      expect(end - first).toBeLessThan(16);
      // Everything that touches the window is there.
      expect(strip.entries[first]! <= y || first === 0).toBe(true);
      expect(strip.entries[end]! >= Math.min(y + 800, heightOf(strip))).toBe(true);
    }
  });
  it("keeps what has the focus on the page, with the ones that Tab leads to, by day and in order", () => {
    const strip = layOut(days, { entries: heights, ...above });
    expect(onPage(strip, [4, 6], 0)).toEqual([
      { day: 0, entries: [0, 1] },
      { day: 2, entries: [4, 5] },
    ]);
    expect(onPage(strip, [0, 2], 4)).toEqual([
      { day: 0, entries: [0, 1] },
      { day: 2, entries: [3, 4, 5] },
    ]);
    expect(onPage(strip, [4000, 4014], 9)).toEqual([]);
    expect(onPage(strip, [5, 4014], -1)).toEqual([{ day: 2, entries: [5] }]);
    expect(onPage(strip, [1, 4], 2)).toEqual([
      { day: 0, entries: [1] },
      { day: 1, entries: [2] },
      { day: 2, entries: [3] },
    ]);
  });
});

describe("a guess", () => {
  it("is the average of those that look alike", () => {
    const guesses = new Guesses<string>();
    expect(guesses.guess("short", 70)).toBe(70);
    expect(guesses.learn("short", 60)).toBe(true);
    expect(guesses.learn("short", 80)).toBe(false);
    guesses.learn("long", 200);
    expect(guesses.guess("short", 50)).toBe(70);
  });
});

it("counts entries by day", () => {
  expect(countsOf(["b", "b", "a"])).toEqual({ days: ["b", "a"], counts: [2, 1] });
  expect(countsOf([])).toEqual({ days: [], counts: [] });
});
