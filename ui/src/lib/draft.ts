/** What stands in a form is kept, sealed, a moment after the last key: it survives a crash, a lock and Snel weg. */
import { backend } from "./backend";

/** Between the last key and keeping it, in milliseconds. */
const REST = 400;
/** Between the first key and keeping it, for who types without a rest. */
const MOST = 1000;

/** Those with something that was not kept yet. */
const waiting = new Set<Draft>();

export class Draft {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #what: unknown;
  #since = 0;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly form: string) {}

  keep(what: unknown): void {
    if (!waiting.has(this)) this.#since = Date.now();
    this.#rest();
    this.#what = what;
    waiting.add(this);
    this.#timer = setTimeout(() => void this.now(), Math.min(REST, this.#since + MOST - Date.now()));
  }

  /** Keeps what still waits. */
  now(): Promise<unknown> {
    if (waiting.has(this)) {
      this.#rest();
      this.#writing = backend.saveDraft(this.form, this.#what).catch(() => undefined);
    }
    return this.#writing;
  }

  /** Not before one that is just being written. */
  async drop(): Promise<void> {
    this.#rest();
    await this.#writing;
    await backend.saveDraft(this.form, null);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    waiting.delete(this);
  }
}

/** Keeps every draft at once: the logbook is about to be locked. */
export const keepDrafts = (): Promise<unknown> => Promise.all([...waiting].map((draft) => draft.now()));
