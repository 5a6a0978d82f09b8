/* my.pageScrollTo. */

import { fail, router } from "miniport:core";
import { api } from "miniport:part/call";
import { onPage } from "./lib/page.js";
import { boxOf, nodes } from "./lib/selector.js";

const ease = (part) => (part < 0.5 ? 2 * part * part : 1 - (2 - 2 * part) * (1 - part));

function move(scroller, to, duration) {
  const from = scroller.scrollTop;
  const start = performance.now();
  const step = (now) => {
    const part = Math.min(1, (now - start) / duration);
    scroller.scrollTop = from + (to - from) * ease(part);
    if (part < 1) {
      requestAnimationFrame(step);
    }
  };
  requestAnimationFrame(step);
}

function pageScrollTo({ scrollTop, selector, duration = 0, offsetTop = 0 }) {
  const { scroller } = router().top().frame;
  let to = scrollTop;
  if (to === undefined && selector) {
    const [node] = nodes(selector);
    if (!node) {
      throw fail(1, "pageScrollTo: no node is " + selector);
    }
    to = boxOf(node).top + scroller.scrollTop + offsetTop;
  }
  if (typeof to !== "number") {
    throw fail(1, "need scrollTop or selector");
  }
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (duration > 0 && !isCalm) {
    move(scroller, to, duration);
  } else {
    scroller.scrollTop = to;
  }
}

api({ pageScrollTo: onPage(pageScrollTo, "pageScrollTo") });
