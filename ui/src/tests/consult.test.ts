import { cleanup, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { backend } from "$lib/backend";
import type { IncidentSummary } from "$lib/bindings/IncidentSummary";
import type { IncidentView } from "$lib/bindings/IncidentView";
import type { Pattern } from "$lib/bindings/Pattern";
import { consult } from "$lib/consult.svelte";
import { opened } from "$lib/form.svelte";
import { emptyIncident } from "$lib/incident";
import { emptyMoment } from "$lib/people";
import { choice, filterOf, isAgain, kept, take } from "$lib/timeline.svelte";
import { formNow, localDate, toWhen } from "$lib/when";
import Consult from "../screens/Consult.svelte";
import Incident from "../screens/Incident.svelte";
import { Unmeasured, answers, asked, begin, later, refused } from "./app";
import { measure, moment, person, recorded } from "./people";

vi.mock("@tauri-apps/api/core", async () => (await import("./app")).core);
vi.mock("@tauri-apps/api/event", async () => (await import("./app")).event);
vi.stubGlobal("ResizeObserver", Unmeasured);
URL.createObjectURL = () => "blob:drawn";
URL.revokeObjectURL = () => undefined;

const STEPS = ["summary", "weeks", "measures", "contacts", "news", "open", "agreed"] as const;
const TITLES = [
  "Kort samengevat",
  "De laatste weken",
  "Maatregelen",
  "Contactpersonen",
  "Nog niet doorgegeven",
  "Wat nog moet gebeuren",
  "Wat jullie afspreken",
];
const incident = (id: string, has: Partial<IncidentSummary>): IncidentSummary => ({
  ...emptyIncident({ day: "2026-03-02" }),
  id,
  recorded,
  amended: false,
  withdrawn: false,
  days_later: null,
  evidence: [],
  ...has,
});
const of = { name: "week van 2 maart: 2 incidenten", count: 2 };
const found = (incidents: number): Pattern => ({
  incidents,
  enough: 4,
  figures: [[String(incidents), "incidenten"]],
  points: [["Het vaakst", [["Bellen", "5 keer"]]]],
  weeks: {
    title: "Incidenten per week",
    says: "Het meest in de week van 2 maart.",
    svg: "<svg></svg>",
    legend: [],
    ticks: [],
    head: ["Week van", "Aantal"],
    rows: [],
    spots: [
      {
        x: 0,
        y: 0,
        width: 0.1,
        height: 1,
        of: { ...of, pick: { by: "days", from: "2026-03-02", to: "2026-03-08" } },
      },
    ],
  },
  trend: null,
  hours: null,
  kinds: null,
  breaches: null,
  chains: null,
});
const news = (has: object = {}) => ({
  text: "",
  organisation: "shn",
  last: null,
  incidents: [],
  changed: [],
  ...has,
});
const first = incident("i1", { what: "Stond voor het raam." });
const second = incident("i2", { what: "Belde weer." });

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  begin();
  answers.show_pattern = () => found(8);
  for (const list of ["incidents", "measures", "contacts", "moments"]) answers[`list_${list}`] = () => [];
  answers.news_for = () => news();
  answers.load_draft = () => null;
});
afterEach(() => {
  cleanup();
  consult.on = false;
});

const press = (id: string) => fireEvent.click(screen.getByTestId(id));
const type = (id: string, value: string) => fireEvent.input(screen.getByTestId(id), { target: { value } });
const can = (id: string) => !screen.getByTestId<HTMLButtonElement>(id).disabled;
const given = (command: string) => asked.filter(([name]) => name === command).map(([, values]) => values);

/** A consultation that stands at this step. */
async function at(step: (typeof STEPS)[number]) {
  const called = { show: vi.fn(), stop: vi.fn() };
  render(Consult, called);
  await press("consult-begin");
  for (const on of STEPS.slice(0, STEPS.indexOf(step) + 1)) {
    if (on !== "summary") await press("consult-next");
    await screen.findByTestId(`consult-${on}`);
  }
  return called;
}

describe("private notes", () => {
  it("are not searched while somebody looks along, whichever way it searches", async () => {
    for (const looksAlong of [false, true]) {
      consult.on = looksAlong;
      await backend.timeline(filterOf(choice), 7, false);
      await backend.incidents({ search: "durf" });
      await backend.find("durf", 7);
      for (const command of ["show_timeline", "list_incidents", "find_incidents"])
        expect(given(command).at(-1)).toMatchObject({ filter: { without_notes: looksAlong } });
    }
  });

  it("are let go of when they were found before somebody looked along", () => {
    const filter = filterOf(choice);
    take({ revision: 7, lines: [], shown: [], hidden: 0, elsewhere: [], kinds: [], having: [] }, filter);
    expect(isAgain(filter)).toBe(true);
    consult.on = true;
    expect([kept.last, isAgain(filter)]).toEqual([null, false]);
  });

  it("are not in the list of the last weeks, nor searched for it", async () => {
    answers.list_incidents = () => [
      incident("i1", { what: "Stond voor het raam.", private_note: "Durf ik niet te zeggen." }),
      incident("i2", { private_note: "Durf ik ook niet." }),
    ];
    await at("weeks");
    expect(await screen.findAllByTestId("consult-entry")).toHaveLength(2);
    expect(screen.getByTestId("consult").textContent).toContain("Stond voor het raam.");
    expect(screen.getByTestId("consult").textContent).not.toContain("Durf ik");
  });

  it("are not shown with an incident while somebody looks along, nor in its history", async () => {
    const said = emptyIncident({ day: "2026-03-02" });
    const view: IncidentView = {
      ...said,
      id: "i1",
      what: "Stond voor het raam.",
      private_note: "Durf ik niet te zeggen.",
      recorded,
      days_later: null,
      withdrawn: null,
      evidence: [],
      history: [
        { step: "recorded", recorded: { seq: 1, at: recorded, zone: "" }, reason: "", incident: said },
        {
          step: "noted",
          recorded: { seq: 2, at: recorded, zone: "" },
          reason: "",
          incident: { ...said, private_note: "Eerst durfde ik wel." },
        },
      ],
    };
    answers.get_incident = () => view;
    answers.linked_incidents = () => [];
    const nothing = () => undefined;
    const props = {
      id: "i1",
      amend: nothing,
      help: nothing,
      emergency: nothing,
      show: nothing,
      back: nothing,
    };
    render(Incident, props);
    await screen.findByTestId("history");
    expect(screen.getByTestId("incident").textContent).toMatch(
      /Durf ik niet te zeggen.*Eerst durfde ik wel/s,
    );
    cleanup();
    consult.on = true;
    render(Incident, props);
    await screen.findByTestId("history");
    expect(screen.getByTestId("incident").textContent).toContain("Stond voor het raam.");
    expect(screen.getByTestId("incident").textContent).not.toMatch(/Durf ik|durfde/);
  });
});

describe("looking together", () => {
  it("says what it does before it begins", async () => {
    render(Consult, { show: vi.fn(), stop: vi.fn() });
    expect(document.activeElement?.textContent).toBe("Samen kijken");
    expect(screen.getByRole("main").textContent).toMatch(
      /iemand die je helpt.*alleen voor jezelf is, wordt niet getoond.*Alles is groter.*wat jullie afspreken/s,
    );
    expect(screen.queryByTestId("consult-next")).toBeNull();
    expect(document.documentElement.hasAttribute("data-consult")).toBe(false);
    await press("consult-begin");
    expect(document.documentElement.hasAttribute("data-consult")).toBe(true);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("consult-summary")));
  });

  it("goes step by step, says where one is, and back again", async () => {
    await at("summary");
    expect(can("consult-back")).toBe(false);
    for (const [n, step] of STEPS.entries()) {
      const heading = await screen.findByTestId(`consult-${step}`);
      expect(heading.textContent).toBe(TITLES[n]);
      await waitFor(() => expect(document.activeElement).toBe(heading));
      expect(screen.getByTestId("consult-at").textContent?.trim()).toBe(`Stap ${n + 1} van 7`);
      if (n < STEPS.length - 1) await press("consult-next");
    }
    expect(can("consult-next")).toBe(false);
    for (const step of STEPS.slice(0, -1).reverse()) {
      await press("consult-back");
      const heading = await screen.findByTestId(`consult-${step}`);
      await waitFor(() => expect(document.activeElement).toBe(heading));
    }
    expect(can("consult-back")).toBe(false);
    expect(can("consult-next")).toBe(true);
  });

  it("goes on where it was after one looked at something else", async () => {
    const { stop } = await at("measures");
    cleanup();
    render(Consult, { show: vi.fn(), stop });
    expect(screen.getByTestId("consult-measures")).toBeTruthy();
    expect(stop).not.toHaveBeenCalled();
  });

  it("stops at any step, shows everything again, and begins anew at the first", async () => {
    const { stop } = await at("contacts");
    await press("consult-stop");
    expect(stop).toHaveBeenCalledOnce();
    expect(consult.on).toBe(false);
    expect(document.documentElement.hasAttribute("data-consult")).toBe(false);
    await press("consult-begin");
    expect(await screen.findByTestId("consult-summary")).toBeTruthy();
  });

  it("says nothing before it knows, and no more than that it could not be read", async () => {
    const pattern = later<Pattern>();
    answers.show_pattern = () => pattern.promise;
    const NONE = /is niets vastgelegd|geen maatregel die geldt|nog geen contactpersoon|niets open/;
    await at("summary");
    const stepsSayNothing = async () => {
      for (const step of STEPS.slice(1, -1)) {
        await press("consult-next");
        await screen.findByTestId(`consult-${step}`);
        expect(screen.getByTestId("consult").textContent).not.toMatch(NONE);
      }
    };
    await stepsSayNothing();
    pattern.refuse({ code: "locked", field: null, reason: null, number: null });
    expect((await screen.findByTestId("error")).textContent).toContain("op slot gegaan");
    for (const step of STEPS.slice(0, -2).reverse()) {
      await press("consult-back");
      await screen.findByTestId(`consult-${step}`);
    }
    await stepsSayNothing();
    expect(screen.getByTestId("error")).toBeTruthy();
  });
});

describe("the summary", () => {
  it("has figures and points, and a week opens its incidents", async () => {
    answers.pick_pattern = () => [{ id: "b", when: { day: "2026-03-03" }, kind: [], what: "Belde weer." }];
    const { show } = await at("summary");
    expect(await screen.findByText("5 keer")).toBeTruthy();
    expect(screen.getByTestId("chart-weeks").textContent).toContain("Het meest in de week van 2 maart.");
    await fireEvent.click(screen.getByRole("button", { name: of.name }));
    await fireEvent.click(await screen.findByTestId("picked-one"));
    expect(show.mock.calls[0]?.[0]).toBe("b");
  });

  it("has no chart if there is too little for one", async () => {
    answers.show_pattern = () => ({ ...found(2), weeks: null });
    await at("summary");
    expect(await screen.findByText("5 keer")).toBeTruthy();
    expect(screen.queryByTestId("chart-weeks")).toBeNull();
  });

  it("says that nothing was written down yet", async () => {
    answers.show_pattern = () => found(0);
    await at("summary");
    expect(await screen.findByText(/Leg eerst iets vast/)).toBeTruthy();
    expect(screen.queryByTestId("chart-weeks")).toBeNull();
  });
});

describe("the last weeks", () => {
  it("are eight, with the newest in front, and each incident opens", async () => {
    answers.list_incidents = () => [
      incident("i1", { when: { day: "2026-03-02" }, what: "Stond voor het raam.", kind: ["calls"] }),
      incident("i2", { when: { day: "2026-03-04" }, exact_words: "Ik weet waar je werkt." }),
    ];
    const { show } = await at("weeks");
    const [newest, oldest] = await screen.findAllByTestId("consult-entry");
    expect(newest?.textContent).toMatch(/4 maart 2026.*Ik weet waar je werkt\./s);
    expect(oldest?.textContent).toMatch(/2 maart 2026.*Stond voor het raam\./s);
    await fireEvent.click(oldest as HTMLElement);
    expect(show.mock.calls).toEqual([["i1"]]);
    const since = new Date();
    since.setDate(since.getDate() - 56);
    expect(given("list_incidents")).toEqual([{ filter: { from: localDate(since), without_notes: false } }]);
  });

  it("say that nothing was written down in them", async () => {
    await at("weeks");
    expect(await screen.findByText("In de laatste 8 weken is niets vastgelegd.")).toBeTruthy();
    expect(screen.queryByTestId("consult-entry")).toBeNull();
  });
});

describe("the measures", () => {
  it("are those in force or still to begin, with how often they were broken", async () => {
    answers.list_measures = () => [
      measure({ start: "2026-01-01", conditions: "Geen contact.", broken: 2, in_force: true }),
      measure({ id: "w2", kind: "gebiedsverbod", start: "2099-01-01", in_force: false }),
      measure({ id: "w3", start: "2020-01-01", end: "2020-02-01", conditions: "Voorbij.", in_force: false }),
    ];
    await at("measures");
    const cards = await screen.findAllByRole("heading", { level: 3 });
    expect(cards.map((card) => card.textContent)).toEqual(["Contactverbod", "Gebiedsverbod"]);
    expect(screen.getByTestId("consult").textContent).toMatch(/2.*Geen contact\./s);
    expect(screen.getByTestId("consult").textContent).not.toContain("Voorbij.");
    expect(screen.queryByText(/geen maatregel die geldt/)).toBeNull();
  });

  it("are said not to be there if none is in force", async () => {
    answers.list_measures = () => [measure({ start: "2020-01-01", end: "2020-02-01", in_force: false })];
    await at("measures");
    expect(await screen.findByText("Er is nu geen maatregel die geldt.")).toBeTruthy();
  });
});

describe("the contact persons", () => {
  it("that are missing come first, with the sentence to ask for one", async () => {
    answers.list_contacts = () => [
      person({ name: "A. Jansen", role: "wijkagent", phone: "0900-8844" }),
      person({ id: "c2", organisation: "om", name: "Vertrokken", stands: false }),
    ];
    await at("contacts");
    const missing = await screen.findByTestId("consult-missing-om");
    expect(missing.textContent).toContain("Openbaar Ministerie");
    expect(missing.textContent).toMatch(/“.{20,}”/s);
    expect(screen.queryByTestId("consult-missing-police")).toBeNull();
    expect(screen.getByText(/A\. Jansen · wijkagent · 0900-8844/)).toBeTruthy();
    expect(screen.queryByText(/Vertrokken/)).toBeNull();
  });

  it("are all missing at the start, and none is once there is one everywhere", async () => {
    await at("contacts");
    expect(await screen.findAllByTestId(/^consult-missing-/)).toHaveLength(5);
    expect(screen.queryByText("Hier heb je al een contactpersoon")).toBeNull();
    cleanup();
    consult.on = false;
    answers.list_contacts = () =>
      ["police", "veilig-thuis", "om", "3ro", "shn"].map((organisation) =>
        person({ id: organisation, organisation, name: organisation }),
      );
    await at("contacts");
    expect(await screen.findByText("Hier heb je al een contactpersoon")).toBeTruthy();
    expect(screen.queryByText("Hier heb je nog geen contactpersoon")).toBeNull();
  });
});

describe("what was not passed on yet", () => {
  it("is asked for whoever sits there", async () => {
    await at("news");
    await waitFor(() => expect(given("news_for")).toEqual([{ organisation: "shn", language: "nl" }]));
    answers.news_for = ({ organisation }) =>
      organisation === "police" ? news({ organisation, incidents: [first] }) : news();
    await fireEvent.change(screen.getByTestId("consult-organisation"), { target: { value: "police" } });
    expect(await screen.findByTestId("news-police")).toBeTruthy();
  });

  it("goes into the talk at the end, with those that were told and their contact person", async () => {
    answers.list_contacts = () => [person({ id: "c5", organisation: "shn", name: "N. de Wit" })];
    answers.news_for = () => news({ text: "Er zijn 2 incidenten bij.", incidents: [first, second] });
    answers.list_incidents = () => [first, second];
    answers.set_moment = () => "m9";
    await at("agreed");
    await screen.findByTestId("moment-form");
    await press("consult-back");
    await press("consult-back");
    await fireEvent.click(await screen.findByTestId("news-open-shn"));
    const [tick] = screen.getAllByTestId("news-tick-shn");
    await fireEvent.click(within(tick as HTMLElement).getByRole("checkbox"));
    await press("news-told-shn");
    await screen.findByTestId("consult-agreed");
    const ticks = await screen.findAllByTestId("moment-tick");
    expect(ticks.map((one) => one.textContent?.includes("Belde weer."))).toEqual([true]);
    expect(screen.getByTestId<HTMLSelectElement>("moment-contact").value).toBe("c5");
    expect(given("set_moment")).toEqual([]);
    await press("moment-save");
    await screen.findByText("Opgeslagen.");
    expect(given("set_moment")[0]).toMatchObject({
      moment: { incidents: ["i2"], contact: "c5", organisation: "shn" },
    });
  });

  it("says why it is not there", async () => {
    answers.news_for = refused("locked");
    await at("news");
    expect((await screen.findByTestId("error")).textContent).toContain("op slot gegaan");
  });
});

describe("what still has to happen", () => {
  it("is done by one touch, and then nothing is open", async () => {
    const talk = moment({ next_step: "Terugbellen" });
    answers.list_moments = () => [talk, moment({ id: "m2", next_step: "Al gedaan", done: true })];
    await at("open");
    expect((await screen.findByTestId("step")).textContent).toContain("Terugbellen");
    expect(screen.queryByText("Er staat niets open.")).toBeNull();
    answers.set_moment = refused("full-disk");
    await press("step-done");
    expect((await screen.findByText(/De schijf is vol/)).dataset.testid).toBe("error");
    answers.set_moment = () => {
      answers.list_moments = () => [{ ...talk, done: true }];
      return "m1";
    };
    await press("step-done");
    expect(await screen.findByText("Er staat niets open.")).toBeTruthy();
    expect(await screen.findByText("Opgeslagen.")).toBeTruthy();
    expect(given("set_moment").at(-1)).toMatchObject({ id: "m1", moment: { done: true } });
    await press("consult-back");
    expect(screen.queryByText("Opgeslagen.")).toBeNull();
  });

  it("says that it could not be read anew, until it can", async () => {
    answers.list_moments = () => [moment({ next_step: "Terugbellen" })];
    answers.set_moment = () => {
      answers.list_moments = refused("io");
      return "m1";
    };
    await at("open");
    await fireEvent.click(await screen.findByTestId("step-done"));
    expect((await screen.findByTestId("error")).textContent).toContain("Lezen of schrijven lukte niet");
    answers.set_moment = () => {
      answers.list_moments = () => [];
      return "m1";
    };
    await press("step-done");
    await screen.findByText("Er staat niets open.");
    await waitFor(() => expect(screen.queryByTestId("error")).toBeNull());
  });
});

describe("what is agreed at the end", () => {
  it("is a talk with them, now, that is written down among the others", async () => {
    answers.list_contacts = () => [person({ id: "c5", organisation: "shn", name: "N. de Wit" })];
    answers.set_moment = () => "m9";
    await at("agreed");
    await screen.findByTestId("moment-form");
    await type("moment-agreed", "Samen aangifte doen.");
    expect(screen.getByTestId<HTMLSelectElement>("moment-organisation").value).toBe("shn");
    expect(screen.getByTestId<HTMLSelectElement>("moment-contact").value).toBe("c5");
    expect(screen.getByTestId<HTMLSelectElement>("moment-how").value).toBe("visit");
    expect(screen.getByTestId("moment-date")).toHaveProperty("value", localDate(new Date()));
    await press("moment-save");
    expect(await screen.findByText("Opgeslagen.")).toBeTruthy();
    expect(screen.queryByTestId("moment-form")).toBeNull();
    expect(given("set_moment")).toHaveLength(1);
    expect(given("set_moment")[0]).toMatchObject({
      id: null,
      moment: { organisation: "shn", contact: "c5", how: "visit", agreed: "Samen aangifte doen." },
    });
    expect(given("save_draft").at(-1)).toEqual({ form: "moment", draft: null });
    // Read anew, for what was agreed may be open now.
    expect(given("list_moments")).toHaveLength(2);
    await fireEvent.click(screen.getByRole("button", { name: "Gesprek opschrijven" }));
    expect(await screen.findByTestId("moment-form")).toBeTruthy();
    expect(screen.getByTestId("moment-agreed")).toHaveProperty("value", "");
  });

  it("stays when it cannot be saved, with why", async () => {
    answers.set_moment = refused("full-disk");
    await at("agreed");
    await screen.findByTestId("moment-form");
    await type("moment-agreed", "Samen aangifte doen.");
    await press("moment-save");
    expect((await screen.findByTestId("error")).textContent).toContain("De schijf is vol");
    expect(screen.getByTestId("moment-agreed")).toHaveProperty("value", "Samen aangifte doen.");
    expect(screen.queryByText("Opgeslagen.")).toBeNull();
  });

  it("is not written down if one does not want to", async () => {
    await at("agreed");
    await screen.findByTestId("moment-form");
    await press("moment-drop");
    await waitFor(() => expect(screen.queryByTestId("moment-form")).toBeNull());
    expect(given("set_moment")).toEqual([]);
    await fireEvent.click(screen.getByRole("button", { name: "Gesprek opschrijven" }));
    await screen.findByTestId("moment-form");
    expect(screen.queryByText("Opgeslagen.")).toBeNull();
  });

  it("goes on with what was begun before and not saved", async () => {
    const when = formNow(new Date());
    const begun = opened({ when, moment: emptyMoment("om", toWhen(when)) });
    begun.value.moment.agreed = "Half getypt";
    answers.load_draft = ({ form }) => (form === "moment" ? begun : null);
    await at("agreed");
    expect(await screen.findByTestId("moment-agreed")).toHaveProperty("value", "Half getypt");
    expect(screen.getByTestId<HTMLSelectElement>("moment-organisation").value).toBe("om");
  });

  it("is still there after one looked back, also if that was at once", async () => {
    let draft: unknown = null;
    answers.save_draft = (values) => (draft = values.draft);
    answers.load_draft = () => draft;
    await at("agreed");
    await screen.findByTestId("moment-form");
    await type("moment-agreed", "Samen aangifte doen.");
    await press("consult-back");
    await screen.findByTestId("consult-open");
    await press("consult-next");
    await screen.findByTestId("moment-form");
    expect(screen.getByTestId("moment-agreed")).toHaveProperty("value", "Samen aangifte doen.");
  });

  it("is still there after one looked at something else", async () => {
    let draft: unknown = null;
    answers.save_draft = (values) => (draft = values.draft);
    answers.load_draft = () => draft;
    const { stop } = await at("agreed");
    await screen.findByTestId("moment-form");
    await type("moment-agreed", "Samen aangifte doen.");
    await waitFor(() => expect(draft).toBeTruthy());
    cleanup();
    render(Consult, { show: vi.fn(), stop });
    expect(await screen.findByTestId("moment-agreed")).toHaveProperty("value", "Samen aangifte doen.");
  });

  it.each([
    { draft: "shn", told: ["i1", "i2"] },
    { draft: "om", told: ["i1"] },
  ])("takes in what was told now if it was begun with the same organisation ($draft)", async (the) => {
    const when = formNow(new Date());
    const begun = opened({ when, moment: emptyMoment(the.draft, toWhen(when)) });
    Object.assign(begun.value.moment, { agreed: "Half getypt", incidents: ["i1"] });
    answers.news_for = () => news({ text: "Er zijn 2 incidenten bij.", incidents: [first, second] });
    answers.list_incidents = () => [first, second];
    answers.load_draft = () => begun;
    answers.set_moment = () => "m9";
    await at("news");
    await fireEvent.click(await screen.findByTestId("news-open-shn"));
    const [tick] = screen.getAllByTestId("news-tick-shn");
    await fireEvent.click(within(tick as HTMLElement).getByRole("checkbox"));
    await press("news-told-shn");
    await screen.findAllByTestId("moment-tick");
    await press("moment-save");
    await screen.findByText("Opgeslagen.");
    expect(given("set_moment")[0]).toMatchObject({
      moment: { agreed: "Half getypt", incidents: the.told, organisation: the.draft },
    });
  });

  it("says that what was begun before cannot be read, and begins nothing over it", async () => {
    answers.load_draft = refused("locked");
    await at("agreed");
    expect((await screen.findByTestId("error")).textContent).toContain("op slot gegaan");
    expect(screen.queryByTestId("moment-form")).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("consult-agreed")));
    answers.load_draft = () => null;
    await fireEvent.click(screen.getByRole("button", { name: "Gesprek opschrijven" }));
    expect(await screen.findByTestId("moment-form")).toBeTruthy();
    expect(screen.queryByTestId("error")).toBeNull();
  });
});
