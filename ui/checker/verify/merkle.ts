/** The tree of RFC 9162, section 2.1: whether a leaf is in it, and whether it grew out of an earlier one. */
import { equal, join, sha256 } from "./bytes";

export function leafHash(body: Uint8Array): Uint8Array {
  return sha256(join(Uint8Array.of(0), body));
}

function node(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(join(Uint8Array.of(1), left, right));
}

const isOdd = (number: number) => number % 2 === 1;
/** Numbers of entries may be above 2^31, where the bit operators end. */
const half = (number: number) => Math.floor(number / 2);

/** RFC 9162, 2.1.3.2. */
export function includes(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const other of path) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = node(other, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = node(hash, other);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equal(hash, root);
}

/** RFC 9162, 2.1.4.2. A tree of no leaves is the beginning of every tree, and needs no proof. */
export function growsFrom(
  before: { size: number; root: Uint8Array },
  now: { size: number; root: Uint8Array },
  proof: Uint8Array[],
): boolean {
  if (before.size > now.size) return false;
  if (before.size === now.size) return proof.length === 0 && equal(before.root, now.root);
  if (before.size === 0) return proof.length === 0 && equal(before.root, sha256(new Uint8Array()));
  const isWhole = Number.isInteger(Math.log2(before.size));
  const path = isWhole ? [before.root, ...proof] : proof;
  const first = path[0];
  if (!first) return false;
  let [at, last] = [before.size - 1, now.size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [then, today] = [first, first];
  for (const other of path.slice(1)) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      then = node(other, then);
      today = node(other, today);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      today = node(today, other);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equal(then, before.root) && equal(today, now.root);
}
