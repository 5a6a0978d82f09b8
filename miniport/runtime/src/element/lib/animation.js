/* The steps that my.createAnimation exports, played on a node as transitions: [{duration, delay, timing, origin, style}]. */

import { isCalm } from "./motion.js";

/* Play steps one after the other. What comes back has stop(), and again() for when the style attribute was written anew. */
export function styled(dom, steps) {
  const list = Array.isArray(steps) ? steps : [];
  let timer = 0;
  let shown = null;
  const put = (step) => {
    const { duration, delay, timing, origin, style } = step;
    dom.style.transition = isCalm() ? "none" : "all " + duration + "ms " + timing + " " + delay + "ms";
    dom.style.transformOrigin = origin;
    Object.keys(style).forEach((name) => dom.style.setProperty(name, style[name]));
  };
  const play = (at) => {
    if (at < list.length) {
      // What it looks like now is where it starts from.
      dom.getBoundingClientRect();
      shown = list[at];
      put(shown);
      timer = setTimeout(() => play(at + 1), isCalm() ? 0 : shown.duration + shown.delay);
    }
  };
  play(0);
  return { stop: () => clearTimeout(timer), again: () => shown && put(shown) };
}
