import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { KeyUse } from "$lib/bindings/KeyUse";
import Start from "../screens/Start.svelte";
import { answers, asked, begin, later, problem, refused } from "./app";

vi.mock("@tauri-apps/api/core", async () => (await import("./app")).core);
vi.mock("@tauri-apps/api/event", async () => (await import("./app")).event);

const GOOD = "ladder wolk anker fluit";
const KEY = "111111-222222-333333-444444-555555-666666-777777-888888";

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  begin();
  answers.passphrase_strength = ({ passphrase }) =>
    passphrase === GOOD ? { score: 4, enough: true } : { score: 1, enough: false };
});
afterEach(cleanup);

function start(has: { exists?: boolean; said?: string; pinTries?: number; deviceKey?: KeyUse } = {}) {
  const called = { opened: vi.fn(), put: vi.fn(), help: vi.fn(), restore: vi.fn() };
  render(Start, {
    exists: has.exists ?? true,
    said: has.said ?? null,
    pinTries: has.pinTries ?? null,
    deviceKey: has.deviceKey ?? "off",
    ...called,
  });
  return called;
}
const press = (id: string) => fireEvent.click(screen.getByTestId(id));
const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });
const typed = (id: string) => screen.getByTestId<HTMLInputElement>(id).value;
const can = (id: string) => !screen.getByTestId<HTMLButtonElement>(id).disabled;
const title = () => screen.getByRole("heading", { level: 1 }).textContent;
const of = (command: string) => asked.filter(([name]) => name === command).map(([, values]) => values);
async function typeTwice(passphrase: string): Promise<void> {
  await type("passphrase", passphrase);
  await type("passphrase-again", passphrase);
}

describe("who has no logbook yet", () => {
  it("is asked who else sees this device, and gets help or a backup from there", async () => {
    const { help, restore, opened } = start({ exists: false });
    expect(title()).toBe("Wie kan bij dit apparaat?");
    expect(document.activeElement?.tagName).toBe("H1");
    expect(screen.getByRole("main").textContent).toMatch(
      /Alles blijft op dit apparaat.*kijkt iemand mee.*Deel je een account.*een programma op dit apparaat.*Twijfel je/s,
    );
    expect(screen.getAllByRole("listitem")).toHaveLength(3);
    for (const id of ["unlock-passphrase", "forgot", "put-open"]) expect(screen.queryByTestId(id)).toBeNull();
    await press("help-open");
    expect(help).toHaveBeenCalledOnce();
    await press("restore-open");
    expect(restore).toHaveBeenCalledOnce();
    expect(opened).not.toHaveBeenCalled();
  });

  it("can stop before anything is kept, and come back", async () => {
    const { help } = start({ exists: false });
    await press("start-stop");
    expect(title()).toBe("Gebruik een ander apparaat");
    expect(screen.getByText(/Er is niets opgeslagen/).textContent).toContain("iemand die je vertrouwt");
    await fireEvent.click(screen.getByRole("button", { name: "Hulp en uitleg" }));
    expect(help).toHaveBeenCalledOnce();
    await press("stop-back");
    expect(title()).toBe("Wie kan bij dit apparaat?");
    expect(asked).toEqual([]);
  });
});

describe("making a logbook", () => {
  async function making() {
    const called = start({ exists: false });
    await press("start-continue");
    return called;
  }

  it("explains what a passphrase is, and needs one that is hard to guess", async () => {
    await making();
    expect(title()).toBe("Maak je logboek");
    expect(screen.getByText(/vier of meer woorden\. Daarmee gaat je logboek open/).textContent).toContain(
      "ook wij niet",
    );
    expect(can("create")).toBe(false);
    await typeTwice("sanne2019");
    expect(await screen.findByText("Te makkelijk te raden.")).toBeTruthy();
    expect(screen.getByText(/geen namen of datums/)).toBeTruthy();
    expect(can("create")).toBe(false);
    await typeTwice(GOOD);
    expect(await screen.findByText("Heel sterk.")).toBeTruthy();
    expect(screen.queryByText(/geen namen of datums/)).toBeNull();
    expect(can("create")).toBe(true);
    expect(of("create_logbook")).toEqual([]);
  });

  it("needs the passphrase twice the same", async () => {
    await making();
    await type("passphrase", GOOD);
    await screen.findByText("Heel sterk.");
    expect(can("create")).toBe(false);
    expect(screen.queryByTestId("passphrase-differs")).toBeNull();
    await type("passphrase-again", "ladder wolk anker fluid");
    expect(screen.getByTestId("passphrase-differs").textContent).toContain("nog niet gelijk");
    expect(can("create")).toBe(false);
    await type("passphrase-again", GOOD);
    expect(screen.queryByTestId("passphrase-differs")).toBeNull();
    expect(can("create")).toBe(true);
  });

  it("hides the passphrase until one wants to read it", async () => {
    await making();
    expect(screen.getByTestId("passphrase")).toHaveProperty("type", "password");
    await press("passphrase-show");
    expect(screen.getByTestId("passphrase")).toHaveProperty("type", "text");
    expect(screen.getByTestId("passphrase-show").textContent).toBe("Verberg");
    expect(screen.getByTestId("passphrase-again")).toHaveProperty("type", "password");
  });

  it("says that it is busy, and does it once", async () => {
    const creating = later<{ recovery_key: string }>();
    answers.create_logbook = () => creating.promise;
    await making();
    await typeTwice(GOOD);
    await waitFor(() => expect(can("create")).toBe(true));
    await press("create");
    expect(screen.getByTestId("create").textContent).toBe("Even geduld…");
    expect([can("create"), can("make-back")]).toEqual([false, false]);
    await press("create");
    creating.answer({ recovery_key: KEY });
    expect(await screen.findByTestId("recovery-key")).toBeTruthy();
    expect(of("create_logbook")).toEqual([{ passphrase: GOOD }]);
  });

  it("says why it could not, keeps what was typed, and can be tried again", async () => {
    answers.create_logbook = refused("full-disk");
    const { opened } = await making();
    await typeTwice(GOOD);
    await waitFor(() => expect(can("create")).toBe(true));
    await press("create");
    expect((await screen.findByTestId("error")).textContent).toContain("De schijf is vol");
    expect([typed("passphrase"), typed("passphrase-again")]).toEqual([GOOD, GOOD]);
    expect(title()).toBe("Maak je logboek");
    expect(can("make-back")).toBe(true);
    answers.create_logbook = () => ({ recovery_key: KEY });
    await press("create");
    expect(await screen.findByTestId("recovery-key")).toBeTruthy();
    expect(screen.queryByTestId("error")).toBeNull();
    expect(opened).not.toHaveBeenCalled();
  });

  it("can be left, and begins again without what went wrong before", async () => {
    answers.create_logbook = refused("denied");
    await making();
    await typeTwice(GOOD);
    await waitFor(() => expect(can("create")).toBe(true));
    await press("create");
    await screen.findByTestId("error");
    await press("make-back");
    expect(title()).toBe("Wie kan bij dit apparaat?");
    await press("start-continue");
    expect(screen.queryByTestId("error")).toBeNull();
    expect([typed("passphrase"), typed("passphrase-again")]).toEqual(["", ""]);
    expect(can("create")).toBe(false);
  });
});

describe("the recovery key", () => {
  /** Is a recovery key due, as it is kept. */
  let due: unknown = null;
  async function made() {
    due = null;
    answers.save_draft = (given) => {
      if (given.form === "recovery-key") due = given.draft;
      return null;
    };
    answers.create_logbook = () => ({ recovery_key: KEY });
    const called = start({ exists: false });
    await press("start-continue");
    await typeTwice(GOOD);
    await waitFor(() => expect(can("create")).toBe(true));
    await press("create");
    await screen.findByTestId("recovery-key");
    return called;
  }

  it("is shown in groups, and the logbook opens once one has it on paper", async () => {
    const { opened } = await made();
    expect(title()).toBe("Jouw herstelcode");
    expect(screen.getByText(/maar één keer getoond/)).toBeTruthy();
    const groups = [...screen.getByTestId("recovery-key").children].map((group) => group.textContent);
    expect(groups).toEqual(KEY.split("-"));
    expect(can("recovery-confirm")).toBe(false);
    expect(opened).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByLabelText("Ik heb de code op papier"));
    // Until then it counts as not written down, also if the app ends now.
    expect(due).toBe(true);
    await press("recovery-confirm");
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(due).toBeNull();
    expect(screen.getByTestId("recovery-key").textContent).toBe("");
  });

  it("can wait: the logbook opens, and one is reminded", async () => {
    const { opened } = await made();
    await press("recovery-later");
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(due).toBe(true);
  });

  it("is kept as a sheet to print, or says why not and stays", async () => {
    await made();
    answers.save_key_sheet = refused("key-sheet-failed");
    await press("key-sheet-save");
    expect((await screen.findByTestId("error")).textContent).toContain("Schrijf de herstelcode over");
    expect(screen.getByTestId("recovery-key").textContent).toBe(KEY.replaceAll("-", ""));
    answers.save_key_sheet = () => "blad.pdf";
    await press("key-sheet-save");
    expect((await screen.findByTestId("key-sheet-told")).textContent).toContain("blad.pdf");
    expect(of("save_key_sheet").at(-1)).toEqual({ key: KEY, explained: false });
  });
});

describe("a locked logbook", () => {
  it("opens with the passphrase, once", async () => {
    const unlocking = later<null>();
    answers.unlock = () => unlocking.promise;
    const { opened } = start();
    expect(title()).toBe("Logboek openen");
    expect(screen.getByLabelText("Wachtzin")).toBe(document.activeElement);
    expect(can("unlock")).toBe(false);
    await type("unlock-passphrase", GOOD);
    await press("unlock");
    expect(screen.getByTestId("unlock").textContent).toBe("Even geduld…");
    expect(can("unlock")).toBe(false);
    await press("unlock");
    expect(opened).not.toHaveBeenCalled();
    unlocking.answer(null);
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(of("unlock")).toEqual([{ passphrase: GOOD }]);
    expect(typed("unlock-passphrase")).toBe("");
  });

  it("says that the passphrase is wrong and keeps it, ready to be typed over", async () => {
    answers.unlock = refused("wrong-passphrase");
    const { opened } = start();
    await type("unlock-passphrase", "een andere zin");
    await press("unlock");
    expect((await screen.findByTestId("error")).textContent).toContain("past niet op dit logboek");
    const field = screen.getByTestId<HTMLInputElement>("unlock-passphrase");
    expect(field.value).toBe("een andere zin");
    await waitFor(() => expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]));
    expect(can("unlock")).toBe(true);
    expect(opened).not.toHaveBeenCalled();
    answers.unlock = () => null;
    await press("unlock");
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(screen.queryByTestId("error")).toBeNull();
  });

  it("says a fault of the app itself calmly", async () => {
    answers.unlock = () => {
      throw new Error("no such command");
    };
    start();
    await type("unlock-passphrase", GOOD);
    await press("unlock");
    expect((await screen.findByTestId("error")).textContent).toContain("Wat je al had opgeslagen, is er nog");
    expect(typed("unlock-passphrase")).toBe(GOOD);
  });

  it("says that a backup was put back, only when it was", () => {
    start({ said: "De reservekopie is teruggezet." });
    expect(screen.getByTestId("restored").textContent).toBe("De reservekopie is teruggezet.");
    cleanup();
    start();
    expect(screen.queryByTestId("restored")).toBeNull();
  });

  it("lets one put something in, get help and put a backup back, without opening", async () => {
    const called = start({ pinTries: 5, deviceKey: "on" });
    for (const [id, name] of [
      ["put-open", "put"],
      ["help-open", "help"],
      ["restore-open", "restore"],
    ] as const) {
      await press(id);
      expect(called[name]).toHaveBeenCalledOnce();
    }
    expect(called.opened).not.toHaveBeenCalled();
    expect(asked).toEqual([]);
  });

  it("offers a PIN and a finger next to each other, and a finger that fails keeps the PIN", async () => {
    const { opened } = start({ pinTries: 5, deviceKey: "on" });
    expect(screen.queryByTestId("unlock-passphrase")).toBeNull();
    await type("unlock-pin", "6048");
    answers.unlock_with_device_key = refused("device-key-cancelled");
    await press("unlock-by-device");
    expect((await screen.findByTestId("error")).textContent).toContain("Je wachtzin werkt altijd");
    expect(typed("unlock-pin")).toBe("6048");
    expect(can("unlock-by-device")).toBe(true);
    answers.unlock_with_device_key = () => null;
    await press("unlock-by-device");
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(typed("unlock-pin")).toBe("");
  });

  it("waits with the PIN while it is being tried, and forgets why the last one was wrong", async () => {
    const wrong = (left: number) => ({ ...problem("pin-wrong"), number: left });
    answers.unlock_with_pin = () => Promise.reject(wrong(4));
    start({ pinTries: 5 });
    expect(can("unlock-by-pin")).toBe(false);
    await type("unlock-pin", "604813");
    await press("unlock-by-pin");
    await screen.findByTestId("error");
    expect(typed("unlock-pin")).toBe("604813");
    const trying = later<null>();
    answers.unlock_with_pin = () => trying.promise;
    await press("unlock-by-pin");
    expect(screen.getByTestId("unlock-by-pin").textContent).toBe("Even geduld…");
    expect(can("unlock-by-pin")).toBe(false);
    expect(screen.queryByTestId("error")).toBeNull();
    trying.refuse(wrong(3));
    await screen.findByTestId("error");
    await press("unlock-other");
    expect(screen.queryByTestId("error")).toBeNull();
    expect(screen.getByTestId("unlock-passphrase")).toBe(document.activeElement);
    await press("unlock-other");
    expect(screen.getByTestId("pin-left").textContent).toContain("nog 3 keer");
  });
});

describe("a forgotten passphrase", () => {
  async function forgot(has: Parameters<typeof start>[0] = {}) {
    const called = start(has);
    await press("forgot");
    return called;
  }

  it("is replaced with the recovery key, and opens the logbook", async () => {
    const recovering = later<null>();
    answers.unlock_with_recovery_key = () => recovering.promise;
    const { opened } = await forgot();
    expect(title()).toBe("Openen met de herstelcode");
    expect(screen.getByText(/Acht groepjes van zes cijfers/)).toBeTruthy();
    expect(screen.getByLabelText("Herstelcode")).toBe(screen.getByTestId("recovery-input"));
    await typeTwice(GOOD);
    await screen.findByText("Heel sterk.");
    expect(can("recover")).toBe(false);
    await type("recovery-input", KEY);
    expect(can("recover")).toBe(true);
    await type("passphrase-again", "iets anders");
    expect(can("recover")).toBe(false);
    await type("passphrase-again", GOOD);
    await press("recover");
    expect(screen.getByTestId("recover").textContent).toBe("Even geduld…");
    expect(can("recover")).toBe(false);
    recovering.answer(null);
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(of("unlock_with_recovery_key")).toEqual([{ key: KEY, newPassphrase: GOOD }]);
    expect([typed("recovery-input"), typed("passphrase")]).toEqual(["", ""]);
  });

  it("keeps the key and the passphrase that were typed when the key does not fit", async () => {
    answers.unlock_with_recovery_key = refused("wrong-recovery-key");
    const { opened } = await forgot();
    await type("recovery-input", KEY);
    await typeTwice(GOOD);
    await waitFor(() => expect(can("recover")).toBe(true));
    await press("recover");
    expect((await screen.findByTestId("error")).textContent).not.toBe("");
    expect([typed("recovery-input"), typed("passphrase"), typed("passphrase-again")]).toEqual([
      KEY,
      GOOD,
      GOOD,
    ]);
    expect(opened).not.toHaveBeenCalled();
  });

  it("is not taken for the new one, and the new one not for the old one", async () => {
    answers.unlock = refused("wrong-passphrase");
    start();
    await type("unlock-passphrase", "een oude zin");
    await press("unlock");
    await screen.findByTestId("error");
    await press("forgot");
    expect(screen.queryByTestId("error")).toBeNull();
    expect(typed("passphrase")).toBe("");
    await typeTwice(GOOD);
    await fireEvent.click(screen.getByRole("button", { name: "Terug" }));
    expect(title()).toBe("Logboek openen");
    expect(typed("unlock-passphrase")).toBe("");
    expect(screen.getByTestId("unlock-passphrase")).toBe(document.activeElement);
  });

  it("can be remembered after all, but not while the key is being tried", async () => {
    const recovering = later<null>();
    answers.unlock_with_recovery_key = () => recovering.promise;
    await forgot();
    await type("recovery-input", KEY);
    await typeTwice(GOOD);
    await waitFor(() => expect(can("recover")).toBe(true));
    await press("recover");
    const back = screen.getByRole("button", { name: "Terug" });
    expect(back).toHaveProperty("disabled", true);
    recovering.refuse(problem("wrong-recovery-key"));
    await screen.findByTestId("error");
    await fireEvent.click(back);
    expect(title()).toBe("Logboek openen");
    expect(screen.queryByTestId("error")).toBeNull();
    await press("forgot");
    expect(typed("recovery-input")).toBe(KEY);
  });

  it("brings no PIN back that ended, and no finger that no longer opens it", async () => {
    answers.unlock_with_pin = refused("pin-ended");
    answers.unlock_with_device_key = refused("device-key-gone");
    start({ pinTries: 1, deviceKey: "on" });
    await press("unlock-by-device");
    await waitFor(() => expect(screen.queryByTestId("unlock-by-device")).toBeNull());
    await type("unlock-pin", "111111");
    await press("unlock-by-pin");
    await waitFor(() => expect(screen.queryByTestId("unlock-pin")).toBeNull());
    await press("forgot");
    await fireEvent.click(screen.getByRole("button", { name: "Terug" }));
    for (const id of ["unlock-other", "unlock-by-device"]) expect(screen.queryByTestId(id)).toBeNull();
    expect(screen.getByTestId("unlock-passphrase")).toBeTruthy();
  });
});
