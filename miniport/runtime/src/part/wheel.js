/* What turns a column of items: a finger, the mouse, its wheel, the keys. It comes to rest on an item.
 *
 * `box` is the window on `strip`, whose children are the items; the middle of the box is what is chosen.
 * `tell`: start() when it begins to move, aim(index) when it is let go, rest(index) when it stands still.
 */

import { Component, h } from "preact";
import { isCalm, limited } from "../element/lib/motion.js";

const SLACK = 5;
const FLING = 300;
const RECENT = 100;
const PAGE = 5;
const ROW = 44;
const EASE = "cubic-bezier(0.2, 0.8, 0.2, 1)";

const recent = (trail, event) => trail.filter(([time]) => event.timeStamp - time < RECENT);

export class Wheel {
  constructor(box, strip, tell) {
    this.box = box;
    this.strip = strip;
    this.tell = tell;
    this.wanted = 0;
    this.offset = 0;
    this.size = 34;
    this.turns = 0;
    this.grip = null;
    box.addEventListener("pointerdown", (event) => this.grab(event));
    box.addEventListener("pointermove", (event) => this.grip && this.drag(event));
    box.addEventListener("pointerup", (event) => this.grip && this.drop(event));
    box.addEventListener("pointercancel", (event) => this.grip && this.drop(event));
    box.addEventListener("wheel", (event) => this.roll(event), { passive: false });
    box.addEventListener("keydown", (event) => this.step(event));
  }

  /* What was asked for, as far as there are items. */
  get index() {
    return limited(this.wanted, 0, Math.max(0, this.strip.children.length - 1));
  }

  /* Show an item at once; a movement that leads there anyway goes on. */
  show(index) {
    if (!this.timer || index !== this.wanted) {
      clearTimeout(this.timer);
      this.timer = 0;
      this.wanted = index;
      this.fit(this.size);
    }
  }

  /* Items have this height, and may be others than before. */
  fit(size) {
    this.size = size;
    this.box.style.setProperty("--mp-item", size + "px");
    if (!this.grip && !this.timer) {
      this.move(-this.index * size, 0);
    }
  }

  move(offset, duration) {
    this.offset = offset;
    this.strip.style.transition = duration ? "transform " + duration + "ms " + EASE : "none";
    this.strip.style.transform = "translate3d(0," + offset + "px,0)";
  }

  /* Turn to an item and say so when it is there. */
  go(index, isQuick) {
    const before = this.offset;
    this.wanted = index;
    this.wanted = this.index;
    const to = -this.wanted * this.size;
    const duration = isCalm() ? 0 : isQuick ? 150 : limited(Math.abs(to - before) * 2, 150, 800);
    this.move(to, to === before ? 0 : duration);
    this.tell.aim(this.wanted);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.fit(this.size);
      this.tell.rest(this.index);
    }, to === before ? 0 : duration);
  }

  grab(event) {
    if (!event.isPrimary || event.button) {
      return;
    }
    const isMoving = Boolean(this.timer);
    clearTimeout(this.timer);
    this.timer = 0;
    const shown = new DOMMatrix(getComputedStyle(this.strip).transform).m42;
    this.move(shown, 0);
    this.grip = { from: event.clientY, start: shown, isMoving, trail: [[event.timeStamp, event.clientY]] };
    this.box.setPointerCapture(event.pointerId);
    this.tell.start();
  }

  drag(event) {
    const { grip, size } = this;
    const most = -Math.max(0, this.strip.children.length - 1) * size;
    const at = grip.start + event.clientY - grip.from;
    // Beyond the ends it follows with a third of the way.
    const over = at > 0 ? at : at < most ? at - most : 0;
    this.move(at - (over * 2) / 3, 0);
    grip.trail = recent(grip.trail, event).concat([[event.timeStamp, event.clientY]]);
  }

  drop(event) {
    const { grip, size, box } = this;
    this.grip = null;
    if (Math.abs(event.clientY - grip.from) < SLACK && !grip.isMoving) {
      const { top, height } = box.getBoundingClientRect();
      const rows = event.type === "pointerup" ? Math.round((event.clientY - top - height / 2) / size) : 0;
      this.go(Math.round(-this.offset / size) + rows);
      return;
    }
    // A finger that rested before it let go throws nothing.
    const [time, y] = recent(grip.trail, event)[0] || [event.timeStamp, 0];
    const passed = event.timeStamp - time;
    const speed = passed > 0 && event.type === "pointerup" ? (event.clientY - y) / passed : 0;
    this.go(Math.round(-(this.offset + speed * FLING) / size));
  }

  roll(event) {
    event.preventDefault();
    this.turns += event.deltaMode ? event.deltaY * this.size : event.deltaY;
    const rows = Math.trunc(this.turns / (this.size / 2));
    if (rows) {
      this.turns = 0;
      this.tell.start();
      this.go(this.index + Math.sign(rows), true);
    }
  }

  step(event) {
    const last = this.strip.children.length - 1;
    const at = this.index;
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, PageUp: at - PAGE, PageDown: at + PAGE, Home: 0, End: last }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.tell.start();
      this.go(to, true);
    }
  }

  /* Nothing is told any more. */
  stop() {
    clearTimeout(this.timer);
  }
}

/* A wheel of texts. `at` is the item it is to show, `aim(at)` hears of the one it turns to, `rest(at)` of where it stands. */
export class Column extends Component {
  componentDidMount() {
    const aim = (at) => {
      this.setState({ at });
      if (this.props.aim) {
        this.props.aim(at);
      }
    };
    const rest = (at) => this.props.rest && this.props.rest(at);
    this.wheel = new Wheel(this.base, this.base.firstChild, { start() {}, aim, rest });
    this.wheel.show(this.props.at);
    this.wheel.fit(ROW);
  }

  componentDidUpdate(before) {
    const { at } = this.props;
    if (at !== before.at) {
      this.wheel.show(at);
      this.setState({ at });
    }
    this.wheel.fit(ROW);
  }

  componentWillUnmount() {
    this.wheel.stop();
  }

  render({ items, at, label }, state) {
    const last = Math.max(0, items.length - 1);
    const now = Math.min(state.at === undefined ? at : state.at, last);
    const marks = { class: "mp--turn", role: "spinbutton", tabIndex: 0, "aria-label": label };
    const value = { "aria-valuemin": 0, "aria-valuemax": last, "aria-valuenow": now, "aria-valuetext": items[now] || "" };
    const strip = h("div", { class: "mp--strip" }, items.map((text) => h("div", { class: "mp--spoke" }, text)));
    return h("div", Object.assign(marks, value), strip);
  }
}

/* Columns side by side, and the band in the middle of them. */
export const wheels = (columns) => h("div", { class: "mp--wheels" }, columns, h("div", { class: "mp--band" }));
