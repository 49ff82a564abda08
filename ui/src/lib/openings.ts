/** A text begins with at most so many words about time. */
const MOST = 6;

/**
 * The words with which a text begins, the most of them first, as far as they may say when it was: "Vannacht" of "Vannacht
 * 30 keer gebeld". A number in front of other words counts something, and is no time.
 */
export function openings(text: string): string[] {
  const first = text.trim().split(/[.,;:!?\n]/, 1)[0] ?? "";
  const words = first.split(/\s+/).filter(Boolean);
  return Array.from({ length: Math.min(MOST, words.length) }, (_, at) => words.slice(0, at + 1))
    .filter((some) => some.length === words.length || !/^\d+$/.test(some.at(-1) ?? ""))
    .filter((some) => some.some((word) => /\p{L}/u.test(word)))
    .map((some) => some.join(" "))
    .reverse();
}
