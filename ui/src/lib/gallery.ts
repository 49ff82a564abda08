/** The gallery's order: what waits, what is filtered, and in which groups the rest stands. */
import type { EvidenceView } from "./bindings/EvidenceView";
import type { Gallery } from "./bindings/Gallery";
import type { IncidentLine } from "./bindings/IncidentLine";
import { fold } from "./marking";
import { sortOf, wordsOf, type Sort } from "./pieces";
import { t } from "./texts.svelte";
import { dayInWords, dayOf, timeInWords, withOffset } from "./when";

/** What the person chose last; gone with the page when it locks. */
export const chosen: { by: "month" | "incident"; sort: Sort | ""; search: string } = {
  by: "month",
  sort: "",
  search: "",
};

export interface Group {
  key: string;
  title: string;
  /** The incident that the whole group belongs with. */
  incident: string | null;
  line: IncidentLine | null;
  pieces: EvidenceView[];
}

/** It belongs to no incident yet, and waits for one. */
export const waits = (piece: EvidenceView, gallery: Gallery): boolean =>
  piece.incident === null && piece.withdrawn === null && !gallery.documents.includes(piece.id);

/** Words that all occur somewhere. The folded words of a piece are made once. */
export function matching(
  pieces: EvidenceView[],
  search: string,
  folded: Map<string, string>,
): EvidenceView[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return pieces;
  return pieces.filter((piece) => {
    const text = folded.get(piece.id) ?? wordsOf(piece);
    folded.set(piece.id, text);
    return words.every((word) => text.includes(word));
  });
}

/** How many there are of each sort. */
export function counts(pieces: EvidenceView[]): Partial<Record<Sort, number>> {
  const all: Partial<Record<Sort, number>> = {};
  for (const piece of pieces) all[sortOf(piece)] = (all[sortOf(piece)] ?? 0) + 1;
  return all;
}

/** The moment that a piece is about: when its incident began, or when it was kept. */
function momentOf(piece: EvidenceView, line: IncidentLine | null): string {
  if (!line) return piece.recorded.at;
  const { when } = line;
  if (typeof when === "string") return when;
  if ("about" in when) return when.about;
  if ("from" in when) return when.from;
  if ("since" in when) return when.since;
  return withOffset(when.day, "");
}

/** The newest first, by the month in which it happened or by incident. */
export function grouped(pieces: EvidenceView[], gallery: Gallery, by: "month" | "incident"): Group[] {
  const groups = new Map<string, Group & { latest: number }>();
  const placed = pieces.map((piece) => {
    const line = (piece.incident && gallery.incidents[piece.incident]) || null;
    return { piece, line, moment: momentOf(piece, line) };
  });
  const time = (moment: string): number => Date.parse(moment) || 0;
  placed.sort((a, b) => time(b.moment) - time(a.moment));
  for (const { piece, line, moment } of placed) {
    const day = line ? dayOf(line.when) : moment.slice(0, 10);
    const alone = by === "incident" && !line;
    const key = alone ? "without" : by === "incident" ? (piece.incident ?? "") : day.slice(0, 7);
    const found = groups.get(key);
    if (found) found.pieces.push(piece);
    else {
      const title = alone
        ? t("gallery-without")
        : by === "month"
          ? `${t(`month-${Number(day.slice(5, 7))}`)} ${day.slice(0, 4)}`
          : `${dayInWords(day)}, ${line ? timeInWords(line.when) : ""}`;
      const incident = by === "incident" ? piece.incident : null;
      groups.set(key, {
        key,
        title,
        incident,
        line: incident ? line : null,
        pieces: [piece],
        latest: time(moment),
      });
    }
  }
  // What belongs to no incident stands last.
  return [...groups.values()].sort(
    (a, b) => Number(a.key === "without") - Number(b.key === "without") || b.latest - a.latest,
  );
}
