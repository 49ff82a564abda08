import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { EvidenceView } from "$lib/bindings/EvidenceView";
import Shown from "$lib/components/Shown.svelte";

/** What the app answers with, by command. */
const answers: Record<string, (values: Record<string, unknown>) => unknown> = {};
const asked: [string, Record<string, unknown>][] = [];
vi.mock("@tauri-apps/api/core", () => ({
  invoke: async (command: string, values: Record<string, unknown>) => {
    asked.push([command, values]);
    return answers[command]?.(values);
  },
}));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => new Promise(() => undefined) }));

const piece = (family: string, type: string, size = 5): EvidenceView =>
  ({ id: "e1", name: "stuk", caption: "", family, type, size }) as EvidenceView;

const play = vi.fn(async () => undefined);
const revoked: string[] = [];
const fetched: string[] = [];
beforeEach(() => {
  for (const name of Object.keys(answers)) delete answers[name];
  asked.length = revoked.length = fetched.length = 0;
  play.mockClear();
  HTMLMediaElement.prototype.play = play;
  HTMLMediaElement.prototype.pause = () => undefined;
  URL.createObjectURL = () => "blob:stuk";
  URL.revokeObjectURL = (url) => void revoked.push(url);
  vi.stubGlobal("fetch", async (url: string) => {
    fetched.push(url);
    return new Response(new Blob(["ab"]));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("a sound", () => {
  it("is fetched piece by piece, is silent and still, and leaves nothing behind", async () => {
    answers.how_played = () => ({ piece: 2, most: 100 });
    const { unmount } = render(Shown, { piece: piece("audio", "audio/mp4") });
    const media = await screen.findByTestId<HTMLAudioElement>("media");
    expect(fetched).toEqual([0, 1, 2].map((n) => `vault://localhost/original/e1/${n}`));
    expect(media.getAttribute("src")).toBe("blob:stuk");
    expect(media.muted).toBe(true);
    expect(media.autoplay).toBe(false);
    expect(play).not.toHaveBeenCalled();
    expect(screen.getByText(/Het geluid staat uit/)).toBeTruthy();
    await fireEvent.click(screen.getByTestId("media-sound"));
    expect(media.muted).toBe(false);
    expect(media.volume).toBeLessThan(0.5);
    unmount();
    expect(revoked).toEqual(["blob:stuk"]);
  });

  it("that is too large is not fetched, and can be saved", async () => {
    answers.how_played = () => ({ piece: 2, most: 4 });
    render(Shown, { piece: piece("video", "video/mp4") });
    expect((await screen.findByTestId("not-shown")).textContent).toMatch(/te groot/);
    expect(fetched).toEqual([]);
    await fireEvent.click(screen.getByTestId("shown-save"));
    expect(asked.at(-1)).toEqual(["save_evidence", { id: "e1" }]);
  });

  it("that the system cannot play is said calmly, and can be saved", async () => {
    answers.how_played = () => ({ piece: 2, most: 100 });
    render(Shown, { piece: piece("audio", "audio/amr") });
    // A busy device gets another go, twice.
    for (let go = 0; go < 3; go++) {
      expect(screen.queryByTestId("not-shown")).toBeNull();
      await fireEvent.error(await screen.findByTestId("media"));
    }
    expect(screen.getByTestId("not-shown").textContent).toMatch(/niet worden afgespeeld/);
    expect(screen.getByTestId("shown-save")).toBeTruthy();
    expect(revoked).toEqual(["blob:stuk"]);
  });

  it("is played from its own address where the webview can", async () => {
    answers.how_played = () => ({ piece: null, most: null });
    render(Shown, { piece: piece("video", "video/mp4", 5_000_000_000) });
    const media = await screen.findByTestId("media");
    expect(media.getAttribute("src")).toBe("vault://localhost/original/e1");
    expect(fetched).toEqual([]);
  });
});

describe("a text", () => {
  it("comes in pieces, as text", async () => {
    answers.read_text = ({ from }) =>
      from === 0 ? { text: "<b>een</b>\n", next: 11 } : { text: "twee", next: null };
    render(Shown, { piece: piece("text", "text/plain") });
    const shown = await screen.findByTestId("shown-text");
    await waitFor(() => expect(shown.textContent).toBe("<b>een</b>\n"));
    expect(shown.querySelector("b")).toBeNull();
    await fireEvent.click(await screen.findByTestId("more-text"));
    await waitFor(() => expect(shown.textContent).toBe("<b>een</b>\ntwee"));
    expect(screen.queryByTestId("more-text")).toBeNull();
  });
});

describe("an e-mail", () => {
  it("shows its parts, has nothing to click on that leads away, and gives up its attachments", async () => {
    answers.read_mail = () => ({
      from: "Mark <mark@example.org>",
      to: "a@example.org",
      cc: "",
      date: "2026-03-03T21:30:00+01:00",
      subject: "Waar ben je",
      fields: [["Received", "from a by b"]],
      text: "Klik <https://evil.example>",
      cut: false,
      attachments: [["huis.jpg", 6]],
    });
    answers.keep_attachment = () => ({ id: "e2", name: "huis.jpg" });
    const kept = vi.fn();
    render(Shown, { piece: piece("email", "message/rfc822"), kept });
    const mail = await screen.findByTestId("shown-mail");
    expect(mail.textContent).toContain("Mark <mark@example.org>");
    expect(mail.textContent).toContain("3 maart 2026");
    expect(mail.querySelector("a, img, iframe")).toBeNull();
    await fireEvent.click(screen.getByTestId("attachment-keep"));
    expect((await screen.findByTestId("attachment-told")).textContent).toContain("huis.jpg");
    expect(kept).toHaveBeenCalledWith({ id: "e2", name: "huis.jpg" });
    expect(asked.at(-1)).toEqual(["keep_attachment", { id: "e1", number: 0 }]);
  });
});

describe("a PDF", () => {
  it("has a picture with a name for each page, and its text when asked", async () => {
    answers.pdf_pages = () => [
      [595, 842],
      [842, 595],
    ];
    answers.pdf_text = () => " Bijlage bij de aangifte ";
    render(Shown, { piece: piece("pdf", "application/pdf") });
    const pages = await screen.findAllByTestId("pdf-page");
    expect(pages.map((page) => page.getAttribute("alt"))).toEqual(["pagina 1 van 2", "pagina 2 van 2"]);
    expect(pages.every((page) => page.getAttribute("loading") === "lazy")).toBe(true);
    const before = pages[0]?.getAttribute("src");
    await fireEvent.click(screen.getByTestId("pdf-larger"));
    expect(pages[0]?.getAttribute("src")).not.toBe(before);
    await fireEvent.error(pages[1]!);
    expect(screen.getByText(/pagina 2 van 2: Deze pagina kan niet/)).toBeTruthy();
    expect(asked.some(([command]) => command === "pdf_text")).toBe(false);
  });

  it("with a password is said as such", async () => {
    answers.pdf_pages = () => Promise.reject({ code: "pdf-locked", field: null, reason: null, number: null });
    render(Shown, { piece: piece("pdf", "application/pdf") });
    expect((await screen.findByTestId("not-shown")).textContent).toMatch(/wachtwoord/);
  });
});

describe("anything else", () => {
  it("can be saved", async () => {
    render(Shown, { piece: piece("archive", "application/zip") });
    expect(screen.getByTestId("not-shown").textContent).toMatch(/kan hier niet worden getoond/);
    expect(asked).toEqual([]);
  });
});
