/* Boxes that are moved by a finger, the mouse or the arrow keys, within an area. */

import { Component, element, emit, h, root } from "miniport:core";
import { numberOf } from "../lib/given.js";
import { Trail, animated, isCalm, limited } from "./lib/motion.js";

const STEP = 10;
const BEYOND = 0.35;
const LEAST = 0.05;
const FRAME = 16;

class MovableArea extends Component {
  componentDidMount() {
    // With `scale-area`, two fingers anywhere in the area scale the box.
    const first = () => this.base.querySelector("mp-movable-view");
    ["pointerdown", "pointermove", "pointerup", "pointercancel"].forEach((type) =>
      this.base.addEventListener(type, (event) => {
        const view = this.props["scale-area"] && event.target === this.base && first();
        if (view && view.mpMovable) {
          view.mpMovable[type](event);
        }
      }),
    );
  }

  render(props) {
    return h("mp-movable-area", root(props, { "scale-area": props["scale-area"] ? "" : undefined }), props.children);
  }
}

class MovableView extends Component {
  constructor(props) {
    super(props);
    this.x = this.y = 0;
    this.scale = 1;
    this.fingers = new Map();
    this.stop = () => {};
    ["pointerdown", "pointermove", "pointerup", "pointercancel"].forEach((type) => {
      this[type] = this[type].bind(this);
    });
    this.onKeyDown = (event) => this.step(event);
  }

  componentDidMount() {
    this.base.mpMovable = this;
    this.scale = this.fitScale(numberOf(this.props["scale-value"], 1));
    this.put(this.inside(this.asked()));
    if (window.ResizeObserver) {
      this.watch = new ResizeObserver(() => this.fingers.size || this.isMoving || this.put(this.inside(this)));
      this.watch.observe(this.area);
      this.watch.observe(this.base);
    }
  }

  componentDidUpdate(before) {
    const { x, y, "scale-value": scale } = this.props;
    if (scale !== before["scale-value"]) {
      this.scale = this.fitScale(numberOf(scale, 1));
    }
    if (x !== before.x || y !== before.y) {
      this.glide(this.inside(this.asked()), "", Boolean(this.props.animation));
    } else {
      this.draw();
    }
  }

  componentWillUnmount() {
    this.stop();
    if (this.watch) {
      this.watch.disconnect();
    }
  }

  get area() {
    return this.base.closest("mp-movable-area") || this.base.parentNode;
  }

  asked() {
    return { x: numberOf(this.props.x, 0), y: numberOf(this.props.y, 0) };
  }

  /* What it may do: [along x, along y]. */
  ways() {
    const { direction, disabled } = this.props;
    return disabled ? [false, false] : [/^(?:all|horizontal)$/.test(direction), /^(?:all|vertical)$/.test(direction)];
  }

  fitScale(scale) {
    return limited(scale, numberOf(this.props["scale-min"], 0.5), numberOf(this.props["scale-max"], 10));
  }

  /* The nearest place within the area; a box larger than the area covers it. It is scaled about its middle. */
  inside({ x, y }) {
    const { area, base, scale } = this;
    const near = (at, room, size) => {
      const over = (size * (scale - 1)) / 2;
      const far = room - size - over;
      return limited(at, Math.min(over, far), Math.max(over, far));
    };
    return { x: near(x, area.clientWidth, base.offsetWidth), y: near(y, area.clientHeight, base.offsetHeight) };
  }

  draw() {
    const { x, y, scale } = this;
    this.base.style.transform = "translate(" + x + "px," + y + "px)" + (scale === 1 ? "" : " scale(" + scale + ")");
  }

  put({ x, y }, source) {
    const isNew = x !== this.x || y !== this.y;
    Object.assign(this, { x, y });
    this.draw();
    if (isNew && source !== undefined) {
      emit(this.base, "change", { x, y, source });
    }
  }

  /* Move to a place; a greater `damping` is quicker. */
  glide(to, source, isAnimated, end) {
    this.stop();
    const { x, y } = this;
    this.isMoving = true;
    const duration = isAnimated && !isCalm() && (to.x !== x || to.y !== y) ? limited(8000 / Math.max(1, numberOf(this.props.damping, 20)), 80, 2000) : 0;
    const draw = (part) => this.put({ x: x + (to.x - x) * part, y: y + (to.y - y) * part }, source);
    this.stop = animated(duration, draw, () => {
      this.isMoving = false;
      if (end) {
        end();
      }
    });
  }

  pointerdown(event) {
    const [isX, isY] = this.ways();
    const canScale = this.props.scale && !this.props.disabled;
    if (event.button || (!isX && !isY && !canScale) || this.fingers.size > 1) {
      return;
    }
    this.stop();
    this.isMoving = false;
    this.fingers.set(event.pointerId, event);
    event.target.setPointerCapture(event.pointerId);
    this.grip();
  }

  /* Fingers came or went: what is moved is measured from here. */
  grip() {
    const fingers = Array.from(this.fingers.values());
    this.from = { x: this.x, y: this.y, scale: this.scale, fingers, apart: this.apart() };
    this.trail = new Trail();
  }

  apart() {
    const [one, two] = Array.from(this.fingers.values());
    return two ? Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY) : 0;
  }

  pointermove(event) {
    if (!this.fingers.has(event.pointerId)) {
      return;
    }
    this.fingers.set(event.pointerId, event);
    if (this.fingers.size > 1) {
      this.pinch();
      return;
    }
    this.trail.add(event.timeStamp, event.clientX, event.clientY);
    const [first] = this.from.fingers;
    const [isX, isY] = this.ways();
    const wanted = {
      x: this.from.x + (isX ? event.clientX - first.clientX : 0),
      y: this.from.y + (isY ? event.clientY - first.clientY : 0),
    };
    this.follow(wanted, "touch");
  }

  follow(wanted, source) {
    const near = this.inside(wanted);
    const isOut = near.x !== wanted.x || near.y !== wanted.y;
    if (isOut && this.props["out-of-bounds"]) {
      const part = (name) => near[name] + (wanted[name] - near[name]) * BEYOND;
      this.put({ x: part("x"), y: part("y") }, source + (source === "touch" ? "-out-of-bounds" : ""));
    } else {
      this.put(near, source);
    }
  }

  pinch() {
    if (this.props.scale && this.from.apart) {
      const scale = this.fitScale((this.from.scale * this.apart()) / this.from.apart);
      if (scale !== this.scale) {
        this.scale = scale;
        this.put(this.inside(this));
        emit(this.base, "scale", { x: this.x, y: this.y, scale });
      }
    }
  }

  pointerup(event) {
    if (!this.fingers.delete(event.pointerId)) {
      return;
    }
    if (this.fingers.size) {
      this.grip();
      return;
    }
    const speed = event.type === "pointerup" ? this.trail.speed(event.timeStamp) : { x: 0, y: 0 };
    const [isX, isY] = this.ways();
    if (this.props.inertia && !isCalm() && Math.hypot(speed.x, speed.y) > LEAST) {
      this.slide({ x: isX ? speed.x : 0, y: isY ? speed.y : 0 });
    } else {
      this.rest();
    }
  }

  pointercancel(event) {
    this.pointerup(event);
  }

  /* Go on by itself, slower and slower; a greater `friction` stops it sooner. */
  slide(speed) {
    const friction = numberOf(this.props.friction, 2) > 0 ? numberOf(this.props.friction, 2) : 2;
    const kept = Math.pow(0.97, friction);
    const far = FRAME / (1 - kept);
    const { x, y } = this;
    const frames = Math.log(LEAST / Math.hypot(speed.x, speed.y)) / Math.log(kept);
    this.isMoving = true;
    this.stop = animated(
      frames * FRAME,
      (part) => {
        const gone = far * (1 - Math.pow(kept, part * frames));
        this.follow({ x: x + speed.x * gone, y: y + speed.y * gone }, "friction");
      },
      () => this.rest(),
      (part) => part,
    );
  }

  rest() {
    const end = () => emit(this.base, "changeEnd", { x: this.x, y: this.y });
    const near = this.inside(this);
    if (near.x !== this.x || near.y !== this.y) {
      this.glide(near, "out-of-bounds", true, end);
    } else {
      this.isMoving = false;
      end();
    }
  }

  step(event) {
    const [isX, isY] = this.ways();
    const to = { ArrowLeft: [-isX, 0], ArrowRight: [+isX, 0], ArrowUp: [0, -isY], ArrowDown: [0, +isY] }[event.key];
    if (to && (to[0] || to[1]) && event.target === this.base) {
      event.preventDefault();
      this.put(this.inside({ x: this.x + to[0] * STEP, y: this.y + to[1] * STEP }), "touch");
      this.rest();
    }
  }

  render(props) {
    const [isX, isY] = this.ways();
    const { pointerdown, pointermove, pointerup, pointercancel, onKeyDown } = this;
    const more = {
      // What it does not do itself is left to the page.
      "data-ways": isX && isY ? "all" : isX ? "x" : isY ? "y" : props.scale ? "all" : undefined,
      disabled: props.disabled ? "" : undefined,
      role: props.role || "group",
      "aria-label": props["aria-label"],
      tabIndex: isX || isY ? 0 : undefined,
      onPointerDown: pointerdown,
      onPointerMove: pointermove,
      onPointerUp: pointerup,
      onPointerCancel: pointercancel,
      onDragStart: (event) => event.preventDefault(),
      onKeyDown,
    };
    return h("mp-movable-view", root(props, more), props.children);
  }
}

element("movable-area", MovableArea);
element("movable-view", MovableView);
