/* Mixins: what several say becomes one. Of members of one name the last wins, in the order nested, earlier, later, own;
 * life cycles, observers and listeners of all run, in the same order. */

import { attempt } from "./report.js";
import { keysOf } from "./value.js";

const LIVES = [
  ...["onLoad", "onShow", "onReady", "onHide", "onUnload"],
  ...["onInit", "deriveDataFromProps", "didMount", "didUpdate", "didUnmount"],
];
const LISTENERS = ["lifetimes", "events", "rootEvents", "pageEvents"];

const made = new WeakSet();
const known = new WeakMap();

/* What Mixin() returns; reached on two ways, it counts once. */
export function mixin(given) {
  const options = given || {};
  made.add(options);
  return options;
}

function parts(options, seen, list) {
  (options.mixins || []).forEach((one) => {
    if (one && !seen.has(one)) {
      if (made.has(one)) {
        seen.add(one);
      }
      const inner = (one.mixins || []).map((each) => each && each.definitionFilter).filter(Boolean);
      attempt("definitionFilter", one.definitionFilter, one, options, inner);
      parts(one, seen, list);
    }
  });
  list.push(options);
  return list;
}

function together(methods, place) {
  return methods.length < 2
    ? methods[0]
    : function (...values) {
        methods.forEach((method) => attempt(place, method, this, ...values));
      };
}

const each = (list, name) => list.map((one) => one[name]).filter(Boolean);

/* "a, b.**" -> [{keys: ["a"]}, {keys: ["b"], isWild: true}] */
const watched = (text) =>
  text.split(",").map((part) => {
    const [all, path] = /^(.*?)\.?(?:\*\*)?$/.exec(part.trim());
    return { keys: path ? keysOf(path) : [], isWild: path !== all };
  });

function observers(list) {
  const found = [];
  each(list, "observers").forEach((one) => Object.keys(one).forEach((key) => found.push([watched(key), one[key], key])));
  return found;
}

function make(options) {
  const list = parts(options, new Set(), []);
  const one = Object.assign({}, ...list);
  const { options: flags = {} } = options;
  one.methods = Object.assign({}, ...each(list, "methods"));
  LIVES.forEach((name) => {
    one[name] = together(each(list, name), name);
  });
  LISTENERS.forEach((group) => {
    const tables = each(list, group);
    one[group] = {};
    Object.keys(Object.assign({}, ...tables)).forEach((name) => {
      one[group][name] = together(each(tables, name), name);
    });
  });
  const watches = flags.observers ? observers(list) : [];
  one.lifetimes = flags.lifetimes ? one.lifetimes : {};
  return { one, data: each(list, "data"), props: each(list, "props"), watches: watches.length ? watches : null };
}

/* The options of a page or component with those of its mixins: {one, data, props: lists, watches: of observers}. */
export function compose(options) {
  if (!known.has(options)) {
    known.set(options, make(options));
  }
  return known.get(options);
}

const NOT_MEMBERS = ["data", "props", "methods", "mixins", "options", "observers"].concat(LISTENERS);

/* Give an instance its members. */
export function join(self, one) {
  Object.keys(one).forEach((name) => {
    if (one[name] !== undefined && NOT_MEMBERS.indexOf(name) < 0) {
      self[name] = one[name];
    }
  });
  Object.assign(self, one.methods);
}

/* What `data` or `props` of all parts give together; functions among them are called for each instance. */
export const declared = (list, place, own) =>
  Object.assign({}, ...list.map((one) => (typeof one === "function" ? attempt(place, one) : own ? own(one) : one)));
