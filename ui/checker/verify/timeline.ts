/** `timeline.json` against the records: what people read is what the log holds. */
import { isObject, type Listed, type Manifest } from "./manifest";
import type { Problem } from "./problem";
import { isMoment, type Body } from "./record";

/** A record that was shown to be in the log; without a body, only that it was there. */
export interface Shown {
  body: Body | null;
}

/** How an incident or a piece of evidence stands. Full: every text of it is what the log holds. */
export type Standing = "full" | "partly" | "differs" | "unproved";

/** Nothing was counted yet. */
export function none(): Record<Standing, number> {
  return { full: 0, partly: 0, differs: 0, unproved: 0 };
}

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
  /** How many pieces of evidence stand how. */
  pieces: Record<Standing, number>;
  /** The number of the incident that an id belongs with: its own, or that of its evidence. */
  numbers: Map<string, number>;
  problems: Problem[];
}

/** What the check of the files and records found. */
export interface Ground {
  manifest: Manifest;
  /** By *seq*; only those whose proof holds. */
  shown: Map<number, Shown>;
}

const CHANGES: Record<string, string> = {
  recorded: "incident-recorded",
  amended: "incident-amended",
  withdrawn: "incident-withdrawn",
  restored: "incident-restored",
};
/** What is written down of an incident. What else the timeline tells of it may grow. */
const SAID = [
  "when",
  "kind",
  "what",
  "exact_words",
  "where",
  "coordinates",
  "how_often",
  "who",
  "channel",
  "witnesses",
  "reaction",
  "effect",
  "threat",
  "violence",
  "weapon",
  "children",
  "breached",
  "reported",
  "links",
];

type Fields = Record<string, unknown>;

const objects = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isObject) : []);
const written = (value: unknown): string => (typeof value === "string" ? value : "");

/** Null if it is no timeline. */
export function readTimeline(json: unknown, ground: Ground): Timeline | null {
  if (!isObject(json) || !Array.isArray(json.incidents)) return null;
  const { records, evidence, files: list } = ground.manifest;
  const owners: Owners = new Map(records.map(({ seq, incident, evidence }) => [seq, incident ?? evidence]));
  const listed = new Map(list.map((file) => [file.name, file]));
  const files = new Map(evidence.map(({ id, file }) => [id, listed.get(file ?? "")]));
  const timeline: Timeline = {
    entries: [],
    pieces: none(),
    numbers: new Map(),
    problems: [],
  };
  for (const entry of objects(json.incidents)) {
    const number = Number(entry.number);
    const standing = ofEntry(entry, ground.shown, owners);
    if (standing === "differs") timeline.problems.push({ what: "entry-differs", number });
    if (standing === "unproved") timeline.problems.push({ what: "entry-unproved", number });
    timeline.numbers.set(written(entry.id), number);
    timeline.entries.push({
      number,
      when: entry.when,
      words: written(entry.what) || written(entry.exact_words),
      kinds: Array.isArray(entry.kind) ? entry.kind.map(written) : [],
      withdrawn: typeof entry.withdrawn === "string",
      standing,
    });
    for (const piece of objects(entry.evidence)) {
      const standing = ofPiece(piece, ground.shown, owners, files.get(written(piece.id)));
      const number = Number(piece.number);
      if (standing === "differs") timeline.problems.push({ what: "evidence-differs", number });
      if (standing === "unproved") timeline.problems.push({ what: "evidence-unproved", number });
      timeline.pieces[standing] += 1;
      timeline.numbers.set(written(piece.id), Number(entry.number));
    }
  }
  return timeline;
}

/** Whose records they are, by *seq*. */
type Owners = Map<number, string | null>;

function ofEntry(entry: Fields, shown: Map<number, Shown>, owners: Owners): Standing {
  const history = objects(entry.history);
  if (history.length === 0) return "unproved";
  let standing: Standing = "full";
  for (const step of history) {
    const seq = Number(step.seq);
    const record = shown.get(seq);
    if (!record || owners.get(seq) !== entry.id) return "unproved";
    if (!record.body) standing = "partly";
    else if (!isStep(step, entry.id, record.body)) return "differs";
  }
  // As it reads now is as it was last written down.
  const texts = history.map((step) => step.incident).filter(isObject);
  const last = history.filter(({ step }) => step === "withdrawn" || step === "restored").pop();
  const reason = last?.step === "withdrawn" ? last.reason : null;
  return readsAs(entry, texts[texts.length - 1]) && reason === (entry.withdrawn ?? null)
    ? standing
    : "differs";
}

function readsAs(entry: Fields, text: Fields | undefined): boolean {
  const names = new Set([...SAID, ...Object.keys(text ?? {})]);
  return same(Object.fromEntries([...names].map((name) => [name, entry[name]])), text);
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

function ofPiece(piece: Fields, shown: Map<number, Shown>, owners: Owners, file?: Listed): Standing {
  const seq = Number(piece.seq);
  const record = shown.get(seq);
  if (!record || owners.get(seq) !== piece.id) return "unproved";
  if (file && (file.size !== piece.size || file.sha256 !== piece.sha256)) return "differs";
  if (!record.body) return "partly";
  const { change, evidence } = record.body.payload;
  const isIt =
    change === "evidence-kept" &&
    isObject(evidence) &&
    evidence.id === piece.id &&
    evidence.name === piece.name &&
    evidence.media_type === piece.type &&
    evidence.size === piece.size &&
    evidence.sha256 === piece.sha256;
  return isIt ? "full" : "differs";
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
  if (value === null || value === undefined || value === "") return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((item) => full(item) ?? null);
  if (!isObject(value)) return value;
  const fields = Object.entries(value)
    .map(([name, inner]) => [name, full(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}
