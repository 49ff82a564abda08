/** `timeline.json` against the records: what people read is what the log holds. */
import { isObject, type Manifest } from "./manifest";
import type { Problem } from "./problem";
import { isMoment, type Body } from "./record";

/** A record that was shown to be in the log; without a body, only that it was there. */
export interface Shown {
  body: Body | null;
}

/** How an incident or a piece of evidence stands. Full: every text of it is what the log holds. */
export type Standing = "full" | "existence" | "differs" | "unproved";

/** An incident, as far as it is told here. */
export interface Told {
  number: number;
  when: unknown;
  words: string;
  kinds: string[];
  withdrawn: boolean;
  standing: Standing;
}

export interface Timeline {
  entries: Told[];
  /** How many pieces of evidence stand in full, how many are others, and how many there are. */
  pieces: { shown: number; differ: number; all: number };
  /** The number of the incident that an id belongs with: its own, or that of its evidence. */
  numbers: Map<string, number>;
  problems: Problem[];
}

/** What the check of the files and records found. */
export interface Ground {
  manifest: Manifest;
  /** By *seq*; only those whose proof holds. */
  shown: Map<number, Shown>;
  /** By name; only of files that could be read. */
  hashes: Map<string, { size: number; sha256: string }>;
}

const CHANGES: Record<string, string> = {
  recorded: "incident-recorded",
  amended: "incident-amended",
  withdrawn: "incident-withdrawn",
  restored: "incident-restored",
};
/** What the timeline tells of an incident besides what was written down. */
const ABOUT = ["number", "id", "seq", "recorded", "days_later", "withdrawn", "history", "evidence"];

type Fields = Record<string, unknown>;

const objects = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isObject) : []);
const written = (value: unknown): string => (typeof value === "string" ? value : "");

/** Null if it is no timeline. */
export function readTimeline(json: unknown, ground: Ground): Timeline | null {
  if (!isObject(json) || !Array.isArray(json.incidents)) return null;
  const records = new Map(ground.manifest.records.map((record) => [record.seq, record]));
  const files = new Map(ground.manifest.evidence.map(({ id, file }) => [id, file]));
  const timeline: Timeline = {
    entries: [],
    pieces: { shown: 0, differ: 0, all: 0 },
    numbers: new Map(),
    problems: [],
  };
  for (const entry of objects(json.incidents)) {
    const number = Number(entry.number);
    const standing = ofEntry(entry, ground, (seq) => records.get(seq)?.incident);
    if (standing.problem) timeline.problems.push({ what: standing.problem, number });
    timeline.numbers.set(written(entry.id), number);
    timeline.entries.push({
      number,
      when: entry.when,
      words: written(entry.what) || written(entry.exact_words),
      kinds: Array.isArray(entry.kind) ? entry.kind.map(written) : [],
      withdrawn: typeof entry.withdrawn === "string",
      standing: standing.is,
    });
    for (const piece of objects(entry.evidence)) {
      const { is, problem } = ofPiece(piece, ground, files, (seq) => records.get(seq)?.evidence);
      if (problem) timeline.problems.push({ what: problem, number: Number(piece.number) });
      timeline.pieces.all += 1;
      if (is === "full") timeline.pieces.shown += 1;
      if (is === "differs") timeline.pieces.differ += 1;
      timeline.numbers.set(written(piece.id), number);
    }
  }
  return timeline;
}

interface Judged<Name extends Problem["what"]> {
  is: Standing;
  problem?: Name;
}

/** Whose record the manifest says that it is. */
type OwnerOf = (seq: number) => string | null | undefined;

function ofEntry(
  entry: Fields,
  ground: Ground,
  ownerOf: OwnerOf,
): Judged<"entry-differs" | "entry-unproved"> {
  const history = objects(entry.history);
  const sequences = [entry, ...history].map((step) => Number(step.seq));
  if (history.length === 0 || sequences.some((seq) => ownerOf(seq) !== entry.id))
    return { is: "unproved", problem: "entry-unproved" };
  const texts = history.map((step) => step.incident).filter(isObject);
  const last = history[history.length - 1];
  const isWithdrawn = last?.step === "withdrawn";
  const reads = Object.fromEntries(Object.entries(entry).filter(([name]) => !ABOUT.includes(name)));
  const agrees =
    same(reads, texts[texts.length - 1]) && (entry.withdrawn ?? null) === (isWithdrawn ? last.reason : null);
  let is: Standing = "full";
  for (const step of history) {
    const shown = ground.shown.get(Number(step.seq));
    if (!shown) is = "unproved";
    else if (!shown.body) is = is === "full" ? "existence" : is;
    else if (!isStep(step, entry.id, shown.body)) return { is: "differs", problem: "entry-differs" };
  }
  return agrees ? { is } : { is: "differs", problem: "entry-differs" };
}

function isStep(step: Fields, id: unknown, body: Body): boolean {
  const said = body.payload;
  return (
    said.change === CHANGES[written(step.step)] &&
    said.id === id &&
    isMoment(written(step.at), body) &&
    written(said.reason) === written(step.reason) &&
    same(said.incident, step.incident)
  );
}

function ofPiece(
  piece: Fields,
  ground: Ground,
  files: Map<string, string | null>,
  ownerOf: OwnerOf,
): Judged<"evidence-differs" | "evidence-unproved"> {
  const seq = Number(piece.seq);
  if (ownerOf(seq) !== piece.id) return { is: "unproved", problem: "evidence-unproved" };
  const file = files.get(written(piece.id)) ?? null;
  const found = file === null ? undefined : ground.hashes.get(file);
  if (found && (found.size !== piece.size || found.sha256 !== piece.sha256))
    return { is: "differs", problem: "evidence-differs" };
  const shown = ground.shown.get(seq);
  if (!shown) return { is: "unproved" };
  if (!shown.body) return { is: "existence" };
  const { change, evidence } = shown.body.payload;
  const isIt =
    change === "evidence-kept" &&
    isObject(evidence) &&
    evidence.id === piece.id &&
    evidence.name === piece.name &&
    evidence.media_type === piece.type &&
    evidence.size === piece.size &&
    evidence.sha256 === piece.sha256;
  return isIt ? { is: "full" } : { is: "differs", problem: "evidence-differs" };
}

/** Two values are the same if they are equal without what is empty. */
export function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(full(value)) ?? "";
}

/** The value without what is empty, its fields in order; undefined if it is empty itself. */
function full(value: unknown): unknown {
  if (value === null || value === "") return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((item) => full(item) ?? null);
  if (!isObject(value)) return value;
  const fields = Object.entries(value)
    .map(([name, inner]) => [name, full(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}
