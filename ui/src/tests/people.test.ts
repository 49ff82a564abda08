import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { IncidentSummary } from "$lib/bindings/IncidentSummary";
import type { MeasureGuide } from "$lib/bindings/MeasureGuide";
import Ticks from "$lib/components/Ticks.svelte";
import { emptyContact } from "$lib/people";
import Contacts from "../screens/Contacts.svelte";
import { answers, asked, begin, later, refused } from "./app";
import { measure, moment, person, recorded } from "./people";

vi.mock("@tauri-apps/api/core", async () => (await import("./app")).core);
vi.mock("@tauri-apps/api/event", async () => (await import("./app")).event);

const incident = (id: string, what: string): IncidentSummary =>
  ({ id, when: { day: "2026-03-02" }, kind: [], what, exact_words: "" }) as unknown as IncidentSummary;
const none = { text: "", organisation: "police", last: null, incidents: [], changed: [] };

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  begin();
  for (const list of ["contacts", "moments", "measures"]) answers[`list_${list}`] = () => [];
  answers.news_for = () => none;
  answers.measure_guides = () => [];
  answers.inbox = () => [];
  answers.load_draft = () => null;
});
afterEach(cleanup);

describe("contact persons", () => {
  it("have an empty place with the sentence to ask for one, and a form that begins with it", async () => {
    render(Contacts);
    const empty = await screen.findByTestId("empty-police");
    expect(empty.querySelector("blockquote")?.textContent?.length).toBeGreaterThan(20);
    await fireEvent.click(screen.getByTestId("add-contact-police"));
    expect(screen.getByTestId<HTMLSelectElement>("contact-organisation").value).toBe("police");
    expect(document.activeElement?.textContent).toBe("Contactpersoon toevoegen");
  });

  it("are called by one touch; those who left stand below, and what was said of them before", async () => {
    const before = { recorded, was: { ...emptyContact("police"), name: "A. Janssen" } };
    answers.list_contacts = () => [
      person({ name: "A. Jansen", phone: "+31 (0)6 12345678", history: [before] }),
      person({ id: "c0", name: "B. de Wit", stands: false, until: "2026-01-01" }),
    ];
    render(Contacts);
    const [now] = await screen.findAllByTestId("contact");
    expect(
      within(now as HTMLElement)
        .getByTestId("contact-call")
        .getAttribute("href"),
    ).toBe("tel:+31612345678");
    expect(within(now as HTMLElement).getByTestId("contact-history").textContent).toContain("A. Janssen");
    const former = screen.getByTestId("former-police");
    expect(former.textContent).toContain("B. de Wit");
    expect(within(former).queryByTestId("contact-succeed")).toBeNull();
  });

  it("keep what was typed when it cannot be saved, and say why; once it is saved, the list is there", async () => {
    answers.set_contact = refused("full-disk");
    render(Contacts);
    await fireEvent.click(await screen.findByTestId("add-contact-police"));
    await fireEvent.input(screen.getByTestId("contact-name"), { target: { value: "C. Vermeer" } });
    await fireEvent.click(screen.getByTestId("contact-save"));
    expect((await screen.findByText(/De schijf is vol/)).textContent).not.toBe("");
    expect(screen.getByTestId<HTMLInputElement>("contact-name").value).toBe("C. Vermeer");
    answers.set_contact = () => "c9";
    answers.list_contacts = () => [person({ id: "c9", name: "C. Vermeer" })];
    await fireEvent.click(screen.getByTestId("contact-save"));
    expect((await screen.findByTestId("contact")).textContent).toContain("C. Vermeer");
    const given = asked.filter(([command]) => command === "set_contact").at(-1)?.[1];
    expect(given).toMatchObject({ id: null, contact: { name: "C. Vermeer", since: null } });
    expect((await screen.findByTestId("said")).textContent).toBe("Opgeslagen.");
  });

  it("say that they cannot be read, and show no empty places as if there were none", async () => {
    answers.list_contacts = refused("locked");
    render(Contacts);
    await waitFor(() => expect(screen.getByTestId("error").textContent).not.toBe(""));
    expect(screen.queryByTestId("empty-police")).toBeNull();
  });

  it("are told what they do not know yet only after somebody says so", async () => {
    answers.list_contacts = () => [person({ name: "A. Jansen" })];
    answers.news_for = ({ organisation }) =>
      organisation === "police"
        ? {
            ...none,
            text: "Er zijn 2 incidenten bij.",
            incidents: [incident("i1", "Een"), incident("i2", "Twee")],
          }
        : none;
    answers.list_incidents = () => [incident("i1", "Een"), incident("i2", "Twee")];
    render(Contacts);
    await fireEvent.click(await screen.findByTestId("news-open-police"));
    const [first] = screen.getAllByTestId("news-tick-police");
    await fireEvent.click(within(first as HTMLElement).getByRole("checkbox"));
    await fireEvent.click(screen.getByTestId("news-told-police"));
    // The conversation is written down first: with the person, and with what was told.
    expect(screen.getByTestId<HTMLSelectElement>("moment-contact").value).toBe("c1");
    const ticks = await screen.findAllByTestId("moment-tick");
    expect(ticks.map((tick) => tick.textContent?.includes("Twee"))).toEqual([true]);
    expect(asked.some(([command]) => command === "set_moment")).toBe(false);
  });
});

describe("conversations", () => {
  it("say what was agreed and is open, and it is done by one touch", async () => {
    const talk = moment({ agreed: "Beelden opvragen", next_step: "Terugbellen", next_on: "2026-03-10" });
    answers.list_moments = () => [talk, moment({ id: "m2", next_step: "Al gedaan", done: true })];
    answers.set_moment = () => "m1";
    render(Contacts);
    await fireEvent.click(await screen.findByTestId("part-moments"));
    const steps = await screen.findAllByTestId("step");
    expect(steps.map((step) => step.textContent?.includes("Terugbellen"))).toEqual([true]);
    answers.list_moments = () => [{ ...talk, done: true }];
    await fireEvent.click(screen.getByTestId("step-done"));
    await waitFor(() => expect(screen.queryByTestId("step")).toBeNull());
    expect(asked.find(([command]) => command === "set_moment")?.[1]).toMatchObject({
      id: "m1",
      moment: { done: true, agreed: "Beelden opvragen" },
    });
  });

  it("are there with a word when there is none, and can be taken back with a reason", async () => {
    render(Contacts);
    await fireEvent.click(await screen.findByTestId("part-moments"));
    expect((await screen.findByText(/Schrijf na elk gesprek/)).textContent).toMatch(/wat is afgesproken/);
    cleanup();
    answers.list_moments = () => [moment({ person: "Iemand van de balie" })];
    render(Contacts);
    await fireEvent.click(await screen.findByTestId("part-moments"));
    expect((await screen.findByTestId("moment")).textContent).toContain("Iemand van de balie");
    await fireEvent.input(screen.getByTestId("moment-withdraw-reason"), { target: { value: "Dubbel" } });
    answers.list_moments = () => [];
    await fireEvent.click(screen.getByTestId("moment-withdraw"));
    await waitFor(() => expect(screen.queryByTestId("moment")).toBeNull());
    expect(asked).toContainEqual(["withdraw_moment", { id: "m1", reason: "Dubbel" }]);
  });
});

describe("measures", () => {
  const guide: MeasureGuide = {
    id: "contactverbod",
    what: [],
    decides: [],
    ask: [],
    breach: [
      {
        id: "b",
        text: "Bel de politie.",
        numbers: [],
        region: true,
        fact: { source: "Routekaart, p. 12", checked: "2026-11-01" },
      },
    ],
  };
  it("in force say what to do on a breach; those that are over stand apart", async () => {
    answers.list_measures = () => [
      measure({
        in_force: true,
        ends_in: 3,
        start: "2026-01-01",
        end: "2099-01-01",
        broken: 2,
        conditions: "Geen contact.",
      }),
      measure({ id: "w0", start: "2020-01-01", end: "2020-02-01" }),
    ];
    answers.measure_guides = () => [guide];
    render(Contacts, { part: "measures" });
    const over = await screen.findByTestId("measures-over");
    const [now] = screen.getAllByTestId("measure");
    expect(within(now as HTMLElement).getByTestId("measure-broken").textContent).toContain("2");
    expect(now?.textContent).toContain("Geen contact.");
    await waitFor(() =>
      expect(within(now as HTMLElement).getByTestId("measure-breach").textContent).toContain(
        "Bel de politie.",
      ),
    );
    expect(within(now as HTMLElement).getByTestId("measure-breach")).toHaveProperty("open", true);
    expect(now?.textContent).toContain("Routekaart, p. 12");
    expect(within(over).getAllByTestId("measure")).toHaveLength(1);
    expect(over).toHaveProperty("open", false);
  });

  it("take a document, and say how far it is and what was not taken", async () => {
    const picking = later<unknown>();
    answers.pick_evidence = () => picking.promise;
    render(Contacts, { part: "measures" });
    await fireEvent.click(await screen.findByTestId("add-measure"));
    await fireEvent.click(screen.getByTestId("measure-pick"));
    expect(screen.getByTestId("measure-pick")).toHaveProperty("disabled", true);
    const taken = { id: "e1", name: "besluit.pdf", caption: "" };
    answers.inbox = () => [taken];
    picking.answer({
      kept: [taken],
      had: [],
      refused: [{ name: "pijp", error: { code: "not-a-file", field: null, reason: null, number: null } }],
      left: 0,
    });
    const document_ = await screen.findByTestId("measure-document");
    expect(document_.textContent).toContain("besluit.pdf");
    expect(within(document_).getByRole("checkbox")).toHaveProperty("checked", true);
    expect(screen.getByTestId("refused").textContent).toContain("pijp");
    expect(screen.getByTestId("measure-pick")).toHaveProperty("disabled", false);
  });
});

describe("a long list of ticks", () => {
  it("puts a hundred on the page at a time, and those further down keep theirs", async () => {
    const incidents = Array.from({ length: 250 }, (_, n) => incident(`i${n}`, `Nummer ${n}`));
    render(Ticks, { id: "tick", incidents, chosen: ["i0", "i200"] });
    expect(screen.getAllByTestId("tick")).toHaveLength(100);
    await fireEvent.click(within(screen.getAllByTestId("tick")[0] as HTMLElement).getByRole("checkbox"));
    await fireEvent.click(screen.getByRole("button"));
    await fireEvent.click(screen.getByRole("button"));
    expect(screen.getAllByTestId("tick")).toHaveLength(250);
    expect(screen.queryByRole("button")).toBeNull();
    const ticked = screen
      .getAllByRole<HTMLInputElement>("checkbox")
      .flatMap((box, n) => (box.checked ? [n] : []));
    expect(ticked).toEqual([200]);
  });
});
