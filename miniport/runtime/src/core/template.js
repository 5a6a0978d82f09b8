/* What compiled templates call: see miniport/web/render.py for how each is used. */

import { Fragment, h } from "preact";
import { root } from "./element.js";
import { warn } from "./report.js";

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

/* The rest comes with the leaf pieces that templates ask for. */
export const template = { Fragment, get, h, once, text, type };
