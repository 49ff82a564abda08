/** What stands in a form is kept, sealed, a moment after the last key: it survives a crash, a lock and Snel weg. */
import { backend } from "./backend";

/** Between the last key and keeping it, in milliseconds. */
const REST = 400;

export class Draft {
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(private readonly form: string) {}

  keep(what: unknown): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#writing = backend.saveDraft(this.form, what).catch(() => undefined);
    }, REST);
  }

  /** Not before one that is just being written. */
  async drop(): Promise<void> {
    clearTimeout(this.#waiting);
    await this.#writing;
    await backend.saveDraft(this.form, null);
  }
}
