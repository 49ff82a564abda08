/** `manifest.json`: what is in the package. */
import { json } from "./bytes";

export interface Listed {
  name: string;
  size: number;
  sha256: string;
}

export interface ListedRecord {
  seq: number;
  leaf: string;
  proof: string;
  body: string | null;
  incident: string | null;
  evidence: string | null;
}

export interface ListedEvidence {
  id: string;
  number: number;
  file: string | null;
}

export interface ListedAnchor {
  size: number;
  root: string;
  consistency: string[];
}

export interface Manifest {
  made: string;
  generator: string;
  language: string;
  verifier_key: string;
  files: Listed[];
  records: ListedRecord[];
  evidence: ListedEvidence[];
  anchors: ListedAnchor[];
}

const FORMAT = "houvast-package";
const VERSION = 1;

type Shape = (value: unknown) => boolean;

const isText: Shape = (value) => typeof value === "string";
const isCount: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isHash: Shape = (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
const orNothing =
  (shape: Shape): Shape =>
  (value) =>
    value === null || value === undefined || shape(value);
const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);
const objectOf =
  (fields: Record<string, Shape>): Shape =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, shape]) => shape(value[name]));

const isManifest = objectOf({
  made: isText,
  generator: isText,
  language: isText,
  verifier_key: isText,
  files: listOf(objectOf({ name: isText, size: isCount, sha256: isHash })),
  records: listOf(
    objectOf({
      seq: isCount,
      leaf: isHash,
      proof: isText,
      body: orNothing(isText),
      incident: orNothing(isText),
      evidence: orNothing(isText),
    }),
  ),
  evidence: listOf(objectOf({ id: isText, number: isCount, file: orNothing(isText) })),
  anchors: listOf(objectOf({ size: isCount, root: isText, consistency: listOf(isText) })),
});

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The manifest, or why it is none. */
export function readManifest(bytes: Uint8Array): Manifest | "manifest-damaged" | "newer" {
  const value = json(bytes);
  if (!isObject(value) || value.format !== FORMAT || !isCount(value.version)) return "manifest-damaged";
  if ((value.version as number) > VERSION) return "newer";
  return isManifest(value) ? (value as unknown as Manifest) : "manifest-damaged";
}
