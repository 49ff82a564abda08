/**
 * Looking together with a counsellor: private notes are hidden, and not searched, and everything is larger. It ends with the
 * page.
 */
import { kept } from "./timeline.svelte";

let on = $state(false);
let at = $state(0);

export const consult = {
  get on(): boolean {
    return on;
  },
  /** Beginning anew begins at the first step. */
  set on(is: boolean) {
    [on, at] = [is, 0];
    // What was found before may have been found by a private note.
    kept.last = null;
    document.documentElement.toggleAttribute("data-consult", is);
  },
  /** The step, kept while one looks at an incident. */
  get at(): number {
    return at;
  },
  set at(to: number) {
    at = to;
  },
};
