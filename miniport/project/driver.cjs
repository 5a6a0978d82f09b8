// Drives a tool of the project's own packages: one JSON line in for each text, one out. Whatever a sheet imports
// is asked for and answered the same way, so that nothing is read here but the tool itself.
"use strict";

const fs = require("fs");
const path = require("path");

const [tool, folder] = process.argv.slice(2);
let rest = Buffer.alloc(0);

// A tool that talks must not talk into the answers.
console.log = console.info = console.warn = () => {};

function receive() {
  const chunk = Buffer.alloc(1 << 16);
  while (rest.indexOf(10) < 0) {
    const length = fs.readSync(0, chunk, 0, chunk.length);
    if (length === 0) return null;
    rest = Buffer.concat([rest, chunk.subarray(0, length)]);
  }
  const end = rest.indexOf(10);
  const line = rest.subarray(0, end).toString("utf8");
  rest = rest.subarray(end + 1);
  return JSON.parse(line);
}

function send(message) {
  const bytes = Buffer.from(JSON.stringify(message) + "\n");
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(1, bytes, at);
}

function ask(request, from) {
  send({ ask: request, from });
  return receive();
}

async function compileLess({ path: filename, text }) {
  const less = require(folder);
  class Manager extends less.FileManager {
    supports() {
      return true;
    }
    supportsSync() {
      return false;
    }
    async loadFile(request, directory) {
      const found = ask(request, directory + "x");
      if (found.absent) throw { type: "File", message: found.absent };
      return { filename: found.path, contents: found.text };
    }
  }
  const plugin = { install: (_, manager) => manager.addFileManager(new Manager()) };
  const { css, map } = await less.render(text, { filename, plugins: [plugin], sourceMap: { sourceMapBasepath: "", disableSourcemapAnnotation: true } });
  return { text: css, map };
}

// Stylus has no hook for what it imports: its own functions that look for a file and read it are replaced.
function compileStylus({ path: filename, text }) {
  const stylus = require(folder);
  const root = path.resolve("/miniport-project");
  const texts = new Map();
  const { readFileSync: read, statSync: stat } = fs;
  stylus.utils.find = (request, folders) => {
    // Its own functions are written in Stylus.
    if (/[\\/]stylus[\\/]lib[\\/]functions[\\/]/.test(request)) return [request];
    for (const place of [...folders].reverse()) {
      const found = ask(request, path.relative(root, path.join(place, "x")).split(path.sep).join("/"));
      if (found.absent) continue;
      texts.set(path.join(root, found.path), found.text);
      return [path.join(root, found.path)];
    }
    return null;
  };
  stylus.utils.lookupIndex = () => null;
  fs.readFileSync = (name, options) => (texts.has(name) ? texts.get(name) : read(name, options));
  fs.statSync = (name, options) => (texts.has(name) ? { mtime: new Date(0), size: 0 } : stat(name, options));
  try {
    const style = stylus(text, { filename: path.join(root, filename), cache: false, paths: [] });
    style.set("sourcemap", { comment: false, basePath: root });
    const css = style.render();
    return { text: css, map: JSON.stringify(style.sourcemap) };
  } finally {
    Object.assign(fs, { readFileSync: read, statSync: stat });
  }
}

// Scripts for an earlier language, or small ones; the file's own name is what the map leads to. Where no level
// is told, no syntax is put for other syntax: it might be newer than what the platform reads.
async function compileEsbuild({ path: sourcefile, text, level, loader, small }) {
  const { code, map } = await require(folder).transform(text, {
    sourcefile, loader, target: level || "esnext", sourcemap: "external", sourcesContent: false, charset: "utf8", logLevel: "silent",
    minifyWhitespace: small, minifyIdentifiers: small, minifySyntax: small && (level !== "" || loader === "css"),
  });
  return { text: code, map };
}

async function compileTerser({ path: filename, text, level }) {
  const { code, map } = await require(folder).minify({ [filename]: text }, {
    ecma: Number((level || "es2015").slice(2)),
    format: { comments: /^!|@license|@preserve|@cc_on/i },
    sourceMap: {},
  });
  return { text: code, map };
}

const compile = { less: compileLess, stylus: compileStylus, esbuild: compileEsbuild, terser: compileTerser }[tool];

function faultOfEsbuild({ text, location }) {
  // Its columns count bytes.
  const before = location ? Buffer.from(location.lineText).subarray(0, location.column).toString() : "";
  return { message: text, path: location ? location.file : "", line: location ? location.line : 0, column: [...before].length };
}

function fault(error) {
  if (error.errors && error.errors.length > 0) return faultOfEsbuild(error.errors[0]);
  const lines = String(error.message || error).split("\n").filter(Boolean);
  // Stylus tells the place in the first line of its message only.
  const [, file, line, column] = /^(.+?):(\d+):(\d+)$/.exec(lines[0]) || [];
  return {
    message: (lines.pop() || "no reason given").trim(),
    path: String(error.filename || file || "").replace(/^\/miniport-project\//, ""),
    line: error.line || error.lineno || Number(line || 0),
    column: error.column || Math.max(0, Number(column || 1) - 1),
  };
}

async function main() {
  for (let sheet = receive(); sheet !== null; sheet = receive()) {
    let answer;
    try {
      answer = await compile(sheet);
    } catch (error) {
      answer = fault(error);
    }
    send(answer);
  }
}

main();
