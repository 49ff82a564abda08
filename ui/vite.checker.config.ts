/** Builds `controleren.html`: one file, with a policy that names its script and its style by their hashes. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { defineConfig, type Plugin } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What the page is made of besides, with the notices that their licences ask for. */
const PARTS = ["@fluent/bundle", "@noble/ed25519", "@noble/hashes", "@zip.js/zip.js", "fflate"];

function notices(): string {
  const parts = PARTS.map((name) => {
    const at = (file: string) => here(`node_modules/${name}/${file}`);
    const { version, license } = JSON.parse(readFileSync(at("package.json"), "utf8")) as Record<
      string,
      string
    >;
    const text = existsSync(at("LICENSE")) ? readFileSync(at("LICENSE"), "utf8").trim() : "";
    return `${name} ${version}, ${license}\n${text}`;
  });
  // Two dashes would end the comment in some readers' eyes.
  return ["Houvast, EUPL-1.2. With parts of:", ...parts].join("\n\n").replaceAll("--", "- -");
}

/** Of the words of the app the page needs the kinds of incident; of none the comments. */
const words: Plugin = {
  name: "words",
  enforce: "pre",
  load(id) {
    if (!id.endsWith(".ftl?raw")) return null;
    const lines = readFileSync(id.replace("?raw", ""), "utf8").split("\n");
    const wanted = id.includes("words.ftl") ? /^kind-/ : /^(?!#)/;
    return `export default ${JSON.stringify(lines.filter((line) => wanted.test(line)).join("\n"))}`;
  },
};

/** The page's policy allows no workers: the code that would start them stays out. */
const withoutWorkers: Plugin = {
  name: "without-workers",
  enforce: "pre",
  load: (id) => (id.endsWith("/codec-worker-web.js") ? "" : null),
};

/** Puts script and style into the page. */
const oneFile: Plugin = {
  name: "one-file",
  enforce: "post",
  generateBundle(_, bundle) {
    let script = "";
    const style = readFileSync(here("checker/page/styles.css"), "utf8").trim();
    for (const [name, part] of Object.entries(bundle)) {
      if (part.type === "chunk") script += part.code;
      delete bundle[name];
    }
    // Inside an element for scripts, this would end it.
    script = script.trim().replaceAll("</script", "<\\/script");
    const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
    const page = readFileSync(here("checker/index.html"), "utf8")
      .replace("<!--policy-->", () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`)
      .replace("<!--style-->", () => `<style>${style}</style>`)
      .replace("<!--script-->", () => `<script>${script}</script>`)
      .replace("<!--notices-->", () => `<!--\n${notices()}\n-->`);
    this.emitFile({ type: "asset", fileName: "controleren.html", source: page });
  },
};

export default defineConfig({
  plugins: [words, withoutWorkers, oneFile],
  resolve: { alias: { $locales: here("../locales") } },
  // Nothing is loaded from anywhere.
  define: { "import.meta.url": "undefined" },
  build: {
    // What browsers of late 2022 know.
    target: ["chrome108", "firefox108", "safari16"],
    outDir: "dist-checker",
    emptyOutDir: true,
    modulePreload: false,
    rollupOptions: {
      input: here("checker/page/main.ts"),
      output: { format: "iife", codeSplitting: false },
    },
  },
});
