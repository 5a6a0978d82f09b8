/* Loops of templates. */

import { warn } from "../core/report.js";
import { get, template } from "../core/template.js";

export function entries(list) {
  if (Array.isArray(list)) {
    return [list, null];
  }
  if (typeof list === "number") {
    return [Array.from({ length: Math.max(0, Math.floor(list)) || 0 }, (_, at) => at), null];
  }
  if (typeof list === "string") {
    return [Array.from(list), null];
  }
  if (list && typeof list === "object") {
    const keys = Object.keys(list);
    return [keys.map((key) => list[key]), keys];
  }
  return [[], null];
}

function keyOf(item, at, name) {
  const key = typeof name === "function" ? name(item, at) : name === "*this" ? item : get(item, name);
  return key === undefined || key === null || typeof key === "object" ? undefined : key;
}

/* One node per item: `draw(item, index, key, site)`. `name` is the member that is the key, "*this", or a function. */
export function each(list, site, name, draw) {
  const [items, keys] = entries(list);
  const used = name === undefined ? null : new Set();
  return items.map((item, at) => {
    let key = used ? keyOf(item, keys ? keys[at] : at, name) : undefined;
    if (key !== undefined) {
      if (used.has(String(key))) {
        warn('the key "' + key + '" repeats in a list');
        key = undefined;
      } else {
        used.add(String(key));
      }
    }
    // A number and a text never meet: an item without a key is known by its place.
    const place = key === undefined ? at : "-" + key;
    return draw(item, keys ? keys[at] : at, used ? place : undefined, site + "[" + place + "]");
  });
}

Object.assign(template, { each });
