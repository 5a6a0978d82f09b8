/* A canvas. With width and height, its coordinates are theirs; without, they are the pixels of the page, and the picture
 * has as many as the screen. One with a `type` belongs to the app, which sizes it.
 */

import { Component, element, emit, h, media, root } from "miniport:core";
import { exporting } from "./lib/picture.js";

const WIDTH = 300;
const HEIGHT = 225;
const still = (event) => event.cancelable && event.preventDefault();

/* A picture for drawImage; files of the app are found by their paths. */
function createImage() {
  const image = new Image();
  const { set, get } = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, "src");
  return Object.defineProperty(image, "src", { set: (path) => set.call(image, media(path)), get: () => get.call(image) });
}

const pixels = (value, standard) => Math.round(parseFloat(value)) || standard;

class Canvas extends Component {
  constructor(props) {
    super(props);
    this.keep = (canvas) => (this.canvas = canvas);
  }

  componentDidMount() {
    const { base, canvas } = this;
    Object.assign(canvas, {
      createImage,
      requestAnimationFrame: (run) => requestAnimationFrame(run),
      cancelAnimationFrame: (id) => cancelAnimationFrame(id),
      toTempFilePath: exporting(() => [canvas, 1]),
    });
    base.mpCanvas = this;
    base.mpEvent = (type, told) => this.placed(told);
    base.addEventListener("touchmove", (event) => this.props["disable-scroll"] && still(event), { passive: false });
    this.fit();
    if (!this.isSized() && window.ResizeObserver) {
      this.watch = new ResizeObserver(() => this.fit());
      this.watch.observe(canvas);
    }
    this.timer = setTimeout(() => emit(base, "ready", {}));
  }

  componentDidUpdate(before) {
    if (before.width !== this.props.width || before.height !== this.props.height) {
      this.fit();
    }
  }

  componentWillUnmount() {
    clearTimeout(this.timer);
    if (this.watch) {
      this.watch.disconnect();
    }
  }

  isSized() {
    const { type, width, height } = this.props;
    return Boolean(type || width || height);
  }

  /* Pixels of the picture for one of its coordinates. */
  get ratio() {
    return this.isSized() ? 1 : window.devicePixelRatio || 1;
  }

  /* Its size in its own coordinates. */
  get size() {
    return { width: this.canvas.width / this.ratio, height: this.canvas.height / this.ratio };
  }

  /* Give the picture its pixels; what is drawn already stays. */
  fit() {
    const { canvas, props, ratio } = this;
    const width = this.isSized() ? pixels(props.width, WIDTH) : Math.round(canvas.clientWidth * ratio);
    const height = this.isSized() ? pixels(props.height, HEIGHT) : Math.round(canvas.clientHeight * ratio);
    if (!width || !height || (canvas.width === width && canvas.height === height)) {
      return;
    }
    const isDrawn = this.isDrawn && canvas.width && canvas.height;
    const before = isDrawn ? Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height }) : null;
    if (before) {
      before.getContext("2d").drawImage(canvas, 0, 0);
    }
    Object.assign(canvas, { width, height });
    if (before) {
      canvas.getContext("2d").drawImage(before, 0, 0);
    }
  }

  /* Touches are told in coordinates of the canvas. */
  placed(told) {
    const box = this.canvas.getBoundingClientRect();
    const { width, height } = this.size;
    const inside = (at) => {
      const x = ((at.clientX - box.left) * width) / (box.width || 1);
      const y = ((at.clientY - box.top) * height) / (box.height || 1);
      return Object.assign({}, at, { x, y });
    };
    const { touches, changedTouches } = told.more || {};
    if (touches) {
      told.more = Object.assign({}, told.more, { touches: touches.map(inside), changedTouches: changedTouches.map(inside) });
    } else if (told.detail && told.detail.clientX !== undefined) {
      told.detail = inside(told.detail);
    }
  }

  render(props) {
    const more = { role: props["aria-label"] ? "img" : undefined, "aria-label": props["aria-label"] };
    // Any rule of the app's for the element's own size comes before its attributes.
    const size = (name) => (isNaN(parseFloat(props[name])) ? "" : "--mp-canvas-" + name + ":" + parseFloat(props[name]) + "px;");
    more.style = size("width") + size("height") + (props.style || "");
    return h("mp-canvas", root(props, more), h("canvas", { ref: this.keep }), props.children);
  }
}

element("canvas", Canvas);
