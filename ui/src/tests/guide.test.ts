import { describe, expect, it } from "vitest";

import { isGrave, isOver, marked, panelOf, sourceOf, sourcesOf, toCall } from "$lib/guide";
import { emptyIncident } from "$lib/incident";

const hits = (text: string, words: string): string[] =>
  marked(text, words)
    .filter((part) => part.hit)
    .map((part) => part.text);

describe("the words that were found", () => {
  it("are marked wherever they stand, whatever their case and accents", () => {
    expect(hits("Maak foto’s. Een Foto van de coördinator.", "foto")).toEqual(["foto", "Foto"]);
    expect(hits("Vraag de coördinator.", "coordinator")).toEqual(["coördinator"]);
    expect(marked("Vraag de coördinator.", "zzzz")).toEqual([{ text: "Vraag de coördinator.", hit: false }]);
  });
  it("are found by their stem, as the search does", () => {
    expect(hits("Eén foto en twee foto’s.", "foto's")).toEqual(["foto", "foto’s"]);
    expect(hits("Een contactverbod.", "verboden")).toEqual(["verbod"]);
  });
  it("are marked at the start of a word only, if they are short", () => {
    expect(hits("Komt het OM om drie uur?", "om")).toEqual(["OM", "om"]);
  });
  it("keep the text as it is", () => {
    const text = "ﬁlm van 🙂 élke dag";
    expect(
      marked(text, "film elke")
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});

describe("a source", () => {
  it("is a page of the Routekaart, or a site with its address", () => {
    expect(sourceOf("Routekaart, p. 4")).toEqual({
      name: "Routekaart, p. 4",
      address: null,
      frightening: false,
    });
    expect(sourceOf("https://www.politie.nl/themas/aangifte-doen.html")).toMatchObject({
      name: "politie.nl",
      frightening: false,
    });
  });
  it("keeps words that could frighten out of sight", () => {
    const told =
      "https://www.politie.nl/nieuws/2021/mei/16/08-man-aangehouden-op-verdenking-van-stalking-bedreiging-en-mishandeling.html";
    expect(sourceOf(told)).toEqual({ name: "politie.nl", address: told, frightening: true });
  });
  it("is named once, with the day that is longest ago", () => {
    const facts = [
      { source: "Routekaart, p. 4", checked: "2026-11-25" },
      { source: "Routekaart, p. 4", checked: "2026-11-20" },
      { source: "Routekaart, p. 2", checked: "2026-11-25" },
    ];
    const { checked, sources } = sourcesOf(facts);
    expect(checked).toBe("2026-11-20");
    expect(sources.map((source) => source.name)).toEqual(["Routekaart, p. 4", "Routekaart, p. 2"]);
  });
});

describe("whom to call", () => {
  const person = (organisation: string) => ({ organisation, name: organisation });
  it("stands in the order for now, and what the order does not name comes last", () => {
    const people = [person("een buurvrouw"), person("shn"), person("om"), person("police")];
    const names = (order: string[]) => toCall(order, people).people.map((one) => one.organisation);
    const { order } = panelOf("nl");
    expect(names(order.danger)).toEqual(["police", "om", "shn", "een buurvrouw"]);
    expect(names(order.calm)).toEqual(["police", "shn", "om", "een buurvrouw"]);
  });
  it("has empty places for those where there may be a fixed contact person", () => {
    const { order } = panelOf("nl");
    expect(toCall(order.danger, [person("police"), person("lawyer")]).missing).toEqual([
      "veilig-thuis",
      "om",
      "3ro",
      "shn",
    ]);
  });
});

describe("the panel", () => {
  it("is there without asking anybody, the number for danger first, in both languages", () => {
    for (const lang of ["nl", "en"] as const) expect(panelOf(lang).numbers[0]?.id).toBe("emergency");
  });
  it("has a sentence for each empty place", () => {
    const asked = panelOf("nl").contact_persons.ask.map((ask) => ask.organisation);
    expect(asked).toEqual(expect.arrayContaining(["police", "veilig-thuis", "om", "3ro", "shn"]));
  });
  it("comes in its short form after what the person themselves called grave", () => {
    const incident = (of: object) => ({ ...emptyIncident("2026-03-03T21:30:00+01:00"), ...of });
    const fear = (level: number | null) => ({ ...incident({}).effect, fear: level });
    for (const grave of [
      { threat: true },
      { weapon: true },
      { violence: true },
      { kind: ["threat"] },
      { kind: ["calls", "violence"] },
      { effect: fear(9) },
      { effect: fear(10) },
    ])
      expect(isGrave(incident(grave)), JSON.stringify(grave)).toBe(true);
    for (const other of [
      {},
      { threat: false },
      { kind: ["calls"] },
      { effect: fear(8) },
      { effect: fear(0) },
    ])
      expect(isGrave(incident(other)), JSON.stringify(other)).toBe(false);
  });
});

describe("what is long over", () => {
  const now = new Date("2026-11-30T12:00:00+01:00");
  it("ended more than a month ago", () => {
    expect(isOver({ when: "2026-10-01T21:30:00+02:00" }, now)).toBe(true);
    expect(isOver({ when: { day: "2026-11-12" } }, now)).toBe(false);
  });
  it("is not what ended lately, or goes on", () => {
    const [from, to] = ["2026-03-01T09:00:00+01:00", "2026-11-20T09:00:00+01:00"];
    expect(isOver({ when: { from, to } }, now)).toBe(false);
    expect(isOver({ when: { since: from } }, now)).toBe(false);
  });
});
