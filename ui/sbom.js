/**
 * What the page is made of and built with, as CycloneDX, without what differs from run to run; and the licences of what is
 * in the page. `node sbom.js BILL LICENCES`
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [bill, licences] = process.argv.slice(2);
const here = import.meta.dirname;

// On Windows npm is a script, which needs a shell.
const how = { cwd: here, encoding: "utf8", maxBuffer: 2 ** 26, shell: process.platform === "win32" };
const told = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx"], how);
const made = JSON.parse(told);
delete made.serialNumber;
delete made.metadata.timestamp;
writeFileSync(bill, `${JSON.stringify(made, null, 2)}\n`);

// npm's own way of leaving out tools leaves out what a tool needs as well, such as Svelte: the way is walked here.
const { dependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const needs = new Map(made.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
const inPage = new Set(Object.entries(dependencies).map(([name, version]) => `${name}@${version}`));
for (const ref of inPage) needs.get(ref)?.forEach((needed) => inPage.add(needed));

const texts = made.components
  .filter((component) => inPage.has(component["bom-ref"]))
  .map(({ name, version, licenses = [] }) => {
    const folder = join(here, "node_modules", name);
    const files = existsSync(folder)
      ? readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file))
      : [];
    const ids = licenses.map(({ license, expression }) => expression ?? license.id ?? license.name);
    return [
      `${name} ${version}: ${ids.join(", ")}`,
      ...files.map((file) => readFileSync(join(folder, file), "utf8").trim()),
    ];
  });
writeFileSync(licences, texts.map((text) => `${"-".repeat(72)}\n\n${text.join("\n\n")}\n`).join("\n"));
