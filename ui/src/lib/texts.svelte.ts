/** The texts of `locales/`, the same files that Rust reads. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

import type { AppError } from "./bindings/AppError";
import type { Lang } from "./bindings/Lang";
import { device } from "./device.svelte";

const files = import.meta.glob<string>("../../../locales/*/{words,app}.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

function read(lang: Lang): FluentBundle {
  const bundle = new FluentBundle(lang, { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/${lang}/`)) bundle.addResource(new FluentResource(text), { allowOverrides: true });
  }
  return bundle;
}

/** Read when first needed: the emergency panel does not wait for the other language. */
const bundles: Partial<Record<Lang, FluentBundle>> = {};

let current = $state<Lang>("nl");
const bundle = (): FluentBundle => (bundles[current] ??= read(current));

export const language = {
  get value(): Lang {
    return current;
  },
  set value(lang: Lang) {
    current = lang;
    document.documentElement.lang = lang;
  },
};

export function has(id: string): boolean {
  return bundle().hasMessage(id);
}

/** What there is of a group in `words.ftl`, in its order: the ids behind `group-`. */
export function idsOf(group: string): string[] {
  const words = Object.entries(files).find(([path]) => path.endsWith("/nl/words.ftl"))?.[1] ?? "";
  return [...words.matchAll(new RegExp(`^${group}-([a-z0-9-]+) =`, "gm"))].map(([, id]) => id ?? "");
}

/** The text with this id, as it is said on a PC or a phone; the id itself if there is none, which a test rules out. */
export function t(id: string, values?: Record<string, FluentVariable>): string {
  const [message, attribute] = id.split(".");
  const found = bundle().getMessage(message ?? id);
  const pattern = attribute ? found?.attributes[attribute] : found?.value;
  const here = { device: device.phone ? "phone" : "pc", ...values };
  return pattern ? bundle().formatPattern(pattern, here) : id;
}

/** A number in figures, as a text has it: "10.000", "10,000". */
export const figure = (number: number): string => number.toLocaleString(language.value);

/** The name of a thing by its id; free text stays as it is. */
export function named(group: string, id: string): string {
  return has(`${group}-${id}`) ? t(`${group}-${id}`) : id;
}

/** The sentence for an error. */
export function sentence(error: AppError): string {
  if (error.reason && has(`invalid-${error.reason}`)) {
    return t(`invalid-${error.reason}`, { field: error.field ? named("field", error.field) : "" });
  }
  const id = `error-${error.code}`;
  const number = error.number ?? 0;
  return t(has(id) ? id : "error-internal", { group: number, found: number, count: number });
}
