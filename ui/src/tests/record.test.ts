import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { Incident } from "$lib/bindings/Incident";
import { emptyIncident } from "$lib/incident";
import Record from "../screens/Record.svelte";

/** What the app's other half answers, and what it was asked. */
const answers: { [command: string]: (asked: never) => unknown } = {};
const asked: [string, { [name: string]: unknown }][] = [];
// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 20_000 });
vi.mock("@tauri-apps/api/core", () => ({
  invoke: async (command: string, values: never) => {
    asked.push([command, values]);
    return answers[command]?.(values) ?? null;
  },
}));
vi.mock("@tauri-apps/api/event", () => ({ listen: async () => () => undefined }));

const photo = {
  id: "p1",
  incident: null,
  name: "voordeur.jpg",
  type: "image/jpeg",
  family: "image",
  size: 1000,
  sha256: "00",
  recorded: { at: "2026-03-03T21:30:00+01:00", zone: "", seq: 1 },
  arrival: "picked",
  put_in: null,
  thumbnail: null,
  dimensions: null,
  claims: {},
  notes: [],
  caption: "",
  transcript: "",
  withdrawn: null,
  history: [],
};
const TEN = "2026-11-24T10:00:00+01:00";
const TWENTY_TWO = "2026-11-24T22:00:00+01:00";

beforeEach(() => {
  asked.length = 0;
  for (const command of Object.keys(answers)) delete answers[command];
  answers["list_measures"] = answers["inbox"] = () => [];
  answers["import_dropped"] = () => ({ kept: [], had: [], refused: [], left: 0 });
  answers["record_incident"] = () => ({ id: "new" });
  HTMLElement.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

const of = (command: string) => asked.filter(([name]) => name === command).map(([, values]) => values);
const see = (id: string) => screen.findByTestId(id);
const press = async (id: string) => {
  await waitFor(() => expect(screen.getByTestId<HTMLButtonElement>(id).disabled).not.toBe(true));
  return fireEvent.click(await see(id));
};
const type = async (id: string, value: string) => fireEvent.input(await see(id), { target: { value } });
/** The form has asked for everything that it begins with. */
const ready = () => waitFor(() => expect(of("import_dropped").length).toBe(1));

describe("writing down", () => {
  it("needs no more than a touch: the moment is enough", async () => {
    const done = vi.fn();
    render(Record, { done });
    await ready();
    await press("save");
    await waitFor(() => expect(done).toHaveBeenCalledWith("new"));
    const saved = of("record_incident")[0]?.["incident"] as Incident;
    expect(saved.kind).toEqual([]);
    expect(typeof saved.when).toBe("string");
  });

  it("asks for a photo at once, and keeps it with the incident", async () => {
    answers["pick_evidence"] = () => ({ kept: [photo], had: [], refused: [], left: 0 });
    const done = vi.fn();
    render(Record, { photo: true, done });
    await see("evidence");
    await press("save");
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(of("record_incident")[0]?.["evidence"]).toEqual(["p1"]);
  });

  it("takes a time in words and says it in full", async () => {
    answers["understand_when"] = () => ({ of: [{ about: TWENTY_TWO }], future: false, often: false });
    render(Record, { done: vi.fn() });
    await ready();
    await type("when-said", "gisteravond rond tien");
    await waitFor(async () =>
      expect((await see("when-words")).textContent).toContain("dinsdag 24 november 2026, rond 22.00 uur"),
    );
    expect(((await see("date")) as HTMLInputElement).value).toBe("2026-11-24");
    expect(((await see("when-mode")) as HTMLSelectElement).value).toBe("about");
  });

  it("asks whether it was when the text begins to say, and takes no count for a time", async () => {
    answers["understand_when"] = ({ text }: { text: string }) => ({
      of: text === "Vannacht" || text === "Vannacht 30" ? [{ about: TWENTY_TWO }] : [],
      future: false,
    });
    render(Record, { done: vi.fn() });
    await ready();
    await type("what", "Vannacht 30 keer gebeld.");
    expect((await see("noticed")).textContent).toContain("‘Vannacht’");
    expect(of("understand_when").map((one) => one["text"])).toEqual([
      "Vannacht 30 keer gebeld",
      "Vannacht 30 keer",
      "Vannacht",
    ]);
    await press("noticed-yes");
    await waitFor(async () => expect((await see("when-words")).textContent).toContain("rond 22.00 uur"));
    expect(((await see("when-said")) as HTMLInputElement).value).toBe("Vannacht");
    expect(screen.queryByTestId("noticed")).toBeNull();
  });

  it("lets go of a time when the words go on to mean nothing", async () => {
    answers["understand_when"] = ({ text }: { text: string }) => ({
      of: text === "vannacht 3" ? [{ about: TWENTY_TWO }] : [],
      future: false,
    });
    render(Record, { done: vi.fn() });
    await ready();
    const before = (await see("when-words")).textContent;
    await type("when-said", "vannacht 3");
    await waitFor(async () => expect((await see("when-words")).textContent).toContain("rond 22.00 uur"));
    await type("when-said", "vannacht 30 keer");
    await waitFor(async () => expect((await see("when-words")).textContent).toBe(before));
  });

  it("asks morning or evening with two touches, and saves no guess", async () => {
    answers["understand_when"] = () => ({
      of: [{ about: TEN }, { about: TWENTY_TWO }],
      future: false,
      often: false,
    });
    const done = vi.fn();
    render(Record, { done });
    await ready();
    await type("when-said", "gisteren rond 10 uur");
    const options = await screen.findAllByTestId("when-option");
    expect(options.map((one) => one.textContent)).toEqual(["rond 10.00", "rond 22.00"]);
    await press("save");
    await see("when-warning");
    expect(done).not.toHaveBeenCalled();
    await fireEvent.click(options[1] as HTMLElement);
    await press("save");
    await waitFor(() => expect(done).toHaveBeenCalled());
    const saved = of("record_incident")[0]?.["incident"] as Incident;
    // The offset is that of the place where the test runs.
    expect(JSON.stringify(saved.when)).toContain("2026-11-24T22:00");
    expect(saved.what).toBe("");
  });

  it("asks for the stretch where it was said to happen again and again, and keeps the words", async () => {
    const stretch = { from: "2026-11-23T00:00:00+01:00", to: "2026-11-25T15:20:00+01:00" };
    answers["understand_when"] = () => ({ of: [stretch], future: false, often: true });
    const done = vi.fn();
    render(Record, { done });
    await ready();
    const before = (await see("when-words")).textContent;
    await type("when-said", "elke nacht deze week");
    await fireEvent.blur(await see("when-said"));
    expect((await see("when-often")).textContent).toContain("vaker dan één keer");
    // Nothing is taken that was not chosen.
    expect((await see("when-words")).textContent).toBe(before);
    await press("save");
    await see("when-warning");
    await press("when-option");
    expect((await see("when-words")).textContent).toContain("23 november 2026");
    await type("what", "Hij belde.");
    await press("save");
    await waitFor(() => expect(done).toHaveBeenCalled());
    const saved = of("record_incident")[0]?.["incident"] as Incident;
    expect(JSON.stringify(saved.when)).toContain('"from":"2026-11-23T00:00');
    expect(saved.what).toContain("elke nacht deze week");
  });

  it("loses no words about the time that it does not understand", async () => {
    answers["understand_when"] = () => ({ of: [], future: false, often: false });
    const done = vi.fn();
    render(Record, { done });
    await ready();
    await type("when-said", "rond sinterklaas");
    await type("what", "Hij stond er.");
    await fireEvent.blur(await see("when-said"));
    await see("when-unknown");
    await press("save");
    await see("when-warning");
    await press("save");
    await waitFor(() => expect(done).toHaveBeenCalled());
    const saved = of("record_incident")[0]?.["incident"] as Incident;
    expect(saved.what).toContain("rond sinterklaas");
    expect(saved.what).toContain("Hij stond er.");
  });

  it("refuses what is still to come, softly", async () => {
    answers["understand_when"] = () => ({ of: [], future: true, often: false });
    render(Record, { done: vi.fn() });
    await ready();
    await type("when-said", "morgen");
    await fireEvent.blur(await see("when-said"));
    expect((await see("when-future")).textContent).toContain("nog niet geweest");
    await press("save");
    // What counts then is said in full: the field may be out of sight.
    expect((await see("when-warning")).textContent).toMatch(/Dan geldt \w+ \d+ \w+ \d{4}, \d\d\.\d\d uur/);
  });

  it("asks once more before it takes a day to come from the calendar", async () => {
    const done = vi.fn();
    render(Record, { done });
    await ready();
    await press("when-pick");
    const year = new Date().getFullYear() + 1;
    await type("date", `${year}-01-05`);
    expect((await see("when-ahead")).textContent).toContain("nog niet geweest");
    await press("save");
    const warning = await see("when-warning");
    expect(warning.textContent).toContain(`5 januari ${year}`);
    expect(document.activeElement).toBe(warning);
    expect(of("record_incident")).toEqual([]);
    await press("save");
    await waitFor(() => expect(done).toHaveBeenCalled());
  });

  it("asks how often as soon as calls are chosen, and from when till when", async () => {
    const done = vi.fn();
    render(Record, { done });
    await ready();
    // At first it stands further away, among the other fields.
    expect((await see("often")).closest("details")).not.toBeNull();
    await fireEvent.click((await see("kind-calls")).querySelector("input") as HTMLElement);
    expect((await see("often")).closest("details")).toBeNull();
    await type("how-often", "29");
    await press("how-often-more");
    await press("how-often-period");
    await type("date", "2026-11-24");
    await type("time", "22:00");
    await type("until-date", "2026-11-25");
    await type("until-time", "02:00");
    await press("save");
    await waitFor(() => expect(done).toHaveBeenCalled());
    const saved = of("record_incident")[0]?.["incident"] as Incident;
    expect(saved.how_often).toBe(30);
    expect(JSON.stringify(saved.when)).toContain('"from":"2026-11-24T22:00');
  });

  it("does not save half a date, and shows where it is missing", async () => {
    const done = vi.fn();
    render(Record, { done });
    await ready();
    await type("date", "");
    await press("save");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("date")));
    expect(done).not.toHaveBeenCalled();
  });

  it("says in a group's heading how much of it is filled in", async () => {
    render(Record, { done: vi.fn() });
    await ready();
    await type("where", "Bij de voordeur");
    expect((await see("group-exactly")).textContent).toContain("1 ingevuld");
    await fireEvent.click((await see("fear-7")).querySelector("input") as HTMLElement);
    expect((await see("group-effect")).textContent).toContain("1 ingevuld");
    await press("fear-none");
    expect((await see("group-effect")).textContent).not.toContain("ingevuld");
  });
});

describe("a draft", () => {
  const draft = () => ({
    incident: { ...JSON.parse(JSON.stringify(empty)), what: "Nog niet af" } as Incident,
    when: { mode: "day", date: "2026-03-03", time: "00:00", untilDate: "2026-03-03", untilTime: "00:00" },
    more: false,
  });
  const empty = emptyIncident("2026-03-03T21:30:00+01:00");

  it("is said to be one, and goes only after a question", async () => {
    answers["load_draft"] = draft;
    render(Record, { done: vi.fn() });
    expect((await see("draft-found")).textContent).toContain("is bewaard");
    expect(((await see("what")) as HTMLTextAreaElement).value).toBe("Nog niet af");
    await press("draft-again");
    expect(of("save_draft")).toEqual([]);
    await press("draft-again-do");
    await waitFor(() => expect(screen.queryByTestId("draft-found")).toBeNull());
    expect(((await see("what")) as HTMLTextAreaElement).value).toBe("");
    expect(of("save_draft").at(-1)?.["draft"]).toBeNull();
  });

  it("keeps what yesterday meant when it was typed", async () => {
    const said = {
      text: "gisteren rond 10 uur",
      sense: "which",
      of: [{ about: TEN }, { about: TWENTY_TWO }],
    };
    answers["load_draft"] = () => ({ ...draft(), said });
    render(Record, { done: vi.fn() });
    expect((await screen.findAllByTestId("when-option")).length).toBe(2);
    expect(((await see("when-said")) as HTMLInputElement).value).toBe(said.text);
    expect(of("understand_when")).toEqual([]);
    expect((await see("when-words")).textContent).toContain("dinsdag 3 maart 2026");
  });

  it("is none while nothing was changed, and is one with the first word", async () => {
    // Drafts of the forms above are kept a moment after they are gone.
    const mine = () => of("save_draft").filter(({ form }) => form === "amend/x1");
    render(Record, { amended: { id: "x1", incident: empty }, done: vi.fn() });
    await ready();
    await type("what", "Hij");
    await waitFor(() => expect(mine().length).toBeGreaterThan(0));
    expect(mine().every(({ draft }) => (draft as { incident: Incident }).incident.what === "Hij")).toBe(true);
    await type("what", "");
    await waitFor(() => expect(mine().at(-1)?.["draft"]).toBeNull());
  });
});
