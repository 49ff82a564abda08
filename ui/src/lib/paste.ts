/** Pasting: pictures, files and loose text become evidence. What is pasted into a field stays text. */
import { backend, toAppError } from "./backend";
import type { Import } from "./bindings/Import";
import { t } from "./texts.svelte";

/** What can be kept of what is pasted: files that the page got, or what it must be asked for. */
export type Pasted = File[] | "clipboard";

type Had = Import["had"][number];
/** From where those came that are there already. The app knows of those that were not pasted. */
const pastedFrom = new WeakMap<Had, File | "clipboard">();

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

/** What can be kept of what is pasted here; null if it goes its usual way. */
export function pasted(event: ClipboardEvent): Pasted | null {
  const files = [...(event.clipboardData?.files ?? [])];
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (files.length === 0 && text) {
    if (isField(event.target) || !text.trim()) return null;
    files.push(new File([text], t("pasted-text"), { type: "text/plain" }));
  }
  event.preventDefault();
  // WebKit on Linux hands over no pictures: an event without anything stands for one.
  return files.length > 0 ? files : "clipboard";
}

export const nothingKept = (): Import => ({ kept: [], had: [], refused: [], left: 0 });

export const joined = (one: Import, other: Import): Import => ({
  kept: [...one.kept, ...other.kept],
  had: [...one.had, ...other.had],
  refused: [...one.refused, ...other.refused],
  left: one.left + other.left,
});

/** Keeps it. What is there already is named, unless it is asked for once more. */
export async function keepPasted(what: Pasted, incident: string | null, again = false): Promise<Import> {
  if (what === "clipboard") {
    const found = await backend.importClipboard(t("pasted-picture"), incident, again);
    for (const had of found.had) pastedFrom.set(had, what);
    return found;
  }
  let all = nothingKept();
  for (const file of what) {
    try {
      const one = await backend.importBytes(file.name, await file.arrayBuffer(), incident, again);
      for (const had of one.had) pastedFrom.set(had, file);
      all = joined(all, one);
    } catch (thrown) {
      all.refused.push({ name: file.name, error: toAppError(thrown) });
    }
  }
  return all;
}

/** Keeps once more what was just found to be there already, pasted or not. */
export async function keepAgain(incident: string | null, had: Had[]): Promise<Import> {
  const from = had.map((one) => pastedFrom.get(one));
  let all = await keepPasted(
    from.filter((one) => one instanceof File),
    incident,
    true,
  );
  if (from.includes("clipboard")) all = joined(all, await keepPasted("clipboard", incident, true));
  if (from.includes(undefined)) all = joined(all, await backend.importAgain(incident));
  return all;
}
