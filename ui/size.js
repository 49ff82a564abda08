/** What the app and the page of the package weigh, compressed and without fonts; too much fails the build. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const MOST = 300_000;
const PARTS = [
  ["app", "dist"],
  ["controleren.html", "dist-checker"],
];

for (const [name, folder] of PARTS) {
  const there = join(import.meta.dirname, folder);
  const sizes = readdirSync(there, { recursive: true })
    .filter((file) => /\.(js|css|html)$/.test(file))
    .map((file) => gzipSync(readFileSync(join(there, file))).length);
  const sum = sizes.reduce((all, one) => all + one, 0);
  console.log(`${name}: ${(sum / 1000).toFixed(1)} kB compressed, of at most ${MOST / 1000}`);
  if (sum > MOST) process.exitCode = 1;
}
