import { describe, expect, it } from "vitest";

import { verdict, type ProblemName } from "../verify/problem";

const sources = import.meta.glob<string>("../page/*.ts", { query: "?raw", import: "default", eager: true });
const names = import.meta.glob<string>("../verify/problem.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const texts = import.meta.glob<string>("../../../locales/*/verify.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

const problems = [...(Object.values(names)[0] ?? "").matchAll(/^ {2}\| "([a-z-]+)"/gm)].map(
  ([, name]) => name as ProblemName,
);

describe("the page's words", () => {
  it("are there in both languages, for every problem, verdict and id that the code names", () => {
    const code = Object.values(sources).join("\n");
    const used = new Set([...code.matchAll(/"((?:verify|checker)-[a-z-]+)"/g)].map(([, id]) => id ?? ""));
    expect(used.size).toBeGreaterThan(40);
    expect(problems).toHaveLength(23);
    for (const name of problems) used.add(`verify-problem-${name}`).add(`verify-do-${name}`);
    for (const is of ["holds", "partly", "fails", "cannot"]) used.add(`verify-verdict-${is}`);
    for (const is of ["full", "partly", "differs", "unproved"]) {
      used.add(`verify-state-${is}`).add(`checker-means-${is}`);
    }
    for (const [path, text] of Object.entries(texts)) {
      const missing = [...used].filter((id) => !new RegExp(`^${id} =`, "m").test(text));
      expect(missing, path).toEqual([]);
    }
  });

  it("are shown as text and never as anything else", () => {
    for (const source of Object.values(sources)) {
      expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
    }
  });

  it("give a verdict for every problem", () => {
    for (const what of problems) expect(verdict([{ what }])).not.toBe("holds");
  });
});
