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

/** What is recorded. */
export interface Sort {
  id: "sound" | "film";
  /** Without this device there is none of it. */
  device: MediaDeviceKind;
  wanted: MediaStreamConstraints;
  quality: MediaRecorderOptions;
  /** What a webview may record it as, the most widely played first, and the ending of its name. */
  kinds: { type: string; ending: string }[];
}
export const SOUND: Sort = {
  id: "sound",
  device: "audioinput",
  wanted: { audio: true },
  quality: {},
  kinds: [
    { type: "audio/mp4", ending: "m4a" },
    { type: "audio/webm;codecs=opus", ending: "webm" },
    { type: "audio/ogg;codecs=opus", ending: "ogg" },
  ],
};
/** The camera at the back, if there are two: it looks at what is to be shown. */
const BACK: MediaTrackConstraints = { facingMode: { ideal: "environment" } };
/** A photo is as large as it can be; a film takes 15 MB a minute. */
export const PHOTO: MediaTrackConstraints = { ...BACK, width: { ideal: 1920 }, height: { ideal: 1080 } };
export const FILM: Sort = {
  id: "film",
  device: "videoinput",
  wanted: { audio: true, video: { ...BACK, width: { ideal: 1280 }, height: { ideal: 720 } } },
  quality: { videoBitsPerSecond: 2_000_000 },
  kinds: [
    { type: "video/mp4", ending: "mp4" },
    { type: "video/webm;codecs=vp8,opus", ending: "webm" },
    { type: "video/webm", ending: "webm" },
  ],
};

/** Is there such a device? */
export async function hasDevice(kind: MediaDeviceKind): Promise<boolean> {
  const devices = (navigator as Partial<Navigator>).mediaDevices;
  if (!devices?.getUserMedia) return false;
  try {
    return (await devices.enumerateDevices()).some((one) => one.kind === kind);
  } catch {
    return false;
  }
}

/** Is there what it takes, and can this webview record that from it? */
export async function canRecord(sort: Sort): Promise<boolean> {
  return (sort !== FILM || device.films) && recordedAs(sort) !== null && hasDevice(sort.device);
}

/** Looks now, and again each time that a device comes or goes: people plug things in. Answers with what ends that. */
export function watchDevices(look: () => void): () => void {
  look();
  const devices = (navigator as Partial<Navigator>).mediaDevices;
  devices?.addEventListener?.("devicechange", look);
  return () => devices?.removeEventListener?.("devicechange", look);
}

/** What it is recorded as; null if this webview records none. */
export function recordedAs(sort: Sort): Sort["kinds"][number] | null {
  if (typeof MediaRecorder === "undefined") return null;
  return sort.kinds.find(({ type }) => MediaRecorder.isTypeSupported(type)) ?? null;
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
