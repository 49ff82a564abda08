// @vitest-environment node
import { describe, expect, it } from "vitest";

import { fromBase64 } from "../verify/bytes";
import { growsFrom, includes, leafHash } from "../verify/merkle";
import { grown, pathTo, rootOf } from "./made";

const leaves = Array.from({ length: 21 }, (_, number) => leafHash(Uint8Array.of(number)));
const elsewhere = leafHash(Uint8Array.of(99));

describe("the tree", () => {
  it("shows a leaf at its place, with its path and no other", () => {
    for (let size = 1; size < leaves.length; size += 1) {
      const tree = leaves.slice(0, size);
      const root = rootOf(tree);
      for (let index = 0; index < size; index += 1) {
        const [leaf, path] = [tree[index] as Uint8Array, pathTo(index, tree)];
        expect(includes(leaf, index, size, path, root)).toBe(true);
        expect(includes(elsewhere, index, size, path, root)).toBe(false);
        expect(includes(leaf, index, size, path, elsewhere)).toBe(false);
        expect(includes(leaf, index, size, [...path, elsewhere], root)).toBe(false);
        expect(includes(leaf, index, size, path.slice(1), root)).toBe(size === 1);
        expect(includes(leaf, size, size, path, root)).toBe(false);
        expect(includes(leaf, index, size * 4, path, root)).toBe(false);
      }
    }
  });

  it("shows that it grew, from this root to that one", () => {
    for (let size = 1; size < leaves.length; size += 1) {
      const now = { size, root: rootOf(leaves.slice(0, size)) };
      for (let first = 1; first <= size; first += 1) {
        const before = { size: first, root: rootOf(leaves.slice(0, first)) };
        const proof = first === size ? [] : grown(first, leaves.slice(0, size), true);
        expect(growsFrom(before, now, proof)).toBe(true);
        expect(growsFrom({ size: first, root: elsewhere }, now, proof)).toBe(false);
        expect(growsFrom(before, { size, root: elsewhere }, proof)).toBe(false);
        expect(growsFrom(before, now, [...proof, elsewhere])).toBe(false);
        if (first < size) expect(growsFrom(before, now, proof.slice(1))).toBe(false);
        if (first < size) expect(growsFrom(now, before, proof)).toBe(false);
      }
    }
  });
});

describe("base64", () => {
  it("is written in one way only", () => {
    expect(fromBase64("AA==")).toEqual(Uint8Array.of(0));
    for (const text of ["AB==", "AA=", "AA", "A A=", "AA==\n", "__8="]) expect(fromBase64(text)).toBeNull();
  });
});
