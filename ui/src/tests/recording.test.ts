import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import RecordSound from "$lib/components/RecordSound.svelte";
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
class Recorder {
  static last: Recorder;
  static isTypeSupported = (type: string): boolean => type === "audio/mp4";
  state = "inactive";
  stream = stream;
  ondataavailable?: (event: { data: unknown }) => void;
  onstop?: () => void;
  constructor() {
    Recorder.last = this;
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
const devices = (kinds: string[], open: () => Promise<unknown>): void => {
  vi.stubGlobal("MediaRecorder", Recorder);
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
    render(RecordSound, { kept: () => undefined });
    await new Promise((done) => setTimeout(done));
    expect(screen.queryByTestId("recording-open")).toBeNull();
  });

  it("goes into the logbook part by part, in order, and is kept at the end", async () => {
    devices(["audioinput"], async () => stream);
    const kept = vi.fn();
    render(RecordSound, { kept });
    await fireEvent.click(await screen.findByTestId("recording-open"));
    await screen.findByTestId("recording-stop");
    Recorder.last.give("een");
    Recorder.last.give("twee");
    await fireEvent.click(screen.getByTestId("recording-pause"));
    expect(Recorder.last.state).toBe("paused");
    expect(screen.getByText("De opname staat stil")).toBeTruthy();
    await fireEvent.click(screen.getByTestId("recording-stop"));
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
    expect(screen.getByTestId("recording-told").textContent).toBe("De opname is bewaard.");
  });

  it("is put in sealed while the logbook is locked, and the rest waits meanwhile", async () => {
    devices(["audioinput"], async () => stream);
    render(Put, { back: () => undefined });
    await fireEvent.input(screen.getByTestId("put-text"), { target: { value: "Hij staat er." } });
    await fireEvent.click(await screen.findByTestId("recording-open"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("recording-pause")));
    expect(screen.getByTestId("put-note")).toHaveProperty("disabled", true);
    expect(screen.getByTestId("put-files")).toHaveProperty("disabled", true);
    Recorder.last.give("een");
    await fireEvent.click(screen.getByTestId("recording-stop"));
    await waitFor(() =>
      expect(screen.getByTestId("recording-told").textContent).toMatch(/als je het logboek/),
    );
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
    render(RecordSound, { kept: () => undefined });
    await fireEvent.click(await screen.findByTestId("recording-open"));
    await screen.findByTestId("recording-stop");
    full = true;
    Recorder.last.give("een");
    await waitFor(() => expect(Recorder.last.state).toBe("inactive"));
    expect((await screen.findByTestId("error")).textContent).toMatch(/schijf is vol/);
  });

  it("that is refused is said calmly", async () => {
    devices(["audioinput"], () => Promise.reject(new DOMException("no", "NotAllowedError")));
    render(RecordSound, { kept: () => undefined });
    await fireEvent.click(await screen.findByTestId("recording-open"));
    await waitFor(() =>
      expect(screen.getByTestId("recording-told").textContent).toMatch(/mag de camera of microfoon niet/),
    );
    expect(asked).toEqual([]);
  });
});

describe("taking a photo", () => {
  it("says when the camera went away, and is not offered where there is none", async () => {
    devices(["videoinput"], () => Promise.reject(new DOMException("no", "NotFoundError")));
    const { unmount } = render(TakePhoto, { kept: () => undefined });
    await fireEvent.click(await screen.findByTestId("photo-open"));
    await waitFor(() => expect(screen.getByTestId("photo-told").textContent).toMatch(/geen camera/));
    unmount();
    devices([], async () => stream);
    render(TakePhoto, { kept: () => undefined });
    await new Promise((done) => setTimeout(done));
    expect(screen.queryByTestId("photo-open")).toBeNull();
  });
});
