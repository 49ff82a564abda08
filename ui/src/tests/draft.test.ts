import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Draft, keepDrafts } from "$lib/draft";
import { asked, begin } from "./app";

vi.mock("@tauri-apps/api/core", async () => (await import("./app")).core);
vi.mock("@tauri-apps/api/event", async () => (await import("./app")).event);

beforeEach(() => {
  begin();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const kept = () => asked.filter(([name]) => name === "save_draft").map(([, values]) => values);

describe("a draft", () => {
  it("is kept a moment after the last key, once", async () => {
    const draft = new Draft("record");
    for (const text of ["H", "Hi", "Hij"]) draft.keep(text);
    expect(kept()).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect(kept()).toEqual([{ form: "record", draft: "Hij" }]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept()).toHaveLength(1);
  });

  it("is kept every second of typing without a rest", async () => {
    const draft = new Draft("record");
    for (let key = 1; key <= 30; key++) {
      draft.keep(key);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(kept().map(({ draft }) => draft)).toEqual([10, 20, 30]);
  });

  it("is kept at once when the logbook is about to be locked", async () => {
    const draft = new Draft("record");
    draft.keep("Hij st");
    await keepDrafts();
    expect(kept()).toEqual([{ form: "record", draft: "Hij st" }]);
  });
});
