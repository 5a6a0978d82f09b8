/* my.createIntersectionObserver: when nodes come into view, and go. */

import { recordOf, shared } from "miniport:core";
import { api } from "miniport:part/call";
import { dataOf, nodes, pageOf } from "./lib/selector.js";

const SIDES = ["top", "right", "bottom", "left"];
const marginOf = (margins) => SIDES.map((side) => (+(margins || {})[side] || 0) + "px").join(" ");
const plain = ({ left, top, right, bottom, width, height }) => ({ left, top, right, bottom, width, height });

function shifted(box, origin) {
  const { left, top, right, bottom, width, height } = plain(box);
  return {
    left: left - origin.left,
    top: top - origin.top,
    right: right - origin.left,
    bottom: bottom - origin.top,
    width,
    height,
  };
}

class Observer {
  /* `record`: the page or component whose own template is watched; without one it is the page on top and all that is in it. */
  constructor({ thresholds = [0], initialRatio = 0, selectAll, dataset }, record) {
    Object.assign(this, { record, turn: 0, thresholds, initialRatio, selectAll, dataset, root: null, margin: "0px", watched: [] });
  }

  in() {
    return this;
  }

  relativeTo(selector, margins) {
    this.root = selector;
    this.margin = marginOf(margins);
    return this;
  }

  relativeToViewport(margins) {
    return this.relativeTo(null, margins);
  }

  /* Watch once what setData was given is painted; before that an instance has no nodes. */
  observe(selector, callback) {
    const { turn } = this;
    setTimeout(() => turn === this.turn && this.watch(selector, callback));
  }

  watch(selector, callback) {
    const page = pageOf(this.record);
    const root = page && (this.root === null ? page.frame.box : nodes(this.root, this.record)[0]);
    const found = nodes(selector, this.record).slice(0, this.selectAll ? undefined : 1);
    if (!root) {
      return;
    }
    const before = new Map(found.map((node) => [node, this.initialRatio]));
    const tell = (entry) => {
      const ratio = entry.intersectionRatio;
      // The first answer counts only where it says something else than what the app takes for given.
      if (before.get(entry.target) === ratio) {
        return;
      }
      before.set(entry.target, ratio);
      callback(this.described(entry, page.frame.box.getBoundingClientRect()));
    };
    const watch = new IntersectionObserver((entries) => entries.forEach(tell), {
      root,
      rootMargin: this.margin,
      threshold: this.thresholds,
    });
    found.forEach((node) => watch.observe(node));
    this.watched.push(watch);
  }

  described(entry, origin) {
    const { target, intersectionRatio, intersectionRect, boundingClientRect, rootBounds } = entry;
    const told = {
      id: target.id,
      intersectionRatio,
      intersectionRect: shifted(intersectionRect, origin),
      boundingClientRect: shifted(boundingClientRect, origin),
      relativeRect: shifted(rootBounds || origin, origin),
      time: Date.now(),
    };
    return this.dataset ? Object.assign(told, { dataset: dataOf(target) }) : told;
  }

  disconnect() {
    this.turn++;
    this.watched.forEach((watch) => watch.disconnect());
    this.watched = [];
  }
}

api({ createIntersectionObserver: (options) => new Observer(options || {}) });

shared.createIntersectionObserver = function (options) {
  return new Observer(options || {}, recordOf(this));
};
