import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { keepFocus } from "$lib/keepFocus";

let stop: () => void;
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not there`);
  return found;
};

beforeEach(() => {
  document.body.innerHTML = `<main><h1 tabindex="-1">Titel</h1><button id="one">Een</button><button id="two">Twee</button></main>`;
  stop = keepFocus(document.body);
});
afterEach(() => stop());

describe("the focus", () => {
  it("comes back to a button that was busy", async () => {
    const button = find("#one") as HTMLButtonElement;
    button.focus();
    button.disabled = true;
    await settled();
    button.blur();
    button.disabled = false;
    await settled();
    expect(document.activeElement).toBe(button);
  });

  it("stays where somebody went meanwhile", async () => {
    const button = find("#one") as HTMLButtonElement;
    button.focus();
    button.disabled = true;
    await settled();
    find("#two").focus();
    button.disabled = false;
    await settled();
    expect(document.activeElement).toBe(find("#two"));
  });

  it("goes to the screen's title when what had it is gone", async () => {
    find("#one").focus();
    find("#one").remove();
    await settled();
    expect(document.activeElement).toBe(find("h1"));
  });
});
