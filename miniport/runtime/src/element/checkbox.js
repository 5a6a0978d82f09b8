/* Checkboxes, and the group that knows which of them are on. */

import { element, h, root } from "miniport:core";
import { Control, Toggle, controlsIn } from "./lib/control.js";

class Checkbox extends Toggle {
  press() {
    if (this.props.disabled) {
      return;
    }
    this.turn(!this.isOn);
    this.tell("change", { value: this.isOn });
    const group = this.base.closest("mp-checkbox-group");
    if (group && group.mpControl) {
      group.mpControl.tell("change", { value: group.mpControl.read() });
    }
  }

  render(props) {
    const { color } = props;
    const style = this.isOn && color ? "border-color:" + color + ";background-color:" + color : "";
    return h("mp-checkbox", root(props, this.marks("checkbox")), h("span", { class: "mp--toggle mp--tick", style }), props.children);
  }
}

class CheckboxGroup extends Control {
  boxes() {
    return controlsIn(this.base, "mp-checkbox");
  }

  read() {
    return this.boxes()
      .filter((box) => box.isOn)
      .map((box) => (box.props.value === undefined ? "" : box.props.value));
  }

  reset() {
    this.boxes().forEach((box) => box.reset());
  }

  render(props) {
    return h("mp-checkbox-group", root(props, { role: "group", "aria-label": props["aria-label"] }), props.children);
  }
}

element("checkbox", Checkbox);
element("checkbox-group", CheckboxGroup);
