import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Filter } from "$lib/bindings/Filter";
import type { Timeline as Answer } from "$lib/bindings/Timeline";
import type { TimelineEntry } from "$lib/bindings/TimelineEntry";
import { mark, wordsOf } from "$lib/marking";
import {
  choice,
  chosenIn,
  clear,
  dayOrNull,
  filterOf,
  forget,
  kept,
  monthsOf,
  since,
} from "$lib/timeline.svelte";
import Timeline from "../screens/Timeline.svelte";
import { later, Unmeasured } from "./app";

type Ask = (filter: Filter, known: number | null, again: boolean) => Promise<Answer | null>;
const asked = vi.hoisted((): { timeline: unknown } => ({ timeline: null }));
vi.mock("$lib/backend", () => ({
  backend: {
    timeline: (...of: Parameters<Ask>) => (asked.timeline as Ask)(...of),
    beginTimeline: async (filter: Filter, most: number) => {
      const all = await (asked.timeline as Ask)(filter, null, false);
      return { ...all, lines: all?.lines?.slice(0, most) };
    },
    inbox: () => Promise.resolve([]),
    lastBackup: () => Promise.resolve({ last: null, added: 0, due: false }),
    loadDraft: () => Promise.resolve(null),
    measures: () => Promise.resolve([]),
  },
  address: (what: string, id: string) => `vault://localhost/${what}/${id}`,
  toAppError: () => ({ code: "internal", field: null, reason: null, number: null }),
}));

const entry = (id: string, day: string, text: string): TimelineEntry => ({
  id,
  day,
  when: { day },
  kind: ["calls"],
  times: null,
  text,
  quoted: false,
  cut: false,
  breach: false,
  withdrawn: false,
  pieces: 0,
  pictures: [],
});
const LINES = [
  entry("c", "2026-04-01", "Een brief bij de voordeur."),
  entry("b", "2026-03-08", "Hij stond bij de voordeur."),
  entry("a", "2026-03-03", "Veertien oproepen."),
];
/** What Rust would answer, as far as these tests look. */
function found(filter: Filter, known: number | null): Answer {
  const places = LINES.flatMap((line, place) =>
    line.text.toLowerCase().includes(filter.search) ? [place] : [],
  );
  return {
    revision: 7,
    lines: known === 7 ? null : LINES,
    shown: places,
    hidden: 0,
    elsewhere: filter.search === "voordeur" ? [[1, ["exact-words"]]] : [],
    kinds: [
      ["calls", places.length],
      ["post", 0],
    ],
    having: [["breach", 1]],
  };
}

const props = {
  show: vi.fn(),
  record: vi.fn(),
  pattern: vi.fn(),
  report: vi.fn(),
  keys: vi.fn(),
  backups: vi.fn(),
  measures: vi.fn(),
  photo: vi.fn(),
  evidence: vi.fn(),
};
const texts = (): string[] =>
  screen.queryAllByTestId("entry").map((node) => node.querySelector(".text")?.textContent ?? "");
const type = (words: string): Promise<void> =>
  fireEvent.input(screen.getByTestId("search"), { target: { value: words } }) as unknown as Promise<void>;

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", Unmeasured);
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal("scrollTo", () => undefined);
  vi.stubGlobal("scrollBy", () => undefined);
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  forget();
  asked.timeline = (filter: Filter, known: number | null) => Promise.resolve(found(filter, known));
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe("the timeline", () => {
  it("shows what was written down, the newest first, with the day as a heading", async () => {
    render(Timeline, props);
    await waitFor(() => expect(texts()).toEqual(LINES.map((line) => line.text)));
    expect(screen.getByRole("heading", { name: /zondag 8 maart 2026/ })).toBeTruthy();
    expect(screen.getByTestId("found").textContent).toContain("3 incidenten");
  });

  it("marks the words that were found, and says where else they stand", async () => {
    render(Timeline, props);
    await type("voordeur");
    await waitFor(() => expect(texts()).toHaveLength(2));
    expect(document.querySelectorAll("mark")).toHaveLength(2);
    expect(screen.getByTestId("found-in").textContent).toContain("letterlijke woorden");
    expect(screen.getByTestId("found").textContent).toContain("2 van 3 incidenten");
  });

  it("leaves an answer aside that comes after a newer one", async () => {
    const answers: (() => void)[] = [];
    asked.timeline = (filter: Filter, known: number | null) =>
      new Promise<Answer>((done) => answers.push(() => done(found(filter, known))));
    render(Timeline, props);
    await waitFor(() => expect(answers).toHaveLength(1));
    await type("brief");
    await waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.();
    await waitFor(() => expect(texts()).toEqual(["Een brief bij de voordeur."]));
    answers[0]?.();
    await new Promise((settled) => setTimeout(settled));
    expect(texts()).toEqual(["Een brief bij de voordeur."]);
  });

  it("asks for what is chosen, and lets go of all of it with one touch", async () => {
    const filters: Filter[] = [];
    asked.timeline = (filter: Filter, known: number | null) => {
      filters.push(filter);
      return Promise.resolve(found(filter, known));
    };
    render(Timeline, props);
    await waitFor(() => expect(screen.getByTestId("filter-kind-calls").textContent).toContain("3"));
    await fireEvent.click(screen.getByTestId("filter-kind-calls").querySelector("input")!);
    await fireEvent.click(screen.getByTestId("filter-having-breach").querySelector("input")!);
    await fireEvent.click(screen.getByTestId("filter-since-year"));
    await waitFor(() => expect(filters.at(-1)).toMatchObject({ kinds: ["calls"], having: ["breach"] }));
    expect(filters.at(-1)?.from).toMatch(/^\d{4}-01-01$/);
    expect(screen.getByTestId("filters").textContent).toContain("(3)");
    await fireEvent.click(screen.getByTestId("report-of-these"));
    const of = { from: filters.at(-1)?.from, to: null, kinds: ["calls"], having: ["breach"], search: "" };
    expect(props.report).toHaveBeenCalledWith(of);
    await fireEvent.click(screen.getByTestId("clear"));
    await waitFor(() =>
      expect(filters.at(-1)).toMatchObject({ kinds: [], having: [], from: null, search: "" }),
    );
    expect(screen.queryByTestId("clear")).toBeNull();
    expect(document.activeElement).toBe(screen.getByTestId("search"));
  });

  it("is as one left it when one comes back, with the focus on what was opened", async () => {
    render(Timeline, props);
    await type("voordeur");
    await waitFor(() => expect(texts()).toHaveLength(2));
    await fireEvent.click(screen.getAllByTestId("entry")[1]!);
    expect(props.show).toHaveBeenCalledWith("b");
    cleanup();
    render(Timeline, props);
    expect(screen.getByTestId<HTMLInputElement>("search").value).toBe("voordeur");
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset.id).toBe("b"));
    cleanup();
    forget();
    render(Timeline, props);
    expect(screen.getByTestId<HTMLInputElement>("search").value).toBe("");
  });

  it("shows the newest before all of them are there, and says how many there are", async () => {
    const many = Array.from({ length: 200 }, (_, n) => entry(`m${n}`, "2026-03-03", `Bericht ${n}`));
    const whole = later<null>();
    asked.timeline = async (filter: Filter, known: number | null, again: boolean) => {
      const begins = !again && screen.queryAllByTestId("entry").length === 0;
      if (!begins) await whole.promise;
      return { ...found(filter, known), lines: many, shown: many.map((_, n) => n) };
    };
    render(Timeline, props);
    await waitFor(() => expect(texts()[0]).toBe("Bericht 0"));
    expect(kept.lines).toHaveLength(60);
    expect(screen.getByTestId("found").textContent).toContain("200 incidenten");
    whole.answer(null);
    await waitFor(() => expect(kept.lines).toHaveLength(200));
    expect(kept.last?.found.entries).toHaveLength(200);
  });

  it("takes what was asked for before it was there, and asks for no more", async () => {
    const asks = vi.fn(() => Promise.reject(new Error("asked once more")));
    [kept.ahead, asked.timeline] = [Promise.resolve(found(filterOf(choice), null)), asks];
    render(Timeline, props);
    await waitFor(() => expect(texts()).toHaveLength(3));
    expect(asks).not.toHaveBeenCalled();
    expect(kept.ahead).toBeNull();
  });

  it("asks when one comes back whether it is all the same, and draws nothing anew if it is", async () => {
    const asks: [number | null, boolean][] = [];
    asked.timeline = (filter: Filter, known: number | null, again: boolean) => {
      asks.push([known, again]);
      return Promise.resolve(again && known === 7 ? null : found(filter, known));
    };
    render(Timeline, props);
    await waitFor(() => expect(texts()).toHaveLength(3));
    cleanup();
    render(Timeline, props);
    const [first] = screen.getAllByTestId("entry");
    await waitFor(() =>
      expect(asks).toEqual([
        [null, false],
        [7, true],
      ]),
    );
    await type("voordeur");
    await waitFor(() => expect(texts()).toHaveLength(2));
    await type("");
    await waitFor(() => expect(texts()).toHaveLength(3));
    expect(asks.slice(2)).toEqual([
      [7, false],
      [7, false],
    ]);
    expect(first?.isConnected).toBe(true);
  });

  it("says what was looked for when nothing was found, and offers to show all", async () => {
    asked.timeline = (filter: Filter, known: number | null) => {
      const all = found(filter, known);
      // A kind of which nothing was found is not named.
      return Promise.resolve({ ...all, kinds: all.kinds.filter(([, count]) => count > 0), having: [] });
    };
    render(Timeline, props);
    await waitFor(() => expect(texts()).toHaveLength(3));
    await type("zzz");
    const said = await screen.findByTestId("nothing-found");
    expect(screen.getByTestId("filter-kind-calls").textContent).toContain("0");
    expect(said.textContent).toContain("‘zzz’");
    await fireEvent.click(said.querySelector("button")!);
    await waitFor(() => expect(texts()).toHaveLength(3));
  });

  it("offers to try again after an error", async () => {
    const whole = asked.timeline;
    asked.timeline = () => Promise.reject(new Error("x"));
    render(Timeline, props);
    const again = await screen.findByText("Probeer het opnieuw");
    asked.timeline = whole;
    await fireEvent.click(again);
    await waitFor(() => expect(texts()).toHaveLength(3));
    expect(screen.queryByTestId("error")).toBeNull();
  });

  it("goes through the entries by the keys for the first and the last", async () => {
    render(Timeline, props);
    await waitFor(() => expect(texts()).toHaveLength(3));
    screen.getAllByTestId("entry")[0]!.focus();
    const now = (): string | undefined => (document.activeElement as HTMLElement).dataset.id;
    await fireEvent.keyDown(document.activeElement!, { key: "End" });
    await waitFor(() => expect(now()).toBe("a"));
    await fireEvent.keyDown(document.activeElement!, { key: "Home" });
    await waitFor(() => expect(now()).toBe("c"));
  });
});

describe("what is chosen", () => {
  it("becomes a filter, with days only when they are whole", () => {
    Object.assign(choice, { from: "0026-03-01", to: "2026-03-31", kinds: ["calls"] });
    expect(filterOf(choice)).toMatchObject({ from: null, to: "2026-03-31", kinds: ["calls"] });
    expect(dayOrNull("2026-13-01")).toBeNull();
    expect(chosenIn(choice)).toBe(2);
    clear();
    expect(chosenIn(choice)).toBe(0);
  });
  it("can be the last four weeks, with today, or this year", () => {
    expect(since["four-weeks"](new Date(2026, 2, 10))).toBe("2026-02-11");
    expect(since.year(new Date(2026, 2, 10))).toBe("2026-01-01");
  });
});

it("counts by month, each with where it begins", () => {
  expect(monthsOf(["2026-03-08", "2026-03-03", "2025-03-01", "2025-01-31"])).toEqual([
    { year: "2026", months: [{ month: 3, count: 2, first: 0 }] },
    {
      year: "2025",
      months: [
        { month: 3, count: 1, first: 2 },
        { month: 1, count: 1, first: 3 },
      ],
    },
  ]);
});

describe("words of a search", () => {
  it("are marked anywhere, whatever their case and accents", () => {
    const hits = mark("Hij stond bij de Vóórdeur.", wordsOf("DEUR  stond"));
    expect(hits.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["stond", "deur"]);
    expect(mark("Niets.", wordsOf("  "))).toEqual([{ text: "Niets.", hit: false }]);
  });
});
