/** C2SP signed notes with Ed25519, and what is written in them: checkpoints. */
import { hashes, verify } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";

import { equal, fromBase64, hex, join, sha256, utf8 } from "./bytes";

// The browser's own is only there in a secure context, and is another one in each browser.
hashes.sha512 = sha512;

const ED25519 = 1;
const DASH = "\u2014 ";

/** A verifier key: `name+id+base64(type ‖ key)`. */
export interface Key {
  name: string;
  id: Uint8Array;
  key: Uint8Array;
}

/** What a log was at one moment. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Uint8Array;
}

export function readKey(written: string): Key | null {
  const [, name, id, key] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(written) ?? [];
  const bytes = fromBase64(key ?? "");
  if (name === undefined || bytes?.length !== 33 || bytes[0] !== ED25519) return null;
  const own = sha256(join(utf8(`${name}\n`), bytes)).subarray(0, 4);
  return hex(own) === id ? { name, id: own, key: bytes.subarray(1) } : null;
}

/** The note's text, if this key signed it. Lines of others are passed over. */
export function open(note: string, key: Key): string | null {
  const parts = split(note);
  if (!parts) return null;
  for (const line of parts.signatures) {
    const [, name, signature] = /^(\S+) (\S+)$/.exec(line.slice(DASH.length)) ?? [];
    const bytes = fromBase64(signature ?? "");
    if (name !== key.name || bytes?.length !== 68 || !equal(bytes.subarray(0, 4), key.id)) continue;
    return isSigned(bytes.subarray(4), parts.text, key) ? parts.text : null;
  }
  return null;
}

function isSigned(signature: Uint8Array, text: string, key: Key): boolean {
  try {
    // Strict, as RFC 8032 has it: every program then says the same of the same note.
    return verify(signature, utf8(text), key.key, { zip215: false });
  } catch {
    return false;
  }
}

/** A note's text with its last newline, and its signature lines. */
export function split(note: string): { text: string; signatures: string[] } | null {
  const gap = note.lastIndexOf("\n\n");
  if (gap < 0 || !note.endsWith("\n")) return null;
  const signatures = note.slice(gap + 2, -1).split("\n");
  return signatures.every((line) => line.startsWith(DASH))
    ? { text: note.slice(0, gap + 1), signatures }
    : null;
}

/** Origin, size and root; further lines are extensions. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin, size, root] = text.split("\n");
  const bytes = fromBase64(root ?? "");
  if (!origin || !/^(0|[1-9][0-9]{0,15})$/.test(size ?? "") || bytes?.length !== 32) return null;
  return { origin, size: Number(size), root: bytes };
}

/** A checkpoint that this key signed about its own log. */
export function openCheckpoint(note: string, key: Key): Checkpoint | null {
  const checkpoint = readCheckpoint(open(note, key) ?? "");
  return checkpoint?.origin === key.name ? checkpoint : null;
}
