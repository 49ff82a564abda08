/** Pieces of evidence in words and signs. */
import { Archive, File, FileText, Film, Image, Mail, Mic } from "@lucide/svelte";

import type { EvidenceView } from "./bindings/EvidenceView";
import { fold } from "./marking";
import { has, language, t } from "./texts.svelte";
import { momentInWords } from "./when";

/** The sorts that one can choose from. What is rare stands together under the last. */
export const SORTS = ["image", "video", "audio", "pdf", "text", "email", "other"] as const;
export type Sort = (typeof SORTS)[number];

export const sortOf = ({ family }: EvidenceView): Sort => SORTS.find((sort) => sort === family) ?? "other";

const ICONS = {
  image: Image,
  video: Film,
  audio: Mic,
  pdf: FileText,
  text: FileText,
  email: Mail,
  archive: Archive,
  document: FileText,
  other: File,
} as const;
export const iconOf = (family: string) => ICONS[family as keyof typeof ICONS] ?? File;

/** What it is called: what the person said that it shows, or the name that it came with. */
export const nameOf = (piece: EvidenceView): string => piece.caption || piece.name;

/** "12 kB", "3,4 MB" */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  const [size, unit] = bytes < 1_000_000_000 ? [bytes / 1_000_000, "MB"] : [bytes / 1_000_000_000, "GB"];
  return `${size.toLocaleString(language.value, { maximumFractionDigits: 1 })} ${unit}`;
}

/** What the file says of itself, each with its name. */
export const claimsOf = (piece: EvidenceView): [string, string][] =>
  Object.entries(piece.claims).map(([name, value]) => [
    has(`claim-${name}`) ? t(`claim-${name}`) : name,
    name === "taken" ? momentInWords(String(value)) : String(value),
  ]);

export const notesOf = (piece: EvidenceView): string[] =>
  piece.notes.map((note) => t(`note-${(note as { note: string }).note}`));

/** All that can be found of a piece. */
export const wordsOf = (piece: EvidenceView): string =>
  fold(`${piece.name}\n${piece.caption}\n${piece.transcript}`);
