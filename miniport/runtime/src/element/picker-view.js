/* Columns to choose from within the page. */

import { element, h, root } from "miniport:core";
import { Control, controlsIn } from "./lib/control.js";
import { Wheel } from "miniport:part/wheel";
import { numberOf } from "../lib/given.js";

const ROW = 34;

const listOf = (props) => {
  const value = props.value === undefined ? props["default-value"] : props.value;
  return Array.isArray(value) ? value : [];
};

class PickerView extends Control {
  constructor(props) {
    super(props);
    this.keep = (node) => {
      this.band = node || this.band;
    };
    this.onResize = () => this.fit();
  }

  componentDidMount() {
    super.componentDidMount();
    this.first = listOf(this.props);
    this.show(this.first);
    this.fit();
    this.told = this.read();
    window.addEventListener("resize", this.onResize);
    if (window.ResizeObserver) {
      // A page that is not shown yet has no sizes.
      this.watch = new ResizeObserver(this.onResize);
      this.watch.observe(this.band);
    }
  }

  componentDidUpdate(before) {
    if (JSON.stringify(listOf(before)) !== JSON.stringify(listOf(this.props))) {
      this.show(listOf(this.props));
      this.told = this.read();
    }
    this.fit();
  }

  componentWillUnmount() {
    window.removeEventListener("resize", this.onResize);
    if (this.watch) {
      this.watch.disconnect();
    }
  }

  columns() {
    return controlsIn(this.base, "mp-picker-view-column");
  }

  show(value) {
    this.columns().forEach((column, at) => column.wheel.show(numberOf(value[at], 0)));
  }

  fit() {
    const size = this.band.offsetHeight || ROW;
    this.columns().forEach((column) => column.fit(size));
  }

  /* A column that came later. */
  adopt(column) {
    const at = this.columns().indexOf(column);
    column.wheel.show(numberOf(listOf(this.props)[at], 0));
    this.fit();
  }

  read() {
    return this.columns().map((column) => column.wheel.index);
  }

  reset() {
    this.show(this.first);
    this.told = this.read();
  }

  changed() {
    const value = this.read();
    if (String(value) !== String(this.told)) {
      this.told = value;
      this.tell("change", { value });
    }
  }

  start() {
    this.tell("pickStart", {});
  }

  aim() {
    if (this.props["immediate-change"]) {
      this.changed();
    }
  }

  rest() {
    this.changed();
    this.tell("pickEnd", {});
  }

  render(props) {
    const shade = { class: "mp--shade " + (props["mask-class"] || ""), style: props["mask-style"] };
    const band = { class: "mp--band " + (props["indicator-class"] || ""), style: props["indicator-style"], ref: this.keep };
    const isShaded = props["mask-class"] || props["mask-style"];
    return h(
      "mp-picker-view",
      root(props, { role: "group", "aria-label": props["aria-label"], shaded: isShaded ? "" : undefined }),
      props.children,
      isShaded ? h("div", shade) : null,
      h("div", band),
    );
  }
}

class PickerViewColumn extends Control {
  constructor(props) {
    super(props);
    this.keep = (node) => {
      this.strip = node || this.strip;
    };
  }

  view() {
    const view = this.base.closest("mp-picker-view");
    return view && view.mpControl;
  }

  componentDidMount() {
    super.componentDidMount();
    const tell = (name) => () => {
      this.mark();
      const view = this.view();
      if (view) {
        view[name]();
      }
    };
    this.wheel = new Wheel(this.base, this.strip, { start: tell("start"), aim: tell("aim"), rest: tell("rest") });
    const view = this.view();
    if (view) {
      view.adopt(this);
    }
  }

  componentDidUpdate() {
    this.fit(this.wheel.size);
  }

  componentWillUnmount() {
    this.wheel.stop();
  }

  fit(size) {
    this.wheel.fit(size);
    this.mark();
  }

  /* What a screen reader says of it. */
  mark() {
    const { base, strip, wheel } = this;
    const item = strip.children[wheel.index];
    base.setAttribute("aria-valuemax", Math.max(0, strip.children.length - 1));
    base.setAttribute("aria-valuenow", wheel.index);
    base.setAttribute("aria-valuetext", item ? item.textContent.trim() : "");
  }

  render(props) {
    const marks = { role: "spinbutton", tabIndex: 0, "aria-valuemin": 0, "aria-label": props["aria-label"] };
    return h("mp-picker-view-column", root(props, marks), h("div", { class: "mp--strip", ref: this.keep }, props.children));
  }
}

element("picker-view", PickerView);
element("picker-view-column", PickerViewColumn);
