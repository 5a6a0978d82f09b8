/* The older way to draw: calls are kept until draw(), then done on the canvas in one go.
 *
 * `createContext(find)`: `find` gives the drawn <mp-canvas> element's `mpCanvas`, or null where there is none.
 */

import { clone, media, warn } from "miniport:core";
import { asynchronous } from "miniport:part/call";
import { cut, exporting, kindOf } from "./picture.js";

const CALLS = [
  "arc", "arcTo", "beginPath", "bezierCurveTo", "clearRect", "clip", "closePath", "ellipse", "fill", "fillRect", "fillText", "lineTo",
  "moveTo", "quadraticCurveTo", "rect", "restore", "rotate", "save", "scale", "setLineDash", "stroke", "strokeRect", "strokeText",
  "transform", "translate",
];
const MEMBERS = [
  "fillStyle", "strokeStyle", "lineWidth", "lineCap", "lineJoin", "miterLimit", "lineDashOffset", "textBaseline", "font", "textAlign",
  "globalAlpha", "globalCompositeOperation", "shadowColor", "shadowBlur", "shadowOffsetX", "shadowOffsetY",
];
const SETTERS = {
  setFillStyle: "fillStyle", setStrokeStyle: "strokeStyle", setLineWidth: "lineWidth", setLineCap: "lineCap", setLineJoin: "lineJoin",
  setMiterLimit: "miterLimit", setTextAlign: "textAlign", setTextBaseline: "textBaseline", setGlobalAlpha: "globalAlpha",
};
const PLAIN = "10px sans-serif";
const SIZE = /\d+(?:\.\d+)?px/;

let ruler = null;

/* A gradient, or a pattern: made when it is drawn with. */
class Paint {
  constructor(make) {
    this.make = make;
    this.stops = [];
  }

  addColorStop(at, colour) {
    this.stops.push([at, colour]);
  }

  real(target, pictures) {
    const paint = this.make(target, pictures);
    this.stops.forEach(([at, colour]) => paint.addColorStop(at, colour));
    return paint;
  }
}

/* Load the pictures that a drawing needs; one that is not there is left out of it. */
function loaded(paths) {
  const load = (path) =>
    new Promise((done) => {
      const image = new Image();
      const end = (found) => () => done([path, found]);
      image.onload = end(image);
      image.onerror = () => {
        warn("canvas: there is no picture at " + path);
        end(null)();
      };
      image.src = media(path);
    });
  return Promise.all(Array.from(new Set(paths), load)).then((pairs) => new Map(pairs));
}

/* Libraries put members of their own over ours (`fillStyle` that calls setFillStyle), so ours never go through them. */
class Context {
  constructor(find) {
    this.find = find;
    this.queue = [];
    this.paths = [];
    this.turn = Promise.resolve();
    this.state = { font: PLAIN };
    this.moved = [1, 0, 0, 1, 0, 0];
    const exported = exporting(() => [this.canvas(), this.owner().ratio]);
    this.toTempFilePath = (options) => this.turn.then(() => exported(options));
    this.getImageData = asynchronous((options) => this.turn.then(() => this.pixels(options)), "getImageData");
    this.putImageData = asynchronous((options) => this.turn.then(() => this.setPixels(options)), "putImageData");
  }

  owner() {
    const owner = this.find();
    if (!owner) {
      throw new Error("there is no such canvas on the page");
    }
    return owner;
  }

  canvas() {
    return this.owner().canvas;
  }

  add(run) {
    this.queue.push(run);
  }

  set(name, value) {
    this.state[name] = value;
    this.add((target, pictures) => {
      target[name] = value instanceof Paint ? value.real(target, pictures) : value;
    });
  }

  setShadow(x, y, blur, colour) {
    const shadow = { shadowOffsetX: x, shadowOffsetY: y, shadowBlur: blur, shadowColor: colour };
    Object.keys(shadow).forEach((name) => this.set(name, shadow[name]));
  }

  setFontSize(size) {
    this.set("font", this.state.font.replace(SIZE, size + "px"));
  }

  get fontSize() {
    return parseFloat(SIZE.exec(this.state.font));
  }

  set fontSize(size) {
    this.setFontSize(size);
  }

  /* The transform is that of the canvas's own coordinates. */
  setTransform(...values) {
    this.add((target) => {
      target.setTransform(this.owner().ratio, 0, 0, this.owner().ratio, 0, 0);
      target.transform(...values);
    });
  }

  createLinearGradient(...at) {
    return new Paint((target) => target.createLinearGradient(...at));
  }

  createRadialGradient(...at) {
    return new Paint((target) => target.createRadialGradient(...at));
  }

  createCircularGradient(x, y, radius) {
    return new Paint((target) => target.createRadialGradient(x, y, 0, x, y, radius));
  }

  createPattern(path, how) {
    this.paths.push(path);
    return new Paint((target, pictures) => (pictures.get(path) ? target.createPattern(pictures.get(path), how || "repeat") : "transparent"));
  }

  drawImage(path, ...at) {
    if (typeof path !== "string") {
      this.add((target) => target.drawImage(path, ...at));
      return;
    }
    this.paths.push(path);
    this.add((target, pictures) => pictures.get(path) && target.drawImage(pictures.get(path), ...at));
  }

  measureText(text) {
    ruler = ruler || document.createElement("canvas").getContext("2d");
    ruler.font = this.state.font;
    return { width: ruler.measureText(String(text)).width };
  }

  /* Do what was asked for, over what is there if `isKept`; drawings come one after the other. */
  draw(isKept, callback) {
    const { queue, paths } = this;
    this.queue = [];
    this.paths = [];
    this.state = { font: PLAIN };
    this.turn = this.turn
      .then(() => loaded(paths))
      .then((pictures) => this.paint(queue, pictures, isKept))
      .catch((problem) => warn("canvas: " + problem.message));
    this.turn.then(() => typeof callback === "function" && callback());
  }

  paint(queue, pictures, isKept) {
    const owner = this.owner();
    const { canvas, ratio } = owner;
    const target = canvas.getContext("2d");
    owner.isDrawn = true;
    target.save();
    target.setTransform(1, 0, 0, 1, 0, 0);
    if (!isKept) {
      target.clearRect(0, 0, canvas.width, canvas.height);
    }
    target.setTransform(ratio, 0, 0, ratio, 0, 0);
    // A path and a style of the drawing before are none of this one's; its transform is, as charts that scale once know.
    target.transform(...this.moved);
    target.beginPath();
    try {
      queue.forEach((run) => run(target, pictures));
    } finally {
      const { a, b, c, d, e, f } = target.getTransform();
      this.moved = [a, b, c, d, e, f].map((value) => value / ratio);
      target.restore();
    }
  }

  pixels({ x, y, width, height }) {
    const { canvas, ratio } = this.owner();
    const part = cut(canvas, ratio, { x, y, width, height });
    const found = part.getContext("2d").getImageData(0, 0, part.width, part.height);
    return { width: found.width, height: found.height, data: found.data };
  }

  setPixels({ x, y, width, height, data }) {
    const owner = this.owner();
    const { canvas, ratio } = owner;
    const part = Object.assign(document.createElement("canvas"), { width, height });
    part.getContext("2d").putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
    const target = canvas.getContext("2d");
    owner.isDrawn = true;
    target.clearRect(x * ratio, y * ratio, width * ratio, height * ratio);
    target.drawImage(part, x * ratio, y * ratio, width * ratio, height * ratio);
  }

  toDataURL(options) {
    const wanted = clone(options) || {};
    return this.turn.then(() => cut(this.canvas(), this.owner().ratio, wanted).toDataURL(...kindOf(wanted)));
  }
}

const member = (name, run) => Object.defineProperty(Context.prototype, name, { value: run, configurable: true, writable: true });

CALLS.forEach((name) =>
  member(name, function call(...values) {
    this.add((target) => target[name](...values));
  }),
);
Object.keys(SETTERS).forEach((name) =>
  member(name, function call(value) {
    this.set(SETTERS[name], value);
  }),
);
MEMBERS.forEach((name) =>
  Object.defineProperty(Context.prototype, name, {
    get() {
      return this.state[name];
    },
    set(value) {
      this.set(name, value);
    },
  }),
);

export const createContext = (find) => new Context(find);
