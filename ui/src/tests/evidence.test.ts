import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { device } from "$lib/device.svelte";
import type { Import } from "$lib/bindings/Import";
import { Bringing } from "$lib/bringing.svelte";
import Keeping from "$lib/components/Keeping.svelte";
import Viewer from "$lib/components/Viewer.svelte";
import { keepAgain, keepPasted, pasted } from "$lib/paste";
import Evidence from "../screens/Evidence.svelte";
import { gallery, piece } from "./evidence";

/** What the app's other half answers, by command, and what it was asked. */
const answers: Record<string, unknown> = {};
const asked: [string, unknown][] = [];
vi.mock("@tauri-apps/api/core", () => ({
  invoke: (command: string, args: unknown) => {
    asked.push([command, args]);
    const answer = answers[command];
    return answer instanceof Error ? Promise.reject(answer.cause) : Promise.resolve(answer ?? null);
  },
}));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => Promise.resolve(() => undefined) }));

const nothing: Import = { kept: [], had: [], refused: [], left: 0 };
const line = { when: { day: "2026-03-03" }, kind: [], what: "Bij de voordeur", withdrawn: false };

beforeEach(() => {
  for (const command of Object.keys(answers)) delete answers[command];
  asked.length = 0;
  answers["import_dropped"] = nothing;
  // What jsdom lacks.
  const idle = class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  };
  vi.stubGlobal("IntersectionObserver", idle);
  vi.stubGlobal("ResizeObserver", idle);
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
});

afterEach(cleanup);

describe("the evidence screen", () => {
  const props = { show: vi.fn(), begin: vi.fn() };

  it("says what comes there while it is empty", async () => {
    answers["list_evidence"] = gallery([]);
    render(Evidence, props);
    expect((await screen.findByTestId("gallery-empty")).textContent).toContain("Hier komt al je bewijs");
    expect(screen.queryByTestId("gallery-search")).toBeNull();
  });

  it("says an error where it arose", async () => {
    answers["list_evidence"] = new Error("", {
      cause: { code: "locked", field: null, reason: null, number: null },
    });
    render(Evidence, props);
    expect((await screen.findByTestId("error")).textContent).toContain("op slot");
  });

  it("has what waits first, puts chosen pieces with an incident, and can undo that", async () => {
    const [waiting, placed] = [
      piece({ name: "straat.jpg" }),
      piece({ incident: "i1", caption: "De voordeur" }),
    ];
    answers["list_evidence"] = gallery([waiting, placed], { incidents: { i1: line } });
    answers["find_incidents"] = [{ id: "i1", ...line }];
    render(Evidence, props);
    const inbox = await screen.findByTestId("inbox");
    expect(within(inbox).getAllByTestId("evidence")).toHaveLength(1);
    expect(within(inbox).getByRole("img", { name: "straat.jpg" })).toBeTruthy();
    const button = screen.getByTestId<HTMLButtonElement>("inbox-attach");
    expect(button.disabled).toBe(true);
    await fireEvent.click(screen.getByRole("checkbox", { name: "Kies straat.jpg" }));
    expect(button.disabled).toBe(false);
    await fireEvent.click(button);
    await fireEvent.click(await screen.findByTestId("attach-to"));
    expect(asked).toContainEqual(["link_evidence", { ids: [waiting.id], incident: "i1" }]);
    expect((await screen.findByTestId("attached")).textContent).toContain("dinsdag 3 maart 2026");
    await fireEvent.click(screen.getByTestId("attach-undo"));
    expect(asked).toContainEqual(["link_evidence", { ids: [waiting.id], incident: null }]);
    await fireEvent.click(await screen.findByTestId("piece-incident"));
    expect(props.show).toHaveBeenCalledWith("i1");
  });

  it("begins a new incident with what was chosen, and nothing else", async () => {
    const [one, other] = [piece({}), piece({})];
    answers["list_evidence"] = gallery([one, other]);
    answers["find_incidents"] = [];
    render(Evidence, props);
    await fireEvent.click((await screen.findAllByTestId("inbox-pick"))[1] as HTMLElement);
    await fireEvent.click(screen.getByTestId("inbox-attach"));
    await fireEvent.click(await screen.findByTestId("attach-new"));
    expect(props.begin).toHaveBeenCalledWith([other.id]);
  });

  it("shows what was withdrawn only when asked, and filters by sort with counts", async () => {
    const pieces = [
      piece({ incident: "i1" }),
      piece({ incident: "i1", family: "pdf", thumbnail: null, name: "brief.pdf" }),
      piece({ incident: "i1", withdrawn: "verkeerd" }),
    ];
    answers["list_evidence"] = gallery(pieces, { incidents: { i1: line } });
    render(Evidence, props);
    expect(await screen.findAllByTestId("evidence")).toHaveLength(2);
    await fireEvent.click(within(screen.getByTestId("show-withdrawn")).getByRole("checkbox"));
    expect(screen.getAllByTestId("evidence")).toHaveLength(3);
    expect(screen.getByTestId("sort-pdf").textContent).toContain("(1)");
    await fireEvent.click(within(screen.getByTestId("sort-pdf")).getByRole("radio"));
    expect(screen.getAllByTestId("evidence")).toHaveLength(1);
    expect(screen.getByTestId("view-picture").textContent).toContain("brief.pdf");
    // The next test begins with all of them.
    await fireEvent.click(within(screen.getByTestId("sort-all")).getByRole("radio"));
  });
});

describe("files that are being kept", () => {
  it("tell which one, how many and how far, and can be stopped", async () => {
    const progress = { name: "film.mp4", index: 3, count: 30, done: 12_000_000, total: 45_000_000 };
    render(Keeping, { progress });
    expect(screen.getByTestId("keeping").textContent).toMatch(/film\.mp4 \(3 van 30\).*12 MB van 45 MB/s);
    expect(screen.getByRole<HTMLProgressElement>("progressbar").value).toBe(12_000_000);
    await fireEvent.click(screen.getByTestId("keeping-stop"));
    expect(asked.map(([command]) => command)).toEqual(["cancel_import"]);
  });

  it("say what stays when they were stopped, and name what was refused", () => {
    const refused = [
      { name: "een map", error: { code: "is-directory", field: null, reason: null, number: null } },
    ];
    render(Keeping, { progress: null, outcome: { ...nothing, kept: [piece({})], refused, left: 12 } });
    expect(screen.getByTestId("kept-told").textContent).toContain(
      "1 bestand is bewaard en blijft staan. 12 best",
    );
    expect(screen.getByTestId("refused").textContent).toContain("een map: Dit is een map");
  });

  it("say on a phone that the original is still where it was", () => {
    device.phone = true;
    const { unmount } = render(Keeping, { progress: null, outcome: { ...nothing, kept: [piece({})] } });
    expect(screen.getByTestId("original-told").textContent).toContain(
      "Het origineel staat ook nog op je telefoon",
    );
    unmount();
    device.phone = false;
    render(Keeping, { progress: null, outcome: { ...nothing, kept: [piece({})] } });
    expect(screen.queryByTestId("original-told")).toBeNull();
  });

  it("say which ones were there already, and keep them again only when asked", async () => {
    const had = [
      { name: "a.jpg", piece: piece({ name: "b.jpg", incident: "i1" }), incident: line },
      { name: "c.jpg", piece: piece({ name: "c.jpg" }), incident: null },
    ];
    const [again, use] = [vi.fn(), vi.fn()];
    render(Keeping, { progress: null, outcome: { ...nothing, had }, again, use });
    const told = screen.getByTestId("had").textContent;
    expect(told).toMatch(/je al: a\.jpg\. Het hoort bij dinsdag 3 maart 2026\..*heet daar: b\.jpg/s);
    expect(told).toContain("c.jpg. Het hoort nog nergens bij");
    await fireEvent.click(screen.getByTestId("had-use"));
    expect(use).toHaveBeenCalledWith(had[1]?.piece);
    await fireEvent.click(screen.getByTestId("had-again"));
    expect(again).toHaveBeenCalledWith(had);
  });
});

describe("bringing files in", () => {
  it("lets what comes meanwhile wait, and tells of all of it together", async () => {
    const [first, second] = [piece({}), piece({})];
    let finish: (taken: Import) => void = () => undefined;
    const then = vi.fn();
    const bringing = new Bringing(null, then);
    const one = bringing.take(() => new Promise((resolve) => (finish = resolve)));
    const began = vi.fn(() => Promise.resolve({ ...nothing, kept: [second] }));
    const other = bringing.take(began);
    await Promise.resolve();
    expect(began).not.toHaveBeenCalled();
    finish({ ...nothing, kept: [first], left: 2 });
    await Promise.all([one, other]);
    expect(bringing.outcome).toEqual({ ...nothing, kept: [first, second], left: 2 });
    expect([bringing.busy, then.mock.calls.length]).toEqual([false, 2]);
    // What comes later is told by itself.
    await bringing.take(() => Promise.resolve(nothing));
    expect(bringing.outcome).toEqual(nothing);
  });
});

describe("pasting", () => {
  const event = (target: EventTarget, files: File[], text: string): ClipboardEvent =>
    ({ target, clipboardData: { files, getData: () => text }, preventDefault: vi.fn() }) as never;

  it("takes pictures everywhere, and text only where it is not typed", () => {
    const photo = new File(["x"], "image.png");
    const field = document.createElement("textarea");
    expect(pasted(event(field, [photo], ""))).toEqual([photo]);
    expect(pasted(event(field, [], "Ik zie je"))).toBeNull();
    expect(pasted(event(document.body, [], "  "))).toBeNull();
    const taken = event(document.body, [], "Ik zie je");
    expect(pasted(taken)).toMatchObject([{ name: "geplakte tekst.txt" }]);
    expect(taken.preventDefault).toHaveBeenCalledOnce();
  });

  it("asks the system for what the page does not get, and once more when that is there already", async () => {
    expect(pasted(event(document.createElement("input"), [], ""))).toBe("clipboard");
    answers["import_clipboard"] = { ...nothing, had: [{ name: "a", piece: piece({}), incident: null }] };
    const { had } = await keepPasted("clipboard", null);
    await keepAgain(null, had);
    expect(asked).toEqual([
      ["import_clipboard", { name: "geplakte afbeelding", incident: null, again: false }],
      ["import_clipboard", { name: "geplakte afbeelding", incident: null, again: true }],
    ]);
  });

  it("sends bytes as they are, and those that were there already once more when asked", async () => {
    answers["import_bytes"] = { ...nothing, had: [{ name: "a", piece: piece({}), incident: null }] };
    const file = new File([new Uint8Array([1, 2, 255])], "é.png");
    file.arrayBuffer = () => Promise.resolve(new Uint8Array([1, 2, 255]).buffer);
    const { had } = await keepPasted([file], "i1");
    expect(had).toHaveLength(1);
    const parts = (body: unknown): [unknown, number[]] => {
      const bytes = body as Uint8Array;
      const length = new DataView(bytes.buffer).getUint32(0);
      const about = new TextDecoder().decode(bytes.slice(4, 4 + length));
      return [JSON.parse(about), [...bytes.slice(4 + length)]];
    };
    expect(parts(asked[0]?.[1])).toEqual([{ name: "é.png", incident: "i1", again: false }, [1, 2, 255]]);
    answers["import_bytes"] = nothing;
    await keepAgain("i1", had);
    expect(parts(asked[1]?.[1])).toEqual([{ name: "é.png", incident: "i1", again: true }, [1, 2, 255]]);
    // What was not pasted is known to the app.
    answers["import_again"] = nothing;
    await keepAgain("i1", [{ name: "b", piece: piece({}), incident: null }]);
    expect(asked.slice(2)).toEqual([["import_again", { incident: "i1" }]]);
  });
});

describe("the viewer", () => {
  const open = (count: number) => {
    const pieces = Array.from({ length: count }, (_, n) => piece({ name: `foto ${n + 1}.jpg` }));
    const gone = vi.fn();
    const shown = render(Viewer, { pieces, at: pieces[0]?.id ?? null, changed: vi.fn(), gone });
    return { pieces, gone, ...shown };
  };
  const name = () => screen.getByTestId<HTMLImageElement>("viewer-picture").alt;

  it("goes to the next and the previous piece, round, by button and by key", async () => {
    open(3);
    expect(name()).toBe("foto 1.jpg");
    await fireEvent.click(screen.getByTestId("viewer-next"));
    expect(name()).toBe("foto 2.jpg");
    await fireEvent.keyDown(screen.getByTestId("viewer-next"), { key: "ArrowRight" });
    expect(name()).toBe("foto 3.jpg");
    await fireEvent.keyDown(screen.getByTestId("viewer-next"), { key: "ArrowRight" });
    expect(name()).toBe("foto 1.jpg");
    await fireEvent.click(screen.getByTestId("viewer-previous"));
    expect(name()).toBe("foto 3.jpg");
    // In a field the arrows are the field's.
    await fireEvent.keyDown(screen.getByTestId("caption"), { key: "ArrowLeft" });
    expect(name()).toBe("foto 3.jpg");
    expect(screen.getByTestId("viewer-place").textContent).toContain("3 van 3");
  });

  it("zooms and turns the view, and says that the file stays as it is", async () => {
    open(2);
    const stage = screen.getByTestId("viewer-stage");
    await fireEvent.click(screen.getByTestId("viewer-larger"));
    expect(stage.dataset["zoom"]).toBe("150");
    // Larger than its place, the arrows move it.
    await fireEvent.keyDown(stage, { key: "ArrowRight" });
    expect(name()).toBe("foto 1.jpg");
    await fireEvent.click(screen.getByTestId("viewer-rotate"));
    expect(stage.dataset["turn"]).toBe("90");
    expect(screen.getByText(/Het bestand zelf verandert niet/)).toBeTruthy();
    await fireEvent.click(screen.getByTestId("viewer-whole"));
    expect([stage.dataset["zoom"], stage.dataset["turn"]]).toEqual(["100", "0"]);
    // Each piece begins whole and upright.
    await fireEvent.click(screen.getByTestId("viewer-rotate"));
    await fireEvent.click(screen.getByTestId("viewer-next"));
    expect(screen.getByTestId("viewer-stage").dataset["turn"]).toBe("0");
  });

  it("leaves Escape to the window, so that twice is still Snel weg", async () => {
    open(1);
    const heard = vi.fn();
    window.addEventListener("keydown", heard);
    await fireEvent.keyDown(screen.getByTestId("viewer-close"), { key: "Escape" });
    window.removeEventListener("keydown", heard);
    expect(heard).toHaveBeenCalledOnce();
    await fireEvent.click(screen.getByTestId("viewer-quick-exit"));
    expect(asked.map(([command]) => command)).toContain("quick_exit");
  });

  it("sends nothing to a form that it stands in", async () => {
    const { container } = open(1);
    const heard = vi.fn();
    container.addEventListener("submit", heard);
    await fireEvent.submit(screen.getByTestId("describe").closest("form") as HTMLElement);
    expect(asked.map(([command]) => command)).toContain("describe_evidence");
    expect(heard).not.toHaveBeenCalled();
  });

  it("brings back what was withdrawn, and tells both", async () => {
    const recorded = { at: "2026-11-21T10:00:00+01:00", zone: "", seq: 50 };
    const gone = piece({
      withdrawn: "verkeerd",
      history: [{ step: "withdrawn", recorded, reason: "verkeerd" }],
    });
    const changed = vi.fn();
    answers["restore_evidence"] = { ...gone, withdrawn: null };
    render(Viewer, { pieces: [gone], at: gone.id, changed, gone: vi.fn() });
    expect(screen.getByTestId("piece-history").textContent).toMatch(/Ingetrokken op.*Reden: verkeerd/s);
    expect(screen.queryByTestId("evidence-withdraw")).toBeNull();
    // Why is asked, and may be left out.
    await fireEvent.click(screen.getByTestId("evidence-restore"));
    await screen.findByTestId("about-told");
    expect(asked).toContainEqual(["restore_evidence", { id: gone.id, reason: "" }]);
    expect(changed).toHaveBeenCalledWith(expect.objectContaining({ withdrawn: null }));
  });

  it("keeps what is typed, sealed, until it is saved", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { pieces } = open(1);
    const id = pieces[0]?.id;
    answers["describe_evidence"] = { ...pieces[0], caption: "De voordeur" };
    await waitFor(() => expect(asked.some(([command]) => command === "load_draft")).toBe(true));
    expect(screen.getByTestId<HTMLButtonElement>("describe").disabled).toBe(true);
    await fireEvent.input(screen.getByTestId("caption"), { target: { value: "De voordeur" } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toContainEqual([
      "save_draft",
      { form: `piece/${id}`, draft: { caption: "De voordeur", transcript: "" } },
    ]);
    await fireEvent.click(screen.getByTestId("describe"));
    await screen.findByTestId("about-told");
    expect(asked).toContainEqual(["describe_evidence", { id, caption: "De voordeur", transcript: "" }]);
    expect(asked).toContainEqual(["save_draft", { form: `piece/${id}`, draft: null }]);
    vi.useRealTimers();
  });
});
