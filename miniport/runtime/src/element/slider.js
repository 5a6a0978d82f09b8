/* A value on a line: dragged, tapped, or moved by the arrow keys. */

import { element, h, root } from "miniport:core";
import { numberOf } from "../lib/given.js";
import { Control, usable } from "./lib/control.js";

const JUMP = 10;
const decimals = (number) => (String(number).split(".")[1] || "").length;

const given = (props) => numberOf(props.value === undefined ? props["default-value"] : props.value, 0);

class Slider extends Control {
  constructor(props) {
    super(props);
    this.value = this.fitting(given(props));
    this.first = this.value;
    this.keep = (node) => {
      this.rail = node || this.rail;
    };
    this.onPointerDown = (event) => {
      if (!this.props.disabled && event.isPrimary && !event.button) {
        this.isDragged = true;
        this.before = this.value;
        this.rail.setPointerCapture(event.pointerId);
        this.follow(event);
      }
    };
    this.onPointerMove = (event) => this.isDragged && this.follow(event);
    this.onPointerUp = () => this.rest();
    // The finger scrolls the page instead.
    this.onPointerCancel = () => {
      if (this.isDragged && this.turn(this.before)) {
        this.tell("changing", { value: this.value });
      }
      this.isDragged = false;
    };
    this.onKeyDown = (event) => this.turned(event);
  }

  range(props = this.props) {
    const min = numberOf(props.min, 0);
    const step = numberOf(props.step, 1);
    return { min, max: Math.max(min, numberOf(props.max, 100)), step: step > 0 ? step : 1 };
  }

  /* The nearest value that the steps reach. */
  fitting(value, props = this.props) {
    const { min, max, step } = this.range(props);
    const digits = Math.max(decimals(min), decimals(step));
    const near = +(min + Math.round((value - min) / step) * step).toFixed(digits);
    return Math.min(max, Math.max(min, near));
  }

  componentWillReceiveProps(next) {
    const isNew = ["value", "default-value", "min", "max", "step"].some((name) => next[name] !== this.props[name]);
    if (isNew && !this.isDragged) {
      this.value = this.fitting(given(next) === given(this.props) ? this.value : given(next), next);
    }
  }

  turn(value) {
    const before = this.value;
    this.value = this.fitting(value);
    this.setState({});
    return this.value !== before;
  }

  follow(event) {
    const { left, width } = this.rail.getBoundingClientRect();
    const { min, max } = this.range();
    if (this.turn(min + ((event.clientX - left) / width) * (max - min))) {
      this.tell("changing", { value: this.value });
    }
  }

  rest() {
    if (this.isDragged) {
      this.isDragged = false;
      if (this.value !== this.before) {
        this.tell("change", { value: this.value });
      }
    }
  }

  turned(event) {
    const { min, max, step } = this.range();
    const { value } = this;
    const to = {
      ArrowRight: value + step,
      ArrowUp: value + step,
      ArrowLeft: value - step,
      ArrowDown: value - step,
      PageUp: value + step * JUMP,
      PageDown: value - step * JUMP,
      Home: min,
      End: max,
    }[event.key];
    if (to !== undefined && !this.props.disabled) {
      event.preventDefault();
      if (this.turn(to)) {
        this.tell("change", { value: this.value });
      }
    }
  }

  read() {
    return this.value;
  }

  reset() {
    this.turn(this.first);
  }

  render(props) {
    const { value } = this;
    const { min, max } = this.range();
    const size = numberOf(props["handle-size"], 22);
    const track = numberOf(props["track-size"], 4);
    const part = max > min ? ((value - min) / (max - min)) * 100 : 0;
    const colour = (name) => (props[name] ? ";background-color:" + props[name] : "");
    const { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onKeyDown } = this;
    const marks = { "aria-valuemin": min, "aria-valuemax": max, "aria-valuenow": value, onKeyDown };
    const grip = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel };
    const line = "height:" + track + "px;border-radius:" + track + "px;margin-top:" + -track / 2 + "px";
    const handle = "left:" + part + "%;width:" + size + "px;height:" + size + "px;margin:" + -size / 2 + "px 0 0 " + -size / 2 + "px";
    return h(
      "mp-slider",
      root(props, usable(props, "slider", marks)),
      h(
        "div",
        Object.assign({ class: "mp--reach", style: "padding:0 " + size / 2 + "px" }, grip),
        h(
          "div",
          { class: "mp--rail", ref: this.keep, style: "height:" + Math.max(size, track) + "px" },
          h("div", { class: "mp--track", style: line + colour("background-color") }),
          h("div", { class: "mp--track mp--filled", style: line + ";width:" + part + "%" + colour("active-color") }),
          h("div", { class: "mp--handle", style: handle + colour("handle-color") }),
        ),
      ),
      props["show-value"] ? h("div", { class: "mp--value", "aria-hidden": "true" }, value) : null,
    );
  }
}

element("slider", Slider);
