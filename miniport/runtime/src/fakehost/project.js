// An emitted WBox project, read over HTTP.

import { requests } from "./modules.js";

async function text(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

async function json(url) {
  return JSON.parse(await text(url));
}

/** Split a page file into its template and script. */
export function splitPage(file) {
  const block = (tag) => {
    const match = new RegExp(`<${tag}>([\\s\\S]*)</${tag}>`).exec(file);
    return match ? match[1] : "";
  };
  return { template: block("template").trim(), script: block("script") };
}

function folder(path) {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** Return the path below src/ that a request of a file names, or null for a package. */
export function resolve(from, request) {
  const isAlias = request.startsWith("@/");
  if (!isAlias && !request.startsWith(".")) return null;
  const joined = isAlias ? request.slice(2) : folder(from) + request;
  const parts = [];
  joined.split("/").forEach((part) => {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  });
  const path = parts.join("/");
  return /\.\w+$/.test(path) ? path : `${path}.js`;
}

/** Read a project: its settings, the app, and the plugins' scripts. `read(path)` puts a page into `pages`, with what it
 * imports: an app may have hundreds, of which few are opened. */
export async function readProject(root) {
  const config = await json(`${root}wbox.config.json`);
  const app = await json(`${root}src/app.json`);
  const files = {};
  async function module(path, source) {
    if (path in files) return;
    files[path] = source === undefined ? await text(`${root}src/${path}`) : source;
    const paths = requests(files[path]).map((request) => resolve(path, request));
    for (const next of paths.filter(Boolean)) await module(next);
  }
  await module("app.js");
  const pages = {};
  async function read(path) {
    const [file, css, settings] = await Promise.all([
      text(`${root}src/${path}.vue`),
      text(`${root}src/${path}.css`),
      json(`${root}src/${path}.json`),
    ]);
    const { template, script } = splitPage(file);
    await module(`${path}.vue`, script);
    pages[path] = { template, css, json: settings };
  }
  const plugins = [];
  for (const place of config.pluginPaths || []) {
    const { main } = await json(`${root}${place}/package.json`);
    plugins.push(`${root}${place}/${main}`);
  }
  return { root, config, app, css: await text(`${root}src/app.css`), files, pages, read, plugins };
}
