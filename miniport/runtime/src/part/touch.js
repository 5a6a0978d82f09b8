/* Touches, and a mouse that plays one finger: touch*, longTap; the browser's own events of transitions and animations. */

import { dispatch, emit } from "../core/events.js";
import { parts } from "../core/parts.js";

const HOLD = 500;
const SLOP = 10;
const NATIVE = {
  transitionend: "transitionEnd",
  animationstart: "animationStart",
  animationiteration: "animationIteration",
  animationend: "animationEnd",
};

const point = (touch) => ({
  identifier: touch.identifier || 0,
  clientX: touch.clientX,
  clientY: touch.clientY,
  pageX: touch.pageX,
  pageY: touch.pageY,
  x: touch.clientX,
  y: touch.clientY,
});

const points = (list) => Array.prototype.map.call(list, point);

const isCaught = (node) => Boolean(node && node.e && (node.e["touchMove:catch"] || node.e["touchMove:capture-catch"]));

/* A node that catches touchMove keeps what is around it from scrolling: only a listener that is not passive can. */
Object.defineProperty(HTMLElement.prototype, "mp", {
  configurable: true,
  get() {
    return this.mpNode;
  },
  set(value) {
    this.mpNode = value || undefined;
    if (!this.mpStops && isCaught(value)) {
      this.mpStops = true;
      const stop = (event) => isCaught(this.mpNode) && event.cancelable && event.preventDefault();
      this.addEventListener("touchmove", stop, { passive: false });
    }
  },
});

/* Listen at the root; what comes back tells a click whether it is a tap. */
parts.touches = (root) => {
  let timer = 0;
  let start = null;
  let isHeld = false;
  let touchedAt = -1e9;

  const release = () => clearTimeout(timer);
  const begin = (dom, at) => {
    isHeld = false;
    start = at;
    release();
    timer = setTimeout(() => {
      const { clientX, clientY, pageX, pageY } = at;
      isHeld = dispatch(dom, "longTap", { clientX, clientY, pageX, pageY });
    }, HOLD);
  };
  const move = (at) => {
    if (start && Math.abs(at.clientX - start.clientX) + Math.abs(at.clientY - start.clientY) > SLOP) {
      release();
    }
  };
  const follow = (type, dom, at) => {
    if (type === "touchStart") {
      begin(dom, at);
    } else if (type === "touchMove") {
      move(at);
    } else {
      release();
    }
  };

  const touch = (type) => (event) => {
    touchedAt = event.timeStamp;
    const changedTouches = points(event.changedTouches);
    follow(type, event.target, changedTouches[0]);
    parts.native = event;
    dispatch(event.target, type, {}, { touches: points(event.touches), changedTouches });
    parts.native = null;
  };
  // A handler of a script module may keep the browser from scrolling.
  const passive = !parts.responses;
  root.addEventListener("touchstart", touch("touchStart"), { passive });
  root.addEventListener("touchmove", touch("touchMove"), { passive });
  root.addEventListener("touchend", touch("touchEnd"));
  root.addEventListener("touchcancel", touch("touchCancel"));

  // Browsers also send mouse events after touches, which are not meant.
  let isDown = false;
  const mouse = (type, isAfter) => (event) => {
    if (event.timeStamp - touchedAt < 1000 || event.button !== 0 || (type !== "touchStart" && !isDown)) {
      return;
    }
    const at = point(event);
    isDown = type !== "touchEnd";
    follow(type, event.target, at);
    dispatch(event.target, type, {}, { touches: isAfter ? [] : [at], changedTouches: [at] });
  };
  root.addEventListener("mousedown", mouse("touchStart"));
  root.addEventListener("mousemove", mouse("touchMove"));
  root.addEventListener("mouseup", mouse("touchEnd", true));

  Object.keys(NATIVE).forEach((native) => {
    root.addEventListener(native, (event) => event.target.mp && emit(event.target, NATIVE[native], {}));
  });

  return () => {
    const isTap = !isHeld;
    isHeld = false;
    return isTap;
  };
};
