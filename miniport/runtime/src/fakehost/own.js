// Draws shell pages as Vue 2 does, as far as they need it: data, methods, computed-free templates, one flush per tick.

import { createElement, declarations } from "./element.js";
import { parseTemplate } from "./template.js";

function createTicker() {
  let waiting = [];
  let isPlanned = false;
  const flush = () => {
    isPlanned = false;
    const now = waiting;
    waiting = [];
    now.forEach((run) => run());
  };
  return (run) => {
    waiting.push(run);
    if (!isPlanned) void Promise.resolve().then(flush);
    isPlanned = true;
  };
}

function value(vm, path) {
  return path.reduce((at, name) => (at === null || at === undefined ? undefined : at[name]), vm);
}

/** Make the members of `values` members of the page; a changed one asks for an update. */
function observe(vm, values, changed) {
  Object.keys(values).forEach((name) => {
    let current = values[name];
    Object.defineProperty(vm, name, {
      enumerable: true,
      get: () => current,
      set(next) {
        if (Object.is(next, current)) return;
        current = next;
        changed();
      },
    });
  });
}

/** Set a bound attribute now, and again in each update where its value is another one. */
function bind(vm, element, { name, path }, updates) {
  let shown = value(vm, path);
  element.set(name, shown);
  updates.push(() => {
    const next = value(vm, path);
    if (Object.is(next, shown)) return;
    shown = next;
    element.set(name, next);
  });
}

function draw(world, vm, node, updates) {
  if (!world.view.tags().includes(node.tag)) {
    const box = world.document.createElement("div");
    box.setAttribute("style", node.style);
    node.children.forEach((child) => box.append(draw(world, vm, child, updates)));
    return box;
  }
  const element = createElement(world, node.tag);
  node.attributes.forEach((attribute) => {
    if (attribute.path) bind(vm, element, attribute, updates);
    else element.set(attribute.name, attribute.text);
  });
  declarations(node.style).forEach(([name, text]) => element.style(name, text));
  node.events.forEach(({ type, path }) => element.on(type, (event) => value(vm, path)(event)));
  world.elements.push(element);
  return element.node;
}

/** Create a page from its options; returns {vm, mount(into), destroy()}. */
export function createPage(world, options, template) {
  const tick = createTicker();
  const updates = [];
  let isPlanned = false;
  const vm = { $options: options, $nextTick: (run) => tick(() => run.call(vm)) };
  const call = (hook) => options[hook] && options[hook].call(vm);
  const update = () => {
    isPlanned = false;
    updates.forEach((run) => run());
    if (updates.length) call("updated");
  };
  const changed = () => {
    if (!isPlanned) tick(update);
    isPlanned = true;
  };
  call("beforeCreate");
  Object.entries(options.methods || {}).forEach(([name, run]) => {
    vm[name] = run.bind(vm);
  });
  observe(vm, options.data ? options.data.call(vm) : {}, changed);
  call("created");
  return {
    vm,
    mount(into) {
      call("beforeMount");
      into.append(draw(world, vm, parseTemplate(world.document, template), updates));
      call("mounted");
    },
    destroy() {
      call("beforeDestroy");
      updates.length = 0;
      call("destroyed");
    },
  };
}
