/** An anchor that somebody got before, held against the package. */
import { equal, fromBase64, toBase64 } from "./bytes";
import type { ListedAnchor } from "./manifest";
import { growsFrom } from "./merkle";
import { openCheckpoint, readCheckpoint, split, type Checkpoint, type Key } from "./note";
import type { ProblemName } from "./problem";

/** What an anchor is held against. */
export interface Standpoint {
  key: Key;
  checkpoint: Checkpoint;
  anchors: ListedAnchor[];
}

export type Agreement = { holds: true; size: number } | { holds: false; what: ProblemName };

export function holdAgainst(pasted: string, { key, checkpoint, anchors }: Standpoint): Agreement {
  const note = mended(pasted);
  const claimed = readCheckpoint(split(note)?.text ?? "");
  if (!claimed) return { holds: false, what: "anchor-forged" };
  if (claimed.origin !== key.name) return { holds: false, what: "anchor-other-logbook" };
  const anchor = openCheckpoint(note, key);
  if (!anchor) return { holds: false, what: "anchor-forged" };
  if (anchor.size === checkpoint.size && equal(anchor.root, checkpoint.root))
    return { holds: true, size: anchor.size };
  const root = toBase64(anchor.root);
  const known = anchors.filter((listed) => listed.size === anchor.size && listed.root === root);
  if (known.length === 0) return { holds: false, what: "anchor-unknown" };
  return known.some(({ consistency }) => isProved(consistency, anchor, checkpoint))
    ? { holds: true, size: anchor.size }
    : { holds: false, what: "anchor-differs" };
}

function isProved(consistency: string[], before: Checkpoint, now: Checkpoint): boolean {
  const proof = consistency.map(fromBase64);
  return proof.every((hash) => hash?.length === 32) && growsFrom(before, now, proof as Uint8Array[]);
}

/** What mail programs do to lines is undone: quoting, spaces around, other line ends, a lost last newline. */
function mended(pasted: string): string {
  const lines = pasted.split(/\r\n|\r|\n/).map((line) =>
    line
      .trim()
      .replace(/^[> ]+/, "")
      .trim(),
  );
  return `${lines.join("\n").trim()}\n`;
}
