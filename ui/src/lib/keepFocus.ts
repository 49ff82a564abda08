/** Is there nothing that has the focus, or only what cannot be used any more? */
export function focusIsLost(): boolean {
  const { activeElement } = document;
  return (
    !activeElement ||
    activeElement === document.body ||
    (activeElement as HTMLButtonElement).disabled === true ||
    !activeElement.isConnected
  );
}

/**
 * Keeps the focus when what has it goes, or cannot be used for a moment: nobody who goes by keyboard or by ear starts
 * anew at the top of the window.
 */
export function keepFocus(page: HTMLElement): () => void {
  let last: HTMLElement | null = null;
  let waiting: HTMLElement | null = null;
  const took = ({ target }: FocusEvent): void => {
    [last, waiting] = [target as HTMLElement, null];
  };
  const changed = (): void => {
    // A button that works can be pressed again when it has done.
    if (last?.matches(":disabled")) [last, waiting] = [null, last];
    if (waiting && !waiting.isConnected) [last, waiting] = [waiting, null];
    if (waiting && !waiting.matches(":disabled")) {
      if (focusIsLost()) waiting.focus({ preventScroll: true });
      waiting = null;
    }
    if (last && !last.isConnected && focusIsLost()) {
      last = null;
      page.querySelector<HTMLElement>("main :is(h1, h2)[tabindex]")?.focus({ preventScroll: true });
    }
  };
  const watching = new MutationObserver(changed);
  watching.observe(page, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled"] });
  page.addEventListener("focusin", took);
  return () => {
    watching.disconnect();
    page.removeEventListener("focusin", took);
  };
}
