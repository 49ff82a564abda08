/** How large everything can be shown on a PC, in percent. */
export const SIZES = [100, 125, 150, 175, 200];

/**
 * The size that Ctrl (or ⌘) with plus, minus or 0 asks for, as in a browser; null if another key was pressed.
 */
export function sizeAsked({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, size: number): number | null {
  if (altKey || (!ctrlKey && !metaKey)) return null;
  if (key === "0") return 100;
  // Plus stands on the key of = on many keyboards.
  if (key === "+" || key === "=") return SIZES.find((one) => one > size) ?? size;
  if (key === "-") return SIZES.filter((one) => one < size).at(-1) ?? size;
  return null;
}
