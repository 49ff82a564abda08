import { describe, expect, it } from "vitest";

const styles = import.meta.glob<string>(["../**/*.css", "../**/*.svelte"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The lines of style in a file: all of a style sheet, a component's own part. */
const lines = (path: string, source: string): string[] =>
  (path.endsWith(".css") ? source : (/<style[^>]*>([\s\S]*)<\/style>/.exec(source)?.[1] ?? "")).split("\n");

const PHYSICAL =
  /^\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding|inset)-)?(?:left|right)\b.*:|(?:text-align|float|clear):\s*(?:left|right)|-(?:left|right)(?:-[a-z]+)?:/;

describe("styles", () => {
  it("say start and end, so that they hold from right to left", () => {
    const found = Object.entries(styles).flatMap(([path, source]) =>
      lines(path, source)
        .filter((line) => PHYSICAL.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    for (const name of ["styles.css", "Diary.svelte"]) {
      const [, source] = Object.entries(styles).find(([path]) => path.endsWith(name)) ?? ["", ""];
      expect(source.length, name).toBeGreaterThan(5_000);
    }
    expect(found).toEqual([]);
    for (const bad of [
      "  left: 0;",
      "  padding-left: 1px;",
      "text-align: right;",
      "border-left-color: red;",
    ]) {
      expect(bad).toMatch(PHYSICAL);
    }
    expect("  inset-inline-start: 0;").not.toMatch(PHYSICAL);
  });
});

/** The custom properties that a rule sets. */
function tokens(rule: RegExp): Record<string, string> {
  const sheet = Object.entries(styles).find(([path]) => path.endsWith("styles.css"))?.[1] ?? "";
  const block = rule.exec(sheet)?.[1] ?? "";
  const found: Record<string, string> = {};
  for (const [, name = "", value = ""] of block.matchAll(/(--[a-z-]+):\s*([^;]+);/g)) found[name] = value;
  return found;
}

describe("as much contrast as there is", () => {
  it("is the same whether somebody chose it or the system says so", () => {
    const chosen = tokens(/:root\[data-contrast="high"\] \{([^}]*)\}/);
    expect(Object.keys(chosen).length).toBeGreaterThan(8);
    expect(tokens(/@media \(prefers-contrast: more\) \{\s*:root \{([^}]*)\}/)).toEqual(chosen);
  });
});
