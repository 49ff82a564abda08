/**
 * What is typed while the logbook is locked and was not put in yet. It is put in when one leaves its screen, whichever way:
 * one touch throws nothing away. What could not be put in stays.
 */
import { backend, toAppError } from "./backend";
import type { AppError } from "./bindings/AppError";

let text = $state("");
let done = $state(false);
let error = $state.raw<AppError | null>(null);
let going = $state(false);
let putting: Promise<void> = Promise.resolve();

async function put(): Promise<void> {
  const what = text;
  going = true;
  try {
    await backend.putNote(what);
    // What was typed meanwhile is still to be put in.
    if (text === what) text = "";
    done = true;
  } catch (thrown) {
    error = toAppError(thrown);
  }
  going = false;
}

export const unsent = {
  get text(): string {
    return text;
  },
  set text(to: string) {
    text = to;
  },
  /** It is being put in. */
  get going(): boolean {
    return going;
  },
  /** Something was put in. */
  get done(): boolean {
    return done;
  },
  /** Why the last one could not be. */
  get error(): AppError | null {
    return error;
  },
  /** Nothing is said any more of how it went. */
  forget(): void {
    [done, error] = [false, null];
  },
  /** Puts in what stands there, if anything does. Asked for twice it is put in once. */
  put(): Promise<void> {
    if (!going && text.trim()) {
      this.forget();
      putting = put();
    }
    return putting;
  },
};
