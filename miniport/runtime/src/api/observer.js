/* my.createIntersectionObserver: when nodes come into view, and go. */

import { router } from "miniport:core";
import { api } from "miniport:part/call";
import { dataOf, nodes } from "./lib/selector.js";

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
  constructor({ thresholds = [0], initialRatio = 0, selectAll, dataset }) {
    Object.assign(this, { thresholds, initialRatio, selectAll, dataset, root: null, margin: "0px", watched: [] });
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

  observe(selector, callback) {
    const page = router().top();
    const root = this.root === null ? page.frame.box : nodes(this.root)[0];
    const found = nodes(selector).slice(0, this.selectAll ? undefined : 1);
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
    this.watched.forEach((watch) => watch.disconnect());
    this.watched = [];
  }
}

api({ createIntersectionObserver: (options) => new Observer(options || {}) });
