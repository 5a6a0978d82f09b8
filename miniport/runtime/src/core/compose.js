/* The options of a page or component, ready for its instances. */

import { parts } from "./parts.js";
import { attempt } from "./report.js";

const known = new WeakMap();

const each = (list, name) => list.map((one) => one[name]).filter(Boolean);

function make(options) {
  const { one, list } = parts.mixed ? parts.mixed(options) : { one: options, list: [options] };
  // These the unit itself must ask for, whatever its mixins do.
  const { observers, lifetimes } = options.options || {};
  const watches = observers && parts.watches ? parts.watches(each(list, "observers")) : [];
  return {
    one,
    data: each(list, "data"),
    props: each(list, "props"),
    lives: (lifetimes && one.lifetimes) || {},
    watches: watches.length ? watches : null,
  };
}

/* The options with those of the mixins: {one, data, props: lists, lives: lifetimes, watches: of observers}. */
export function compose(options) {
  if (!known.has(options)) {
    known.set(options, make(options));
  }
  return known.get(options);
}

const NOT_MEMBERS = /^(data|props|methods|mixins|options|observers|lifetimes|events|rootEvents|pageEvents)$/;

/* Give an instance its members. */
export function join(self, one) {
  Object.keys(one).forEach((name) => {
    if (one[name] !== undefined && !NOT_MEMBERS.test(name)) {
      self[name] = one[name];
    }
  });
  Object.assign(self, one.methods);
}

/* What `data` or `props` of all parts give together; functions among them are called for each instance. */
export const declared = (list, place, own) =>
  Object.assign({}, ...list.map((one) => (typeof one === "function" ? attempt(place, one) : own ? own(one) : one)));
