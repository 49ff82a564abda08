/**
 * The way that one came, for the back gesture of a phone and the keys for it on a PC. The page's history, which outlives a lock,
 * holds nothing but how far one is; the places stay in here.
 */
export class Trail<Place> {
  #places: Place[] = [];
  /** Steps back that were taken already. */
  #taken = 0;
  readonly #same: (one: Place, other: Place) => boolean;
  readonly #back: (to: Place) => void;

  /** `same` tells whether two places are one; `back` goes to where one was. */
  constructor(same: (one: Place, other: Place) => boolean, back: (to: Place) => void) {
    [this.#same, this.#back] = [same, back];
  }

  /** Goes from one place to another. Where one just came from is a step back, whatever was touched for it. */
  go(from: Place, to: Place): void {
    const last = this.#places.at(-1);
    if (last !== undefined && this.#same(last, to)) {
      this.#places.pop();
      this.#taken += 1;
      history.back();
    } else if (!this.#same(from, to) && step(this.#places.length + 1)) this.#places.push(from);
  }

  /** One step back, if one went any. */
  back(): void {
    if (depth() > 0) history.back();
  }

  /** Forgets the way: it was locked. The history goes back to its beginning. */
  forget(): void {
    const far = depth();
    this.#places = [];
    if (far > 0) {
      this.#taken += 1;
      history.go(-far);
    }
  }

  /** Listens for steps back, until what is returned is called. A page that was loaded anew begins where it stands. */
  listen(): () => void {
    const stepped = (): void => {
      if (this.#taken > 0) {
        this.#taken -= 1;
        return;
      }
      const dialog = [...document.querySelectorAll<HTMLDialogElement>("dialog[open]")].at(-1);
      const far = Math.min(depth(), this.#places.length);
      const to = this.#places[far];
      if (dialog) {
        // What lies on top goes first, as with Escape, and the place stays.
        step(this.#places.length);
        if (dialog.dispatchEvent(new Event("cancel", { cancelable: true }))) dialog.close();
      } else if (to !== undefined) {
        this.#places.length = far;
        this.#back(to);
      }
    };
    // Every place begins at its top, or finds the way back by itself: what the history remembers would come after that.
    history.scrollRestoration = "manual";
    this.forget();
    addEventListener("popstate", stepped);
    return () => removeEventListener("popstate", stepped);
  }
}

function depth(): number {
  return typeof history.state === "number" ? history.state : 0;
}

/**
 * One step further in the page's history. WebKit takes a hundred in half a minute and throws at the next: then the history
 * stays as it is, and whoever goes that fast goes on all the same.
 */
function step(far: number): boolean {
  try {
    history.pushState(far, "");
    return true;
  } catch {
    return false;
  }
}
