import { describe, expect, it } from "vitest";

import { counts, grouped, matching, waits } from "$lib/gallery";
import { sizeInWords, sortOf } from "$lib/pieces";
import { fitted, kept } from "$lib/zoom";
import { gallery, piece } from "./evidence";

const line = (day: string) => ({ when: { day }, kind: [], what: "", withdrawn: false });

describe("the gallery", () => {
  it("lets wait what has no incident, but no measure's document and nothing withdrawn", () => {
    const [alone, document, hidden, placed] = [
      piece({}),
      piece({}),
      piece({ withdrawn: "dubbel" }),
      piece({ incident: "i1" }),
    ];
    const all = gallery([alone, document, hidden, placed], { documents: [document.id] });
    expect(all.pieces.filter((one) => waits(one, all))).toEqual([alone]);
  });

  it("stands by the month in which it happened, whenever it was kept, the newest first", () => {
    const [spring, winter, document] = [
      piece({ incident: "spring" }),
      piece({ incident: "winter" }),
      piece({}),
    ];
    const all = gallery([spring, document, winter], {
      incidents: { spring: line("2025-04-03"), winter: line("2026-01-09") },
    });
    const groups = grouped(all.pieces, all, "month");
    expect(groups.map((group) => group.title)).toEqual(["november 2026", "januari 2026", "april 2025"]);
    expect(groups.map((group) => group.pieces)).toEqual([[document], [winter], [spring]]);
  });

  it("stands by incident, with what belongs to none last", () => {
    const pieces = [piece({ incident: "a" }), piece({}), piece({ incident: "b" }), piece({ incident: "a" })];
    const all = gallery(pieces, { incidents: { a: line("2025-04-03"), b: line("2025-04-03") } });
    const groups = grouped(pieces, all, "incident");
    expect(groups.map((group) => group.incident)).toEqual(["a", "b", null]);
    expect(groups[0]?.pieces).toEqual([pieces[0], pieces[3]]);
    expect(groups[0]?.title).toContain("3 april 2025");
    expect(groups[2]?.title).toBe("Niet bij een incident");
  });

  it("finds all the words in name, caption and transcript, whatever their case and accents", () => {
    const [door, voice] = [
      piece({ caption: "De vóórdeur" }),
      piece({ name: "voicemail.m4a", transcript: "Ik weet waar je WERKT" }),
    ];
    const found = (search: string) => matching([door, voice], search, new Map());
    expect(found("voordeur")).toEqual([door]);
    expect(found("werkt voicemail")).toEqual([voice]);
    expect(found("werkt voordeur")).toEqual([]);
    expect(found("  ")).toEqual([door, voice]);
  });

  it("counts what is rare as one sort", () => {
    const pieces = ["image", "image", "archive", "document", "other", "email"].map((family) =>
      piece({ family }),
    );
    expect(counts(pieces)).toEqual({ image: 2, other: 3, email: 1 });
    expect(sortOf(piece({ family: "of a newer version" }))).toBe("other");
  });

  it("says sizes as one reads them", () => {
    expect([400, 12_345, 1_234_567, 250_000_000, 3_400_000_000].map(sizeInWords)).toEqual([
      "1 kB",
      "12 kB",
      "1,2 MB",
      "250 MB",
      "3,4 GB",
    ]);
  });
});

describe("a picture in its place", () => {
  const room = { width: 400, height: 300 };
  it("is seen whole, turned or not, and never blown up", () => {
    expect(fitted({ width: 800, height: 300 }, room, 0)).toBe(0.5);
    expect(fitted({ width: 800, height: 300 }, room, 90)).toBe(0.375);
    expect(fitted({ width: 80, height: 30 }, room, 0)).toBe(1);
    expect(fitted({ width: 0, height: 0 }, room, 0)).toBe(1);
  });
  it("is not moved off its place", () => {
    expect(kept({ x: 500, y: -500 }, { width: 800, height: 600 }, room)).toEqual({ x: 200, y: -150 });
    expect(kept({ x: 5, y: 5 }, { width: 100, height: 100 }, room)).toEqual({ x: 0, y: 0 });
  });
});
