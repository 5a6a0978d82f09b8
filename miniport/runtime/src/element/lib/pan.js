/* Fingers, the mouse and its wheel on a map. */

const SLACK = 6;

export class Gesture {
  constructor(map) {
    this.map = map;
    this.fingers = new Map();
    const { base } = map;
    base.addEventListener("pointerdown", (event) => this.grab(event));
    base.addEventListener("pointermove", (event) => this.fingers.has(event.pointerId) && this.move(event));
    base.addEventListener("pointerup", (event) => this.drop(event));
    base.addEventListener("pointercancel", (event) => this.drop(event));
    base.addEventListener("dblclick", () => map.can("enable-zoom") && map.zoomBy(1));
    base.addEventListener("wheel", (event) => this.roll(event), { passive: false });
    base.addEventListener("click", (event) => this.hasMoved && event.stopPropagation(), true);
  }

  pixel({ clientX, clientY }) {
    const { left, top } = this.map.base.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  grab(event) {
    if (!event.button && this.fingers.size < 2) {
      this.hasMoved = this.fingers.size > 0;
      this.fingers.set(event.pointerId, this.pixel(event));
      this.grip();
    }
  }

  grip() {
    const { middle, apart } = this.shape();
    Object.assign(this, { middle, apart, zoom: this.map.zoom });
  }

  shape() {
    const [one, two = one] = Array.from(this.fingers.values());
    return { middle: { x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 }, apart: Math.hypot(one.x - two.x, one.y - two.y) };
  }

  move(event) {
    const { map } = this;
    this.fingers.set(event.pointerId, this.pixel(event));
    const { middle, apart } = this.shape();
    const x = middle.x - this.middle.x;
    const y = middle.y - this.middle.y;
    if (!this.isOn) {
      if (Math.abs(x) + Math.abs(y) < SLACK && this.fingers.size < 2) {
        return;
      }
      this.isOn = this.hasMoved = true;
      map.base.setPointerCapture(event.pointerId);
      map.tell("begin", "gesture");
    }
    if (map.can("enable-scroll")) {
      map.shift(x, y);
      this.middle = middle;
    }
    if (this.apart && apart && map.can("enable-zoom")) {
      this.isPinch = true;
      map.zoomAt(middle, this.zoom + Math.log2(apart / this.apart));
    }
  }

  drop(event) {
    if (!this.fingers.delete(event.pointerId)) {
      return;
    }
    if (this.fingers.size) {
      this.grip();
      return;
    }
    if (this.isOn) {
      this.map.tell("end", this.isPinch ? "scale" : "drag");
      setTimeout(() => (this.hasMoved = false));
    }
    this.isOn = this.isPinch = false;
  }

  roll(event) {
    const { map } = this;
    if (map.can("enable-zoom")) {
      event.preventDefault();
      map.zoomAt(this.pixel(event), map.zoom - event.deltaY / 200);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => map.tell("end", "scale"), 200);
    }
  }
}
