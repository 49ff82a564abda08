import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { ContactView } from "$lib/bindings/ContactView";
import type { IncidentView } from "$lib/bindings/IncidentView";
import RecoveryKey from "$lib/components/RecoveryKey.svelte";
import ShortPanel from "$lib/components/ShortPanel.svelte";
import Tip from "$lib/components/Tip.svelte";
import { emptyIncident } from "$lib/incident";
import { emptyContact } from "$lib/people";
import { unsent } from "$lib/unsent.svelte";
import Emergency from "../screens/Emergency.svelte";
import Help from "../screens/Help.svelte";
import Incident from "../screens/Incident.svelte";
import Put from "../screens/Put.svelte";
import { answers, asked, begin, later, problem, refused, tell } from "./app";

vi.mock("@tauri-apps/api/core", async () => (await import("./app")).core);
vi.mock("@tauri-apps/api/event", async () => (await import("./app")).event);

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 20_000 });
beforeEach(begin);
afterEach(cleanup);

const fact = { source: "Routekaart, p. 4", checked: "2026-11-01" };
const line = (id: string, kind: string, text: string) => ({
  id,
  kind,
  text,
  numbers: [],
  region: false,
  fact,
});

describe("help", () => {
  beforeEach(() => {
    const lines = [line("a", "do", "Bewaar de voicemail."), line("b", "say", "Ik wil aangifte doen.")];
    const sections = [{ id: "s", title: "Bewaren", lines }];
    answers.help_topics = () => [
      { id: "evidence", title: "Bewijs bewaren", lead: "Wat je bewaart", sections },
    ];
    answers.measure_guides = () => [
      { id: "contactverbod", what: [], decides: [], ask: [], breach: [line("x", "do", "Bel 112.")] },
    ];
  });

  it("goes from what was found to the line itself, and back to where one was", async () => {
    answers.help_search = () => [
      {
        kind: "topic",
        id: "evidence",
        title: "Bewijs bewaren",
        lines: ["a", "b", "c", "d", "e"].map((id) => ({ id, text: `Bewaar de voicemail ${id}` })),
      },
    ];
    render(Help);
    await screen.findByTestId("topic-evidence");
    await fireEvent.input(screen.getByTestId("help-search"), { target: { value: "voicemail" } });
    const found = await screen.findAllByTestId("help-line");
    expect(found).toHaveLength(3);
    expect(found[0]?.querySelector("mark")?.textContent).toBe("voicemail");
    expect(screen.getByText(/nog op 2 plekken/)).toBeTruthy();
    await fireEvent.click(found[0] as HTMLElement);
    await waitFor(() => expect(document.activeElement?.id).toBe("line-a"));
    await fireEvent.click(screen.getByTestId("help-list"));
    await waitFor(() => expect(document.activeElement?.id).toBe("found-topic-evidence-a"));
  });

  it("says that it found nothing, and to nobody what an older search finds late", async () => {
    const first = later<unknown>();
    answers.help_search = ({ words }) => (words === "eerst" ? first.promise : []);
    render(Help);
    await fireEvent.input(await screen.findByTestId("help-search"), { target: { value: "eerst" } });
    await fireEvent.input(screen.getByTestId("help-search"), { target: { value: "daarna" } });
    await screen.findByTestId("help-results");
    first.answer([{ kind: "topic", id: "evidence", title: "Te laat", lines: [] }]);
    await new Promise((done) => setTimeout(done));
    expect(screen.queryByText("Te laat")).toBeNull();
    expect(screen.getAllByText(/Niets gevonden/).length).toBeGreaterThan(0);
  });

  it("has a page for a measure, with only those parts that there are", async () => {
    render(Help);
    await fireEvent.click(await screen.findByTestId("guide-contactverbod"));
    expect(screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent)).toHaveLength(1);
    expect(screen.getByTestId("line").textContent).toContain("Bel 112.");
  });

  it("tells what one may expect, and that it is not certain; the level is asked for while it is not known", async () => {
    const one = {
      id: "x",
      organisation: "police",
      step: "start",
      levels: ["high", "middle", "low"],
      text: "Een vaste contactpersoon.",
      ask: "Wie is dat?",
      unsure: true,
      numbers: [],
      fact,
    };
    answers.help_expect = ({ organisation }) => (organisation === "om" ? [] : [one]);
    render(Help);
    await fireEvent.click(await screen.findByTestId("help-expect"));
    const told = (await screen.findByTestId("expectation")).textContent ?? "";
    expect(told).toContain("Een vaste contactpersoon.");
    expect(told).toContain("“Wie is dat?”");
    expect(told).toContain("bij elk risico");
    expect(told).toContain("Niet zeker");
    await fireEvent.change(screen.getByTestId("expect-organisation"), { target: { value: "om" } });
    await waitFor(() => expect(screen.queryByTestId("expectation")).toBeNull());
    expect(screen.getByRole("status").textContent).toContain("Hierover staat niets in de bron");
    expect(document.querySelector(".note")).not.toBeNull();
    await fireEvent.change(screen.getByTestId("expect-level"), { target: { value: "high" } });
    await waitFor(() => expect(document.querySelector(".note")).toBeNull());
  });
});

describe("the emergency panel", () => {
  const show = (has: Partial<Parameters<typeof render>[1]> & Record<string, unknown>) =>
    render(Emergency, {
      logbook: "locked",
      own: null,
      shown: false,
      back: vi.fn(),
      record: null,
      help: vi.fn(),
      changed: () => Promise.resolve(),
      ...has,
    } as never);
  const person = (has: Partial<ContactView>): ContactView => ({
    ...emptyContact("police"),
    id: "c1",
    recorded: "",
    stands: true,
    history: [],
    ...has,
  });

  it("locked shows nothing of one's own unless that was chosen", async () => {
    show({});
    expect(screen.queryByTestId("own-contacts")).toBeNull();
    expect(asked).toEqual([]);
    cleanup();
    const own = {
      contacts: [{ organisation: "police", name: "A. Jansen", role: "wijkagent", phone: "0900-8844" }],
      measures: [],
    };
    show({ own: own });
    expect(screen.getByTestId("own-contact").textContent).toContain("A. Jansen");
    // What is still to be asked for is the open logbook's business.
    expect(screen.queryByTestId("missing")).toBeNull();
    expect(asked).toEqual([]);
  });

  it("open calls in the order of what is going on, and says what the police do not know", async () => {
    answers.list_contacts = () => [
      person({ name: "A. Jansen", phone: "06 1", case_number: "PL-1" }),
      person({ id: "c2", organisation: "shn", name: "F. Bakker" }),
      person({ id: "c3", name: "Weg", stands: false }),
    ];
    answers.list_measures = () => [{ kind: "aol", in_force: true }];
    answers.news_for = () => ({
      text: "Er is 1 incident bij.",
      organisation: "police",
      last: null,
      incidents: [{}],
      changed: [],
    });
    show({ logbook: "open" });
    const names = async (): Promise<(string | undefined)[]> =>
      (await screen.findAllByTestId("own-contact")).map((one) => one.dataset.organisation);
    expect(await names()).toEqual(["police", "shn"]);
    await screen.findByTestId("untold");
    expect(screen.getByTestId("say").textContent).toContain("PL-1");
    const danger = screen.getByTestId("say").children.length;
    await fireEvent.click(screen.getByTestId("order-calm"));
    expect((await names()).sort()).toEqual(["police", "shn"]);
    expect(screen.getByTestId("order-calm").getAttribute("aria-pressed")).toBe("true");
    expect(danger).toBeGreaterThan(2);
    expect(screen.getByTestId("missing").textContent).not.toContain("Weg");
  });

  it("keeps the number that saves when the logbook cannot be read", async () => {
    answers.list_contacts = refused("locked");
    show({ logbook: "open" });
    await new Promise((done) => setTimeout(done));
    expect(screen.getByTestId("emergency-panel").textContent).toContain("112");
  });

  it("in its short form has the police contact if there is one, and goes away on a touch", async () => {
    answers.list_contacts = () => [person({ phone: "06 12345678", name: "A. Jansen" })];
    render(ShortPanel, { all: vi.fn() });
    await screen.findByText(/A\. Jansen/);
    expect(screen.getByText("06 12345678").closest("a")?.getAttribute("href")).toBe("tel:0612345678");
    await fireEvent.click(screen.getByTestId("short-close"));
    expect(screen.queryByTestId("short-panel")).toBeNull();
  });
});

describe("a tip", () => {
  it("that is dismissed is kept so, with those that were before; nothing comes where there is none", async () => {
    answers.load_draft = () => ["oud", 7];
    answers.tip_for = () => ({
      id: "nieuw",
      text: "Maak een schermafdruk.",
      topic: "evidence",
      numbers: [],
      fact,
    });
    const read = vi.fn();
    render(Tip, { kinds: ["messages"], read });
    await fireEvent.click(await screen.findByTestId("tip-more"));
    expect(read).toHaveBeenCalledWith("evidence");
    expect(asked.find(([command]) => command === "tip_for")?.[1]).toMatchObject({ dismissed: ["oud"] });
    await fireEvent.click(screen.getByTestId("tip-dismiss"));
    expect(screen.queryByTestId("tip")).toBeNull();
    expect(asked.at(-1)).toEqual(["save_draft", { form: "dismissed-tips", draft: ["oud", "nieuw"] }]);
  });
});

describe("an incident", () => {
  const recorded = { at: "2026-03-03T21:30:00+01:00", zone: "Europe/Amsterdam", seq: 1 };
  const view = (has: Partial<IncidentView>): IncidentView => ({
    ...emptyIncident({ day: "2026-03-02" }),
    id: "i1",
    recorded: recorded.at,
    days_later: 1,
    withdrawn: null,
    history: [],
    evidence: [],
    ...has,
  });
  const shown = (has: Record<string, unknown> = {}) => {
    const given = {
      id: "i1",
      amend: vi.fn(),
      help: vi.fn(),
      emergency: vi.fn(),
      show: vi.fn(),
      back: vi.fn(),
      ...has,
    };
    render(Incident, given);
    return given;
  };
  beforeEach(() => {
    answers.linked_incidents = () => [];
  });

  it("without words says so, and when it was written down", async () => {
    answers.get_incident = () => view({});
    shown();
    expect(await screen.findByText(/de dag erna/)).toBeTruthy();
    expect(screen.queryByTestId("history")).toBeNull();
    expect(screen.queryByTestId("linked")).toBeNull();
    expect(screen.queryByTestId("short-panel")).toBeNull();
  });

  it.each([
    [91, "91 dagen later"],
    [92, "ruim 3 maanden later"],
    [239, "ruim 7 maanden later"],
    [730, "ruim 23 maanden later"],
    [731, "ruim 2 jaar later"],
  ])("written down %i days later says so as people count", async (days_later, words) => {
    answers.get_incident = () => view({ days_later });
    shown();
    expect(await screen.findByText(new RegExp(`, ${words}\\.`))).toBeTruthy();
  });

  it("that cannot be read says why, and has a way back", async () => {
    answers.get_incident = refused("locked");
    const { back } = shown();
    await waitFor(() => expect(screen.getByTestId("error").textContent).not.toBe(""));
    await fireEvent.click(screen.getByTestId("incident-back"));
    expect(back).toHaveBeenCalledOnce();
  });

  it("shows all that was ever said of it, and what it belongs with", async () => {
    const before = { ...emptyIncident({ day: "2026-03-02" }), what: "Hij belde." };
    answers.get_incident = () =>
      view({
        what: "Hij belde twee keer.",
        how_often: 2,
        witnesses: [{ name: "Getuige Gras", contact: "buurt", statement: true }],
        history: [
          { step: "recorded", recorded, reason: "", incident: before },
          { step: "amended", recorded: { ...recorded, seq: 2 }, reason: "Ik telde ze na", incident: null },
        ],
      });
    answers.linked_incidents = () => [
      {
        id: "i2",
        reason: "dezelfde auto",
        when: { day: "2026-03-01" },
        kind: ["coming-close"],
        what: "Zijn auto.",
      },
    ];
    const { show } = shown();
    const history = await screen.findByTestId("history");
    expect(history.textContent).toContain("Hij belde.");
    expect(history.textContent).toContain("Reden: Ik telde ze na");
    expect(screen.getByText(/Getuige Gras, buurt/)).toBeTruthy();
    await fireEvent.click(await screen.findByTestId("linked-one"));
    expect(show).toHaveBeenCalledWith("i2");
  });

  it("that was a threat, just saved, has the number beside it; later it has not", async () => {
    answers.get_incident = () => view({ threat: true });
    answers.list_contacts = () => [];
    shown({ saved: true });
    expect((await screen.findByTestId("short-panel")).textContent).toContain("112");
    cleanup();
    shown();
    await screen.findByText(/de dag erna/);
    expect(screen.queryByTestId("short-panel")).toBeNull();
  });

  it("is withdrawn only with a reason, and then says it", async () => {
    answers.get_incident = () => view({ what: "Iets." });
    answers.withdraw_incident = ({ reason }) => view({ what: "Iets.", withdrawn: String(reason) });
    shown({ saved: true });
    await fireEvent.click(await screen.findByTestId("withdraw-open"));
    await fireEvent.click(screen.getByTestId("withdraw"));
    expect(screen.getByTestId("reason-missing").textContent).toContain("Schrijf eerst waarom");
    expect(document.activeElement).toBe(screen.getByTestId("withdraw-reason"));
    expect(asked.some(([command]) => command === "withdraw_incident")).toBe(false);
    await fireEvent.input(screen.getByTestId("withdraw-reason"), { target: { value: "Het was de buurman" } });
    await fireEvent.click(screen.getByTestId("withdraw"));
    expect(await screen.findByText("Ingetrokken. Reden: Het was de buurman")).toBeTruthy();
    expect(screen.getByTestId("restore")).toBeTruthy();
    // What was said for the one is no reason for the other, and it is no longer said to stand in the timeline.
    await waitFor(() => expect(screen.getByTestId<HTMLInputElement>("withdraw-reason").value).toBe(""));
    await waitFor(() => expect(screen.getByTestId("withdraw-open").closest("details")?.open).toBe(false));
    expect(screen.queryByTestId("saved")).toBeNull();
  });
});

describe("writing while it is locked", () => {
  it("empties the field once it is kept, and never before", async () => {
    answers.put_in_note = refused("full-disk");
    render(Put, { back: vi.fn() });
    expect(screen.getByTestId("put-note")).toHaveProperty("disabled", true);
    const field = screen.getByTestId<HTMLTextAreaElement>("put-text");
    await fireEvent.input(field, { target: { value: "Hij staat voor de deur." } });
    await fireEvent.click(screen.getByTestId("put-note"));
    await screen.findByText(/De schijf is vol/);
    expect(field.value).toBe("Hij staat voor de deur.");
    answers.put_in_note = () => null;
    await fireEvent.click(screen.getByTestId("put-note"));
    expect((await screen.findByTestId("put-told")).textContent).toMatch(/^Bewaard/);
    expect(field.value).toBe("");
    expect(document.activeElement).toBe(field);
  });

  it("is put in when one leaves, once, and stays where it cannot be", async () => {
    answers.put_in_note = refused("full-disk");
    const { unmount } = render(Put, { back: vi.fn() });
    await fireEvent.input(screen.getByTestId("put-text"), { target: { value: "Hij belt aan." } });
    unmount();
    await unsent.put();
    render(Put, { back: vi.fn() });
    expect(screen.getByTestId("put-text")).toHaveProperty("value", "Hij belt aan.");
    expect((await screen.findByTestId("error")).textContent).toContain("De schijf is vol");
    answers.put_in_note = () => null;
    asked.length = 0;
    cleanup();
    await Promise.all([unsent.put(), unsent.put()]);
    expect(asked).toEqual([["put_in_note", { text: "Hij belt aan." }]]);
    render(Put, { back: vi.fn() });
    expect(screen.getByTestId("put-text")).toHaveProperty("value", "");
    expect(screen.getByTestId("put-told").textContent).toMatch(/^Bewaard/);
  });

  it("says how far files are, and which were not taken", async () => {
    const putting = later<unknown>();
    answers.put_in_files = () => putting.promise;
    render(Put, { back: vi.fn() });
    await fireEvent.click(screen.getByTestId("put-files"));
    expect(screen.getByTestId("put-files")).toHaveProperty("disabled", true);
    tell("put-progress", { done: 2, total: 9 });
    expect(await screen.findByRole("progressbar")).toHaveProperty("value", 2);
    putting.answer({ count: 1, refused: [{ name: "pijp", error: problem("denied") }] });
    expect((await screen.findByTestId("put-told")).textContent).toContain("1 bestand");
    expect(screen.getByTestId("refused").textContent).toMatch(/^pijp: Houvast mag hier niet/);
    expect(screen.queryByRole("progressbar")).toBeNull();
  });
});

describe("the recovery key", () => {
  it("stands in groups; what was said of one does not hold for the next", async () => {
    answers.save_key_sheet = () => "nummers.pdf";
    const { rerender } = render(RecoveryKey, { value: "123456-654321" });
    expect([...screen.getByTestId("recovery-key").children].map((one) => one.textContent)).toEqual([
      "123456",
      "654321",
    ]);
    await fireEvent.click(within(screen.getByTestId("key-sheet-explain")).getByRole("checkbox"));
    await fireEvent.click(screen.getByTestId("key-sheet-save"));
    expect((await screen.findByTestId("key-sheet-told")).textContent).toContain("nummers.pdf");
    expect(asked).toEqual([["save_key_sheet", { key: "123456-654321", explained: true }]]);
    await rerender({ value: "111111-222222" });
    expect(screen.queryByTestId("key-sheet-told")).toBeNull();
  });
});
