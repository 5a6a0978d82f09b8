/* Handlers of script modules: they are given the nodes themselves and change how these look, without data.
 *
 * A node is described by an object whose methods are all there is of it; so is the page or component that wrote it.
 */

import { boxOf, dataOf, nodes, scrollerOf } from "../api/lib/selector.js";
import { listen } from "../core/hooks.js";
import { parts } from "../core/parts.js";
import { attempt } from "../core/report.js";
import { template } from "../core/template.js";
import { clone } from "../core/value.js";
import { style } from "./style.js";

const SCROLLED = ["scrollLeft", "scrollTop"];

const states = new WeakMap();

function stateOf(key) {
  if (!states.has(key)) {
    states.set(key, {});
  }
  return states.get(key);
}

/* What nodes wear besides what the template says. A drawing that changes their class or style takes it off: then it is put on
 * again.
 */
const worn = new Map();

function wear(dom, change) {
  const it = worn.get(dom) || { style: "", written: "", on: new Set(), off: new Set() };
  worn.set(dom, Object.assign(it, change));
  dress(it, dom);
  return it;
}

function dress(it, dom) {
  const now = dom.getAttribute("style") || "";
  if (now !== it.written) {
    it.drawn = now;
  }
  if (it.style !== it.shown || now !== it.written) {
    dom.style.cssText = (it.drawn || "") + ";" + it.style;
    it.shown = it.style;
    it.written = dom.getAttribute("style") || "";
  }
  it.on.forEach((name) => dom.classList.add(name));
  it.off.forEach((name) => dom.classList.remove(name));
}

listen("flush", () => worn.forEach((it, dom) => (dom.isConnected ? dress(it, dom) : worn.delete(dom))));

const tokens = (record, names) => names.map((name) => record.scope.classes(name).split(" ")).reduce((all, some) => all.concat(some), []);

/* Move class names from one set to the other. */
function turn(dom, record, names, to, from) {
  const it = wear(dom);
  tokens(record, names).forEach((name) => {
    it[to].add(name);
    it[from].delete(name);
  });
  dress(it, dom);
}

/* What a node and its owner have in common; `holds` says which nodes lie in it. */
function common(key, record, holds) {
  const place = record.place("script module");
  const found = (selector) => nodes(selector, String(selector).indexOf(">>>") < 0 ? record : undefined).filter(holds);
  const described = (dom) => ofNode(dom, (dom.mp && dom.mp.o) || record);
  return {
    selectComponent: (selector) => found(selector).slice(0, 1).map(described)[0] || null,
    selectAllComponents: (selector) => found(selector).map(described),
    getState: () => stateOf(key),
    callMethod: (name, value) => void attempt(record.place(name), record.self[name], record.self, clone(value)),
    setTimeout: (run, time) => setTimeout(() => attempt(place, run), time),
    clearTimeout: (id) => clearTimeout(id),
    requestAnimationFrame: (run) => requestAnimationFrame((time) => attempt(place, run, undefined, time)),
    cancelAnimationFrame: (id) => cancelAnimationFrame(id),
  };
}

const ofRecord = (record) =>
  Object.assign(common(record, record, () => true), {
    selectOwnerComponent: () => (record.owner ? ofRecord(record.owner) : null),
  });

function ofNode(dom, record) {
  const own = common(dom, record, (inner) => inner !== dom && dom.contains(inner));
  return Object.assign(own, {
    selectOwnerComponent: () => ofRecord(record),
    getComputedStyle(names) {
      const all = getComputedStyle(dom);
      return names.reduce((some, name) => Object.assign(some, { [name]: all[name] }), {});
    },
    getBoundingClientRect: () => boxOf(dom),
    getDataset: () => clone(dataOf(dom)),
    hasClass: (name) => tokens(record, [name]).every((one) => dom.classList.contains(one)),
    addClass: (...names) => turn(dom, record, names, "on", "off"),
    removeClass: (...names) => turn(dom, record, names, "off", "on"),
    setStyle: (given) => void wear(dom, { style: style(given) }),
    getDOMProperty(names) {
      const box = scrollerOf(dom);
      return names.filter((name) => SCROLLED.indexOf(name) >= 0).reduce((some, name) => Object.assign(some, { [name]: box[name] }), {});
    },
    setDOMProperty: (given) =>
      SCROLLED.filter((name) => name in given).forEach((name) => {
        scrollerOf(dom)[name] = given[name];
      }),
  });
}

function pathFrom(source) {
  const path = [];
  for (let dom = source; dom; dom = dom.parentElement) {
    if (dom.mp) {
      path.push(ofNode(dom, dom.mp.o));
    }
  }
  return path;
}

/* A handler as it stands in a template: a function of a script module, or a method's name. */
export function respond(handler) {
  if (typeof handler !== "function") {
    return handler;
  }
  const inside = (event, dom, source) => {
    const { o } = dom.mp;
    let isStopped = false;
    const stopPropagation = () => {
      isStopped = true;
    };
    const preventDefault = () => {
      const { native } = parts;
      if (native && native.cancelable) {
        native.preventDefault();
      }
    };
    const more = { instance: ofNode(dom, o), stopPropagation, preventDefault, composedPath: () => pathFrom(source) };
    if (handler(Object.assign({}, event, more), ofRecord(o)) === false) {
      stopPropagation();
      preventDefault();
    }
    return isStopped;
  };
  return Object.assign(() => {}, { inside });
}

template.respond = respond;
parts.responses = ["sjs.event", "sjs.event.selector.deep"];
