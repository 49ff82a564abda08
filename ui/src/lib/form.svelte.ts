/** A form whose draft is kept, sealed, until it is saved or dropped on purpose. */
import { toAppError } from "./backend";
import type { AppError } from "./bindings/AppError";
import { Draft } from "./draft";

/** What a form begins with. */
export interface Open<T> {
  /** What is changed; null if it is new. */
  id: string | null;
  /** Whom it takes over from. */
  before: string | null;
  value: T;
  /** How it read before anything was typed. */
  was: string;
}

export const opened = <T>(value: T, id: string | null = null, before: string | null = null): Open<T> => ({
  id,
  before,
  value: structuredClone(value),
  was: JSON.stringify(value),
});

export class Form<T> {
  value = $state<T>(undefined as T);
  busy = $state(false);
  error = $state.raw<AppError | null>(null);
  readonly changed = $derived.by(() => JSON.stringify(this.value) !== this.#start.was);
  readonly #start: Open<T>;
  readonly #draft: Draft;
  readonly #done: (saved: boolean) => void;

  /** Made while its component is: the draft follows what is typed. */
  constructor(name: string, start: Open<T>, done: (saved: boolean) => void) {
    this.#start = start;
    this.#draft = new Draft(name);
    this.#done = done;
    this.value = structuredClone(start.value);
    let kept = JSON.stringify(start.value) !== start.was;
    $effect(() => {
      const value = $state.snapshot(this.value);
      if (this.changed) this.#draft.keep({ ...start, value });
      else if (kept) this.#draft.keep(null);
      kept = this.changed;
    });
  }

  /** What was typed stays if it cannot be saved. */
  async save(event: SubmitEvent, write: (value: T) => Promise<unknown>): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    [this.busy, this.error] = [true, null];
    try {
      const value: unknown = $state.snapshot(this.value);
      await write(value as T);
      await this.#draft.drop();
      this.#done(true);
    } catch (thrown) {
      this.error = toAppError(thrown);
    }
    this.busy = false;
  }

  async drop(): Promise<void> {
    try {
      await this.#draft.drop();
      this.#done(false);
    } catch (thrown) {
      this.error = toAppError(thrown);
    }
  }
}
