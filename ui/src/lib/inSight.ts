/** What was put on the page just now is brought into sight, if it is not: a bar that stays there may lie over it. */
import { tick } from "svelte";

export async function inSight(what: () => HTMLElement | undefined): Promise<void> {
  await tick();
  what()?.scrollIntoView({ block: "nearest" });
}
