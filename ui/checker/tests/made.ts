/** A package of a made-up case, after docs/package-format.md and with none of the code that checks it. */
import { getPublicKey, hashes, sign } from "@noble/ed25519";
import { sha256 as digest, sha512 } from "@noble/hashes/sha2.js";

hashes.sha512 = sha512;

export type Files = Map<string, Uint8Array>;
type Json = Record<string, unknown>;

const utf8 = (text: string) => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const concat = (parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
export const sha256 = (...parts: Uint8Array[]): Uint8Array => digest(concat(parts));
export const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** A log and its key. */
export class Log {
  readonly bodies: Uint8Array[] = [];
  readonly name: string;
  private readonly seed: Uint8Array;

  constructor(
    digit = 7,
    private readonly origin = new Uint8Array(16).fill(digit),
  ) {
    this.seed = new Uint8Array(32).fill(digit);
    this.name = `houvast/${hex(origin)}`;
  }

  /** Writes a change down at this second; answers its place. */
  write(seconds: number, change: Json): number {
    const seq = this.bodies.length;
    const zone = utf8("Europe/Amsterdam");
    const payload = utf8(JSON.stringify({ v: 1, ...change }));
    const head = new DataView(new ArrayBuffer(8 + 8 + 4));
    head.setBigUint64(0, BigInt(seq));
    head.setBigInt64(8, BigInt(seconds) * 1_000_000n + 123_456n);
    head.setInt32(16, 3600);
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, payload.length);
    this.bodies.push(
      concat([
        Uint8Array.of(1),
        this.origin,
        new Uint8Array(head.buffer),
        Uint8Array.of(zone.length),
        zone,
        new Uint8Array(32).fill(seq),
        new Uint8Array(length.buffer),
        payload,
      ]),
    );
    return seq;
  }

  leaf(seq: number): Uint8Array {
    return sha256(Uint8Array.of(0), this.bodies[seq] as Uint8Array);
  }

  private leaves(size: number): Uint8Array[] {
    return this.bodies.slice(0, size).map((_, seq) => this.leaf(seq));
  }

  checkpoint(size = this.bodies.length): string {
    return this.sign(`${this.name}\n${size}\n${base64(rootOf(this.leaves(size)))}\n`);
  }

  root(size = this.bodies.length): Uint8Array {
    return rootOf(this.leaves(size));
  }

  sign(text: string): string {
    const signature = sign(utf8(text), this.seed);
    return `${text}\n\u2014 ${this.name} ${base64(concat([this.keyId(), signature]))}\n`;
  }

  private keyId(): Uint8Array {
    return sha256(utf8(`${this.name}\n`), this.key()).subarray(0, 4);
  }

  private key(): Uint8Array {
    return concat([Uint8Array.of(1), getPublicKey(this.seed)]);
  }

  verifierKey(): string {
    return `${this.name}+${hex(this.keyId())}+${base64(this.key())}`;
  }

  proof(seq: number): string {
    const path = pathTo(seq, this.leaves(this.bodies.length)).map((hash) => `${base64(hash)}\n`);
    return `c2sp.org/tlog-proof@v1\nindex ${seq}\n${path.join("")}\n${this.checkpoint()}`;
  }

  consistency(size: number): string[] {
    const leaves = this.leaves(this.bodies.length);
    return (size === leaves.length ? [] : grown(size, leaves, true)).map(base64);
  }
}

const node = (left: Uint8Array, right: Uint8Array) => sha256(Uint8Array.of(1), left, right);
/** The largest power of two below it. */
const below = (size: number) => 2 ** Math.ceil(Math.log2(size) - 1);

export function rootOf(leaves: Uint8Array[]): Uint8Array {
  if (leaves.length < 2) return leaves[0] ?? sha256();
  const middle = below(leaves.length);
  return node(rootOf(leaves.slice(0, middle)), rootOf(leaves.slice(middle)));
}

/** RFC 9162, 2.1.3.1. */
export function pathTo(index: number, leaves: Uint8Array[]): Uint8Array[] {
  if (leaves.length < 2) return [];
  const middle = below(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return index < middle
    ? [...pathTo(index, left), rootOf(right)]
    : [...pathTo(index - middle, right), rootOf(left)];
}

/** RFC 9162, 2.1.4.1. */
export function grown(size: number, leaves: Uint8Array[], whole: boolean): Uint8Array[] {
  if (size === leaves.length) return whole ? [] : [rootOf(leaves)];
  const middle = below(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return size <= middle
    ? [...grown(size, left, whole), rootOf(right)]
    : [...grown(size - middle, right, false), rootOf(left)];
}

/** A case: what is told, and what it is told from. */
export class Case {
  readonly files: Files = new Map();
  readonly incidents: Json[] = [];
  readonly records: { seq: number; incident: string | null; evidence: string | null; hidden?: boolean }[] =
    [];
  readonly evidence: { id: string; number: number; file: string | null }[] = [];
  anchors: number[] = [];
  private time = Date.UTC(2026, 2, 3, 21, 0) / 1000;

  constructor(readonly log = new Log()) {
    log.write(this.time, { change: "case-set", victim: "Sanne de Wit", suspect: "Mark Visser" });
  }

  private now(): [number, string] {
    this.time += 3600;
    const local = new Date((this.time + 3600) * 1000).toISOString();
    return [this.time, local.replace(/\.\d+Z/, "+01:00")];
  }

  private step(entry: Json, change: Json, step: string, incident: Json | null, hidden: boolean): void {
    const [seconds, at] = this.now();
    const seq = this.log.write(seconds, change);
    this.records.push({ seq, incident: entry.id as string, evidence: null, hidden });
    const reason = (change.reason as string | undefined) ?? "";
    (entry.history as Json[]).push({ seq, step, at, reason, incident });
    entry.seq ??= seq;
    entry.recorded ??= at;
  }

  /** An incident. With a private note its record stays behind, except for its leaf. */
  record(what: string, note = ""): Json {
    const number = this.incidents.length + 1;
    const id = `1nc1dent${String(number).padStart(2, "0")}`;
    const said = { when: `2026-03-0${number}T21:30:00+01:00`, kind: ["calls"], what, where: "Voordeur" };
    const told = { ...said, exact_words: "", effect: { fear: null, injury: "" }, witnesses: [] };
    const stored = { ...said, how_often: null, private_note: note };
    const entry: Json = { number, id, days_later: null, withdrawn: null, ...told, history: [], evidence: [] };
    this.step(entry, { change: "incident-recorded", id, incident: stored }, "recorded", told, note !== "");
    this.incidents.push(entry);
    return entry;
  }

  amend(entry: Json, what: string, reason: string): void {
    const last = (entry.history as Json[]).map((step) => step.incident as Json | null).filter(Boolean);
    const told = { ...last[last.length - 1], what };
    entry.what = what;
    const change = { change: "incident-amended", id: entry.id, incident: { ...told }, reason };
    this.step(entry, change, "amended", told, false);
  }

  withdraw(entry: Json, reason: string): void {
    entry.withdrawn = reason;
    this.step(entry, { change: "incident-withdrawn", id: entry.id, reason }, "withdrawn", null, false);
  }

  attach(entry: Json, name: string, bytes: Uint8Array): void {
    const number = this.evidence.length + 1;
    const id = `ev1dence${String(number).padStart(2, "0")}`;
    const about = { id, name, size: bytes.length, sha256: hex(sha256(bytes)) };
    const [seconds, at] = this.now();
    const stored = { ...about, media_type: "image/jpeg", family: "image" };
    const seq = this.log.write(seconds, { change: "evidence-kept", evidence: stored, incident: entry.id });
    this.records.push({ seq, incident: null, evidence: id });
    const file = `evidence/${String(number).padStart(4, "0")} ${name}`;
    (entry.evidence as Json[]).push({ number, seq, type: "image/jpeg", recorded: at, ...about });
    this.files.set(file, bytes);
    this.evidence.push({ id, number, file });
  }

  /** Somebody gets an anchor. */
  anchor(): string {
    this.anchors.push(this.log.bodies.length);
    const anchor = this.log.checkpoint();
    this.log.write(this.now()[0], { change: "anchor-given", to: "Els", anchor });
    return anchor;
  }

  timeline(): Json {
    return { format: "houvast-timeline", version: 1, incidents: this.incidents };
  }

  /** The package's files. `bend` may change what stands in them before they are listed and signed. */
  package(bend: (files: Files) => void = () => undefined): Files {
    const files: Files = new Map(this.files);
    const put = (name: string, text: string) => files.set(name, utf8(text));
    put("README.txt", "How to check this.");
    put("timeline.pdf", "%PDF-1.7 not really");
    put("timeline.csv", '\ufeff"nummer"\r\n');
    put("timeline.json", JSON.stringify(this.timeline(), null, 2));
    put("checkpoint.txt", this.log.checkpoint());
    for (const { seq, hidden } of this.records) {
      put(`proofs/${pad(seq)}.tlog-proof`, this.log.proof(seq));
      if (!hidden) files.set(`records/${pad(seq)}.bin`, this.log.bodies[seq] as Uint8Array);
    }
    bend(files);
    return this.sealed(files);
  }

  /** Lists and signs the files as they are. */
  sealed(files: Files, verifierKey = this.log.verifierKey()): Files {
    const names = [...files.keys()].filter((name) => !name.startsWith("manifest.")).sort();
    const manifest = {
      format: "houvast-package",
      version: 1,
      made: "2026-03-05T14:03:00+01:00",
      generator: "Houvast 0.1.0",
      language: "nl",
      verifier_key: verifierKey,
      files: names.map((name) => {
        const bytes = files.get(name) as Uint8Array;
        return { name, size: bytes.length, sha256: hex(sha256(bytes)) };
      }),
      records: this.records.map(({ seq, incident, evidence, hidden }) => ({
        seq,
        leaf: hex(this.log.leaf(seq)),
        proof: `proofs/${pad(seq)}.tlog-proof`,
        body: hidden ? null : `records/${pad(seq)}.bin`,
        incident,
        evidence,
      })),
      evidence: this.evidence,
      anchors: this.anchors.map((size) => ({
        size,
        root: base64(this.log.root(size)),
        consistency: this.log.consistency(size),
      })),
    };
    const bytes = utf8(JSON.stringify(manifest, null, 2));
    files.set("manifest.json", bytes);
    files.set("manifest.note", utf8(this.log.sign(`${this.log.name}/package\n${base64(sha256(bytes))}\n`)));
    return files;
  }
}

const pad = (seq: number) => String(seq).padStart(6, "0");

/** Three incidents, of which one was corrected, one has a note of its own and one was withdrawn; two pictures. */
export function sample(log = new Log()): Case {
  const made = new Case(log);
  const first = made.record("Hij stond aan de voordeur en belde zeven keer aan.");
  made.attach(
    first,
    "voordeur.jpg",
    new Uint8Array(40_000).map((_, at) => at % 251),
  );
  const second = made.record("Veertien gemiste oproepen.", "alleen voor mij");
  made.amend(second, "Vijftien gemiste oproepen.", "verteld");
  made.anchor();
  const third = made.record("Een bos bloemen zonder kaartje.");
  made.attach(
    third,
    "bloemen.jpg",
    new Uint8Array(9_000).map((_, at) => at % 13),
  );
  made.withdraw(third, "van iemand anders");
  return made;
}

/** Changes a file's text; bytes that are no letters stay as they are. */
export function edit(files: Files, name: string, change: (text: string) => string): void {
  const isBinary = name.endsWith(".bin");
  const bytes = files.get(name) as Uint8Array;
  const old = isBinary ? letters(bytes) : new TextDecoder().decode(bytes);
  const now = change(old);
  if (now === old) throw new Error(`${name} does not change`);
  files.set(name, isBinary ? Uint8Array.from(now, (letter) => letter.charCodeAt(0)) : utf8(now));
}

const letters = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/** Changes a record before anything is proved or signed: what a log holds that was made up. */
export function forge(log: Log, seq: number, change: (text: string) => string): void {
  const files: Files = new Map([["one.bin", log.bodies[seq] as Uint8Array]]);
  edit(files, "one.bin", change);
  log.bodies[seq] = files.get("one.bin") as Uint8Array;
}
