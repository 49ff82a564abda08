import { render, screen } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";

// The app's other half never answers: what is drawn all the same waits for nothing.
vi.mock("@tauri-apps/api/core", () => ({ invoke: () => new Promise(() => undefined) }));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => new Promise(() => undefined) }));

describe("a page that is opened on the emergency panel", () => {
  it("draws it before the app answers anything, in the language of its address", async () => {
    window.scrollTo = () => undefined;
    location.hash = "language=en&theme=dark&place=emergency";
    const { default: App } = await import("../App.svelte");
    render(App);
    expect(screen.getByTestId("emergency-panel").textContent).toMatch(/^.*Emergency.*112/s);
    expect(screen.getByTestId("say").textContent).toContain("First say where you are");
    expect(screen.getByTestId("contact-advice").textContent).toContain("fixed contact person");
    expect(document.documentElement.dataset.theme).toBe("dark");
    // Reading every part of the interface from its source takes a while.
  }, 60_000);
});
