/** The page's words, out of the same files that Rust reads, put in when it was built. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

import nlVerify from "$locales/nl/verify.ftl?raw";
import nlWords from "$locales/nl/words.ftl?raw";
import enVerify from "$locales/en/verify.ftl?raw";
import enWords from "$locales/en/words.ftl?raw";

export type Lang = "nl" | "en";

function read(lang: Lang, ...files: string[]): FluentBundle {
  const bundle = new FluentBundle(lang, { useIsolating: false });
  for (const file of files) bundle.addResource(new FluentResource(file));
  return bundle;
}

const bundles: Record<Lang, FluentBundle> = {
  nl: read("nl", nlVerify, nlWords),
  en: read("en", enVerify, enWords),
};

let current: Lang = "nl";

export const language = {
  get is(): Lang {
    return current;
  },
  set is(lang: Lang) {
    current = lang;
    document.documentElement.lang = lang;
    document.title = `${t("checker-title")} – Houvast`;
  },
};

/** The text with this id; the id itself if there is none, which a test rules out. */
export function t(id: string, values?: Record<string, FluentVariable>): string {
  const pattern = bundles[current].getMessage(id)?.value;
  return pattern ? bundles[current].formatPattern(pattern, values) : id;
}

/** A text from outside inside a sentence: marks keep its direction to itself. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** The name of a kind of incident; free text stays as it is. */
export function kind(id: string): string {
  return bundles[current].hasMessage(`kind-${id}`) ? t(`kind-${id}`) : id;
}
