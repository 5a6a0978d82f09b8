// Evaluates the ES modules of an emitted project in the logic thread: without window, document and their kin.
//
// Knows the import and export forms that start a line; that is what the build emits.

const HIDDEN = `window document self globalThis global location navigator parent top frames history name
  localStorage sessionStorage indexedDB caches XMLHttpRequest fetch WebSocket EventSource Worker postMessage
  addEventListener removeEventListener dispatchEvent alert confirm prompt open close requestAnimationFrame
  cancelAnimationFrame getComputedStyle matchMedia Node Element HTMLElement Image Event CustomEvent
  MutationObserver ResizeObserver IntersectionObserver DOMParser crypto fakehost Vue`.split(/\s+/);
const TIMERS = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "queueMicrotask"];

const IMPORT = /^import\s+(?:([\w$]+)\s*,?\s*)?(?:\*\s+as\s+([\w$]+)\s+|\{([^}]*)\}\s*)?(?:from\s+)?["']([^"']+)["'];?/gm;
const EXPORT_LIST = /^export\s*\{([^}]*)\};?/gm;
const EXPORT_NAMED = /^export\s+((?:async\s+)?function\*?|class|const|let|var)\s+([\w$]+)/gm;

function pairs(list) {
  return list
    .split(",")
    .map((part) => part.trim().split(/\s+as\s+/))
    .filter(([name]) => name)
    .map(([name, as]) => ({ name, as: as || name }));
}

/** Return the requests of a module's imports, in order. */
export function requests(text) {
  return [...text.matchAll(IMPORT)].map((match) => match[4]);
}

function imported(match, own, all, list, request) {
  const from = `require(${JSON.stringify(request)})`;
  const lines = [];
  if (own) lines.push(`const ${own} = ${from}.default;`);
  if (all) lines.push(`const ${all} = ${from};`);
  if (list) lines.push(`const { ${pairs(list).map(({ name, as }) => `${name}: ${as}`).join(", ")} } = ${from};`);
  return lines.join(" ") || `${from};`;
}

function body(text) {
  const tail = [];
  const plain = text
    .replace(IMPORT, imported)
    .replace(EXPORT_LIST, (match, list) => {
      pairs(list).forEach(({ name, as }) => tail.push(`exports[${JSON.stringify(as)}] = ${name};`));
      return "";
    })
    .replace(EXPORT_NAMED, (match, kind, name) => {
      tail.push(`exports[${JSON.stringify(name)}] = ${name};`);
      return `${kind} ${name}`;
    })
    .replace(/^export\s+default\s+/gm, "exports.default = ");
  return `"use strict";\n${plain}\n${tail.join("\n")}`;
}

/**
 * Run a module. `given`: the names it sees besides the language's own (require, exports, wbx, getApp);
 * those of the browser are undefined where `isStrict`, the timers too where `hasTimers` is false.
 */
export function evaluate(text, path, given, { isStrict = true, hasTimers = true } = {}) {
  const hidden = isStrict ? HIDDEN.concat(hasTimers ? [] : TIMERS) : [];
  const names = Object.keys(given);
  const parameters = names.concat(hidden.filter((name) => !names.includes(name)));
  const run = new Function(...parameters, `${body(text)}\n//# sourceURL=wbox:///${path}`);
  run.apply(undefined, names.map((name) => given[name]));
}
