import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import * as tsWithComponents from "typescript-eslint-parser-for-extra-files";

import svelteConfig from "./svelte.config.js";

/** What prettier and svelte-check do not see: promises that nobody waits for, values of no type, dead code. */
export default ts.config(
  { ignores: ["dist", "dist-checker", "src/lib/bindings"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    // With the usual parser everything that a component's property hands over looks like `any`.
    languageOptions: {
      parserOptions: { parser: tsWithComponents, extraFileExtensions: [".svelte"], svelteConfig },
    },
    rules: {
      // A text between others keeps its spaces.
      "svelte/no-useless-mustaches": "off",
      // A `Date` or an address inside a function is nobody's state.
      "svelte/prefer-svelte-reactivity": "off",
    },
  },
  {
    // These hold a component to call what it exports; only svelte-check knows the type of that.
    files: ["src/screens/Timeline.svelte", "src/lib/components/Viewer.svelte"],
    rules: {
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_$" }],
    },
  },
  {
    files: ["src/tests/**"],
    rules: {
      // What stands for the app's other half answers and refuses as that does: with promises, and with no `Error`.
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/prefer-promise-reject-errors": "off",
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  // The tools' own settings, outside what tsconfig.json names.
  { files: ["*.js", "*.ts"], ...ts.configs.disableTypeChecked },
  { files: ["*.js", "*.ts"], languageOptions: { globals: { ...globals.node } } },
);
