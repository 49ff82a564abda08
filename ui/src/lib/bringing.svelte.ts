/** Bringing files in: how far it is, what became of them, and from where they come. */
import { backend, events, toAppError } from "./backend";
import type { AppError } from "./bindings/AppError";
import type { Import } from "./bindings/Import";
import type { ImportProgress } from "./bindings/ImportProgress";
import { joined, keepAgain, keepPasted, pasted } from "./paste";

export class Bringing {
  progress = $state.raw<ImportProgress | null>(null);
  outcome = $state.raw<Import | null>(null);
  error = $state.raw<AppError | null>(null);
  busy = $state(false);
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();
  readonly #incident: string | null;
  readonly #then: () => unknown;

  /** With an incident they belong to it at once. `then` is called when something may have been kept. */
  constructor(incident: string | null, then: () => unknown) {
    this.#incident = incident;
    this.#then = then;
  }

  /** Listens for what is dropped and how far it is; answers with how to stop. */
  listen(): () => void {
    const listening = [
      events.dropped(() => void this.dropped()),
      events.importing((at) => {
        // Word of how far it is can come after word that it is done.
        if (this.busy) this.progress = at;
      }),
    ];
    return () => {
      for (const stop of listening) void stop.then((unlisten) => unlisten());
    };
  }

  /** One after the other: what comes while something is being kept waits, and is told together with it. */
  take(from: () => Promise<Import>): Promise<void> {
    const together = this.busy;
    this.busy = true;
    this.#waiting += 1;
    this.#last = this.#last.then(() => this.#take(from, together));
    return this.#last;
  }

  async #take(from: () => Promise<Import>, together: boolean): Promise<void> {
    if (!together) [this.error, this.outcome] = [null, null];
    try {
      const now = await from();
      this.outcome = this.outcome ? joined(this.outcome, now) : now;
    } catch (thrown) {
      this.error = toAppError(thrown);
    }
    this.progress = null;
    this.#waiting -= 1;
    this.busy = this.#waiting > 0;
    await this.#then();
  }

  pick = (folder = false): Promise<void> => this.take(() => backend.pick(this.#incident, folder));
  dropped = (): Promise<void> => this.take(() => backend.importDropped(this.#incident));
  again = (had: Import["had"]): Promise<void> => this.take(() => keepAgain(this.#incident, had));
  paste = (event: ClipboardEvent): void => {
    const what = pasted(event);
    if (what) void this.take(() => keepPasted(what, this.#incident));
  };
}
