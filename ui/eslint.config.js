import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";

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
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
    rules: {
      // Only svelte-check knows the types of a component's properties; here they all look like `any`.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      // A text between others keeps its spaces.
      "svelte/no-useless-mustaches": "off",
      // A `Date` or an address inside a function is nobody's state.
      "svelte/prefer-svelte-reactivity": "off",
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
