/** Reading ZIPs: ZIP64, and AES-256 with a password. */
import {
  configure,
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_INVALID_PASSWORD,
  ERR_OVERLAPPING_ENTRY,
  Reader,
  ZipReader,
  type Entry,
  type FileEntry,
} from "@zip.js/zip.js/lib/zip-core-custom.js";
import { Inflate } from "fflate";

import type { Found, Item } from "./source";

/** A password is needed, or the one that was given does not fit. */
export class Locked extends Error {
  constructor(readonly wrong: boolean) {
    super("locked");
  }
}

/** Browsers before 2023 cannot inflate by themselves. */
class Inflating extends TransformStream<Uint8Array, Uint8Array> {
  constructor() {
    const inflate = new Inflate();
    super({
      start(controller) {
        inflate.ondata = (bytes) => controller.enqueue(bytes);
      },
      transform: (bytes) => inflate.push(bytes),
      flush: () => inflate.push(new Uint8Array(), true),
    });
  }
}

/** Reads ahead: asking the browser for every few bytes takes longer than all else. */
class Ahead extends Reader<Blob> {
  private at = 0;
  private bytes = new Uint8Array();

  constructor(private readonly file: Blob) {
    super(file);
    this.size = file.size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (offset < this.at || offset + length > this.at + this.bytes.length) {
      const part = this.file.slice(offset, offset + Math.max(length, AHEAD));
      [this.at, this.bytes] = [offset, new Uint8Array(await part.arrayBuffer())];
    }
    return this.bytes.slice(offset - this.at, offset - this.at + length);
  }
}

const AHEAD = 1 << 20;

configure({ useWebWorkers: false, DecompressionStreamFallback: Inflating });

/** What is in a ZIP, or what is wrong with it. */
export async function unzip(
  file: Blob,
  password: string,
  signal: AbortSignal,
): Promise<Found | "no-package" | "zip-ambiguous"> {
  const reader = new ZipReader(new Ahead(file), {
    useWebWorkers: false,
    // Two programs must not see two packages in one ZIP. Names that lead out of it are named, not refused.
    strictness: "strict",
    filenameValidation: "tolerant",
  });
  let entries: FileEntry[];
  try {
    entries = (await reader.getEntries()).filter(isFile);
    for (const entry of entries) {
      await entry.getData(new WritableStream(), { password: "x", signal, checkOverlappingEntryOnly: true });
    }
  } catch (error) {
    signal.throwIfAborted?.();
    const why = error instanceof Error ? error.message : "";
    return [ERR_AMBIGUOUS_ARCHIVE, ERR_OVERLAPPING_ENTRY].includes(why) ? "zip-ambiguous" : "no-package";
  }
  if (await isLocked(entries, password, signal)) throw new Locked(password !== "");
  return entries.map((entry) => [entry.filename, itemOf(entry, password)]);
}

/**
 * Whether the password fits. What tells is two bytes in front of each file: they fit a wrong password now and then, and
 * one of them may have been damaged. So several files have a say.
 */
async function isLocked(entries: FileEntry[], password: string, signal: AbortSignal): Promise<boolean> {
  const asked = entries.filter((entry) => entry.encrypted).slice(0, 5);
  if (asked.length === 0 || password === "") return asked.length > 0;
  let refused = 0;
  for (const entry of asked) {
    try {
      await entry.getData(new WritableStream(), { password, signal, checkPasswordOnly: true });
    } catch (error) {
      refused += error instanceof Error && error.message === ERR_INVALID_PASSWORD ? 1 : 0;
    }
  }
  return refused * 2 > asked.length;
}

const isFile = (entry: Entry): entry is FileEntry => !entry.directory;

function itemOf(entry: FileEntry, password: string): Item {
  return {
    size: entry.uncompressedSize,
    async read(sink, signal) {
      const options = entry.encrypted ? { password, signal } : { signal };
      await entry.getData(new WritableStream<Uint8Array>({ write: sink }), options);
    },
  };
}
