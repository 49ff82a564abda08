import { afterEach, expect, it, vi } from "vitest";

import { backend } from "$lib/backend";
import { consult } from "$lib/consult.svelte";
import { choice, filterOf, kept } from "$lib/timeline.svelte";

const invoke = vi.hoisted(() => vi.fn(() => Promise.resolve(null)));
vi.mock("@tauri-apps/api/core", () => ({ invoke }));

afterEach(() => {
  consult.on = false;
  invoke.mockClear();
});

it("searches no private notes while somebody looks along, whichever way it searches", async () => {
  for (const looksAlong of [false, true]) {
    consult.on = looksAlong;
    await backend.timeline(filterOf(choice), 7);
    await backend.incidents({ search: "durf" });
    await backend.find("durf", 7);
    const told = { filter: expect.objectContaining({ without_notes: looksAlong }) as unknown };
    expect(invoke).toHaveBeenCalledWith("show_timeline", expect.objectContaining(told));
    expect(invoke).toHaveBeenCalledWith("list_incidents", told);
    expect(invoke).toHaveBeenCalledWith("find_incidents", expect.objectContaining(told));
    invoke.mockClear();
  }
});

it("lets go of what was found before somebody looked along", () => {
  kept.answer = { revision: 7, lines: null, shown: [0], hidden: 0, elsewhere: [], kinds: [], having: [] };
  consult.on = true;
  expect(kept.answer).toBeNull();
});
