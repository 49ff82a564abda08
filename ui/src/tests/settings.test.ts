import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";

import type { Preferences } from "../lib/bindings/Preferences";

const asked = vi.hoisted((): { answers: { [command: string]: unknown } } => ({ answers: {} }));
vi.mock("@tauri-apps/api/core", () => ({
  invoke: (command: string) => {
    const answer = asked.answers[command];
    return answer instanceof Error
      ? Promise.reject({ code: answer.message, field: null, reason: null, number: null })
      : Promise.resolve(answer ?? null);
  },
}));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => Promise.resolve(() => undefined) }));

const { device } = await import("../lib/device.svelte");
const { default: Settings } = await import("../screens/Settings.svelte");
const PREFERENCES: Preferences = {
  language: "nl",
  theme: "system",
  lock_minutes: 2,
  lock_hidden: true,
  protected: true,
  window_name: "houvast",
  contrast: "system",
  size: 100,
};

function shown(props: { canProtect?: boolean; panelShown?: boolean } = {}) {
  const changed = vi.fn();
  const lock = vi.fn();
  const help = vi.fn();
  render(Settings, {
    preferences: PREFERENCES,
    canProtect: props.canProtect ?? false,
    changed,
    panelShown: props.panelShown ?? false,
    panelChanged: () => Promise.resolve(),
    pinHolds: false,
    deviceKeyOn: false,
    waysChanged: () => Promise.resolve(),
    lock,
    help,
  });
  return { changed, lock, help };
}

describe("the settings", () => {
  beforeEach(() => {
    window.scrollTo = () => undefined;
    asked.answers = {
      last_backup: { last: null, added: 0, due: false },
      get_case: { victim: "", suspect: "", address: "", children: "" },
    };
    cleanup();
  });

  it("say in their list how things stand", async () => {
    shown({ panelShown: true });
    expect(screen.getByTestId("settings-safety").textContent).toContain("Op slot na 2 minuten");
    expect(screen.getByTestId("settings-panel").textContent).toContain("Met je contactpersonen");
    await vi.waitFor(() =>
      expect(screen.getByTestId("settings-backup").textContent).toContain("nog geen reservekopie"),
    );
  });

  it("change one thing and keep the others", async () => {
    const { changed } = shown();
    await fireEvent.click(screen.getByTestId("settings-safety"));
    await fireEvent.change(screen.getByTestId("window-name"), { target: { value: "notes" } });
    expect(changed).toHaveBeenLastCalledWith({ ...PREFERENCES, window_name: "notes" });
    await fireEvent.click(screen.getByTestId("lock-hidden").querySelector("input")!);
    expect(changed).toHaveBeenLastCalledWith({ ...PREFERENCES, lock_hidden: false });
  });

  it("show everything larger on a PC; a phone has a setting of its own", async () => {
    const { changed } = shown();
    await fireEvent.click(screen.getByTestId("settings-look"));
    await fireEvent.change(screen.getByTestId("size"), { target: { value: "150" } });
    expect(changed).toHaveBeenLastCalledWith({ ...PREFERENCES, size: 150 });
    cleanup();
    device.phone = true;
    shown();
    await fireEvent.click(screen.getByTestId("settings-look"));
    expect(screen.queryByTestId("size")).toBeNull();
    device.phone = false;
  });

  it("promise to stop screenshots only where the system can", async () => {
    shown({ canProtect: false });
    expect(screen.getByTestId("protect-cannot").textContent).toContain("niet tegenhouden");
    expect(screen.queryByTestId("protect")).toBeNull();
    cleanup();
    const { changed } = shown({ canProtect: true });
    await fireEvent.click(screen.getByTestId("protect").querySelector("input")!);
    expect(changed).toHaveBeenLastCalledWith({ ...PREFERENCES, protected: false });
  });

  it("give the focus to the part that was chosen, and back to its row", async () => {
    shown();
    await fireEvent.click(screen.getByTestId("settings-names"));
    await vi.waitFor(() => expect(document.activeElement?.id).toBe("chosen"));
    await fireEvent.click(screen.getByTestId("settings-back"));
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("settings-names")));
  });

  it("say an error where it arose and keep what was typed", async () => {
    asked.answers["set_case"] = new Error("disk-full");
    shown();
    await fireEvent.click(screen.getByTestId("settings-names"));
    const victim = await screen.findByTestId<HTMLInputElement>("victim");
    await fireEvent.input(victim, { target: { value: "S. de Boer" } });
    await fireEvent.submit(victim.form!);
    await vi.waitFor(() => expect(screen.getByTestId("error").textContent).not.toBe(""));
    expect(victim.value).toBe("S. de Boer");
    expect(screen.queryByTestId("case-saved")).toBeNull();
  });
});
