import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Put } from "../lib/bindings/Put";

const asked = vi.hoisted((): { commands: [string, unknown][]; back: boolean } => ({
  commands: [],
  back: true,
}));
vi.mock("@tauri-apps/api/core", () => ({
  invoke: (command: string, values: unknown) => {
    asked.commands.push([command, values]);
    return Promise.resolve(command === "back_to_other_app" ? asked.back : null);
  },
}));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => Promise.resolve(() => undefined) }));

const { default: Shared } = await import("../screens/Shared.svelte");
const { device } = await import("../lib/device.svelte");
const { Draft, keepDrafts } = await import("../lib/draft");
const { openDevice } = await import("../lib/devices");
const { t } = await import("../lib/texts.svelte");

const refused: Put["refused"] = [
  { name: "film.mp4", error: { code: "inbox-full", field: null, reason: null, number: null } },
];
const names = (): string[] => asked.commands.map(([command]) => command);

beforeEach(() => {
  asked.commands.length = 0;
  asked.back = true;
});
afterEach(() => {
  cleanup();
  device.phone = false;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("what another app shared", () => {
  const show = (put: Put | null, locked = true) => {
    const stay = vi.fn();
    render(Shared, { put, progress: put ? null : { done: 1, total: 4 }, locked, stay });
    return stay;
  };

  it("says that it is safe, where it is, and that the original stays", () => {
    show({ count: 2, refused: [] });
    expect(screen.getByRole("heading").textContent).toBe("2 bestanden bewaard");
    expect(screen.getByTestId("shared").textContent).toContain("op slot gebleven");
    expect(screen.getByTestId("shared").textContent).toContain("staat nog in de andere app");
  });

  it("does not say that anything is safe if nothing is, and names what was not taken", () => {
    show({ count: 0, refused }, false);
    expect(screen.getByRole("heading").textContent).toBe("Niet bewaard");
    expect(screen.getByTestId("refused").textContent).toContain("film.mp4");
    expect(screen.getByTestId("shared").textContent).not.toContain("terug bij Bewijs");
  });

  it("shows how far it is, and offers no way back before it is done", () => {
    show(null);
    expect(screen.getByRole("progressbar").getAttribute("value")).toBe("1");
    expect(screen.queryByTestId("shared-back")).toBeNull();
  });

  it("leads back to the other app, or says that it cannot", async () => {
    const stay = show({ count: 1, refused: [] });
    await fireEvent.click(screen.getByTestId("shared-back"));
    expect(names()).toEqual(["back_to_other_app"]);
    expect(screen.getByTestId("shared").textContent).not.toContain("niet terugbrengen");
    asked.back = false;
    await fireEvent.click(screen.getByTestId("shared-back"));
    await vi.waitFor(() => expect(screen.getByTestId("shared").textContent).toContain("niet terugbrengen"));
    await fireEvent.click(screen.getByTestId("shared-stay"));
    expect(stay).toHaveBeenCalledOnce();
  });
});

describe("going to the background", () => {
  it("keeps what was just typed at once, and only once", async () => {
    vi.useFakeTimers();
    const [one, other] = [new Draft("incident"), new Draft("contact")];
    one.keep({ what: "Hij st" });
    one.keep({ what: "Hij stond" });
    other.keep({ name: "Sam" });
    await other.drop();
    asked.commands.length = 0;
    await keepDrafts();
    expect(asked.commands).toEqual([["save_draft", { form: "incident", draft: { what: "Hij stond" } }]]);
    await vi.runAllTimersAsync();
    await keepDrafts();
    expect(asked.commands).toHaveLength(1);
  });

  it("is not what a phone's question for the camera is taken for", async () => {
    const open = vi.fn(() => Promise.reject(new Error("refused")));
    vi.stubGlobal("navigator", { mediaDevices: { getUserMedia: open } });
    await expect(openDevice({ audio: true })).rejects.toThrow("refused");
    expect(asked.commands).toEqual([]);
    device.phone = true;
    await expect(openDevice({ audio: true })).rejects.toThrow("refused");
    expect(asked.commands).toEqual([
      ["asking_system", { asking: true }],
      ["asking_system", { asking: false }],
    ]);
  });
});

describe("a phone", () => {
  it("is told of what it has, and not of windows", () => {
    expect(t("lock-hidden")).toContain("venster");
    device.phone = true;
    expect(t("lock-hidden")).toContain("andere app");
    expect(t("quick-exit-help")).not.toContain("Esc");
  });
});
