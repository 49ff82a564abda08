/** Moments in words: those of the place where it happened, whatever the clock here says. */
import { language, t } from "./texts";

const locale = () => (language.is === "nl" ? "nl-NL" : "en-GB");

function day(text: string): string {
  const at = new Date(`${text.slice(0, 10)}T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return text;
  const style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale(), style).format(at);
}

/** An RFC 3339 text in words. */
export function moment(text: string): string {
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec(text) ?? [];
  if (hour === undefined) return day(text);
  const time = language.is === "nl" ? `${Number(hour)}.${minute} uur` : `${hour}:${minute}`;
  return `${day(text)}, ${time}`;
}

/** Now, by the clock here. */
export function now(): string {
  const at = new Date();
  return moment(new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString());
}

/** An incident's time, as exact as it was told. */
export function when(value: unknown): string {
  if (typeof value === "string") return moment(value);
  if (typeof value !== "object" || value === null) return "";
  const { about, day: on, from, to, since } = value as Record<string, unknown>;
  if (typeof about === "string") return t("checker-about", { when: moment(about) });
  if (typeof on === "string") return day(on);
  if (typeof since === "string") return t("checker-since", { when: moment(since) });
  if (typeof from === "string" && typeof to === "string")
    return t("checker-from-to", { from: moment(from), to: moment(to) });
  return "";
}

/** A number of bytes as people say it. */
export function size(bytes: number): string {
  const units = ["kB", "MB", "GB", "TB"];
  let [amount, unit] = [bytes / 1000, 0];
  while (amount >= 1000 && unit < units.length - 1) [amount, unit] = [amount / 1000, unit + 1];
  const digits = amount < 10 && unit > 0 ? 1 : 0;
  const number = new Intl.NumberFormat(locale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number.format(amount)} ${units[unit]}`;
}
