/* Native touches, mouse and clicks turned into touch*, tap and longTap. */

import { dispatch, emit } from "./events.js";

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

const isOff = (dom) => {
  for (let at = dom; at; at = at.parentNode) {
    if (at.mpDisabled) {
      return true;
    }
  }
  return false;
};

export function listenTo(root) {
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

  const touch = (type) => (event) => {
    touchedAt = event.timeStamp;
    const changed = points(event.changedTouches);
    if (type === "touchStart") {
      begin(event.target, changed[0]);
    } else if (type === "touchMove") {
      move(changed[0]);
    } else {
      release();
    }
    dispatch(event.target, type, {}, { touches: points(event.touches), changedTouches: changed });
  };
  root.addEventListener("touchstart", touch("touchStart"), { passive: true });
  root.addEventListener("touchmove", touch("touchMove"), { passive: true });
  root.addEventListener("touchend", touch("touchEnd"));
  root.addEventListener("touchcancel", touch("touchCancel"));

  // A mouse plays one finger; browsers also send mouse events after touches, which are not meant.
  let isDown = false;
  const mouse = (type, isAfter) => (event) => {
    if (event.timeStamp - touchedAt < 1000 || event.button !== 0 || (type !== "touchStart" && !isDown)) {
      return;
    }
    const at = point(event);
    isDown = type !== "touchEnd";
    if (type === "touchStart") {
      begin(event.target, at);
    } else if (type === "touchMove") {
      move(at);
    } else {
      release();
    }
    dispatch(event.target, type, {}, { touches: isAfter ? [] : [at], changedTouches: [at] });
  };
  root.addEventListener("mousedown", mouse("touchStart"));
  root.addEventListener("mousemove", mouse("touchMove"));
  root.addEventListener("mouseup", mouse("touchEnd", true));

  root.addEventListener("click", (event) => {
    const { target, clientX, clientY, pageX, pageY } = event;
    if (!isHeld && !isOff(target)) {
      dispatch(target, "tap", { clientX, clientY, pageX, pageY });
    }
    isHeld = false;
  });

  Object.keys(NATIVE).forEach((native) => {
    root.addEventListener(native, (event) => event.target.mp && emit(event.target, NATIVE[native], {}));
  });
}
