/* Build the runtime: `node build.mjs [--out FOLDER]`.
 *
 * core.js is one scope-hoisted classic script. Every file of src/element, src/api and src/host, and what
 * src/entries.json lists as a piece, becomes `miniport.define("miniport:<family>/<name>", ...)`; it may import
 * "miniport:core" and its own neighbours only. entries.json also lists further scripts and files that are copied.
 * manifest.json says what there is and what each piece provides.
 */

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");
const flag = process.argv.indexOf("--out");
const out = flag < 0 ? join(here, "built") : process.argv[flag + 1];

const entries = JSON.parse(readFileSync(join(source, "entries.json"), "utf8"));

const IMPORT = /^import (\{[^}]*\}) from "miniport:core";$/gm;
const settings = {
  absWorkingDir: here,
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  target: "es2015",
  write: false,
};

/* In a piece, the core is what the wrapper of the piece asks the registry for. */
const coreOfPiece = {
  name: "core",
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]src[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(IMPORT, (all, names) => `const ${names.replace(/ as /g, ": ")} = core;`),
    }));
  },
};

function write(name, text) {
  const path = join(out, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function bundle(entry, options) {
  const result = await build({ ...settings, entryPoints: [entry], ...options });
  return result.outputFiles[0].text.trimEnd();
}

async function style(path) {
  return existsSync(path) ? (await bundle(path, { loader: { ".css": "css" } })) + "\n" : "";
}

/* What a piece registers, seen by running it against an empty core. */
function provided(code) {
  const seen = { elements: [], apis: [] };
  const core = new Proxy(
    {
      Component: class {},
      api: (table) => seen.apis.push(...Object.keys(table)),
      asynchronous: (run) => run,
      element: (name) => seen.elements.push(name),
    },
    { get: (table, key) => (key in table ? table[key] : () => {}) },
  );
  const define = (id, names, factory) => factory(() => core, { exports: {} }, {});
  vm.runInNewContext(code, { miniport: { define }, window: {}, document: {}, navigator: {} });
  return { elements: seen.elements.sort(), apis: seen.apis.sort() };
}

async function piece(id, path) {
  const exported = /^export /m.test(readFileSync(path, "utf8"));
  const options = { format: "iife", plugins: [coreOfPiece], ...(exported ? { globalName: "piece" } : {}) };
  const body = await bundle(path, options);
  const last = exported ? "\nmodule.exports = piece;" : "";
  const head = `miniport.define("miniport:${id}", [], function (require, module) {\nvar core = require("miniport:core");\n`;
  const code = `${head}${body}${last}\n});\n`;
  const css = await style(path.replace(/\.js$/, ".css"));
  write(`${id}.js`, code);
  if (css) {
    write(`${id}.css`, css);
  }
  return { file: `${id}.js`, css: css ? `${id}.css` : null, ...provided(code) };
}

function listed() {
  const found = [];
  for (const family of ["api", "element", "host"]) {
    for (const name of readdirSync(join(source, family)).sort()) {
      if (name.endsWith(".js")) {
        found.push([`${family}/${name.slice(0, -3)}`, join(source, family, name)]);
      }
    }
  }
  for (const [id, path] of Object.entries(entries.pieces)) {
    found.push([id, join(source, path)]);
  }
  return found.filter(([, path]) => existsSync(path));
}

async function others() {
  const made = [];
  for (const [name, { entry, format, minify = true }] of Object.entries(entries.scripts)) {
    if (existsSync(join(source, entry))) {
      write(name, (await bundle(join(source, entry), { format, minify })) + "\n");
      made.push(name);
    }
  }
  for (const [name, path] of Object.entries(entries.copies)) {
    if (existsSync(join(source, path))) {
      write(name, readFileSync(join(source, path)));
      made.push(name);
    }
  }
  return made;
}

function notices() {
  const preact = join(here, "node_modules", "preact");
  const { version } = JSON.parse(readFileSync(join(preact, "package.json"), "utf8"));
  return `preact ${version}\n\n${readFileSync(join(preact, "LICENSE"), "utf8").trim()}\n`;
}

rmSync(out, { recursive: true, force: true });
const core = (await bundle(join(source, "core", "index.js"), { format: "iife" })) + "\n";
write("core.js", core);
write("core.css", await style(join(source, "core", "core.css")));
write("dark.css", await style(join(source, "core", "dark.css")));
write("NOTICE.txt", notices());
const pieces = {};
for (const [id, path] of listed()) {
  pieces[id] = await piece(id, path);
}
const manifest = { core: { file: "core.js", css: "core.css", dark: "dark.css" }, notices: "NOTICE.txt", pieces, others: await others() };
write("manifest.json", JSON.stringify(manifest, null, 1) + "\n");

const sizes = [["core.js", core], ...Object.values(pieces).map(({ file }) => [file, readFileSync(join(out, file))])];
for (const [name, text] of sizes) {
  console.log(`${name}  ${Buffer.byteLength(text)} bytes, ${gzipSync(text, { level: 9 }).length} gzip`);
}
console.log(`built into ${relative(process.cwd(), out) || "."}`);
