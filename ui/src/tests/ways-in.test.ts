import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, vi } from "vitest";

import type { AppError } from "../lib/bindings/AppError";
import type { KeyUse } from "../lib/bindings/KeyUse";

/** What each command answers, or is rejected with. */
const asked = vi.hoisted((): { answers: { [command: string]: unknown }; calls: [string, unknown][] } => ({
  answers: {},
  calls: [],
}));
vi.mock("@tauri-apps/api/core", () => ({
  invoke: (command: string, words: unknown) => {
    asked.calls.push([command, words]);
    const answer = asked.answers[command];
    const refused = typeof answer === "object" && answer !== null && "code" in answer;
    return refused ? Promise.reject(answer) : Promise.resolve(answer ?? null);
  },
}));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => Promise.resolve(() => undefined) }));

const { default: Start } = await import("../screens/Start.svelte");
const { default: WaysIn } = await import("../screens/settings/WaysIn.svelte");

const refused = (code: string, number: number | null = null): AppError => ({
  code,
  field: null,
  reason: null,
  number,
});
const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });

beforeEach(() => {
  cleanup();
  asked.answers = { passphrase_strength: { score: 4, enough: true }, device_key_state: "absent" };
  asked.calls = [];
});

describe("a locked logbook", () => {
  function start(pinTries: number | null, deviceKey: KeyUse = "off") {
    const opened = vi.fn();
    const nothing = () => undefined;
    render(Start, {
      exists: true,
      said: null,
      pinTries,
      deviceKey,
      opened,
      put: nothing,
      help: nothing,
      restore: nothing,
    });
    return opened;
  }

  it("asks for the passphrase alone if nothing else opens it", () => {
    start(null);
    expect(screen.getByTestId("unlock-passphrase")).toBe(document.activeElement);
    for (const id of ["unlock-pin", "unlock-by-device", "unlock-other"])
      expect(screen.queryByTestId(id)).toBeNull();
  });

  it("asks for the PIN by a keypad, and always lets one use the passphrase instead", async () => {
    const opened = start(5);
    const field = screen.getByTestId("unlock-pin");
    expect(field).toHaveProperty("inputMode", "numeric");
    expect(field).toBe(document.activeElement);
    expect(screen.queryByTestId("pin-left")).toBeNull();
    await fireEvent.click(screen.getByTestId("unlock-other"));
    expect(screen.queryByTestId("unlock-pin")).toBeNull();
    await type("unlock-passphrase", "een zin");
    await fireEvent.click(screen.getByTestId("unlock-other"));
    await type("unlock-pin", "604813");
    await fireEvent.click(screen.getByTestId("unlock-by-pin"));
    await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(asked.calls).toContainEqual(["unlock_with_pin", { pin: "604813" }]);
  });

  it("says how many tries are left, and goes on to the passphrase when there are none", async () => {
    const opened = start(4);
    expect(screen.getByTestId("pin-left").textContent).toContain("nog 4 keer");
    asked.answers["unlock_with_pin"] = refused("pin-wrong", 1);
    await type("unlock-pin", "111111");
    await fireEvent.click(screen.getByTestId("unlock-by-pin"));
    await vi.waitFor(() => expect(screen.getByTestId("error").textContent).toContain("nog 1 keer proberen"));
    asked.answers["unlock_with_pin"] = refused("pin-ended");
    await fireEvent.click(screen.getByTestId("unlock-by-pin"));
    await vi.waitFor(() => expect(screen.getByTestId("unlock-passphrase")).toBe(document.activeElement));
    expect(screen.getByTestId("error").textContent).toContain("Open je logboek met je wachtzin");
    expect(screen.queryByTestId("unlock-other")).toBeNull();
    expect(opened).not.toHaveBeenCalled();
  });

  it("opens by a finger, beside the passphrase", async () => {
    const opened = start(null, "on");
    expect(screen.getByTestId("unlock-passphrase")).toBeTruthy();
    expect(screen.queryByTestId("device-key-due")).toBeNull();
    await fireEvent.click(screen.getByTestId("unlock-by-device"));
    await vi.waitFor(() => expect(opened).toHaveBeenCalledOnce());
  });

  it("asks for the passphrase now and then, and shuts nobody out who forgot it", () => {
    start(null, "due");
    expect(screen.getByTestId("device-key-due").textContent).toContain("herstelcode");
    expect(screen.getByTestId("unlock-by-device").textContent).toContain("Nu niet");
  });

  it("says calmly that a finger no longer opens it", async () => {
    start(null, "on");
    asked.answers["unlock_with_device_key"] = refused("device-key-gone");
    await fireEvent.click(screen.getByTestId("unlock-by-device"));
    await vi.waitFor(() => expect(screen.queryByTestId("unlock-by-device")).toBeNull());
    expect(screen.getByTestId("error").textContent).toContain("Open je logboek met je wachtzin");
    expect(screen.getByTestId("unlock-passphrase")).toBeTruthy();
  });

  it("leaves one who types the passphrase where they are when a finger no longer opens it", async () => {
    start(5, "on");
    await fireEvent.click(screen.getByTestId("unlock-other"));
    await type("unlock-passphrase", "een zin");
    asked.answers["unlock_with_device_key"] = refused("device-key-gone");
    await fireEvent.click(screen.getByTestId("unlock-by-device"));
    await vi.waitFor(() => expect(screen.queryByTestId("unlock-by-device")).toBeNull());
    expect(screen.getByTestId("unlock-passphrase")).toHaveProperty("value", "een zin");
  });
});

describe("the ways in, under settings", () => {
  function shown(props: { pinHolds?: boolean; deviceKeyOn?: boolean } = {}) {
    const changed = vi.fn(() => Promise.resolve());
    render(WaysIn, { pinHolds: false, deviceKeyOn: false, changed, ...props });
    return changed;
  }

  it("set a PIN that was typed twice, by the passphrase", async () => {
    const changed = shown();
    expect(screen.getByTestId("pin-form").textContent).toMatch(/geheugen.*alle pincodes proberen/s);
    await type("pin-passphrase", "een zin");
    await type("pin-new", "604813");
    await type("pin-again", "604814");
    expect(screen.getByTestId("pin-differs")).toBeTruthy();
    expect(screen.getByTestId("pin-set")).toHaveProperty("disabled", true);
    await type("pin-again", "604813");
    await fireEvent.click(screen.getByTestId("pin-set"));
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    expect(asked.calls).toContainEqual(["set_pin", { passphrase: "een zin", pin: "604813" }]);
    // Nothing of it stays in the fields.
    for (const id of ["pin-passphrase", "pin-new", "pin-again"])
      expect(screen.getByTestId(id)).toHaveProperty("value", "");
  });

  it("say why a PIN is not taken, and keep what was typed", async () => {
    asked.answers["set_pin"] = refused("pin-guessable");
    const changed = shown();
    await type("pin-passphrase", "een zin");
    await type("pin-new", "123456");
    await type("pin-again", "123456");
    await fireEvent.click(screen.getByTestId("pin-set"));
    await vi.waitFor(() => expect(screen.getByTestId("error").textContent).toContain("makkelijk te raden"));
    expect(screen.getByTestId("pin-new")).toHaveProperty("value", "123456");
    expect(changed).not.toHaveBeenCalled();
  });

  it("switch the PIN off without the passphrase", async () => {
    const changed = shown({ pinHolds: true });
    await fireEvent.click(screen.getByTestId("pin-drop"));
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    expect(screen.getByTestId("pin-told").textContent).toContain("uit");
  });

  it("speak of a finger only on a device that has a place for one", async () => {
    shown();
    await vi.waitFor(() => expect(asked.calls).toContainEqual(["device_key_state", undefined]));
    expect(screen.queryByTestId("device-key")).toBeNull();
    cleanup();
    asked.answers["device_key_state"] = "nothing-enrolled";
    shown();
    expect((await screen.findByTestId("device-key-none")).textContent).toContain("instellingen");
    expect(screen.queryByTestId("device-key-keep")).toBeNull();
  });

  it("warn of force before a finger is switched on, and switch it off again", async () => {
    asked.answers["device_key_state"] = "ready";
    const changed = shown();
    const form = await screen.findByTestId("device-key");
    expect(form.textContent).toMatch(/dwingen.*iedereen die dit apparaat/s);
    expect(screen.getByTestId("device-key-keep")).toHaveProperty("disabled", true);
    await type("device-key-passphrase", "een zin");
    await fireEvent.click(screen.getByTestId("device-key-keep"));
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    expect(asked.calls).toContainEqual(["keep_device_key", { passphrase: "een zin" }]);
    cleanup();
    const off = shown({ deviceKeyOn: true });
    await fireEvent.click(await screen.findByTestId("device-key-drop"));
    await vi.waitFor(() => expect(off).toHaveBeenCalledOnce());
  });

  it("say after a new passphrase that a PIN and a finger ended with the old one", async () => {
    shown({ pinHolds: true });
    const current = screen.getAllByLabelText("Wachtzin van nu")[0]!;
    await fireEvent.input(current, { target: { value: "een zin" } });
    await type("passphrase", "een nieuwe zin over ladders");
    await type("passphrase-again", "een nieuwe zin over ladders");
    const button = screen.getByRole("button", { name: "Wachtzin wijzigen" });
    await vi.waitFor(() => expect(button).toHaveProperty("disabled", false));
    await fireEvent.click(button);
    await vi.waitFor(() => expect(screen.getByText(/pincode, vinger of gezicht ook niet/)).toBeTruthy());
  });
});
