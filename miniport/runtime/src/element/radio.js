/* Radio buttons, and the group in which one of them is on. */

import { element, h, root } from "miniport:core";
import { Control, Toggle, controlsIn } from "./lib/control.js";

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

class Radio extends Toggle {
  group() {
    const group = this.base.closest("mp-radio-group");
    return group && group.mpControl;
  }

  press() {
    if (this.props.disabled || this.isOn) {
      return;
    }
    const group = this.group();
    if (group) {
      group.choose(this);
    } else {
      this.turn(true);
    }
  }

  render(props) {
    const { color } = props;
    const style = this.isOn && color ? "border-color:" + color + ";background-color:" + color : "";
    return h("mp-radio", root(props, this.marks("radio")), h("span", { class: "mp--toggle mp--spot", style }), props.children);
  }
}

class RadioGroup extends Control {
  constructor(props) {
    super(props);
    this.onKeyDown = (event) => this.move(event);
  }

  radios() {
    return controlsIn(this.base, "mp-radio");
  }

  choose(radio) {
    this.radios().forEach((other) => other.isOn !== (other === radio) && other.turn(other === radio));
    this.tell("change", { value: this.read() });
  }

  /* Arrow keys choose the next one that can be chosen. */
  move(event) {
    const step = STEPS[event.key];
    const free = this.radios().filter((radio) => !radio.props.disabled);
    const at = free.findIndex((radio) => radio.base === event.target);
    if (step && at >= 0) {
      event.preventDefault();
      const next = free[(at + step + free.length) % free.length];
      next.base.focus();
      next.press();
    }
  }

  read() {
    const on = this.radios().find((radio) => radio.isOn);
    return on && on.props.value !== undefined ? on.props.value : "";
  }

  reset() {
    this.radios().forEach((radio) => radio.reset());
  }

  render(props) {
    const { onKeyDown } = this;
    return h("mp-radio-group", root(props, { role: "radiogroup", "aria-label": props["aria-label"], onKeyDown }), props.children);
  }
}

element("radio", Radio);
element("radio-group", RadioGroup);
