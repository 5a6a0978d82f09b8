// Compares what erasing made of TypeScript texts with what transpileModule makes of them, as acorn's trees.
// usage: node typescript.mjs NODE_MODULES ASKED.json [time]
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, asked, timed] = process.argv.slice(2);
const require = createRequire(modules + "/");
const ts = require("typescript");
const acorn = require("acorn");

const options = {
  compilerOptions: {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    experimentalDecorators: true,
    removeComments: true,
  },
};
const parsed = (text) => acorn.parse(text, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true, allowReturnOutsideFunction: true });

// What both mean alike: empty statements and exports, the helper of decorators, and our spelling of its call.
const isHelper = (node) => node.type === "VariableDeclaration" && node.declarations[0].id.name === "__decorate";
const isEmpty = (node) =>
  node.type === "EmptyStatement" ||
  (node.type === "ExportNamedDeclaration" && !node.declaration && !node.source && !node.specifiers.length) ||
  isHelper(node);
const isApply = (node) =>
  node.type === "CallExpression" && node.callee.type === "MemberExpression" && node.callee.property.name === "reduceRight";

function plain(node) {
  if (Array.isArray(node)) return node.filter((each) => !each || !isEmpty(each)).map(plain);
  if (!node || typeof node !== "object") return typeof node === "bigint" ? String(node) : node;
  if (node instanceof RegExp) return String(node);
  if (isApply(node)) {
    return plain({ type: "CallExpression", callee: { type: "Identifier", name: "__decorate" }, optional: false, arguments: [node.callee.object, node.arguments[1]] });
  }
  const made = {};
  for (const key of Object.keys(node)) {
    if (!["start", "end", "raw", "directive"].includes(key)) made[key] = plain(node[key]);
  }
  return made;
}

function difference(a, b, path = "") {
  if (a === b) return "";
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return `${path}: ${JSON.stringify(a)} / ${JSON.stringify(b)}`;
  if (Array.isArray(a) && a.length !== b.length) {
    const at = a.findIndex((each, index) => difference(each, b[index]));
    const shown = (list, i) => JSON.stringify(list[i] ?? null).slice(0, 120);
    return `${path}: ${a.length} / ${b.length} nodes: ${shown(a, at < 0 ? a.length : at)} / ${shown(b, at < 0 ? a.length : at)}`;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference(a[key], b[key], `${path}.${key}`);
    if (found) return found;
  }
  return "";
}

const files = JSON.parse(readFileSync(asked, "utf8"));
const answer = { files: {}, seconds: 0 };
if (timed) {
  const [first] = Object.values(files);
  for (let i = 0; i < 20 && first; i += 1) ts.transpileModule(first.text, options);
}
const theirs = {};
const started = process.cpuUsage();
for (const [path, { text }] of Object.entries(files)) theirs[path] = ts.transpileModule(text, options).outputText;
const used = process.cpuUsage(started);
answer.seconds = (used.user + used.system) / 1e6;
for (const [path, { made, refused }] of Object.entries(files)) {
  let found;
  try {
    found = difference(plain(parsed(made)), plain(parsed(theirs[path])));
  } catch (error) {
    found = `not parsed: ${error.message}`;
  }
  answer.files[path] = { same: !found, refused, difference: found };
}
process.stdout.write(JSON.stringify(answer));
