/** Copying on purpose, and taking it off the clipboard again. */

/** How long what was copied may stay there, in milliseconds. */
export const STAYS = 60_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let ours = false;

/** Without a recent touch some webviews refuse the new way, or both. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const put = (event: ClipboardEvent): void => {
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", put, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", put);
    return done;
  }
}

/** Is it on the clipboard? It is wiped after a minute, and when `wipe` is called. */
export async function copy(text: string): Promise<boolean> {
  clearTimeout(timer);
  ours = await write(text);
  if (ours) timer = setTimeout(() => void wipe(), STAYS);
  return ours;
}

/** Puts a space where the text was, for an empty text is refused by some. If it may not be done now, at the next touch. */
export async function wipe(): Promise<void> {
  clearTimeout(timer);
  if (!ours) return;
  ours = !(await write(" "));
  if (ours) {
    const later = (): void => void wipe();
    document.addEventListener("pointerup", later, { once: true });
    document.addEventListener("keydown", later, { once: true });
  }
}

// Snel weg throws the page away.
window.addEventListener("pagehide", () => void wipe());
