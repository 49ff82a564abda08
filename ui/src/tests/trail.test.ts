import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Trail } from "$lib/trail";

/** One step back in the page's history, as the system makes it. */
async function stepBack(): Promise<void> {
  const gone = new Promise((done) => addEventListener("popstate", done, { once: true }));
  history.back();
  await gone;
}

describe("the way that one came", () => {
  const back = vi.fn<(to: string) => void>();
  let trail: Trail<string>;
  let unlisten: () => void;
  beforeEach(() => {
    back.mockReset();
    trail = new Trail<string>((one, other) => one === other, back);
    unlisten = trail.listen();
  });
  afterEach(async () => {
    unlisten();
    document.body.replaceChildren();
    await vi.waitFor(() => {
      if (typeof history.state === "number" && history.state > 0) history.back();
      expect(history.state ?? 0).toBe(0);
    });
  });

  it("leads back step by step, and holds no place in the history", async () => {
    trail.go("timeline", "incident 7");
    trail.go("incident 7", "incident 9");
    expect(history.state).toBe(2);
    await stepBack();
    expect(back.mock.calls).toEqual([["incident 7"]]);
    await stepBack();
    expect(back.mock.calls).toEqual([["incident 7"], ["timeline"]]);
  });

  it("leaves it to the places where one stands in them", () => {
    expect(history.scrollRestoration).toBe("manual");
  });

  it("is a step back too when a button leads to where one was", async () => {
    trail.go("timeline", "incident 7");
    trail.go("incident 7", "timeline");
    await vi.waitFor(() => {
      expect(history.state).toBeNull();
    });
    expect(back).not.toHaveBeenCalled();
    trail.go("timeline", "help");
    await stepBack();
    expect(back.mock.calls).toEqual([["timeline"]]);
  });

  it("goes on when the history takes no more, and leads back to what it took", async () => {
    trail.go("timeline", "evidence");
    const full = vi.spyOn(history, "pushState").mockImplementation(() => {
      throw new DOMException("more than 100 times per 30 seconds", "SecurityError");
    });
    trail.go("evidence", "help");
    full.mockRestore();
    trail.go("help", "pattern");
    await stepBack();
    await stepBack();
    expect(back.mock.calls).toEqual([["help"], ["timeline"]]);
  });

  it("closes what lies on top first, and stays", async () => {
    trail.go("timeline", "evidence");
    const dialog = document.createElement("dialog");
    dialog.setAttribute("open", "");
    const close = vi.fn();
    dialog.close = close;
    document.body.append(dialog);
    await stepBack();
    expect(close).toHaveBeenCalledOnce();
    expect(back).not.toHaveBeenCalled();
    dialog.remove();
    await stepBack();
    expect(back.mock.calls).toEqual([["timeline"]]);
  });

  it("is forgotten at a lock", async () => {
    trail.go("timeline", "incident 7");
    trail.go("incident 7", "pattern");
    trail.forget();
    await vi.waitFor(() => {
      expect(history.state).toBeNull();
    });
    expect(back).not.toHaveBeenCalled();
  });
});
