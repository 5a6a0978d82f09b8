/* my.createSelectorQuery: where nodes are, how far they are scrolled, what stands on them. */

import { recordOf, router, shared } from "miniport:core";
import { api } from "miniport:part/call";
import { boxOf, dataOf, nodes, scrollerOf } from "./lib/selector.js";

const canvasOf = (node) => ({ node: node.tagName === "MP-CANVAS" ? node.querySelector("canvas") : null });
const identity = (node) => ({ id: node.id, dataset: dataOf(node) });

function offsetOf(node) {
  const { scrollTop, scrollLeft, scrollWidth, scrollHeight } = scrollerOf(node);
  return Object.assign(identity(node), { scrollTop, scrollLeft, scrollWidth, scrollHeight });
}

function fieldsOf(node, wanted) {
  const { id, dataset, rect, size, scrollOffset, node: isNode, properties = [], computedStyle = [] } = wanted || {};
  const box = rect || size ? boxOf(node) : {};
  const style = computedStyle.length ? getComputedStyle(node) : {};
  const offset = scrollOffset ? offsetOf(node) : {};
  const some = (from, names) => names.reduce((all, name) => Object.assign(all, { [name]: from[name] }), {});
  return Object.assign(
    {},
    id && { id: node.id },
    dataset && { dataset: dataOf(node) },
    rect && some(box, ["left", "top", "right", "bottom"]),
    size && some(box, ["width", "height"]),
    isNode && canvasOf(node),
    scrollOffset && some(offset, ["scrollTop", "scrollLeft"]),
    properties.reduce((all, name) => Object.assign(all, { [name]: node.getAttribute(name) }), {}),
    some(style, computedStyle)
  );
}

class Query {
  /* `record`: the page or component whose own template is asked; without one it is the page on top and all that is in it. */
  constructor(record) {
    this.record = record;
    this.asked = [];
  }

  in() {
    return this;
  }

  pick(find) {
    this.find = find;
    return this;
  }

  select(selector) {
    return this.pick((read) => nodes(selector, this.record).slice(0, 1).map(read)[0] || null);
  }

  selectAll(selector) {
    return this.pick((read) => nodes(selector, this.record).map(read));
  }

  selectViewport() {
    return this.pick((read, ofWindow) => ofWindow(router().top().frame.scroller));
  }

  ask(read, ofWindow, callback) {
    const { find } = this;
    this.asked.push([() => (find ? find(read, ofWindow) : null), callback]);
    return this;
  }

  boundingClientRect(callback) {
    const size = ({ clientWidth, clientHeight }) => ({ width: clientWidth, height: clientHeight });
    return this.ask((node) => Object.assign(identity(node), boxOf(node)), size, callback);
  }

  scrollOffset(callback) {
    const offset = ({ scrollTop, scrollLeft }) => ({ scrollTop, scrollLeft });
    return this.ask(offsetOf, offset, callback);
  }

  fields(wanted, callback) {
    return this.ask(
      (node) => fieldsOf(node, wanted),
      (page) => fieldsOf(page, wanted),
      callback
    );
  }

  node(callback) {
    return this.ask(canvasOf, () => ({ node: null }), callback);
  }

  /* Answers come in the order of the questions, once what setData was given is painted. */
  exec(callback) {
    const { asked } = this;
    this.asked = [];
    setTimeout(() => {
      const results = asked.map(([read]) => (router().top() ? read() : null));
      asked.forEach(([, told], at) => typeof told === "function" && told(results[at]));
      if (typeof callback === "function") {
        callback(results);
      }
    });
  }
}

api({ createSelectorQuery: () => new Query() });

shared.createSelectorQuery = function () {
  return new Query(recordOf(this));
};
