/* Movements over time. */

const CALM = "(prefers-reduced-motion: reduce)";

/* Whether the user asks for less movement. */
export const isCalm = () => Boolean(window.matchMedia && window.matchMedia(CALM).matches);

export const limited = (value, least, most) => Math.min(most, Math.max(least, value));

/* Fast at first, then slower and slower. */
export const easeOut = (part) => 1 - Math.pow(1 - part, 3);

/* Call `draw(0..1)` at every frame until `duration` ms are over, then `end`; the function that comes back stops it. */
export function animated(duration, draw, end, ease = easeOut) {
  if (!(duration > 0)) {
    draw(1);
    if (end) {
      end();
    }
    return () => {};
  }
  let frame = 0;
  let start;
  const step = (now) => {
    start = start === undefined ? now : start;
    const part = limited((now - start) / duration, 0, 1);
    // What is drawn may stop the movement.
    frame = part < 1 ? requestAnimationFrame(step) : 0;
    draw(ease(part));
    if (part === 1 && end) {
      end();
    }
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}

/* How fast a pointer moved at the end, in px per ms; older than 100 ms does not count. */
export class Trail {
  constructor() {
    this.points = [];
  }

  add(time, x, y) {
    this.points = this.points.filter((point) => time - point.time < 100).concat({ time, x, y });
  }

  speed(time) {
    const [first] = this.points.filter((point) => time - point.time < 100);
    const last = this.points[this.points.length - 1];
    const passed = first ? last.time - first.time : 0;
    return passed > 0 ? { x: (last.x - first.x) / passed, y: (last.y - first.y) / passed } : { x: 0, y: 0 };
  }
}
