/* Mixins: what several say becomes one. Of members of one name the last wins, in the order nested, earlier, later, own;
 * life cycles, observers and listeners of all run, in the same order. */

import { parts } from "../core/parts.js";
import { attempt } from "../core/report.js";

const LIVES = [
  ...["onLoad", "onShow", "onReady", "onHide", "onUnload"],
  ...["onInit", "deriveDataFromProps", "didMount", "didUpdate", "didUnmount"],
];
const LISTENERS = ["lifetimes", "events", "rootEvents", "pageEvents"];

const made = new WeakSet();

/* What Mixin() returns; reached on two ways, it counts once. */
function mixin(given) {
  const options = given || {};
  made.add(options);
  return options;
}

function listed(options, seen, list) {
  (options.mixins || []).forEach((one) => {
    if (one && !seen.has(one)) {
      if (made.has(one)) {
        seen.add(one);
      }
      const inner = (one.mixins || []).map((each) => each && each.definitionFilter).filter(Boolean);
      attempt("definitionFilter", one.definitionFilter, one, options, inner);
      listed(one, seen, list);
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

/* {one: the options with those of all mixins, list: what they came from, the own last} */
function mixed(options) {
  const list = listed(options, new Set(), []);
  const one = Object.assign({}, ...list);
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
  return { one, list };
}

Object.assign(parts, { mixin, mixed });
