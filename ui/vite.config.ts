import { fileURLToPath } from "node:url";

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte({ compilerOptions: { runes: true } })],
  resolve: {
    alias: {
      $lib: fileURLToPath(new URL("src/lib", import.meta.url)),
      $locales: fileURLToPath(new URL("../locales", import.meta.url)),
    },
    conditions: process.env.VITEST ? ["browser"] : undefined,
  },
  server: { port: 5183, strictPort: true, fs: { allow: [".."] } },
  // Everything in files of its own: the content security policy allows no inline styles, scripts or fonts.
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // A test reads the style sheet; by itself Vitest hands out an empty one.
  test: { environment: "jsdom", css: { include: [/styles\.css/] } },
});
