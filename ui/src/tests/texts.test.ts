import { describe, expect, it } from "vitest";

import { language, sentence, t } from "$lib/texts.svelte";

const sources = import.meta.glob<string>(["../**/*.svelte", "../lib/*.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const texts = import.meta.glob<string>("../../../locales/*/{app,words}.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

describe("texts", () => {
  it("has every id that the code names, in both languages", () => {
    const used = new Set<string>();
    for (const source of Object.values(sources)) {
      for (const [, id] of source.matchAll(/\bt\("([a-z0-9.-]+)"/g)) used.add((id ?? "").split(".")[0] ?? "");
    }
    expect(used.size).toBeGreaterThan(100);
    for (const lang of ["nl", "en"]) {
      const known = Object.entries(texts)
        .filter(([path]) => path.includes(`/${lang}/`))
        .map(([, text]) => text)
        .join("\n");
      const missing = [...used].filter((id) => !new RegExp(`^${id} =`, "m").test(known));
      expect(missing).toEqual([]);
    }
  });

  it("never raises its voice", () => {
    const said = Object.values(texts).flatMap((text) =>
      text.split("\n").filter((line) => !line.startsWith("#")),
    );
    expect(said.length).toBeGreaterThan(1000);
    expect(said.filter((line) => line.includes("!"))).toEqual([]);
  });

  it("says an error in the language that was chosen", () => {
    const error = { code: "wrong-passphrase", field: null, reason: null, number: null };
    expect(sentence(error)).toContain("past niet op dit logboek");
    language.value = "en";
    expect(sentence(error)).toContain("does not open this logbook");
    expect(t("found", { count: 1 })).toBe("1 incident");
    language.value = "nl";
  });

  it("says, where a passphrase or a key is changed, that an old copy is another matter", () => {
    const settings = sources["../screens/settings/WaysIn.svelte"] ?? "";
    for (const id of ["change-passphrase-help", "new-key-help"]) {
      expect(settings).toContain(`t("${id}")`);
      language.value = "en";
      expect(t(id)).toMatch(/old copy of this logbook.*new logbook/);
      language.value = "nl";
      expect(t(id)).toMatch(/oude kopie van dit logboek.*nieuw logboek/);
    }
  });

  it("has a sentence for an error that it does not know", () => {
    expect(sentence({ code: "never-heard-of", field: null, reason: null, number: null })).toBe(
      t("error-internal"),
    );
  });
});
