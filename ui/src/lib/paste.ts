/** Pasting: pictures, files and loose text become evidence. What is pasted into a field stays text. */
import { backend, toAppError } from "./backend";
import type { Import } from "./bindings/Import";
import { t } from "./texts.svelte";

/** Those that were pasted last and are there already. */
let twice: File[] = [];

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

/** What can be kept of what is pasted here; nothing if it goes its usual way. */
export function pasted(event: ClipboardEvent): File[] {
  const files = [...(event.clipboardData?.files ?? [])];
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (files.length === 0 && text.trim() && !isField(event.target)) {
    files.push(new File([text], t("pasted-text"), { type: "text/plain" }));
  }
  if (files.length > 0) event.preventDefault();
  return files;
}

export const nothingKept = (): Import => ({ kept: [], had: [], refused: [], left: 0 });

/** Keeps them one by one. What is there already is named, unless it is asked for once more. */
export async function keepPasted(files: File[], incident: string | null, again = false): Promise<Import> {
  const all = nothingKept();
  twice = [];
  for (const file of files) {
    try {
      const one = await backend.importBytes(file.name, await file.arrayBuffer(), incident, again);
      all.kept.push(...one.kept);
      all.had.push(...one.had);
      all.refused.push(...one.refused);
      if (one.had.length > 0) twice.push(file);
    } catch (thrown) {
      all.refused.push({ name: file.name, error: toAppError(thrown) });
    }
  }
  return all;
}

/** Keeps once more what was just found to be there already, pasted or not. */
export async function keepAgain(incident: string | null): Promise<Import> {
  return twice.length > 0 ? keepPasted(twice, incident, true) : backend.importAgain(incident);
}
