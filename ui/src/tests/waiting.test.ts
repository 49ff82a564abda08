import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import Waiting from "$lib/components/Waiting.svelte";
import { answers, asked, begin, refused } from "./app";

vi.mock("@tauri-apps/api/core", async () => (await import("./app")).core);
vi.mock("@tauri-apps/api/event", async () => (await import("./app")).event);

beforeEach(begin);
afterEach(cleanup);

/** What waits, as the logbook holds it. */
function holding(drafts: Record<string, unknown>, pieces = 0, due = false): void {
  answers.load_draft = ({ form }) => drafts[form as string] ?? null;
  answers.inbox = () => Array.from({ length: pieces }, (_, id) => ({ id }));
  answers.last_backup = () => ({ last: null, added: 0, due });
}
function shown() {
  const go = { evidence: vi.fn(), keys: vi.fn(), backups: vi.fn(), record: vi.fn() };
  return { go, ...render(Waiting, go) };
}
const notes = (): string[] =>
  [...document.querySelectorAll("[data-testid$=-note]")].map(
    (note) => (note as HTMLElement).dataset.testid ?? "",
  );

describe("what waits", () => {
  it("says nothing if nothing does", async () => {
    holding({});
    shown();
    await waitFor(() => expect(asked.map(([command]) => command)).toContain("last_backup"));
    await tick();
    expect(notes()).toEqual([]);
  });

  it("leads to what was begun, to the files, to a recovery key and to a backup", async () => {
    holding({ record: { incident: {} }, "recovery-key": true }, 2, true);
    const { go } = shown();
    await screen.findByTestId("key-note");
    expect(notes()).toEqual(["begun-note", "inbox-note", "key-note", "backup-note"]);
    for (const [note, way] of [
      ["begun", "record"],
      ["inbox", "evidence"],
      ["key", "keys"],
      ["backup", "backups"],
    ] as const) {
      const button = screen.getByTestId(`${note}-note`).querySelector("button");
      await fireEvent.click(button as HTMLElement);
      expect(go[way]).toHaveBeenCalledOnce();
    }
  });

  it("shows the rest if one of them cannot be known", async () => {
    holding({ "recovery-key": true }, 1);
    answers.inbox = refused("internal");
    shown();
    await screen.findByTestId("key-note");
    expect(notes()).toEqual(["key-note"]);
  });
});
