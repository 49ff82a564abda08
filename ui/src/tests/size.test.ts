import { describe, expect, it } from "vitest";

import { SIZES, sizeAsked } from "../lib/size";

const pressed = (key: string, held: KeyboardEventInit = { ctrlKey: true }): KeyboardEvent =>
  new KeyboardEvent("keydown", { key, ...held });

describe("the size of everything", () => {
  it("goes up and down by steps, and stays at the ends", () => {
    expect(sizeAsked(pressed("+"), 100)).toBe(125);
    expect(sizeAsked(pressed("=", { metaKey: true }), 150)).toBe(175);
    expect(sizeAsked(pressed("-"), 175)).toBe(150);
    expect(sizeAsked(pressed("+"), SIZES.at(-1)!)).toBe(200);
    expect(sizeAsked(pressed("-"), SIZES[0]!)).toBe(100);
    expect(sizeAsked(pressed("0"), 175)).toBe(100);
  });
  it("leaves alone what is typed, and what other keys mean", () => {
    expect(sizeAsked(pressed("+", {}), 100)).toBeNull();
    expect(sizeAsked(pressed("0", { ctrlKey: true, altKey: true }), 150)).toBeNull();
    expect(sizeAsked(pressed("c"), 100)).toBeNull();
  });
});
