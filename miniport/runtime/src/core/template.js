/* What compiled templates call: see miniport/web/render.py for how each is used. */

import { Fragment, h } from "preact";
import { component } from "./component.js";
import { root } from "./element.js";
import { report, warn } from "./report.js";
import { style } from "./style.js";

const elements = {};

/* The mark of a box that no style sheet of ours knows by its tag. */
export const BOX = { "mp-box": "" };

/* Let `type` (a Preact component) draw the element `name`. */
export function element(name, type) {
  elements[name] = type;
}

/* What draws an element: a piece, or a plain box that keeps its children and nothing it does not know. */
export function type(name) {
  if (!elements[name]) {
    elements[name] = (props) => h("mp-" + name, root(props, BOX), props.children);
  }
  return elements[name];
}

/* A member, undefined where there is nothing to look in. */
export const get = (value, key) => (value === null || value === undefined ? undefined : value[key]);

const guarded = (run) => {
  try {
    return run();
  } catch (error) {
    report(error, "template expression");
    return undefined;
  }
};

export const call = (value, key, ...args) =>
  typeof get(value, key) === "function" ? guarded(() => value[key](...args)) : undefined;

export const invoke = (method, ...args) =>
  typeof method === "function" ? guarded(() => method(...args)) : undefined;

/* Text content, and the text of an expression within text. */
export function text(value) {
  if (typeof value === "string") {
    return value;
  }
  if (value === undefined || value === null) {
    return "";
  }
  if (typeof value === "object") {
    warn("an object stands in a text of a template");
  }
  return typeof value === "function" ? "" : String(value);
}

/* An object literal's spread: of nothing comes nothing. */
export const merge = (...parts) => Object.assign({}, ...parts);

/* `first ?? second`, and `key in value` where the value may be nothing. */
export const either = (first, second) => (first === null || first === undefined ? second : first);

export const within = (key, value) => value !== null && typeof value === "object" && key in value;

/* A node that is the same for every instance of a scope, made once for it. */
export function once(make) {
  const made = new WeakMap();
  return (scope) => {
    let node = made.get(scope);
    if (node === undefined) {
      made.set(scope, (node = make(scope)));
    }
    return node;
  };
}

function entries(list) {
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

const isNothing = (content) =>
  content === null ||
  content === undefined ||
  content === "" ||
  content === false ||
  (Array.isArray(content) && content.every(isNothing));

/* The content of a slot, or its fallback. */
export function slot(owner, name, site, values, fallback) {
  const fill = owner.slots[name || "$default"];
  const content = fill ? fill(site + "~", values) : null;
  return isNothing(content) && fallback ? fallback() : content;
}

/* Put content under a slot name that is known at run time only; several tags may share one. */
export function fill(slots, name, draw) {
  const key = name || "$default";
  const before = slots[key];
  slots[key] = before ? (site, values) => [before(site, values), draw(site, values)] : draw;
  return slots;
}

/* The same for the items of a loop, each of which names its slot. */
export function fills(slots, list, name, draw) {
  const [items, keys] = entries(list);
  items.forEach((item, at) => {
    const index = keys ? keys[at] : at;
    fill(slots, name(item, index), (site) => draw(item, index, undefined, site + "[" + at + "]"));
  });
  return slots;
}

/* A tag that may be a component: else a box that keeps its children. */
export function tag(owner, name, site, attributes, slots, key) {
  const node = component(owner, name, site, attributes, slots);
  if (node) {
    return node;
  }
  const { names } = owner.scope;
  const content = Object.keys(slots || {}).map((slotName) => slots[slotName](site + "~", {}));
  const props = { class: names(attributes.class), style: style(attributes.style), id: attributes.id, key };
  return h("mp-" + name.toLowerCase(), Object.assign(props, BOX), content);
}

/* The method of the owner that an on* attribute of a component names, bound; undefined where there is none. */
export function bound(owner, name) {
  if (typeof name === "function") {
    return name;
  }
  if (typeof name !== "string" || typeof owner.self[name] !== "function") {
    return undefined;
  }
  if (!owner.bound[name]) {
    owner.bound[name] = (...values) => owner.self[name](...values);
  }
  return owner.bound[name];
}

/* Draw a template by name; an unknown one draws nothing. */
export function use(templates, name, data, owner, site) {
  const draw = templates[name];
  return draw ? draw(Object.assign(Object.create(null), data), owner, site) : null;
}

/* The templates a file sees: its own, then those of the files it imports. */
export const visible = (own, imported) => Object.assign(Object.create(null), ...imported.reverse(), own);

/* The default binding of a script module: its default export, else the whole of it. */
export const main = (module) => (module && "default" in module ? module.default : module);

export const template = {
  Fragment,
  bound,
  call,
  each,
  either,
  fill,
  fills,
  get,
  h,
  invoke,
  main,
  merge,
  once,
  slot,
  style,
  tag,
  text,
  type,
  use,
  visible,
  within,
};
