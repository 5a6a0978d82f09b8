// Reads scripts as a JSON list, prints each as esbuild formats it, empty statements aside, as a JSON list.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../miniport/runtime/package.json", import.meta.url));
const { transformSync } = require("esbuild");
const printed = (text) => {
  try {
    return transformSync(text, { charset: "utf8", logLevel: "silent" }).code.replace(/^\s*;\n/gm, "");
  } catch (error) {
    return `${error.message}\n${text}`;
  }
};
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(printed)));
