/* Class names as one unit sees them on one page: see `styles` in the start configuration (miniport/web/style.py). */

import { keep } from "./keep.js";

let table = { sheets: {}, pages: {}, units: {} };
let sheets = {};
let scopes = new Map();

export const words = (text) => text.split(/\s+/).filter(Boolean);

export function useStyles(styles) {
  table = Object.assign({ sheets: {}, pages: {}, units: {} }, styles);
  scopes = new Map();
  sheets = {};
  Object.keys(table.sheets).forEach((name) => {
    sheets[name] = Object.assign({}, table.sheets[name], { has: new Set(words(table.sheets[name].classes)) });
  });
}

/* A class attribute as text: arrays are joined, of objects the keys with a true value. */
export function classText(value) {
  if (value === null || value === undefined || value === false) {
    return "";
  }
  if (Array.isArray(value)) {
    return value.map(classText).join(" ");
  }
  if (typeof value === "object") {
    return Object.keys(value)
      .filter((name) => value[name])
      .join(" ");
  }
  return String(value);
}

const join = (...parts) => parts.filter(Boolean).join(" ");

function make(page, unit) {
  const at = table.pages[page] || { shared: [] };
  const me = table.units[unit] || { takes: true };
  const visible = me.takes ? at.shared.slice() : [];
  if (me.own !== undefined && visible.indexOf(me.own) < 0) {
    visible.push(me.own);
  }
  const marks = visible
    .filter((name) => sheets[name].isMarked)
    .concat((at.everywhere || []).filter((name) => visible.indexOf(name) < 0))
    .map((name) => "_" + name)
    .join(" ");
  const token = (word) =>
    "_" + word + visible.map((name) => (sheets[name].has.has(word) ? " _" + name + "_" + word : "")).join("");
  return { visible, marks, token, own: me.own, host: (sheets[me.own] || {}).host };
}

function scope(page, unit, externals) {
  const { visible, marks, token, own, host } = make(page, unit);
  const known = new Map();
  const named = new Map();
  const classes = (value) => {
    const text = typeof value === "string" ? value : classText(value);
    const tokens = known.get(text);
    if (tokens !== undefined) {
      return tokens;
    }
    const of = (word) => (externals && word in externals ? externals[word] : token(word));
    return keep(known, text, words(text).map(of).join(" "));
  };
  return {
    own,
    /* what `:host` of the unit's own sheet names */
    host,
    /* tokens only: what is handed to another unit, or put on a node inside an element */
    classes,
    /* what every element wears for rules that name no class */
    marks,
    /* the class attribute of an element */
    names: (text) => {
      let all = typeof text === "string" ? named.get(text) : undefined;
      if (all === undefined) {
        all = join(classes(text), marks);
        if (typeof text === "string") {
          keep(named, text, all);
        }
      }
      return all;
    },
    root: () => join(marks, ...visible.filter((name) => sheets[name].isRoot).map((name) => "_" + name + "r")),
  };
}

/* The scope of a unit on a page; one with external classes belongs to one instance. */
export function scopeOf(page, unit, externals) {
  if (externals) {
    return scope(page, unit, externals);
  }
  const key = page + " " + unit;
  if (!scopes.has(key)) {
    scopes.set(key, scope(page, unit));
  }
  return scopes.get(key);
}
