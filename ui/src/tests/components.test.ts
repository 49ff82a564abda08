import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { AppError } from "$lib/bindings/AppError";
import CopySmall from "$lib/components/CopySmall.svelte";
import Erase from "$lib/components/Erase.svelte";
import FormEnd from "$lib/components/FormEnd.svelte";
import NewPassphrase from "$lib/components/NewPassphrase.svelte";
import Problem from "$lib/components/Problem.svelte";
import TextField from "$lib/components/TextField.svelte";
import Title from "$lib/components/Title.svelte";
import Withdraw from "$lib/components/Withdraw.svelte";
import Working from "$lib/components/Working.svelte";

const answers = vi.hoisted(() => new Map<string, unknown>());
vi.mock("@tauri-apps/api/core", () => ({ invoke: (name: string) => Promise.resolve(answers.get(name)) }));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => Promise.resolve(() => undefined) }));

const wrong: AppError = { code: "wrong-passphrase", field: null, reason: null, number: null };

beforeEach(() => answers.clear());
afterEach(cleanup);

describe("an error", () => {
  it("is said where it stands, by a live region that was there before", async () => {
    const { container, rerender } = render(Problem, { error: null });
    const region = container.querySelector("[aria-live=polite]");
    expect(region?.textContent).toBe("");
    await rerender({ error: wrong });
    expect(region?.textContent).toContain("past niet op dit logboek");
  });
});

describe("a screen's title", () => {
  it("takes the focus", () => {
    render(Title, { text: "Hulp" });
    expect(document.activeElement?.textContent).toBe("Hulp");
  });
});

describe("a field", () => {
  it("has its name and its help in its label", () => {
    render(TextField, { id: "role", label: "Functie", help: "Bijvoorbeeld wijkagent", value: "" });
    expect(screen.getByLabelText(/Functie.*Bijvoorbeeld wijkagent/s)).toBe(screen.getByTestId("role"));
  });
  it("has lines if it needs them, and days if it is one", () => {
    render(TextField, { id: "told", label: "Verteld", rows: 4, value: "" });
    render(TextField, { id: "day", label: "Dag", type: "date", value: "" });
    expect(screen.getByTestId("told").tagName).toBe("TEXTAREA");
    expect(screen.getByTestId("day")).toHaveProperty("type", "date");
  });
});

describe("the end of a form", () => {
  const form = (changed: boolean) => ({ busy: false, changed, error: null, drop: vi.fn() });
  it("asks before it drops what was typed, and lets one go on", async () => {
    const given = form(true);
    render(FormEnd, { name: "contact", form: given });
    await fireEvent.click(screen.getByTestId("contact-drop"));
    expect(given.drop).not.toHaveBeenCalled();
    expect(document.activeElement?.textContent).toBe("Verder invullen");
    await fireEvent.click(screen.getByTestId("contact-drop-do"));
    expect(given.drop).toHaveBeenCalledOnce();
  });
  it("drops at once where nothing was typed", async () => {
    const given = form(false);
    render(FormEnd, { name: "contact", form: given });
    await fireEvent.click(screen.getByTestId("contact-drop"));
    expect(given.drop).toHaveBeenCalledOnce();
  });
  it("cannot save twice at once", () => {
    render(FormEnd, { name: "contact", form: { ...form(true), busy: true } });
    expect(screen.getByTestId("contact-save")).toHaveProperty("disabled", true);
  });
});

describe("taking back", () => {
  it("needs a reason, and says why it did not work", async () => {
    const withdraw = vi.fn(() => Promise.reject(Object.assign(new Error(), wrong)));
    render(Withdraw, { name: "contact", help: "", withdraw });
    expect(screen.getByTestId("contact-withdraw")).toHaveProperty("disabled", true);
    await fireEvent.input(screen.getByTestId("contact-withdraw-reason"), { target: { value: "vergist" } });
    await fireEvent.click(screen.getByTestId("contact-withdraw"));
    expect(withdraw).toHaveBeenCalledWith("vergist");
    expect(await screen.findByTestId("error")).toBeTruthy();
  });
});

describe("erasing", () => {
  it("is never one touch away", async () => {
    const erase = vi.fn(() => Promise.resolve());
    render(Erase, { name: "incident", files: 2, erase });
    expect(screen.getByTestId("erase-do-incident")).toHaveProperty("disabled", true);
    await fireEvent.click(screen.getByLabelText(/Ik weet dat dit niet terug kan/));
    await fireEvent.click(screen.getByTestId("erase-do-incident"));
    expect(erase).toHaveBeenCalledWith("", true);
  });
});

describe("long work", () => {
  it("shows nothing, or how far it is with a way to stop it", async () => {
    const stop = vi.fn();
    const { rerender } = render(Working, { progress: null, label: "Bezig", stop });
    expect(screen.queryByRole("progressbar")).toBeNull();
    await rerender({ progress: { done: 3, total: 4 }, label: "Bezig", stop });
    expect(screen.getByRole("progressbar", { name: "Bezig" })).toHaveProperty("value", 3);
    await fireEvent.click(screen.getByRole("button"));
    expect(stop).toHaveBeenCalledOnce();
  });
});

describe("copying something small", () => {
  it("says that it did, and its name begins with what one sees", async () => {
    Object.assign(navigator, { clipboard: { writeText: () => Promise.resolve() } });
    render(CopySmall, { text: "0900-8844", what: "0900-8844" });
    const button = screen.getByRole("button", { name: /^Kopiëren ?: 0900-8844$/ });
    await fireEvent.click(button);
    expect(await screen.findByRole("button", { name: /^Gekopieerd ?: 0900-8844$/ })).toBe(button);
    expect(screen.getByRole("status").textContent).toBe("Gekopieerd");
  });
});

describe("a new passphrase", () => {
  it("is weighed while it is typed, and the second one compared", async () => {
    answers.set("passphrase_strength", { score: 1, enough: false });
    render(NewPassphrase);
    await fireEvent.input(screen.getByTestId("passphrase"), { target: { value: "sanne2019" } });
    expect(await screen.findByText(/te makkelijk/i)).toBeTruthy();
    await fireEvent.input(screen.getByTestId("passphrase-again"), { target: { value: "sanne2018" } });
    expect(screen.getByTestId("passphrase-differs")).toBeTruthy();
  });
});
