/** Marking the words that a search found. */

/** Case, accents and the shape of an apostrophe do not matter: as Rust searches. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'");

export type Marks = { text: string; hit: boolean }[];

/** A text in parts, with those marked that read like one of these forms, which are folded. */
export function mark(
  text: string,
  forms: readonly string[],
  onlyAtStart: (form: string) => boolean = () => false,
): Marks {
  if (forms.length === 0) return [{ text, hit: false }];
  const signs = [...text];
  // Folding can make one sign into none or several.
  const from: number[] = [];
  let folded = "";
  signs.forEach((sign, at) => {
    const plain = fold(sign);
    folded += plain;
    for (let n = 0; n < plain.length; n++) from.push(at);
  });
  const hit = new Array<boolean>(signs.length).fill(false);
  for (const form of forms) {
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
      if (onlyAtStart(form) && /[\p{L}\p{N}]/u.test(folded[at - 1] ?? "")) continue;
      for (let n = at; n < at + form.length; n++) hit[from[n] ?? 0] = true;
    }
  }
  const parts: Marks = [];
  signs.forEach((sign, at) => {
    const last = parts.at(-1);
    if (last && last.hit === hit[at]) last.text += sign;
    else parts.push({ text: sign, hit: hit[at] ?? false });
  });
  return parts;
}

/** The words of a search in the timeline: they are found anywhere, also within another word. */
export const wordsOf = (search: string): string[] => fold(search).split(/\s+/).filter(Boolean);
