/** A record's body, byte by byte as docs/vault-format.md has it, and the proof that it is in the log. */
import { fromBase64, hex, json } from "./bytes";

const ENTRY = 1;
const PROOF = "c2sp.org/tlog-proof@v1";

/** What stands in a record. */
export interface Body {
  origin: string;
  seq: number;
  /** Seconds since 1970, as the device's clock had them. */
  seconds: number;
  offsetSeconds: number;
  payload: Record<string, unknown>;
}

/** An inclusion proof with the checkpoint under it, word for word. */
export interface Proof {
  index: number;
  path: Uint8Array[];
  checkpoint: string;
}

export function readBody(bytes: Uint8Array): Body | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const take = (length: number) => (at += length) - length;
  try {
    if (view.getUint8(take(1)) !== ENTRY) return null;
    const origin = hex(bytes.slice(at, take(16) + 16));
    const seq = Number(view.getBigUint64(take(8)));
    const micros = view.getBigInt64(take(8));
    const offsetSeconds = view.getInt32(take(4));
    take(view.getUint8(take(1)) + 32);
    const length = view.getUint32(take(4));
    if (at + length !== bytes.length) return null;
    const payload = json(bytes.subarray(at));
    if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return null;
    // Down, also before 1970.
    const seconds = Number((micros - (((micros % 1_000_000n) + 1_000_000n) % 1_000_000n)) / 1_000_000n);
    return { origin, seq, seconds, offsetSeconds, payload: payload as Record<string, unknown> };
  } catch {
    // It ends too early.
    return null;
  }
}

export function readProof(text: string): Proof | null {
  const gap = text.indexOf("\n\n");
  if (gap < 0) return null;
  const [title, index, ...hashes] = text.slice(0, gap).split("\n");
  const [, number] = /^index (0|[1-9][0-9]{0,15})$/.exec(index ?? "") ?? [];
  if (title !== PROOF || number === undefined) return null;
  const path: Uint8Array[] = [];
  for (const line of hashes) {
    const hash = fromBase64(line);
    if (hash?.length !== 32) return null;
    path.push(hash);
  }
  return { index: Number(number), path, checkpoint: text.slice(gap + 2) };
}

/** Whether an RFC 3339 text with whole seconds is this moment, as the device wrote it down. */
export function isMoment(text: string, body: Body): boolean {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (!parts) return false;
  const [, local = "", zone = ""] = parts;
  const minutes =
    zone === "Z" ? 0 : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  const seconds = Date.parse(`${local}Z`) / 1000;
  // An offset of a part of a minute cannot be written down exactly.
  return seconds === body.seconds + body.offsetSeconds && Math.abs(minutes * 60 - body.offsetSeconds) < 60;
}
