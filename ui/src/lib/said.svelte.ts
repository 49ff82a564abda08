/** A time that is typed in words, and what was understood of it. */
import { backend } from "./backend";
import type { Understood } from "./bindings/Understood";
import type { When } from "./bindings/When";
import { language } from "./texts.svelte";

/**
 * Nothing typed; one thing; more than one; again and again; the stretch in which that was; still to come; or not
 * understood.
 */
export type Sense = "empty" | "clear" | "which" | "often" | "within" | "future" | "unknown";

/** How it stood. */
export interface Kept {
  text: string;
  sense: Sense;
  of: When[];
}

export function senseOf({ of, future, often }: Understood): Sense {
  if (future) return "future";
  if (often) return "often";
  if (of.length === 0) return "unknown";
  return of.length === 1 ? "clear" : "which";
}

export class Said {
  text = $state("");
  sense = $state<Sense>("empty");
  /** What it can mean. */
  of = $state.raw<When[]>([]);
  #answering: Promise<void> = Promise.resolve();
  /** Something was taken from these words. */
  #taken = false;
  readonly #take: (when: When, first: boolean) => void;
  readonly #lose: () => void;

  /** What is clear is taken at once, and let go of when the words go on to mean nothing: "vannacht 3" of "vannacht 30 keer". */
  constructor(take: (when: When, first: boolean) => void, lose: () => void) {
    [this.#take, this.#lose] = [take, lose];
  }

  #give(when: When): void {
    this.#take(when, !this.#taken);
    this.#taken = true;
  }
  #let(): void {
    if (this.#taken) this.#lose();
    this.#taken = false;
  }

  /** Understood while it is typed; an answer to what stood there before is dropped. */
  type(text: string): void {
    this.text = text;
    if (!text.trim()) {
      this.#let();
      this.clear();
      return;
    }
    // Not understood until it was.
    [this.sense, this.of] = ["unknown", []];
    this.#answering = backend.understand(text, language.value).then(
      (understood) => {
        if (this.text !== text) return;
        this.of = understood.of;
        this.sense = senseOf(understood);
        if (this.sense === "clear" && understood.of[0]) this.#give(understood.of[0]);
        else this.#let();
      },
      () => undefined,
    );
  }

  /** One of what it can mean. */
  choose(when: When): void {
    [this.of, this.sense] = [[when], this.sense === "often" ? "within" : "clear"];
    this.#give(when);
  }

  /** For a draft. What "yesterday" meant when it was typed is not asked again another day. */
  get kept(): Kept {
    return { text: this.text, sense: this.sense, of: this.of };
  }
  restore({ text, sense, of }: Kept): void {
    [this.text, this.sense, this.of] = [text, sense, of];
  }

  clear(): void {
    [this.text, this.sense, this.of, this.#taken] = ["", "empty", [], false];
  }

  /** Words that are there and are not what the fields say. */
  get open(): boolean {
    return ["which", "often", "future", "unknown"].includes(this.sense);
  }

  /** Words that say more than the fields can: the person's own words stay. */
  get more(): boolean {
    return this.open || this.sense === "within";
  }

  /** Until everything that was typed has been answered. */
  async settled(): Promise<Sense> {
    await this.#answering;
    return this.sense;
  }
}
