/* Copies of data, and paths into it: "a.b[0].c". */

import { keep } from "./keep.js";

const DEEPEST = 400;

/* What a piece changes to make components of another form: `keep(copy, value)` hears of each copy made, `pass(value)` makes
 * the prop that code gets of what its owner's view holds, `skipped` are the hooks that are not called. */
export const manner = { keep: null, pass: null, skipped: [] };

const kept = (copy, value) => {
  if (manner.keep) {
    manner.keep(copy, value);
  }
  return copy;
};

/* What the view gets of a value: functions and undefined members do not cross, nothing is shared. */
export function clone(value, depth = 0) {
  if (value === null || typeof value !== "object") {
    return typeof value === "function" || typeof value === "symbol" ? undefined : value;
  }
  if (depth > DEEPEST) {
    throw new Error("data is nested too deep, or holds itself");
  }
  if (Array.isArray(value)) {
    const list = new Array(value.length);
    for (let at = 0; at < value.length; at++) {
      list[at] = clone(value[at], depth + 1);
    }
    return kept(list, value);
  }
  if (typeof value.toJSON === "function") {
    return value.toJSON();
  }
  const copy = {};
  for (const key of Object.keys(value)) {
    const member = clone(value[key], depth + 1);
    if (member !== undefined) {
      copy[key] = member;
    }
  }
  return kept(copy, value);
}

const isPlain = (value) => {
  const parent = Object.getPrototypeOf(value);
  return parent === null || parent === Object.prototype || Array.isArray(value);
};

/* An instance's own copy of declared data: functions and objects of classes stay what they are. */
export function own(value) {
  if (value === null || typeof value !== "object" || !isPlain(value)) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(own);
  }
  const copy = {};
  Object.keys(value).forEach((key) => {
    copy[key] = own(value[key]);
  });
  return copy;
}

const parsed = new Map();
// A way through `__proto__`, which a name that a server sent may be, would change every object there is: it is no path.
const PATH = /^(?!(?:[^]*\.)?__proto__[.[])[^.[\]]+(?:\.[^.[\]]+|\[\d+\])*$/;

const split = (path) => path.match(/[^.[\]]+|\[\d+\]/g).map((key) => (key[0] === "[" ? +key.slice(1, -1) : key));

/* "a.b[0]" -> ["a", "b", 0]; a text that is no path is one key. */
export const keysOf = (path) => parsed.get(path) || keep(parsed, path, PATH.test(path) ? split(path) : [path]);

/* Set the value at a path; containers on the way are made where there are none. With `fresh` those that are not among
 * them are copied first, and belong to them then: a container that was drawn stays what it was, so what is identical is equal.
 */
export function setAt(root, keys, value, fresh) {
  let at = root;
  for (let i = 0; i < keys.length - 1; i++) {
    let next = at[keys[i]];
    if (next === null || typeof next !== "object") {
      next = at[keys[i]] = typeof keys[i + 1] === "number" ? [] : {};
    } else if (fresh && !fresh.has(next)) {
      next = at[keys[i]] = kept(Array.isArray(next) ? next.slice() : Object.assign({}, next), next);
      fresh.add(next);
    }
    at = next;
  }
  at[keys[keys.length - 1]] = value;
}
