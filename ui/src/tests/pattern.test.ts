import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";

import { keyed, nearest } from "$lib/bars";
import type { Pattern as Found } from "$lib/bindings/Pattern";
import type { Spot } from "$lib/bindings/Spot";
import Pattern from "../screens/Pattern.svelte";
import { Unmeasured } from "./app";

const spot = (x: number, y: number, width: number, height: number, day = "2026-03-02"): Spot => ({
  x,
  y,
  width,
  height,
  of: { name: `week van ${day}: 2 incidenten`, count: 2, pick: { by: "days", from: day, to: day } },
});
const weeks = [spot(0, 0, 0.01, 1, "2026-03-02"), spot(0.5, 0, 0.01, 1, "2026-03-09"), spot(0.9, 0, 0.01, 1)];

const found = (incidents: number): Found => ({
  incidents,
  enough: 4,
  figures: [[String(incidents), "incidenten"]],
  points: [],
  weeks: {
    title: "Incidenten per week",
    says: "Het meest in de week van 2 maart.",
    svg: "<svg></svg>",
    legend: [],
    ticks: [],
    head: ["Week van", "Aantal"],
    rows: [{ cells: ["2 maart 2026", "2"], of: weeks[0]?.of ?? null }],
    spots: weeks,
  },
  trend: null,
  hours: null,
  kinds: null,
  breaches: null,
  chains: null,
});

let pattern = found(8);
const picked = [
  { id: "b", when: { day: "2026-03-03" }, kind: ["calls"], what: "Belde weer." },
  { id: "a", when: { day: "2026-03-02" }, kind: [], what: "Stond er." },
];
// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 20_000 });
vi.mock("@tauri-apps/api/core", () => ({
  invoke: async (command: string) => (command === "pick_pattern" ? picked : pattern),
}));
vi.mock("@tauri-apps/api/event", () => ({ listen: async () => () => undefined }));
vi.stubGlobal("ResizeObserver", Unmeasured);
URL.createObjectURL = () => "blob:drawn";
URL.revokeObjectURL = () => undefined;
afterEach(cleanup);

describe("the pattern", () => {
  it("shows the incidents behind a bar, and each of them opens with a way back", async () => {
    pattern = found(8);
    const show = vi.fn();
    render(Pattern, { show });
    const bars = await screen.findAllByTestId("spot");
    expect(bars.map((bar) => bar.getAttribute("aria-label"))[0]).toBe("week van 2026-03-02: 2 incidenten");
    await fireEvent.click(bars[0] as HTMLElement);
    const list = await screen.findAllByTestId("picked-one");
    expect(list.map((one) => one.dataset["id"])).toEqual(["b", "a"]);
    await fireEvent.click(list[1] as HTMLElement);
    expect(show).toHaveBeenCalledWith("a", { chart: "weeks", of: weeks[0]?.of, id: "a" });
  });

  it("opens again where one was, with the incident in focus", async () => {
    pattern = found(8);
    const of = weeks[1]?.of;
    if (!of) throw new Error("there are three");
    render(Pattern, { show: vi.fn(), at: { chart: "weeks", of, id: "a" } });
    await waitFor(() => expect((document.activeElement as HTMLElement).dataset["id"]).toBe("a"));
    expect(screen.getByTestId("picked").getAttribute("aria-label")).toBe(of.name);
  });

  it("goes from bar to bar by keys with one stop for Tab", async () => {
    pattern = found(8);
    render(Pattern, { show: vi.fn() });
    const bars = await screen.findAllByTestId("spot");
    expect(bars.map((bar) => bar.tabIndex)).toEqual([0, -1, -1]);
    bars[0]?.focus();
    await fireEvent.keyDown(bars[0] as HTMLElement, { key: "ArrowRight" });
    await waitFor(() => expect(document.activeElement).toBe(bars[1]));
    expect(bars.map((bar) => bar.tabIndex)).toEqual([-1, 0, -1]);
  });

  it("closes the list and gives the focus back", async () => {
    pattern = found(8);
    render(Pattern, { show: vi.fn() });
    await fireEvent.click((await screen.findAllByTestId("spot"))[1] as HTMLElement);
    await fireEvent.click(await screen.findByTestId("picked-close"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getAllByTestId("spot")[1]));
    expect(screen.queryByTestId("picked")).toBeNull();
  });

  it("says with three incidents that a pattern needs more, and draws nothing", async () => {
    pattern = { ...found(3), weeks: null };
    render(Pattern, { show: vi.fn() });
    expect((await screen.findByTestId("pattern-few")).textContent).toContain("Vanaf 4 incidenten");
    expect(screen.queryByTestId("spot")).toBeNull();
  });
});

describe("touching a drawing", () => {
  it("finds the bar that is nearest to the finger", () => {
    expect(nearest(weeks, 0.2, 0.5)).toBe(0);
    expect(nearest(weeks, 0.4, 0.9)).toBe(1);
    expect(nearest([], 0.4, 0.9)).toBe(-1);
  });

  it("counts in what one sees, from the edge of a bar: a wide drawing is wider than it is high", () => {
    const squares = [spot(0, 0, 0.04, 0.14), spot(0.1, 0.5, 0.04, 0.14)];
    // 48 pixels beside the first, 32 above the second.
    expect(nearest(squares, 0.1, 0.3, [800, 160])).toBe(1);
    const rows = [spot(0, 0, 1, 0.25), spot(0, 0.75, 0.1, 0.25)];
    expect(nearest(rows, 0.9, 0.3)).toBe(0);
    expect(nearest(rows, 0.05, 0.7)).toBe(1);
  });

  it("goes up and down between rows to the nearest column", () => {
    const squares = [spot(0, 0, 0.1, 0.1), spot(0.5, 0, 0.1, 0.1), spot(0.6, 0.5, 0.1, 0.1)];
    expect(keyed(squares, 2, "ArrowUp")).toBe(1);
    expect(keyed(squares, 0, "ArrowDown")).toBe(2);
    expect(keyed(squares, 0, "ArrowUp")).toBe(0);
    expect(keyed(squares, 2, "ArrowRight")).toBe(2);
    expect(keyed(squares, 2, "Home")).toBe(0);
    expect(keyed(squares, 2, "Enter")).toBeNull();
  });
});
