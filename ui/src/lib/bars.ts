/** Going about a drawing whose parts can be touched. */
import type { Spot } from "./bindings/Spot";

/**
 * The part nearest to a place, given as parts of the width and height: thin bars need no steady hand. What is near is
 * what looks near, so it takes the size of the drawing, and counts from a part's edge.
 */
export function nearest(spots: readonly Spot[], x: number, y: number, [wide, high] = [1, 1]): number {
  let [best, least] = [-1, Infinity];
  for (const [place, spot] of spots.entries()) {
    const across = Math.max(spot.x - x, 0, x - spot.x - spot.width) * wide;
    const down = Math.max(spot.y - y, 0, y - spot.y - spot.height) * high;
    const away = Math.hypot(across, down);
    if (away < least) [best, least] = [place, away];
  }
  return best;
}

/** Where a key leads from here; null if it leads nowhere. */
export function keyed(spots: readonly Spot[], from: number, key: string): number | null {
  const here = spots[from];
  if (!here) return null;
  const last = spots.length - 1;
  if (key === "Home") return 0;
  if (key === "End") return last;
  if (key === "ArrowLeft") return Math.max(0, from - 1);
  if (key === "ArrowRight") return Math.min(last, from + 1);
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const down = key === "ArrowDown";
  const there = spots.filter(({ y }) => (down ? y > here.y : y < here.y));
  // The nearest row first, then the nearest in it.
  const row = (down ? Math.min : Math.max)(...there.map(({ y }) => y));
  const in_row = there.filter(({ y }) => y === row);
  const found = in_row[nearest(in_row, here.x + here.width / 2, row)];
  return found ? spots.indexOf(found) : from;
}
