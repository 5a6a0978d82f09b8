/* Slides, one beside the other. Every slide is placed by its own transform, so that the user's children stay the
 * children of the swiper and a circle needs no copies of them. `position` is the number of the slide in front, a
 * fraction while it moves; `front` the one that was told of. */

import { Component, element, emit, h, root } from "miniport:core";
import { style } from "miniport:part/style";
import { numberOf } from "../lib/given.js";
import { animated, isCalm, limited } from "./lib/motion.js";
import { Swipe } from "./lib/swipe.js";

const EASINGS = {
  linear: (part) => part,
  easeInCubic: (part) => part * part * part,
  easeInOutCubic: (part) => (part < 0.5 ? 4 * part * part * part : 1 - Math.pow(2 - 2 * part, 3) / 2),
};
const SHORTEST = 50;

const lengthOf = (value) => (value === undefined || value === "" ? "0px" : isNaN(value) ? style(String(value)) : value + "px");
const turned = (number, count) => ((number % count) + count) % count;

class Swiper extends Component {
  constructor(props) {
    super(props);
    this.state = { count: 0 };
    this.slides = [];
    this.current = this.front = this.position = numberOf(props.current, 0);
    this.stop = () => {};
    this.onKeyDown = (event) => this.turn(event);
    this.onVisible = () => this.schedule();
  }

  componentDidMount() {
    this.base.mpSwiper = this;
    this.swipe = new Swipe(this);
    document.addEventListener("visibilitychange", this.onVisible);
    this.refresh();
  }

  componentDidUpdate(before) {
    const { current, autoplay, interval } = this.props;
    const isAsked = current !== before.current && numberOf(current, 0) !== this.current;
    if (isAsked) {
      this.current = numberOf(current, 0);
    }
    this.refresh(isAsked);
    if (autoplay !== before.autoplay || interval !== before.interval) {
      this.schedule();
    }
  }

  componentWillUnmount() {
    this.stop();
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.onVisible);
  }

  get count() {
    return this.slides.length;
  }

  /* How many slides are in front at once. */
  get shown() {
    return Math.max(1, Math.floor(numberOf(this.props["display-multiple-items"], 1)));
  }

  get isCircular() {
    return Boolean(this.props.circular) && this.count > this.shown;
  }

  get last() {
    return Math.max(0, this.count - (this.isCircular ? 1 : this.shown));
  }

  get isInMotion() {
    return Boolean(this.isMoving || (this.swipe && this.swipe.isOn));
  }

  /* Slides came, went or changed, or another one shall be in front. */
  refresh(isAsked) {
    const { count } = this;
    const found = Array.from(this.base.querySelectorAll("mp-swiper-item"));
    this.slides = found.filter((dom) => dom.parentNode.closest("mp-swiper") === this.base);
    const to = limited(this.current, 0, this.last);
    if (isAsked && count) {
      this.go(to, "", this.props["disable-programmatic-animation"] ? 0 : undefined);
    } else if (!this.isInMotion) {
      this.position = this.front = to;
    }
    this.draw();
    if (count !== this.count) {
      this.setState({ count: this.count });
      this.schedule();
    }
  }

  /* The place of a slide, in slides from the one in front; in a circle the nearer way round. */
  placeOf(at) {
    const away = at - this.position;
    const half = this.count / 2 - (this.shown - 1) / 2;
    return this.isCircular ? turned(away + half, this.count) - half : away;
  }

  draw() {
    const { props, shown, isInMotion } = this;
    const axis = props.vertical ? "Y" : "X";
    const margin = props["previous-margin"] || props["next-margin"] ? 1 : 0;
    const snap = this.snap();
    this.slides.forEach((dom, at) => {
      const place = this.placeOf(at);
      const isFront = place > -0.5 && place < shown - 0.5;
      dom.style.transform = "translate" + axis + "(" + (snap ? "calc(" + place * 100 + "%" + snap + ")" : place * 100 + "%") + ")";
      dom.style.visibility = place > -1 - margin && place < shown + margin ? "" : "hidden";
      dom.toggleAttribute("data-sizes", this.sizes(at));
      [["active-class", isFront && !isInMotion], ["changing-class", isFront && isInMotion]].forEach(([name, isOn]) => {
        (props[name] || "").split(" ").filter(Boolean).forEach((word) => dom.classList.toggle(word, isOn));
      });
    });
  }

  /* With `snap-to-edge` the first slide has no margin before it, and the last none behind it. */
  snap() {
    if (!this.props["snap-to-edge"] || this.isCircular || this.count < 2) {
      return "";
    }
    const atStart = limited(1 - this.position, 0, 1);
    const atEnd = limited(this.position - this.last + 1, 0, 1);
    return " - var(--mp-before) * " + atStart + " + var(--mp-after) * " + atEnd;
  }

  /* Whether a slide gives the swiper its height. */
  sizes(at) {
    const how = this.height();
    return how === "highest" || (how === "current" && at === this.front) || (how === "first" && at === 0);
  }

  height() {
    const { "adjust-height": how, vertical, "adjust-vertical-height": isForced } = this.props;
    return vertical && !isForced ? "none" : how || "first";
  }

  /* How long a slide is, along the way. */
  size() {
    const [first] = this.slides;
    return (first && (this.props.vertical ? first.offsetHeight : first.offsetWidth)) || 1;
  }

  begin() {
    this.stop();
    this.isMoving = false;
    clearTimeout(this.timer);
    this.origin = Math.round(this.position);
  }

  move(position) {
    const isNew = position !== this.position;
    this.position = position;
    this.draw();
    if (isNew) {
      const way = (position - this.origin) * this.size();
      emit(this.base, "transition", this.props.vertical ? { dx: 0, dy: way } : { dx: way, dy: 0 });
    }
  }

  /* Bring a slide to the front; `to` may lie beyond the ends of a circle. */
  go(to, source, duration = numberOf(this.props.duration, 500)) {
    const index = this.isCircular ? turned(to, this.count) : limited(to, 0, this.last);
    const goal = this.isCircular ? to : index;
    this.begin();
    const { position } = this;
    this.isMoving = true;
    this.current = index;
    if (index !== this.front) {
      this.front = index;
      this.setState({});
      emit(this.base, "change", { current: index, isChanging: false });
    }
    const end = () => {
      this.isMoving = false;
      this.position = index;
      this.draw();
      emit(this.base, "animationEnd", { current: index, source });
      this.schedule();
    };
    const time = isCalm() || goal === position ? 0 : duration;
    this.stop = animated(time, (part) => this.move(position + (goal - position) * part), end, EASINGS[this.props["easing-function"]]);
  }

  /* The next turn of `autoplay`. It waits while somebody moves the slides or has the focus of the keyboard here. */
  schedule() {
    const { props } = this;
    clearTimeout(this.timer);
    if (props.autoplay && this.count > this.shown && !document.hidden && !this.isInMotion) {
      this.timer = setTimeout(() => this.play(), Math.max(SHORTEST, numberOf(props.interval, 5000)));
    }
  }

  play() {
    const { base } = this;
    if (!base.offsetWidth || base.matches(":focus-visible") || base.querySelector(":focus-visible")) {
      this.schedule();
    } else {
      this.go(this.isCircular || this.current < this.last ? this.current + 1 : 0, "autoplay");
    }
  }

  turn(event) {
    const { vertical, "disable-touch": isStill } = this.props;
    const way = { [vertical ? "ArrowUp" : "ArrowLeft"]: -1, [vertical ? "ArrowDown" : "ArrowRight"]: 1 }[event.key];
    if (way && event.target === this.base && !isStill) {
      event.preventDefault();
      this.go(this.current + way, "touch");
    }
  }

  dots() {
    const { props, front } = this;
    const colours = [props["indicator-color"], props["indicator-active-color"]];
    const dot = (isOn) => h("span", { class: "mp--dot", "data-on": isOn ? "" : undefined, style: "background-color:" + (colours[+isOn] || "") });
    return h("div", { class: "mp--dots", "aria-hidden": "true" }, this.slides.map((_, at) => dot(at === front)));
  }

  render(props, { count }) {
    const own = props.style ? props.style + ";" : "";
    const sizes = "--mp-before:" + lengthOf(props["previous-margin"]) + ";--mp-after:" + lengthOf(props["next-margin"]);
    const more = {
      vertical: props.vertical ? "" : undefined,
      "data-height": this.height(),
      style: own + sizes + ";--mp-shown:" + this.shown,
      role: props.role || "group",
      "aria-roledescription": "轮播",
      "aria-label": props["aria-label"],
      tabIndex: count > 1 && !props["disable-touch"] ? 0 : undefined,
      onKeyDown: this.onKeyDown,
    };
    return h("mp-swiper", root(props, more), props.children, props["indicator-dots"] ? this.dots() : null);
  }
}

class SwiperItem extends Component {
  componentDidMount() {
    this.changed(this.owner());
  }

  // Its style and class may have been written anew.
  componentDidUpdate() {
    this.changed(this.owner());
  }

  componentWillUnmount() {
    // It is still in its place now.
    const owner = this.owner();
    Promise.resolve().then(() => this.changed(owner));
  }

  owner() {
    return this.base.parentNode && this.base.parentNode.closest("mp-swiper");
  }

  changed(owner) {
    if (owner && owner.mpSwiper && owner.isConnected) {
      owner.mpSwiper.refresh();
    }
  }

  render(props) {
    return h("mp-swiper-item", root(props, { "aria-label": props["aria-label"] }), props.children);
  }
}

element("swiper", Swiper);
element("swiper-item", SwiperItem);
