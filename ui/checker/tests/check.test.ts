// @vitest-environment node
import { BlobWriter, configure, Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js";
import { describe, expect, it } from "vitest";

import { holdAgainst } from "../verify/anchor";
import { check, type Report } from "../verify/check";
import { verdict, type Problem } from "../verify/problem";
import { itemOf, packageIn, type Found } from "../verify/source";
import { Locked, unzip } from "../verify/zip";
import { Case, edit, forge, Log, sample, type Files } from "./made";

const never = new AbortController().signal;
const blob = (bytes: Uint8Array) => new Blob([bytes as Uint8Array<ArrayBuffer>]);
const asFolder = (files: Files, at = ""): Found =>
  [...files].map(([name, bytes]) => [at + name, itemOf(blob(bytes))]);

async function zipped(files: Files, options: { password?: string; zip64?: boolean } = {}): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false, encryptionStrength: 3, ...options });
  for (const [name, bytes] of files) {
    await writer.add(name, new Uint8ArrayReader(bytes), { level: name.startsWith("evidence") ? 0 : 6 });
  }
  return writer.close();
}

async function found(files: Files): Promise<Report> {
  return check(packageIn(asFolder(files), false), () => undefined, never);
}

async function problems(files: Files): Promise<Problem[]> {
  return (await found(files)).problems;
}

/** Where this text stands in the bytes. */
function placeOf(bytes: Uint8Array, text: string, from: number): number {
  return new TextDecoder("latin1").decode(bytes).indexOf(text, from);
}

const changed = (name: string): Problem => ({ what: "file-changed", name });

describe("a package", () => {
  it("holds as it was made", async () => {
    const report = await found(sample().package());
    expect(report.problems).toEqual([]);
    expect(verdict(report.problems)).toBe("holds");
    expect(report).toMatchObject({
      signed: true,
      files: { listed: 20, held: 20 },
      records: { listed: 7, shown: 7 },
    });
    expect(report.entries.map(({ standing }) => standing)).toEqual(["full", "partly", "full"]);
    expect(report.pieces).toEqual({ full: 2, partly: 0, differs: 0, unproved: 0 });
    expect(report.checkpoint?.size).toBe(9);
  });

  it("holds for logs of every size", async () => {
    for (let size = 1; size < 20; size += 1) {
      const made = new Case(new Log(size));
      for (let one = 0; one < size; one += 1) made.record(`${one}`);
      expect(await problems(made.package())).toEqual([]);
    }
  });

  it("is found in a folder of any name, beside what systems leave there", async () => {
    const files = [...asFolder(sample().package(), "zaak/pakket/")];
    const litter = [
      "zaak/pakket/.DS_Store",
      "zaak/pakket/evidence/Thumbs.db",
      "__MACOSX/zaak/x",
      "ander.txt",
    ];
    for (const name of litter) files.push([name, itemOf(blob(Uint8Array.of(1)))]);
    expect((await check(packageIn(files, false), () => undefined, never)).problems).toEqual([]);
  });

  it("is found although the file system takes names apart", async () => {
    const made = new Case();
    made.attach(made.record("x"), "café.jpg", Uint8Array.of(1, 2));
    const apart = asFolder(made.package()).map(([name, item]) => [name.normalize("NFD"), item] as Found[0]);
    expect((await check(packageIn(apart, false), () => undefined, never)).problems).toEqual([]);
  });

  it("reads the same from a ZIP, with ZIP64 and with a password", async () => {
    const files = sample().package();
    for (const [options, password] of [
      [{}, ""],
      [{ zip64: true }, ""],
      [{ password: "geheim ë" }, "geheim ë"],
    ] as const) {
      const zip = await zipped(files, options);
      const source = packageIn((await unzip(zip, password, never)) as Found, true);
      expect((await check(source, () => undefined, never)).problems).toEqual([]);
    }
  });

  it("reads ZIPs where the browser cannot inflate", async () => {
    const zip = await zipped(sample().package());
    const native = globalThis.DecompressionStream;
    const gone = class {
      constructor() {
        throw new TypeError("no such format");
      }
    };
    configure({ DecompressionStream: gone as never });
    const source = packageIn((await unzip(zip, "", never)) as Found, true);
    expect((await check(source, () => undefined, never)).problems).toEqual([]);
    configure({ DecompressionStream: native });
  });

  it("asks for a password that fits", async () => {
    const zip = await zipped(sample().package(), { password: "geheim" });
    await expect(unzip(zip, "", never)).rejects.toMatchObject({ wrong: false });
    await expect(unzip(zip, "Geheim", never)).rejects.toBeInstanceOf(Locked);
    await expect(unzip(zip, "Geheim", never)).rejects.toMatchObject({ wrong: true });
  });

  it("is refused if programs can see different files in its ZIP", async () => {
    const zip = new Uint8Array(await (await zipped(sample().package())).arrayBuffer());
    const at = (text: string, from: number) => placeOf(zip, text, from);
    const local = at("evidence/0001", 0);
    const bent = zip.slice();
    bent.set(new TextEncoder().encode("evidence/0009"), local);
    expect(await unzip(blob(bent), "", never)).toBe("zip-ambiguous");
    const twice = zip.slice();
    twice.set(new TextEncoder().encode("records/000001.bin"), at("records/000002.bin", zip.length - 4_000));
    expect(await unzip(blob(twice), "", never)).toBe("zip-ambiguous");
  });

  it("says how far it is", async () => {
    const seen: [number, number][] = [];
    await check(packageIn(asFolder(sample().package()), false), (...at) => seen.push(at), never);
    const [done, all] = seen[seen.length - 1] ?? [0, 1];
    expect(done).toBe(all);
    expect(seen.every(([at], place) => place === 0 || at >= (seen[place - 1]?.[0] ?? 0))).toBe(true);
  });

  it("can be stopped", async () => {
    const stop = new AbortController();
    const source = packageIn(asFolder(sample().package()), false);
    await expect(check(source, () => stop.abort(), stop.signal)).rejects.toThrow();
  });
});

describe("what is no package", () => {
  const none = async (found: Found) => check(packageIn(found, true), () => undefined, never);

  it("is named so", async () => {
    expect((await none([])).problems).toEqual([{ what: "no-package" }]);
    expect(await unzip(blob(new Uint8Array(500)), "", never)).toBe("no-package");
    const zip = new Uint8Array(await (await zipped(sample().package())).arrayBuffer());
    expect(await unzip(blob(zip.subarray(0, zip.length - 200)), "", never)).toBe("no-package");
  });

  it("may be a newer one, or a damaged one", async () => {
    const files = sample().package();
    edit(files, "manifest.json", (text) => text.replace('"version": 1', '"version": 2'));
    expect(await problems(files)).toEqual([{ what: "newer" }]);
    for (const break_ of [
      (text: string) => text.slice(0, -9),
      (text: string) => text.replace('"houvast-package"', '"other"'),
      (text: string) => text.replace(/"sha256": "[0-9a-f]/, '"sha256": "x'),
      () => "[]",
      () => "null",
    ]) {
      const broken = sample().package();
      edit(broken, "manifest.json", break_);
      expect(await problems(broken)).toEqual([{ what: "manifest-damaged" }]);
      expect(verdict(await problems(broken))).toBe("cannot");
    }
  });
});

describe("a change", () => {
  it("of the list or its signature is found", async () => {
    const files = sample().package();
    edit(files, "manifest.json", (text) => text.replace("14:03", "14:04"));
    expect(await problems(files)).toEqual([{ what: "manifest-changed" }]);
    const unsigned = sample().package();
    unsigned.delete("manifest.note");
    expect(await problems(unsigned)).toEqual([{ what: "manifest-unsigned" }]);
    const bent = sample().package();
    edit(bent, "manifest.note", (text) => text.replace("/package", "/packag"));
    expect(await problems(bent)).toEqual([{ what: "manifest-changed" }]);
  });

  it("of a picture is found", async () => {
    const files = sample().package();
    const name = "evidence/0001 voordeur.jpg";
    files.set(
      name,
      (files.get(name) as Uint8Array).map((byte, at) => (at === 20_000 ? byte ^ 1 : byte)),
    );
    expect(await problems(files)).toEqual([changed(name)]);
    expect(verdict(await problems(files))).toBe("fails");
  });

  it("of a line in the timeline is found", async () => {
    const files = sample().package();
    edit(files, "timeline.json", (text) => text.replaceAll("zeven keer", "acht keer"));
    const report = await found(files);
    expect(report.problems).toEqual([changed("timeline.json"), { what: "entry-differs", number: 1 }]);
    expect(report.entries.map(({ standing }) => standing)).toEqual(["differs", "partly", "full"]);
  });

  it("of the timeline is found although the list was signed again", async () => {
    for (const [of, by, number] of [
      ["zeven keer", "acht keer", 1],
      ["2026-03-03T23:00:00+01:00", "2026-03-03T23:00:01+01:00", 1],
      ['"reason": "verteld"', '"reason": "gelogen"', 2],
      ['"step": "withdrawn"', '"step": "restored"', 3],
      ['"withdrawn": "van iemand anders"', '"withdrawn": null', 3],
    ] as const) {
      const files = sample().package((files) => edit(files, "timeline.json", (text) => text.replace(of, by)));
      expect(await problems(files)).toEqual([{ what: "entry-differs", number }]);
    }
    const piece = sample().package((files) =>
      edit(files, "timeline.json", (text) => text.replace('"name": "bloemen.jpg"', '"name": "bom.jpg"')),
    );
    expect(await problems(piece)).toEqual([{ what: "evidence-differs", number: 2 }]);
  });

  it("of what is empty is none", async () => {
    const files = sample().package((files) =>
      edit(files, "timeline.json", (text) =>
        text.replace('"exact_words": "",', "").replace('"injury": ""', '"x": [{}]'),
      ),
    );
    expect(await problems(files)).toEqual([{ what: "entry-differs", number: 1 }]);
    const same = sample().package((files) =>
      edit(files, "timeline.json", (text) =>
        text.replaceAll('"exact_words": "",', '"channel": null, "links": {},'),
      ),
    );
    expect(await problems(same)).toEqual([]);
    const newer = sample().package((files) =>
      edit(files, "timeline.json", (text) => text.replaceAll('"days_later": null', '"tomorrow": 1')),
    );
    expect(await problems(newer)).toEqual([]);
  });

  it("of a record is found, and what it says is not believed", async () => {
    const files = sample().package();
    edit(files, "records/000001.bin", (text) => text.replace("zeven", "ACHT "));
    const report = await found(files);
    expect(report.problems).toEqual([
      changed("records/000001.bin"),
      { what: "record-changed", number: 1 },
      { what: "entry-unproved", number: 1 },
    ]);
    expect(report.entries[0]?.standing).toBe("unproved");
  });

  it("of the log's head or a proof is found", async () => {
    const made = sample();
    const forged = made.package((files) =>
      files.set("checkpoint.txt", files.get("README.txt") as Uint8Array),
    );
    expect((await problems(forged))[0]).toEqual({ what: "checkpoint-forged" });

    const other = sample();
    other.record("Nog een.");
    const files = made.package();
    const name = "proofs/000001.tlog-proof";
    files.set(name, other.package().get(name) as Uint8Array);
    expect(await problems(files)).toEqual([
      changed(name),
      { what: "proof-other-tree", number: 1 },
      { what: "entry-unproved", number: 1 },
    ]);
  });
});

describe("a proof", () => {
  const name = "proofs/000001.tlog-proof";

  it("that leads elsewhere shows nothing", async () => {
    const bends: ((text: string) => string)[] = [
      (text) => text.replace("index 1", "index 2"),
      (text) => text.replace("index 1", "index 01"),
      (text) => text.replace("@v1", "@v2"),
      (text) =>
        text
          .split("\n")
          .filter((_, line) => line !== 2)
          .join("\n"),
      (text) => text.replace(/(index 1\n)(.+\n)/, "$1$2$2"),
    ];
    for (const bend of bends) {
      const files = sample().package((files) => edit(files, name, bend));
      const report = await found(files);
      expect(report.problems).toEqual([
        { what: "proof-wrong", number: 1 },
        { what: "entry-unproved", number: 1 },
      ]);
      expect(report.entries[0]?.standing).toBe("unproved");
    }
  });

  it("of another place or logbook does not do", async () => {
    const made = sample();
    const files = made.package((files) => {
      files.set("records/000001.bin", files.get("records/000004.bin") as Uint8Array);
    });
    expect(await problems(files)).toEqual([
      { what: "record-changed", number: 1 },
      { what: "entry-unproved", number: 1 },
    ]);
  });
});

describe("whoever signs", () => {
  const signed = async (bend: (made: Case) => void) => {
    const made = sample();
    bend(made);
    return problems(made.package());
  };
  const other = (text: string, at: number) =>
    `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ 1)}${text.slice(at + 1)}`;

  it("cannot pass off a record of another logbook, of another place, or with something behind it", async () => {
    for (const bend of [
      (text: string) => other(text, 1),
      (text: string) => other(text, 24),
      (text: string) => `${text} `,
    ]) {
      const found = await signed(({ log }) => forge(log, 1, bend));
      expect(found).toEqual([
        { what: "record-changed", number: 1 },
        { what: "entry-unproved", number: 1 },
      ]);
    }
  });

  it("cannot tell of an incident what the record tells of another, or does not tell", async () => {
    for (const [from, to] of [
      ["1nc1dent01", "1nc1dent09"],
      ["incident-recorded", "incident-restored"],
      ["zeven", "twaalf".slice(0, 5)],
    ] as const) {
      const found = await signed(({ log }) => forge(log, 1, (text) => text.replace(from, to)));
      expect(found).toEqual([{ what: "entry-differs", number: 1 }]);
    }
  });

  it("cannot put another file in a piece's place", async () => {
    for (const [from, to] of [
      ["ev1dence01", "ev1dence09"],
      ["evidence-kept", "evidence-left"],
      ["voordeur.jpg", "achterom.jpg"],
      ["image/jpeg", "image/webp"],
      ['"size":40000', '"size":40001'],
    ] as const) {
      const found = await signed(({ log }) => forge(log, 2, (text) => text.replace(from, to)));
      expect(found).toEqual([{ what: "evidence-differs", number: 1 }]);
    }
    const hash = await signed(({ log }) =>
      forge(log, 2, (text) => text.replace(/"sha256":"./, '"sha256":"x')),
    );
    expect(hash).toEqual([{ what: "evidence-differs", number: 1 }]);
    const files = sample().package((files) => files.set("evidence/0001 voordeur.jpg", Uint8Array.of(1)));
    expect(await problems(files)).toEqual([{ what: "evidence-differs", number: 1 }]);
    const owner = await signed(({ records }) => {
      for (const record of records) if (record.evidence === "ev1dence01") record.evidence = "ev1dence09";
    });
    expect(owner).toEqual([{ what: "evidence-unproved", number: 1 }]);
  });
});

describe("a signature", () => {
  it("counts only as it was made, for this log, under this key", async () => {
    const made = sample();
    for (const name of ["manifest.note", "checkpoint.txt"]) {
      const files = made.package();
      edit(files, name, (text) =>
        text.replace(/(.)(.{8})\n$/, (_, one: string, rest: string) => `${one === "A" ? "B" : "A"}${rest}\n`),
      );
      const found = (await problems(files)).map(({ what }) => what);
      expect(found).toContain(name === "manifest.note" ? "manifest-changed" : "checkpoint-forged");
    }
    const head = made.log.checkpoint().split("\n\n")[0] ?? "";
    const elsewhere = made.log.sign(`${head.replace(made.log.name, "houvast/elsewhere")}\n`);
    const files = made.package((files) => files.set("checkpoint.txt", new TextEncoder().encode(elsewhere)));
    expect((await problems(files))[0]).toEqual({ what: "checkpoint-forged" });
    const key = made.log.verifierKey().replace(/\+[0-9a-f]{8}\+/, "+00000000+");
    expect((await problems(made.sealed(made.package(), key)))[0]).toEqual({ what: "manifest-changed" });
  });
});

describe("a file", () => {
  it("that is missing is named", async () => {
    const files = sample().package();
    files.delete("evidence/0002 bloemen.jpg");
    expect(await problems(files)).toEqual([{ what: "file-missing", name: "evidence/0002 bloemen.jpg" }]);
    const bare = sample().package();
    for (const name of ["records/000001.bin", "proofs/000003.tlog-proof", "checkpoint.txt"])
      bare.delete(name);
    const names = (await problems(bare)).map(({ what }) => what);
    expect(names.filter((what) => what === "file-missing")).toHaveLength(3);
  });

  it("that was added is named, also when it is there twice or beside the rest of a ZIP", async () => {
    const files = sample().package();
    files.set("evidence/0003 extra.jpg", Uint8Array.of(1));
    expect(await problems(files)).toEqual([{ what: "file-added", name: "evidence/0003 extra.jpg" }]);
    expect(verdict(await problems(files))).toBe("partly");
    const found = asFolder(sample().package(), "map/");
    found.push(
      ["map/timeline.pdf", itemOf(blob(Uint8Array.of(1)))],
      ["../kwaad.txt", itemOf(blob(Uint8Array.of(1)))],
    );
    expect((await check(packageIn(found, true), () => undefined, never)).problems).toEqual([
      { what: "file-added", name: "timeline.pdf" },
      { what: "file-added", name: "/../kwaad.txt" },
    ]);
  });

  it("that cannot be read is named", async () => {
    const broken = { size: 40_000, read: () => Promise.reject(new Error("gone")) };
    const found = asFolder(sample().package()).map(
      ([name, item]) => [name, name.startsWith("evidence/0001") ? broken : item] as Found[0],
    );
    const { problems } = await check(packageIn(found, false), () => undefined, never);
    expect(problems).toEqual([{ what: "file-unreadable", name: "evidence/0001 voordeur.jpg" }]);
  });
});

describe("a swapped list", () => {
  it("is one problem in place of three", async () => {
    const other = sample(new Log(9));
    other.record("Iets anders.");
    const files = sample().package();
    const theirs = other.package((files) => {
      edit(files, "timeline.pdf", () => "another");
      edit(files, "timeline.csv", () => "another");
    });
    for (const name of ["manifest.json", "manifest.note"]) files.set(name, theirs.get(name) as Uint8Array);
    const found = await problems(files);
    expect(found[0]).toEqual({ what: "manifest-other" });
    expect(found.some(({ name }) => name === "timeline.pdf")).toBe(false);
    expect(verdict(found)).toBe("fails");
  });

  it("under the key of another is not this logbook's", async () => {
    const made = sample();
    const files = made.package();
    made.sealed(files, new Log(9).verifierKey());
    expect((await problems(files)).map(({ what }) => what)).toContain("manifest-changed");
  });
});

describe("what the log does not show", () => {
  it("is unproved", async () => {
    const made = sample();
    made.records.splice(0, 2);
    const report = await found(made.package());
    expect(report.problems).toEqual([
      { what: "entry-unproved", number: 1 },
      { what: "evidence-unproved", number: 1 },
    ]);
    expect(verdict(report.problems)).toBe("partly");
  });

  it("cannot lean on the record of another incident", async () => {
    const made = sample();
    const note = made.records.find(({ hidden }) => hidden);
    if (note) note.incident = "s0meth1ng0";
    expect(await problems(made.package())).toEqual([{ what: "entry-unproved", number: 2 }]);
  });
});

describe("an anchor of earlier", () => {
  it("fits if the logbook grew from it", async () => {
    const made = sample();
    const { standpoint } = await found(made.package());
    if (!standpoint) throw new Error("there is a checkpoint");
    const given = made.log.checkpoint(5);
    expect(holdAgainst(given, standpoint)).toEqual({ holds: true, size: 5 });
    expect(holdAgainst(made.log.checkpoint(), standpoint)).toEqual({ holds: true, size: 9 });
    const mailed = `> ${given.trimEnd().replaceAll("\n", "\r\n> ")}`;
    expect(holdAgainst(mailed, standpoint)).toEqual({ holds: true, size: 5 });

    const is = (text: string) => holdAgainst(text, standpoint);
    expect(is(made.log.checkpoint(4))).toEqual({ holds: false, what: "anchor-unknown" });
    expect(is(sample(new Log(9)).log.checkpoint(5))).toEqual({ holds: false, what: "anchor-other-logbook" });
    expect(is(given.replace("\n5\n", "\n6\n"))).toEqual({ holds: false, what: "anchor-forged" });
    expect(is("hallo")).toEqual({ holds: false, what: "anchor-forged" });
    const bent = standpoint.anchors.map((anchor) => ({
      ...anchor,
      consistency: anchor.consistency.slice(1),
    }));
    expect(holdAgainst(given, { ...standpoint, anchors: bent })).toEqual({
      holds: false,
      what: "anchor-differs",
    });
  });

  it("fits for every two sizes", async () => {
    const log = new Log();
    const made = new Case(log);
    for (let one = 0; one < 17; one += 1) made.record(`${one}`);
    made.anchors = Array.from({ length: 18 }, (_, size) => size + 1);
    const { standpoint, problems } = await found(made.package());
    expect(problems).toEqual([]);
    if (!standpoint) throw new Error("there is a checkpoint");
    for (const size of made.anchors) {
      expect(holdAgainst(log.checkpoint(size), standpoint)).toEqual({ holds: true, size });
    }
  });
});
