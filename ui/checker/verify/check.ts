/** The whole check, in the order of docs/package-format.md. */
import type { Standpoint } from "./anchor";
import { hex, join, json, sha256, text, toBase64 } from "./bytes";
import { readManifest, type ListedRecord, type Manifest } from "./manifest";
import { includes, leafHash } from "./merkle";
import { open, openCheckpoint, readKey, type Checkpoint, type Key } from "./note";
import type { Problem, ProblemName } from "./problem";
import { readBody, readProof, type Body } from "./record";
import type { Item, Source } from "./source";
import { none, readTimeline, type Shown, type Standing, type Told } from "./timeline";

/** What was found. */
export interface Report {
  problems: Problem[];
  /** When it was made and by what, as the manifest says. */
  made: string;
  generator: string;
  /** Files on the list, and how many of them are as they were. */
  files: { listed: number; held: number; bytes: number };
  /** The list is signed. */
  signed: boolean;
  /** Records on the list, and how many of them were shown to be in the log. */
  records: { listed: number; shown: number };
  entries: Told[];
  pieces: Record<Standing, number>;
  /** Numbers of the incidents that records belong with, by *seq*. */
  incidentOf: Map<number, number>;
  /** The log's head, if it is signed. */
  checkpoint: Checkpoint | null;
  /** What an anchor can be held against. */
  standpoint: Standpoint | null;
}

/** How far it is: bytes that were read, of all. */
export type Progress = (done: number, all: number) => void;

const MANIFEST = "manifest.json";
const NOTE = "manifest.note";
const CHECKPOINT = "checkpoint.txt";
const TIMELINE = "timeline.json";
/** If all three are others, the list is. */
const WITNESSES = ["timeline.pdf", "timeline.json", "timeline.csv"];
/** What is read as a whole: everything but the evidence and the documents. It is no more than this. */
const MOST = 256 << 20;

export async function check(
  source: Source | ProblemName,
  progress: Progress,
  signal: AbortSignal,
): Promise<Report> {
  const report: Report = {
    problems: [],
    made: "",
    generator: "",
    files: { listed: 0, held: 0, bytes: 0 },
    signed: false,
    records: { listed: 0, shown: 0 },
    entries: [],
    pieces: none(),
    incidentOf: new Map(),
    checkpoint: null,
    standpoint: null,
  };
  const found = (what: ProblemName, place: Omit<Problem, "what"> = {}) =>
    report.problems.push({ what, ...place });
  const item = typeof source === "string" ? undefined : source.items.get(MANIFEST);
  if (typeof source === "string" || !item) {
    found(typeof source === "string" ? source : "no-package");
    return report;
  }

  // 1. The list.
  const bytes = await whole(item, signal);
  const manifest = bytes ? readManifest(bytes) : "manifest-damaged";
  if (!bytes || typeof manifest === "string") {
    found(manifest === "newer" ? "newer" : "manifest-damaged");
    return report;
  }
  report.made = manifest.made;
  report.generator = manifest.generator;

  // 2. Its signature.
  const key = readKey(manifest.verifier_key);
  const note = source.items.get(NOTE);
  if (!note) found("manifest-unsigned");
  else if (isSigned(bytes, text((await whole(note, signal)) ?? new Uint8Array()), key)) report.signed = true;
  else found("manifest-changed");

  // 3. The files. Small ones that are read again are kept.
  const kept = new Map<string, Uint8Array>();
  await files(source, manifest, report, kept, progress, signal);

  // 4. The log's head.
  const head = text(kept.get(CHECKPOINT) ?? new Uint8Array()) ?? "";
  report.checkpoint = key && openCheckpoint(head, key);
  if (!report.checkpoint) found("checkpoint-forged");
  if (key && report.checkpoint)
    report.standpoint = { key, checkpoint: report.checkpoint, anchors: manifest.anchors };

  // 5. The records. Without a head there is nothing that they could be in.
  const shown = new Map<number, Shown>();
  for (const record of report.checkpoint ? manifest.records : []) {
    const judged = ofRecord(record, kept, head, report.checkpoint as Checkpoint);
    if (typeof judged === "string") found(judged, { number: record.seq });
    else shown.set(record.seq, judged);
  }
  report.records = { listed: manifest.records.length, shown: shown.size };

  // 6. What people read.
  const told = kept.get(TIMELINE);
  const timeline = told ? readTimeline(json(told), { manifest, shown }) : null;
  if (timeline) {
    report.problems.push(...timeline.problems);
    report.entries = timeline.entries;
    report.pieces = timeline.pieces;
    for (const { seq, incident, evidence } of manifest.records) {
      const number = timeline.numbers.get(incident ?? evidence ?? "");
      if (number !== undefined) report.incidentOf.set(seq, number);
    }
  } else if (!report.problems.some(({ name }) => name === TIMELINE)) {
    found("file-unreadable", { name: TIMELINE });
  }
  return report;
}

/** A file as a whole; null if it cannot be read or is larger than anything that Houvast writes there. */
async function whole(item: Item, signal: AbortSignal): Promise<Uint8Array | null> {
  if (item.size > MOST) return null;
  const parts: Uint8Array[] = [];
  try {
    await item.read((bytes) => void parts.push(bytes), signal);
  } catch {
    signal.throwIfAborted?.();
    return null;
  }
  return join(...parts);
}

function isSigned(manifest: Uint8Array, note: string | null, key: Key | null): boolean {
  const signed = key && note !== null ? open(note, key) : null;
  return signed !== null && signed === `${key?.name}/package\n${toBase64(sha256(manifest))}\n`;
}

/** Work that never stops leaves the page no moment to draw itself or to hear that it is to stop. */
function breaks(): () => void | Promise<void> {
  let last = performance.now();
  return () => {
    if (performance.now() - last < 40) return;
    return new Promise((go) =>
      setTimeout(() => {
        last = performance.now();
        go();
      }),
    );
  };
}

async function files(
  source: Source,
  manifest: Manifest,
  report: Report,
  kept: Map<string, Uint8Array>,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const again = new Set([CHECKPOINT, TIMELINE]);
  for (const record of manifest.records) again.add(record.proof).add(record.body ?? record.proof);
  const all = manifest.files.reduce((sum, { name }) => sum + (source.items.get(name)?.size ?? 0), 0);
  const problems: Problem[] = [];
  const rest = breaks();
  let done = 0;
  progress(0, all);
  for (const { name, size, sha256: wanted } of manifest.files) {
    const item = source.items.get(name);
    if (!item) {
      problems.push({ what: "file-missing", name });
      continue;
    }
    const hash = sha256.create();
    const parts: Uint8Array[] = [];
    let length = 0;
    try {
      await item.read((bytes) => {
        hash.update(bytes);
        length += bytes.length;
        if (again.has(name) && length <= MOST) parts.push(bytes);
        progress(done + length, all);
        return rest();
      }, signal);
    } catch {
      signal.throwIfAborted?.();
      problems.push({ what: "file-unreadable", name });
      continue;
    } finally {
      done += item.size;
    }
    const sum = hex(hash.digest());
    if (again.has(name) && length <= MOST) kept.set(name, join(...parts));
    if (length === size && sum === wanted) {
      report.files.held += 1;
      report.files.bytes += size;
    } else problems.push({ what: "file-changed", name });
  }
  report.files.listed = manifest.files.length;
  report.problems.push(...another(problems));
  const listed = new Set([MANIFEST, NOTE, ...manifest.files.map(({ name }) => name)]);
  const added = [...source.items.keys()].filter((name) => !listed.has(name));
  report.problems.push(
    ...[...added, ...source.beside].map((name): Problem => ({ what: "file-added", name })),
  );
}

/** The list of another package is one problem. */
function another(problems: Problem[]): Problem[] {
  const isWitness = ({ what, name }: Problem) => what === "file-changed" && WITNESSES.includes(name ?? "");
  if (problems.filter(isWitness).length < WITNESSES.length) return problems;
  return [{ what: "manifest-other" }, ...problems.filter((problem) => !isWitness(problem))];
}

/** What a record shows, or what is wrong with it. */
function ofRecord(
  record: ListedRecord,
  kept: Map<string, Uint8Array>,
  head: string,
  tree: Checkpoint,
): Shown | ProblemName {
  let body: Body | null = null;
  if (typeof record.body === "string") {
    const bytes = kept.get(record.body);
    body = bytes ? readBody(bytes) : null;
    if (!bytes || !body || hex(leafHash(bytes)) !== record.leaf) return "record-changed";
    if (`houvast/${body.origin}` !== tree.origin || body.seq !== record.seq) return "record-changed";
  }
  const proof = readProof(text(kept.get(record.proof) ?? new Uint8Array()) ?? "");
  if (proof && proof.checkpoint !== head) return "proof-other-tree";
  const leads =
    proof?.index === record.seq &&
    includes(fromHex(record.leaf), proof.index, tree.size, proof.path, tree.root);
  return leads ? { body } : "proof-wrong";
}

function fromHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}
