import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, describe, expect, it, vi } from "vitest";

import { REST } from "$lib/places";
import { language } from "$lib/texts.svelte";
import More from "../screens/More.svelte";

const SAID = {
  evidence: ["Bewijs", "Al je foto’s, berichten en geluid"],
  pattern: ["Patroon", "Wanneer en hoe vaak het gebeurt"],
  report: ["Doorgeven", "Een PDF of een pakket, voor de politie of iemand anders"],
  consult: ["Samen kijken", "Samen met een hulpverlener"],
  help: ["Hulp", "Wat je kunt doen, en wie je helpt"],
  settings: ["Instellingen", "Wachtzin, reservekopie en hoe het eruitziet"],
};

afterEach(() => {
  cleanup();
  language.value = "nl";
});

describe("the places that a phone's bar has no room for", () => {
  it("are each there by name, with what one finds there, in the order of the bar", () => {
    render(More, { places: REST, go: vi.fn() });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Meer");
    expect(document.activeElement?.textContent).toBe("Meer");
    expect(screen.getAllByRole("button").map((button) => button.dataset.testid)).toEqual(
      Object.keys(SAID).map((name) => `more-${name}`),
    );
    for (const [name] of REST) {
      const [called, found] = SAID[name];
      expect(screen.getByTestId(`more-${name}`).querySelector("b")?.textContent).toBe(called);
      expect(screen.getByTestId(`more-${name}`).querySelector(".quiet")?.textContent).toBe(found);
    }
  });

  it.each(REST)("open with one touch: %s", async (name) => {
    const go = vi.fn();
    render(More, { places: REST, go });
    await fireEvent.click(screen.getByTestId(`more-${name}`));
    expect(go.mock.calls).toEqual([[{ name }]]);
  });

  it("are said in the language that was chosen", () => {
    language.value = "en";
    render(More, { places: REST, go: vi.fn() });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("More");
    for (const [name] of REST) {
      const said = screen.getByTestId(`more-${name}`).textContent;
      expect(said).not.toContain(SAID[name][1]);
      expect(said).not.toContain(`more-${name}`);
    }
  });

  it("are only those that it is given", () => {
    render(More, { places: REST.slice(0, 1), go: vi.fn() });
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
  });
});
