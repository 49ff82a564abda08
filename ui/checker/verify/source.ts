/** Where a package's files come from: a ZIP or a folder. */

/** Takes a file from its beginning to its end, piece by piece; the next one comes when this one was taken. */
export type Sink = (bytes: Uint8Array) => void | Promise<void>;

/** A file that can be read. */
export interface Item {
  size: number;
  read(sink: Sink, signal: AbortSignal): Promise<void>;
}

/** Files by their names, as they were found. */
export type Found = [name: string, item: Item][];

/** The files of a package by their names in it, and those that are beside it in its ZIP. */
export interface Source {
  items: Map<string, Item>;
  beside: string[];
}

/** What systems leave behind in folders. */
const LITTER = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$|(^|\/)__MACOSX\//i;
const MANIFEST = "manifest.json";

/**
 * The package among what was found: it is where the `manifest.json` nearest the top is. What lies beside it in a
 * folder is somebody else's; in a ZIP it was added, and is named from the top.
 */
export function packageIn(found: Found, isZip: boolean): Source | "no-package" {
  const files = found
    .map(([name, item]) => [name.normalize("NFC"), item] as const)
    .filter(([name]) => !LITTER.test(name));
  const depth = (name: string) => name.split("/").length;
  const [top] = files
    .map(([name]) => name)
    .filter((name) => name === MANIFEST || name.endsWith(`/${MANIFEST}`))
    .sort((one, other) => depth(one) - depth(other) || (one < other ? -1 : 1));
  if (top === undefined) return "no-package";
  const folder = top.slice(0, -MANIFEST.length);
  const source: Source = { items: new Map(), beside: [] };
  for (const [name, item] of files) {
    const inside = name.startsWith(folder) ? name.slice(folder.length) : null;
    if (inside !== null && !source.items.has(inside)) source.items.set(inside, item);
    else if (isZip) source.beside.push(inside ?? `/${name}`);
  }
  return source;
}

/** Files of a folder; each has its path from there. */
export function itemOf(file: Blob): Item {
  return {
    size: file.size,
    async read(sink, signal) {
      // Not `stream()`: slices give pieces of a known size, and free them one by one.
      for (let at = 0; at < file.size; at += PIECE) {
        signal.throwIfAborted?.();
        await sink(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
      }
    },
  };
}

const PIECE = 1 << 20;
