import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { RestoreView } from "$lib/bindings/RestoreView";
import Report from "../screens/Report.svelte";
import Restore from "../screens/Restore.svelte";
import { answers, asked, begin, later, problem, refused, tell } from "./app";

vi.mock("@tauri-apps/api/core", async () => (await import("./app")).core);
vi.mock("@tauri-apps/api/event", async () => (await import("./app")).event);

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  begin();
  answers.report_summary = () => ({ incidents: 3, evidence: 1 });
  answers.preview_report = () => ({ preview: 1, shown: 2, total: 5 });
  answers.list_given = () => [];
  answers.list_contacts = () => [];
  answers.make_password = () => "k3m9-p4q7-rr2d";
});
afterEach(cleanup);

describe("handing over", () => {
  it("shows the real pages, and says how many more there are", async () => {
    render(Report);
    const pages = await screen.findAllByTestId("preview-page");
    expect(pages.map((page) => page.getAttribute("alt"))).toEqual(["Bladzijde 1 van 5", "Bladzijde 2 van 5"]);
    expect(screen.getByText(/Nog 3 bladzijden/)).toBeTruthy();
    expect(screen.getByTestId("report-holds").textContent).toContain("3 incidenten en 1 bewijsstuk");
  });

  it("says that nothing is in it, and that pages cannot be drawn", async () => {
    answers.report_summary = () => ({ incidents: 0, evidence: 0 });
    answers.preview_report = refused("report-failed");
    render(Report);
    await waitFor(() =>
      expect(screen.getByTestId("report-holds").textContent).toMatch(/staat niets in je logboek/),
    );
    await waitFor(() => expect(screen.getAllByTestId("error").some((one) => one.textContent)).toBe(true));
    expect(screen.queryByTestId("preview-page")).toBeNull();
  });

  it("is the PDF of what was found; what was chosen stands when one comes back, and on another visit it does not", async () => {
    const chosen = (id: string): boolean => screen.getByTestId<HTMLInputElement>(id).checked;
    const found = { from: "2026-03-01", to: null, kinds: [], having: ["threat" as const], search: "" };
    const visit = {};
    render(Report, { of: found, visit });
    expect([chosen("report-what-full"), chosen("include-address")]).toEqual([true, false]);
    await fireEvent.click(screen.getByTestId("include-address"));
    await fireEvent.click(screen.getByRole("button", { name: /Bedreiging/ }));
    cleanup();
    render(Report, { of: found, visit });
    expect([chosen("report-what-full"), chosen("include-address")]).toEqual([true, true]);
    expect(screen.queryByTestId("report-only")).toBeNull();
    cleanup();
    render(Report, { visit: {} });
    expect([chosen("report-what-package"), chosen("include-address")]).toEqual([true, false]);
  });

  it("passes over an older preview that comes late", async () => {
    render(Report);
    await screen.findAllByTestId("preview-page");
    tell("preview-pages", { preview: 7, shown: 1, total: 1 });
    await waitFor(() => expect(screen.getAllByTestId("preview-page")).toHaveLength(1));
    tell("preview-pages", { preview: 6, shown: 4, total: 4 });
    await new Promise((done) => setTimeout(done));
    expect(screen.getAllByTestId("preview-page")).toHaveLength(1);
  });

  it("says how far it is and can be stopped; word that comes after the end changes nothing", async () => {
    const saving = later<unknown>();
    answers.save_package = () => saving.promise;
    render(Report);
    await fireEvent.click(screen.getByTestId("report-save"));
    expect(screen.getByTestId("report-save")).toHaveProperty("disabled", true);
    tell("report-progress", { step: "evidence", done: 1, total: 4 });
    expect(await screen.findByRole("progressbar")).toHaveProperty("value", 1);
    await fireEvent.click(screen.getByRole("button", { name: "Stoppen" }));
    expect(asked.at(-1)?.[0]).toBe("cancel_report");
    saving.refuse(problem("cancelled"));
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
    tell("report-progress", { step: "evidence", done: 4, total: 4 });
    await new Promise((done) => setTimeout(done));
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(screen.queryByTestId("report-done")).toBeNull();
  });

  it("names what is missing, and notes to whom it was given", async () => {
    answers.save_package = () => ({ name: "pakket.zip", missing: [[2, "kapot.jpg"]] });
    answers.list_given = () => [
      { to: "Wijkagent", recorded: "2026-03-03T21:30:00+01:00", incidents: ["i1", "i2"] },
    ];
    render(Report);
    await fireEvent.click(screen.getByTestId("report-sealed"));
    await waitFor(() => expect(screen.getByTestId("report-password").textContent).toBe("k3m9-p4q7-rr2d"));
    await fireEvent.click(screen.getByTestId("report-save"));
    expect((await screen.findByTestId("report-done")).textContent).toContain("pakket.zip");
    expect(screen.getByText(/kapot\.jpg/)).toBeTruthy();
    expect(asked.find(([command]) => command === "save_package")?.[1]).toMatchObject({
      password: "k3m9-p4q7-rr2d",
    });
    expect(screen.getByTestId("given").textContent).toContain("Wijkagent");
    expect(screen.getByTestId("given-note")).toHaveProperty("disabled", true);
    await fireEvent.input(screen.getByTestId("given-to"), { target: { value: " A. Jansen " } });
    await fireEvent.click(screen.getByTestId("given-note"));
    expect((await screen.findByTestId("given-noted")).textContent).toContain("A. Jansen");
    expect(screen.queryByTestId("given-to")).toBeNull();
  });

  it("keeps the name that was typed if that cannot be noted", async () => {
    answers.save_package = () => ({ name: "pakket.zip", missing: [] });
    answers.note_given = refused("nothing-saved");
    render(Report);
    await fireEvent.click(screen.getByTestId("report-save"));
    await fireEvent.input(await screen.findByTestId("given-to"), { target: { value: "A. Jansen" } });
    await fireEvent.click(screen.getByTestId("given-note"));
    await waitFor(() => expect(screen.getAllByTestId("error").some((one) => one.textContent)).toBe(true));
    expect(screen.getByTestId<HTMLInputElement>("given-to").value).toBe("A. Jansen");
  });
});

describe("putting a backup back", () => {
  const found = (here: RestoreView["here"], problems: RestoreView["problems"] = []): RestoreView => ({
    name: "kopie.db",
    incidents: 12,
    evidence: 3,
    newest: "2026-03-03T21:30:00+01:00",
    problems,
    here,
  });
  const read = async (view: RestoreView): Promise<ReturnType<typeof vi.fn>> => {
    answers.read_backup = () => view;
    const done = vi.fn();
    render(Restore, { back: vi.fn(), done });
    await fireEvent.input(screen.getByTestId("restore-secret"), { target: { value: "een zin" } });
    await fireEvent.click(screen.getByTestId("restore-choose"));
    await screen.findByTestId("restore-found");
    return done;
  };

  it("over nothing needs no second word", async () => {
    answers.put_backup = () => null;
    const done = await read(found("none"));
    expect(screen.getByTestId("restore-found").textContent).toContain("12 incidenten");
    expect(screen.queryByTestId("restore-sure")).toBeNull();
    await fireEvent.click(screen.getByTestId("restore-do"));
    await waitFor(() => expect(done).toHaveBeenCalledWith(null));
  });

  it("over a logbook that holds more names what that is, and is never one touch away", async () => {
    answers.put_backup = () => "houvast-1.db";
    const later_ = { id: "i1", when: { day: "2026-03-04" }, what: "Kwam er later bij. ".repeat(20) };
    const lacks = { changes: 2, incidents: [later_], evidence: [{ id: "e1", name: "foto.jpg" }] };
    const done = await read(found({ lacks } as unknown as RestoreView["here"]));
    const told = screen.getByTestId("restore-lacks").textContent ?? "";
    expect(told).toContain("4 maart 2026: Kwam er later bij.");
    expect(told).toContain("foto.jpg");
    expect(told.length).toBeLessThan(400);
    expect(screen.getByTestId("restore-do")).toHaveProperty("disabled", true);
    await fireEvent.click(screen.getByRole("checkbox"));
    await fireEvent.click(screen.getByTestId("restore-do"));
    await waitFor(() => expect(done).toHaveBeenCalledWith("houvast-1.db"));
  });

  it("over a logbook that does not open is said, and so is what is damaged in the backup", async () => {
    await read(found("unknown", [{ where: "record 4", what: "does not verify" }]));
    expect(screen.getByTestId("restore-blind")).toBeTruthy();
    expect(screen.getByTestId("restore-found").textContent).toContain("record 4");
    expect(screen.getByTestId("restore-do")).toHaveProperty("disabled", true);
  });

  it("with the wrong words keeps them and says so; it says how far reading is", async () => {
    const reading = later<unknown>();
    answers.read_backup = () => reading.promise;
    render(Restore, { back: vi.fn(), done: vi.fn() });
    await fireEvent.input(screen.getByTestId("restore-secret"), { target: { value: "een zin" } });
    await fireEvent.click(screen.getByTestId("restore-choose"));
    tell("restore-progress", { done: 1, total: 3 });
    expect(await screen.findByRole("progressbar")).toHaveProperty("value", 1);
    reading.refuse(problem("wrong-passphrase"));
    expect(await screen.findByText(/past niet op dit logboek/)).toBeTruthy();
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(screen.getByTestId<HTMLInputElement>("restore-secret").value).toBe("een zin");
  });

  it("is let go of when one leaves", async () => {
    await read(found("none"));
    cleanup();
    expect(asked.at(-1)?.[0]).toBe("drop_backup");
  });
});
