import { describe, expect, it } from "vitest";

import { emptyIncident, incidentOf } from "$lib/incident";
import { dayInWords, inFull, isAhead, timeInWords, toForm, toWhen, withOffset, type Mode } from "$lib/when";

describe("when", () => {
  it("goes from the form to the data and back for every exactness", () => {
    for (const mode of ["exact", "about", "day", "period", "since"] as Mode[]) {
      const form = { mode, date: "2026-03-03", time: "21:30", untilDate: "2026-03-04", untilTime: "02:00" };
      const back = toForm(toWhen(form));
      expect(back.mode).toBe(mode);
      expect(back.date).toBe("2026-03-03");
      if (mode !== "day") expect(back.time).toBe("21:30");
      if (mode === "period") expect([back.untilDate, back.untilTime]).toEqual(["2026-03-04", "02:00"]);
    }
  });

  it("writes the offset that the place had on that day", () => {
    const offset = (date: string): number => -new Date(`${date}T12:00:00`).getTimezoneOffset();
    for (const date of ["2026-01-15", "2026-07-15"]) {
      const minutes = offset(date);
      const sign = minutes < 0 ? "-" : "+";
      const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, "0");
      expect(withOffset(date, "12:00").startsWith(`${date}T12:00:00${sign}${hours}`)).toBe(true);
    }
  });

  it("says days and times in words", () => {
    expect(dayInWords("2026-03-03")).toBe("dinsdag 3 maart 2026");
    expect(timeInWords({ about: "2026-03-03T21:30:00+01:00" })).toBe("rond 21.30");
    expect(timeInWords({ day: "2026-03-03" })).toBe("tijd onbekend");
    expect(inFull({ day: "2026-03-03" })).toBe("dinsdag 3 maart 2026, tijd onbekend");
    expect(inFull({ since: "2026-03-03T00:00:00+01:00" })).toBe("sinds dinsdag 3 maart 2026");
    expect(inFull({ from: "2026-03-03T22:00:00+01:00", to: "2026-03-04T02:00:00+01:00" })).toBe(
      "van dinsdag 3 maart 2026, 22.00 uur tot woensdag 4 maart 2026, 02.00 uur",
    );
  });
});

describe("a stretch of time", () => {
  it("names the day only where one would not think of it", () => {
    const from = "2026-03-31T22:00:00+02:00";
    expect(timeInWords({ from, to: "2026-03-31T23:00:00+02:00" })).toBe("22.00 – 23.00");
    expect(timeInWords({ from, to: "2026-04-01T02:00:00+02:00" })).toBe("22.00 – 02.00, de dag erna");
    expect(timeInWords({ from, to: "2026-04-02T02:00:00+02:00" })).toBe(
      "22.00 – donderdag 2 april 2026 02.00",
    );
  });
});

describe("what is still to come", () => {
  const now = new Date("2026-03-03T21:30:00");
  const at = (mode: Mode, date: string, time: string) => ({
    mode,
    date,
    time,
    untilDate: date,
    untilTime: time,
  });
  it.each<[string, Mode, string, string, boolean]>([
    ["a clock that is a little ahead", "exact", "2026-03-03", "21:34", false],
    ["later today", "about", "2026-03-03", "22:00", true],
    ["today", "day", "2026-03-03", "", false],
    ["tomorrow", "day", "2026-03-04", "", true],
    ["nothing that can be understood", "exact", "", "22:00", false],
  ])("%s", (_, mode, date, time, ahead) => {
    expect(isAhead(at(mode, date, time), now)).toBe(ahead);
  });
  it("is a period that has not ended", () => {
    const period = { ...at("period", "2026-03-03", "20:00"), untilTime: "22:00" };
    expect([isAhead(period, now), isAhead({ ...period, untilTime: "21:00" }, now)]).toEqual([true, false]);
  });
});

describe("incident", () => {
  it("keeps fields that a newer version wrote when it is corrected", () => {
    const view = {
      ...emptyIncident({ day: "2026-03-03" }),
      id: "x",
      history: [],
      evidence: [],
      weather: "rain",
    };
    const incident = incidentOf(view) as unknown as { [field: string]: unknown };
    expect(incident["weather"]).toBe("rain");
    expect(incident["history"]).toBeUndefined();
  });
});
