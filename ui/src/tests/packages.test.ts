import Ajv from "ajv";
import { describe, expect, it } from "vitest";

import common from "../../../src-tauri/tauri.conf.json";
import linux from "../../../src-tauri/tauri.linux.conf.json";
import macos from "../../../src-tauri/tauri.macos.conf.json";
import windows from "../../../src-tauri/tauri.windows.conf.json";
import installer from "../../../src-tauri/packaging/windows/installer.nsi?raw";
import schema from "../../node_modules/@tauri-apps/cli/config.schema.json";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** As Tauri puts a system's file over the common one: https://www.rfc-editor.org/rfc/rfc7396 */
function merged(below: Json, above: Json): Json {
  if (above === null || typeof above !== "object" || Array.isArray(above)) return above;
  const under = below !== null && typeof below === "object" && !Array.isArray(below) ? below : {};
  const all = { ...under };
  for (const [key, value] of Object.entries(above)) all[key] = merged(all[key] ?? null, value);
  return all;
}

/** Everything that is named as a file. */
const packaging = Object.keys(
  import.meta.glob(["../../../src-tauri/packaging/**/*", "../../../src-tauri/icons/*"], { query: "?url" }),
).map((path) => path.replace("../../../src-tauri/", ""));

function named(json: Json): string[] {
  if (typeof json === "string") return /^(packaging|icons)\//.test(json) ? [json] : [];
  return json !== null && typeof json === "object" ? Object.values(json).flatMap(named) : [];
}

describe("the configuration of the packages", () => {
  const configurations = { android: {}, linux, macos, windows };

  it.each(Object.entries(configurations))(
    "for %s holds to Tauri’s schema and names files that are there",
    (_, its) => {
      const all = merged(common, its);
      const ajv = new Ajv({ schemaId: "auto", unknownFormats: "ignore" });
      expect(ajv.validate(schema, all), ajv.errorsText()).toBe(true);
      expect(named(all).filter((file) => !packaging.includes(file))).toEqual([]);
    },
  );

  it("lets no uninstaller remove the folder in which the logbook lies", () => {
    expect(windows.bundle.windows.nsis.template).toBe("packaging/windows/installer.nsi");
    const removed = installer.match(/^\s*rmdir\s+\/r\b.*$/gim)?.map((line) => line.trim());
    expect(removed).toEqual([String.raw`RMDir /r "$LOCALAPPDATA\${BUNDLEID}\EBWebView"`]);
    expect(installer).not.toMatch(/DeleteAppData/);
  });
});
