import { parse } from "svelte/compiler";
import { describe, expect, it } from "vitest";

import { idsOf } from "$lib/texts.svelte";

const components = import.meta.glob<string>("../**/*.svelte", {
  query: "?raw",
  import: "default",
  eager: true,
});
const scripts = import.meta.glob<string>(["../**/*.ts", "!../tests/**", "!../**/bindings/**"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const locales = import.meta.glob<string>("../../../locales/*/app.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});
const rust = import.meta.glob<string>("../../../{src-tauri,crates}/**/src/**/*.rs", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Attributes that are read or heard. */
const SAID = /^(title|alt|placeholder|label|help|aria-(label|description|roledescription|valuetext))$/;
/** Names that are the same in every language. */
const NAMES = /\b(SHA-256|QR|PDF)\b/g;
const isWords = (text: string): boolean => /\p{L}{2,}/u.test(text.replace(NAMES, ""));

/** Every literal in a component's markup that a person would read or hear. */
function said(source: string): string[] {
  const found: string[] = [];
  const note = (text: string): void => {
    if (isWords(text)) found.push(text.trim());
  };
  /** Strings that an expression can become: not those that it only asks about, or hands to somebody. */
  const shown = (node: unknown): void => {
    if (!node || typeof node !== "object") return;
    const one = node as Record<string, unknown> & { type?: string };
    switch (one.type) {
      case "Literal":
        if (typeof one["value"] === "string") note(one["value"]);
        break;
      case "TemplateLiteral":
        for (const part of one["quasis"] as { value: { raw: string } }[]) note(part.value.raw);
        for (const part of one["expressions"] as unknown[]) shown(part);
        break;
      case "ConditionalExpression":
        shown(one["consequent"]);
        shown(one["alternate"]);
        break;
      case "LogicalExpression":
        shown(one["right"]);
        if (one["operator"] !== "&&") shown(one["left"]);
        break;
      case "BinaryExpression":
        if (one["operator"] === "+") [one["left"], one["right"]].forEach(shown);
        break;
    }
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (!node || typeof node !== "object") return;
    const one = node as Record<string, unknown> & { type?: string };
    if (one.type === "Text") note(one["data"] as string);
    else if (one.type === "ExpressionTag") shown(one["expression"]);
    // A class, a test id or a style is read by nobody.
    else if (one.type !== "Attribute") {
      if (one.type !== "StyleDirective") Object.values(one).forEach(walk);
    } else if (SAID.test(one["name"] as string)) walk(one["value"]);
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}

describe("what stands on the screen", () => {
  it("comes from locales/, never from the code", () => {
    const found = Object.entries(components).flatMap(([path, source]) =>
      said(source).map((text) => `${path}: ${text}`),
    );
    expect(Object.keys(components).length).toBeGreaterThan(40);
    expect(found).toEqual([]);
  });

  it("would be found if it did not", () => {
    expect(said("<p>Hallo</p>")).toEqual(["Hallo"]);
    expect(said('<p title="Hallo">{busy ? "Bezig" : t("save")}</p>')).toEqual(["Hallo", "Bezig"]);
    expect(said('<p class="note" data-testid="x">{t("save")} · {a === "b" ? 1 : 2}</p>')).toEqual([]);
  });

  it("is never made of words in a script either", () => {
    // A sentence has a space between two words; ids, addresses and selectors have none.
    const found = Object.entries(scripts).flatMap(([path, source]) => {
      const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|^import .*$/gm, "");
      return [...code.matchAll(/"([^"\n]*)"/g)]
        .map(([, text]) => text ?? "")
        .filter((text) => /\p{L}{2,} \p{L}{2,}/u.test(text))
        .map((text) => `${path}: ${text}`);
    });
    expect(found).toEqual([]);
  });

  it("is all that locales/ has: no message is left over", () => {
    const code = [components, scripts, rust].flatMap((files) => Object.values(files)).join("\n");
    /** Ids that are put together: t(`theme-${theme}`), named("kind", …), "error-" and a code. */
    const starts = [
      ...[...code.matchAll(/[`"]([a-z][a-z0-9-]*-)(?:\$\{|\{|")/g)].map(([, start]) => start ?? ""),
      ...[...code.matchAll(/\bnamed\(\s*"([a-z-]+)"/g)].map(([, group]) => `${group}-`),
    ];
    for (const [path, text] of Object.entries(locales)) {
      const left = [...text.matchAll(/^([a-z][a-z0-9-]*) =/gm)]
        .map(([, id]) => id ?? "")
        .filter((id) => !code.includes(`"${id}"`) && !starts.some((start) => id.startsWith(start)));
      expect(left, path).toEqual([]);
    }
    expect(idsOf("kind").length).toBeGreaterThan(5);
  });
});
