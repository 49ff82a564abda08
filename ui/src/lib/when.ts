/** When something happened: between the form's fields, the data, and words. */
import type { When } from "./bindings/When";
import { t } from "./texts.svelte";

export type Mode = "exact" | "about" | "day" | "period" | "since";

/** What stands in the form: local dates and times as the pickers give them. */
export interface WhenForm {
  mode: Mode;
  date: string;
  time: string;
  untilDate: string;
  untilTime: string;
}

const two = (n: number): string => String(n).padStart(2, "0");

export const localDate = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
export const localTime = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;

export function formNow(now: Date): WhenForm {
  const [date, time] = [localDate(now), localTime(now)];
  return { mode: "exact", date, time, untilDate: date, untilTime: time };
}

/** RFC 3339 with the offset that this place had at that moment, summer time included. */
export function withOffset(date: string, time: string): string {
  const at = new Date(`${date}T${time || "00:00"}:00`);
  const minutes = -at.getTimezoneOffset();
  const sign = minutes < 0 ? "-" : "+";
  const size = Math.abs(minutes);
  return `${date}T${time || "00:00"}:00${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

export function toWhen(form: WhenForm): When {
  const from = withOffset(form.date, form.time);
  switch (form.mode) {
    case "exact":
      return from;
    case "about":
      return { about: from };
    case "day":
      return { day: form.date };
    case "period":
      return { from, to: withOffset(form.untilDate, form.untilTime) };
    case "since":
      return { since: from };
  }
}

/** Does the form say enough to be understood? */
export function complete({ mode, date, time, untilDate, untilTime }: WhenForm): boolean {
  if (!date || (mode !== "day" && !time)) return false;
  return mode !== "period" || Boolean(untilDate && untilTime);
}

/** Is it still to come, by more than a clock may differ? Of a period its end counts. */
export function isAhead(form: WhenForm, now: Date): boolean {
  if (!complete(form)) return false;
  const [date, time] = form.mode === "period" ? [form.untilDate, form.untilTime] : [form.date, form.time];
  const at = new Date(`${date}T${form.mode === "day" ? "00:00" : time}`);
  return at.getTime() > now.getTime() + 5 * 60_000;
}

export function toForm(when: When): WhenForm {
  const parts = (text: string): [string, string] => [text.slice(0, 10), text.slice(11, 16)];
  const make = (mode: Mode, from: string, to: string): WhenForm => {
    const [[date, time], [untilDate, untilTime]] = [parts(from), parts(to)];
    return { mode, date, time, untilDate, untilTime };
  };
  if (typeof when === "string") return make("exact", when, when);
  if ("about" in when) return make("about", when.about, when.about);
  if ("from" in when) return make("period", when.from, when.to);
  if ("since" in when) return make("since", when.since, when.since);
  return make("day", `${when.day}T00:00`, `${when.day}T00:00`);
}

/** The calendar day on which it began, where it happened. */
export function dayOf(when: When): string {
  return toForm(when).date;
}

/** "dinsdag", "3 maart", "2026" */
export function dayInParts(day: string): [string, string, string] {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay() || 7;
  return [t(`weekday-${weekday}`), `${date} ${t(`month-${month}`)}`, String(year)];
}

/** "dinsdag 3 maart 2026" */
export const dayInWords = (day: string): string => dayInParts(day).join(" ");

/** "3 maart 2026" */
export const dateInWords = (day: string): string => dayInParts(day).slice(1).join(" ");

/** "21.30", or "21:30" where it is written so. */
const onClock = (time: string): string => time.replace(":", t("clock-point"));

function dayAfter(day: string): string {
  const at = new Date(`${day}T12:00`);
  at.setDate(at.getDate() + 1);
  return localDate(at);
}

/** The time as exact as the person was: "21.30", "rond 21.30", "22.00 – 02.00". */
export function timeInWords(when: When): string {
  const form = toForm(when);
  const [time, to] = [onClock(form.time), onClock(form.untilTime)];
  switch (form.mode) {
    case "exact":
      return time;
    case "about":
      return t("time-about", { time });
    case "day":
      return t("time-unknown");
    case "period":
      if (form.date === form.untilDate) return `${time} – ${to}`;
      if (form.untilDate === dayAfter(form.date)) return t("time-next-day", { time, to });
      return `${time} – ${dayInWords(form.untilDate)} ${to}`;
    case "since":
      return t("time-since", { time });
  }
}

/** Day and time in words that leave no doubt: "dinsdag 3 maart 2026, rond 21.30 uur". */
export function inFull(when: When): string {
  const { mode, date, time, untilDate, untilTime } = toForm(when);
  const clock = (at: string): string => t("clock", { hour: at.slice(0, 2), minute: at.slice(3, 5) });
  const words = { day: dayInWords(date), time: clock(time), to: clock(untilTime) };
  if (mode === "period" && date !== untilDate) {
    return t("in-full-long", { ...words, last: dayInWords(untilDate) });
  }
  // Since a day, not since its midnight.
  if (mode === "since" && time === "00:00") return t("in-full-since-day", words);
  return t(`in-full-${mode}`, words);
}

/** A moment of the log: "3 maart 2026, 21.30" */
export function momentInWords(rfc3339: string): string {
  return `${dayInWords(rfc3339.slice(0, 10))}, ${onClock(rfc3339.slice(11, 16))}`;
}

/** So many days in what people count with: months from three on, years from two on; 0 of what is too little. */
export function lapse(days: number): { days: number; months: number; years: number } {
  const [months, years] = [Math.floor(days / 30.44), Math.floor(days / 365.25)];
  return { days, months: months < 3 ? 0 : months, years: years < 2 ? 0 : years };
}
