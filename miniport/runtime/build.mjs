/* Build the runtime: `node build.mjs [--out FOLDER]`.
 *
 * core.js is one scope-hoisted classic script. Every file of src/element, src/api, src/host and src/part, and what
 * src/entries.json lists as a piece, becomes `miniport.define("miniport:<family>/<name>", ...)`; it may import
 * "miniport:core", "miniport:part/<name>" and its own neighbours only. In src/part, which holds what only some apps need of
 * the core, files of src/core are written as such and come from the core's export table all the same.
 * entries.json also lists further scripts and files that are copied, and words: a piece is needed where one of its words
 * stands in a compiled module or the configuration of the app. manifest.json says what there is and what each piece provides.
 */

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");
const flag = process.argv.indexOf("--out");
const out = flag < 0 ? join(here, "built") : process.argv[flag + 1];

const entries = JSON.parse(readFileSync(join(source, "entries.json"), "utf8"));

const IMPORT = /^import (?:(?:\* as (\w+)|(\{[^}]*\})) from )?"(preact|miniport:core|\.\.\/core\/\w+\.js|miniport:part\/\w+|\.\/\w+\.js)";$/gm;
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

/* A file of a piece, in which the core and other pieces are what the wrapper asks the registry for; `needs` gets their ids. */
function linked(path, needs) {
  const isPart = basename(dirname(path)) === "part";
  return readFileSync(path, "utf8").replace(IMPORT, (all, space, names, from) => {
    const bound = (value) => (names ? `const ${names.replace(/ as /g, ": ")} = ${value};` : "");
    if (from === "miniport:core" || (isPart && /^(preact|\.\.\/core)/.test(from))) {
      return space ? `const ${space} = core.${space};` : bound("core");
    }
    const other = isPart && from.startsWith("./") ? `part/${from.slice(2, -3)}` : from.replace("miniport:", "");
    if (!other.startsWith("part/")) {
      return all;
    }
    needs.add(other);
    return bound(variable(other));
  });
}

const variable = (id) => id.replace(/\W/g, "_");

const linking = (needs) => ({
  name: "linking",
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]src[\\/].*\.js$/ }, ({ path }) => ({ contents: linked(path, needs) }));
  },
});

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

/* What a piece registers, seen by running it against an empty core: elements, APIs, and functions for templates, which are
 * words of a compiled template.
 */
function provided(code) {
  const seen = { elements: [], apis: [] };
  const template = {};
  const core = new Proxy(
    {
      Component: class {},
      Record: class {},
      api: (table) => seen.apis.push(...Object.keys(table)),
      asynchronous: (run) => run,
      element: (name) => seen.elements.push(name),
      parts: {},
      shared: {},
      template,
    },
    { get: (table, key) => (key in table ? table[key] : () => {}) },
  );
  const define = (id, names, factory) => factory(() => core, { exports: {} }, {});
  vm.runInNewContext(code, { miniport: { define }, window: {}, document: {}, navigator: {}, HTMLElement: class {} });
  const words = Object.keys(template).map((name) => `= t.${name}`);
  return { elements: seen.elements.sort(), apis: seen.apis.sort(), words: words.sort() };
}

/* The ids of the pieces of src/part that another piece imports from. */
function importedParts(paths) {
  const found = new Set();
  paths.forEach((path) => linked(path, found));
  return found;
}

/* The text of a module that a registry's factory holds: what it exports as one object, or not at all. */
function handedOut(code, isAsked) {
  return code.replace(/export ?\{([^}]*)\};?$/, (all, names) => {
    const pairs = names.split(",").map((name) => name.trim().split(" as ")).map(([own, as = own]) => `${as}:${own}`);
    return isAsked ? `module.exports={${pairs.join(",")}};` : "";
  });
}

async function piece(id, path, imported) {
  const isAsked = id.startsWith("host/") || imported.has(id);
  const needs = new Set();
  const body = handedOut(await bundle(path, { format: "esm", plugins: [linking(needs)] }), isAsked);
  const asked = ["core", ...needs].map((other) => `var ${variable(other)} = require("miniport:${other}");\n`);
  const code = `miniport.define("miniport:${id}", [], function (require, module) {\n${asked.join("")}${body}\n});\n`;
  const css = await style(path.replace(/\.js$/, ".css"));
  write(`${id}.js`, code);
  if (css) {
    write(`${id}.css`, css);
  }
  const { words, ...registered } = provided(code);
  const known = [...words, ...(entries.words[id] || [])];
  return { file: `${id}.js`, css: css ? `${id}.css` : null, ...registered, needs: [...needs].sort(), words: known };
}

function listed() {
  const found = [];
  for (const family of ["api", "element", "host", "part"]) {
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

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : path.endsWith(".js") ? [path] : [];
  });
}

async function others() {
  const made = [];
  for (const [name, { entry, format, minify = true, target = settings.target }] of Object.entries(entries.scripts)) {
    if (existsSync(join(source, entry))) {
      write(name, (await bundle(join(source, entry), { format, minify, target })) + "\n");
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
const imported = importedParts(filesBelow(source));
for (const [id, path] of listed()) {
  pieces[id] = await piece(id, path, imported);
}
const manifest = { core: { file: "core.js", css: "core.css", dark: "dark.css" }, notices: "NOTICE.txt", pieces, others: await others() };
write("manifest.json", JSON.stringify(manifest, null, 1) + "\n");

const sizes = [["core.js", core], ...Object.values(pieces).map(({ file }) => [file, readFileSync(join(out, file))])];
for (const [name, text] of sizes) {
  console.log(`${name}  ${Buffer.byteLength(text)} bytes, ${gzipSync(text, { level: 9 }).length} gzip`);
}
console.log(`built into ${relative(process.cwd(), out) || "."}`);
