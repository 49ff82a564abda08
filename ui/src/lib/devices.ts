/** Camera and microphone: what there is, and why it does not work. */
import { backend } from "./backend";
import { device } from "./device.svelte";

/** Opens them. A phone asks the person first, and the app goes behind that question without being left. */
export async function openDevice(wanted: MediaStreamConstraints): Promise<MediaStream> {
  if (!device.phone) return navigator.mediaDevices.getUserMedia(wanted);
  await backend.askingSystem(true);
  try {
    return await navigator.mediaDevices.getUserMedia(wanted);
  } finally {
    await backend.askingSystem(false);
  }
}

/** Is there such a device, and can this webview record from it? Asked anew each time: people plug things in. */
export async function canRecord(kind: "audioinput" | "videoinput"): Promise<boolean> {
  const devices = (navigator as Partial<Navigator>).mediaDevices;
  if (!devices?.getUserMedia || (kind === "audioinput" && recordedAs() === null)) return false;
  try {
    return (await devices.enumerateDevices()).some((device) => device.kind === kind);
  } catch {
    return false;
  }
}

/** What a sound is recorded as, and the ending of its name; null if this webview records none. */
export function recordedAs(): { type: string; ending: string } | null {
  if (typeof MediaRecorder === "undefined") return null;
  const sorts = [
    { type: "audio/mp4", ending: "m4a" },
    { type: "audio/webm;codecs=opus", ending: "webm" },
    { type: "audio/ogg;codecs=opus", ending: "ogg" },
  ];
  return sorts.find(({ type }) => MediaRecorder.isTypeSupported(type)) ?? null;
}

/** The sentence for what getUserMedia was rejected with. */
export function whyNot(thrown: unknown): "device-refused" | "device-missing" | "device-failed" {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "device-refused";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "device-missing" : "device-failed";
}

/** A moment for a file's name, as the device's clock says it. */
export function nameMoment(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}`;
}
