/** What somebody chose or dropped: a ZIP, or the files of a folder. */
import { itemOf, type Found } from "../verify/source";

export type Chosen = { name: string; zip: Blob } | { name: string; files: Found };

/** From a field for a file. */
export function ofFile(list: FileList | null): Chosen | null {
  const [file] = list ?? [];
  return file ? { name: file.name, zip: file } : null;
}

/** From a field for a folder. */
export function ofFolder(list: FileList | null): Chosen | null {
  const files = Array.from(list ?? []);
  const [first] = files;
  if (!first) return null;
  const found = files.map((file): Found[0] => [file.webkitRelativePath || file.name, itemOf(file)]);
  return { name: (first.webkitRelativePath || first.name).split("/")[0] ?? "", files: found };
}

/** From what was dropped: one file is taken for a ZIP, everything else for a folder or what was in one. */
export async function ofDrop(data: DataTransfer): Promise<Chosen | null> {
  // What is not asked for before the first `await` is gone by then.
  const dropped = Array.from(data.items)
    .filter((item) => item.kind === "file")
    .map((item) => ({
      file: item.getAsFile(),
      entry: item.webkitGetAsEntry(),
      handle: (item as WithHandle).getAsFileSystemHandle?.().catch(() => null),
    }));
  const [only] = dropped;
  if (!only) return null;
  if (dropped.length === 1 && !only.entry?.isDirectory && only.file)
    return { name: only.file.name, zip: only.file };
  const files: Found = [];
  for (const { file, entry, handle } of dropped) {
    if (!entry?.isDirectory) {
      if (file) files.push([file.name, itemOf(file)]);
      continue;
    }
    try {
      files.push(...(await walk(entry as FileSystemDirectoryEntry)));
    } catch {
      // Chromium refuses this way to pages from a disk, and has another.
      const folder = await handle;
      if (folder) files.push(...(await walkHandle(folder as FolderHandle, `${folder.name}/`)));
    }
  }
  return { name: only.entry?.name ?? "", files };
}

async function walk(folder: FileSystemDirectoryEntry): Promise<Found> {
  const found: Found = [];
  const reader = folder.createReader();
  for (;;) {
    // It answers a hundred at a time, and none at the end.
    const entries = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (entries.length === 0) return found;
    for (const entry of entries) {
      if (entry.isDirectory) {
        found.push(...(await walk(entry as FileSystemDirectoryEntry)));
        continue;
      }
      const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
      found.push([entry.fullPath.replace(/^\//, ""), itemOf(file)]);
    }
  }
}

/** The parts of the File System API that are not in TypeScript's library. */
interface WithHandle {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}
interface FolderHandle extends FileSystemDirectoryHandle {
  values(): AsyncIterable<FileSystemHandle>;
}

async function walkHandle(folder: FolderHandle, at: string): Promise<Found> {
  const found: Found = [];
  for await (const handle of folder.values()) {
    if (handle.kind === "directory") {
      found.push(...(await walkHandle(handle as FolderHandle, `${at}${handle.name}/`)));
    } else {
      found.push([at + handle.name, itemOf(await (handle as FileSystemFileHandle).getFile())]);
    }
  }
  return found;
}
