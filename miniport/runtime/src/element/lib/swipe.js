/* The finger, or the mouse, on a swiper. Where slides lie within slides, the inner ones move. */

import { numberOf } from "../../lib/given.js";
import { Trail, limited } from "./motion.js";

const SLACK = 8;
const BEYOND = 0.35;
const FLING = 220;
const AFTERWARDS = 50;

export class Swipe {
  constructor(swiper) {
    this.swiper = swiper;
    this.isOn = false;
    this.grip = null;
    const { base } = swiper;
    base.addEventListener("pointerdown", (event) => this.grab(event));
    base.addEventListener("pointermove", (event) => this.grip && event.pointerId === this.grip.id && this.drag(event));
    base.addEventListener("pointerup", (event) => this.drop(event));
    base.addEventListener("pointercancel", (event) => this.drop(event));
    base.addEventListener("dragstart", (event) => event.preventDefault());
    // The click after a swipe is none.
    base.addEventListener("click", (event) => this.hasSwiped && event.stopPropagation(), true);
  }

  at(event) {
    return this.swiper.props.vertical ? event.clientY : event.clientX;
  }

  grab(event) {
    const { swiper } = this;
    this.hasSwiped = false;
    if (event.isPrimary && !event.button && swiper.count && !swiper.props["disable-touch"]) {
      this.grip = { id: event.pointerId, x: event.clientX, y: event.clientY, trail: new Trail() };
    }
  }

  /* The first clear movement tells whether it is meant for these slides. */
  isMeant(event) {
    const { vertical, "touch-angle": angle } = this.swiper.props;
    const x = Math.abs(event.clientX - this.grip.x);
    const y = Math.abs(event.clientY - this.grip.y);
    const [along, across] = vertical ? [y, x] : [x, y];
    return (Math.atan2(across, along) * 180) / Math.PI <= numberOf(angle, 45);
  }

  begin(event) {
    const { swiper, grip } = this;
    this.isOn = this.hasSwiped = true;
    swiper.begin();
    grip.from = this.at(event);
    grip.start = swiper.position;
    swiper.base.setPointerCapture(grip.id);
  }

  drag(event) {
    const { swiper, grip } = this;
    if (event.mpSwiped) {
      this.grip = null;
      return;
    }
    if (!this.isOn) {
      if (Math.abs(event.clientX - grip.x) + Math.abs(event.clientY - grip.y) < SLACK) {
        return;
      }
      if (!this.isMeant(event)) {
        this.grip = null;
        return;
      }
      this.begin(event);
    }
    event.mpSwiped = true;
    grip.trail.add(event.timeStamp, event.clientX, event.clientY);
    const to = grip.start - (this.at(event) - grip.from) / swiper.size();
    const inside = limited(to, 0, swiper.last);
    // Beyond the ends it follows with a part of the way.
    swiper.move(swiper.isCircular ? to : inside + (to - inside) * BEYOND);
  }

  drop(event) {
    const { swiper, grip } = this;
    this.grip = null;
    if (!this.isOn || !grip || event.pointerId !== grip.id) {
      return;
    }
    this.isOn = false;
    setTimeout(() => (this.hasSwiped = false), AFTERWARDS);
    const { x, y } = grip.trail.speed(event.timeStamp);
    swiper.go(event.type === "pointerup" ? this.goal(grip, swiper.props.vertical ? y : x) : Math.round(grip.start), "touch");
  }

  /* Where the slides come to rest: the next one for a long or a quick swipe, several with `acceleration`. */
  goal(grip, speed) {
    const { swiper } = this;
    const { "swipe-ratio": ratio, "swipe-speed": least, acceleration } = swiper.props;
    const rest = Math.round(grip.start);
    const way = swiper.position - grip.start;
    if (acceleration) {
      return Math.round(swiper.position - (speed * FLING) / swiper.size());
    }
    const isFar = Math.abs(way) > numberOf(ratio, 0.2);
    const isQuick = Math.abs(speed) > Math.max(0.3, numberOf(least, 0.05)) && Math.sign(-speed) === Math.sign(way);
    const step = Math.max(1, Math.round(Math.abs(way)));
    return isFar || isQuick ? rest + Math.sign(way) * step : rest;
  }
}
