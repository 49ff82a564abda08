/** Writing an original where the person chooses, wherever a button for it stands. */
import { onMount } from "svelte";

import { backend, events } from "./backend";
import type { WorkProgress } from "./bindings/WorkProgress";
import { t } from "./texts.svelte";

/** How far it is. Made while a component is set up, which it lives as long as. */
export class Saving {
  busy = $state(false);
  progress = $state.raw<WorkProgress | null>(null);

  constructor() {
    onMount(() => {
      const listening = events.saving((at) => {
        // Word of how far it is can come after word that it is done.
        if (this.busy) this.progress = at;
      });
      return () => void listening.then((unlisten) => unlisten());
    });
  }

  /** What to say of it: the name that it was saved as, or nothing if none was chosen. */
  async save(id: string): Promise<string> {
    this.busy = true;
    try {
      const name = await backend.saveEvidence(id);
      return name ? t("saved-as", { name }) : "";
    } finally {
      [this.busy, this.progress] = [false, null];
    }
  }
}
