import { describe, expect, it } from "vitest";

import { endingSoon, inForce, spanOf, standing } from "$lib/measures";
import { dialled, idOfName, valueOf } from "$lib/people";

const now = new Date("2026-11-25T12:00:00");
const on = (day: string) => ({ from: day, to: day });

describe("measures", () => {
  it("are in force from the first day to the last, both included", () => {
    const measure = { start: "2026-03-10", end: "2026-06-07" };
    expect(inForce(measure, on("2026-03-09"))).toBe(false);
    expect(inForce(measure, on("2026-03-10"))).toBe(true);
    expect(inForce(measure, on("2026-06-07"))).toBe(true);
    expect(inForce(measure, on("2026-06-08"))).toBe(false);
  });

  it("have no limit where no day was said", () => {
    expect(inForce({ start: null, end: "2026-06-07" }, on("1999-01-01"))).toBe(true);
    expect(inForce({ start: "2026-03-10", end: null }, on("2199-01-01"))).toBe(true);
    expect(inForce({ start: null, end: null }, on(""))).toBe(false);
  });

  it("count for a period when they touch one day of it", () => {
    const measure = { start: "2026-03-10", end: "2026-03-12" };
    expect(inForce(measure, { from: "2026-03-01", to: "2026-03-10" })).toBe(true);
    expect(inForce(measure, { from: "2026-03-12", to: "2026-03-20" })).toBe(true);
    expect(inForce(measure, { from: "2026-03-01", to: "2026-03-20" })).toBe(true);
    expect(inForce(measure, { from: "2026-03-13", to: "2026-03-20" })).toBe(false);
  });

  it("are held against the days that the form tells of", () => {
    const form = { date: "2026-11-20", untilDate: "2026-11-22" };
    expect(spanOf({ ...form, mode: "exact" }, now)).toEqual(on("2026-11-20"));
    expect(spanOf({ ...form, mode: "day" }, now)).toEqual(on("2026-11-20"));
    expect(spanOf({ ...form, mode: "period" }, now)).toEqual({ from: "2026-11-20", to: "2026-11-22" });
    expect(spanOf({ ...form, mode: "since" }, now)).toEqual({ from: "2026-11-20", to: "2026-11-25" });
    expect(spanOf({ ...form, untilDate: "", mode: "period" }, now)).toEqual(on("2026-11-20"));
  });

  it("are announced within two weeks of their end, the first to end in front", () => {
    const days = [15, 14, null, 0].map((ends_in) => ({ ends_in }));
    expect(endingSoon(days).map(({ ends_in }) => ends_in)).toEqual([0, 14]);
  });

  it("stand before, in or after their time", () => {
    expect(standing({ start: "2026-11-26", end: null }, now)).toBe("later");
    expect(standing({ start: "2026-11-25", end: "2026-11-25" }, now)).toBe("now");
    expect(standing({ start: null, end: "2026-11-24" }, now)).toBe("over");
  });
});

describe("people", () => {
  it("are taken out of a view with what a newer version wrote", () => {
    const view = { id: "x", recorded: "y", stands: true, history: [], name: "A. Jansen", later: 1 };
    expect(valueOf(view)).toEqual({ name: "A. Jansen", later: 1 });
  });

  it("are dialled by digits", () => {
    expect(dialled("+31 (0)10-555 0123")).toBe("+31105550123");
    expect(dialled("0900-8844")).toBe("09008844");
  });

  it("are known by the name of their organisation", () => {
    const names = { police: "Politie", om: "Openbaar Ministerie" };
    expect(idOfName(" politie ", names)).toBe("police");
    expect(idOfName("De wijkagent", names)).toBe("De wijkagent");
  });
});
