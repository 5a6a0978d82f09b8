/* my.createAnimation: steps of style that the `animation` attribute of a view plays one after the other.
 *
 * export() gives [{duration, delay, timing, origin, style: {property: value}}, ...]; a step holds all that the steps before
 * it have set, so that a view shows the right thing after the last one whatever it showed before.
 */

import { style as converted } from "miniport:part/style";
import { api } from "miniport:part/call";

const LENGTHS = ["width", "height", "top", "right", "bottom", "left"];
const ANGLES = ["rotate", "rotateX", "rotateY", "rotateZ", "skew", "skewX", "skewY"];
const SHIFTS = ["translate", "translateX", "translateY", "translateZ", "translate3d"];
const SCALES = ["scale", "scaleX", "scaleY", "scaleZ", "scale3d"];

const length = (value) => (typeof value === "number" ? value + "px" : converted(String(value)));
const angle = (value) => value + "deg";
const same = (value) => String(value);

class Animation {
  constructor({ duration = 400, timeFunction, timingFunction, delay = 0, transformOrigin = "50% 50% 0" }) {
    this.usual = { duration, timing: timeFunction || timingFunction || "linear", delay, origin: transformOrigin };
    this.steps = [];
    this.moves = new Map();
    this.style = {};
  }

  step(options) {
    const { duration, timeFunction, timingFunction, delay, transformOrigin } = options || {};
    const own = { duration, timing: timeFunction || timingFunction, delay, origin: transformOrigin };
    const step = Object.assign({}, this.usual, JSON.parse(JSON.stringify(own)));
    const transform = Array.from(this.moves.values()).join(" ");
    step.style = Object.assign({}, this.style, transform && { transform });
    this.steps.push(step);
    return this;
  }

  export() {
    const { steps } = this;
    this.steps = [];
    return steps;
  }

  set(name, value) {
    this.style[name] = value;
    return this;
  }

  move(name, values) {
    this.moves.set(name, name + "(" + values.join(",") + ")");
    return this;
  }

  opacity(value) {
    return this.set("opacity", String(value));
  }

  backgroundColor(value) {
    return this.set("background-color", String(value));
  }

  rotate3d(x, y, z, turn) {
    return this.move("rotate3d", [x, y, z, angle(turn)]);
  }
}

const add = (names, make) => names.forEach((name) => Object.assign(Animation.prototype, { [name]: make(name) }));
const mover = (unit) => (name) =>
  function move(...values) {
    return this.move(name, values.map(unit));
  };

add(
  LENGTHS,
  (name) =>
    function set(value) {
      return this.set(name, length(value));
    }
);
add(ANGLES, mover(angle));
add(SHIFTS, mover(length));
add(SCALES, mover(same));

api({ createAnimation: (options) => new Animation(options || {}) });
