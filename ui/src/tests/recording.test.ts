import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import Recorder from "$lib/components/Recorder.svelte";
import { device } from "$lib/device.svelte";
import TakePhoto from "$lib/components/TakePhoto.svelte";
import Put from "../screens/Put.svelte";

const asked: [string, Record<string, unknown>][] = [];
let full = false;
vi.mock("@tauri-apps/api/core", () => ({
  invoke: async (command: string, values: Record<string, unknown>) => {
    asked.push([command, values]);
    if (full && command === "add_recording")
      throw { code: "full-disk", field: null, reason: null, number: null };
    return command === "end_recording" ? { id: "e1", name: "Opname.m4a" } : null;
  },
}));
vi.mock("@tauri-apps/api/event", () => ({ listen: () => new Promise(() => undefined) }));

const stopped = vi.fn();
const stream = { getTracks: () => [{ stop: stopped }] };
/** A recorder that gives what the test says. */
class Recording {
  static last: Recording;
  static isTypeSupported = (type: string): boolean => type === "audio/mp4";
  state = "inactive";
  stream = stream;
  ondataavailable?: (event: { data: unknown }) => void;
  onstop?: () => void;
  constructor() {
    Recording.last = this;
  }
  start(): void {
    this.state = "recording";
  }
  pause(): void {
    this.state = "paused";
  }
  resume(): void {
    this.state = "recording";
  }
  stop(): void {
    this.state = "inactive";
    this.give("rest");
    this.onstop?.();
  }
  give(text: string): void {
    const letters = new TextEncoder().encode(text);
    this.ondataavailable?.({ data: { size: letters.length, arrayBuffer: async () => letters.buffer } });
  }
}
const devices = (kinds: string[], open: (wanted?: MediaStreamConstraints) => Promise<unknown>): void => {
  vi.stubGlobal("MediaRecorder", Recording);
  vi.stubGlobal("navigator", {
    mediaDevices: {
      enumerateDevices: async () => kinds.map((kind) => ({ kind })),
      getUserMedia: open,
    },
  });
};
const bytes = (text: string): number[] => [...new TextEncoder().encode(text)];
beforeEach(() => {
  asked.length = 0;
  full = false;
  stopped.mockClear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("recording sound", () => {
  it("is not offered where there is no microphone", async () => {
    devices(["videoinput"], async () => stream);
    render(Recorder, { kept: () => undefined });
    await new Promise((done) => setTimeout(done));
    expect(screen.queryByTestId("sound-open")).toBeNull();
  });

  it("goes into the logbook part by part, in order, and is kept at the end", async () => {
    devices(["audioinput"], async () => stream);
    const kept = vi.fn();
    render(Recorder, { kept });
    await fireEvent.click(await screen.findByTestId("sound-open"));
    await screen.findByTestId("sound-stop");
    Recording.last.give("een");
    Recording.last.give("twee");
    await fireEvent.click(screen.getByTestId("sound-pause"));
    expect(Recording.last.state).toBe("paused");
    expect(screen.getByText("De opname staat stil")).toBeTruthy();
    await fireEvent.click(screen.getByTestId("sound-stop"));
    await waitFor(() => expect(kept).toHaveBeenCalledWith({ id: "e1", name: "Opname.m4a" }));
    expect(asked.map(([command]) => command)).toEqual([
      "start_recording",
      "add_recording",
      "add_recording",
      "add_recording",
      "end_recording",
    ]);
    expect(asked.slice(1, 4).map(([, values]) => values.bytes)).toEqual(["een", "twee", "rest"].map(bytes));
    expect(stopped).toHaveBeenCalled();
    expect(screen.getByTestId("sound-told").textContent).toBe("De opname is bewaard.");
  });

  it("of a film has the camera too, and only one of the two goes on", async () => {
    HTMLMediaElement.prototype.play = async () => undefined;
    HTMLMediaElement.prototype.pause = () => undefined;
    const wanted = vi.fn(async (_?: MediaStreamConstraints) => stream);
    devices(["audioinput", "videoinput"], wanted);
    device.films = true;
    Recording.isTypeSupported = (type) => type === "video/webm" || type === "audio/mp4";
    render(Put, { back: () => undefined });
    await fireEvent.click(await screen.findByTestId("film-open"));
    await screen.findByTestId("film-stop");
    expect(wanted.mock.calls[0]?.[0]).toMatchObject({ audio: true, video: { height: { ideal: 720 } } });
    expect(screen.getByTestId("sound-open")).toHaveProperty("disabled", true);
    await fireEvent.click(screen.getByTestId("film-stop"));
    await waitFor(() => expect(screen.getByTestId("film-told").textContent).toMatch(/De film is bewaard/));
    expect(asked.find(([command]) => command === "start_put_sound")?.[1].name).toMatch(/^Film .*\.webm$/);
    expect(screen.getByTestId("sound-open")).toHaveProperty("disabled", false);
    Recording.isTypeSupported = (type) => type === "audio/mp4";
    device.films = false;
  });

  it("of a film is not offered where the webview gives none", async () => {
    devices(["audioinput", "videoinput"], async () => stream);
    render(Put, { back: () => undefined });
    await screen.findByTestId("sound-open");
    expect(screen.queryByTestId("film-open")).toBeNull();
  });

  it("that gave nothing is not called kept", async () => {
    devices(["audioinput"], async () => stream);
    const kept = vi.fn();
    render(Recorder, { kept });
    await fireEvent.click(await screen.findByTestId("sound-open"));
    await screen.findByTestId("sound-stop");
    Recording.last.stop = function (this: Recording) {
      this.state = "inactive";
      this.onstop?.();
    };
    await fireEvent.click(screen.getByTestId("sound-stop"));
    await waitFor(() => expect(screen.getByTestId("sound-told").textContent).toMatch(/doet het niet/));
    expect(asked.map(([command]) => command)).toEqual(["start_recording", "drop_recording"]);
    expect(kept).not.toHaveBeenCalled();
  });

  it("is put in sealed while the logbook is locked, and the rest waits meanwhile", async () => {
    devices(["audioinput"], async () => stream);
    render(Put, { back: () => undefined });
    await fireEvent.input(screen.getByTestId("put-text"), { target: { value: "Hij staat er." } });
    await fireEvent.click(await screen.findByTestId("sound-open"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("sound-pause")));
    expect(screen.getByTestId("put-note")).toHaveProperty("disabled", true);
    expect(screen.getByTestId("put-files")).toHaveProperty("disabled", true);
    Recording.last.give("een");
    await fireEvent.click(screen.getByTestId("sound-stop"));
    await waitFor(() => expect(screen.getByTestId("sound-told").textContent).toMatch(/als je het logboek/));
    expect(asked.map(([command]) => command)).toEqual([
      // What a page that is gone left behind.
      "end_put_sound",
      "start_put_sound",
      "add_put_sound",
      "add_put_sound",
      "end_put_sound",
    ]);
    expect(screen.getByTestId("put-note")).toHaveProperty("disabled", false);
  });

  it("ends when a part cannot be kept, and says so", async () => {
    devices(["audioinput"], async () => stream);
    render(Recorder, { kept: () => undefined });
    await fireEvent.click(await screen.findByTestId("sound-open"));
    await screen.findByTestId("sound-stop");
    full = true;
    Recording.last.give("een");
    await waitFor(() => expect(Recording.last.state).toBe("inactive"));
    expect((await screen.findByTestId("error")).textContent).toMatch(/schijf is vol/);
  });

  it("that is refused is said calmly", async () => {
    devices(["audioinput"], () => Promise.reject(new DOMException("no", "NotAllowedError")));
    render(Recorder, { kept: () => undefined });
    await fireEvent.click(await screen.findByTestId("sound-open"));
    await waitFor(() =>
      expect(screen.getByTestId("sound-told").textContent).toMatch(/mag de camera of microfoon niet/),
    );
    expect(asked).toEqual([]);
  });
});

describe("taking a photo", () => {
  it("says when the camera went away, and is not offered where there is none", async () => {
    devices(["videoinput"], () => Promise.reject(new DOMException("no", "NotFoundError")));
    const { unmount } = render(TakePhoto, { save: vi.fn() });
    await fireEvent.click(await screen.findByTestId("photo-open"));
    await waitFor(() => expect(screen.getByTestId("photo-told").textContent).toMatch(/geen camera/));
    unmount();
    devices([], async () => stream);
    render(TakePhoto, { save: vi.fn() });
    await new Promise((done) => setTimeout(done));
    expect(screen.queryByTestId("photo-open")).toBeNull();
  });
});
