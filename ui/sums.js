/** The checksums of everything in a folder, as `sha256sum --check` reads them: node sums.js FOLDER */
import { createHash } from "node:crypto";
import { createReadStream, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

const NAME = "SHA256SUMS";

const folder = process.argv[2];
const lines = [];
for (const file of readdirSync(folder).sort()) {
  if (file === NAME) continue;
  const hash = createHash("sha256");
  await pipeline(createReadStream(join(folder, file)), hash);
  lines.push(`${hash.digest("hex")}  ${file}\n`);
}
writeFileSync(join(folder, NAME), lines.join(""));
