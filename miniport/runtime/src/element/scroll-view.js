/* A region that scrolls: told where to, and telling where it is. */

import { Component, element, emit, frame, h, root } from "miniport:core";
import { numberOf } from "../lib/given.js";
import { animated, isCalm } from "./lib/motion.js";

const EDGES = [
  { name: "scrollTop", size: "scrollHeight", view: "clientHeight", axis: "scroll-y" },
  { name: "scrollLeft", size: "scrollWidth", view: "clientWidth", axis: "scroll-x" },
];

class ScrollView extends Component {
  constructor(props) {
    super(props);
    this.last = { scrollTop: 0, scrollLeft: 0 };
    this.near = {};
    this.stop = () => {};
    this.onScroll = (event) => event.target === this.base && this.scrolled();
    this.onTop = () => this.props["enable-back-to-top"] && this.base.clientHeight && this.go({ scrollTop: 0 }, true);
    this.onMove = (event) => this.hold(event);
  }

  componentDidMount() {
    this.bar = frame().app.querySelector(".mp--bar");
    if (this.bar) {
      this.bar.addEventListener("dblclick", this.onTop);
    }
    if ("disable-lower-scroll" in this.props || "disable-upper-scroll" in this.props) {
      this.base.addEventListener("touchstart", (event) => (this.finger = event.touches[0]), { passive: true });
      this.base.addEventListener("touchmove", this.onMove, { passive: false });
      this.base.addEventListener("wheel", this.onMove, { passive: false });
    }
    this.take(null);
  }

  componentDidUpdate(before) {
    this.take(before);
  }

  componentWillUnmount() {
    this.stop();
    if (this.bar) {
      this.bar.removeEventListener("dblclick", this.onTop);
    }
  }

  /* Follow the attributes that changed; an element that is not there yet is waited for. */
  take(before) {
    const { props } = this;
    const old = before || {};
    const to = {};
    [["scroll-top", "scrollTop"], ["scroll-left", "scrollLeft"]].forEach(([name, member]) => {
      if (props[name] !== old[name] && numberOf(props[name]) !== undefined) {
        to[member] = +props[name];
      }
    });
    const id = props["scroll-into-view"];
    if (id !== old["scroll-into-view"]) {
      this.wanted = id;
    }
    const found = this.wanted && this.base.querySelector("#" + CSS.escape(this.wanted));
    if (found) {
      this.wanted = undefined;
      Object.assign(to, this.placeOf(found));
    }
    if (Object.keys(to).length) {
      this.go(to, Boolean(before && props["scroll-with-animation"]));
    }
  }

  placeOf(dom) {
    const { base, props } = this;
    const own = base.getBoundingClientRect();
    const { top, left } = dom.getBoundingClientRect();
    const to = {};
    if (props["scroll-y"]) {
      to.scrollTop = base.scrollTop + top - own.top - base.clientTop;
    }
    if (props["scroll-x"]) {
      to.scrollLeft = base.scrollLeft + left - own.left - base.clientLeft;
    }
    return to;
  }

  go(to, isAnimated) {
    const { base, props } = this;
    this.stop();
    const from = { scrollTop: base.scrollTop, scrollLeft: base.scrollLeft };
    const duration = isAnimated && !isCalm() ? numberOf(props["scroll-animation-duration"], 300) : 0;
    this.stop = animated(duration, (part) => {
      Object.keys(to).forEach((name) => {
        base[name] = from[name] + (to[name] - from[name]) * part;
      });
    });
  }

  scrolled() {
    const { base, last } = this;
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = base;
    EDGES.forEach((edge) => this.props[edge.axis] && this.reached(edge, base[edge.name] - last[edge.name]));
    this.last = { scrollTop, scrollLeft };
    emit(base, "scroll", { scrollTop, scrollLeft, scrollHeight, scrollWidth });
  }

  /* An end is told of once per arrival, and again when the content has grown. */
  reached({ name, size, view }, way) {
    const { base, near, props } = this;
    const at = base[name];
    const left = base[size] - base[view] - at;
    const known = near[name] || {};
    const isAtStart = at <= numberOf(props["upper-threshold"], 50);
    const isAtEnd = left <= numberOf(props["lower-threshold"], 50);
    near[name] = { isAtStart, isAtEnd, size: base[size] };
    if (way < 0 && isAtStart && !known.isAtStart) {
      emit(base, "scrollToUpper", {});
    }
    if (way > 0 && isAtEnd && !(known.isAtEnd && known.size === base[size])) {
      emit(base, "scrollToLower", {});
    }
  }

  /* `disable-lower-scroll` and `disable-upper-scroll` forbid one way: always, or only beyond the end. */
  hold(event) {
    const { base, props, finger } = this;
    const { "disable-lower-scroll": back, "disable-upper-scroll": on } = props;
    if (!back && !on) {
      return;
    }
    const edge = EDGES[props["scroll-x"] && !props["scroll-y"] ? 1 : 0];
    const touch = event.touches && event.touches[0];
    const [x, y] = touch ? [finger.clientX - touch.clientX, finger.clientY - touch.clientY] : [event.deltaX, event.deltaY];
    const way = edge.axis === "scroll-x" ? x : y;
    const mode = way < 0 ? back : on;
    const left = way < 0 ? base[edge.name] : base[edge.size] - base[edge.view] - base[edge.name];
    if (way && event.cancelable && (mode === "always" || (mode === "out-of-bounds" && left < 1))) {
      event.preventDefault();
    }
  }

  render(props) {
    const is = (name) => (props[name] ? "" : undefined);
    const more = {
      "scroll-x": is("scroll-x"),
      "scroll-y": is("scroll-y"),
      "trap-scroll": is("trap-scroll"),
      role: props.role,
      "aria-label": props["aria-label"],
      tabIndex: props["scroll-x"] || props["scroll-y"] ? 0 : undefined,
      onScroll: this.onScroll,
    };
    return h("mp-scroll-view", root(props, more), props.children);
  }
}

element("scroll-view", ScrollView);
